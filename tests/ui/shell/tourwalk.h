// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/shell/demowindow.h"

#include "ui/common/appearance.h"
#include "ui/shell/tour.h"

#include <QSignalSpy>

namespace support {

/// Walks @p chapter in @p theme and saves the pictures into @p folder. PLEXM8_TOUR_SIZE chooses
/// another size of the window than 1280x800. @return how many pictures; -1 if it does not end
inline int walk(ui::Tour::Chapter chapter, ui::ThemeChoice theme, const QString& folder)
{
    DemoWindow demo(demoOf(2000));
    demo.settings.set(ui::appearance::kTheme, theme);
    const QStringList size = qEnvironmentVariable("PLEXM8_TOUR_SIZE", QStringLiteral("1280x800"))
                                 .split(QLatin1Char('x'));
    demo.window->resize(size.at(0).toInt(), size.at(1).toInt());
    demo.window->show();
    ui::Tour tour(*demo.window, demo.services(), folder);
    tour.setChapter(chapter);
    QSignalSpy finished(&tour, &ui::Tour::finished);
    tour.start();
    return finished.wait(270'000) ? finished.at(0).at(0).toInt() : -1;
}

} // namespace support

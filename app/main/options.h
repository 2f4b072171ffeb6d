// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/server.h"
#include "core/util/result.h"
#include "ui/common/theme.h"

#include <QSize>
#include <QStringList>
#include <optional>

namespace app {

/// What the program was started with.
struct Options
{
    bool isDemo = false; ///< over the embedded server, in a profile of its own
    demo::Options demo {};
    QString tourFolder {}; ///< set: save a picture of every page there, then end
    std::optional<ui::ThemeChoice> theme {};
    QSize size { 1280, 800 }; ///< of the window during a tour
    int textPercent = 100; ///< during a tour
    QString language {}; ///< "en", "de", "pseudo"; empty: as the settings say
    QString dataDir {};
    bool startsInTray = false; ///< without the window, where there is a tray
    QStringList opens {}; ///< links, and files with their whole path
    bool showsVersion = false;
    bool showsHelp = false;
};

/// Errors: InvalidInput with a sentence that names what is wrong.
[[nodiscard]] util::Result<Options> parseOptions(const QStringList& arguments);

[[nodiscard]] QString optionsHelp();

} // namespace app

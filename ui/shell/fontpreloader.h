// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace ui {

/// Looks for the fonts of the scripts that music is named in soon after the start, one after the
/// other: the first name in a script waits for its font, and a list with several of them would stop
/// in the middle of scrolling. Again when the text gets another size.
class FontPreloader final : public QObject
{
    Q_OBJECT

public:
    /// @param window  whose text size counts
    explicit FontPreloader(QWidget& window);

    [[nodiscard]] bool isDone() const { return !m_timer.isActive(); }

private:
    void start();
    /// Looks for one font.
    void step();

    QTimer m_timer;
    size_t m_next = 0;
};

} // namespace ui

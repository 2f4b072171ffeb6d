// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class PageHost;
class PageHub;
class PaneBar;

/// A pane: its pages and, if there is another pane, a bar above that names the page and closes it.
class Pane final : public QWidget
{
    Q_OBJECT

public:
    explicit Pane(PageHub& hub, QWidget* parent = nullptr);

    [[nodiscard]] PageHost& host() const { return *m_host; }
    /// @param isOneOfTwo  then it has its bar; @param isCurrent  then the bar says so
    void setPlace(bool isOneOfTwo, bool isCurrent);

Q_SIGNALS:
    void closeRequested();

private:
    PaneBar* m_bar;
    PageHost* m_host;
};

} // namespace ui

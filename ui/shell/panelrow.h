// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/linesplitter.h"

namespace ui {

/// Sidebar, pages and queue beside each other. The pages keep the room they need: the queue gets
/// narrower, then the sidebar goes until there is room again.
class PanelRow final : public LineSplitter
{
    Q_OBJECT

public:
    PanelRow(QWidget* sidebar, QWidget* pages, QWidget* queue, QWidget* parent = nullptr);

    /// As somebody wants it; a sidebar that does not fit beside the queue takes its place.
    void showSidebar(bool shown);
    void showQueue(bool shown);
    [[nodiscard]] bool wantsSidebar() const { return m_wantsSidebar; }
    [[nodiscard]] bool isQueueShown() const { return m_isQueueShown; }

    /// As at 100 % text.
    [[nodiscard]] int sidebarWidth() const { return m_sidebarWidth; }
    [[nodiscard]] int queueWidth() const { return m_queueWidth; }
    /// As at 100 % text, brought to what is usable; 0 is the width of the design.
    void setWidths(int sidebar, int queue);
    /// After a change of text size.
    void fit();

Q_SIGNALS:
    void queueShownChanged(bool shown);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// For the panels, beside the least that the pages need.
    [[nodiscard]] int room() const;
    [[nodiscard]] bool hasRoomForBoth() const;
    void keepWidths();

    QWidget* m_sidebar;
    QWidget* m_queue;
    int m_sidebarWidth;
    int m_queueWidth;
    bool m_wantsSidebar = true;
    bool m_isQueueShown = false;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panelrow.h"

#include "ui/common/theme.h"

namespace ui {

namespace {

// All of them as at 100 % text.
constexpr int kSidebar = 216;
constexpr int kLeastSidebar = 160;
constexpr int kMostSidebar = 400;
constexpr int kQueue = 320;
constexpr int kLeastQueue = 240;
constexpr int kMostQueue = 480;
constexpr int kLeastPage = 400;

/// The sidebar grows with the text, but less.
int grown(int width)
{
    return (width + scaled(width)) / 2;
}

} // namespace

PanelRow::PanelRow(QWidget* sidebar, QWidget* pages, QWidget* queue, QWidget* parent)
    : LineSplitter(parent)
    , m_sidebar(sidebar)
    , m_queue(queue)
    , m_sidebarWidth(kSidebar)
    , m_queueWidth(kQueue)
{
    setObjectName(QStringLiteral("panels"));
    setChildrenCollapsible(false);
    addWidget(sidebar);
    addWidget(pages);
    addWidget(queue);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    queue->hide();
    connect(this, &QSplitter::splitterMoved, this, &PanelRow::keepWidths);
}

void PanelRow::showSidebar(bool shown)
{
    m_wantsSidebar = shown;
    if (shown && m_isQueueShown && !hasRoomForBoth()) {
        showQueue(false);
        return;
    }
    fit();
}

void PanelRow::showQueue(bool shown)
{
    const bool isNew = shown != m_isQueueShown;
    m_isQueueShown = shown;
    fit();
    if (isNew) {
        Q_EMIT queueShownChanged(shown);
    }
}

void PanelRow::setWidths(int sidebar, int queue)
{
    m_sidebarWidth = sidebar > 0 ? qBound(kLeastSidebar, sidebar, kMostSidebar) : kSidebar;
    m_queueWidth = queue > 0 ? qBound(kLeastQueue, queue, kMostQueue) : kQueue;
    fit();
}

int PanelRow::room() const
{
    return width() - scaled(kLeastPage) - 2 * handleWidth();
}

bool PanelRow::hasRoomForBoth() const
{
    return room() >= grown(qMin(m_sidebarWidth, kSidebar)) + scaled(kLeastQueue);
}

void PanelRow::fit()
{
    const bool hasSidebar = m_wantsSidebar && (!m_isQueueShown || hasRoomForBoth());
    const int leastQueue = qMin(scaled(kLeastQueue), width() / 2);
    const int forSidebar = room() - (m_isQueueShown ? leastQueue : 0);
    const int mostSidebar = qMax(grown(kSidebar), qMin(grown(kMostSidebar), forSidebar));
    const int sidebar = qMin(grown(m_sidebarWidth), mostSidebar);
    const int forQueue = room() - (hasSidebar ? sidebar : 0);
    const int mostQueue = qMax(leastQueue, qMin(scaled(kMostQueue), forQueue));
    const int queue = qBound(leastQueue, scaled(m_queueWidth), mostQueue);
    m_sidebar->setVisible(hasSidebar);
    m_queue->setVisible(m_isQueueShown);
    m_sidebar->setMinimumWidth(qMin(sidebar, grown(kLeastSidebar)));
    m_sidebar->setMaximumWidth(mostSidebar);
    m_queue->setMinimumWidth(leastQueue);
    m_queue->setMaximumWidth(mostQueue);
    setSizes({ sidebar, qMax(1, width() - sidebar - queue), queue });
}

void PanelRow::keepWidths()
{
    if (m_sidebar->isVisible()) {
        m_sidebarWidth
            = qBound(kLeastSidebar, m_sidebar->width() * kSidebar / grown(kSidebar), kMostSidebar);
    }
    if (m_queue->isVisible()) {
        m_queueWidth = qBound(kLeastQueue, m_queue->width() * kQueue / scaled(kQueue), kMostQueue);
    }
}

void PanelRow::resizeEvent(QResizeEvent* event)
{
    LineSplitter::resizeEvent(event);
    fit();
}

} // namespace ui

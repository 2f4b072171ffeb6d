// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"
#include "ui/assistant/assistantpage.h"
#include "ui/common/behaviour.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pages.h"
#include "ui/shell/panelrow.h"
#include "ui/shell/panes.h"
#include "ui/shell/questions.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/windowstate.h"

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>

// How the window stands, what is kept of it, and what closing it means.
namespace ui {

namespace {

/// What a window may cover of each screen, the first one first.
QList<QRect> usableScreens()
{
    QList<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens()) {
        screens.append(screen->availableGeometry());
    }
    return screens;
}

/// Whether a route leads to the same thing next time, as what has a line in the sidebar does.
bool isLasting(const Route& route)
{
    const QList<SidebarEntry> entries = pageEntries();
    return std::ranges::any_of(entries, [&route](const SidebarEntry& entry) {
        return !entry.isHeading && entry.route.place == route.place;
    });
}

} // namespace

void MainWindow::restoreWindow()
{
    m_keepsState = true;
    const WindowState kept = WindowState::read(m_services.state);
    if (!kept.place.inside.isNull()) {
        setGeometry(repaired(kept.place, usableScreens(), minimumSize()));
    }
    if (kept.place.isMaximised) {
        setWindowState(windowState() | Qt::WindowMaximized);
    }
    m_row->setWidths(kept.panels.sidebarWidth, kept.panels.queueWidth);
    m_row->showSidebar(kept.panels.hasSidebar);
    m_row->showQueue(kept.panels.hasQueue);
    m_actions->action(Command::Sidebar)->setChecked(kept.panels.hasSidebar);
    restorePanes(kept.panes, kept.paneSizes);
}

void MainWindow::restorePanes(const QList<Route>& panes, const QList<int>& sizes)
{
    if (panes.size() == 2) {
        const auto lasting = [](const Route& route) { return isLasting(route) ? route : Route {}; };
        m_panes->startTwo(lasting(panes.at(0)), lasting(panes.at(1)), sizes);
    }
}

void MainWindow::saveWindow()
{
    if (!m_keepsState) {
        return;
    }
    WindowState now;
    now.place.isMaximised = isMaximized();
    now.place.inside = isMaximized() || isFullScreen() ? normalGeometry() : geometry();
    now.place.frameTop = isMaximized() ? 0 : geometry().top() - frameGeometry().top();
    now.panels = { m_row->wantsSidebar(), m_row->isQueueShown(), m_row->sidebarWidth(),
        m_row->queueWidth() };
    if (m_panes->areTwo()) {
        now.panes = m_panes->routes();
        now.paneSizes = m_panes->sizes();
    }
    now.write(m_services.state);
}

void MainWindow::repairPlace()
{
    if (isMaximized() || isFullScreen()) {
        return; // those are where their screen is
    }
    const int frameTop = qMax(0, geometry().top() - frameGeometry().top());
    const QRect place = repaired({ geometry(), frameTop, false }, usableScreens(), minimumSize());
    if (place != geometry()) {
        setGeometry(place);
    }
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    repairPlace();
    show();
}

void MainWindow::setTrayAvailable(bool isAvailable)
{
    m_hasTray = isAvailable;
    m_assistant->setTrayAvailable(isAvailable);
}

void MainWindow::setStartsAtLogin(std::optional<bool> starts)
{
    m_assistant->setStartsAtLogin(starts);
    m_hub->setStartsAtLogin(starts);
}

void MainWindow::setMissing(Missing what, const QString& sentence)
{
    m_hub->setMissing(what, sentence);
}

void MainWindow::setDesktopKeys(const DesktopKeys& keys)
{
    m_hub->setDesktopKeys(keys);
}

void MainWindow::closeForGood()
{
    m_isClosing = true;
    if (!close()) {
        m_isClosing = false;
    }
}

void MainWindow::prepareEnd()
{
    saveWindow();
    m_isClosing = true;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    using behaviour::OnClose;
    saveWindow();
#ifdef Q_OS_MACOS
    const OnClose means = OnClose::KeepInTray; // there it comes back with a click in the Dock
    const bool canHide = true;
#else
    const OnClose means = m_services.settings.value(behaviour::kOnClose);
    const bool canHide = m_hasTray;
#endif
    if (m_isClosing || !canHide || means == OnClose::Quit) {
        QMainWindow::closeEvent(event);
        Q_EMIT closed();
        return;
    }
    event->ignore();
    if (means == OnClose::KeepInTray) {
        hide();
    } else {
        askWhatClosingMeans();
    }
}

void MainWindow::askWhatClosingMeans()
{
    using behaviour::OnClose;
    if (std::exchange(m_asksOnClose, true)) {
        return;
    }
    util::async::deliver(askOnClose(*this), this, [this](const util::Result<bool>& keeps) {
        m_asksOnClose = false;
        if (!keeps) {
            return;
        }
        m_services.settings.set(behaviour::kOnClose, *keeps ? OnClose::KeepInTray : OnClose::Quit);
        if (!*keeps || m_hasTray) { // the tray may have gone while the question was open
            close();
        }
    });
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    Q_EMIT shownChanged();
}

void MainWindow::hideEvent(QHideEvent* event)
{
    QMainWindow::hideEvent(event);
    Q_EMIT shownChanged();
}

} // namespace ui

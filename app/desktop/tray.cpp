// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tray.h"

#include <QAction>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qsizetype kLongest = 120; // of a line in a tool tip or a menu
constexpr int kStep = 120; // of a wheel, in eighths of a degree

/// A title comes from a server: one line, no longer than a panel can show, and no mark-up, which
/// some panels would read in a tool tip.
QString line(QString text)
{
    text = text.simplified();
    if (text.size() > kLongest) {
        text = text.left(kLongest - 1).trimmed() + u'…';
    }
    return text.replace(u'<', u'‹').replace(u'>', u'›');
}

QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

Tray::Tray(QObject* parent)
    : QObject(parent)
{
    m_menu.setObjectName(u"trayMenu"_s);
    fillMenu();
    m_icon.setIcon(QIcon(u":/icons/plexm8.svg"_s));
    m_icon.setContextMenu(&m_menu);
    m_icon.installEventFilter(this);
    connect(&m_icon, &QSystemTrayIcon::activated, this, &Tray::onActivated);
    connect(&m_host, &TrayHost::changed, this, &Tray::followHost);
    show({});
    m_icon.setVisible(m_host.isPresent());
}

Tray::~Tray() = default;

void Tray::fillMenu()
{
    const auto add = [this](const char* name, const QString& text, auto signal) {
        QAction* action = m_menu.addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, signal);
        return action;
    };
    m_title = m_menu.addAction(QString());
    m_title->setObjectName(u"trayTitle"_s);
    m_title->setEnabled(false);
    m_menu.addSeparator();
    m_play = add("trayPlay", tr("&Play"), &Tray::playPauseRequested);
    m_next = add("trayNext", tr("&Next track"), &Tray::nextRequested);
    m_previous = add("trayPrevious", tr("P&revious track"), &Tray::previousRequested);
    m_rate = m_menu.addMenu(tr("&Rate"));
    m_rate->setObjectName(u"trayRate"_s);
    m_menu.addSeparator();
    m_window = add("trayWindow", tr("&Hide PlexM8"), &Tray::windowRequested);
    add("trayQuit", tr("&Quit"), &Tray::quitRequested);
}

void Tray::show(const TrayContent& content)
{
    if (content == m_content && !m_title->text().isEmpty()) {
        return; // what the bus would carry for nothing
    }
    m_content = content;
    const bool hasTrack = !content.title.isEmpty();
    const QString what = !hasTrack ? tr("Nothing is playing")
        : content.artist.isEmpty()
        ? line(content.title)
        : tr("%1 – %2", "title, artist").arg(line(content.title), line(content.artist));
    m_icon.setToolTip(hasTrack ? what : u"PlexM8"_s);
    m_title->setText(menuText(what));
    m_play->setText(content.isPlaying ? tr("&Pause") : tr("&Play"));
    for (QAction* action : { m_play, m_next, m_previous, m_rate->menuAction() }) {
        action->setEnabled(hasTrack);
    }
    m_window->setText(content.isWindowShown ? tr("&Hide PlexM8") : tr("&Show PlexM8"));
}

void Tray::tell(const QString& title, const QString& text)
{
    if (m_icon.isVisible()) {
        m_icon.showMessage(line(title), line(text));
    }
}

void Tray::followHost()
{
    const bool isPresent = m_host.isPresent();
    m_icon.setVisible(isPresent); // a panel that came back knows nothing of the icon
    Q_EMIT availableChanged(isPresent);
}

void Tray::onActivated(QSystemTrayIcon::ActivationReason reason)
{
    switch (reason) {
    case QSystemTrayIcon::Trigger:
#ifndef Q_OS_MACOS // there a click opens the menu
        Q_EMIT windowRequested();
#endif
        break;
    case QSystemTrayIcon::MiddleClick:
        Q_EMIT playPauseRequested();
        break;
    default:
        break;
    }
}

bool Tray::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != &m_icon || event->type() != QEvent::Wheel) {
        return QObject::eventFilter(watched, event);
    }
    m_wheel += static_cast<QWheelEvent*>(event)->angleDelta().y();
    if (const int steps = m_wheel / kStep; steps != 0) {
        m_wheel -= steps * kStep;
        Q_EMIT volumeStepRequested(steps);
    }
    return true;
}

} // namespace app

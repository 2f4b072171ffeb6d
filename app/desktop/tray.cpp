// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tray.h"

#include <QAction>
#include <QPainter>
#include <QPainterPath>
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

/// Five signs: a menu of the desktop's shows text alone.
QString starText(const types::OptionalRating& rating)
{
    const int halves = rating ? rating->halfStars() : 0;
    const QString full(halves / 2, u'★');
    const QString half(halves % 2, u'½');
    return full + half + QString(5 - halves / 2 - halves % 2, u'☆');
}

QString menuText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

TrayState stateOf(const TrayContent& content)
{
    return content.isOffline      ? TrayState::Offline
        : content.isPlaying       ? TrayState::Playing
        : content.title.isEmpty() ? TrayState::Idle
                                  : TrayState::Paused;
}

QString stateText(TrayState state)
{
    switch (state) {
    case TrayState::Idle:
        break;
    case TrayState::Playing:
        return Tray::tr("playing");
    case TrayState::Paused:
        return Tray::tr("paused");
    case TrayState::Offline:
        return Tray::tr("offline");
    }
    return {};
}

/// A triangle, two bars or a cross in a disc at the icon's lower right: the shapes differ, not the
/// colours alone.
void paintSign(QPainter& painter, const QRectF& disc, TrayState state)
{
    const bool isOffline = state == TrayState::Offline;
    painter.setPen(QPen(Qt::white, disc.width() / 12));
    painter.setBrush(isOffline ? QColor(0xb3, 0x26, 0x1e) : QColor(0x10, 0x14, 0x3c));
    painter.drawEllipse(disc);
    const QPointF middle = disc.center();
    const double half = disc.width() / 4.5;
    painter.setBrush(Qt::white);
    if (state == TrayState::Playing) {
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(QPolygonF { { middle.x() - half * 0.7, middle.y() - half },
            { middle.x() + half * 1.1, middle.y() },
            { middle.x() - half * 0.7, middle.y() + half } });
    } else if (state == TrayState::Paused) {
        painter.setPen(Qt::NoPen);
        painter.drawRect(QRectF(middle.x() - half, middle.y() - half, half * 0.7, half * 2));
        painter.drawRect(QRectF(middle.x() + half * 0.3, middle.y() - half, half * 0.7, half * 2));
    } else {
        painter.setPen(QPen(Qt::white, disc.width() / 8, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(middle - QPointF(half, half), middle + QPointF(half, half));
        painter.drawLine(middle + QPointF(half, -half), middle + QPointF(-half, half));
    }
}

} // namespace

QIcon trayIcon(TrayState state)
{
    QIcon plain(u":/icons/plexm8.svg"_s);
    if (state == TrayState::Idle) {
        return plain;
    }
    QIcon icon;
    for (const int side : { 16, 22, 24, 32, 48, 64 }) { // as panels ask for them
        QPixmap picture = plain.pixmap(QSize(side, side), 1.0);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const double disc = side * 0.56;
        paintSign(painter, QRectF(side - disc - 0.5, side - disc - 0.5, disc, disc), state);
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

Tray::Tray(QObject* parent)
    : QObject(parent)
{
    m_menu.setObjectName(u"trayMenu"_s);
    fillMenu();
    m_icon.setIcon(trayIcon(m_state));
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
    m_artist = m_menu.addAction(QString());
    m_artist->setObjectName(u"trayArtist"_s);
    m_rating = m_menu.addAction(QString());
    m_rating->setObjectName(u"trayRating"_s);
    for (QAction* line : { m_title, m_artist, m_rating }) {
        line->setEnabled(false);
    }
    m_menu.addSeparator();
    m_play = add("trayPlay", tr("&Play"), &Tray::playPauseRequested);
    m_next = add("trayNext", tr("&Next track"), &Tray::nextRequested);
    m_previous = add("trayPrevious", tr("P&revious track"), &Tray::previousRequested);
    m_rate = m_menu.addMenu(tr("&Rate"));
    m_rate->setObjectName(u"trayRate"_s);
    add("trayQuickRate", tr("Rate by &stars…"), &Tray::quickRateRequested);
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
    showIcon();
    const QString told = stateText(m_state);
    const QString named = hasTrack ? what : u"PlexM8"_s;
    m_icon.setToolTip(m_state == TrayState::Offline || m_state == TrayState::Paused
            ? tr("%1 (%2)", "title and artist, paused or offline").arg(named, told)
            : named);
    m_title->setText(menuText(hasTrack ? line(content.title) : what));
    m_title->setIcon(content.cover.isNull() ? QIcon() : QIcon(QPixmap::fromImage(content.cover)));
    m_artist->setText(menuText(line(content.artist)));
    m_artist->setVisible(hasTrack && !content.artist.isEmpty());
    m_rating->setText(starText(content.rating));
    m_rating->setVisible(hasTrack);
    m_play->setText(content.isPlaying ? tr("&Pause") : tr("&Play"));
    for (QAction* action : { m_play, m_next, m_previous, m_rate->menuAction() }) {
        action->setEnabled(hasTrack);
    }
    m_window->setText(content.isWindowShown ? tr("&Hide PlexM8") : tr("&Show PlexM8"));
}

void Tray::showIcon()
{
    const TrayState state = stateOf(m_content);
    if (state != std::exchange(m_state, state)) {
        m_icon.setIcon(trayIcon(state));
    }
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

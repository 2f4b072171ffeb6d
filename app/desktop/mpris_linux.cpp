// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mpris.h"

#include "app/desktop/mprisplayer_p.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;
using playback::Player;

namespace app {

namespace {

const QString kPath = u"/org/mpris/MediaPlayer2"_s;
const QString kName = u"org.mpris.MediaPlayer2.plexm8"_s;
const QString kControls = u"org.mpris.MediaPlayer2.Player"_s;
const QString kTracks = u"org.mpris.MediaPlayer2.TrackList"_s;
constexpr uint kDoNotQueue = 4; ///< of RequestName, D-Bus Specification
constexpr uint kIsOwner = 1;

QDBusMessage toBus(const QString& method)
{
    return QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, method);
}

} // namespace

/// What is exported, and what tells listeners of it: QtDBus sends no PropertiesChanged by itself.
class Mpris::Service final : public QObject
{
public:
    Service(Mpris& owner, Player& player)
        : m_bus(QDBusConnection::sessionBus())
        , m_player(player)
    {
        if (!m_bus.isConnected()) {
            return;
        }
        qDBusRegisterMetaType<Tracks>();
        qDBusRegisterMetaType<Metadata>();
        new MprisRoot(owner, this);
        m_controls = new MprisControls(m_player, this);
        m_tracks = new MprisTracks(m_player, this);
        m_told = m_player.properties();
        m_toldTracks = m_player.tracks();
        connect(&player, &Player::stateChanged, this, &Service::tellSoon);
        connect(&player, &Player::trackChanged, this, &Service::tellSoon);
        connect(&player, &Player::durationChanged, this, &Service::tellSoon);
        connect(&player, &Player::queueChanged, this, &Service::tellSoon);
        connect(&player, &Player::volumeChanged, this, &Service::tellSoon);
        connect(&m_player, &MprisPlayer::jumped, this, [this] {
            tell(); // of the track first that the position is of
            Q_EMIT m_controls->Seeked(m_player.position());
        });
        if (m_bus.registerObject(kPath, this, QDBusConnection::ExportAdaptors)) {
            claim(kName);
        }
    }

    ~Service() override
    {
        if (!m_name.isEmpty()) {
            QDBusMessage release = toBus(u"ReleaseName"_s);
            release.setArguments({ m_name });
            m_bus.send(release);
        }
        m_bus.unregisterObject(kPath);
    }
    Q_DISABLE_COPY_MOVE(Service)

    void setDetails(const TrackDetails& details)
    {
        if (m_player.setDetails(details) && m_tracks) { // else there is no bus
            tellSoon();
        }
    }

private:
    /// Nobody waits for the bus. Where the plain name is taken, by a demo or by one's own program,
    /// it is made unique as the specification wants it.
    void claim(const QString& name)
    {
        QDBusMessage request = toBus(u"RequestName"_s);
        request.setArguments({ name, kDoNotQueue });
        auto* answer = new QDBusPendingCallWatcher(m_bus.asyncCall(request), this);
        connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, name] {
            const QDBusPendingReply<uint> reply = *answer;
            answer->deleteLater();
            if (!reply.isError() && reply.value() == kIsOwner) {
                m_name = name;
            } else if (!reply.isError() && name == kName) {
                claim(kName + u".instance%1"_s.arg(QCoreApplication::applicationPid()));
            }
        });
    }

    /// What the player says at once is told at once.
    void tellSoon()
    {
        if (!std::exchange(m_isDue, true)) {
            QMetaObject::invokeMethod(this, &Service::tell, Qt::QueuedConnection);
        }
    }

    void tell()
    {
        m_isDue = false;
        const QVariantMap now = m_player.properties();
        QVariantMap changed;
        for (auto property = now.cbegin(); property != now.cend(); ++property) {
            if (m_told.value(property.key()) != *property) {
                changed.insert(property.key(), *property);
            }
        }
        const QVariantMap before = std::exchange(m_told, now);
        if (!changed.isEmpty()) {
            send(kControls, changed, {});
        }
        tellTracks(before.value(u"Metadata"_s).toMap());
    }

    void tellTracks(const QVariantMap& before)
    {
        const QString id = u"mpris:trackid"_s;
        const QVariantMap now = m_told.value(u"Metadata"_s).toMap();
        if (now != before && now.value(id) == before.value(id)) {
            Q_EMIT m_tracks->TrackMetadataChanged(m_player.current(), now);
        }
        const Tracks tracks = m_player.tracks();
        if (tracks != m_toldTracks) {
            m_toldTracks = tracks;
            Q_EMIT m_tracks->TrackListReplaced(tracks, m_player.current());
            send(kTracks, {}, { u"Tracks"_s });
        }
    }

    void send(const QString& interface, const QVariantMap& changed, const QStringList& outdated)
    {
        QDBusMessage signal = QDBusMessage::createSignal(
            kPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
        signal.setArguments({ interface, changed, outdated });
        m_bus.send(signal);
    }

    QDBusConnection m_bus;
    MprisPlayer m_player;
    MprisControls* m_controls = nullptr; ///< a child, as the next
    MprisTracks* m_tracks = nullptr;
    QString m_name;
    QVariantMap m_told;
    Tracks m_toldTracks;
    bool m_isDue = false;
};

Mpris::Mpris(Player& player, QObject* parent)
    : QObject(parent)
    , m_service(std::make_unique<Service>(*this, player))
{
}

Mpris::~Mpris() = default;

void Mpris::setDetails(const TrackDetails& details)
{
    m_service->setDetails(details);
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running.h"
#include "tests/support/bus.h"
#include "tests/support/stallguard.h"
#include "tests/support/x11session.h"

#include <QDBusAbstractInterface>
#include <QDBusArgument>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::callOnBus;
using support::isOnBus;
using support::Running;
using support::valueOnBus;

namespace {

const QString kName = u"org.mpris.MediaPlayer2.plexm8"_s;
const QString kPath = u"/org/mpris/MediaPlayer2"_s;
const QString kRoot = u"org.mpris.MediaPlayer2"_s;
const QString kPlayer = u"org.mpris.MediaPlayer2.Player"_s;
const QString kTracks = u"org.mpris.MediaPlayer2.TrackList"_s;

/// What a panel hears: the signals of the properties, by name.
class Properties final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit Properties(const QString& service)
        : QDBusAbstractInterface(
            service, kPath, "org.freedesktop.DBus.Properties", support::otherProgram(), nullptr)
    {
        connect(this, &Properties::PropertiesChanged, this,
            [this](const QString&, const QVariantMap& changed, const QStringList& outdated) {
                told.insert(changed);
                names += changed.keys() + outdated;
            });
    }
    QVariantMap told;
    QStringList names;

Q_SIGNALS:
    void PropertiesChanged(
        const QString& interface, const QVariantMap& changed, const QStringList& outdated);
};

/// The other signals of the player.
class Jumps final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit Jumps(const QString& service)
        : QDBusAbstractInterface(
            service, kPath, "org.mpris.MediaPlayer2.Player", support::otherProgram(), nullptr)
    {
    }

Q_SIGNALS:
    void Seeked(qlonglong position);
};

/// Those of the queue.
class QueueSignals final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit QueueSignals(const QString& service)
        : QDBusAbstractInterface(
            service, kPath, "org.mpris.MediaPlayer2.TrackList", support::otherProgram(), nullptr)
    {
    }

Q_SIGNALS:
    void TrackListReplaced(const QList<QDBusObjectPath>& tracks, const QDBusObjectPath& current);
    void TrackMetadataChanged(const QDBusObjectPath& track, const QVariantMap& metadata);
};

} // namespace

/// The program as a panel of the desktop sees and steers it: over a bus, from another connection.
class TestMpris : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 300 } };
    QTemporaryDir m_folder;
    std::unique_ptr<Running> m_run;
    QString m_name = kName;

    QVariant value(const QString& property, const QString& interface = kPlayer)
    {
        return valueOnBus(m_name, kPath, interface, property);
    }
    /// As sent: a map inside a variant stays packed.
    QVariantMap metadata() { return qdbus_cast<QVariantMap>(value(u"Metadata"_s)); }
    QDBusMessage call(const QString& method, const QVariantList& arguments = {})
    {
        return callOnBus(m_name, kPath, kPlayer, method, arguments);
    }
    void set(const QString& property, const QVariant& to)
    {
        callOnBus(m_name, kPath, u"org.freedesktop.DBus.Properties"_s, u"Set"_s,
            { kPlayer, property, QVariant::fromValue(QDBusVariant(to)) });
    }
    QList<QDBusObjectPath> tracks()
    {
        return qdbus_cast<QList<QDBusObjectPath>>(value(u"Tracks"_s, kTracks));
    }
    QDBusObjectPath trackId()
    {
        return metadata().value(u"mpris:trackid"_s).value<QDBusObjectPath>();
    }
    void playing()
    {
        m_run->play();
        QTRY_COMPARE(value(u"PlaybackStatus"_s).toString(), u"Playing"_s);
        QTRY_VERIFY(value(u"Position"_s).toLongLong() > 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const demo::Endpoints endpoints = m_server.start().value();
        support::Program program(m_folder.path());
        const auto address = account::parseServerAddress(endpoints.pms.toString());
        QVERIFY(await(program.session.connectTo(*address, endpoints.token)));
        QVERIFY(await(program.session.sync({})));
    }
    void init()
    {
        m_name = kName;
        m_run = std::make_unique<Running>(m_folder.path());
        QTRY_VERIFY(m_run->program.services.library.isOpen());
        QTRY_VERIFY(isOnBus(kName));
    }
    void cleanup()
    {
        m_run.reset();
        QTRY_VERIFY(!isOnBus(kName));
    }

    void theProgramSaysWhatItIs()
    {
        QCOMPARE(value(u"Identity"_s, kRoot).toString(), u"PlexM8"_s);
        QCOMPARE(value(u"DesktopEntry"_s, kRoot).toString(), u"org.plexm8.PlexM8"_s);
        QVERIFY(value(u"CanRaise"_s, kRoot).toBool() && value(u"CanQuit"_s, kRoot).toBool());
        QVERIFY(value(u"HasTrackList"_s, kRoot).toBool());
        QCOMPARE(value(u"Rate"_s).toDouble(), 1.0);
        QCOMPARE(value(u"MinimumRate"_s).toDouble(), 1.0);
        QCOMPARE(value(u"MaximumRate"_s).toDouble(), 1.0);
        QVERIFY(value(u"CanControl"_s).toBool());
    }

    void withoutATrackThereIsNothingToPlay()
    {
        QCOMPARE(value(u"PlaybackStatus"_s).toString(), u"Stopped"_s);
        QVERIFY(metadata().isEmpty());
        for (const char* name :
            { "CanPlay", "CanPause", "CanSeek", "CanGoNext", "CanGoPrevious" }) {
            QVERIFY2(!value(QLatin1String(name)).toBool(), name);
        }
        QVERIFY(tracks().isEmpty());
        call(u"PlayPause"_s);
        call(u"Next"_s);
        call(u"Seek"_s, { 5'000'000LL });
        QCOMPARE(value(u"PlaybackStatus"_s).toString(), u"Stopped"_s);
    }

    void theWindowIsRaised()
    {
        m_run->window()->hide();
        callOnBus(m_name, kPath, kRoot, u"Raise"_s);
        QTRY_VERIFY(m_run->window()->isVisible());
    }

    void whatPlaysIsToldWithItsAlbumCoverAndRating()
    {
        Properties heard(m_name);
        playing();
        QTRY_VERIFY(metadata().contains(u"mpris:artUrl"_s));
        const QVariantMap map = metadata();
        const auto row = m_run->find<ui::TrackTable>(u"tracksTable"_s)->trackRows()->track(0);
        QVERIFY(row);
        QCOMPARE(map.value(u"xesam:title"_s).toString(), row->title);
        QCOMPARE(map.value(u"xesam:artist"_s).toStringList(), QStringList { row->artist });
        QCOMPARE(
            map.value(u"xesam:albumArtist"_s).toStringList(), QStringList { row->albumArtist });
        QCOMPARE(map.value(u"xesam:album"_s).toString(), row->album);
        QCOMPARE(map.value(u"xesam:trackNumber"_s).toInt(), row->number);
        QVERIFY(
            qAbs(map.value(u"mpris:length"_s).toLongLong() / 1000 - row->duration.count()) < 1500);
        QCOMPARE(map.contains(u"xesam:userRating"_s), row->rating.has_value());
        const QUrl cover(map.value(u"mpris:artUrl"_s).toString());
        QVERIFY(cover.isLocalFile());
        QVERIFY(!QImage(cover.toLocalFile()).isNull());
        QVERIFY(value(u"CanSeek"_s).toBool() && value(u"CanGoNext"_s).toBool());
        // Who only listens knows the same.
        QTRY_COMPARE(heard.told.value(u"PlaybackStatus"_s).toString(), u"Playing"_s);
        QTRY_COMPARE(qdbus_cast<QVariantMap>(heard.told.value(u"Metadata"_s)), map);
        QVERIFY(heard.told.value(u"CanPlay"_s).toBool());
    }

    void aRatingIsSeenAndOneThatIsTakenAwayIsAbsent()
    {
        playing();
        Properties heard(m_name);
        QueueSignals queue(m_name);
        QSignalSpy changed(&queue, &QueueSignals::TrackMetadataChanged);
        app::Services& services = m_run->program.services;
        const types::RatingKey key
            = m_run->find<ui::TrackTable>(u"tracksTable"_s)->trackRows()->track(0)->ratingKey;
        const auto rate = [&services, key](const types::OptionalRating& rating) {
            (void)await(services.ratings.rateKeys(services.library.key(), { key }, rating));
        };
        rate(types::Rating::fromStars(3.5));
        QTRY_COMPARE(metadata().value(u"xesam:userRating"_s).toDouble(), 0.7);
        QTRY_COMPARE(qdbus_cast<QVariantMap>(heard.told.value(u"Metadata"_s))
                         .value(u"xesam:userRating"_s)
                         .toDouble(),
            0.7);
        QTRY_VERIFY(!changed.isEmpty());
        rate({});
        QTRY_VERIFY(!metadata().contains(u"xesam:userRating"_s));
    }

    void theTransportFollows()
    {
        playing();
        Properties heard(m_name);
        const QDBusObjectPath first = trackId();
        call(u"PlayPause"_s);
        QTRY_COMPARE(heard.told.value(u"PlaybackStatus"_s).toString(), u"Paused"_s);
        call(u"Pause"_s);
        QCOMPARE(value(u"PlaybackStatus"_s).toString(), u"Paused"_s);
        call(u"Play"_s);
        QTRY_COMPARE(value(u"PlaybackStatus"_s).toString(), u"Playing"_s);
        call(u"Play"_s); // no toggle
        QCOMPARE(value(u"PlaybackStatus"_s).toString(), u"Playing"_s);
        call(u"Next"_s);
        QTRY_VERIFY(trackId() != first);
        QTRY_COMPARE(qdbus_cast<QVariantMap>(heard.told.value(u"Metadata"_s))
                         .value(u"mpris:trackid"_s)
                         .value<QDBusObjectPath>(),
            trackId());
        call(u"Previous"_s);
        QTRY_COMPARE(trackId(), first);
        call(u"Stop"_s);
        QTRY_COMPARE(value(u"PlaybackStatus"_s).toString(), u"Stopped"_s);
    }

    void thePositionIsSetAndAJumpIsTold()
    {
        playing();
        Jumps jumps(m_name);
        QSignalSpy seeked(&jumps, &Jumps::Seeked);
        call(u"SetPosition"_s, { QVariant::fromValue(trackId()), 10'000'000LL });
        QTRY_COMPARE(seeked.size(), 1);
        QVERIFY(qAbs(seeked.constFirst().constFirst().toLongLong() - 10'000'000) < 1'000'000);
        QVERIFY(value(u"Position"_s).toLongLong() >= 9'900'000);
        call(u"Seek"_s, { 5'000'000LL });
        QTRY_COMPARE(seeked.size(), 2);
        QVERIFY(value(u"Position"_s).toLongLong() >= 14'500'000);
        call(u"Seek"_s, { -60'000'000LL });
        QTRY_COMPARE(seeked.size(), 3);
        QVERIFY(value(u"Position"_s).toLongLong() < 5'000'000);
        // Not of this track, and beyond its end: neither does anything.
        call(u"SetPosition"_s,
            { QVariant::fromValue(QDBusObjectPath(u"/org/plexm8/track/999999"_s)), 10'000'000LL });
        call(u"SetPosition"_s, { QVariant::fromValue(trackId()), 1LL << 60 });
        call(u"SetPosition"_s, { QVariant::fromValue(trackId()), -1LL });
        support::turn(300ms);
        QCOMPARE(seeked.size(), 3);
        const QDBusObjectPath before = trackId();
        call(u"Seek"_s, { std::numeric_limits<qint64>::max() }); // beyond the end: what follows
        QTRY_VERIFY(trackId() != before);
    }

    void whilePausedNothingIsSaid()
    {
        playing();
        call(u"Pause"_s);
        QTRY_COMPARE(value(u"PlaybackStatus"_s).toString(), u"Paused"_s);
        support::turn(500ms);
        Properties heard(m_name);
        Jumps jumps(m_name);
        const QSignalSpy seeked(&jumps, &Jumps::Seeked);
        support::turn(1500ms);
        QCOMPARE(heard.names, QStringList());
        QCOMPARE(seeked.size(), 0);
    }

    void theWaysToPlayAreChosen()
    {
        playing();
        Properties heard(m_name);
        set(u"Shuffle"_s, true);
        QTRY_VERIFY(heard.told.value(u"Shuffle"_s).toBool());
        set(u"Shuffle"_s, false);
        QTRY_VERIFY(!value(u"Shuffle"_s).toBool());
        for (const QString& status : { u"Track"_s, u"Playlist"_s, u"None"_s }) {
            set(u"LoopStatus"_s, status);
            QTRY_COMPARE(heard.told.value(u"LoopStatus"_s).toString(), status);
        }
        set(u"LoopStatus"_s, u"Nonsense"_s);
        QCOMPARE(value(u"LoopStatus"_s).toString(), u"None"_s);
        set(u"Volume"_s, 0.25);
        QTRY_COMPARE(heard.told.value(u"Volume"_s).toDouble(), 0.25);
        set(u"Volume"_s, -3.0);
        QTRY_COMPARE(value(u"Volume"_s).toDouble(), 0.0);
        set(u"Volume"_s, std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(value(u"Volume"_s).toDouble(), 0.0);
        set(u"Rate"_s, 2.0);
        QCOMPARE(value(u"Rate"_s).toDouble(), 1.0);
        set(u"Rate"_s, 0.0);
        QTRY_COMPARE(value(u"PlaybackStatus"_s).toString(), u"Paused"_s);
    }

    void theQueueIsSeenThroughAWindow()
    {
        QueueSignals queue(m_name);
        QSignalSpy replaced(&queue, &QueueSignals::TrackListReplaced);
        playing();
        QTRY_VERIFY(!replaced.isEmpty());
        const QList<QDBusObjectPath> first = tracks();
        QCOMPARE(first.constFirst(), trackId());
        QVERIFY(first.size() > 10 && first.size() <= 120); // of 300
        const QDBusMessage reply = callOnBus(m_name, kPath, kTracks, u"GetTracksMetadata"_s,
            { QVariant::fromValue(
                first.mid(0, 3) + QList { QDBusObjectPath(u"/org/plexm8/track/0"_s) }) });
        QList<QVariantMap> maps;
        reply.arguments().constFirst().value<QDBusArgument>() >> maps;
        QCOMPARE(maps.size(), 3);
        QCOMPARE(maps.at(2).value(u"mpris:trackid"_s).value<QDBusObjectPath>(), first.at(2));
        QVERIFY(!maps.at(2).value(u"xesam:title"_s).toString().isEmpty());
        replaced.clear();
        callOnBus(m_name, kPath, kTracks, u"GoTo"_s, { QVariant::fromValue(first.at(60)) });
        QTRY_COMPARE(trackId(), first.at(60));
        QTRY_VERIFY(!replaced.isEmpty()); // the window has moved along
        QVERIFY(tracks().contains(first.at(60)) && !tracks().contains(first.at(0)));
        callOnBus(m_name, kPath, kTracks, u"GoTo"_s,
            { QVariant::fromValue(QDBusObjectPath(u"/org/plexm8/track/x"_s)) });
        QCOMPARE(trackId(), first.at(60));
    }

    void whereTheNameIsTakenAnotherOneIs()
    {
        m_run.reset();
        QTRY_VERIFY(!isOnBus(kName));
        QVERIFY(support::otherProgram().registerService(kName));
        m_run = std::make_unique<Running>(m_folder.path());
        m_name = kName + u".instance%1"_s.arg(QCoreApplication::applicationPid());
        QTRY_VERIFY(isOnBus(m_name));
        QCOMPARE(value(u"Identity"_s, kRoot).toString(), u"PlexM8"_s);
        QVERIFY(support::otherProgram().unregisterService(kName));
        m_run.reset();
        QTRY_VERIFY(!isOnBus(m_name));
    }

    void itIsAskedToQuit()
    {
        const QSignalSpy closed(m_run->window(), &ui::MainWindow::closed);
        callOnBus(m_name, kPath, kRoot, u"Quit"_s);
        QTRY_COMPARE(closed.size(), 1);
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runOnPrivateBus(argc, argv)) {
        return *code;
    }
    support::WatchedApplication application(argc, argv);
    TestMpris test;
    return support::runWatched(application, test, argc, argv);
}

#include "tst_mpris.moc"

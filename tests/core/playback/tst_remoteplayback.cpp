// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "core/playback/remotesource.h"
#include "core/playback/timelinereporter.h"
#include "core/plex/server.h"
#include "tests/core/playback/music.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::NullBackend;
using playback::Player;
using State = Player::State;
using util::Error;

namespace {

/// A demo server, and a player that plays from it and reports to it.
struct Remote
{
    explicit Remote(NullBackend::Pace pace)
        : endpoints(*server.start())
        , plex(endpoints.pms, endpoints.token, identity(), pool)
        , backend(pace,
              [this](
                  std::span<const float> part) { out.insert(out.end(), part.begin(), part.end()); })
        , player(backend, playback::openFrom(plex))
        , reporter(player, plex, 200ms)
    {
        player.setFade(0ms);
        QObject::connect(&player, &Player::errorOccurred, &player,
            [this](const Error& error) { errors.append(error.code); });
        const auto sections = support::await(plex.sections());
        const auto music
            = std::ranges::find(*sections, types::ItemType::Artist, &types::Section::type);
        const auto page = support::await(plex.items(music->key, types::ItemType::Track, 0, 40, {}));
        for (const types::Item& item : page->items) {
            playback::QueueEntry entry;
            entry.ratingKey = item.ratingKey;
            entry.title = item.title;
            entry.duration = item.duration;
            entry.partKey = item.media.partKey;
            tracks.append(entry);
        }
        std::ranges::sort(tracks, {}, &playback::QueueEntry::duration);
        (void)server.takeRequests();
    }

    static plex::ClientIdentity identity()
    {
        plex::ClientIdentity made;
        made.clientIdentifier = u"playback-test"_s;
        made.product = u"PlexM8"_s;
        made.deviceName = u"test"_s;
        return made;
    }

    music::Samples truth(const playback::QueueEntry& entry)
    {
        const QByteArray raw = server.pcm(entry.ratingKey.value.toULongLong());
        std::vector<qint16> samples(static_cast<size_t>(raw.size()) / sizeof(qint16));
        std::memcpy(samples.data(), raw.constData(), samples.size() * sizeof(qint16));
        music::Samples wide;
        wide.reserve(samples.size());
        for (const qint16 sample : samples) {
            wide.push_back(static_cast<float>(sample) / 32768);
        }
        return wide;
    }

    /// The reports since the last call, as "state@ratingKey", one of several equal ones in a row.
    QStringList reports(QList<demo::RecordedRequest>* all = nullptr)
    {
        QStringList list;
        for (const demo::RecordedRequest& request : server.takeRequests()) {
            if (request.path != u"/:/timeline"_s) {
                continue;
            }
            const QString text = request.value(u"state"_s) + u'@' + request.value(u"ratingKey"_s)
                + (request.value(u"continuing"_s) == u"1"_s ? u"+"_s : u""_s);
            if (list.isEmpty() || list.last() != text) {
                list.append(text);
            }
            if (all) {
                all->append(request);
            }
        }
        return list;
    }
    bool isStopped() const { return player.state() == State::Stopped; }
    /// Until every report was answered.
    void settle() { (void)support::await(reporter.close(5s)); }

    demo::Server server { demo::Options { .tracks = 60 } };
    demo::Endpoints endpoints;
    QThreadPool pool;
    plex::Server plex;
    music::Samples out; // the backend's thread writes; read it only when nothing plays
    QList<Error::Code> errors;
    QList<playback::QueueEntry> tracks; // the shortest first
    NullBackend backend;
    Player player;
    playback::TimelineReporter reporter;
};

demo::Fault onParts(int times)
{
    demo::Fault fault;
    fault.pathPrefix = u"/library/parts"_s;
    fault.times = times;
    return fault;
}

} // namespace

class TestRemotePlayback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesOutIsWhatTheServerHas()
    {
        Remote remote(NullBackend::Pace::Fast);
        const auto two = remote.tracks.first(2);
        remote.player.play(two);
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        music::Samples truth = remote.truth(two.at(0));
        const music::Samples second = remote.truth(two.at(1));
        QVERIFY(!truth.empty() && !second.empty());
        truth.insert(truth.end(), second.begin(), second.end());
        QCOMPARE(music::firstDifference(remote.out, truth), -1);
        QVERIFY(remote.errors.isEmpty());
    }

    void tokenTravelsInAHeaderOnly()
    {
        Remote remote(NullBackend::Pace::Fast);
        remote.player.play(remote.tracks.first(1));
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        remote.settle();
        int parts = 0;
        for (const auto& request : remote.server.takeRequests()) {
            parts += request.path.startsWith(u"/library/parts"_s) ? 1 : 0;
            QCOMPARE(request.headers.value("x-plex-token"), remote.endpoints.token.reveal());
            QVERIFY(request.value(u"X-Plex-Token"_s).isEmpty());
            QCOMPARE(request.headers.value("x-plex-client-identifier"), "playback-test");
        }
        QVERIFY(parts > 0);
    }

    void cutTransferIsTakenUpAgain()
    {
        Remote remote(NullBackend::Pace::Fast);
        demo::Fault cut = onParts(1);
        cut.cutAfterBytes = 100'000;
        remote.server.inject(cut);
        remote.player.play(remote.tracks.first(1));
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        QCOMPARE(music::firstDifference(remote.out, remote.truth(remote.tracks.first())), -1);
        QVERIFY(remote.errors.isEmpty());
    }

    void connectionThatStaysBrokenStopsWithOneError()
    {
        Remote remote(NullBackend::Pace::Fast);
        demo::Fault drop = onParts(-1);
        drop.dropConnection = true;
        remote.server.inject(drop);
        remote.player.play(remote.tracks.first(5));
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        QCOMPARE(remote.errors, QList<Error::Code> { Error::Code::Offline });
        QCOMPARE(remote.player.queue().currentIndex(), 0);
        remote.server.clearFaults();
        remote.player.resume();
        QTRY_VERIFY_WITH_TIMEOUT(remote.player.queue().currentIndex() >= 1, 30'000);
    }

    void refusedTokenStopsWithOneError()
    {
        Remote remote(NullBackend::Pace::Fast);
        demo::Fault refuse = onParts(-1);
        refuse.status = 401;
        remote.server.inject(refuse);
        remote.player.play(remote.tracks.first(5));
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        QCOMPARE(remote.errors, QList<Error::Code> { Error::Code::Unauthorised });
        QVERIFY(remote.out.empty());
    }

    void missingFileIsSkipped()
    {
        Remote remote(NullBackend::Pace::Fast);
        QList<playback::QueueEntry> entries = remote.tracks.first(2);
        entries[0].partKey = u"/library/parts/999999999/1/file.wav"_s;
        remote.player.play(entries);
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        QCOMPARE(remote.errors, QList<Error::Code> { Error::Code::NotFound });
        QCOMPARE(music::firstDifference(remote.out, remote.truth(entries.at(1))), -1);
    }

    void errorPageInsteadOfMusicIsSkipped()
    {
        Remote remote(NullBackend::Pace::Fast);
        demo::Fault garbage = onParts(1);
        garbage.garbageBody = "<html><body>Sorry</body></html>";
        remote.server.inject(garbage);
        remote.player.play(remote.tracks.first(2));
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        QCOMPARE(remote.errors.size(), 1);
        const music::Samples second = remote.truth(remote.tracks.at(1));
        QVERIFY(remote.out.size() >= second.size());
        QCOMPARE(
            music::firstDifference(std::span<const float>(remote.out).last(second.size()), second),
            -1);
    }

    void seekReadsOnlyWhatItNeeds()
    {
        Remote remote(NullBackend::Pace::Fast);
        const playback::QueueEntry& entry = remote.tracks.last();
        const music::Samples truth = remote.truth(entry);
        const auto target = entry.duration - 2s;
        remote.player.play({ entry });
        remote.player.pause();
        QTRY_VERIFY(remote.player.duration() > 0ms);
        remote.player.seek(target);
        remote.player.resume();
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        const size_t at = static_cast<size_t>(44100 * target.count() / 1000) * 2;
        const auto rest = std::span<const float>(truth).subspan(at);
        QVERIFY(remote.out.size() >= rest.size());
        QCOMPARE(
            music::firstDifference(std::span<const float>(remote.out).last(rest.size()), rest), -1);
    }

    void everyPlaybackIsReportedFromItsStartToItsEndAndCounted()
    {
        Remote remote(NullBackend::Pace::RealTime);
        const auto two = remote.tracks.first(2);
        const QString first = two.at(0).ratingKey.value;
        const QString second = two.at(1).ratingKey.value;
        const auto plays = [&remote, &two] {
            const auto items = support::await(
                remote.plex.metadata({ two.at(0).ratingKey, two.at(1).ratingKey }));
            return items->at(0).viewCount + items->at(1).viewCount;
        };
        const int before = plays();
        remote.player.play(two);
        for (int i = 0; i < 2; ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(remote.player.queue().currentIndex() == i
                    && remote.player.position() > 100ms && remote.player.state() == State::Playing,
                10'000);
            remote.player.seek(remote.player.duration() - 500ms);
        }
        QTRY_VERIFY_WITH_TIMEOUT(remote.isStopped(), 30'000);
        remote.settle();
        QList<demo::RecordedRequest> all;
        QStringList reports = remote.reports(&all);
        reports.removeIf([](const QString& one) { return one.startsWith(u"buffering"_s); });
        reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
        QCOMPARE(reports,
            (QStringList { u"playing@"_s + first, u"stopped@"_s + first + u'+',
                u"playing@"_s + second, u"stopped@"_s + second }));
        QHash<QString, QSet<QByteArray>> identifiers;
        for (const demo::RecordedRequest& request : all) {
            identifiers[request.value(u"ratingKey"_s)].insert(
                request.headers.value("x-plex-session-identifier"));
            QCOMPARE(request.status, 200);
            if (request.value(u"state"_s) == u"stopped"_s) {
                QCOMPARE(request.value(u"time"_s), request.value(u"duration"_s));
            }
        }
        QCOMPARE(identifiers[first].size(), 1);
        QCOMPARE(identifiers[second].size(), 1);
        QVERIFY(identifiers[first] != identifiers[second]);
        QCOMPARE(plays(), before + 2);
    }

    void reportsGoOnWhilePlayingAndPaused()
    {
        Remote remote(NullBackend::Pace::RealTime);
        const auto count = [&remote](const QString& state) {
            const auto requests = remote.server.takeRequests();
            return std::ranges::count_if(requests, [&state](const demo::RecordedRequest& one) {
                return one.value(u"state"_s) == state;
            });
        };
        remote.player.play({ remote.tracks.last() });
        qsizetype seen = 0;
        QTRY_VERIFY((seen += count(u"playing"_s)) >= 3);
        remote.player.pause();
        seen = 0;
        QTRY_VERIFY((seen += count(u"paused"_s)) >= 3);
        remote.player.stop();
        seen = 0;
        QTRY_VERIFY((seen += count(u"stopped"_s)) == 1);
    }

    void newConnectionGoesOnWithTheSession()
    {
        Remote remote(NullBackend::Pace::RealTime);
        auto next = std::make_unique<plex::Server>(
            remote.endpoints.pms, remote.endpoints.token, Remote::identity(), remote.pool);
        const QString key = remote.tracks.last().ratingKey.value;
        remote.player.play({ remote.tracks.last() });
        QList<demo::RecordedRequest> all;
        QStringList seen;
        const auto times = [&](const QString& state) { // asking again is for QTRY
            seen += remote.reports(&all);
            return seen.count(state + u'@' + key);
        };
        QTRY_VERIFY(times(u"playing"_s) > 0);
        remote.reporter.setServer(*next);
        remote.player.pause();
        QTRY_VERIFY(times(u"paused"_s) > 0);
        const qsizetype before = times(u"playing"_s);
        // The next report will not be answered, and then there is yet another connection.
        demo::Fault slow;
        slow.pathPrefix = u"/:/timeline"_s;
        slow.delay = 20s;
        remote.server.inject(slow);
        support::turn(500ms);
        auto third = std::make_unique<plex::Server>(
            remote.endpoints.pms, remote.endpoints.token, Remote::identity(), remote.pool);
        remote.reporter.setServer(*third);
        next.reset();
        remote.player.resume();
        QTRY_VERIFY(times(u"playing"_s) > before);
        remote.player.stop();
        QTRY_VERIFY(times(u"stopped"_s) > 0);
        QSet<QByteArray> sessions;
        for (const demo::RecordedRequest& request : all) {
            sessions.insert(request.headers.value("x-plex-session-identifier"));
        }
        QCOMPARE(sessions.size(), 1);
        remote.settle();
    }

    void endOfTheProgramReportsStopped()
    {
        Remote remote(NullBackend::Pace::RealTime);
        remote.player.play({ remote.tracks.last() });
        QTRY_COMPARE(remote.player.state(), State::Playing);
        QVERIFY(support::await(remote.reporter.close(5s)));
        QVERIFY(remote.reports().last().startsWith(u"stopped@"_s));
        remote.player.stop();
        remote.player.resume();
        QTRY_COMPARE(remote.player.state(), State::Playing);
        QVERIFY(remote.reports().isEmpty());
    }

    void serverThatDoesNotAnswerDoesNotHoldTheEndUp()
    {
        Remote remote(NullBackend::Pace::RealTime);
        demo::Fault slow;
        slow.pathPrefix = u"/:/timeline"_s;
        slow.times = -1;
        slow.delay = 20s;
        remote.server.inject(slow);
        remote.player.play({ remote.tracks.last() });
        QTRY_COMPARE(remote.player.state(), State::Playing);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(support::await(remote.reporter.close(300ms)));
        QVERIFY(clock.elapsed() < 2000);
    }

    void terminatedPlaybackStopsAndIsNotReportedAgain()
    {
        Remote remote(NullBackend::Pace::RealTime);
        QSignalSpy terminated(&remote.reporter, &playback::TimelineReporter::terminated);
        remote.player.play({ remote.tracks.last() });
        QTRY_COMPARE(remote.player.state(), State::Playing);
        remote.server.terminatePlayback(u"Bedtime."_s);
        QTRY_COMPARE(terminated.size(), 1);
        QCOMPARE(terminated.at(0).at(0).toString(), u"Bedtime."_s);
        QVERIFY(remote.isStopped());
        remote.settle();
        const QStringList reports = remote.reports();
        QCOMPARE(reports.filter(u"stopped@"_s).size(), 1);
        QVERIFY(reports.last().startsWith(u"stopped@"_s));
    }
};

QTEST_GUILESS_MAIN(TestRemotePlayback)
#include "tst_remoteplayback.moc"

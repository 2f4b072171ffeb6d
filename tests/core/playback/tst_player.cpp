// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/filesource.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "tests/core/playback/music.h"
#include "tests/support/await.h"
#include "tests/support/tools.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::NullBackend;
using playback::Player;
using playback::QueueEntry;
using playback::Repeat;
using State = Player::State;
using util::Error;

namespace {

constexpr int kRate = 44100;

/// A player over files, with all that came out of it.
struct Stage
{
    explicit Stage(NullBackend::Pace pace)
        : backend(pace,
            [this](
                std::span<const float> part) { out.insert(out.end(), part.begin(), part.end()); })
        , player(backend, [this](const QueueEntry& entry) -> Opened { return open(entry); })
    {
        player.setFade(0ms);
        QObject::connect(&player, &Player::errorOccurred, &player,
            [this](const Error& error, const QueueEntry& entry) {
                errors.append({ error.code, entry.title });
            });
        QObject::connect(&player, &Player::trackChanged, &player,
            [this] { tracks += player.current() ? player.current()->title : u"-"_s; });
    }

    using Opened = util::Result<std::unique_ptr<playback::ByteSource>>;
    Opened open(const QueueEntry& entry)
    {
        opened.append(entry.title);
        if (const auto refusal = refusals.constFind(entry.title); refusal != refusals.cend()) {
            return Error { *refusal, u"Refused."_s, {}, 0, {} };
        }
        if (const auto refusal = refusedOnce.take(entry.title)) {
            return Error { *refusal, u"Refused."_s, {}, 0, {} };
        }
        auto file = playback::FileSource::open(entry.partKey);
        if (!file) {
            return file.error();
        }
        return std::unique_ptr<playback::ByteSource>(std::move(*file));
    }
    /// Whether anything of the player wakes the program up.
    bool hasTimers() const
    {
        const auto timers = player.findChildren<QTimer*>();
        return std::ranges::any_of(timers, &QTimer::isActive);
    }
    bool plays() const { return player.state() == State::Playing; }
    bool isStopped() const { return player.state() == State::Stopped; }

    music::Samples out; // the backend's thread writes; read it only when nothing plays
    QHash<QString, Error::Code> refusals;
    QHash<QString, std::optional<Error::Code>> refusedOnce;
    QStringList opened;
    QList<std::pair<Error::Code, QString>> errors;
    QString tracks;
    NullBackend backend;
    Player player;
};

} // namespace

class TestPlayer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    // One signal cut in four: a, b, c, d. The last is longer than what is decoded ahead.
    music::Samples m_sweep = music::sweep(kRate, 16 * kRate);
    QList<size_t> m_cuts { 0, 100'003, 200'017, 300'029, 16 * kRate };

    QueueEntry entry(const QString& title) const
    {
        QueueEntry made;
        made.title = title;
        made.partKey = m_dir.filePath(title + u".flac"_s);
        made.duration = 4s;
        return made;
    }
    QList<QueueEntry> entries(const QString& titles) const
    {
        QList<QueueEntry> list;
        for (const QChar title : titles) {
            list.append(entry(title));
        }
        return list;
    }
    std::span<const float> signal(int from, int to) const
    {
        return std::span<const float>(m_sweep).subspan(
            m_cuts.at(from) * 2, (m_cuts.at(to) - m_cuts.at(from)) * 2);
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("ffmpeg");
        for (int i = 0; i < 4; ++i) {
            QVERIFY(music::encode(
                m_dir.filePath(QString(QChar(u'a' + i)) + u".flac"_s), signal(i, i + 1), kRate));
        }
        QFile bad(m_dir.filePath(u"x.flac"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("This is no music.");
        QFile whole(m_dir.filePath(u"b.flac"_s));
        QFile cut(m_dir.filePath(u"y.flac"_s));
        QVERIFY(whole.open(QIODevice::ReadOnly) && cut.open(QIODevice::WriteOnly));
        cut.write(whole.read(whole.size() / 2));
    }

    void albumComesOutAsOneSignal()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.play(entries(u"abcd"_s));
        QCOMPARE(stage.player.state(), State::Loading);
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(music::firstDifference(stage.out, m_sweep), -1);
        QCOMPARE(stage.tracks, u"abcd"_s);
        QCOMPARE(stage.opened.size(), 4);
        QVERIFY(stage.errors.isEmpty());
    }

    void realTimeJoinHasNoGap()
    {
        Stage stage(NullBackend::Pace::RealTime);
        stage.player.play(entries(u"ab"_s));
        stage.player.setRepeat(Repeat::All);
        QTRY_COMPARE_WITH_TIMEOUT(stage.tracks, u"ab"_s, 10'000);
        QVERIFY(stage.plays());
        QVERIFY(stage.player.position() < 500ms);
        QTRY_COMPARE_WITH_TIMEOUT(stage.tracks, u"aba"_s, 10'000);
        stage.player.stop();
        QCOMPARE(stage.player.position(), 0ms);
        QTRY_VERIFY(!stage.hasTimers());
        QVERIFY(stage.out.size() > signal(0, 2).size());
        const auto heard = std::span<const float>(stage.out).first(signal(0, 2).size());
        QCOMPARE(music::firstDifference(heard, signal(0, 2)), -1);
    }

    void badTrackIsToldAndSkipped()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.play(entries(u"axb"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(music::firstDifference(stage.out, signal(0, 2)), -1);
        QCOMPARE(stage.errors.size(), 1);
        QCOMPARE(stage.errors.at(0).second, u"x"_s);
        QCOMPARE(stage.player.current()->title, u"b"_s);
    }

    void badTrackAtTheStartIsSkipped()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.refusals.insert(u"d"_s, Error::Code::NotFound);
        stage.player.play(entries(u"dxa"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(music::firstDifference(stage.out, signal(0, 1)), -1);
        QCOMPARE(stage.errors.size(), 2);
        QCOMPARE(stage.errors.at(0).first, Error::Code::NotFound);
    }

    void fileCutShortIsPlayedAsFarAsItGoes()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.play(entries(u"ya"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(stage.errors.size(), 1);
        QCOMPARE(stage.errors.at(0).second, u"y"_s);
        QVERIFY(stage.out.size() > signal(0, 1).size() + 30'000);
        const auto last = std::span<const float>(stage.out).last(signal(0, 1).size());
        QCOMPARE(music::firstDifference(last, signal(0, 1)), -1);
    }

    void onlyBadTracksEndSoon()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.setRepeat(Repeat::All);
        stage.player.play(entries(u"xxxxxxxxxxxxxxxxxxxxxxxxx"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QVERIFY(stage.errors.size() <= 5);
    }

    void lostConnectionStopsAndResumesThere()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.refusals.insert(u"b"_s, Error::Code::Unauthorised);
        stage.player.play(entries(u"abc"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(stage.player.current()->title, u"b"_s);
        QCOMPARE(stage.errors,
            (QList<std::pair<Error::Code, QString>> { { Error::Code::Unauthorised, u"b"_s } }));
        stage.refusals.clear();
        stage.player.resume();
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(music::firstDifference(stage.out, signal(0, 3)), -1);
    }

    void aNextTrackThatFailsOnceIsTriedAgainInItsTurn()
    {
        Stage stage(NullBackend::Pace::RealTime);
        stage.refusedOnce.insert(u"b"_s, Error::Code::Timeout);
        stage.player.play(entries(u"ab"_s));
        QTRY_COMPARE(stage.opened.size(), 2); // while the first one plays
        QCOMPARE(stage.tracks, u"a"_s);
        QTRY_COMPARE_WITH_TIMEOUT(stage.tracks, u"ab"_s, 10'000);
        QTRY_VERIFY(stage.player.position() > 200ms);
        QCOMPARE(stage.opened, (QStringList { u"a"_s, u"b"_s, u"b"_s }));
        QVERIFY(stage.errors.isEmpty());
    }

    void seekGoesToTheSample()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.play(entries(u"d"_s));
        stage.player.pause();
        QTRY_VERIFY(stage.player.duration() == 9196ms);
        stage.player.seek(4s);
        QCOMPARE(stage.player.position(), 4000ms);
        stage.player.resume();
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        const auto rest = signal(3, 4).subspan(4 * kRate * 2);
        QVERIFY(stage.out.size() >= rest.size());
        const auto heard = std::span<const float>(stage.out).last(rest.size());
        QCOMPARE(music::firstDifference(heard, rest), -1);
    }

    void pauseHoldsAndResumeGoesOn()
    {
        Stage stage(NullBackend::Pace::RealTime);
        stage.player.play(entries(u"ab"_s));
        QTRY_VERIFY(stage.player.position() > 300ms);
        stage.player.pause();
        QCOMPARE(stage.player.state(), State::Paused);
        QTRY_VERIFY(!stage.hasTimers());
        const auto at = stage.player.position();
        const size_t heard = stage.out.size();
        stage.player.toggle();
        QTRY_VERIFY(stage.plays());
        QVERIFY(stage.player.position() >= at);
        QVERIFY(stage.player.position() < at + 500ms);
        QTRY_COMPARE_WITH_TIMEOUT(stage.tracks, u"ab"_s, 10'000);
        stage.player.pause();
        QTRY_VERIFY(!stage.hasTimers());
        QVERIFY(stage.out.size() > heard);
        QCOMPARE(music::firstDifference(stage.out, signal(0, 2).first(stage.out.size())), -1);
    }

    void positionRunsWithTheClockAtMostFourTimesASecond()
    {
        Stage stage(NullBackend::Pace::RealTime);
        stage.player.play(entries(u"d"_s));
        QTRY_VERIFY(stage.plays());
        QSignalSpy positions(&stage.player, &Player::positionChanged);
        const auto from = stage.player.position();
        QElapsedTimer clock;
        clock.start();
        QTRY_VERIFY(positions.size() >= 6);
        const auto passed = std::chrono::milliseconds(clock.elapsed());
        QVERIFY(passed >= 1250ms);
        QVERIFY(std::chrono::abs(stage.player.position() - from - passed) < 300ms);
    }

    void previousRestartsAfterThreeSeconds()
    {
        Stage stage(NullBackend::Pace::RealTime);
        stage.player.play(entries(u"abd"_s), 2);
        stage.player.seek(3500ms);
        QTRY_VERIFY(stage.plays());
        stage.player.previous();
        QCOMPARE(stage.player.current()->title, u"d"_s);
        QVERIFY(stage.player.position() < 100ms);
        stage.player.previous();
        QCOMPARE(stage.player.current()->title, u"b"_s);
        stage.player.next();
        QCOMPARE(stage.player.current()->title, u"d"_s);
        stage.player.next();
        QVERIFY(stage.isStopped());
    }

    void skippingWildlyEndsWithTheLastOne()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.play(entries(u"dddddddddddddddddddddddddddddda"_s));
        for (int i = 0; i < 30; ++i) {
            stage.player.next();
            if (i % 7 == 0) {
                support::turn(0ms);
            }
        }
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        const auto last = std::span<const float>(stage.out).last(signal(0, 1).size());
        QCOMPARE(music::firstDifference(last, signal(0, 1)), -1);
    }

    void changedQueueTakesThePreparedTrackBack()
    {
        Stage stage(NullBackend::Pace::RealTime);
        stage.player.play(entries(u"ab"_s));
        QTRY_VERIFY(stage.opened.contains(u"b"_s));
        stage.player.playNext(entries(u"c"_s));
        QTRY_COMPARE_WITH_TIMEOUT(stage.tracks, u"ac"_s, 10'000);
        stage.player.removeRows({ 1 });
        QTRY_COMPARE(stage.tracks, u"acb"_s);
        stage.player.clearQueue();
        QVERIFY(stage.isStopped());
        QVERIFY(!stage.player.current());
        stage.player.resume();
        QVERIFY(stage.isStopped());
    }

    void volumeOneLeavesSamplesAloneAndHalfIsAnEighth()
    {
        Stage stage(NullBackend::Pace::Fast);
        stage.player.setVolume(0.5);
        stage.player.play(entries(u"a"_s));
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        QCOMPARE(stage.out.size(), signal(0, 1).size());
        for (size_t i = 0; i < stage.out.size(); i += 997) {
            QCOMPARE(stage.out[i], signal(0, 1)[i] / 8);
        }
        stage.player.setVolume(7);
        QCOMPARE(stage.player.volume(), 1.0);
    }

    void loudnessGainStopsAtThePeak()
    {
        QueueEntry quiet = entry(u"a"_s);
        quiet.loudness.gainDb = 12;
        quiet.loudness.peak = 0.5;
        Stage stage(NullBackend::Pace::Fast);
        stage.player.setGainMode(playback::GainMode::Track);
        stage.player.play({ quiet });
        QTRY_VERIFY_WITH_TIMEOUT(stage.isStopped(), 20'000);
        for (size_t i = 0; i < stage.out.size(); i += 997) {
            QCOMPARE(stage.out[i], signal(0, 1)[i] * 2);
        }
    }

    void goneWhilePlayingLeavesNothingBehind()
    {
        for (int round = 0; round < 20; ++round) {
            Stage stage(round % 2 ? NullBackend::Pace::Fast : NullBackend::Pace::RealTime);
            stage.player.play(entries(u"dabc"_s));
            support::turn(7ms * round);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/decoder.h"
#include "core/playback/filesource.h"
#include "core/playback/mixer.h"
#include "core/playback/nullbackend.h"
#include "tests/core/playback/music.h"
#include "tests/support/await.h"
#include "tests/support/tools.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::AudioFormat;
using playback::Decoder;
using playback::Mixer;
using playback::MixerEvent;
using playback::MixerOrder;
using playback::Pcm;
using Kind = playback::MixerEvent::Kind;

namespace {

constexpr AudioFormat kFormat { 44100, 2 };

std::shared_ptr<Pcm> track(const music::Samples& samples, float gain = 1, bool closed = true)
{
    auto pcm = std::make_shared<Pcm>(kFormat, playback::QueueEntryId { 1 }, 0ms, gain);
    pcm->ring.tryPush(std::span<const float>(samples));
    if (closed) {
        pcm->ring.close();
    }
    return pcm;
}

/// 1, 2, 3 … as samples, scaled so that halves stay exact.
music::Samples steps(int frames, int from = 0)
{
    music::Samples samples(static_cast<size_t>(frames) * 2);
    std::iota(samples.begin(), samples.end(), static_cast<float>(2 * from + 1));
    return samples;
}

MixerOrder order(quint64 start, std::shared_ptr<Pcm> current, std::shared_ptr<Pcm> next = {},
    bool paused = false, bool fadeIn = false)
{
    return { start, std::move(current), std::move(next), paused, fadeIn };
}

/// Pulls @p frames in pieces of @p piece; returns the music in it.
music::Samples pull(Mixer& mixer, int frames, int piece = 97)
{
    music::Samples all;
    while (frames > 0) {
        const int count = std::min(frames, piece);
        music::Samples part(static_cast<size_t>(count) * 2, 99.0F);
        const size_t got = mixer.pull(part);
        if (std::any_of(part.begin() + static_cast<std::ptrdiff_t>(got) * 2, part.end(),
                [](float value) { return value != 0; })) {
            qFatal("what is no music is not silence");
        }
        all.insert(all.end(), part.begin(), part.begin() + static_cast<std::ptrdiff_t>(got) * 2);
        frames -= count;
    }
    return all;
}

QList<Kind> events(Mixer& mixer)
{
    QList<Kind> kinds;
    while (const auto event = mixer.takeEvent()) {
        kinds.append(event->kind);
    }
    return kinds;
}

} // namespace

class TestMixer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void silentUntilThereIsAnOrder()
    {
        Mixer mixer(kFormat);
        QVERIFY(pull(mixer, 1000).empty());
        QVERIFY(!mixer.isStarved());
        QVERIFY(events(mixer).isEmpty());
    }

    void joinsTracksWithoutAGap()
    {
        Mixer mixer(kFormat);
        mixer.setOrder(order(1, track(steps(5000)), track(steps(1, 5000))));
        music::Samples got = pull(mixer, 5001);
        mixer.setOrder(order(1, {}, track(steps(3000, 5001))));
        const music::Samples more = pull(mixer, 6000);
        got.insert(got.end(), more.begin(), more.end());
        QCOMPARE(music::firstDifference(got, steps(8001)), -1);
        QCOMPARE(mixer.handed(), quint64(8001));
        QCOMPARE(events(mixer),
            (QList<Kind> { Kind::Started, Kind::Released, Kind::Started, Kind::Released,
                Kind::Started, Kind::Released, Kind::Ended }));
    }

    void startedTellsTheExactPlace()
    {
        Mixer mixer(kFormat);
        const auto first = track(steps(1234));
        const auto second = track(steps(10));
        mixer.setOrder(order(1, first, second));
        (void)pull(mixer, 2000, 500);
        std::vector<quint64> places;
        while (const auto event = mixer.takeEvent()) {
            if (event->kind == Kind::Started) {
                places.push_back(event->at);
            }
        }
        QCOMPARE(places, (std::vector<quint64> { 0, 1234 }));
    }

    void followerThatComesTooLatePlaysAtOnce()
    {
        Mixer mixer(kFormat);
        mixer.setOrder(order(1, track(steps(100))));
        QCOMPARE(pull(mixer, 500).size(), size_t(200));
        mixer.setOrder(order(1, {}, track(steps(100, 100))));
        QCOMPARE(music::firstDifference(pull(mixer, 500), steps(100, 100)), -1);
    }

    void sameOrderTwiceChangesNothing()
    {
        Mixer mixer(kFormat);
        const auto first = track(steps(100));
        const auto second = track(steps(100, 100));
        mixer.setOrder(order(1, first, second));
        music::Samples got = pull(mixer, 150); // is in the second now
        mixer.setOrder(order(1, first, second));
        const music::Samples rest = pull(mixer, 500);
        got.insert(got.end(), rest.begin(), rest.end());
        QCOMPARE(music::firstDifference(got, steps(200)), -1);
        QCOMPARE(events(mixer).count(Kind::Ended), 1);
    }

    void newStartReplacesWhatPlays()
    {
        Mixer mixer(kFormat);
        mixer.setOrder(order(1, track(steps(9000)), track(steps(10))));
        (void)pull(mixer, 100);
        mixer.setOrder(order(2, track(steps(50, 7000))));
        QCOMPARE(music::firstDifference(pull(mixer, 500), steps(50, 7000)), -1);
        QCOMPARE(events(mixer),
            (QList<Kind> { Kind::Started, Kind::Released, Kind::Released, Kind::Started,
                Kind::Released, Kind::Ended }));
    }

    void pauseHoldsThePlace()
    {
        Mixer mixer(kFormat);
        const auto pcm = track(steps(1000));
        mixer.setOrder(order(1, pcm));
        music::Samples got = pull(mixer, 300);
        mixer.setOrder(order(1, pcm, {}, true));
        QVERIFY(pull(mixer, 300).empty());
        QVERIFY(events(mixer).contains(Kind::Paused));
        mixer.setOrder(order(1, pcm));
        const music::Samples rest = pull(mixer, 5000);
        got.insert(got.end(), rest.begin(), rest.end());
        QCOMPARE(music::firstDifference(got, steps(1000)), -1);
    }

    void fadesOutBeforeSilenceAndBackIn()
    {
        Mixer mixer(kFormat);
        mixer.setFade(100);
        const auto pcm = track(music::Samples(20000, 1.0F));
        mixer.setOrder(order(1, pcm));
        const music::Samples start = pull(mixer, 200);
        QVERIFY(std::ranges::all_of(start, [](float value) { return value == 1; }));
        mixer.setOrder(order(1, pcm, {}, true));
        const music::Samples out = pull(mixer, 300);
        QCOMPARE(out.size(), size_t(200));
        QVERIFY(std::ranges::is_sorted(out, std::ranges::greater()));
        QVERIFY(out.back() < 0.02F);
        mixer.setOrder(order(1, pcm));
        const music::Samples in = pull(mixer, 300);
        QVERIFY(in.front() < 0.02F);
        QVERIFY(std::ranges::is_sorted(in));
        QCOMPARE(in.back(), 1.0F);
    }

    void fadeDoesNotOutliveItsTrack()
    {
        Mixer mixer(kFormat);
        mixer.setFade(1000);
        const auto pcm = track(steps(1000));
        mixer.setOrder(order(1, pcm));
        (void)pull(mixer, 900);
        mixer.setOrder(order(2, {})); // stop, with 100 frames left
        QCOMPARE(pull(mixer, 3000).size(), size_t(200));
        mixer.setOrder(order(3, track(steps(10))));
        QCOMPARE(music::firstDifference(pull(mixer, 100), steps(10)), -1);
    }

    void gainAndVolumeMultiply()
    {
        Mixer mixer(kFormat);
        mixer.setVolume(0.5F);
        mixer.setOrder(order(1, track(music::Samples(400, 1.0F), 0.5F)));
        const music::Samples got = pull(mixer, 200);
        QCOMPARE(got.size(), size_t(400));
        QVERIFY(std::ranges::all_of(got, [](float value) { return value == 0.25F; }));
    }

    void volumeGlides()
    {
        Mixer mixer(kFormat);
        mixer.setOrder(order(1, track(music::Samples(4000, 1.0F))));
        (void)pull(mixer, 100, 100);
        mixer.setVolume(0);
        const music::Samples got = pull(mixer, 200, 100);
        QCOMPARE(got.front(), 1.0F);
        QVERIFY(std::ranges::is_sorted(got, std::ranges::greater()));
        QCOMPARE(got.back(), 0.0F);
    }

    void waitsForACushionAfterRunningDry()
    {
        Mixer mixer(kFormat);
        const auto pcm = track(steps(10), 1, false);
        mixer.setOrder(order(1, pcm));
        QVERIFY(pull(mixer, 100).empty());
        QVERIFY(mixer.isStarved());
        const music::Samples rest = steps(20000, 10);
        pcm->ring.tryPush(std::span<const float>(rest));
        QCOMPARE(pull(mixer, 500).size(), size_t(1000));
        QVERIFY(!mixer.isStarved());
    }

    void ordersNobodyPulledAreDropped()
    {
        std::weak_ptr<Pcm> seen;
        {
            Mixer mixer(kFormat);
            for (quint64 i = 1; i < 500; ++i) {
                auto pcm = track(steps(10));
                seen = pcm;
                mixer.setOrder(order(i, std::move(pcm)));
            }
            QVERIFY(!seen.expired());
            QCOMPARE(music::firstDifference(pull(mixer, 100), steps(10)), -1);
        }
        QVERIFY(seen.expired());
    }

    void eventsNobodyTookStopTheMusicAndLoseNothing()
    {
        Mixer mixer(kFormat);
        music::Samples got;
        int made = 0;
        quint64 start = 0;
        std::shared_ptr<Pcm> next;
        for (int round = 0; round < 300; ++round) {
            if (!next || next->isUsed) {
                next = track(steps(3, made));
                made += 3;
            }
            mixer.setOrder(order(start, {}, next));
            const music::Samples part = pull(mixer, 2);
            got.insert(got.end(), part.begin(), part.end());
            if (round % 100 == 99) {
                (void)events(mixer);
            }
        }
        QVERIFY(got.size() > 100);
        QCOMPARE(
            music::firstDifference(got, std::span<const float>(steps(made)).first(got.size())), -1);
    }

    void cutAlbumComesOutAsOnePiece_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("flac") << u".flac"_s;
        QTest::newRow("mp3") << u".mp3"_s;
        QTest::newRow("ogg") << u".ogg"_s;
        QTest::newRow("m4a") << u".m4a"_s;
        QTest::newRow("opus") << u".opus"_s;
    }
    void cutAlbumComesOutAsOnePiece()
    {
        NEEDS_TOOL("ffmpeg");
        QFETCH(QString, suffix);
        const AudioFormat format { suffix == u".opus"_s ? 48000 : 44100, 2 };
        QTemporaryDir dir;
        const music::Samples whole = music::sweep(format.sampleRate, 20 * format.sampleRate);
        const size_t cut = 442'234 * 2; // inside a frame of every codec
        const QString first = dir.filePath(u"1"_s + suffix);
        const QString second = dir.filePath(u"2"_s + suffix);
        QVERIFY(music::encode(first, std::span<const float>(whole).first(cut), format.sampleRate));
        QVERIFY(
            music::encode(second, std::span<const float>(whole).subspan(cut), format.sampleRate));

        const music::Samples got = playPair(format, first, second);
        // One frame more each: what the AAC encoder wrote as the length, see tst_libavsource.
        const qsizetype late = static_cast<qsizetype>(got.size() / 2) - 20 * format.sampleRate;
        QVERIFY2(
            late >= 0 && late <= (suffix == u".m4a"_s ? 2 : 0), qPrintable(QString::number(late)));
        if (suffix == u".flac"_s) {
            QCOMPARE(music::firstDifference(got, whole), -1);
            return;
        }
        // tst_libavsource compares each file alone with ffmpeg's program.
        music::Samples truth = decodeAlone(format, first);
        const music::Samples rest = decodeAlone(format, second);
        truth.insert(truth.end(), rest.begin(), rest.end());
        QCOMPARE(music::firstDifference(got, truth), -1);
    }

private:
    static music::Samples decodeAlone(AudioFormat format, const QString& path)
    {
        auto source = playback::LibavSource::open(std::move(*playback::FileSource::open(path)), {});
        music::Samples all(size_t(1) << 22);
        if (!source || !(*source)->start(format, 0, {})) {
            return {};
        }
        size_t used = 0;
        while (true) {
            const auto got = (*source)->read(std::span(all).subspan(used), {});
            if (!got || *got == 0) {
                break;
            }
            used += static_cast<size_t>(*got) * 2;
        }
        all.resize(used);
        return all;
    }

    /// Plays two files through decoders, mixer and null output, and returns what came out.
    static music::Samples playPair(AudioFormat format, const QString& first, const QString& second)
    {
        music::Samples got; // written by the backend's thread until it has stopped
        playback::NullBackend backend(
            playback::NullBackend::Pace::Fast, [&got](std::span<const float> part) {
                got.insert(got.end(), part.begin(), part.end());
            });
        std::vector<std::unique_ptr<Decoder>> decoders;
        std::vector<std::shared_ptr<Pcm>> pcms;
        for (const QString& path : { first, second }) {
            auto file = playback::FileSource::open(path);
            decoders.push_back(std::make_unique<Decoder>(std::move(*file)));
            Decoder& decoder = *decoders.back();
            QSignalSpy opened(&decoder, &Decoder::opened);
            decoder.open();
            if (!opened.wait() || !decoder.shape()) {
                return {};
            }
            pcms.push_back(std::make_shared<Pcm>(format, playback::QueueEntryId { 1 }, 0ms, 1.0F));
            decoder.decode(pcms.back());
        }
        auto mixer = std::make_shared<Mixer>(format); // shared with the backend
        mixer->setOrder(order(1, pcms[0], pcms[1]));
        if (!support::await(backend.start(mixer))) {
            return {};
        }
        bool ended
            = QTest::qWaitFor([&mixer] { return events(*mixer).contains(Kind::Ended); }, 20'000);
        if (!support::await(backend.stop())) {
            return {};
        }
        return ended ? got : music::Samples();
    }
};

QTEST_GUILESS_MAIN(TestMixer)
#include "tst_mixer.moc"

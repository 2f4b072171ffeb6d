// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/audiooutput.h"
#include "core/playback/filesource.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "core/playback/qtaudiobackend.h"
#include "tests/core/playback/music.h"
#include "tests/support/tools.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::Player;

namespace {

constexpr int kRate = 44100;

/// A PulseAudio of our own whose only device is a null sink that can be recorded.
class PulseServer
{
public:
    bool start(const QString& dir)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto* name : { "HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH",
                 "PULSE_STATE_PATH", "XDG_CONFIG_HOME" }) {
            environment.insert(QString::fromLatin1(name), dir);
        }
        m_server.setProcessEnvironment(environment);
        const QString socket = dir + u"/pulse.sock"_s;
        m_server.start(u"pulseaudio"_s,
            { u"-n"_s, u"--daemonize=no"_s, u"--exit-idle-time=-1"_s, u"--use-pid-file=no"_s,
                u"-L"_s, u"module-native-protocol-unix auth-anonymous=1 socket="_s + socket,
                u"-L"_s, u"module-null-sink sink_name=nul rate=44100 format=s16le channels=2"_s });
        qputenv("PULSE_SERVER", "unix:" + socket.toUtf8());
        return m_server.waitForStarted()
            && QTest::qWaitFor([&socket] { return QFile::exists(socket); }, 10'000);
    }
    /// Until the end: a null sink that nobody listens to takes samples two seconds at a time.
    void record(const QString& file)
    {
        m_recorder.setStandardOutputFile(file);
        m_recorder.start(u"parec"_s,
            { u"-d"_s, u"nul.monitor"_s, u"--format=s16le"_s, u"--rate=44100"_s, u"--channels=2"_s,
                u"--raw"_s, u"--latency-msec=20"_s });
        QVERIFY(m_recorder.waitForStarted());
        // Its first bytes: from now on nothing is missed.
        QVERIFY(QTest::qWaitFor([&file] { return QFile(file).size() > 0; }, 10'000));
    }
    void stop()
    {
        m_recorder.terminate();
        m_recorder.waitForFinished();
        m_server.terminate();
        m_server.waitForFinished();
    }

private:
    QProcess m_server;
    QProcess m_recorder;
};

std::vector<qint16> readRecording(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray raw = file.readAll();
    std::vector<qint16> samples(static_cast<size_t>(raw.size()) / sizeof(qint16));
    std::memcpy(samples.data(), raw.constData(), samples.size() * sizeof(qint16));
    return samples;
}

/// CPU time of this process.
std::chrono::microseconds cpu()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_nsec / 1000);
}

} // namespace

class TestSoundCard : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    PulseServer m_pulse;
    music::Samples m_sweep = music::sweep(kRate, 5 * kRate);
    QList<playback::QueueEntry> m_album;

    static Player::OpenSource files()
    {
        return [](const playback::QueueEntry& entry)
                   -> util::Result<std::unique_ptr<playback::ByteSource>> {
            auto file = playback::FileSource::open(entry.partKey);
            if (!file) {
                return file.error();
            }
            return std::unique_ptr<playback::ByteSource>(std::move(*file));
        };
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("ffmpeg");
        NEEDS_TOOL("pulseaudio");
        NEEDS_TOOL("parec");
        // What a stream plays in its first 20 ms does not reach a null sink's monitor: the server
        // takes it into a block that it has handed to the monitor already. So silence goes first.
        const music::Samples quiet(kRate / 2, 0.0F);
        const std::span<const float> sweep(m_sweep);
        const size_t cut = 2 * 100'003;
        for (const auto& [name, part] : { std::pair { u"0.flac"_s, std::span<const float>(quiet) },
                 { u"1.flac"_s, sweep.first(cut) }, { u"2.flac"_s, sweep.subspan(cut) } }) {
            playback::QueueEntry entry;
            entry.partKey = m_dir.filePath(name);
            QVERIFY(music::encode(entry.partKey, part, kRate));
            m_album.append(entry);
        }
    }

    // First: Qt reads the environment once.
    void recordingEqualsTheFilesSampleForSample()
    {
        QVERIFY(m_pulse.start(m_dir.path()));
        const QString file = m_dir.filePath(u"recording.raw"_s);
        m_pulse.record(file);
        playback::QtAudioBackend device;
        Player player(device, files());
        player.play(m_album);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Stopped, 20'000);
        // Silence behind the music shows that its end was recorded.
        const qint64 heard = static_cast<qint64>(readRecording(file).size()) * 2;
        QTRY_VERIFY_WITH_TIMEOUT(QFile(file).size() > heard + 200'000, 10'000);

        const std::vector<qint16> recording = readRecording(file);
        std::vector<qint16> expected;
        expected.reserve(m_sweep.size());
        for (const float sample : m_sweep) {
            expected.push_back(static_cast<qint16>(std::lround(sample * 32768)));
        }
        // The first sample of the sweep is 0; the search starts behind it.
        const auto begin = std::search(
            recording.begin(), recording.end(), expected.begin(), expected.begin() + 4000);
        QVERIFY2(begin != recording.end(), "the beginning was not recorded as it is in the file");
        const auto length = std::min<std::ptrdiff_t>(
            recording.end() - begin, static_cast<std::ptrdiff_t>(expected.size()));
        QCOMPARE(length, static_cast<std::ptrdiff_t>(expected.size()));
        const auto [got, want] = std::mismatch(begin, begin + length, expected.begin());
        QVERIFY2(want == expected.end(),
            qPrintable(
                u"differs at sample %1 of %2"_s.arg(want - expected.begin()).arg(expected.size())));
    }

    void positionIsWhatIsHeard()
    {
        playback::QtAudioBackend device;
        Player player(device, files());
        QElapsedTimer clock;
        player.play(m_album);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, 20'000);
        clock.start();
        const auto from = player.position();
        QTRY_VERIFY_WITH_TIMEOUT(clock.hasExpired(1500), 5000);
        const auto ran = player.position() - from;
        const auto late = ran - std::chrono::milliseconds(clock.elapsed());
        qInfo() << "position ran" << ran.count() << "ms, off by" << late.count();
        QVERIFY(std::chrono::abs(late) < 400ms);
    }

    void pausedCostsNothing()
    {
        playback::QtAudioBackend device;
        Player player(device, files());
        player.play(m_album);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, 20'000);
        player.pause();
        const auto timers = [&player] {
            const auto all = player.findChildren<QTimer*>();
            return std::ranges::any_of(all, &QTimer::isActive);
        };
        QTRY_VERIFY(!timers());
        const auto before = cpu();
        QElapsedTimer clock;
        clock.start();
        // One timer of the test, so that its own waiting is not what is measured.
        QTimer end;
        end.setSingleShot(true);
        QSignalSpy over(&end, &QTimer::timeout);
        end.start(4s);
        over.wait(6000);
        const double share = static_cast<double>((cpu() - before).count()) / 1000
            / static_cast<double>(clock.elapsed());
        qInfo() << "paused:" << share * 100 << "% of a core";
        QVERIFY(share < 0.01); // the figure is 0.001; a busy machine's noise stays below this
        player.resume();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, 20'000);
    }

    void withoutADeviceTheClockRunsOn()
    {
        m_pulse.stop();
        playback::QtAudioBackend device;
        playback::NullBackend silence;
        playback::AudioOutput output(device, silence);
        QSignalSpy silent(&output, &playback::AudioOutput::silentChanged);
        Player player(output, files());
        player.play(m_album);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 300ms, 20'000);
        QVERIFY(output.isSilent());
        QCOMPARE(silent.size(), 1);
        QCOMPARE(silent.at(0).at(0).toBool(), true);
        player.pause();
        output.retry();
        player.resume();
        const auto at = player.position();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > at + 200ms, 20'000);
    }

    void cleanupTestCase() { m_pulse.stop(); }
};

QTEST_GUILESS_MAIN(TestSoundCard)
#include "tst_soundcard.moc"

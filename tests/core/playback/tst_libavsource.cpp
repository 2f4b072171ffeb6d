// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/filesource.h"
#include "core/playback/libavsource.h"
#include "tests/core/playback/music.h"
#include "tests/support/tools.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using playback::AudioFormat;
using playback::FileSource;
using playback::LibavSource;
using util::Error;

namespace {

constexpr int kRate = 44100;
constexpr qint64 kFrames = 10 * kRate + 4321; // ends inside a frame of every codec

using Opened = util::Result<std::unique_ptr<LibavSource>>;

Opened open(const QString& path)
{
    auto file = FileSource::open(path);
    if (!file) {
        return file.error();
    }
    return LibavSource::open(std::move(*file), {});
}

/// Reads to the end, in pieces that fit no codec's frame.
util::Result<music::Samples> readAll(LibavSource& source, AudioFormat format, qint64 from = 0)
{
    if (const auto started = source.start(format, from, {}); !started) {
        return started.error();
    }
    music::Samples all;
    std::vector<float> piece(777 * static_cast<size_t>(format.channels));
    while (true) {
        const auto got = source.read(piece, {});
        if (!got) {
            return got.error();
        }
        if (*got == 0) {
            return all;
        }
        all.insert(all.end(), piece.begin(), piece.begin() + *got * format.channels);
    }
}

float largestDifference(std::span<const float> a, std::span<const float> b)
{
    float largest = 0;
    for (size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, std::abs(a[i] - b[i]));
    }
    return largest;
}

/// A file that fails from a certain place on.
class FaultySource final : public playback::ByteSource
{
public:
    FaultySource(QByteArray bytes, qint64 failsAt, Error error)
        : m_bytes(std::move(bytes))
        , m_failsAt(failsAt)
        , m_error(std::move(error))
    {
    }
    util::Result<qint64> read(
        qint64 offset, std::span<std::byte> into, std::stop_token /*stop*/) override
    {
        if (offset >= m_failsAt) {
            return m_error;
        }
        const qint64 count
            = std::clamp<qint64>(m_bytes.size() - offset, 0, static_cast<qint64>(into.size()));
        memcpy(into.data(), m_bytes.constData() + offset, static_cast<size_t>(count));
        return count;
    }
    util::Result<qint64> size(std::stop_token /*stop*/) override { return m_bytes.size(); }
    bool isRemote() const override { return true; }

private:
    QByteArray m_bytes;
    qint64 m_failsAt;
    Error m_error;
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestLibavSource : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    music::Samples m_sweep = music::sweep(kRate, kFrames);

    QString path(const QString& name) const { return m_dir.filePath(name); }

    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    static void formatRows()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("rate");
        for (const auto& [name, rate] :
            { std::pair { "a.flac", kRate }, { "a.mp3", kRate }, { "vbr.mp3", kRate },
                { "a.m4a", kRate }, { "a.ogg", kRate }, { "a.opus", 48000 }, { "a.wav", kRate } }) {
            QTest::newRow(name) << QString::fromLatin1(name) << rate;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("ffmpeg");
        for (const auto& name :
            { u"a.flac"_s, u"a.mp3"_s, u"a.m4a"_s, u"a.ogg"_s, u"a.opus"_s, u"a.wav"_s }) {
            QVERIFY2(music::encode(path(name), m_sweep, kRate), qPrintable(name));
        }
        QVERIFY(music::encode(path(u"vbr.mp3"_s), m_sweep, kRate, { u"-q:a"_s, u"4"_s }));
    }

    void decodesWhatFfmpegDecodes_data() { formatRows(); }
    void decodesWhatFfmpegDecodes()
    {
        QFETCH(QString, name);
        QFETCH(int, rate);
        auto source = open(path(name));
        QVERIFY(source);
        QCOMPARE((*source)->shape().sampleRate, rate);
        QCOMPARE((*source)->shape().channels, 2);
        auto got = readAll(**source, { rate, 2 });
        QVERIFY(got);
        music::Samples truth = music::decode(path(name));
        // The program leaves AAC's padding at the end; the track's length is ours to keep. Encoders
        // of AAC and Opus write it rounded up.
        const qint64 late = static_cast<qint64>(got->size() / 2) - framesAt(rate);
        QVERIFY2(late == 0 || (late == 1 && (name == u"a.m4a"_s || name == u"a.opus"_s)),
            qPrintable(QString::number(late)));
        QVERIFY(truth.size() >= got->size());
        truth.resize(got->size());
        QCOMPARE(music::firstDifference(*got, truth), -1);
        if (name.endsWith(u".flac"_s)) {
            QCOMPARE(music::firstDifference(*got, m_sweep), -1);
        }
    }

    void seekIsExactToTheSample_data() { formatRows(); }
    void seekIsExactToTheSample()
    {
        QFETCH(QString, name);
        QFETCH(int, rate);
        auto source = open(path(name));
        QVERIFY(source);
        const auto whole = readAll(**source, { rate, 2 });
        QVERIFY(whole);
        for (const qint64 frame : { 4 * rate + 17, 0, 100, 9 * rate, rate / 2, 2 * rate + 1 }) {
            const auto got = readAll(**source, { rate, 2 }, frame);
            QVERIFY(got);
            const std::span<const float> rest
                = std::span<const float>(*whole).subspan(static_cast<size_t>(frame) * 2);
            QCOMPARE(got->size(), rest.size());
            // Opus's prediction differs a little; a wrong place would differ wholly.
            const bool differs = name.endsWith(u".opus"_s);
            QVERIFY2(largestDifference(*got, rest) <= (differs ? 5e-3F : 1e-6F),
                qPrintable(u"from %1: %2"_s.arg(frame).arg(double(largestDifference(*got, rest)))));
        }
    }

    void seekBehindTheEndIsTheEnd()
    {
        auto source = open(path(u"a.flac"_s));
        QVERIFY(source);
        const auto got = readAll(**source, { kRate, 2 }, 20 * kRate);
        QVERIFY(got);
        QVERIFY(got->empty());
    }

    void monoPlaysEquallyLoudOnBothSides()
    {
        QVERIFY(music::encode(path(u"mono.flac"_s), m_sweep, kRate, { u"-ac"_s, u"1"_s }));
        const music::Samples truth = music::decode(path(u"mono.flac"_s));
        auto source = open(path(u"mono.flac"_s));
        QVERIFY(source);
        QCOMPARE((*source)->shape().channels, 1);
        const auto got = readAll(**source, { kRate, 2 });
        QVERIFY(got);
        QCOMPARE(got->size(), truth.size() * 2);
        for (size_t i = 0; i < truth.size(); ++i) {
            QCOMPARE((*got)[2 * i], truth[i]);
            QCOMPARE((*got)[2 * i + 1], truth[i]);
        }
    }

    void otherRateIsResampledToItsLength()
    {
        auto source = open(path(u"a.flac"_s));
        QVERIFY(source);
        const auto got = readAll(**source, { 48000, 2 });
        QVERIFY(got);
        const auto frames = static_cast<qint64>(got->size() / 2);
        QVERIFY2(std::abs(frames - framesAt(48000)) <= 2, qPrintable(QString::number(frames)));
        const auto later = readAll(**source, { 48000, 2 }, 5 * kRate);
        QVERIFY(later);
        QVERIFY(std::abs(static_cast<qint64>(later->size() / 2) - frames + 5 * 48000) <= 2);
    }

    void surroundIsFoldedToStereo()
    {
        QVERIFY(music::encode(path(u"six.flac"_s), m_sweep, kRate, { u"-ac"_s, u"6"_s }));
        auto source = open(path(u"six.flac"_s));
        QVERIFY(source);
        QCOMPARE((*source)->shape().channels, 6);
        const auto got = readAll(**source, { kRate, 2 });
        QVERIFY(got);
        QCOMPARE(got->size(), m_sweep.size());
        QVERIFY(std::ranges::all_of(*got, [](float value) { return std::abs(value) <= 1; }));
    }

    void coverInTheFileIsNoMusic()
    {
        (void)music::ffmpeg({ u"-i"_s, path(u"a.mp3"_s), u"-f"_s, u"lavfi"_s, u"-i"_s,
            u"color=red:s=64x64:d=0.04:r=25"_s, u"-map"_s, u"0"_s, u"-map"_s, u"1"_s, u"-c:a"_s,
            u"copy"_s, u"-c:v"_s, u"png"_s, u"-disposition:v"_s, u"attached_pic"_s,
            path(u"cover.mp3"_s) });
        auto plain = open(path(u"a.mp3"_s));
        auto covered = open(path(u"cover.mp3"_s));
        QVERIFY(plain && covered);
        const auto expected = readAll(**plain, { kRate, 2 });
        const auto got = readAll(**covered, { kRate, 2 });
        QVERIFY(expected && got);
        QCOMPARE(music::firstDifference(*got, *expected), -1);
    }

    void whatIsNoMusicIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("Not found. ").repeated(5000);
        QTest::newRow("html") << QByteArray("<html><body>401</body></html>");
        QTest::newRow("playlist") << QByteArray(
            "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\nfile:///etc/passwd\n");
        QTest::newRow("concat") << QByteArray("ffconcat version 1.0\nfile /etc/passwd\n");
        QTest::newRow("riff header only") << QByteArray("RIFF\xff\xff\xff\xffWAVEfmt ", 16);
        QTest::newRow("flac header only") << QByteArray("fLaC\0\0\0\x22", 8);
        QByteArray noise(100'000, '\0');
        quint32 state = 1;
        for (char& byte : noise) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        QTest::newRow("noise") << noise;
    }
    void whatIsNoMusicIsRefused()
    {
        QFETCH(QByteArray, bytes);
        write(u"bad.bin"_s, bytes);
        auto source = open(path(u"bad.bin"_s));
        if (source) { // taken for a codec without a header: then decoding must end, soon
            const auto got = readAll(**source, { kRate, 2 });
            QVERIFY(!got || got->size() < 10 * 2 * kRate);
            return;
        }
        QVERIFY(source.error().code == Error::Code::InvalidInput
            || source.error().code == Error::Code::Unsupported);
        QVERIFY(!source.error().message.isEmpty());
    }

    void fileCutShortPlaysWhatThereIsAndSaysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("flac") << u"a.flac"_s;
        QTest::newRow("mp3") << u"a.mp3"_s;
    }
    void fileCutShortPlaysWhatThereIsAndSaysSo()
    {
        QFETCH(QString, name);
        const QByteArray bytes = contents(path(name));
        write(u"cut-"_s + name, bytes.left(bytes.size() / 2));
        auto source = open(path(u"cut-"_s + name));
        QVERIFY(source);
        QVERIFY((*source)->start({ kRate, 2 }, 0, {}));
        std::vector<float> piece(8192);
        qint64 frames = 0;
        std::optional<Error> error;
        while (!error) {
            const auto got = (*source)->read(piece, {});
            if (!got) {
                error = got.error();
            } else {
                QVERIFY(*got > 0);
                frames += *got;
            }
        }
        QCOMPARE(error->code, Error::Code::InvalidInput);
        QVERIFY(frames > 3 * kRate);
    }

    void errorOfTheTransportIsTheErrorOfTheTrack()
    {
        const QByteArray bytes = contents(path(u"a.flac"_s));
        const Error offline { Error::Code::Offline, u"The server cannot be reached."_s, {}, 0, {} };
        auto atOnce = LibavSource::open(std::make_unique<FaultySource>(bytes, 0, offline), {});
        QVERIFY(!atOnce);
        QCOMPARE(atOnce.error(), offline);
        auto later = LibavSource::open(
            std::make_unique<FaultySource>(bytes, bytes.size() / 2, offline), {});
        QVERIFY(later);
        const auto got = readAll(**later, { kRate, 2 });
        QVERIFY(!got);
        QCOMPARE(got.error(), offline);
    }

    void damageInTheMiddleDoesNotEndTheTrack()
    {
        QByteArray bytes = contents(path(u"a.mp3"_s));
        for (qsizetype i = bytes.size() / 2; i < bytes.size() / 2 + 3000; ++i) {
            bytes[i] = static_cast<char>(i * 7);
        }
        write(u"hurt.mp3"_s, bytes);
        auto source = open(path(u"hurt.mp3"_s));
        QVERIFY(source);
        const auto got = readAll(**source, { kRate, 2 });
        QVERIFY(got);
        QVERIFY(std::abs(static_cast<qint64>(got->size() / 2) - kFrames) < kRate);
    }

    void everyTruncationEndsWithoutHarm()
    {
        for (const auto& name : { u"a.flac"_s, u"a.m4a"_s, u"a.ogg"_s, u"a.opus"_s, u"a.mp3"_s }) {
            const QByteArray bytes = contents(path(name));
            for (int part = 1; part < 12; ++part) {
                write(u"part.bin"_s, bytes.left(bytes.size() * part / 12 + part));
                if (auto source = open(path(u"part.bin"_s))) {
                    (void)readAll(**source, { kRate, 2 });
                    (void)readAll(**source, { kRate, 2 }, 5 * kRate);
                }
            }
        }
    }

    void stopEndsOpeningAndReading()
    {
        std::stop_source stop;
        auto file = FileSource::open(path(u"a.flac"_s));
        auto source = LibavSource::open(std::move(*file), stop.get_token());
        QVERIFY(source);
        stop.request_stop();
        QVERIFY((*source)->start({ kRate, 2 }, 0, {}));
        std::vector<float> piece(1 << 20);
        util::Result<qint64> got = 1;
        while (got && *got > 0) {
            got = (*source)->read(piece, stop.get_token());
        }
        QVERIFY(!got);
        QCOMPARE(got.error().code, Error::Code::Cancelled);
        auto again = FileSource::open(path(u"a.flac"_s));
        auto refused = LibavSource::open(std::move(*again), stop.get_token());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Error::Code::Cancelled);
    }

    void missingFileIsNotFound()
    {
        const auto file = FileSource::open(path(u"nothing"_s));
        QVERIFY(!file);
        QCOMPARE(file.error().code, Error::Code::NotFound);
        QVERIFY(!file.error().message.contains(m_dir.path()));
    }

private:
    /// The sweep's length at @p rate.
    static qint64 framesAt(int rate) { return (kFrames * rate + kRate / 2) / kRate; }
};

QTEST_GUILESS_MAIN(TestLibavSource)
#include "tst_libavsource.moc"

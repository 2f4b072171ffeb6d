// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandline.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using demo::Fault;
using support::Ended;

namespace {

/// Above what a run without a fault needs, which is another thing with each way to build: what one
/// answer may be at most, 64 MB, twice while it grows, and what else a quarter of that needs.
constexpr qint64 kMostMegabytes = 160;

/// The most that a process has held so far, in MB; 0 when it is over.
qint64 peakOf(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.simplified().split(' ').value(1).toLongLong() / 1024;
        }
    }
    return 0;
}

/// A fault of every page of a section, for ever.
Fault ofPages()
{
    Fault fault;
    fault.pathPrefix = u"/library/sections"_s;
    fault.times = -1;
    return fault;
}

/// How a run went under a fault.
struct Endured
{
    Ended ended {};
    qint64 ms = 0;
    qint64 megabytes = 0;
};

} // namespace

/// A server, or what stands in its place, does its worst to a program that synchronises and has a
/// rating to send: it says what is wrong, ends in time, stays small, and loses nothing.
class TestFaults : public QObject
{
    Q_OBJECT

    demo::Server m_server { demo::Options { .tracks = 2000 } };
    demo::Server m_stranger { demo::Options { .tracks = 10, .tokenSuffix = "-other" } };
    demo::Endpoints m_endpoints;
    demo::Endpoints m_elsewhere;
    support::CommandLine m_program;
    QString m_key; // what is rated
    int m_rating = 0;
    int m_found = 0; // by a search in the whole cache
    qint64 m_megabytes = 0; // of a run without a fault

    int found() const
    {
        return m_program.run("library search the --json").json()[u"total"].toInt();
    }
    qsizetype pending() const { return m_program.listed("pending", u"changes"_s).size(); }
    /// A rating that the server knows nothing of yet.
    void rateOffline()
    {
        m_rating = m_rating % 10 + 1;
        m_server.stop();
        const Ended rated
            = m_program.run({ u"rate"_s, m_key, u"--stars"_s, QString::number(m_rating / 2.0) });
        QVERIFY2(rated.code == 5, rated.text().constData());
        QVERIFY(m_server.start());
        QCOMPARE(pending(), 1);
    }
    Endured endure(const QStringList& arguments) const
    {
        Endured result;
        QElapsedTimer timer;
        timer.start();
        QProcess program;
        m_program.start(program, arguments);
        while (!program.waitForFinished(5) && timer.elapsed() < 50'000) {
            result.megabytes = qMax(result.megabytes, peakOf(program.processId()));
        }
        result.ms = timer.elapsed();
        result.ended = m_program.ended(program);
        return result;
    }
    /// A sentence for people, and nothing of the server's own.
    void isClear(const QByteArray& said) const
    {
        QVERIFY2(said.contains("plexm8-cli: "), said.constData());
        const QByteArray sentence = said.mid(said.indexOf("plexm8-cli: ")).trimmed();
        QVERIFY2(sentence.size() > 30 && sentence.endsWith('.'), said.constData());
        QVERIFY2(!said.contains('<') && !said.contains("{"), said.constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto endpoints = m_server.start();
        const auto elsewhere = m_stranger.start();
        QVERIFY(endpoints && elsewhere);
        m_endpoints = *endpoints;
        m_elsewhere = *elsewhere;
        m_program.use(m_endpoints);
        const Ended synced = m_program.run("sync");
        QVERIFY2(synced.code == 0, synced.text().constData());
        m_key = m_program.trackKeys().first();
        m_found = found();
        QVERIFY(m_found > 0);
        m_megabytes = endure({ u"sync"_s, u"--full"_s, u"--quiet"_s }).megabytes;
        QVERIFY(m_megabytes > 0);
    }

    void aFaultIsSaidAndNothingIsLost_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::addRow("HTML instead of an answer") << Fault::captivePortal() << 1;
        QTest::addRow("503, starting") << Fault::starting() << 5;
        QTest::addRow("401, token expired") << Fault::expiredToken() << 4;
        Fault fault = ofPages();
        fault.status = 429;
        fault.retryAfterSeconds = 3600;
        QTest::addRow("429 for an hour") << fault << 1;
        fault = ofPages();
        fault.status = 500;
        QTest::addRow("500") << fault << 1;
        fault = ofPages();
        fault.status = 404;
        QTest::addRow("404") << fault << 1;
        QTest::addRow("10 GB") << Fault::huge(u"/library/sections"_s) << 1;
        fault = Fault::huge(u"/"_s);
        fault.times = -1;
        QTest::addRow("10 GB, everywhere") << fault << 1;
        fault = ofPages();
        fault.nestedLevels = 1'000'000;
        QTest::addRow("a million levels") << fault << 1;
        fault = ofPages();
        fault.bombBytes = qint64(4) << 30;
        QTest::addRow("compressed bomb") << fault << 1;
        fault = ofPages();
        fault.isEndless = true;
        QTest::addRow("endless") << fault << 1;
        fault.pathPrefix = u"/library/sections/"_s; // the list of sections is whole
        QTest::addRow("endless pages") << fault << 1;
        fault = ofPages();
        fault.hasBrokenGzip = true;
        QTest::addRow("broken gzip") << fault << 1;
        fault = ofPages();
        fault.garbageBody = "\x7f\x45\x4c\x46\x02\x01\xff\xfe{\"MediaContainer\":";
        QTest::addRow("garbage") << fault << 1;
        fault = ofPages();
        fault.cutAfterBytes = 500;
        QTest::addRow("cut body") << fault << 5;
        fault = ofPages();
        fault.claimLength = 50'000'000;
        QTest::addRow("longer than it is") << fault << 5;
        fault = ofPages();
        fault.claimLength = 100;
        QTest::addRow("shorter than it is") << fault << 1;
        fault = ofPages();
        fault.dropConnection = true;
        QTest::addRow("dropped") << fault << 5;
        fault = ofPages();
        fault.pathPrefix = u"/"_s;
        fault.dripBytesPerSecond = 2;
        QTest::addRow("drip, everywhere") << fault << 5;
    }
    void aFaultIsSaidAndNothingIsLost()
    {
        QFETCH(Fault, fault);
        QFETCH(int, code);
        rateOffline();
        if (fault.times == 1) {
            fault.times = -1;
        }
        m_server.inject(fault);
        const Endured endured = endure({ u"sync"_s, u"--full"_s, u"--quiet"_s });
        m_server.clearFaults();
        qInfo("code %d, %lld ms, %lld MB: %s", endured.ended.code, endured.ms, endured.megabytes,
            endured.ended.err.trimmed().constData());
        QCOMPARE(endured.ended.code, code);
        QVERIFY(endured.ended.out.isEmpty());
        isClear(endured.ended.err);
        QVERIFY(endured.ms < 20'000);
        QVERIFY(endured.megabytes > 0);
        QVERIFY(endured.megabytes < m_megabytes + kMostMegabytes);
        QCOMPARE(found(), m_found);
        const bool wasSent = m_server.rating(m_key.toULongLong()) == std::optional(m_rating * 1.0);
        QVERIFY(wasSent || pending() == 1);

        const Ended synced = m_program.run("sync --json"); // it is over
        QVERIFY2(synced.code == 0, synced.text().constData());
        QCOMPARE(synced.json()[u"tracks"].toInt(), 2000);
        for (int i = 0; i < 5 && pending() > 0; ++i) { // a run ends with its sync
            QCOMPARE(m_program.run("sync").code, 0);
        }
        QCOMPARE(pending(), 0);
        QCOMPARE(m_server.rating(m_key.toULongLong()), std::optional(m_rating * 1.0));
    }

    void aShortWaitThatTheServerAsksForIsWaited()
    {
        Fault busy = ofPages();
        busy.status = 429;
        busy.retryAfterSeconds = 2;
        busy.times = 1;
        m_server.inject(busy);
        const Endured endured = endure({ u"sync"_s, u"--full"_s });
        QVERIFY2(endured.ended.code == 0, endured.ended.text().constData());
        QVERIFY(endured.ms >= 2000 && endured.ms < 20'000);
    }

    void aRedirectElsewhereGetsNoToken_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addRow("pages") << u"/library/sections"_s;
        QTest::addRow("identity") << u"/identity"_s;
        QTest::addRow("ratings") << u"/:/rate"_s;
    }
    void aRedirectElsewhereGetsNoToken()
    {
        QFETCH(QString, path);
        rateOffline();
        (void)m_stranger.takeRequests();
        Fault away = ofPages();
        away.pathPrefix = path;
        away.redirectTo = m_elsewhere.pms;
        m_server.inject(away);
        (void)m_server.takeRequests();
        Endured endured;
        bool isAsked = false;
        for (int i = 0; i < 5 && !isAsked; ++i) { // a run ends with its sync, sent or not
            endured = endure({ u"sync"_s, u"--full"_s, u"--quiet"_s });
            isAsked = std::ranges::any_of(m_server.takeRequests(),
                [&path](const auto& request) { return request.path.startsWith(path); });
        }
        m_server.clearFaults();
        qInfo("code %d: %s", endured.ended.code, endured.ended.err.trimmed().constData());
        QVERIFY(isAsked); // else nothing was redirected
        const auto followed = m_stranger.takeRequests();
        for (const demo::RecordedRequest& request : followed) {
            QVERIFY(!request.headers.contains("x-plex-token"));
        }
        QVERIFY(followed.isEmpty());
        if (path == u"/:/rate"_s) { // those are sent aside, and wait
            QCOMPARE(pending(), 1);
            QVERIFY(m_server.rating(m_key.toULongLong()) != std::optional(m_rating * 1.0));
        } else {
            QCOMPARE(endured.ended.code, 1);
            isClear(endured.ended.err);
        }
        QCOMPARE(found(), m_found);
        for (int i = 0; i < 5 && (i == 0 || pending() > 0); ++i) {
            QCOMPARE(m_program.run("sync").code, 0);
        }
        QCOMPARE(pending(), 0);
        QCOMPARE(m_server.rating(m_key.toULongLong()), std::optional(m_rating * 1.0));
    }

    /// What was committed stays; the next run reads what is missing, and no more.
    void aServerThatGoesInMidSyncIsReadFurtherLater()
    {
        constexpr int kTracks = 20'000;
        constexpr int kPages = 30; // some of them of tracks, which come last
        demo::Server large(demo::Options { .tracks = kTracks });
        const auto endpoints = large.start();
        QVERIFY(endpoints);
        support::CommandLine program;
        program.use(*endpoints);
        large.afterPages(kPages, [](demo::Server& server) {
            Fault gone = ofPages();
            gone.pathPrefix = u"/"_s;
            gone.dropConnection = true;
            server.inject(gone);
        });
        const Ended broken = program.run("sync --quiet");
        QVERIFY2(broken.code == 5, broken.text().constData());
        isClear(broken.err);
        const qsizetype kept = program.trackKeys().size();
        QVERIFY2(kept > 0 && kept < kTracks, QByteArray::number(kept).constData());
        large.clearFaults();
        (void)large.takeRequests();
        const Ended resumed = program.run("sync --json");
        QCOMPARE(resumed.json()[u"tracks"].toInt(), kTracks);
        for (const demo::RecordedRequest& request : large.takeRequests()) {
            if (request.value(u"type"_s) == u"10") {
                QVERIFY(request.headers.value("x-plex-container-start").toInt() >= kept);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"

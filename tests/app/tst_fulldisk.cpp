// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandline.h"
#include "tests/support/rounds.h"

#include <QFile>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using support::Ended;

namespace {

/// Lets no file of the program grow over @p bytes: a write there fails, as on a disk that is full.
std::function<void()> withFilesUpTo(qint64 bytes)
{
    return [bytes] {
        const rlimit limit { rlim_t(bytes), rlim_t(bytes) };
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN); // kept over exec; the write fails instead
    };
}

} // namespace

/// The program with no room, with files of the future, and with damaged ones.
class TestFullDisk : public QObject
{
    Q_OBJECT

    demo::Server m_server { demo::Options { .tracks = 2000 } };
    demo::Endpoints m_endpoints;
    std::unique_ptr<support::CommandLine> m_program;
    QString m_key;

    void isStorageError(const Ended& ended) const
    {
        QVERIFY2(ended.code == 1, ended.text().constData());
        QVERIFY2(ended.err.contains("plexm8-cli: The disk is full.")
                || ended.err.contains("plexm8-cli: A data file cannot be written."),
            ended.text().constData());
    }
    Ended rate(const char* stars, const std::function<void()>& inChild = {}) const
    {
        return m_program->run(
            { u"rate"_s, m_key, u"--stars"_s, QString::fromLatin1(stars) }, inChild);
    }
    std::optional<double> held() { return m_server.rating(m_key.toULongLong()); }
    qsizetype changes() const { return m_program->listed("history list", u"changes"_s).size(); }
    qsizetype pending() const { return m_program->listed("pending", u"changes"_s).size(); }
    double cached() const
    {
        return m_program->run({ u"library"_s, u"show"_s, m_key, u"--json"_s })
            .json()[u"userRating"]
            .toDouble();
    }
    void setVersion(const QString& file, int version) const
    {
        const auto connection = db::Connection::open({ file, false, true, 1 });
        QVERIFY(connection);
        QVERIFY((*connection)->execute(u"PRAGMA user_version=%1"_s.arg(version)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto endpoints = m_server.start();
        QVERIFY(endpoints);
        m_endpoints = *endpoints;
    }
    void init()
    {
        m_program = std::make_unique<support::CommandLine>();
        m_program->use(m_endpoints);
        const Ended synced = m_program->run("sync");
        QVERIFY2(synced.code == 0, synced.text().constData());
        m_key = m_program->trackKeys().first();
        m_server.setRating(m_key.toULongLong(), {}); // that of the test before
        QCOMPARE(m_program->run("sync").code, 0);
        QCOMPARE(rate("1").code, 0);
        QCOMPARE(changes(), 1);
    }

    void aSyncWithoutRoomSaysSoAndGoesOnLater()
    {
        support::CommandLine fresh;
        fresh.use(m_endpoints);
        const Ended full = fresh.run({ u"sync"_s, u"--quiet"_s }, withFilesUpTo(1'000'000));
        isStorageError(full);
        QCOMPARE(fresh.run("pending").code, 0);
        const Ended synced = fresh.run("sync --json");
        QCOMPARE(synced.code, 0);
        QCOMPARE(synced.json()[u"tracks"].toInt(), 2000);
    }

    void aRatingWithoutRoomIsNotDoneAndSaysSo()
    {
        const qint64 size = QFileInfo(m_program->userFile()).size();
        QVERIFY(size > 0);
        // Nothing can be added to the log of the user's file.
        const Ended full = rate("4", withFilesUpTo(4096));
        isStorageError(full);
        QCOMPARE(held(), std::optional(2.0)); // nothing is sent that is not written
        QCOMPARE(changes(), 1);
        QCOMPARE(rate("4").code, 0);
        QCOMPARE(held(), std::optional(8.0));
        QCOMPARE(changes(), 2);
    }

    /// Wherever the room ends, what the server, the cache and the journal hold is the same once
    /// there is room again.
    void nothingIsHalfDoneWhereverTheRoomEnds()
    {
        support::Rounds rounds(100);
        double before = 2;
        int failed = 0;
        for (int i = 0; i < rounds.count(); ++i) {
            const double stars = rounds.number(1, 11) / 2.0;
            const bool isRating = i % 3 > 0;
            // The first of each kind has no room at all.
            const int most = i < 2 ? 4'096 : (isRating ? 120'000 : 1'500'000);
            const auto little = withFilesUpTo(rounds.number(4'000, most));
            const Ended full = isRating ? rate(QByteArray::number(stars).constData(), little)
                                        : m_program->run({ u"sync"_s, u"--full"_s }, little);
            QVERIFY2(full.code == 0 || full.code == 1 || full.code == 3 || full.code == 5,
                full.text().constData());
            QVERIFY2(full.code == 0 || full.err.contains("plexm8-cli: "), full.text().constData());
            failed += full.code == 0 ? 0 : 1;
            QVERIFY2(i >= 2 || full.code != 0, full.text().constData());
            const Ended synced = m_program->run("sync");
            QVERIFY2(synced.code == 0, synced.text().constData());
            for (int tries = 0; tries < 5 && pending() > 0; ++tries) {
                QCOMPARE(m_program->run("sync").code, 0);
            }
            QCOMPARE(pending(), 0);
            const double now = held().value_or(0);
            const bool isDone = isRating && full.code == 0;
            QVERIFY(now == stars * 2 || (!isDone && now == before));
            QCOMPARE(cached(), now);
            before = now;
        }
        qInfo("failed for want of room: %d of %d", failed, rounds.count());
        QVERIFY(failed > 0);
    }

    void filesOfANewerVersionAreRefusedAndUntouched_data()
    {
        QTest::addColumn<bool>("isUserFile");
        QTest::addRow("user's file") << true;
        QTest::addRow("cache") << false;
    }
    void filesOfANewerVersionAreRefusedAndUntouched()
    {
        QFETCH(bool, isUserFile);
        const QString path = isUserFile ? m_program->userFile() : m_program->cacheFile();
        setVersion(path, 999);
        const auto content = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = content();
        for (const char* command : { "pending", "sync --quiet", "library search the" }) {
            const Ended refused = m_program->run(command);
            QVERIFY2(refused.code == 1, refused.text().constData());
            QVERIFY2(
                refused.err.contains("newer version of this program"), refused.err.constData());
        }
        QCOMPARE(rate("5").code, 1);
        QCOMPARE(held(), std::optional(2.0));
        QVERIFY(content() == before);
    }

    void aDamagedCacheIsReadAgain()
    {
        const QString path = m_program->cacheFile();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(8192, '\x5a'));
        file.close();
        const Ended empty = m_program->run("library search the");
        QCOMPARE(empty.code, 1);
        QVERIFY2(empty.err.contains("Run sync first"), empty.err.constData());
        QCOMPARE(m_program->run("sync --json").json()[u"tracks"].toInt(), 2000);
        QCOMPARE(changes(), 1); // the user's file is another one
        QVERIFY(QFile::exists(path + u".damaged"_s));
    }
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"

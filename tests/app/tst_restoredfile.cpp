// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/commandline.h"

#include <QFile>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Ended;

namespace {

constexpr auto kNewest = "user-20260131T184500Z.db";
constexpr auto kOlder = "user-20260130T184500Z.db";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, qint64 from, qint64 bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(from));
    file.write(QByteArray(bytes, '\x5a'));
}

void setVersion(const QString& path, int version)
{
    const auto connection = db::Connection::open({ path, false, true, 1 });
    QVERIFY(connection);
    QVERIFY((*connection)->execute(u"PRAGMA user_version=%1"_s.arg(version)));
}

} // namespace

/// What becomes of a user's file that is damaged: the program with real files and a real server.
class TestRestoredFile : public QObject
{
    Q_OBJECT

    demo::Server m_server { demo::Options { .tracks = 50 } };
    demo::Endpoints m_endpoints;
    std::unique_ptr<support::CommandLine> m_program;
    QString m_key;

    QString copies(const char* name = "") const
    {
        return m_program->path(u"data/backups/"_s + QString::fromLatin1(name));
    }
    Ended rate(const char* stars) const
    {
        return m_program->run({ u"rate"_s, m_key, u"--stars"_s, QString::fromLatin1(stars) });
    }
    std::optional<double> held() { return m_server.rating(m_key.toULongLong()); }
    qsizetype changes() const { return m_program->listed("history list", u"changes"_s).size(); }
    qsizetype pending() const { return m_program->listed("pending", u"changes"_s).size(); }
    QStringList aside() const
    {
        return QDir(m_program->path(u"data"_s)).entryList({ u"user-damaged-*"_s }, QDir::Files);
    }
    /// The file as it is now becomes the copy of a day.
    void copyAs(const char* name) const
    {
        QVERIFY(!QFile::exists(m_program->userFile() + u"-wal"_s));
        QVERIFY(QFile::copy(m_program->userFile(), copies(name)));
    }
    /// Those that the program made today.
    void dropNewCopies() const
    {
        QDir folder(copies());
        for (const QString& name : folder.entryList({ u"user-*.db"_s })) {
            if (name > QLatin1StringView(kNewest)) {
                QVERIFY(folder.remove(name));
            }
        }
    }
    /// Writes that the server got.
    int writes()
    {
        int count = 0;
        for (const demo::RecordedRequest& request : m_server.takeRequests()) {
            count += request.path.startsWith("/:/rate"_L1) ? 1 : 0;
        }
        return count;
    }
    /// The sentence with the time of the newest copy, and the file that it names.
    static void saysSo(const Ended& ended, const QString& asidePath, const QLocale& locale)
    {
        const QDateTime copied(QDate(2026, 1, 31), QTime(18, 45), Qt::UTC);
        const QString when = locale.toString(copied.toLocalTime(), QLocale::ShortFormat);
        QVERIFY2(
            ended.err.contains("damaged; its copy of " + when.toUtf8()), ended.err.constData());
        QVERIFY2(ended.err.contains("What you did after that is not in the history any more"),
            ended.err.constData());
        QVERIFY2(ended.err.contains("is kept: " + asidePath.toUtf8()), ended.err.constData());
        QCOMPARE(ended.err.count("plexm8-cli: "), 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto endpoints = m_server.start();
        QVERIFY(endpoints);
        m_endpoints = *endpoints;
    }
    /// One change, and no copy of it.
    void init()
    {
        m_server.clearFaults();
        m_program = std::make_unique<support::CommandLine>();
        m_program->use(m_endpoints);
        QCOMPARE(m_program->run("sync").code, 0);
        m_key = m_program->trackKeys().first();
        m_server.setRating(m_key.toULongLong(), {});
        QCOMPARE(m_program->run("sync").code, 0);
        QCOMPARE(rate("1").code, 0);
        QCOMPARE(changes(), 1);
        dropNewCopies();
    }

    void aDamagedFileIsReplacedByItsCopy_data()
    {
        QTest::addColumn<int>("from"); // what is written over; of the last it is cut off
        QTest::addColumn<int>("bytes");
        QTest::addRow("beginning") << 0 << 8192;
        QTest::addRow("first bytes") << 0 << 16;
        QTest::addRow("pages in the middle") << 8192 << 3 * 8192;
        QTest::addRow("cut off") << 10'000 << -1;
        QTest::addRow("nothing left") << 0 << -1;
    }
    void aDamagedFileIsReplacedByItsCopy()
    {
        QFETCH(int, from);
        QFETCH(int, bytes);
        copyAs(kNewest);
        const QByteArray copy = contentOf(copies(kNewest));
        QCOMPARE(rate("2").code, 0);
        dropNewCopies();
        const QString file = m_program->userFile();
        if (bytes > 0) {
            overwrite(file, from, bytes);
        } else {
            QVERIFY(QFile::resize(file, from));
        }
        const QByteArray damaged = contentOf(file);
        const Ended told = m_program->run("history list --json --quiet");
        QCOMPARE(told.code, 0);
        QCOMPARE(told.json()[u"changes"].toArray().size(), 1);
        QCOMPARE(aside().size(), 1);
        const QString lies = m_program->path(u"data/"_s + aside().first());
        saysSo(told, lies, QLocale(u"en"_s)); // with --json, which is English everywhere
        QVERIFY(contentOf(lies) == damaged);
        QVERIFY(contentOf(copies(kNewest)) == copy);
        const Ended again = rate("3");
        QVERIFY2(again.code == 0 && again.err.isEmpty(), again.text().constData());
        QCOMPARE(held(), std::optional(6.0));
        QCOMPARE(changes(), 2);
        QCOMPARE(aside().size(), 1);
    }

    /// Beside the copy, SQLite would take it for the copy's.
    void aLogThatIsLeftGoesAside()
    {
        copyAs(kNewest);
        const QString file = m_program->userFile();
        QVERIFY(QFile::remove(file));
        QFile log(file + u"-wal"_s);
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("not a log of the copy");
        log.close();
        QCOMPARE(m_program->run("pending").code, 0);
        QCOMPARE(aside().size(), 1);
        QVERIFY(aside().first().endsWith(".db-wal"_L1));
        QCOMPARE(
            contentOf(m_program->path(u"data/"_s + aside().first())), "not a log of the copy"_ba);
        QCOMPARE(changes(), 1);
    }

    void aCopyThatIsDamagedTooIsPassedOver_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("bytes");
        QTest::addRow("beginning") << 0 << 100;
        QTest::addRow("pages in the middle") << 8192 << 2 * 8192;
        QTest::addRow("empty") << 0 << -1;
    }
    void aCopyThatIsDamagedTooIsPassedOver()
    {
        QFETCH(int, from);
        QFETCH(int, bytes);
        copyAs(kNewest);
        const QString newer = copies("user-20260201T184500Z.db");
        QVERIFY(QFile::copy(m_program->userFile(), newer));
        if (bytes > 0) {
            overwrite(newer, from, bytes);
        } else {
            QVERIFY(QFile::resize(newer, from));
        }
        overwrite(m_program->userFile(), 0, 8192);
        const QByteArray damaged = contentOf(newer);
        const Ended told = m_program->run("pending");
        QVERIFY2(told.code == 0, told.text().constData());
        saysSo(told, m_program->path(u"data/"_s + aside().value(0)), QLocale::c());
        QVERIFY(contentOf(newer) == damaged);
        QCOMPARE(changes(), 1);
    }

    void withoutACopyItIsSaidWhatToDoAndNothingIsTouched_data()
    {
        QTest::addColumn<bool>("hasDamagedCopy");
        QTest::addRow("no copy") << false;
        QTest::addRow("a damaged one") << true;
    }
    void withoutACopyItIsSaidWhatToDoAndNothingIsTouched()
    {
        QFETCH(bool, hasDamagedCopy);
        if (hasDamagedCopy) {
            copyAs(kNewest);
            overwrite(copies(kNewest), 0, 8192);
        }
        const QString file = m_program->userFile();
        overwrite(file, 0, 8192);
        const QByteArray damaged = contentOf(file);
        for (const Ended& refused : { m_program->run("pending"), rate("5") }) {
            QCOMPARE(refused.code, 1);
            QVERIFY2(
                refused.err.contains(
                    "is damaged, and there is no copy of it that can be read: " + file.toUtf8()),
                refused.err.constData());
        }
        QVERIFY(contentOf(file) == damaged);
        QVERIFY(aside().isEmpty());
        QCOMPARE(QDir(m_program->path(u"data"_s)).entryList({ u"user*"_s }, QDir::Files),
            QStringList { u"user.db"_s });
        QCOMPARE(held(), std::optional(2.0));
    }

    void aFileOfANewerVersionIsNotReplaced()
    {
        copyAs(kNewest);
        const QString file = m_program->userFile();
        setVersion(file, 999);
        overwrite(file, 16'384, 8192); // judged by the version that made it, not by this one
        const QByteArray before = contentOf(file);
        const Ended refused = m_program->run("pending");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("newer version of this program"), refused.err.constData());
        QVERIFY(contentOf(file) == before);
        QVERIFY(aside().isEmpty());
    }

    void aCopyOfANewerVersionIsNotPassedOver()
    {
        copyAs(kOlder);
        copyAs(kNewest);
        setVersion(copies(kNewest), 999);
        const QString file = m_program->userFile();
        overwrite(file, 0, 8192);
        const QByteArray before = contentOf(file);
        const Ended refused = m_program->run("pending");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("newer version of this program"), refused.err.constData());
        QVERIFY(contentOf(file) == before);
        QVERIFY(aside().isEmpty());
    }

    /// The program was ended when the damaged file had gone and the copy had not come yet.
    void aMissingFileWithCopiesIsNotBegunAnew()
    {
        copyAs(kNewest);
        QVERIFY(QFile::remove(m_program->userFile()));
        const Ended told = m_program->run("pending");
        QCOMPARE(told.code, 0);
        QVERIFY2(told.err.contains("was missing; its copy of"), told.err.constData());
        QVERIFY(!told.err.contains("is kept"));
        QCOMPARE(changes(), 1);
    }

    /// Nor is one put aside that another program writes to.
    void whatAnotherProgramHasOpenIsNotMoved()
    {
        copyAs(kNewest);
        const QString file = m_program->userFile();
        const auto other = db::Connection::open({ file, false, true, 1 });
        QVERIFY(other);
        // By another process: had this one closed the file, the locks on it would be gone.
        QCOMPARE(QProcess::execute(u"dd"_s,
                     { u"if=/dev/zero"_s, u"of="_s + file, u"bs=8192"_s, u"count=1"_s,
                         u"conv=notrunc"_s, u"status=none"_s }),
            0);
        const Ended refused = m_program->run("pending");
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("Close all other windows"), refused.err.constData());
        QVERIFY(aside().isEmpty());
    }

    /// A change that waits in the copy was sent since, and the item rated again: what was last
    /// asked for stays.
    void whatWaitsInTheCopyOverwritesNothingNewer()
    {
        m_server.inject(demo::Fault::starting());
        QCOMPARE(rate("2").code, 5); // written down; the server is not there
        QCOMPARE(pending(), 1);
        copyAs(kNewest);
        m_server.clearFaults();
        QCOMPARE(m_program->run("sync").code, 0);
        QCOMPARE(held(), std::optional(4.0));
        QCOMPARE(rate("5").code, 0);
        dropNewCopies();
        overwrite(m_program->userFile(), 0, 8192);
        (void)m_server.takeRequests();
        const Ended synced = m_program->run("sync");
        QCOMPARE(synced.code, 3);
        QVERIFY2(
            synced.err.contains("1 step of changes that waited failed"), synced.err.constData());
        QCOMPARE(held(), std::optional(10.0));
        QCOMPARE(writes(), 0);
        QCOMPARE(pending(), 0);
        const QJsonArray history = m_program->listed("history list", u"changes"_s);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.first()[u"state"].toString(), u"failed"_s);
        QCOMPARE(m_program->run({ u"library"_s, u"show"_s, m_key, u"--json"_s })
                     .json()[u"userRating"]
                     .toDouble(),
            10.0);
    }

    /// It was sent since, and nothing else happened: it is found done, and not sent again.
    void whatWaitsInTheCopyAndWasSentIsNotSentAgain()
    {
        m_server.inject(demo::Fault::starting());
        QCOMPARE(rate("2").code, 5); // written down; the server is not there
        copyAs(kNewest);
        m_server.clearFaults();
        QCOMPARE(m_program->run("sync").code, 0);
        dropNewCopies();
        overwrite(m_program->userFile(), 0, 8192);
        (void)m_server.takeRequests();
        QCOMPARE(m_program->run("sync").code, 0);
        QCOMPARE(writes(), 0);
        QCOMPARE(pending(), 0);
        QCOMPARE(held(), std::optional(4.0));
        QCOMPARE(m_program->listed("history list", u"changes"_s).first()[u"state"].toString(),
            u"verified"_s);
    }

    /// It was never sent: it is sent now.
    void whatWaitsInTheCopyAndWasNeverSentIsSent()
    {
        m_server.inject(demo::Fault::starting());
        QCOMPARE(rate("2").code, 5); // written down; the server is not there
        copyAs(kNewest);
        overwrite(m_program->userFile(), 0, 8192);
        m_server.clearFaults();
        (void)m_server.takeRequests();
        QCOMPARE(m_program->run("sync").code, 0);
        QCOMPARE(writes(), 1);
        QCOMPARE(pending(), 0);
        QCOMPARE(held(), std::optional(4.0));
    }
};

QTEST_GUILESS_MAIN(TestRestoredFile)
#include "tst_restoredfile.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"

#include "tests/support/await.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace {

constexpr QLatin1StringView kNote { "note" };

void writeFile(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

Result<qint64> insertNote(db::Connection& connection, db::ChangeSet& changes, const QString& text)
{
    auto statement = connection.prepare("INSERT INTO note (text) VALUES (?)");
    if (auto done = statement.bind(text).run(); !done) {
        return std::move(done).error();
    }
    changes.addAdded(kNote, statement.lastInsertId());
    return statement.lastInsertId();
}

Result<qint64> countNotes(db::Connection& connection, std::stop_token)
{
    return connection.integer(u"SELECT count(*) FROM note"_s);
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    db::Threads m_threads;

    QString migrations() const { return m_dir.path() + u"/sql"_s; }
    db::Database::Options options(const QString& name) const
    {
        return { m_dir.path() + u'/' + name, migrations(), false };
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir().mkpath(migrations()));
        writeFile(migrations() + u"/0001_note.sql"_s,
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL);\n"
            "CREATE INDEX note_text ON note (text);\n");
    }

    void writesAndReadsBack()
    {
        db::Database database(m_threads, options(u"a.db"_s));
        QVERIFY(support::await(database.open()));
        const auto id = support::await(database.write(
            [](db::Connection& c, db::ChangeSet& s) { return insertNote(c, s, u"x"_s); }));
        QVERIFY(id);
        QCOMPARE(*support::await(database.read(countNotes)), 1);
    }

    void workAskedForBeforeOpenWaitsForIt()
    {
        db::Database database(m_threads, options(u"early.db"_s));
        const auto opened = database.open();
        const auto count = database.read(countNotes);
        QCOMPARE(*support::await(count), 0);
        QVERIFY(support::await(opened));
    }

    void anErrorRollsBack()
    {
        db::Database database(m_threads, options(u"b.db"_s));
        QVERIFY(support::await(database.open()));
        const auto failed = support::await(
            database.write([](db::Connection& c, db::ChangeSet& s) -> Result<qint64> {
                (void)insertNote(c, s, u"lost"_s);
                return Error { Error::Code::Conflict, u"no"_s, {}, 0, {} };
            }));
        QCOMPARE(failed.error().code, Error::Code::Conflict);
        QCOMPARE(*support::await(database.read(countNotes)), 0);
    }

    void commitTellsWhatChangedBeforeTheFutureIsDelivered()
    {
        db::Database database(m_threads, options(u"c.db"_s));
        QVERIFY(support::await(database.open()));
        QStringList order;
        QSet<qint64> added;
        connect(&database, &db::Database::committed, this, [&](const db::ChangeSet& changes) {
            order.append(u"committed"_s);
            added = changes.in(kNote).added;
        });
        const auto id = support::await(database.write(
            [](db::Connection& c, db::ChangeSet& s) { return insertNote(c, s, u"x"_s); }));
        order.append(u"delivered"_s);
        QCOMPARE(order, (QStringList { u"committed"_s, u"delivered"_s }));
        QCOMPARE(added, QSet<qint64> { *id });
    }

    void readersSeeASnapshotWhileAWriteIsOpen()
    {
        db::Database database(m_threads, options(u"d.db"_s));
        QVERIFY(support::await(database.open()));
        std::atomic_bool inserted = false;
        std::atomic_bool mayCommit = false;
        const auto written
            = database.write([&](db::Connection& c, db::ChangeSet& s) -> Result<qint64> {
                  auto id = insertNote(c, s, u"x"_s);
                  inserted = true;
                  while (!mayCommit) {
                      QThread::yieldCurrentThread();
                  }
                  return id;
              });
        QTRY_VERIFY(inserted);
        QCOMPARE(*support::await(database.read(countNotes)), 0);
        mayCommit = true;
        QVERIFY(support::await(written));
        QCOMPARE(*support::await(database.read(countNotes)), 1);
    }

    void allStatementsOfAReadSeeOneState()
    {
        db::Database database(m_threads, options(u"snapshot.db"_s));
        QVERIFY(support::await(database.open()));
        std::atomic_bool counted = false;
        std::atomic_bool committed = false;
        const auto counts = database.read(
            [&](db::Connection& c, std::stop_token) -> Result<std::pair<qint64, qint64>> {
                const auto before = c.integer(u"SELECT count(*) FROM note"_s);
                counted = true;
                while (!committed) {
                    QThread::yieldCurrentThread();
                }
                const auto after = c.integer(u"SELECT count(*) FROM note"_s);
                if (!before || !after) {
                    return before ? after.error() : before.error();
                }
                return std::pair(*before, *after);
            });
        QTRY_VERIFY(counted);
        const auto written = support::await(database.write(
            [](db::Connection& c, db::ChangeSet& s) { return insertNote(c, s, u"x"_s); }));
        committed = true;
        QVERIFY(written);
        const auto seen = support::await(counts);
        QVERIFY(seen);
        QCOMPARE(seen->first, 0);
        QCOMPARE(seen->second, 0);
        QCOMPARE(*support::await(database.read(countNotes)), 1);
    }

    void aReadDoesNotWaitForOneThatTakesLong()
    {
        db::Database database(m_threads, options(u"long.db"_s));
        QVERIFY(support::await(database.open()));
        std::atomic_bool runs = false;
        std::atomic_bool mayEnd = false;
        const auto longOne
            = database.read([&](db::Connection& c, std::stop_token s) -> Result<qint64> {
                  runs = true;
                  while (!mayEnd) {
                      QThread::yieldCurrentThread();
                  }
                  return countNotes(c, s);
              });
        bool areRead = support::awaitThat([&runs] { return bool(runs); });
        for (int i = 0; i < 4; ++i) {
            areRead &= bool(support::await(database.read(countNotes), std::chrono::seconds(10)));
        }
        mayEnd = true;
        QVERIFY(support::await(longOne));
        QVERIFY(areRead);
    }

    void aStoppedReadIsCancelled()
    {
        db::Database database(m_threads, options(u"e.db"_s));
        QVERIFY(support::await(database.open()));
        std::stop_source stop;
        stop.request_stop();
        const auto result = support::await(database.read(countNotes, stop.get_token()));
        QCOMPARE(result.error().code, Error::Code::Cancelled);
    }

    void aNewerFileIsRefusedAndUntouched()
    {
        const auto newer = options(u"newer.db"_s);
        {
            db::Database database(m_threads, newer);
            QVERIFY(support::await(database.open()));
            QVERIFY(support::await(
                database.write([](db::Connection& c, db::ChangeSet& s) -> Result<qint64> {
                    (void)c.execute(u"PRAGMA user_version=99"_s);
                    return insertNote(c, s, u"kept"_s);
                })));
        }
        db::Database again(m_threads, newer);
        const auto opened = support::await(again.open());
        QCOMPARE(opened.error().code, Error::Code::Unsupported);
        QVERIFY(!support::await(again.read(countNotes)));
    }

    void aFolderThatDoesNotExistIsAStorageError()
    {
        db::Database database(m_threads, options(u"missing/x.db"_s));
        QCOMPARE(support::await(database.open()).error().code, Error::Code::Storage);
    }

    void manyChangesAreSaidAsMany()
    {
        db::ChangeSet changes;
        for (qint64 i = 0; i <= db::ChangeSet::kManyRows; ++i) {
            changes.addChanged(kNote, i);
        }
        QVERIFY(changes.in(kNote).many);
        QVERIFY(changes.in(kNote).changed.isEmpty());
    }

    void theBackupIsACompleteDatabase()
    {
        db::Database database(m_threads, options(u"f.db"_s));
        QVERIFY(support::await(database.open()));
        QVERIFY(support::await(database.write(
            [](db::Connection& c, db::ChangeSet& s) { return insertNote(c, s, u"x"_s); })));
        const QString copy = m_dir.path() + u"/copy.db"_s;
        QVERIFY(support::await(database.backUp(copy)));
        db::Database restored(m_threads, { copy, migrations(), false });
        QVERIFY(support::await(restored.open()));
        QCOMPARE(*support::await(restored.read(countNotes)), 1);
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"

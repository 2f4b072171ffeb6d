// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/backups.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using util::Error;

namespace {

/// A user's file with one change in it, and its copies.
struct World
{
    World()
    {
        (void)await(userFile.open());
        (void)await(
            userFile.write([](db::Connection& connection, db::ChangeSet&) -> util::Result<void> {
                return connection.execute(
                    u"INSERT INTO change (server_id, user_id, kind, label, role, undone, "
                    u"created_at) VALUES ('s', '0', 'rate', 'kept', 0, 0, 1)"_s);
            }));
    }

    QStringList files() const { return QDir(path).entryList(QDir::Files, QDir::Name); }
    /// An empty file in the folder of the copies.
    void put(const QString& name) const
    {
        QDir().mkpath(path);
        QFile file(path + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    /// The first page of a table or an index, the same in all copies.
    qint64 pageOf(const char* name)
    {
        const QString copy = path + u'/' + files().first();
        const auto connection = db::Connection::open({ copy, true, false, 1 });
        return connection
            ? (*connection)
                  ->integer(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(
                      QLatin1String(name)))
                  .value_or(0)
            : 0;
    }
    bool makes() { return await(backups.makeIfDue()).value_or(false); }

    QTemporaryDir folder;
    QString path = folder.filePath(u"backups"_s);
    support::FakeClock clock; // 2025-10-09 08:53:20
    QThreadPool pool;
    db::Threads threads;
    db::Database userFile { threads, { folder.filePath(u"user.db"_s), u":/sql/user"_s, true } };
    app::Backups backups { userFile, path, clock, pool };
};

} // namespace

/// Real copies of a real file, by a clock that the test moves.
class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstCopyIsMadeAtOnceAndIsWhole()
    {
        World world;
        const auto made = await(world.backups.makeIfDue());
        QVERIFY(made);
        QVERIFY(*made);
        QCOMPARE(world.files(), QStringList { u"user-20251009T085320Z.db"_s });
        const QString copy = world.path + u"/user-20251009T085320Z.db"_s;
        QCOMPARE(
            QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        db::Database restored(world.threads, { copy, u":/sql/user"_s, true });
        QVERIFY(await(restored.open()));
        const auto label
            = await(restored.read([](db::Connection& connection, const std::stop_token&) {
                  return connection.integer(u"SELECT count(*) FROM change WHERE label = 'kept'"_s);
              }));
        QVERIFY(label);
        QCOMPARE(*label, 1);
    }

    void nextOneIsMadeADayLater()
    {
        World world;
        QVERIFY(world.makes());
        QVERIFY(!world.makes());
        world.clock.advance(24h - 1s);
        QVERIFY(!world.makes());
        world.clock.advance(1s);
        QVERIFY(world.makes());
        QCOMPARE(world.files().size(), 2);
    }

    void sevenAreKeptAndTheOldestGo()
    {
        World world;
        for (int day = 0; day < 9; ++day) {
            QVERIFY(world.makes());
            world.clock.advance(24h);
        }
        const QStringList files = world.files();
        QCOMPARE(files.size(), app::Backups::kKept);
        QCOMPARE(files.first(), u"user-20251011T085320Z.db"_s);
        QCOMPARE(files.last(), u"user-20251017T085320Z.db"_s);
    }

    void filesOfOthersStay()
    {
        World world;
        const QStringList others { u"notes.txt"_s, u"user-notes.db"_s, u"user.db"_s };
        for (const QString& name : others) {
            world.put(name);
        }
        for (int day = 0; day < 9; ++day) {
            QVERIFY(world.makes());
            world.clock.advance(24h);
        }
        for (const QString& name : others) {
            QVERIFY(world.files().contains(name));
        }
        QCOMPARE(world.files().size(), app::Backups::kKept + others.size());
    }

    void copyThatWasNeverFinishedGoesTheNextDay()
    {
        World world;
        world.put(u"user-20251008T085320Z-4711.partial"_s);
        world.put(u"user-20251009T085319Z-4712.partial"_s); // of another process, right now
        QVERIFY(world.makes());
        QCOMPARE(world.files(),
            (QStringList {
                u"user-20251009T085319Z-4712.partial"_s, u"user-20251009T085320Z.db"_s }));
    }

    void copyOfTheFutureDoesNotStandInForTodays()
    {
        World world;
        world.put(u"user-20991231T000000Z.db"_s);
        QVERIFY(world.makes());
        QVERIFY(!world.makes());
        QCOMPARE(world.files().size(), 2);
    }

    void closedFileLeavesNothingBehind()
    {
        World world;
        db::Database closed(
            world.threads, { world.folder.filePath(u"other.db"_s), u":/sql/user"_s, true });
        app::Backups backups(closed, world.path, world.clock, world.pool);
        const auto made = await(backups.makeIfDue());
        QVERIFY(!made);
        QCOMPARE(made.error().code, Error::Code::Storage);
        QVERIFY(!made.error().message.isEmpty());
        QVERIFY(world.files().isEmpty());
    }

    void copyThatCannotBeReadIsNoneAndTheOldOnesStay()
    {
        World world;
        for (int day = 0; day < app::Backups::kKept; ++day) {
            QVERIFY(world.makes());
            world.clock.advance(24h);
        }
        const QStringList before = world.files();
        world.pool.setMaxThreadCount(1);
        const auto made = world.backups.makeIfDue();
        QSemaphore isDamaged; // what finishes the copy comes behind this
        const auto held = util::async::run(world.pool, [&isDamaged] {
            isDamaged.acquire();
            return util::Result<void>();
        });
        const auto partial = [&world] { return world.files().filter(u".partial"_s).value(0); };
        QTRY_VERIFY(!partial().isEmpty());
        QVERIFY(await(world.userFile.write(
            [](db::Connection&, db::ChangeSet&) { return util::Result<void>(); })));
        QFile copy(world.path + u'/' + partial());
        QVERIFY(copy.size() > 30'000);
        QVERIFY(copy.open(QIODevice::ReadWrite) && copy.seek(8192));
        copy.write(QByteArray(16'384, '\x5a'));
        copy.close();
        isDamaged.release();
        QCOMPARE(await(made).error().code, Error::Code::Storage);
        QVERIFY(await(held));
        QCOMPARE(world.files(), before);
    }

    void aDamagedFileIsReplacedWhenItIsOpened()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"user.db"_s);
        World world;
        QVERIFY(world.makes());
        QVERIFY(QFile::copy(world.path + u'/' + world.files().first(), file));
        QFile damage(file);
        QVERIFY(damage.open(QIODevice::ReadWrite) && damage.seek(16'384));
        damage.write(QByteArray(16'384, '\x5a'));
        damage.close();
        QFile inTheWay(folder.filePath(u"user-damaged-20251009T085320Z.db"_s)); // of another time
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        db::Database other(world.threads, { file, u":/sql/user"_s, true });
        app::Backups backups(other, world.path, world.clock, world.pool);
        QSignalSpy restored(&backups, &app::Backups::restored);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"user_file_restored"_s));
        QVERIFY(await(backups.open()));
        QCOMPARE(restored.size(), 1);
        const auto what = restored.first().first().value<app::Restored>();
        QCOMPARE(what.copiedAt, world.clock.epochSeconds());
        QCOMPARE(what.damagedFile, folder.filePath(u"user-damaged-20251009T085320Z-2.db"_s));
        QVERIFY(QFile::exists(what.damagedFile));
        QCOMPARE(inTheWay.size(), 0);
        const auto kept = await(other.read([](db::Connection& connection, const std::stop_token&) {
            return connection.integer(u"SELECT count(*) FROM change WHERE label = 'kept'"_s);
        }));
        QCOMPARE(kept.value_or(0), 1);
    }

    /// What takes longer than a start may is read once a day, or if the last run did not end well.
    void aLargeFileIsReadThroughOnlyWithReason_data()
    {
        QTest::addColumn<bool>("hasCopy");
        QTest::addColumn<bool>("hasLog");
        QTest::addColumn<bool>("isRead");
        QTest::addRow("a copy of the day stands for it") << true << false << false;
        QTest::addRow("there is none of the day") << false << false << true;
        QTest::addRow("the last run was ended") << true << true << true;
    }
    void aLargeFileIsReadThroughOnlyWithReason()
    {
        QFETCH(bool, hasCopy);
        QFETCH(bool, hasLog);
        QFETCH(bool, isRead);
        World world;
        QVERIFY(await(world.userFile.write([](db::Connection& c, db::ChangeSet&) {
            return c.execute(u"UPDATE change SET server_id = zeroblob(17000000)"_s);
        })));
        QVERIFY(world.makes());
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"user.db"_s);
        QVERIFY(QFile::copy(world.path + u'/' + world.files().first(), file));
        QFile damage(file); // a page of an index
        const qint64 page = world.pageOf("change_step_target");
        QVERIFY(page > 1 && damage.open(QIODevice::ReadWrite) && damage.seek((page - 1) * 8192));
        damage.write(QByteArray(8192, '\x5a'));
        damage.close();
        if (hasLog) {
            QFile log(file + u"-wal"_s);
            QVERIFY(log.open(QIODevice::WriteOnly));
        }
        world.clock.advance(hasCopy ? 1h : 25h);
        db::Database other(world.threads, { file, u":/sql/user"_s, true });
        app::Backups backups(other, world.path, world.clock, world.pool);
        QSignalSpy restored(&backups, &app::Backups::restored);
        if (isRead) {
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"user_file_restored"_s));
        }
        QVERIFY(await(backups.open()));
        QCOMPARE(restored.size(), isRead ? 1 : 0);
    }

    void failureIsSaidOnceUntilItWorksAgain()
    {
        World world;
        world.pool.setMaxThreadCount(1); // so that one look is over before the next begins
        QFile inTheWay(world.path); // a file where the folder should be
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QSignalSpy failed(&world.backups, &app::Backups::failed);
        world.backups.keepMaking();
        auto* timer = world.backups.findChild<QTimer*>();
        QVERIFY(timer && timer->isActive());
        const auto look = [&] {
            timer->start(0ms); // the hour is over
            QTRY_VERIFY(timer->interval() > 0);
        };
        const auto lookInVain = [&] {
            look();
            QVERIFY(!await(world.backups.makeIfDue())); // takes the same way, behind the look
        };
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"backup_failed"_s));
        for (int i = 0; i < 3; ++i) {
            lookInVain();
            QCOMPARE(failed.size(), 1);
        }
        inTheWay.close();
        QVERIFY(inTheWay.remove());
        look();
        QTRY_COMPARE(world.files().size(), 1);
        QTRY_VERIFY(!world.files().first().endsWith(u".partial"_s));
        QVERIFY(QDir(world.path).removeRecursively());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        world.clock.advance(24h);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"backup_failed"_s));
        lookInVain();
        QCOMPARE(failed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"

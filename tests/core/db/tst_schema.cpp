// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/database.h"
#include "tests/support/await.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::await;
using util::Result;

namespace {

QDir savedFiles()
{
    return QDir(qEnvironmentVariable("PLEXM8_SOURCE_DIR") + u"/tests/data/schema"_s);
}

/// The newest version of a file: that of its last migration.
int newestVersion(const QString& kind)
{
    const QStringList scripts = QDir(u":/sql/"_s + kind).entryList(QDir::Files, QDir::Name);
    return scripts.isEmpty() ? 0 : scripts.last().first(4).toInt();
}

/// What the file is made of, one line an object: its kind, its name, the text it was made with.
Result<QStringList> schemaOf(db::Connection& connection)
{
    auto query = connection.prepare(
        "SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_schema WHERE name NOT LIKE "
        "'sqlite\\_%' ESCAPE '\\' ORDER BY 1");
    QStringList lines;
    while (query.next()) {
        lines.append(query.text(0) + u": "_s + query.text(1).simplified());
    }
    const auto status = query.status();
    return status ? Result<QStringList>(lines) : status.error();
}

Result<qint64> versionOf(db::Connection& connection)
{
    return connection.integer(u"PRAGMA user_version"_s);
}

} // namespace

/// Files that former versions of the program left: they are brought to the present form, and keep
/// what is in them.
class TestSchema : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    db::Threads m_threads;

    std::unique_ptr<db::Database> opened(const QString& path, const QString& kind)
    {
        auto database = std::make_unique<db::Database>(
            m_threads, db::Database::Options { path, u":/sql/"_s + kind, false });
        return await(database->open()) ? std::move(database) : nullptr;
    }

    /// The saved file, after @p further statements, opened and so migrated; null if any of that
    /// fails.
    std::unique_ptr<db::Database> migrated(
        const QString& kind, int version, const QString& further = {})
    {
        const QString path = m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u'-'
            + kind + u'-' + QString::number(version) + u".db"_s);
        QFile saved(
            savedFiles().filePath(u"%1-%2.sql"_s.arg(kind).arg(version, 4, 10, QChar(u'0'))));
        if (!saved.open(QIODevice::ReadOnly)) {
            return nullptr;
        }
        {
            auto connection = db::Connection::open({ path, false, true, 1 });
            const QString sql = QString::fromUtf8(saved.readAll()) + further;
            if (!connection || !(*connection)->execute(sql)) {
                return nullptr;
            }
        }
        return opened(path, kind);
    }
    static Result<qint64> count(db::Database& database, const QString& sql)
    {
        return await(database.read([sql](db::Connection& connection, const std::stop_token&) {
            return connection.integer(sql);
        }));
    }

private Q_SLOTS:
    void everyVersionIsSaved()
    {
        for (const auto& kind : { u"library"_s, u"user"_s }) {
            QVERIFY(newestVersion(kind) >= 1);
            for (int version = 1; version <= newestVersion(kind); ++version) {
                const QString name = u"%1-%2.sql"_s.arg(kind).arg(version, 4, 10, QChar(u'0'));
                QVERIFY2(savedFiles().exists(name), qPrintable(name));
            }
        }
    }

    void savedFileBecomesAsAFreshOne_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("version");
        for (const auto& kind : { u"library"_s, u"user"_s }) {
            for (int version = 1; version <= newestVersion(kind); ++version) {
                QTest::addRow("%s %d", qPrintable(kind), version) << kind << version;
            }
        }
    }

    void savedFileBecomesAsAFreshOne()
    {
        QFETCH(QString, kind);
        QFETCH(int, version);
        const auto old = migrated(kind, version);
        QVERIFY(old);
        const auto fresh = opened(m_dir.filePath(u"fresh-%1-%2.db"_s.arg(kind).arg(version)), kind);
        QVERIFY(fresh);
        const auto schema = [](db::Connection& connection, const std::stop_token&) {
            return schemaOf(connection);
        };
        const auto got = await(old->read(schema));
        const auto expected = await(fresh->read(schema));
        QVERIFY(got && expected);
        QVERIFY(!expected->isEmpty());
        QCOMPARE(*got, *expected);
        const auto reached
            = await(old->read([](db::Connection& connection, const std::stop_token&) {
                  return versionOf(connection);
              }));
        QVERIFY(reached);
        QCOMPARE(*reached, newestVersion(kind));
    }

    void journalOfVersion1KeepsItsChanges()
    {
        const auto file = migrated(u"user"_s, 1);
        QVERIFY(file);
        QCOMPARE(count(*file, u"SELECT count(*) FROM change"_s).value_or(-1), 2);
        QCOMPARE(count(*file,
                     u"SELECT count(*) FROM change c JOIN change_step s ON s.change_id = c.id "
                     u"WHERE c.label LIKE 'Rate \"雨のあと\"%' AND s.payload LIKE '{\"v\":1,%'"_s)
                     .value_or(-1),
            2);
        QCOMPARE(count(*file, u"SELECT reverses FROM change WHERE role = 1"_s).value_or(-1), 1);
    }

    void libraryOfVersion1KeepsItsTracks()
    {
        const auto file = migrated(u"library"_s, 1);
        QVERIFY(file);
        QCOMPARE(count(*file, u"SELECT count(*) FROM item WHERE type = 10 AND rating = 9"_s)
                     .value_or(-1),
            1);
        QCOMPARE(count(*file,
                     u"SELECT count(*) FROM item JOIN search ON search.rowid = item.id "
                     u"WHERE search MATCH '\"雨 の\"'"_s)
                     .value_or(-1),
            1);
        QCOMPARE(count(*file,
                     u"SELECT count(*) FROM playlist_entry e JOIN playlist p ON p.id = "
                     u"e.playlist_id JOIN item i ON i.rating_key = e.rating_key"_s)
                     .value_or(-1),
            1);
    }

    void libraryOfVersion2HasItsAlbumsRankedByTheNextSync()
    {
        const auto file = migrated(u"library"_s, 2);
        QVERIFY(file);
        QCOMPARE(count(*file, u"SELECT count(*) FROM group_order"_s).value_or(-1), 0);
        QCOMPARE(
            count(*file, u"SELECT count(*) FROM cache WHERE key = 'groups_stale'"_s).value_or(-1),
            1);
    }

    void anIndexThatRestsIsMadeByVersion5()
    {
        const auto file = migrated(u"library"_s, 4,
            u"DROP INDEX item_title; INSERT INTO cache VALUES ('resting_index:item_title', "
            u"'CREATE INDEX item_title ON item (type, title_sort)');"_s);
        QVERIFY(file);
        QCOMPARE(count(*file,
                     u"SELECT count(*) FROM sqlite_master WHERE name = 'item_title' AND sql LIKE "
                     u"'%view_count, rating)'"_s)
                     .value_or(-1),
            1);
        QCOMPARE(count(*file, u"SELECT count(*) FROM cache WHERE key LIKE 'resting_index:%'"_s)
                     .value_or(-1),
            0);
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/grouporder.h"
#include "core/library/playlistwriter.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using types::Item;

namespace {

const library::CacheKey kKey { { u"server"_s }, {} };

/// The item of album @p number in librarydata::items() of @p tracks tracks.
Item& albumIn(QList<Item>& items, int number, int tracks)
{
    return items[(tracks + 29) / 30 + number];
}

qint64 noonOf(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(12, 0)).toSecsSinceEpoch();
}

QStringList titlesOf(const QList<types::AlbumRow>& albums)
{
    QStringList titles;
    for (const types::AlbumRow& album : albums) {
        titles.append(album.title);
    }
    return titles;
}

} // namespace

/// What the home page and an album's page show besides the lists.
class TestShelves : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    db::Threads m_threads;
    std::unique_ptr<library::Library> m_library;
    QObject m_context;

    void store(const QList<Item>& items)
    {
        QVERIFY(librarydata::store(*m_library, items));
        QVERIFY(support::await(library::fillGroups(*m_library, kKey, &m_context)));
    }
    library::OnThisDay onThisDay(QDate today, int perShelf = 10)
    {
        return *support::await(m_library->onThisDay(today, perShelf));
    }
    void addPlaylist(const QString& title, const QList<types::RatingKey>& keys)
    {
        std::deque<library::EntryRow> rows;
        for (const types::RatingKey& key : keys) {
            types::PlaylistItem entry;
            entry.item.ratingKey = key;
            rows.push_back(library::entryRowOf(entry));
        }
        m_lists.append(types::Playlist());
        m_lists.last().ratingKey = { title };
        m_lists.last().title = title;
        QVERIFY(support::await(m_library->write(
            [lists = m_lists, rows, title](db::Connection& c, db::ChangeSet& changes) {
                library::PlaylistWriter writer(c, changes);
                auto all = writer.writeAll(lists, [](const types::Playlist&) { return false; });
                return all ? writer.writeEntries({ title }, rows, 1)
                           : decltype(writer.writeEntries({ title }, rows, 1))(all.error());
            })));
    }
    QList<types::Playlist> m_lists;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<library::Library>(m_threads, m_dir->path());
        QVERIFY(support::await(m_library->open(kKey)));
        m_lists.clear();
    }
    void cleanup() { m_library.reset(); }

    void albumsOfThisDayOfFormerYears()
    {
        constexpr int kTracks = 100;
        auto items = librarydata::items(kTracks);
        const QStringList dates { u"1991-05-17"_s, u"2003-05-17"_s, u"2026-05-17"_s,
            u"1991-05-18"_s, u"1991"_s, u"1991-02-29"_s, u"17.05.1991"_s };
        for (int i = 0; i < dates.size(); ++i) {
            Item& album = albumIn(items, i, kTracks);
            album.originallyAvailable = dates.at(i);
            album.year = dates.at(i).left(4).toInt();
            album.addedAt = noonOf(2020, 1, 1);
        }
        albumIn(items, 1, kTracks).userRating = types::Rating::fromPlex(9);
        albumIn(items, 7, kTracks).addedAt = noonOf(2024, 5, 17);
        albumIn(items, 8, kTracks).addedAt = noonOf(2025, 5, 17);
        albumIn(items, 9, kTracks).addedAt = noonOf(2026, 5, 17); // today
        store(items);
        const auto day = onThisDay({ 2026, 5, 17 });
        QCOMPARE(titlesOf(day.released), (QStringList { u"Album 00001"_s, u"Album 00000"_s }));
        QCOMPARE(titlesOf(day.added), (QStringList { u"Album 00008"_s, u"Album 00007"_s }));
        QCOMPARE(onThisDay({ 2026, 5, 17 }, 1).released.size(), 1);
        QCOMPARE(onThisDay({ 2026, 5, 17 }, 1).added.size(), 1);
        QCOMPARE(onThisDay({ 2026, 5, 16 }), library::OnThisDay());
    }

    void theLeapDayIsRememberedOnThe28th_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QStringList>("released");
        QTest::addColumn<QStringList>("added");
        const QString leap = u"Album 00000"_s;
        const QString before = u"Album 00001"_s;
        QTest::newRow("the 28th") << QDate(2026, 2, 28) << QStringList { leap, before }
                                  << QStringList { before };
        QTest::newRow("the 28th of a leap year")
            << QDate(2028, 2, 28) << QStringList { before } << QStringList { before };
        QTest::newRow("the 29th") << QDate(2028, 2, 29) << QStringList { leap }
                                  << QStringList { leap };
        QTest::newRow("1 March") << QDate(2026, 3, 1) << QStringList() << QStringList();
    }
    void theLeapDayIsRememberedOnThe28th()
    {
        QFETCH(QDate, today);
        QFETCH(QStringList, released);
        QFETCH(QStringList, added);
        constexpr int kTracks = 30;
        auto items = librarydata::items(kTracks);
        albumIn(items, 0, kTracks).originallyAvailable = u"1972-02-29"_s;
        albumIn(items, 0, kTracks).year = 1972;
        albumIn(items, 0, kTracks).addedAt = noonOf(2024, 2, 29);
        albumIn(items, 1, kTracks).originallyAvailable = u"1971-02-28"_s;
        albumIn(items, 1, kTracks).year = 1971;
        albumIn(items, 1, kTracks).addedAt = noonOf(2023, 2, 28);
        albumIn(items, 2, kTracks).addedAt = noonOf(2023, 7, 1);
        store(items);
        const auto day = onThisDay(today);
        QCOMPARE(titlesOf(day.released), released);
        QCOMPARE(titlesOf(day.added), added);
    }

    void albumsPlayedInPartAreToBeContinued()
    {
        constexpr int kTracks = 60;
        auto items = librarydata::items(kTracks);
        for (int i = 0; i < 4; ++i) {
            albumIn(items, i, kTracks).lastViewedAt = 1'750'000'000 + i;
        }
        albumIn(items, 0, kTracks).viewedLeafCount = 3;
        albumIn(items, 1, kTracks).viewedLeafCount = 9;
        albumIn(items, 2, kTracks).viewedLeafCount = 10; // all of it
        store(items);
        const auto albums = *support::await(m_library->unfinishedAlbums(10));
        QCOMPARE(titlesOf(albums), (QStringList { u"Album 00001"_s, u"Album 00000"_s }));
        QCOMPARE(support::await(m_library->unfinishedAlbums(1))->size(), 1);
    }

    void playlistsAreFoundByTheirTracksAndAlbums()
    {
        store(librarydata::items(60));
        addPlaylist(u"Drive"_s, { { u"t3"_s }, { u"t15"_s }, { u"t3"_s } });
        addPlaylist(u"Calm"_s, { { u"t4"_s } });
        addPlaylist(u"Else"_s, { { u"t59"_s }, { u"unknown"_s } });
        const auto ids = *support::await(m_library->read([](db::Connection& c, std::stop_token) {
            return library::idsOf(c, { { u"t3"_s }, { u"t4"_s }, { u"t9"_s }, { u"b0"_s } });
        }));
        const auto found = [&](std::initializer_list<const char16_t*> keys) {
            QList<types::ItemId> items;
            for (const char16_t* key : keys) {
                items.append(types::ItemId { ids.value({ QString::fromUtf16(key) }) });
            }
            QStringList titles;
            const auto rows = *support::await(m_library->playlistsWith(items));
            for (const auto& row : rows) {
                titles.append(row.title);
            }
            return titles;
        };
        QCOMPARE(found({ u"t3" }), QStringList { u"Drive"_s });
        QCOMPARE(found({ u"t4", u"t3" }), (QStringList { u"Calm"_s, u"Drive"_s }));
        QCOMPARE(found({ u"b0" }), (QStringList { u"Calm"_s, u"Drive"_s }));
        QVERIFY(found({ u"t9" }).isEmpty());
        QVERIFY(found({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestShelves)
#include "tst_shelves.moc"

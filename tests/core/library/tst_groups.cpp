// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/grouporder.h"
#include "core/library/tables.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using library::AlbumQuery;
using library::AlbumSort;
using library::ArtistQuery;
using library::ArtistSort;
using types::Item;
using types::ItemType;

namespace {

const library::CacheKey kKey { { u"server"_s }, { u"user"_s } };

constexpr std::array kAlbumSorts { AlbumSort::Artist, AlbumSort::Title, AlbumSort::Year,
    AlbumSort::Added, AlbumSort::Rating, AlbumSort::LastPlayed, AlbumSort::Plays };
constexpr std::array kArtistSorts { ArtistSort::Title, ArtistSort::Added, ArtistSort::Rating,
    ArtistSort::LastPlayed, ArtistSort::Plays };

/// Albums and artists that differ in all that they can be sorted by.
QList<Item> variedItems(int tracks)
{
    QList<Item> all = librarydata::items(tracks);
    int number = 0;
    for (Item& item : all) {
        ++number;
        if (item.type == ItemType::Track) {
            continue;
        }
        item.titleSort = item.title + QString::number(number * 7 % 5);
        item.viewCount = number * 13 % 7;
        item.lastViewedAt = item.viewCount > 0 ? 1'700'000'000 + number * 31 % 17 : 0;
        item.addedAt = 1'600'000'000 + number * 11 % 23;
        if (number % 3 != 0) {
            item.userRating = types::Rating::fromPlex(number * 5 % 11);
        }
        if (item.type == ItemType::Album && number % 4 == 0) {
            item.year.reset();
        }
    }
    return all;
}

} // namespace

/// The lists of albums and artists.
class TestGroups : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    db::Threads m_threads;
    std::unique_ptr<library::Library> m_library;
    QObject m_context;

    void fill() { QVERIFY(support::await(library::fillGroups(*m_library, kKey, &m_context))); }
    bool isStale()
    {
        return *support::await(m_library->read([](db::Connection& c, std::stop_token) {
            return c.integer(u"SELECT count(*) FROM cache WHERE key = 'groups_stale'"_s);
        })) == 1;
    }
    QList<types::AlbumRow> albums(const AlbumQuery& query)
    {
        const auto ids = *support::await(m_library->albumIds(query));
        return *support::await(m_library->albums({ ids.begin(), ids.end() }));
    }
    QStringList albumTitles(const AlbumQuery& query)
    {
        QStringList titles;
        for (const auto& row : albums(query)) {
            titles.append(row.title);
        }
        return titles;
    }
    QStringList artistNames(const ArtistQuery& query)
    {
        const auto ids = *support::await(m_library->artistIds(query));
        const auto rows = *support::await(m_library->artists({ ids.begin(), ids.end() }));
        QStringList names;
        for (const auto& row : rows) {
            names.append(row.title);
        }
        return names;
    }
    /// Every list that can be asked for.
    QList<std::vector<qint64>> allLists()
    {
        QList<std::vector<qint64>> lists;
        for (const bool descending : { false, true }) {
            for (const AlbumSort sort : kAlbumSorts) {
                AlbumQuery query;
                query.sort = sort;
                query.descending = descending;
                lists.append(*support::await(m_library->albumIds(query)));
                query.genres = QStringList { u"Rock"_s };
                lists.append(*support::await(m_library->albumIds(query)));
            }
            for (const ArtistSort sort : kArtistSorts) {
                ArtistQuery query;
                query.sort = sort;
                query.descending = descending;
                lists.append(*support::await(m_library->artistIds(query)));
            }
        }
        return lists;
    }

private Q_SLOTS:
    void init()
    {
        m_library = std::make_unique<library::Library>(m_threads, m_dir.path());
        QVERIFY(support::await(m_library->open(kKey)));
        QVERIFY(support::await(m_library->clear()));
    }
    void cleanup() { m_library.reset(); }

    void listsAreTheSameBeforeAndAfterFilling()
    {
        QVERIFY(librarydata::store(*m_library, variedItems(1000)));
        QVERIFY(isStale());
        const auto before = allLists();
        QSignalSpy changed(m_library.get(), &library::Library::changed);
        fill();
        QVERIFY(!isStale());
        QCOMPARE(allLists(), before);
        QCOMPARE(before.first().size(), size_t(100));
        QCOMPARE(before.last().size(), size_t(34));
        QVERIFY(std::ranges::any_of(changed, [](const QList<QVariant>& signal) {
            return signal.first().value<db::ChangeSet>().touches(library::kGroupOrderTable);
        }));
        changed.clear();
        fill(); // nothing to do
        QVERIFY(changed.isEmpty());
    }

    void albumsStandByArtistAndYear()
    {
        auto items = librarydata::items(60); // two artists, three albums each
        items[2].year = 1999;
        items[3].year = 1980;
        items[4].year = 2010;
        QVERIFY(librarydata::store(*m_library, items));
        fill();
        AlbumQuery query;
        QCOMPARE(albumTitles(query).first(3),
            (QStringList { u"Album 00001"_s, u"Album 00000"_s, u"Album 00002"_s }));
        query.descending = true; // by artist; within one the years still go up
        QCOMPARE(albumTitles(query).last(3),
            (QStringList { u"Album 00001"_s, u"Album 00000"_s, u"Album 00002"_s }));
        query.sort = AlbumSort::Year;
        QCOMPARE(albumTitles(query).first(2), (QStringList { u"Album 00002"_s, u"Album 00000"_s }));
        query.sort = AlbumSort::Title;
        QCOMPARE(albumTitles(query).first(), u"Album 00005"_s);
    }

    void whatHasNoValueStandsLastInBothDirections()
    {
        QVERIFY(librarydata::store(*m_library, variedItems(600)));
        fill();
        for (const bool descending : { false, true }) {
            AlbumQuery query;
            query.descending = descending;
            query.sort = AlbumSort::Rating;
            const auto rated = albums(query);
            const auto isUnrated = [](const types::AlbumRow& row) { return !row.rating; };
            QVERIFY(std::ranges::is_partitioned(rated, std::not_fn(isUnrated)));
            QVERIFY(!isUnrated(rated.first()) && isUnrated(rated.last()));
            query.sort = AlbumSort::Year;
            const auto dated = albums(query);
            QVERIFY(dated.first().year > 0 && dated.last().year == 0);
            query.sort = AlbumSort::LastPlayed;
            const auto played = albums(query);
            QVERIFY(played.first().lastPlayedAt > 0 && played.last().lastPlayedAt == 0);
        }
    }

    void aRatingAndAPlayMoveAnAlbumAtOnce()
    {
        auto items = librarydata::items(60);
        QVERIFY(librarydata::store(*m_library, items));
        fill();
        const auto rated = m_library->write([](db::Connection& c, db::ChangeSet& changes) {
            return library::setRating(c, changes, { u"b4"_s }, types::Rating::fromPlex(8), 1);
        });
        QVERIFY(*support::await(rated));
        AlbumQuery query;
        query.sort = AlbumSort::Rating;
        QCOMPARE(albumTitles(query).first(), u"Album 00004"_s);
        items[5].viewCount = 3; // album 3
        items[5].lastViewedAt = 1'790'000'000;
        QVERIFY(librarydata::write(*m_library, items));
        QVERIFY(!isStale());
        query.sort = AlbumSort::LastPlayed;
        QCOMPARE(albumTitles(query).first(), u"Album 00003"_s);
    }

    void whatIsNewIsListedBeforeTheNextFilling()
    {
        auto items = librarydata::items(60);
        QVERIFY(librarydata::store(*m_library, items));
        fill();
        items[2].title = u"A renamed one"_s;
        Item added = items[3];
        added.ratingKey = { u"new"_s };
        added.title = u"A new one"_s;
        items.append(added);
        QVERIFY(librarydata::write(*m_library, items));
        QVERIFY(isStale());
        AlbumQuery query;
        query.sort = AlbumSort::Title;
        QCOMPARE(albumTitles(query).first(), u"Album 00001"_s); // "a" is an article
        QCOMPARE(albumTitles(query).last(2), (QStringList { u"A new one"_s, u"A renamed one"_s }));
        fill();
        QCOMPARE(albumTitles(query).last(2), (QStringList { u"A new one"_s, u"A renamed one"_s }));
        QCOMPARE(albumTitles(query).size(), 7);
    }

    void whatIsRemovedLeavesTheLists()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(60)));
        fill();
        const auto gone = albums({}).first();
        QVERIFY(support::await(m_library->write([gone](db::Connection& c, db::ChangeSet& changes) {
            return library::ItemWriter(c, changes).remove({ gone.id.value });
        })));
        QVERIFY(!isStale());
        QVERIFY(!albumTitles({}).contains(gone.title));
        QCOMPARE(albums({}).size(), 5);
    }

    void whatIsWrittenWhileItIsFilledIsNotForgotten()
    {
        auto items = librarydata::items(60);
        QVERIFY(librarydata::store(*m_library, items));
        const auto filled = library::fillGroups(*m_library, kKey, &m_context);
        items[2].title = u"Zzz"_s;
        QVERIFY(librarydata::write(*m_library, items)); // comes behind its beginning
        QVERIFY(support::await(filled));
        QVERIFY(isStale());
        AlbumQuery query;
        query.sort = AlbumSort::Title;
        QCOMPARE(albumTitles(query).last(), u"Zzz"_s);
        fill();
        QVERIFY(!isStale());
        QCOMPARE(albumTitles(query).last(), u"Zzz"_s);
    }

    void anotherCacheIsNotFilled()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(60)));
        const auto filled
            = library::fillGroups(*m_library, { { u"other"_s }, { u"user"_s } }, &m_context);
        QCOMPARE(support::await(filled).error().code, util::Error::Code::Cancelled);
        QVERIFY(isStale());
    }

    void genresReachAlbumsWithoutAnyAndArtistsOfAlbums()
    {
        const auto genre = [](const char* name) {
            return QList<types::Tag> { { types::TagKind::Genre, QString::fromUtf8(name) } };
        };
        auto items
            = librarydata::items(90); // three artists, three albums each: Rock, Jazz, Rock, …
        items[0].tags = genre("Folk");
        items[3].tags = {}; // album 0: its artist's
        items[4].tags = { { types::TagKind::Mood, u"Folk"_s } }; // album 1: a mood is no genre
        items[11].tags = genre("Folk"); // album 8, of the third artist
        QVERIFY(librarydata::store(*m_library, items));
        fill();
        AlbumQuery query;
        query.sort = AlbumSort::Title;
        query.genres = QStringList { u"Folk"_s };
        QCOMPARE(albumTitles(query),
            (QStringList { u"Album 00000"_s, u"Album 00001"_s, u"Album 00008"_s }));
        ArtistQuery artists;
        artists.genres = query.genres;
        QCOMPARE(artistNames(artists), (QStringList { u"Artist 00000"_s, u"Artist 00002"_s }));
        query.genres = QStringList { u"Folk"_s, u"Jazz"_s };
        QCOMPARE(albumTitles(query).size(), 6); // 0, 1, 8 and 3, 5, 7
        query.genres = QStringList { u"Polka"_s };
        QVERIFY(albumTitles(query).isEmpty());
        // What is counted is what the lists show.
        const auto genres = *support::await(m_library->genres());
        QStringList names;
        for (const types::GenreRow& row : genres) {
            names.append(row.name);
            query.genres = QStringList { row.name };
            artists.genres = query.genres;
            QCOMPARE(albumTitles(query).size(), row.albums);
            QCOMPARE(artistNames(artists).size(), row.artists);
        }
        QCOMPARE(names, (QStringList { u"Folk"_s, u"Jazz"_s, u"Rock"_s }));
    }

    void wordsArtistAndSectionLimitTheList()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(90)));
        fill();
        AlbumQuery query;
        query.text = u"artist 00001 alb"_s;
        const auto found = albums(query);
        QCOMPARE(found.size(), 4); // those of artist 1, and album 1
        AlbumQuery ofArtist;
        ofArtist.artists = { found.last().artistId };
        QCOMPARE(albums(ofArtist), found.last(3));
        ofArtist.text = u"00004"_s;
        QCOMPARE(albums(ofArtist).size(), 1);
        ofArtist.section = { u"2"_s };
        QCOMPARE(albums(ofArtist).size(), 1);
        ofArtist.section = { u"7"_s };
        QVERIFY(albums(ofArtist).isEmpty());
        ArtistQuery artists;
        artists.text = u"00002"_s;
        QCOMPARE(artistNames(artists), QStringList { u"Artist 00002"_s });
    }
};

QTEST_GUILESS_MAIN(TestGroups)
#include "tst_groups.moc"

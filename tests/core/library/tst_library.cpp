// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "core/library/playlistwriter.h"
#include "core/library/statements.h"
#include "core/library/tables.h"
#include "core/library/trackorder.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <functional>

using namespace Qt::StringLiterals;
using library::Ranks;
using library::TrackQuery;
using library::TrackSort;
using util::Error;

namespace {

const library::CacheKey kKey { { u"server"_s }, { u"user"_s } };

} // namespace

Q_DECLARE_METATYPE(std::function<void(QList<types::Item>&)>)

class TestLibrary : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<db::Threads> m_threads = std::make_unique<db::Threads>();
    std::unique_ptr<library::Library> m_library;

    QList<types::TrackRow> rows(const TrackQuery& query)
    {
        const auto ids = support::await(m_library->trackIds(query));
        return ids ? *support::await(m_library->tracks(QList<qint64>(ids->begin(), ids->end())))
                   : QList<types::TrackRow>();
    }
    QStringList titles(const TrackQuery& query)
    {
        QStringList list;
        for (const auto& row : rows(query)) {
            list.append(row.title);
        }
        return list;
    }
    /// The path of the one cache that was made.
    QString onlyFile() const
    {
        return m_dir->filePath(
            QDir(m_dir->path()).entryList({ u"*.db"_s }, QDir::Files).constFirst());
    }
    Ranks ranks()
    {
        return *support::await(m_library->read(
            [](db::Connection& c, std::stop_token) { return library::ranksState(c); }));
    }
    void remove(const types::RatingKey& key)
    {
        QVERIFY(support::await(m_library->write([key](db::Connection& c, db::ChangeSet& changes) {
            auto find = c.prepare("SELECT id FROM item WHERE rating_key = ?");
            find.bind(key);
            (void)find.next();
            return library::ItemWriter(c, changes).remove({ find.integer(0) });
        })));
    }
    QList<types::PlaylistEntryRow> entries(const QList<types::PlaylistItem>& list)
    {
        std::deque<library::EntryRow> rows;
        std::ranges::transform(list, std::back_inserter(rows), library::entryRowOf);
        const auto written = support::await(m_library->write(
            [rows](db::Connection& c, db::ChangeSet& changes) -> util::Result<qint64> {
                types::Playlist playlist;
                playlist.ratingKey = { u"p1"_s };
                playlist.title = u"List"_s;
                library::PlaylistWriter writer(c, changes);
                if (auto all
                    = writer.writeAll({ playlist }, [](const types::Playlist&) { return false; });
                    !all) {
                    return std::move(all).error();
                }
                if (auto done = writer.writeEntries({ u"p1"_s }, rows, 1); !done) {
                    return std::move(done).error();
                }
                return c.integer(u"SELECT id FROM playlist"_s);
            }));
        const auto spine = *support::await(m_library->playlistSpine({ *written }));
        return *support::await(
            m_library->playlistEntries(QList<qint64>(spine.entries.begin(), spine.entries.end())));
    }
    QStringList plan(const QString& sql)
    {
        return *support::await(
            m_library->read([sql](db::Connection& c, std::stop_token) -> util::Result<QStringList> {
                QStringList lines;
                auto s = c.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
                while (s.next()) {
                    lines.append(s.text(3));
                }
                return lines;
            }));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<library::Library>(*m_threads, m_dir->path());
        QVERIFY(support::await(m_library->open(kKey)));
    }
    void cleanup() { m_library.reset(); }

    void theDefaultOrderIsArtistAlbumNumber()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(100)));
        const auto list = rows({});
        QVERIFY(std::ranges::is_sorted(list, [](const auto& a, const auto& b) {
            return std::tie(a.albumArtist, a.album, a.number)
                < std::tie(b.albumArtist, b.album, b.number);
        }));
        QCOMPARE(list.first().album, u"Album 00000"_s);
        QCOMPARE(list.first().year, 1960);
        QCOMPARE(list.first().thumb, u"/library/metadata/b0/thumb/1"_s);
    }

    void titleOrderRunsBothWays()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(50)));
        TrackQuery query;
        query.sort = { { TrackSort::Title, false } };
        const QStringList up = titles(query);
        QVERIFY(std::ranges::is_sorted(up));
        query.sort = { { TrackSort::Title, true } };
        QStringList down = titles(query);
        std::ranges::reverse(down);
        QCOMPARE(down, up);
    }

    void unratedTracksComeLastInBothDirections()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(50)));
        for (const bool descending : { false, true }) {
            TrackQuery query;
            query.sort = { { TrackSort::Rating, descending } };
            const auto list = rows(query);
            QVERIFY(list.first().rating);
            QVERIFY(list.at(9).rating); // 10 of 50 are rated
            QVERIFY(!list.at(10).rating);
            QVERIFY(!list.last().rating);
        }
    }

    void severalKeysSortOneAfterTheOther()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(400)));
        TrackQuery query;
        query.sort = { { TrackSort::Rating, true }, { TrackSort::Year, false },
            { TrackSort::Duration, true }, { TrackSort::Title, true } };
        const auto list = rows(query);
        const auto key = [](const types::TrackRow& row) {
            return std::tuple(row.rating ? -row.rating->plex() : 1.0, row.year,
                -row.duration.count(), row.number);
        };
        QVERIFY(std::ranges::is_sorted(list, {}, key)); // titles run against the numbers
        QCOMPARE(list.size(), 400);
        // Equal in all keys: the default order. Further keys make no difference.
        query.sort = { { TrackSort::Plays, false } };
        QCOMPARE(titles(query), titles({}));
        query.sort = QList<library::SortKey>(7, { TrackSort::Plays, false });
        query.sort.append({ TrackSort::Title, false });
        QCOMPARE(titles(query), titles({}));
        query.sort = { { TrackSort::Default, true }, { TrackSort::Title, false } };
        QStringList backwards = titles(query);
        std::ranges::reverse(backwards);
        QCOMPARE(backwards, titles({}));
    }

    void genresArtistsAndAlbumsLimitTheList()
    {
        auto items
            = librarydata::items(90); // three artists, three albums each: Rock, Jazz, Rock, …
        items[0].tags = { { types::TagKind::Genre, u"Folk"_s } };
        items[3].tags = {}; // album 0: its artist's
        items.last().tags = { { types::TagKind::Genre, u"Folk"_s } };
        QVERIFY(librarydata::store(*m_library, items));
        TrackQuery query;
        query.genres = QStringList { u"Folk"_s };
        QCOMPARE(titles(query).size(), 11);
        QCOMPARE(titles(query).last(), items.last().title);
        query.sort = { { TrackSort::Title, true } };
        QCOMPARE(titles(query).last(), items.last().title);
        query.genres.append(u"Jazz"_s);
        QCOMPARE(titles(query).size(), 51);
        const auto all = rows({});
        query.artists = { all.first().artistId, all.last().artistId };
        QCOMPARE(titles(query).size(), 31);
        query.albums = { all.first().albumId };
        QCOMPARE(rows(query).first().album, u"Album 00000"_s);
        QCOMPARE(titles(query).size(), 10);
        query.section = { u"7"_s };
        QVERIFY(titles(query).isEmpty());
    }

    void aTextFilterKeepsTheOrder()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(100)));
        TrackQuery query;
        query.text = u"album 00005"_s;
        query.sort = { { TrackSort::Title, false } };
        const auto list = rows(query);
        QCOMPARE(list.size(), 10);
        QVERIFY(std::ranges::is_sorted(list, {}, &types::TrackRow::title));
    }

    void albumAndArtistLimitTheList()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(100)));
        const auto first = rows({}).first();
        TrackQuery ofAlbum;
        ofAlbum.album = first.albumId;
        QCOMPARE(rows(ofAlbum).size(), 10);
        TrackQuery ofArtist;
        ofArtist.artists = { first.artistId };
        QCOMPARE(rows(ofArtist).size(), 30);
        const auto album = *support::await(m_library->album(first.albumId));
        QCOMPARE(album.genres, QStringList { u"Rock"_s });
        QCOMPARE(album.trackCount, 10);
    }

    void writingTheSameAgainChangesNothing()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(100)));
        const auto again = librarydata::store(*m_library, librarydata::items(100));
        QCOMPARE(again->added, 0);
        QCOMPARE(again->updated, 0);
        QCOMPARE(ranks(), Ranks::Valid);
    }

    void aRenamedTrackMovesAndIsFoundByItsNewNameOnly()
    {
        auto items = librarydata::items(100);
        QVERIFY(librarydata::store(*m_library, items));
        types::Item& track = items.last();
        track.title = u"Überraschung"_s;
        const auto outcome = librarydata::store(*m_library, items);
        QCOMPARE(outcome->updated, 1);
        TrackQuery query;
        query.sort = { { TrackSort::Title, false } };
        QCOMPARE(titles(query).last(), u"Überraschung"_s);
        QCOMPARE(support::await(m_library->search(u"uberra"_s, 5))->tracks.size(), 1);
        QVERIFY(support::await(m_library->search(u"999900"_s, 5))->tracks.isEmpty());
    }

    void whatDecidesTheOrderMakesRanksStale_data()
    {
        using Change = std::function<void(QList<types::Item>&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("isStale");
        const auto row = [](const char* name, bool isStale, Change change) {
            QTest::newRow(name) << change << isStale;
        };
        // One artist, three albums, thirty tracks.
        row("an artist's sort title", true, [](auto& all) { all[0].titleSort = u"zz"_s; });
        row("an album's sort title", true, [](auto& all) { all[1].titleSort = u"zz"_s; });
        row("an album's year", true, [](auto& all) { all[1].year = 1950; });
        row("a track's year", true, [](auto& all) { all[9].year = 1950; });
        row("a track's number", true, [](auto& all) { all[9].index = 99; });
        row("a track's sort title", true, [](auto& all) { all[9].titleSort = u"zz"_s; });
        row("a track's album", true, [](auto& all) { all[9].parentKey = all[3].ratingKey; });
        row("a new track", true, [](auto& all) {
            all.append(all.last());
            all.last().ratingKey = { u"new"_s };
        });
        row("nothing", false, [](auto&) {});
        row("a rating", false, [](auto& all) { all[9].userRating = types::Rating::fromPlex(3); });
        row("an album's plays", false, [](auto& all) { all[1].viewCount = 7; });
    }
    void whatDecidesTheOrderMakesRanksStale()
    {
        QFETCH(std::function<void(QList<types::Item>&)>, change);
        QFETCH(bool, isStale);
        auto items = librarydata::items(30);
        QVERIFY(librarydata::store(*m_library, items));
        QCOMPARE(ranks(), Ranks::Valid);
        change(items);
        QVERIFY(librarydata::write(*m_library, items));
        QCOMPARE(ranks(), isStale ? Ranks::Stale : Ranks::Valid);
        // Also after the program has ended.
        m_library = std::make_unique<library::Library>(*m_threads, m_dir->path());
        QVERIFY(support::await(m_library->open(kKey)));
        QCOMPARE(ranks(), isStale ? Ranks::Stale : Ranks::Valid);
    }

    void aTrackFindsAnAlbumThatIsReadAfterIt()
    {
        const auto items = librarydata::items(10);
        QVERIFY(librarydata::store(*m_library, { items.last() }));
        QVERIFY(!rows({}).first().albumId.isValid());
        QVERIFY(librarydata::store(*m_library, items));
        for (const auto& row : rows({})) {
            QVERIFY(row.albumId.isValid());
            QVERIFY(row.artistId.isValid());
            QCOMPARE(row.year, 1960);
        }
        QCOMPARE(librarydata::store(*m_library, items)->updated, 0);
    }

    void tracksOfARemovedAlbumGoToNoOtherAndReturnWithIt()
    {
        const auto items = librarydata::items(10); // an artist, an album, its tracks
        QVERIFY(librarydata::store(*m_library, items));
        remove(items.at(1).ratingKey);
        types::Item other = items.at(1);
        other.ratingKey = { u"other"_s }; // gets the local id that is free now
        QVERIFY(librarydata::store(*m_library, { other }));
        QVERIFY(!rows({}).first().albumId.isValid());
        QVERIFY(librarydata::store(*m_library, items));
        QCOMPARE(support::await(m_library->album(rows({}).first().albumId))->ratingKey,
            items.at(1).ratingKey);
        remove(items.at(0).ratingKey);
        QVERIFY(!rows({}).first().artistId.isValid());
        QVERIFY(librarydata::store(*m_library, items));
        QVERIFY(rows({}).first().artistId.isValid());
    }

    void anEntryThatGotAnotherKeyOrTextIsUpdated()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(10)));
        types::PlaylistItem entry;
        entry.playlistItemId = 77;
        entry.item.ratingKey = { u"gone"_s };
        entry.item.title = u"Old"_s;
        const auto before = entries({ entry });
        QVERIFY(before.at(0).isMissing);
        entry.item.title = u"New"_s;
        QCOMPARE(entries({ entry }).at(0).track.title, u"New"_s);
        entry.item.ratingKey = { u"t3"_s };
        const auto after = entries({ entry });
        QCOMPARE(after.at(0).id, before.at(0).id);
        QVERIFY(!after.at(0).isMissing);
        QCOMPARE(after.at(0).track.ratingKey.value, u"t3"_s);
    }

    void searchPutsTheWholeTitleFirst()
    {
        auto items = librarydata::items(30);
        items.last().title = u"Moon River"_s;
        items[items.size() - 2].title = u"The Moon"_s;
        items[items.size() - 3].title = u"Under the Moon"_s;
        QVERIFY(librarydata::store(*m_library, items));
        const auto found = *support::await(m_library->search(u"moon"_s, 10));
        QCOMPARE(found.tracks.size(), 3);
        QCOMPARE(found.tracks.at(0).title, u"The Moon"_s);
        QCOMPARE(found.tracks.at(1).title, u"Moon River"_s);
        QCOMPARE(found.tracks.at(2).title, u"Under the Moon"_s);
        QVERIFY(support::await(m_library->search(u"   "_s, 10))->isEmpty());
    }

    void searchKnowsWhereTheWordsAre_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("one word") << u"moo"_s
                                  << QStringList { u"Moon River"_s, u"Bright Moon"_s,
                                         u"A Blue Moon"_s, u"By Him"_s, u"On It"_s };
        QTest::newRow("several words")
            << u"blue moo"_s << QStringList { u"A Blue Moon"_s, u"Blue in the Moon"_s };
        QTest::newRow("in artist and title") << u"moondog hi"_s << QStringList { u"By Him"_s };
    }
    void searchKnowsWhereTheWordsAre()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, expected);
        auto items = librarydata::items(30);
        const auto put = [&items](qsizetype fromEnd, const QString& title, double rating) {
            types::Item& item = items[items.size() - fromEnd];
            item.title = title;
            item.originalTitle.clear();
            item.userRating = types::Rating::fromPlex(rating);
            return &item;
        };
        (void)put(1, u"Moon River"_s, 2);
        (void)put(2, u"A Blue Moon"_s, 4);
        (void)put(3, u"Bright Moon"_s, 8);
        put(4, u"By Him"_s, 10)->originalTitle = u"Moondog"_s;
        put(5, u"On It"_s, 6)->parentTitle = u"Moonflower"_s;
        if (expected.contains(u"Blue in the Moon"_s)) {
            (void)put(6, u"Blue in the Moon"_s, 10);
        }
        QVERIFY(librarydata::store(*m_library, items));
        const auto found = *support::await(m_library->search(text, 10));
        QStringList titles;
        for (const types::TrackRow& track : found.tracks) {
            titles.append(track.title);
        }
        QCOMPARE(titles, expected);
    }

    void searchPutsTheBestOfAllTitlesFirst()
    {
        auto items = librarydata::items(400);
        int tracks = 0;
        for (types::Item& item : items) {
            if (item.type == types::ItemType::Track) {
                item.title = u"Love %1"_s.arg(++tracks, 3, 10, QChar(u'0'));
                item.userRating.reset();
            }
        }
        items.last().userRating = types::Rating::fromPlex(10);
        items[items.size() - 2].title = u"All My Love"_s;
        QVERIFY(librarydata::store(*m_library, items));
        for (const int limit : { 10, 500 }) { // enough of them, and not
            const auto found = *support::await(m_library->search(u"lov"_s, limit));
            QCOMPARE(found.tracks.first().title, u"Love 400"_s);
            QCOMPARE(found.tracks.size(), qMin(limit, 400));
            QCOMPARE(found.total, 400);
            QCOMPARE(found.tracks.last().title == u"All My Love"_s, limit > 400);
        }
    }

    void aRatingIsSeenInListsAndOrderAtOnce()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(50)));
        QSet<qint64> changed;
        connect(m_library.get(), &library::Library::changed, this,
            [&changed](
                const db::ChangeSet& set) { changed = set.in(library::kItemTable).changed; });
        const auto known = support::await(m_library->write([](db::Connection& c, db::ChangeSet& s) {
            return library::setRating(
                c, s, { u"t7"_s }, types::Rating::fromStars(4.5), 1'760'000'000);
        }));
        QVERIFY(*known);
        TrackQuery query;
        query.sort = { { TrackSort::Rating, true } };
        const auto list = rows(query);
        const auto row
            = std::ranges::find(list, types::RatingKey { u"t7"_s }, &types::TrackRow::ratingKey);
        QVERIFY(row != list.end());
        QCOMPARE(row->rating->halfStars(), 9);
        QCOMPARE(changed, QSet<qint64> { row->id.value });
        QVERIFY(row - list.begin() <= 2);
    }

    void removedItemsLeaveListsSearchAndOrder()
    {
        auto items = librarydata::items(20);
        QVERIFY(librarydata::store(*m_library, items));
        const auto removed = support::await(
            m_library->write([](db::Connection& c, db::ChangeSet& s) -> util::Result<qsizetype> {
                library::SeenIds seen;
                const auto [first, last] = library::idRange(types::ItemType::Track);
                for (qint64 id = first + 1; id <= first + 15; ++id) {
                    seen.insert({ id });
                }
                const auto ids = library::unseenIds(c, 1, types::ItemType::Track, seen);
                if (auto done = library::ItemWriter(c, s).remove(*ids); !done) {
                    return std::move(done).error();
                }
                return ids->size();
            }));
        QCOMPARE(*removed, 5);
        QCOMPARE(rows({}).size(), 15);
        QVERIFY(support::await(m_library->search(items.last().title, 5))->tracks.isEmpty());
    }

    void whatIsReadOftenNeedsNeitherScanNorSort_data()
    {
        namespace sql = library::sql;
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("how");
        const auto row = [](const char* name, const char* statement, const char* how) {
            QTest::newRow(name) << QString::fromUtf8(statement) << QString::fromUtf8(how);
        };
        // A scan of a covering index is the list itself, in its order.
        row("default order", sql::kDefaultOrder, "SCAN # USING COVERING INDEX track_order_default");
        row("default order, descending", sql::kDefaultOrderDescending,
            "SCAN # USING COVERING INDEX track_order_default");
        row("playlist", sql::kPlaylistSpine,
            "SEARCH # USING COVERING INDEX playlist_entry_order (playlist_id=?)");
        row("recently added", sql::kRecentlyAdded, "SCAN # USING INDEX item_added_album");
        row("recently played", sql::kRecentlyPlayed,
            "SEARCH # USING COVERING INDEX item_viewed (type=? AND viewed_at>?)");
        row("top rated", sql::kTopRated, "SEARCH # USING COVERING INDEX item_rated (type=?");
        row("added on a day", sql::kAddedBetween,
            "SEARCH # USING INDEX item_added_album (added_at>? AND added_at<?)");
        row("typed title", sql::kIdsWithTitle,
            "SEARCH # USING COVERING INDEX item_title (type=? AND title_sort>? AND title_sort<?)");
        row("titles searched for", sql::kTitledFrom,
            "SEARCH # USING COVERING INDEX item_title (type=? AND title_sort>? AND title_sort<?)");
    }
    void whatIsReadOftenNeedsNeitherScanNorSort()
    {
        QFETCH(QString, statement);
        QFETCH(QString, how);
        QVERIFY(librarydata::store(*m_library, librarydata::items(1000)));
        QVERIFY(support::await(m_library->trim())); // and its statistics
        const QStringList steps = plan(statement);
        QVERIFY2(steps.size() == 1, qPrintable(steps.join(u'\n'))); // nothing is sorted
        static const QRegularExpression table(u"^(SCAN|SEARCH) \\w+ "_s);
        QVERIFY2(QString(steps.first()).replace(table, u"\\1 # "_s).startsWith(how),
            qPrintable(steps.first()));
    }

    void clearingLeavesNothingInAnyTable()
    {
        const auto items = librarydata::items(6000);
        QVERIFY(librarydata::store(*m_library, items));
        QVERIFY(support::await(m_library->clear()));
        QCOMPARE(*support::await(m_library->counts()), library::Counts());
        QVERIFY(rows({}).isEmpty());
        QCOMPARE(support::await(m_library->search(u"song"_s, 5))->total, 0);
        const auto left = m_library->read([](db::Connection& c, std::stop_token) {
            QString sum = u"SELECT 0"_s;
            auto tables = c.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name "
                                    "NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'");
            while (tables.next()) {
                sum += u" + (SELECT count(*) FROM "_s + tables.text(0) + u')';
            }
            return c.integer(sum, -1);
        });
        QCOMPARE(*support::await(left), 0);
        QCOMPARE(librarydata::store(*m_library, items)->added, items.size());
        QCOMPARE(rows({}).size(), 6000);
    }

    void foreignKeysHoldAgainAfterClearing()
    {
        QVERIFY(support::await(m_library->clear()));
        const auto orphan = m_library->write([](db::Connection& c, db::ChangeSet&) {
            return c.execute(
                u"INSERT INTO item_tag (item_id, tag_id, position) VALUES (1, 1, 0)"_s);
        });
        QCOMPARE(support::await(orphan).error().code, Error::Code::Internal);
    }

    void ranksGoIntoGapsAndAreRenewedWhenTheseAreUsedUp()
    {
        using library::assignRanks;
        using library::kUnranked;
        QCOMPARE(assignRanks(std::vector<qint64> { kUnranked, kUnranked }),
            (std::vector<qint64> { 1024, 2048 }));
        std::vector<qint64> list { 10, 20, 30, 40, 50, 60, 70, 80, 90 };
        list.insert(list.begin() + 1, kUnranked);
        QCOMPARE(
            assignRanks(list), (std::vector<qint64> { 10, 15, 20, 30, 40, 50, 60, 70, 80, 90 }));
        list = { 1, kUnranked, 2, 3, 4, 5, 6, 7, 8, 9 };
        QCOMPARE(assignRanks(list).at(1), 2048); // no gap: all afresh
        list = { 5, 4, 6, 7, 8, 9, 10, 11, 12 };
        QCOMPARE(assignRanks(list).front(), 1024); // out of order: all afresh
        QVERIFY(assignRanks({}).empty());
    }

    void aDamagedCacheIsMadeAnew()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(10)));
        m_library.reset();
        const QString path = onlyFile();
        m_threads = std::make_unique<db::Threads>(); // the old ones have closed everything
        QFile::remove(path + u"-wal"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        m_library = std::make_unique<library::Library>(*m_threads, m_dir->path());
        QVERIFY(support::await(m_library->open(kKey)));
        QCOMPARE(support::await(m_library->counts())->tracks, 0);
        QVERIFY(QFile::exists(path + u".damaged"_s));
    }

    void theNewestOpenWinsWhateverBecomesOfTheOneBefore_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("damaged") << QByteArray(20'000, 'x');
        QTest::newRow("of a newer version") << QByteArray();
    }
    void theNewestOpenWinsWhateverBecomesOfTheOneBefore()
    {
        QFETCH(QByteArray, file);
        const QString path = onlyFile();
        QVERIFY(support::await(m_library->write([](db::Connection& c, db::ChangeSet&) {
            return c.execute(u"PRAGMA user_version=99"_s);
        })));
        m_library.reset();
        m_threads = std::make_unique<db::Threads>();
        if (!file.isEmpty()) {
            QFile::remove(path + u"-wal"_s);
            QFile damaged(path);
            QVERIFY(damaged.open(QIODevice::WriteOnly | QIODevice::Truncate));
            damaged.write(file);
        }
        m_library = std::make_unique<library::Library>(*m_threads, m_dir->path());
        const library::CacheKey other { { u"other"_s }, { u"user"_s } };
        const auto first = m_library->open(kKey);
        const auto second = m_library->open(other);
        QCOMPARE(support::await(first).error().code, Error::Code::Cancelled);
        QVERIFY(support::await(second));
        QCOMPARE(m_library->key(), other);
        QVERIFY(m_library->isOpen());
        QVERIFY(librarydata::store(*m_library, librarydata::items(10)));
        QCOMPARE(support::await(m_library->counts())->tracks, 10);
        QVERIFY(QFile::exists(path));
        QVERIFY(!QFile::exists(path + u".damaged"_s));
    }

    void aCacheThatAnotherProgramHoldsIsNotSetAside()
    {
        QVERIFY(librarydata::store(*m_library, librarydata::items(10)));
        const QString path = onlyFile();
        m_library.reset();
        m_threads = std::make_unique<db::Threads>();
        {
            const auto holder = db::Connection::open({ path, false, false, 1 });
            const auto version = (*holder)->integer(u"PRAGMA user_version"_s);
            QVERIFY((*holder)->execute(u"PRAGMA user_version=0"_s)); // a migration is to wait
            QVERIFY((*holder)->execute(u"BEGIN IMMEDIATE"_s));
            m_library = std::make_unique<library::Library>(*m_threads, m_dir->path());
            const auto opened = support::await(m_library->open(kKey));
            QCOMPARE(opened.error().code, Error::Code::Storage);
            QVERIFY(!m_library->isOpen());
            QVERIFY((*holder)->execute(u"PRAGMA user_version=%1"_s.arg(*version)));
            QVERIFY((*holder)->execute(u"COMMIT"_s));
        }
        QVERIFY(!QFile::exists(path + u".damaged"_s));
        QVERIFY(support::await(m_library->open(kKey)));
        QCOMPARE(support::await(m_library->counts())->tracks, 10);
    }

    void nothingIsReadBeforeACacheIsOpen()
    {
        library::Library closed(*m_threads, m_dir->path());
        QCOMPARE(support::await(closed.counts()).error().code, Error::Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"

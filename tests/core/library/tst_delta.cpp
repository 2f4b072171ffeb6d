// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/demolibrary.h"

#include "core/library/itemwriter.h"
#include "core/library/tables.h"
#include "core/net/client.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using types::ItemType;
using types::RatingKey;
using util::Error;
using util::Result;

namespace {

constexpr qint64 kYear2100 = 4'102'444'800;

quint64 number(const RatingKey& key)
{
    return key.value.toULongLong();
}

/// The first @p count keys of a type in the cache.
QList<RatingKey> keysOf(const support::DemoLibrary& demo, ItemType type, int count = 1 << 30)
{
    const auto keys = demo.library.read(
        [type, count](db::Connection& c, std::stop_token) -> Result<QList<RatingKey>> {
            QList<RatingKey> list;
            auto s = c.prepare("SELECT rating_key FROM item WHERE type = ? ORDER BY id LIMIT ?");
            s.bind(int(type), count);
            while (s.next()) {
                list.append({ s.text(0) });
            }
            return list;
        });
    return *support::await(keys);
}

/// Tracks that stand last in every order of news.
QList<RatingKey> oldest(const support::DemoLibrary& demo, int count)
{
    const auto keys = demo.library.read(
        [count](db::Connection& c, std::stop_token) -> Result<QList<RatingKey>> {
            QList<RatingKey> list;
            auto s = c.prepare("SELECT rating_key FROM item WHERE type = 10 AND rated_at = 0 AND "
                               "viewed_at = 0 ORDER BY updated_at LIMIT ?");
            s.bind(count);
            while (s.next()) {
                list.append({ s.text(0) });
            }
            return list;
        });
    return *support::await(keys);
}

/// All keys of a type that the server lists.
QSet<RatingKey> keysThere(support::DemoLibrary& demo, ItemType type)
{
    QSet<RatingKey> keys;
    for (qint64 start = 0;;) {
        const auto page
            = support::await(demo.client->itemKeys({ u"2"_s }, type, start, 5000)).value();
        keys.unite(QSet<RatingKey>(page.items.begin(), page.items.end()));
        start += page.received;
        if (page.received == 0) {
            return keys;
        }
    }
}

QSet<RatingKey> keysHere(const support::DemoLibrary& demo, ItemType type)
{
    const QList<RatingKey> keys = keysOf(demo, type);
    return { keys.begin(), keys.end() };
}

types::Item cached(const support::DemoLibrary& demo, const RatingKey& key)
{
    return support::await(demo.library.item(key)).value_or(types::Item {});
}

/// The keys of a track's album and artist.
std::pair<RatingKey, RatingKey> above(const support::DemoLibrary& demo, const RatingKey& track)
{
    const auto keys = demo.library.read(
        [track](db::Connection& c, std::stop_token) -> Result<std::pair<RatingKey, RatingKey>> {
            auto s = c.prepare(R"(
                SELECT a.rating_key, r.rating_key
                FROM item t
                JOIN item a ON a.id = t.parent_id
                JOIN item r ON r.id = t.grandparent_id
                WHERE t.rating_key = ?)");
            s.bind(track);
            return s.next() ? std::pair<RatingKey, RatingKey>({ s.text(0) }, { s.text(1) })
                            : std::pair<RatingKey, RatingKey>();
        });
    return *support::await(keys);
}

/// Somebody plays a track to its end elsewhere.
bool play(const support::DemoLibrary& demo, const RatingKey& key)
{
    net::Client http(demo.endpoints.pms, {});
    http.setSecretHeader("X-Plex-Token", demo.endpoints.token);
    net::Request request;
    request.verb = "PUT";
    request.path = u"/:/scrobble"_s;
    request.query
        = { { u"key"_s, key.value }, { u"identifier"_s, u"com.plexapp.plugins.library"_s } };
    return support::await(http.send(request)).has_value();
}

/// The cache forgets an item, as if a reading had missed it.
void forget(support::DemoLibrary& demo, const QList<RatingKey>& keys)
{
    const auto done
        = demo.library.write([keys](db::Connection& c, db::ChangeSet& changes) -> Result<bool> {
              const auto ids = library::idsOf(c, keys);
              const auto removed = library::ItemWriter(c, changes).remove(ids->values());
              return removed ? Result<bool>(true) : Result<bool>(removed.error());
          });
    QVERIFY(support::await(done, std::chrono::minutes(1))); // 23,500 of them, with the sanitizers
}

/// How many rows a run asked for, of /all.
int rowsAskedFor(support::DemoLibrary& demo)
{
    int rows = 0;
    for (const auto& request : demo.server.takeRequests()) {
        if (request.path.endsWith(u"/all"_s)) {
            rows += request.headers.value("x-plex-container-size").toInt();
        }
    }
    return rows;
}

/// Runs @p change once, as soon as so many pages of tracks were asked for; pages are slow
/// meanwhile, so that the next ones come from the changed library.
class WhilePaging : public QObject
{
public:
    WhilePaging(demo::Server& server, int pages, std::function<void()> change)
    {
        demo::Fault slow;
        slow.pathPrefix = u"/library/sections/2/all"_s;
        slow.times = -1;
        slow.delay = std::chrono::milliseconds(150);
        server.inject(slow);
        connect(
            &m_look, &QTimer::timeout, this, [this, &server, pages, change = std::move(change)] {
                for (const auto& request : server.takeRequests()) {
                    m_pages += request.value(u"type"_s) == "10"_L1
                        && request.headers.value("x-plex-container-size").toInt() > 0;
                }
                if (m_pages >= pages && !m_isDone) {
                    m_isDone = true;
                    change();
                    server.clearFaults();
                }
            });
        m_look.start(std::chrono::milliseconds(2));
    }
    [[nodiscard]] bool isDone() const { return m_isDone; }

private:
    QTimer m_look;
    int m_pages = 0;
    bool m_isDone = false;
};

} // namespace

/// Syncs after the first: only what is new is asked for, and nothing is missed.
class TestDelta : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyNewsAreAskedFor()
    {
        support::DemoLibrary demo(support::demoOf(4000));
        QVERIFY(demo.syncNow());
        QVERIFY(rowsAskedFor(demo) > 4000);
        const auto summary = demo.syncNow();
        QCOMPARE(summary->counts.tracks, 4000);
        // Seven types, three orders, a first page each.
        QVERIFY(rowsAskedFor(demo) <= 7 * 3 * library::DeltaReader::kFirstPage);
        QVERIFY(demo.syncNow({ {}, true }));
        QVERIFY(rowsAskedFor(demo) > 4000);
    }

    void eachOfTheThreeOrdersBringsItsNews()
    {
        support::DemoLibrary demo(support::demoOf(1500));
        QVERIFY(demo.syncNow());
        const auto tracks = keysOf(demo, ItemType::Track, 500);
        const int plays = cached(demo, tracks.at(480)).viewCount;
        QVERIFY(demo.server.renameItem(number(tracks.at(460)), u"Renamed"_s));
        QVERIFY(demo.server.setRating(number(tracks.at(470)), 7.0));
        QVERIFY(play(demo, tracks.at(480)));
        (void)demo.server.takeRequests();
        const auto summary = demo.syncNow();
        QCOMPARE(summary->updated, 3);
        QCOMPARE(cached(demo, tracks.at(460)).title, u"Renamed"_s);
        QCOMPARE(cached(demo, tracks.at(470)).userRating->plex(), 7.0);
        QCOMPARE(cached(demo, tracks.at(480)).viewCount, plays + 1);
        QVERIFY(rowsAskedFor(demo) <= 7 * 3 * library::DeltaReader::kFirstPage);
        QCOMPARE(demo.syncNow()->updated, 0);
    }

    void moreNewsThanAPageHoldsAllArrive()
    {
        support::DemoLibrary demo(support::demoOf(3000));
        QVERIFY(demo.syncNow());
        const auto tracks = keysOf(demo, ItemType::Track, 1300);
        for (const RatingKey& key : tracks) {
            QVERIFY(demo.server.setRating(number(key), 1.0));
        }
        demo.server.setMaximumPageRows(170);
        QVERIFY(demo.syncNow());
        for (const RatingKey& key : tracks) {
            QCOMPARE(cached(demo, key).userRating, types::Rating::fromPlex(1));
        }
    }

    void aRenamedArtistIsRenamedWithTheTracks()
    {
        support::DemoLibrary demo(support::demoOf(600));
        QVERIFY(demo.syncNow());
        const auto track = keysOf(demo, ItemType::Track, 1).first();
        const types::Item before = cached(demo, track);
        const auto [album, artist] = above(demo, track);
        QVERIFY(demo.server.renameItem(number(artist), u"Xylophonica"_s));
        QVERIFY(demo.server.renameItem(number(album), u"Quetzalcoatl"_s));
        QVERIFY(demo.syncNow());
        QCOMPARE(cached(demo, track).grandparentTitle, u"Xylophonica"_s);
        QCOMPARE(cached(demo, track).parentTitle, u"Quetzalcoatl"_s);
        const auto found = *support::await(demo.library.search(u"quetzalcoatl xyloph"_s, 50));
        QVERIFY(!found.tracks.isEmpty());
        for (const auto& row : found.tracks) {
            QCOMPARE(row.album, u"Quetzalcoatl"_s);
        }
        const auto former = *support::await(demo.library.search(before.grandparentTitle, 200));
        QVERIFY(std::ranges::none_of(
            former.tracks, [&track](const auto& row) { return row.ratingKey == track; }));
    }

    void aClearedRatingIsSeen()
    {
        support::DemoLibrary demo(support::demoOf(800));
        QVERIFY(demo.syncNow());
        const auto keys = keysOf(demo, ItemType::Track);
        const auto rated = std::ranges::find_if(keys,
            [&demo](const RatingKey& key) { return cached(demo, key).userRating.has_value(); });
        QVERIFY(rated != keys.end());
        QVERIFY(demo.server.setRating(number(*rated), {}));
        QVERIFY(demo.syncNow());
        QVERIFY(!cached(demo, *rated).userRating);
        // One cleared and another one rated: the number of rated ones is as before.
        const auto other = std::ranges::find_if(keys,
            [&demo](const RatingKey& key) { return cached(demo, key).userRating.has_value(); });
        QVERIFY(demo.server.setRating(number(*other), {}));
        QVERIFY(demo.server.setRating(number(*rated), 3.0));
        QVERIFY(demo.syncNow());
        QVERIFY(!cached(demo, *other).userRating);
        QCOMPARE(cached(demo, *rated).userRating->plex(), 3.0);
    }

    void whatIsGoneIsGoneEverywhere()
    {
        support::DemoLibrary demo(support::demoOf(700));
        QVERIFY(demo.syncNow());
        const auto lists = *support::await(demo.library.playlists());
        const auto list = std::ranges::find_if(
            lists, [](const types::PlaylistRow& row) { return !row.smart && row.count > 100; });
        QVERIFY(list != lists.end());
        const auto spine = *support::await(demo.library.playlistSpine(list->id));
        const auto entry
            = support::await(demo.library.playlistEntries(QList<qint64> { spine.entries.at(5) }))
                  ->first();
        const RatingKey key = entry.track.ratingKey;
        const types::Item item = cached(demo, key);
        QVERIFY(item.ratingKey.isValid());
        QVERIFY(demo.server.removeItem(number(key)));
        QCOMPARE(demo.syncNow()->removed, 1);
        QVERIFY(!cached(demo, key).ratingKey.isValid());
        QCOMPARE(support::await(demo.library.trackIds({}))->size(), size_t(699));
        const auto found = *support::await(demo.library.search(item.title, 200));
        QVERIFY(std::ranges::none_of(
            found.tracks, [&key](const auto& row) { return row.ratingKey == key; }));
        const auto now = *support::await(demo.library.playlistSpine(list->id));
        const auto entries = *support::await(
            demo.library.playlistEntries(QList<qint64>(now.entries.begin(), now.entries.end())));
        QVERIFY(entries.size() < qsizetype(spine.entries.size()));
        QVERIFY(std::ranges::none_of(
            entries, [&key](const auto& row) { return row.track.ratingKey == key; }));
    }

    void anArtistThatIsGoneTakesAllThatIsBelow()
    {
        support::DemoLibrary demo(support::demoOf(700));
        QVERIFY(demo.syncNow());
        const auto artist = keysOf(demo, ItemType::Artist, 3).last();
        QVERIFY(demo.server.removeItem(number(artist)));
        QVERIFY(demo.syncNow()->removed > 2);
        for (const ItemType type : { ItemType::Artist, ItemType::Album, ItemType::Track }) {
            QCOMPARE(keysHere(demo, type), keysThere(demo, type));
        }
    }

    void whatTheCacheLacksIsFetchedWithItsAlbumAndArtist()
    {
        support::DemoLibrary demo(support::demoOf(700));
        QVERIFY(demo.syncNow());
        const auto track = keysOf(demo, ItemType::Track, 1).first();
        const types::Item before = cached(demo, track);
        const auto [album, artist] = above(demo, track);
        forget(demo, { track, album, artist });
        QCOMPARE(demo.syncNow()->added, 3);
        QCOMPARE(cached(demo, track).title, before.title);
        const auto rows = *support::await(demo.library.search(before.title, 200));
        const auto row = std::ranges::find(rows.tracks, track, &types::TrackRow::ratingKey);
        QVERIFY(row != rows.tracks.end());
        QVERIFY(row->albumId.isValid() && row->artistId.isValid());
    }

    void aReKeyedItemIsThereOnceUnderItsNewKey()
    {
        support::DemoLibrary demo(support::demoOf(700));
        QVERIFY(demo.syncNow());
        const auto track = keysOf(demo, ItemType::Track, 20).last();
        const types::Item before = cached(demo, track);
        const quint64 fresh = demo.server.rekeyItem(number(track));
        const auto summary = demo.syncNow();
        QCOMPARE(summary->counts.tracks, 700);
        QCOMPARE(summary->added, 1);
        QCOMPARE(summary->removed, 1);
        QVERIFY(!cached(demo, track).ratingKey.isValid());
        QCOMPARE(cached(demo, { QString::number(fresh) }).title, before.title);
    }

    void aStampFromTheFutureHidesNothingThatComesAfter()
    {
        support::DemoLibrary demo(support::demoOf(900));
        const auto keys = QList<RatingKey>(keysThere(demo, ItemType::Track).values());
        QVERIFY(demo.server.renameItem(number(keys.at(0)), u"Of 2100"_s, kYear2100));
        QVERIFY(demo.syncNow());
        QVERIFY(demo.server.renameItem(number(keys.at(1)), u"Of 2101"_s, kYear2100 + 1));
        QVERIFY(demo.syncNow());
        QVERIFY(demo.server.renameItem(number(keys.at(2)), u"Of today"_s));
        QVERIFY(demo.syncNow());
        QCOMPARE(cached(demo, keys.at(1)).title, u"Of 2101"_s);
        QCOMPARE(cached(demo, keys.at(2)).title, u"Of today"_s);
        QVERIFY(demo.server.renameItem(number(keys.at(3)), u"Of later"_s));
        QVERIFY(demo.syncNow());
        QCOMPARE(cached(demo, keys.at(3)).title, u"Of later"_s);
    }

    void absurdStampsAreNoStamps()
    {
        support::DemoLibrary demo(support::demoOf(300));
        const auto keys = QList<RatingKey>(keysThere(demo, ItemType::Track).values());
        QVERIFY(demo.server.renameItem(number(keys.at(0)), u"Before time"_s, -5));
        QVERIFY(demo.server.renameItem(
            number(keys.at(1)), u"After time"_s, std::numeric_limits<qint32>::max() * 100'000LL));
        QVERIFY(demo.syncNow());
        QVERIFY(demo.server.renameItem(number(keys.at(2)), u"Of today"_s));
        QVERIFY(demo.syncNow());
        QCOMPARE(cached(demo, keys.at(2)).title, u"Of today"_s);
    }

    void aLibraryThatChangesWhileNewsArePagedLosesNothing()
    {
        support::DemoLibrary demo(support::demoOf(3000));
        QVERIFY(demo.syncNow());
        const auto tracks = keysOf(demo, ItemType::Track, 1700);
        for (const RatingKey& key : tracks.first(1500)) {
            QVERIFY(demo.server.renameItem(number(key), u"Anew"_s));
        }
        (void)demo.server.takeRequests();
        {
            const WhilePaging change(demo.server, 6, [&demo, &tracks] {
                // Rows above the next page move away: those behind them move up.
                for (const RatingKey& key : tracks.first(150)) {
                    QVERIFY(demo.server.removeItem(number(key)));
                }
                QVERIFY(demo.server.renameItem(number(tracks.at(1600)), u"Late"_s));
            });
            QVERIFY(demo.syncNow());
            QVERIFY(change.isDone());
        }
        QVERIFY(demo.syncNow());
        QCOMPARE(keysHere(demo, ItemType::Track), keysThere(demo, ItemType::Track));
        for (const RatingKey& key : tracks.sliced(150, 1350)) {
            QCOMPARE(cached(demo, key).title, u"Anew"_s);
        }
        QCOMPARE(cached(demo, tracks.at(1600)).title, u"Late"_s);
    }

    void aLibraryThatShrinksAboveTheNextPageOfNewsIsReadAgain()
    {
        support::DemoLibrary demo(support::demoOf(400));
        QVERIFY(demo.syncNow());
        const auto tracks = keysOf(demo, ItemType::Track);
        for (const RatingKey& key : tracks) {
            QVERIFY(demo.server.renameItem(number(key), u"Anew"_s));
        }
        (void)demo.server.takeRequests();
        const WhilePaging change(demo.server, 3, [&demo, &tracks] {
            // Fewer are left than a first page has: the second has not even its overlap.
            for (const RatingKey& key : tracks.sliced(30)) {
                QVERIFY(demo.server.removeItem(number(key)));
            }
        });
        QVERIFY(demo.syncNow());
        QVERIFY(change.isDone());
        QCOMPARE(keysHere(demo, ItemType::Track), keysThere(demo, ItemType::Track));
        for (const RatingKey& key : tracks.first(30)) {
            QCOMPARE(cached(demo, key).title, u"Anew"_s);
        }
    }

    void aLibraryThatChangesWhileAllIsPagedLosesNothing_data()
    {
        QTest::addColumn<bool>("isRenamed");
        QTest::newRow("tracks are removed") << false;
        QTest::newRow("artists change places") << true;
    }
    void aLibraryThatChangesWhileAllIsPagedLosesNothing()
    {
        QFETCH(bool, isRenamed);
        support::DemoLibrary demo(support::demoOf(8000));
        const WhilePaging change(demo.server, 4, [&demo, isRenamed] {
            if (!isRenamed) {
                for (const RatingKey& key : keysOf(demo, ItemType::Track, 3)) {
                    QVERIFY(demo.server.removeItem(number(key)));
                }
                return;
            }
            // As many rows as before, in other places.
            const auto artists = keysOf(demo, ItemType::Artist);
            QVERIFY(demo.server.renameItem(number(artists.last()), u"0000"_s));
            QVERIFY(demo.server.renameItem(number(artists.first()), u"zzzz"_s));
        });
        QVERIFY(demo.syncNow());
        QVERIFY(change.isDone());
        QCOMPARE(keysHere(demo, ItemType::Track), keysThere(demo, ItemType::Track));
    }

    void whatChangedDuringTheFirstSyncIsNewsForTheNext()
    {
        support::DemoLibrary demo(support::demoOf(5000));
        const auto first
            = support::await(demo.client->itemKeys({ u"2"_s }, ItemType::Track, 0, 1)).value();
        const RatingKey victim = first.items.first();
        (void)demo.server.takeRequests();
        const WhilePaging change(demo.server, 4, [&demo, &victim] {
            QVERIFY(demo.server.setRating(number(victim), 9.0)); // its page was read
        });
        QVERIFY(demo.syncNow());
        QVERIFY(change.isDone());
        QVERIFY(demo.syncNow());
        QCOMPARE(cached(demo, victim).userRating->plex(), 9.0);
    }

    void moreThanIsComparedAtOnceIsFoundRunByRun()
    {
        constexpr int kKept = 500;
        support::DemoLibrary demo(support::demoOf(library::KeyCheck::kMost + 4000));
        QVERIFY(demo.syncNow());
        const auto tracks = keysOf(demo, ItemType::Track);
        forget(demo, tracks.sliced(kKept));
        QVERIFY(demo.server.removeItem(number(tracks.first())));
        QVERIFY(demo.syncNow());
        const auto due = demo.library.read([](db::Connection& c, std::stop_token) {
            return c.integer(
                u"SELECT count(*) FROM section_mark WHERE type = 10 AND reconciled_at = 0"_s);
        });
        QCOMPARE(*support::await(due), 1); // nothing was looked for that is gone
        QVERIFY(cached(demo, tracks.first()).ratingKey.isValid());
        QVERIFY(demo.syncNow());
        QCOMPARE(keysHere(demo, ItemType::Track), keysThere(demo, ItemType::Track));
    }

    void whatCannotBeBroughtInLineIsNotLookedAtByEverySync()
    {
        support::DemoLibrary demo(support::demoOf(library::KeyCheck::kMost + 4000));
        QVERIFY(demo.syncNow());
        forget(demo, keysOf(demo, ItemType::Track).sliced(500));
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata/"_s;
        fault.garbageBody = "{";
        fault.times = -1;
        demo.server.inject(fault);
        const auto looksAt = [&demo] {
            return std::ranges::any_of(demo.server.takeRequests(), [](const auto& request) {
                return request.path.startsWith(u"/library/metadata/"_s);
            });
        };
        QVERIFY(demo.syncNow());
        QVERIFY(looksAt());
        QVERIFY(demo.syncNow());
        QVERIFY(!looksAt());
    }

    void anItemThatTheServerCannotShowHoldsNothingUp_data()
    {
        QTest::addColumn<bool>("isGarbage");
        QTest::newRow("500") << false;
        QTest::newRow("half an answer") << true;
    }
    void anItemThatTheServerCannotShowHoldsNothingUp()
    {
        QFETCH(bool, isGarbage);
        support::DemoLibrary demo(support::demoOf(3000));
        QVERIFY(demo.syncNow());
        const QList<RatingKey> lost = oldest(demo, 130); // the orders of news do not show them
        const RatingKey bad = lost.value(57);
        forget(demo, lost);
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata/"_s;
        fault.key = bad.value;
        fault.times = -1;
        if (isGarbage) {
            fault.garbageBody = "{\"MediaContainer\":{\"Metadata\":[{";
        } else {
            fault.status = 500;
        }
        demo.server.inject(fault);
        QVERIFY(demo.syncNow());
        QVERIFY(!cached(demo, bad).ratingKey.isValid());
        QCOMPARE(keysHere(demo, ItemType::Track),
            keysThere(demo, ItemType::Track) - QSet<RatingKey> { bad });
        demo.server.clearFaults();
        QVERIFY(demo.syncNow());
    }

    void aServerInTroubleIsNotAskedForItemAfterItem()
    {
        support::DemoLibrary demo(support::demoOf(300));
        QVERIFY(demo.syncNow());
        (void)demo.server.takeRequests();
        demo.server.inject(demo::Fault::starting());
        library::ItemRefresher refresher(
            demo.library, *demo.client, demo.pool, demo.library.key(), {}, {});
        const auto refreshed = support::await(refresher.refresh(keysOf(demo, ItemType::Track)));
        QCOMPARE(refreshed.error().code, Error::Code::Server);
        // Of 100, of 10, of one, and for something else: three tries each.
        QVERIFY(demo.server.takeRequests().size() <= 4 * 3);
    }

    void oneSectionAloneCanBeAskedForNews()
    {
        support::DemoLibrary demo(support::demoOf(300));
        QVERIFY(demo.syncNow());
        (void)demo.server.takeRequests();
        QVERIFY(demo.syncNow({ { u"2"_s }, false }));
        for (const auto& request : demo.server.takeRequests()) {
            QVERIFY2(!request.path.contains(u"sections/1"), qPrintable(request.path));
        }
    }

    void aStopLeavesTheServerAloneAndNothingIsLost()
    {
        support::DemoLibrary demo(support::demoOf(900));
        QVERIFY(demo.syncNow());
        const auto tracks = keysOf(demo, ItemType::Track, 300);
        for (const RatingKey& key : tracks) {
            QVERIFY(demo.server.setRating(number(key), 2.0));
        }
        std::stop_source stop;
        connect(&demo.library, &library::Library::changed, this,
            [&stop, &demo](const db::ChangeSet& set) {
                if (set.touches(library::kItemTable)) {
                    stop.request_stop();
                    demo.client.reset(); // a use of it would crash
                }
            });
        const auto result = support::await(demo.sync.run(*demo.client, {}, stop.get_token()));
        QCOMPARE(result.error().code, Error::Code::Cancelled);
        disconnect(&demo.library, nullptr, this, nullptr);
        demo.client = demo.makeClient(demo.endpoints.token);
        QVERIFY(demo.syncNow());
        for (const RatingKey& key : tracks) {
            QCOMPARE(cached(demo, key).userRating->plex(), 2.0);
        }
    }

    void newsForOneCacheAreNotWrittenIntoAnother()
    {
        support::DemoLibrary demo(support::demoOf(900));
        QVERIFY(demo.syncNow());
        for (const RatingKey& key : keysOf(demo, ItemType::Track, 400)) {
            QVERIFY(demo.server.setRating(number(key), 2.0));
        }
        util::Future<void> opened = util::async::ready<void>(Error::cancelled());
        bool isSwitched = false;
        connect(&demo.library, &library::Library::changed, this, [&](const db::ChangeSet& set) {
            if (set.touches(library::kItemTable) && !std::exchange(isSwitched, true)) {
                opened = demo.library.open({ { u"other"_s }, {} });
            }
        });
        QCOMPARE(demo.syncNow().error().code, Error::Code::Cancelled);
        QVERIFY(support::await(opened));
        QCOMPARE(*support::await(demo.library.counts()), library::Counts());
    }
};

QTEST_GUILESS_MAIN(TestDelta)
#include "tst_delta.moc"

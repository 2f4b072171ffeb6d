// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/details.h"

#include "core/library/tables.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using library::ReleaseKind;
using support::await;
using types::Item;
using types::RatingKey;
using types::TagKind;

namespace {

const library::CacheKey kKey { { u"server"_s }, {} };
constexpr int kTracks = 90; // three artists with three albums of ten tracks each
constexpr qint64 kNow = 1'780'000'000;

Item& itemIn(QList<Item>& items, const QString& key)
{
    return *std::ranges::find(items, RatingKey { key }, &Item::ratingKey);
}

QStringList titlesOf(const QList<types::TrackRow>& tracks)
{
    QStringList titles;
    for (const types::TrackRow& track : tracks) {
        titles.append(track.title);
    }
    return titles;
}

/// What a server tells of the item with @p key.
plex::ItemDetails told(const QString& key, const QList<types::Tag>& tags, qint64 updatedAt = 0)
{
    plex::ItemDetails details;
    details.item.ratingKey = { key };
    details.item.updatedAt = updatedAt;
    details.item.tags = tags;
    return details;
}

} // namespace

/// What the cache keeps of the pages of an artist and an album, and makes of it.
class TestDetails : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    db::Threads m_threads;
    std::unique_ptr<library::Library> m_library;

    void store(const QList<Item>& items) { QVERIFY(librarydata::store(*m_library, items)); }
    void keep(const QList<plex::ItemDetails>& details, qint64 now = kNow)
    {
        QVERIFY(await(m_library->write([details, now](db::Connection& c, db::ChangeSet& changes) {
            return library::storeDetails(c, changes, details, now);
        })));
    }
    types::ItemId idOf(const QString& key)
    {
        const auto id = await(m_library->read([key](db::Connection& c, std::stop_token) {
            auto statement = c.prepare("SELECT id FROM item WHERE rating_key = ?");
            statement.bind(key);
            const qint64 found = statement.next() ? statement.integer(0) : 0;
            return util::Result<qint64>(found);
        }));
        return { id ? *id : 0 };
    }
    library::ArtistPage page(const QString& artist, int top = 10)
    {
        const auto read = await(m_library->artistPage(idOf(artist), top));
        return read ? *read : library::ArtistPage();
    }
    QStringList wanted(const QString& key, qint64 readBefore = 0)
    {
        const auto keys = await(
            m_library->read([id = idOf(key), readBefore](db::Connection& c, std::stop_token) {
                return library::keysToDetail(c, id, readBefore);
            }));
        QStringList names;
        for (const RatingKey& one : keys ? *keys : QList<RatingKey>()) {
            names.append(one.value);
        }
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<library::Library>(m_threads, m_dir->path());
        QVERIFY(await(m_library->open(kKey)));
    }
    void cleanup() { m_library.reset(); }

    void kindsOfReleases_data()
    {
        QTest::addColumn<QStringList>("formats");
        QTest::addColumn<QStringList>("subformats");
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing") << QStringList() << QStringList() << int(ReleaseKind::Album);
        QTest::newRow("album") << QStringList { u"Album"_s } << QStringList()
                               << int(ReleaseKind::Album);
        QTest::newRow("single") << QStringList { u"Single"_s } << QStringList()
                                << int(ReleaseKind::Single);
        QTest::newRow("ep") << QStringList { u"ep"_s } << QStringList() << int(ReleaseKind::Single);
        QTest::newRow("live ep") << QStringList { u"EP"_s } << QStringList { u"Live"_s }
                                 << int(ReleaseKind::Live);
        QTest::newRow("best of") << QStringList { u"Album"_s }
                                 << QStringList { u"Compilation"_s, u"Soundtrack"_s }
                                 << int(ReleaseKind::Compilation);
        QTest::newRow("unknown") << QStringList { u"Wax roll"_s } << QStringList { u"Demo"_s }
                                 << int(ReleaseKind::Album);
    }
    void kindsOfReleases()
    {
        QFETCH(QStringList, formats);
        QFETCH(QStringList, subformats);
        QFETCH(int, kind);
        QCOMPARE(int(library::releaseKindOf(formats, subformats)), kind);
    }

    void albumsStandNewestFirstAndAreOfNoKindUntilToldSo()
    {
        auto items = librarydata::items(kTracks);
        itemIn(items, u"b0"_s).year = 1999;
        itemIn(items, u"b1"_s).year = 2021;
        itemIn(items, u"b2"_s).year = std::nullopt;
        store(items);
        library::ArtistPage before = page(u"a0"_s);
        QCOMPARE(before.artist.title, u"Artist 00000"_s);
        QCOMPARE(before.tracks, 30);
        QVERIFY(before.duration > std::chrono::minutes(60));
        QCOMPARE(before.releases.size(), 3);
        QCOMPARE(before.releases.at(0).album.title, u"Album 00001"_s);
        QCOMPARE(before.releases.at(1).album.title, u"Album 00000"_s);
        QCOMPARE(before.releases.at(2).album.title, u"Album 00002"_s); // of no year
        for (const library::Release& release : before.releases) {
            QVERIFY(!release.kind);
        }
        keep(
            { told(u"b0"_s, { { TagKind::Format, u"Album"_s }, { TagKind::Subformat, u"Live"_s } }),
                told(u"b1"_s, {}), told(u"nobody"_s, { { TagKind::Format, u"EP"_s } }) });
        const library::ArtistPage after = page(u"a0"_s);
        QVERIFY(after.releases.at(0).kind == ReleaseKind::Album); // told, without any format
        QVERIFY(after.releases.at(1).kind == ReleaseKind::Live);
        QVERIFY(!after.releases.at(2).kind);
    }

    void topTracksAreThoseOfMostListenersThenMostPlaysEachTitleOnce()
    {
        auto items = librarydata::items(kTracks);
        const auto track
            = [&items](int number) -> Item& { return itemIn(items, u"t%1"_s.arg(number)); };
        track(3).ratingCount = 900;
        track(17).ratingCount = 5000;
        track(21).ratingCount = 4000;
        track(21).title = track(17).title.toUpper(); // on another album again
        track(8).viewCount = 7;
        track(9).viewCount = 9;
        track(30).ratingCount = 1'000'000; // of another artist
        const QStringList expected { track(17).title, track(3).title, track(9).title,
            track(8).title };
        store(items);
        QCOMPARE(titlesOf(page(u"a0"_s).topTracks), expected);
        QCOMPARE(titlesOf(page(u"a0"_s, 2).topTracks), expected.mid(0, 2));
        QVERIFY(page(u"a2"_s).topTracks.isEmpty()); // nobody listened to them
    }

    void similarArtistsOfTheLibraryAreKnownByTheirNames()
    {
        auto items = librarydata::items(kTracks);
        itemIn(items, u"a1"_s).title = u"The Beatless"_s;
        itemIn(items, u"a2"_s).title = u"David Bøwie"_s;
        itemIn(items, u"a2"_s).titleSort = u"Bøwie, David"_s;
        store(items);
        const QString hostile = u"<b>x</b>\n\u202eright to left\u0007 "_s + QString(10'000, u'y');
        keep({ told(u"a0"_s,
            { { TagKind::Similar, u"beatless"_s }, { TagKind::Similar, u"David Bowie"_s },
                { TagKind::Similar, u"Nobody Here"_s }, { TagKind::Similar, u"Nobody Here"_s },
                { TagKind::Similar, u"Artist 00000"_s }, { TagKind::Similar, hostile },
                { TagKind::Similar, u"\"*()"_s }, { TagKind::Genre, u"Rock"_s },
                { TagKind::Country, u"Ireland"_s } }) });
        const library::ArtistPage read = page(u"a0"_s);
        QCOMPARE(read.genres, QStringList { u"Rock"_s });
        QCOMPARE(read.countries, QStringList { u"Ireland"_s });
        QCOMPARE(read.similar.size(), 5); // not itself, and each once
        QCOMPARE(read.similar.at(0).artist->id, idOf(u"a1"_s));
        QCOMPARE(read.similar.at(1).artist->id, idOf(u"a2"_s));
        QCOMPARE(read.similar.at(2).name, u"Nobody Here"_s);
        QVERIFY(!read.similar.at(2).artist);
        QCOMPARE(read.similar.at(3).name, hostile.left(10'000));
        QVERIFY(!read.similar.at(4).artist);
    }

    void anArtistAppearsOnTheAlbumsOfOthersThatNameIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("appears");
        QTest::newRow("alone") << u"The Løve"_s << true;
        QTest::newRow("guest") << u"Artist 00001 feat. Love"_s << true;
        QTest::newRow("guest in brackets") << u"Artist 00001 (ft. LOVE)"_s << true;
        QTest::newRow("among others") << u"Ada, Love & Bo"_s << true;
        QTest::newRow("with somebody") << u"Love x Ada"_s << true;
        QTest::newRow("another's name") << u"Courtney Love"_s << false;
        QTest::newRow("another's beginning") << u"Lovely Day"_s << false;
        QTest::newRow("a title like it") << QString() << false;
        QTest::newRow("hostile") << u"\"love\" OR * feat. "_s + QString(10'000, u'(') << false;
    }
    void anArtistAppearsOnTheAlbumsOfOthersThatNameIt()
    {
        QFETCH(QString, text);
        QFETCH(bool, appears);
        auto items = librarydata::items(kTracks);
        itemIn(items, u"a0"_s).title = u"Love"_s;
        itemIn(items, u"t0"_s).originalTitle = u"Love feat. Ada"_s; // on its own album
        itemIn(items, u"t30"_s).title = u"Love"_s;
        itemIn(items, u"t31"_s).originalTitle = text;
        itemIn(items, u"t32"_s).originalTitle = text; // once again: one album
        store(items);
        const QList<types::AlbumRow> albums = page(u"a0"_s).appearsOn;
        QCOMPARE(albums.size(), appears ? 1 : 0);
        if (appears) {
            QCOMPARE(albums.at(0).id, idOf(itemIn(items, u"t31"_s).parentKey.value));
        }
    }

    void appearancesStandNewestFirst()
    {
        auto items = librarydata::items(kTracks);
        for (const QString& track : { u"t30"_s, u"t40"_s, u"t50"_s }) {
            itemIn(items, track).originalTitle = u"Artist 00000"_s;
        }
        itemIn(items, u"b3"_s).year = 1990;
        itemIn(items, u"b4"_s).year = 2020;
        itemIn(items, u"b5"_s).year = 2005;
        store(items);
        QList<int> years;
        for (const types::AlbumRow& album : page(u"a0"_s).appearsOn) {
            years.append(album.year);
        }
        QCOMPARE(years, (QList<int> { 2020, 2005, 1990 }));
    }

    void onlyWhatIsNewOrOldIsAskedFor()
    {
        auto items = librarydata::items(kTracks);
        itemIn(items, u"b1"_s).updatedAt = 500;
        store(items);
        QCOMPARE(wanted(u"a0"_s), (QStringList { u"a0"_s, u"b2"_s, u"b1"_s, u"b0"_s }));
        keep({ told(u"b0"_s, {}), told(u"b1"_s, {}, 500), told(u"b2"_s, {}) });
        QCOMPARE(wanted(u"a0"_s), QStringList { u"a0"_s });
        QCOMPARE(wanted(u"b1"_s), QStringList { u"b1"_s }); // itself, always
        QCOMPARE(wanted(u"a0"_s, kNow + 1).size(), 4); // too long ago
        itemIn(items, u"b1"_s).updatedAt = 501;
        store(items);
        QCOMPARE(wanted(u"a0"_s), (QStringList { u"a0"_s, u"b1"_s }));
        QVERIFY(wanted(u"nobody"_s).isEmpty());
    }

    void onlyWhatDiffersIsAChange()
    {
        store(librarydata::items(kTracks));
        const qint64 album = idOf(u"b0"_s).value;
        QList<db::ChangeSet> seen;
        connect(m_library.get(), &library::Library::changed, this,
            [&seen](const db::ChangeSet& changes) { seen.append(changes); });
        keep({ told(u"b0"_s, { { TagKind::Format, u"EP"_s } }) });
        QTRY_COMPARE(seen.size(), 1);
        QCOMPARE(seen.at(0).in(library::kItemDetailTable).changed, QSet<qint64> { album });
        QVERIFY(!seen.at(0).touches(library::kItemTable)); // the lists stay as they are
        keep({ told(u"b0"_s, { { TagKind::Format, u"EP"_s } }) }, kNow + 10);
        keep({ told(u"b0"_s, { { TagKind::Format, u"Single"_s } }) });
        QTRY_VERIFY(seen.size() >= 2);
        int told = 0;
        for (const db::ChangeSet& changes : std::as_const(seen)) {
            told += changes.touches(library::kItemDetailTable) ? 1 : 0;
        }
        QCOMPARE(told, 2);
        disconnect(m_library.get(), nullptr, this, nullptr);
    }

    void aSyncKeepsWhatWasLearnt()
    {
        auto items = librarydata::items(kTracks);
        store(items);
        keep({ told(u"b0"_s, { { TagKind::Format, u"EP"_s }, { TagKind::Genre, u"Folk"_s } }) });
        itemIn(items, u"b0"_s).title = u"Another title"_s;
        store(items);
        const auto details = await(m_library->albumDetails(idOf(u"b0"_s)));
        QVERIFY(details);
        QCOMPARE(details->formats, QStringList { u"EP"_s });
        QCOMPARE(details->genres, QStringList { u"Folk"_s });
        QVERIFY(await(m_library->clear()));
        store(items);
        QVERIFY(await(m_library->albumDetails(idOf(u"b0"_s)))->formats.isEmpty());
    }

    void anAlbumTellsOfItselfAndItsGuests()
    {
        auto items = librarydata::items(kTracks);
        Item& album = itemIn(items, u"b0"_s);
        album.studio = u"Lantern Room"_s;
        album.summary = u"Second record."_s;
        album.originallyAvailable = u"2014-09-22"_s;
        itemIn(items, u"t4"_s).originalTitle = u"Ada & Bo"_s;
        itemIn(items, u"t2"_s).originalTitle = u"Cy"_s;
        itemIn(items, u"t6"_s).originalTitle = u"Ada & Bo"_s;
        itemIn(items, u"t7"_s).originalTitle = u"Artist 00000"_s; // no guest
        itemIn(items, u"t9"_s).parentIndex = 2;
        for (int i = 0; i < 10; ++i) {
            itemIn(items, u"t%1"_s.arg(i)).media.codec = i < 8 ? u"flac"_s : u"mp3"_s;
        }
        store(items);
        plex::ItemDetails details = told(u"b0"_s, { { TagKind::Style, u"Chamber Pop"_s } });
        details.credits = { { u"Director"_s, u"Dee"_s } };
        keep({ details });
        const auto read = await(m_library->albumDetails(idOf(u"b0"_s)));
        QVERIFY(read);
        QCOMPARE(read->studio, u"Lantern Room"_s);
        QCOMPARE(read->summary, u"Second record."_s);
        QCOMPARE(read->released, u"2014-09-22"_s);
        QCOMPARE(read->discs, 2);
        QCOMPARE(read->codecs, (QStringList { u"flac"_s, u"mp3"_s }));
        QCOMPARE(read->guests, (QStringList { u"Cy"_s, u"Ada & Bo"_s }));
        QCOMPARE(read->genres, QStringList { u"Rock"_s }); // of the listing: none were told
        QCOMPARE(read->styles, QStringList { u"Chamber Pop"_s });
        QCOMPARE(read->credits, (QList<plex::Credit> { { u"Director"_s, u"Dee"_s } }));
    }

    void whatIsGoneIsNotFound()
    {
        const auto artist = await(m_library->artistPage({ 77 }, 5));
        QVERIFY(!artist);
        QCOMPARE(artist.error().code, util::Error::Code::NotFound);
        QCOMPARE(await(m_library->albumDetails({ 77 })).error().code, util::Error::Code::NotFound);
    }

    void anArtistOfThousandsOfAlbumsIsReadSoonEnough()
    {
        auto items = librarydata::items(6000);
        for (Item& item : items) {
            if (item.type == types::ItemType::Album) {
                item.parentKey = { u"a0"_s };
            } else if (item.type == types::ItemType::Track) {
                item.grandparentKey = { u"a0"_s };
                item.ratingCount = 1;
            }
        }
        store(items);
        QElapsedTimer timer;
        timer.start();
        const library::ArtistPage read = page(u"a0"_s);
        QCOMPARE(read.releases.size(), 600);
        QCOMPARE(read.topTracks.size(), 10);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestDetails)
#include "tst_details.moc"

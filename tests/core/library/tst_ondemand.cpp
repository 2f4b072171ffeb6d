// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/ondemand.h"

#include "core/library/itemwriter.h"
#include "core/util/fold.h"
#include "tests/support/demolibrary.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using support::await;
using Code = util::Error::Code;

/// What is asked of the server when somebody opens a page.
class TestOnDemand : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoLibrary> m_demo;
    std::unique_ptr<library::OnDemand> m_onDemand;
    const types::SectionKey m_music { u"2"_s };

    void begin(demo::Options options = support::demoOf(600))
    {
        m_demo = std::make_unique<support::DemoLibrary>(std::move(options));
        QVERIFY(m_demo->syncNow());
        m_onDemand = std::make_unique<library::OnDemand>(m_demo->library, m_demo->clock);
        m_onDemand->setServer(m_demo->client.get());
        (void)m_demo->server.takeRequests();
    }
    /// The artist with most albums; the compilations' "Various Artists" has by far the most.
    types::ArtistRow largestArtist()
    {
        const auto ids = await(m_demo->library.artistIds({}));
        const auto rows = await(m_demo->library.artists(QList<qint64>(ids->begin(), ids->end())));
        return *std::ranges::max_element(*rows, {}, &types::ArtistRow::albumCount);
    }
    library::ArtistPage page(types::ItemId artist)
    {
        return *await(m_demo->library.artistPage(artist, 10));
    }
    library::Folder folder(const QString& key)
    {
        const auto read = await(m_onDemand->folder(m_music, key));
        return read ? *read : library::Folder();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_onDemand.reset();
        m_demo.reset();
    }

    void theKindsOfAllAlbumsAreLearntInOneRequestAndKept()
    {
        begin();
        const types::ArtistRow artist = largestArtist();
        QVERIFY(artist.albumCount > 3);
        QVERIFY(await(m_onDemand->refresh(artist.id)));
        const auto asked = m_demo->server.takeRequests();
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked.at(0).path.startsWith(u"/library/metadata/"));
        QVERIFY(!asked.at(0).path.contains(u"children")); // which would name main albums only
        QCOMPARE(asked.at(0).path.count(u','), artist.albumCount);
        for (const library::Release& release : page(artist.id).releases) {
            QVERIFY(release.kind);
            const auto truth = await(m_demo->client->details({ release.album.ratingKey }));
            QStringList formats;
            QStringList subformats;
            for (const types::Tag& tag : truth->at(0).item.tags) {
                if (tag.kind == types::TagKind::Format) {
                    formats.append(tag.name);
                } else if (tag.kind == types::TagKind::Subformat) {
                    subformats.append(tag.name);
                }
            }
            QVERIFY(!formats.isEmpty()); // the listing had none
            QVERIFY(release.kind == library::releaseKindOf(formats, subformats));
        }
        (void)m_demo->server.takeRequests();
        QVERIFY(await(m_onDemand->refresh(artist.id)));
        const auto again = m_demo->server.takeRequests();
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.at(0).path, u"/library/metadata/"_s + artist.ratingKey.value);
    }

    void everyArtistsKindsAreTold()
    {
        begin(support::demoOf(600));
        QHash<int, int> seen;
        const auto ids = await(m_demo->library.artistIds({}));
        int links = 0;
        int strangers = 0;
        for (const qint64 id : *ids) {
            QVERIFY(await(m_onDemand->refresh({ id })));
            const library::ArtistPage artist = page({ id });
            for (const library::Release& release : artist.releases) {
                ++seen[int(release.kind.value())];
            }
            for (const library::SimilarArtist& similar : artist.similar) {
                ++(similar.artist ? links : strangers);
            }
        }
        QCOMPARE(seen.size(), 4);
        QVERIFY(links > 3);
        QVERIFY(strangers > 0);
    }

    void manyAlbumsAreAskedForByTheHundred()
    {
        begin(support::demoOf(300));
        const types::ArtistRow artist = largestArtist();
        QList<types::Item> more;
        for (int i = 0; i < 250; ++i) { // which the server no longer knows
            types::Item album;
            album.type = types::ItemType::Album;
            album.ratingKey = { u"9%1"_s.arg(i, 8, 10, QChar(u'0')) };
            album.parentKey = artist.ratingKey;
            album.title = u"Album %1"_s.arg(i);
            more.append(album);
        }
        QVERIFY(await(m_demo->library.write(
            [rows = library::prepare(more)](db::Connection& c, db::ChangeSet& changes) {
                return library::ItemWriter(c, changes).write(1, rows, nullptr);
            })));
        QVERIFY(await(m_onDemand->refresh(artist.id)));
        qsizetype keys = 0;
        const auto asked = m_demo->server.takeRequests();
        for (const demo::RecordedRequest& request : asked) {
            const qsizetype here = request.path.count(u',') + 1;
            QVERIFY(here <= 100);
            keys += here;
        }
        QCOMPARE(keys, artist.albumCount + 250 + 1);
        QCOMPARE(asked.size(), 3);
    }

    void withoutAServerEverythingIsOfflineAndNothingIsForgotten()
    {
        begin(support::demoOf(300));
        const types::ArtistRow artist = largestArtist();
        QVERIFY(await(m_onDemand->refresh(artist.id)));
        const library::ArtistPage before = page(artist.id);
        QSignalSpy changed(m_onDemand.get(), &library::OnDemand::serverChanged);
        m_onDemand->setServer(nullptr);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!m_onDemand->isOnline());
        QCOMPARE(await(m_onDemand->refresh(artist.id)).error().code, Code::Offline);
        QCOMPARE(await(m_onDemand->folder(m_music, {})).error().code, Code::Offline);
        QCOMPARE(page(artist.id), before);
    }

    void aServerThatFailsChangesNothing()
    {
        begin(support::demoOf(300));
        const types::ArtistRow artist = largestArtist();
        demo::Fault fault;
        fault.pathPrefix = u"/library/metadata"_s;
        fault.status = 403;
        m_demo->server.inject(fault);
        QCOMPARE(await(m_onDemand->refresh(artist.id)).error().code, Code::Forbidden);
        QVERIFY(!page(artist.id).releases.at(0).kind);
        fault.status = std::nullopt;
        fault.garbageBody = "{\"MediaContainer\": [1, {\"Metadata\": 7";
        m_demo->server.inject(fault);
        QCOMPARE(await(m_onDemand->refresh(artist.id)).error().code, Code::Protocol);
        QVERIFY(await(m_onDemand->refresh(artist.id)));
        QVERIFY(page(artist.id).releases.at(0).kind);
    }

    void anAlbumOfAnotherCacheIsNotWritten()
    {
        begin(support::demoOf(300));
        const types::ArtistRow artist = largestArtist();
        const auto refreshing = m_onDemand->refresh(artist.id);
        QVERIFY(await(m_demo->library.open({ { u"another server"_s }, {} })));
        QVERIFY(!await(refreshing));
        const auto rows = await(m_demo->library.read([](db::Connection& c, std::stop_token) {
            return c.integer(u"SELECT count(*) FROM item_detail"_s);
        }));
        QCOMPARE(*rows, 0);
    }

    void foldersLeadToFoldersAndThenToTracksOfTheLibrary()
    {
        begin(support::demoOf(300));
        const library::Folder top = folder({});
        QVERIFY(top.folders.size() > 5);
        QVERIFY(top.tracks.isEmpty());
        const library::Folder artist = folder(top.folders.at(1).key);
        QVERIFY(!artist.folders.isEmpty());
        const library::Folder album = folder(artist.folders.at(0).key);
        QVERIFY(album.folders.isEmpty());
        QVERIFY(!album.tracks.isEmpty());
        for (const types::TrackRow& track : album.tracks) {
            QVERIFY(track.id.isValid());
            QCOMPARE(track.album, artist.folders.at(0).title);
        }
    }

    void foldersAreSortedAsEveryListIs()
    {
        begin(support::demoOf(300));
        const auto page = await(m_demo->client->folder(m_music, {}, 0, 1000));
        QVERIFY(page);
        QStringList sent;
        for (const plex::FolderEntry& entry : page->items) {
            sent.append(entry.title);
        }
        QStringList shown;
        for (const library::Folder::Below& each : folder({}).folders) {
            shown.append(each.title);
        }
        QVERIFY(shown != sent); // the server has an order of its own
        QCOMPARE(
            QSet<QString>(shown.begin(), shown.end()), QSet<QString>(sent.begin(), sent.end()));
        const auto key = [](const QString& title) { return util::sortKey(title); };
        QVERIFY(std::ranges::is_sorted(shown, {}, key));
    }

    void aTrackThatIsNotInTheCacheIsTold()
    {
        begin(support::demoOf(300));
        const library::Folder top = folder({});
        const library::Folder artist = folder(top.folders.at(1).key);
        const QString album = artist.folders.at(0).key;
        const library::Folder before = folder(album);
        QVERIFY(m_demo->server.rekeyItem(before.tracks.at(0).ratingKey.value.toULongLong()) > 0);
        const library::Folder after = folder(album);
        QCOMPARE(after.tracks.size(), before.tracks.size());
        QVERIFY(!after.tracks.at(0).id.isValid());
        QCOMPARE(after.tracks.at(0).title, before.tracks.at(0).title);
        QCOMPARE(after.tracks.at(1).id, before.tracks.at(1).id);
    }

    void everythingBelowAFolderIsReadInItsOrder()
    {
        begin(support::demoOf(300));
        QString artist;
        library::Folder albums;
        for (const library::Folder::Below& each : folder({}).folders) {
            if (albums.folders.size() < 2) {
                artist = each.key;
                albums = folder(artist);
            }
        }
        QVERIFY(albums.folders.size() > 1);
        QList<types::ItemId> expected;
        for (const library::Folder::Below& album : albums.folders) {
            for (const types::TrackRow& track : folder(album.key).tracks) {
                expected.append(track.id);
            }
        }
        const auto read = await(m_onDemand->tracksBelow(m_music, artist));
        QVERIFY(read);
        QCOMPARE(*read, expected);
        QCOMPARE(await(m_onDemand->tracksBelow(m_music, albums.folders.at(0).key))->size(),
            folder(albums.folders.at(0).key).tracks.size());
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/2/folder"_s;
        fault.status = 403;
        m_demo->server.inject(fault);
        QCOMPARE(await(m_onDemand->tracksBelow(m_music, artist)).error().code, Code::Forbidden);
        m_onDemand->setServer(nullptr);
        QCOMPARE(await(m_onDemand->tracksBelow(m_music, artist)).error().code, Code::Offline);
    }

    void foldersThatLeadInCirclesOrHaveNoEnd_data()
    {
        QTest::addColumn<int>("folders");
        QTest::addColumn<bool>("ends");
        QTest::newRow("to themselves") << 3 << true;
        QTest::newRow("too many") << 600 << false;
    }
    void foldersThatLeadInCirclesOrHaveNoEnd()
    {
        QFETCH(int, folders);
        QFETCH(bool, ends);
        begin(support::demoOf(60));
        const QList<library::Folder::Below> known = folder({}).folders; // others are 404
        QVERIFY(known.size() > 3);
        QByteArray rows;
        for (int i = 0; i < folders; ++i) {
            const QString key = i < 3 ? known.at(i).key : known.at(0).key + QString::number(i);
            rows += (i == 0 ? "" : ",") + QByteArray("{\"title\":\"x\",\"key\":\"") + key.toLatin1()
                + "\"}";
        }
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections/2/folder"_s;
        fault.times = -1;
        fault.garbageBody = "{\"MediaContainer\":{\"Metadata\":[" + rows + "]}}";
        m_demo->server.inject(fault);
        const auto read = await(m_onDemand->tracksBelow(m_music, {}));
        QVERIFY2(read.has_value() == ends, read ? "" : qPrintable(read.error().detail));
        if (ends) {
            QVERIFY(read->isEmpty());
        } else {
            QCOMPARE(read.error().code, Code::Protocol);
        }
    }

    void longFoldersComeInPages_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<bool>("omitsTotal");
        QTest::addColumn<bool>("ignoresPaging");
        QTest::newRow("short pages") << 7 << false << false;
        QTest::newRow("no total") << 7 << true << false;
        QTest::newRow("always everything") << 0 << true << true;
    }
    void longFoldersComeInPages()
    {
        QFETCH(int, rows);
        QFETCH(bool, omitsTotal);
        QFETCH(bool, ignoresPaging);
        begin(support::demoOf(600));
        const library::Folder whole = folder({});
        demo::Options options = support::demoOf(600);
        options.maximumPageRows = rows;
        options.omitsTotalSize = omitsTotal;
        options.ignoresPaging = ignoresPaging;
        begin(options);
        QCOMPARE(folder({}), whole);
    }

    void aKeyThatLeadsElsewhereIsNotAskedFor()
    {
        begin(support::demoOf(60));
        for (const QString& key :
            { u"/library/metadata/1"_s, u"https://example.org/"_s, u"/library/sections/21/folder"_s,
                u"/library/sections/2/folderx"_s, u"/library/sections/2/folder/../../.."_s }) {
            const auto read = await(m_onDemand->folder(m_music, key));
            QVERIFY(!read);
            QCOMPARE(read.error().code, Code::InvalidInput);
        }
        QVERIFY(m_demo->server.takeRequests().isEmpty());
        const auto gone
            = await(m_onDemand->folder(m_music, u"/library/sections/2/folder?parent=1"_s));
        QCOMPARE(gone.error().code, Code::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestOnDemand)
#include "tst_ondemand.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/server.h"

#include "core/demo/server.h"
#include "tests/support/await.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using types::ItemType;
using util::Error;

class TestServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_demo.start();
        QVERIFY(started);
        m_end = *started;
    }
    void init()
    {
        m_demo.clearFaults();
        m_demo.setMaximumPageRows(0);
        m_plex = make(m_end.token);
        const auto sections = support::await(m_plex->sections());
        QVERIFY(sections);
        for (const types::Section& section : *sections) {
            if (section.type == ItemType::Artist) {
                m_music = section.key;
            }
        }
        QVERIFY(m_music.isValid());
        (void)m_demo.takeRequests();
    }
    void cleanup()
    {
        // Whatever was asked: the token travels in a header, and everything says who we are.
        for (const demo::RecordedRequest& request : m_demo.takeRequests()) {
            for (const auto& [key, value] : request.query) {
                QVERIFY(!value.contains(QString::fromUtf8(m_end.token.reveal())));
            }
            QCOMPARE(request.headers.value("x-plex-client-identifier"), "test-client");
            QCOMPARE(request.headers.contains("x-plex-token"), request.path != u"/identity"_s);
        }
    }

    void allTracksArriveOnceWhateverThePageSize_data()
    {
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("capped");
        QTest::newRow("one page") << 5000 << 0;
        QTest::newRow("pages") << 170 << 0;
        QTest::newRow("capped by the server") << 500 << 100;
    }
    void allTracksArriveOnceWhateverThePageSize()
    {
        QFETCH(int, asked);
        QFETCH(int, capped);
        m_demo.setMaximumPageRows(capped);
        QSet<QString> keys;
        qint64 start = 0;
        qint64 total = 1;
        while (start < total) {
            const auto page = support::await(m_plex->items(m_music, ItemType::Track, start, asked));
            QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
            QVERIFY(page->total);
            QVERIFY(page->received > 0);
            total = *page->total;
            start += page->received;
            for (const types::Item& item : page->items) {
                QCOMPARE(item.type, ItemType::Track);
                QVERIFY(item.media.partKey.startsWith(u"/library/parts/"_s));
                keys.insert(item.ratingKey.value);
            }
        }
        QCOMPARE(keys.size(), total);
        QCOMPARE(total, 600);
    }

    void ratingIsStoredAndCleared()
    {
        const auto page = support::await(m_plex->items(m_music, ItemType::Track, 0, 1));
        const types::RatingKey key = page->items.at(0).ratingKey;
        QVERIFY(support::await(m_plex->rate(key, types::Rating::fromStars(3.5))));
        QCOMPARE(support::await(m_plex->metadata({ key }))->at(0).userRating->plex(), 7.0);
        QVERIFY(support::await(m_plex->rate(key, {})));
        QVERIFY(!support::await(m_plex->metadata({ key }))->at(0).userRating);
    }

    void goneItemsAreLeftOut()
    {
        const auto page = support::await(m_plex->items(m_music, ItemType::Track, 0, 2));
        const auto found = support::await(m_plex->metadata({ page->items.at(1).ratingKey,
            types::RatingKey { u"999999999"_s }, page->items.at(0).ratingKey }));
        QVERIFY(found);
        QCOMPARE(found->size(), 2);
        QCOMPARE(found->at(0).ratingKey, page->items.at(1).ratingKey);
        const auto none = support::await(m_plex->metadata({ types::RatingKey { u"999999999"_s } }));
        QVERIFY(none);
        QVERIFY(none->isEmpty());
    }

    void playlistsAndTheirEntriesAreRead()
    {
        const auto playlists = support::await(m_plex->playlists());
        QVERIFY(playlists);
        QVERIFY(!playlists->isEmpty());
        for (const types::Playlist& playlist : *playlists) {
            const auto page = support::await(m_plex->playlistItems(playlist.ratingKey, 0, 50));
            QVERIFY(page);
            for (const types::PlaylistItem& entry : page->items) {
                if (playlist.kind == types::Playlist::Kind::Audio) {
                    QCOMPARE(entry.playlistItemId.has_value(), !playlist.smart);
                }
            }
        }
        const auto gone = support::await(m_plex->playlistItems({ u"999999999"_s }, 0, 50));
        QCOMPARE(gone.error().code, Error::Code::NotFound);
    }

    void aSampleTellsWhetherTracksWereAnalysed()
    {
        const auto sample = support::await(m_plex->sampleAnalysis(m_music, 50));
        QVERIFY(sample);
        QCOMPARE(sample->items.size(), 50);
        QVERIFY(sample->items.contains(true)); // the demo's analysis did most of them
        const QList<demo::RecordedRequest> requests = m_demo.takeRequests();
        QCOMPARE(requests.size(), 1); // and no more is read for it
        QCOMPARE(requests.first().value(u"sort"_s), u"random"_s);
    }

    /// Paging that is ignored, without a total, must not be asked for for ever.
    void playlistsEndWithoutTotalsAndPaging()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/playlists"_s;
        fault.times = -1;
        fault.garbageBody = R"({"MediaContainer":{"size":1,"Metadata":[)"
                            R"({"ratingKey":"1","type":"playlist","title":"Same"}]}})";
        m_demo.inject(fault);
        const auto playlists = support::await(m_plex->playlists(), std::chrono::seconds(5));
        QVERIFY(playlists);
        QCOMPARE(playlists->size(), 1);
    }

    void aRefusedTokenIsSignalled()
    {
        const auto other = make(util::SecretString("wrong"));
        const QSignalSpy spy(other.get(), &plex::Server::unauthorised);
        QVERIFY(support::await(other->identity()));
        QCOMPARE(spy.count(), 0);
        QCOMPARE(support::await(other->info()).error().code, Error::Code::Unauthorised);
        QTRY_COMPARE(spy.count(), 1);
        (void)m_demo.takeRequests();
    }

    void terminationIsTold()
    {
        const auto page = support::await(m_plex->items(m_music, ItemType::Track, 0, 1));
        plex::TimelineReport report { .ratingKey = page->items.at(0).ratingKey,
            .state = plex::TimelineReport::State::Playing,
            .duration = page->items.at(0).duration,
            .sessionIdentifier = u"session-1"_s };
        QVERIFY(!support::await(m_plex->timeline(report))->terminationCode);
        m_demo.terminatePlayback(u"Time for bed"_s);
        const auto answer = support::await(m_plex->timeline(report));
        QVERIFY(answer->terminationCode);
        QCOMPARE(answer->terminationText, u"Time for bed"_s);
        const auto requests = m_demo.takeRequests();
        QCOMPARE(requests.last().headers.value("x-plex-session-identifier"), "session-1");
        QCOMPARE(requests.last().method, "POST");
    }

    void aReportIsNeverRepeated()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/:/timeline"_s;
        fault.times = -1;
        fault.dropConnection = true;
        m_demo.inject(fault);
        QVERIFY(!support::await(m_plex->timeline({ .ratingKey = { u"1"_s } })));
        QCOMPARE(m_demo.takeRequests().size(), 1);
    }

    void brokenAndCutPagesAreErrors()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/library/sections"_s;
        fault.times = 1;
        fault.garbageBody = "{\"MediaContainer\":{\"Metadata\":[";
        m_demo.inject(fault);
        const auto broken = support::await(m_plex->items(m_music, ItemType::Track, 0, 10));
        QCOMPARE(broken.error().code, Error::Code::Protocol);
        fault.garbageBody.clear();
        fault.cutAfterBytes = 1000;
        m_demo.inject(fault);
        const auto cut = support::await(m_plex->items(m_music, ItemType::Track, 0, 10));
        QVERIFY2(cut, cut ? "" : qPrintable(cut.error().detail));
    }

    void aPartIsReadByRanges()
    {
        const auto page = support::await(m_plex->items(m_music, ItemType::Track, 0, 1));
        const auto reader = m_plex->openPart(page->items.at(0).media.partKey);
        const auto size
            = support::await(util::async::run(m_pool, [&reader] { return reader->size(); }));
        QVERIFY2(size, size ? "" : qPrintable(size.error().detail));
        QVERIFY(*size > 1000);
        const auto got = support::await(util::async::run(m_pool, [&reader, &size] {
            std::array<std::byte, 64> bytes {};
            return reader->read(*size - 10, bytes);
        }));
        QCOMPARE(*got, 10);
    }

private:
    std::unique_ptr<plex::Server> make(const util::SecretString& token)
    {
        return std::make_unique<plex::Server>(m_end.pms, token,
            plex::ClientIdentity {
                .clientIdentifier = u"test-client"_s, .product = u"PlexM8"_s, .version = u"1"_s },
            m_pool);
    }

    demo::Server m_demo { { .tracks = 600 } };
    demo::Endpoints m_end;
    QThreadPool m_pool;
    std::unique_ptr<plex::Server> m_plex;
    types::SectionKey m_music;
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/parse.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using types::ItemType;
using util::Error;

namespace {

const auto kWhere = u"/endpoint"_s;

QByteArray container(const QByteArray& inner)
{
    return "{\"MediaContainer\":{" + inner + "}}";
}

/// A track as servers send it, in the forms that drift.
const QByteArray kTrack = QByteArrayLiteral(
    "{\"ratingKey\":\"4201\",\"parentRatingKey\":\"4100\",\"grandparentRatingKey\":4000,"
    "\"guid\":\"plex://track/1\",\"type\":\"track\",\"title\":\"Salt & "
    "<b>Rope</b>\",\"titleSort\":\"Rope\","
    "\"originalTitle\":\"Guest\",\"parentTitle\":\"Album\",\"grandparentTitle\":\"Artist\","
    "\"summary\":\"a\\nb\","
    "\"index\":\"7\",\"parentIndex\":2,\"parentYear\":2014,\"thumb\":\"/t\",\"duration\":202000,"
    "\"addedAt\":1700000000,\"updatedAt\":\"1768000000\",\"userRating\":\"9.0\",\"lastRatedAt\":"
    "1769900000,"
    "\"viewCount\":\"14\",\"skipCount\":2,\"ratingCount\":48211,\"lastViewedAt\":-5,\"viewOffset\":"
    "1000,"
    "\"Media\":[{\"id\":\"9001\",\"bitrate\":\"912\",\"audioChannels\":2,\"audioCodec\":\"flac\","
    "\"container\":\"flac\","
    "\"Part\":[{\"id\":1,\"key\":\"/library/parts/1/2/file.flac\",\"file\":\"/srv/"
    "01.flac\",\"size\":22900001,"
    "\"Stream\":[{\"streamType\":1},{\"streamType\":2,\"gain\":\"-7.21\",\"albumGain\":\"-6.5\","
    "\"peak\":\"0.98\","
    "\"albumPeak\":1.01,\"loudness\":\"-14.77\"}]}]}],"
    "\"Mood\":[{\"tag\":\"Wistful\"},{\"tag\":\"Earnest\"},{\"tag\":\"\"},{}],\"Genre\":{\"tag\":"
    "\"Folk\"},"
    "\"Guid\":[{\"id\":\"mbid://"
    "x\"},{\"id\":null}],\"UltraBlurColors\":[],\"musicAnalysisVersion\":\"1\"}");

} // namespace

class TestParse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFieldOfATrackIsRead()
    {
        const auto page
            = plex::parseItems(container("\"size\":1,\"totalSize\":\"412\",\"offset\":200,"
                                         "\"librarySectionID\":2,\"Metadata\":["
                                   + kTrack + "]"),
                kWhere);
        QVERIFY(page);
        QCOMPARE(page->offset, 200);
        QCOMPARE(page->total, 412);
        QCOMPARE(page->received, 1);
        const types::Item& track = page->items.at(0);
        QCOMPARE(track.ratingKey.value, u"4201"_s);
        QCOMPARE(track.parentKey.value, u"4100"_s);
        QCOMPARE(track.grandparentKey.value, u"4000"_s);
        QCOMPARE(track.type, ItemType::Track);
        QCOMPARE(track.section.value, u"2"_s);
        QCOMPARE(track.title, u"Salt & <b>Rope</b>"_s);
        QCOMPARE(track.titleSort, u"Rope"_s);
        QCOMPARE(track.originalTitle, u"Guest"_s);
        QCOMPARE(track.index, 7);
        QCOMPARE(track.parentIndex, 2);
        QVERIFY(!track.year);
        QCOMPARE(track.duration.count(), 202000);
        QCOMPARE(track.addedAt, 1700000000);
        QCOMPARE(track.updatedAt, 1768000000);
        QCOMPARE(track.lastViewedAt, 0);
        QCOMPARE(track.userRating->plex(), 9.0);
        QCOMPARE(track.viewCount, 14);
        QCOMPARE(track.skipCount, 2);
        QCOMPARE(track.ratingCount, 48211);
        QCOMPARE(track.viewOffset.count(), 1000);
        QCOMPARE(track.media.partKey, u"/library/parts/1/2/file.flac"_s);
        QCOMPARE(track.media.bitrateKbps, 912);
        QCOMPARE(track.media.sizeBytes, 22900001);
        QCOMPARE(*track.loudness.gainDb, -7.21);
        QCOMPARE(*track.loudness.albumPeak, 1.01);
        QCOMPARE(*track.loudness.lufs, -14.77);
        QCOMPARE(track.tags,
            (QList<types::Tag> { { types::TagKind::Genre, u"Folk"_s },
                { types::TagKind::Mood, u"Wistful"_s }, { types::TagKind::Mood, u"Earnest"_s } }));
        QCOMPARE(track.externalIds, QStringList { u"mbid://x"_s });
    }

    void whatIsOmittedIsAbsent()
    {
        const auto page = plex::parseItems(
            container(R"("Metadata":[{"ratingKey":"1","type":"track"}])"), kWhere);
        const types::Item& track = page->items.at(0);
        QVERIFY(!track.userRating);
        QVERIFY(!track.index);
        QVERIFY(!track.year);
        QVERIFY(!track.loudness.gainDb);
        QVERIFY(!page->total);
        QCOMPARE(track.viewCount, 0);
    }

    void ratings_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<double>("rating"); // -1 = unrated
        QTest::newRow("zero is a rating") << "0"_ba << 0.0;
        QTest::newRow("half star") << "1"_ba << 1.0;
        QTest::newRow("text") << "\"7.5\""_ba << 7.5;
        QTest::newRow("cleared") << "-1"_ba << -1.0;
        QTest::newRow("null") << "null"_ba << -1.0;
        QTest::newRow("words") << "\"many\""_ba << -1.0;
        QTest::newRow("too much") << "100"_ba << 10.0;
    }
    void ratings()
    {
        QFETCH(QByteArray, json);
        QFETCH(double, rating);
        const auto page = plex::parseItems(
            container(R"("Metadata":[{"ratingKey":"1","type":"track","userRating":)" + json + "}]"),
            kWhere);
        QCOMPARE(
            page->items.at(0).userRating ? page->items.at(0).userRating->plex() : -1.0, rating);
    }

    void oneMalformedItemDoesNotFailThePage()
    {
        const auto page = plex::parseItems(
            container(
                R"("Metadata":[null,7,"x",[],{},{"title":"All episodes","type":"season"},)"
                R"({"ratingKey":"9","type":"hologram"},{"ratingKey":"5","type":"track",)"
                R"("Media":"broken","Mood":[1,null],"duration":{}},{"ratingKey":6,"type":"album"}])"),
            kWhere);
        QVERIFY(page);
        QCOMPARE(page->received, 9);
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->items.at(0).ratingKey.value, u"5"_s);
        QCOMPARE(page->items.at(1).ratingKey.value, u"6"_s);
        QCOMPARE(page->items.at(1).type, ItemType::Album);
    }

    void bytesThatAreNoUtf8DoNotFailThePage()
    {
        const auto page = plex::parseItems(
            container("\"Metadata\":[{\"ratingKey\":\"1\",\"type\":\"track\",\"title\":\"Caf\xe9 "
                      "\xf0\x9f\"},"
                      "{\"ratingKey\":\"2\",\"type\":\"track\",\"title\":\"Café\"}]"),
            kWhere);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 2);
        QVERIFY(page->items.at(0).title.startsWith(u"Caf\ufffd"_s));
        QCOMPARE(page->items.at(1).title, u"Café"_s);
    }

    void halvesOfSurrogatePairsDoNotFailThePage()
    {
        const auto titled = [](const QByteArray& title) {
            return QByteArray("{\"ratingKey\":\"1\",\"type\":\"track\",\"title\":\"") + title
                + "\"}";
        };
        const QByteArrayList titles { R"(a\ud800b)", R"(\uDC00)", R"(\ud83c\udfb5)", R"(\\ud800)",
            R"(\ud83c\ud83c\udfb5)" };
        QByteArrayList rows;
        std::ranges::transform(titles, std::back_inserter(rows), titled);
        const auto page
            = plex::parseItems(container("\"Metadata\":[" + rows.join(',') + ']'), kWhere);
        QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
        const QString note = QString::fromUcs4(U"\U0001f3b5");
        const QStringList read { u"a\ufffdb"_s, u"\ufffd"_s, note, u"\\ud800"_s,
            u"\ufffd"_s + note };
        for (qsizetype i = 0; i < read.size(); ++i) {
            QCOMPARE(page->items.at(i).title, read.at(i));
        }
    }

    void tagsAreInOneOrderWhateverTheEndpointsIs()
    {
        const auto tagsOf = [](const QByteArray& tags) {
            return plex::parseItems(
                container("\"Metadata\":[{\"ratingKey\":\"1\",\"type\":\"track\"," + tags + "}]"),
                kWhere)
                ->items.at(0)
                .tags;
        };
        const QByteArray genre = R"("Genre":[{"tag":"b"},{"tag":"a"}])";
        const QByteArray mood = R"("Mood":[{"tag":"c"}])";
        QCOMPARE(tagsOf(mood + ',' + genre), tagsOf(genre + ',' + mood));
        QCOMPARE(tagsOf(mood + ',' + genre).at(0).name, u"b"_s);
    }

    void anEmptyListIsAMissingKey()
    {
        for (const QByteArray& inner :
            { "\"size\":0"_ba, ""_ba, "\"Metadata\":[]"_ba, "\"Metadata\":null"_ba }) {
            QCOMPARE(plex::parseItems(container(inner), kWhere)->items.size(), 0);
            QCOMPARE(plex::parsePlaylists(container(inner), kWhere)->items.size(), 0);
            QCOMPARE(plex::parsePlaylistItems(container(inner), kWhere)->items.size(), 0);
            QCOMPARE(plex::parseSections(container(inner), kWhere)->size(), 0);
        }
    }

    void foreignAnswersAreProtocolErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("html") << "<html>401</html>"_ba;
        QTest::newRow("xml") << "<?xml version=\"1.0\"?><MediaContainer size=\"0\"/>"_ba;
        QTest::newRow("array") << "[]"_ba;
        QTest::newRow("no container") << "{\"errors\":[]}"_ba;
        QTest::newRow("container of another kind") << "{\"MediaContainer\":[]}"_ba;
        QTest::newRow("cut") << container("\"Metadata\":[" + kTrack + "]").chopped(40);
        QTest::newRow("deep") << container("\"Metadata\":" + QByteArray(100'000, '['));
        QTest::newRow("zeros") << QByteArray(1000, '\0');
    }
    void foreignAnswersAreProtocolErrors()
    {
        QFETCH(QByteArray, body);
        const auto check = [](const auto& result) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, Error::Code::Protocol);
            QVERIFY(result.error().detail.contains(kWhere));
        };
        check(plex::parseItems(body, kWhere));
        check(plex::parseSections(body, kWhere));
        check(plex::parsePlaylists(body, kWhere));
        check(plex::parsePlaylistItems(body, kWhere));
        check(plex::parseServerInfo(body, kWhere));
        QVERIFY(!plex::parseTimelineAnswer(body).terminationCode);
    }

    void absurdNumbersAreAbsent()
    {
        const auto page = plex::parseItems(
            container(
                R"("Metadata":[{"ratingKey":"1","type":"track","index":99999999999,"year":"1e400",)"
                R"("duration":-7,"addedAt":1e300,"viewCount":-3,"userRating":"nan"}])"),
            kWhere);
        const types::Item& track = page->items.at(0);
        QVERIFY(!track.index);
        QVERIFY(!track.year);
        QVERIFY(!track.userRating);
        QCOMPARE(track.duration.count(), 0);
        QCOMPARE(track.addedAt, 0);
        QCOMPARE(track.viewCount, 0);
    }

    void playlistsLeaveOutRadioAndKeepEqualTitles()
    {
        const auto page = plex::parsePlaylists(
            container(
                R"("Metadata":[{"ratingKey":"1","type":"playlist","title":"K","smart":"1",)"
                R"("playlistType":"audio","leafCount":"9","duration":1840000},)"
                R"({"ratingKey":"2","type":"playlist","title":"K","playlistType":"video"},)"
                R"({"ratingKey":"3","type":"playlist","radio":true},{"key":"/folder","title":"F"}])"),
            kWhere);
        QCOMPARE(page->items.size(), 2);
        QCOMPARE(page->received, 4);
        QVERIFY(page->items.at(0).smart);
        QCOMPARE(page->items.at(0).leafCount, 9);
        QCOMPARE(page->items.at(1).kind, types::Playlist::Kind::Video);
        QVERIFY(!page->items.at(1).smart);
    }

    void playlistRowsKeepTheirIdsAndDuplicates()
    {
        const auto page = plex::parsePlaylistItems(
            container(R"("Metadata":[{"ratingKey":"1","type":"track","playlistItemID":88101},)"
                      R"({"ratingKey":"1","type":"track","playlistItemID":"88102"},)"
                      R"({"ratingKey":"2","type":"track"}])"),
            kWhere);
        QCOMPARE(page->items.size(), 3);
        QCOMPARE(page->items.at(0).playlistItemId, 88101);
        QCOMPARE(page->items.at(1).playlistItemId, 88102);
        QVERIFY(!page->items.at(2).playlistItemId);
    }

    void terminationIsRead()
    {
        const auto answer = plex::parseTimelineAnswer(
            container(R"("terminationCode":"2006","terminationText":"Ended.")"));
        QCOMPARE(answer.terminationCode, 2006);
        QCOMPARE(answer.terminationText, u"Ended."_s);
    }

    /// The samples lie beside the project and are not part of it.
    void foldersAndTracksOfAFolder()
    {
        const auto page = plex::parseFolder(
            container("\"size\":5,\"librarySectionID\":\"2\",\"Metadata\":["
                      "{\"key\":\"/library/sections/2/folder?parent=7\",\"title\":\"CD 1\"},"
                      "{\"title\":\"without a key\"},"
                      "{\"key\":\"/x\",\"type\":\"station\",\"title\":\"no folder\"},"
                      "{\"key\":\"/library/metadata/9\",\"ratingKey\":\"9\",\"type\":"
                      "\"track\",\"title\":\"Song\"}],\"Directory\":[{\"key\":"
                      "\"/library/sections/2/folder?parent=8\",\"title\":\"CD 2\"}]"),
            kWhere);
        QVERIFY(page);
        QCOMPARE(page->received, 5);
        QCOMPARE(page->items.size(), 3);
        QCOMPARE(page->items.at(0).title, u"CD 2"_s);
        QCOMPARE(page->items.at(1).key, u"/library/sections/2/folder?parent=7"_s);
        QVERIFY(!page->items.at(1).item);
        QCOMPARE(page->items.at(2).item->ratingKey.value, u"9"_s);
        QCOMPARE(page->items.at(2).item->section.value, u"2"_s);
    }

    void detailsNameWhoMadeIt()
    {
        const auto page = plex::parseDetails(
            container("\"Metadata\":[{\"ratingKey\":\"1\",\"type\":\"album\",\"Format\":[{"
                      "\"tag\":\"EP\"}],\"Director\":[{\"tag\":\"Ada\"},{\"id\":3}],\"Role\":{"
                      "\"tag\":\"Bo\",\"role\":\"Cello\"}},{\"title\":\"no key\"}]"),
            kWhere);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->items.at(0).credits,
            (QList<plex::Credit> { { u"Director"_s, u"Ada"_s }, { u"Cello"_s, u"Bo"_s } }));
        QCOMPARE(page->items.at(0).item.tags,
            (QList<types::Tag> { { types::TagKind::Format, u"EP"_s } }));
    }

    void samplesOfTheReferenceAreUnderstood()
    {
        const QDir samples(
            qEnvironmentVariable("PLEXM8_SOURCE_DIR") + u"/../shared/reference/plex-samples"_s);
        if (!samples.exists()) {
            QSKIP("no samples beside the project");
        }
        const auto read = [&samples](const QString& name) {
            QFile file(samples.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(plex::parseItems(read(u"tracks-page.json"_s), kWhere)->items.size(), 3);
        QCOMPARE(plex::parseItems(read(u"track-detail.json"_s), kWhere)->items.size(), 1);
        QVERIFY(
            plex::parseItems(read(u"track-detail.json"_s), kWhere)->items.at(0).loudness.gainDb);
        QCOMPARE(
            plex::parseItems(read(u"movie.json"_s), kWhere)->items.at(0).type, ItemType::Movie);
        QVERIFY(!plex::parseItems(read(u"album.json"_s), kWhere)->items.at(0).tags.isEmpty());
        QCOMPARE(plex::parseItems(read(u"empty.json"_s), kWhere)->items.size(), 0);
        QCOMPARE(plex::parseSections(read(u"sections.json"_s), kWhere)->size(), 2);
        QCOMPARE(plex::parsePlaylists(read(u"playlists.json"_s), kWhere)->items.size(), 3);
        QCOMPARE(plex::parsePlaylistItems(read(u"playlist-items.json"_s), kWhere)->items.size(), 4);
        QCOMPARE(plex::parseServerInfo(read(u"root.json"_s), kWhere)->name, u"Attic"_s);
        QVERIFY(plex::parseServerInfo(read(u"identity.json"_s), kWhere));
        QVERIFY(plex::parseTimelineAnswer(read(u"timeline-terminated.json"_s)).terminationCode);
        QVERIFY(!plex::parseItems(read(u"error-pms-401.html"_s), kWhere));
    }

    void sonicAnalysisIsANumberAsTextOrAbsent()
    {
        const auto page = plex::parseAnalysed(
            R"({"MediaContainer":{"size":4,"totalSize":9,"Metadata":[
                {"ratingKey":"1","musicAnalysisVersion":"1"},{"ratingKey":"2"},
                {"ratingKey":"3","musicAnalysisVersion":"0"},
                {"ratingKey":"4","musicAnalysisVersion":2}]}})",
            kWhere);
        QVERIFY(page);
        QCOMPARE(page->items, (QList<bool> { true, false, false, true }));
        QCOMPARE(page->total, 9);
        QVERIFY(!plex::parseAnalysed("<html>", kWhere));
    }
};

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"

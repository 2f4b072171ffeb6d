// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/tagreader.h"
#include "tests/core/demo/client.h"
#include "tests/support/await.h"
#include "tests/support/tools.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

/// The two hundred files of tests/data, served as a library and compared with their truth.
class TestFolder : public QObject
{
    Q_OBJECT

private:
    static QString folder() { return qEnvironmentVariable("PLEXM8_MUSIC_DIR"); }

    static demo::Options options()
    {
        demo::Options options;
        options.musicDir = folder();
        return options;
    }

    static QJsonArray truth()
    {
        QFile file(folder() + u"/truth.json"_s);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        const QJsonDocument json = QJsonDocument::fromJson(isOpen ? file.readAll() : QByteArray());
        return json.isArray() ? json.array() : json.object()[u"files"].toArray();
    }

    /// Tracks by the path of their file below the folder.
    static QHash<QString, QJsonObject> served(const Demo& demo)
    {
        QHash<QString, QJsonObject> tracks;
        for (const auto& row : demo.get("/library/sections/2/all?type=10").metadata()) {
            const QString path = row[u"Media"][0][u"Part"][0][u"file"].toString();
            tracks.insert(path.mid(folder().size() + 1), row.toObject());
        }
        return tracks;
    }

    /// All tracks as a server with these endpoints lists them.
    static QJsonArray tracksOf(const demo::Endpoints& endpoints)
    {
        client::Connection connection(endpoints.pms);
        connection.write("GET /library/sections/2/all?type=10 HTTP/1.1\r\nHost: demo\r\n"
                         "Accept: application/json\r\nX-Plex-Token: "
            + endpoints.token.reveal() + "\r\n\r\n");
        return connection.read().metadata();
    }

private Q_SLOTS:
    void initTestCase() { NEEDS_TOOL("ffmpeg"); }

    void everyFileIsServedWithItsTags()
    {
        const Demo demo(options());
        const QHash<QString, QJsonObject> tracks = served(demo);
        const QJsonArray files = truth();
        QCOMPARE(tracks.size(), files.size());
        QVERIFY(files.size() >= 200);
        for (const auto& file : files) {
            const QString path = file[u"path"].toString();
            QVERIFY2(tracks.contains(path), qPrintable(path));
            const QJsonObject track = tracks.value(path);
            if (!file[u"title"].toString().isEmpty()) {
                QCOMPARE(track[u"title"].toString(), file[u"title"].toString());
            }
            if (!file[u"albumArtist"].toString().isEmpty()) {
                QCOMPARE(track[u"grandparentTitle"].toString(), file[u"albumArtist"].toString());
            }
            if (!file[u"album"].toString().isEmpty()) {
                QCOMPARE(track[u"parentTitle"].toString(), file[u"album"].toString());
            }
            QCOMPARE(track[u"index"].toInt(), file[u"track"].toInt());
            QCOMPARE(track[u"parentIndex"].toInt(), file[u"disc"].toInt(1));
            const QString artist = file[u"artist"].toString();
            if (!artist.isEmpty() && !file[u"albumArtist"].toString().isEmpty()) {
                QCOMPARE(track[u"originalTitle"].toString(),
                    artist == file[u"albumArtist"].toString() ? QString() : artist);
            }
            const double rating = file[u"fmpsRating"].toDouble() * 10;
            QCOMPARE(track[u"userRating"].toDouble(), rating);
            const double seconds
                = file[u"durationSamples"].toDouble() / file[u"sampleRate"].toDouble();
            QVERIFY(std::abs(track[u"duration"].toDouble() / 1000 - seconds) < 0.15);
        }
    }

    void everyPartIsTheFileByteForByte()
    {
        const Demo demo(options());
        for (const QJsonObject& track : served(demo)) {
            const auto part = track[u"Media"][0][u"Part"][0];
            QFile file(part[u"file"].toString());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const Reply reply = demo.get(part[u"key"].toString().toLatin1());
            QCOMPARE(reply.body, bytes);
            QCOMPARE(part[u"size"].toInteger(), bytes.size());
        }
    }

    void conversionIsTheFileItselfAndSaysSo()
    {
        const Demo demo(options());
        const QByteArray base = "/music/:/transcode/universal/";
        for (const QJsonObject& track : served(demo)) {
            const auto part = track[u"Media"][0][u"Part"][0];
            if (part[u"container"].toString() != u"flac") {
                continue;
            }
            const QByteArray wish = "?X-Plex-Platform=Roku&protocol=http&directPlay=0&path="
                + track[u"key"].toString().toLatin1();
            const Reply decision = demo.get(base + "decision" + wish);
            const auto media = decision.first()[u"Media"][0];
            QCOMPARE(media[u"container"].toString(), u"flac"_s); // mp3 was asked for
            QCOMPARE(media[u"Part"][0][u"Stream"][0][u"decision"].toString(), u"copy"_s);
            const Reply stream = demo.get(base + "start.mp3" + wish);
            QCOMPARE(stream.headers.value("content-type"), "audio/flac");
            QVERIFY(stream.body == demo.get(part[u"key"].toString().toLatin1()).body);
            QCOMPARE(demo.get(base + "start.mp3" + wish + "&offset=2").status, 400);
            return;
        }
        QFAIL("no FLAC file");
    }

    void formatsAreNamedAsAServerNamesThem()
    {
        const Demo demo(options());
        QSet<QString> codecs;
        for (const QJsonObject& track : served(demo)) {
            codecs.insert(track[u"Media"][0][u"audioCodec"].toString() + u'/'
                + track[u"Media"][0][u"container"].toString());
        }
        QCOMPARE(codecs,
            (QSet<QString> {
                u"flac/flac"_s, u"mp3/mp3"_s, u"aac/mp4"_s, u"opus/ogg"_s, u"vorbis/ogg"_s }));
    }

    void embeddedCoversAreTheAlbumsThumb()
    {
        const Demo demo(options());
        const QHash<QString, QJsonObject> tracks = served(demo);
        int covers = 0;
        for (const auto& file : truth()) {
            const QJsonObject track = tracks.value(file[u"path"].toString());
            QCOMPARE(track[u"Media"][0][u"Part"][0].toObject().contains(u"hasThumbnail"),
                file[u"hasCover"].toBool());
            if (file[u"hasCover"].toBool() && covers < 5) {
                ++covers;
                const QImage embedded = demo::readCover(folder() + u'/' + file[u"path"].toString());
                const Reply reply = demo.get(track[u"parentThumb"].toString().toLatin1());
                QCOMPARE(QImage::fromData(reply.body).size(), embedded.size());
            }
        }
        QCOMPARE(covers, 5);
    }

    void compilationsAreGatheredUnderOneArtist()
    {
        const Demo demo(options());
        for (const auto& file : truth()) {
            if (file[u"compilation"].toBool() && file[u"albumArtist"].toString().isEmpty()) {
                const Reply reply = demo.get("/library/sections/2/all?type=9&title=="
                    + QUrl::toPercentEncoding(file[u"album"].toString()));
                QCOMPARE(reply.metadata().size(), 1);
            }
        }
    }

    void unreadableFolderIsAnError()
    {
        demo::Options missing;
        missing.musicDir = folder() + u"/no such folder"_s;
        demo::Server server(missing);
        const auto started = server.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, util::Error::Code::Storage);
    }

    void emptyFolderIsAnEmptyLibrary()
    {
        const QTemporaryDir dir;
        demo::Options empty;
        empty.musicDir = dir.path();
        const Demo demo(empty);
        QCOMPARE(demo.get("/library/sections/2/all?type=10").container()[u"size"].toInt(), 0);
        QCOMPARE(demo.get("/library/sections/2/all?type=8").status, 200);
        QCOMPARE(demo.get("/playlists").status, 200);
    }

    void nothingIsReadBeforeTheStart()
    {
        const QTemporaryDir dir;
        demo::Options options;
        options.musicDir = dir.path();
        demo::Server server(options);
        const QString any = folder() + u'/' + truth().first()[u"path"].toString();
        QVERIFY(QFile::copy(any, dir.filePath(QFileInfo(any).fileName())));
        const auto endpoints = server.start();
        QVERIFY(endpoints);
        QCOMPARE(tracksOf(*endpoints).size(), 1);
        server.stop();
        QVERIFY(QFile::remove(dir.filePath(QFileInfo(any).fileName())));
        QVERIFY(server.start()); // not read again
        QCOMPARE(tracksOf(*endpoints).size(), 1);
    }

    void readAsideItHasTheSameKeys()
    {
        const Demo demo(options());
        demo::Server server(options());
        const auto starting = server.startAside();
        QVERIFY(!starting.isFinished()); // 200 files take longer than to come back from the call
        const auto endpoints = support::await(starting);
        QVERIFY(endpoints);
        const QJsonArray aside = tracksOf(*endpoints);
        QCOMPARE(aside.size(), truth().size());
        QCOMPARE(aside, demo.get("/library/sections/2/all?type=10").metadata());
    }

    void readingAsideCanBeStopped()
    {
        demo::Server server(options());
        const auto starting = server.startAside();
        server.stop();
        const auto stopped = support::await(starting);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, util::Error::Code::Cancelled);
        const auto endpoints = server.start(); // from the beginning
        QVERIFY(endpoints);
        QCOMPARE(tracksOf(*endpoints).size(), truth().size());
    }

    void serverMayGoWhileItReads()
    {
        QObject context;
        bool isDelivered = false;
        {
            demo::Server server(options());
            util::async::deliver(server.startAside(), &context,
                [&isDelivered](
                    const util::Result<demo::Endpoints>& result) { isDelivered = !result; });
        }
        QTRY_VERIFY(isDelivered);
    }

    void unreadableFolderIsAnErrorAsideToo()
    {
        demo::Options missing;
        missing.musicDir = folder() + u"/no such folder"_s;
        demo::Server server(missing);
        const auto started = support::await(server.startAside());
        QVERIFY(!started);
        QCOMPARE(started.error().code, util::Error::Code::Storage);
    }

    void filesThatAreNoMusicAreLeftOut()
    {
        const QTemporaryDir dir;
        QFile broken(dir.filePath(u"broken.flac"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("this is no FLAC file");
        broken.close();
        demo::Options options;
        options.musicDir = dir.path();
        const Demo demo(options);
        QVERIFY(demo.get("/library/sections/2/all?type=10").container()[u"size"].toInt() <= 1);
    }

    void popularimeterBytesAreStars_data()
    {
        QTest::addColumn<int>("byte");
        QTest::addColumn<double>("rating");
        const std::initializer_list<std::pair<int, double>> rows { { 1, 2 }, { 13, 1 }, { 31, 2 },
            { 54, 3 }, { 64, 4 }, { 118, 5 }, { 128, 6 }, { 186, 7 }, { 196, 8 }, { 242, 9 },
            { 255, 10 } };
        for (const auto& [byte, rating] : rows) {
            QTest::addRow("%d", byte) << byte << rating;
        }
    }

    void popularimeterBytesAreStars()
    {
        QFETCH(int, byte);
        QFETCH(double, rating);
        QCOMPARE(demo::ratingOfByte(byte), std::optional<double>(rating));
        QVERIFY(!demo::ratingOfByte(0));
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"

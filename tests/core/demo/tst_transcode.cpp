// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

namespace {

constexpr const char* kDecision = "/music/:/transcode/universal/decision";
constexpr const char* kStart = "/music/:/transcode/universal/start.mp3";
const QByteArray kMp3Target = "add-transcode-target(type=musicProfile&context=streaming"
                              "&protocol=http&container=mp3&audioCodec=mp3)";
const QByteArray kPlaysWav
    = "add-direct-play-profile(type=musicProfile&container=wav&audioCodec=pcm)";
constexpr qsizetype kHeader = 44; // of a WAV file

} // namespace

class TestTranscode : public QObject
{
    Q_OBJECT

private:
    static QByteArray query(
        const QByteArray& key, const QByteArray& platform, const QByteArray& extra)
    {
        return "?path=%2Flibrary%2Fmetadata%2F" + key + "&mediaIndex=0&partIndex=0&protocol=http"
            + "&session=s1&X-Plex-Platform=" + platform
            + "&X-Plex-Client-Profile-Extra=" + extra.toPercentEncoding();
    }
    static int code(const Reply& reply, const char* which)
    {
        return reply.container()[QLatin1StringView(which)].toInt();
    }

private Q_SLOTS:
    void quirk71DecisionIsADocumentAndOnlyStartStreams()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const QByteArray wish = query(key, "Generic", kMp3Target) + "&directPlay=0";
        const Reply decision = demo.get(kDecision + wish);
        QCOMPARE(decision.status, 200);
        QCOMPARE(decision.headers.value("content-type"), "application/json");
        QVERIFY(decision.body.startsWith('{'));
        const Reply xml = demo.get(kDecision + wish, { { "Accept", "audio/*" } });
        QVERIFY(xml.headers.value("content-type").contains("xml")); // even for a player
        QVERIFY(xml.body.contains("<MediaContainer"));
        const Reply stream = demo.get(kStart + wish);
        QCOMPARE(stream.status, 200);
        QVERIFY(stream.headers.value("content-type").startsWith("audio/"));
        QVERIFY(!stream.headers.contains("content-length"));
        QVERIFY(!stream.headers.contains("accept-ranges"));
        QVERIFY(stream.isComplete);
        QVERIFY(stream.body.startsWith("RIFF")); // not what was asked for, but what was announced
        QCOMPARE(decision.first()[u"Media"][0][u"container"].toString(), u"wav"_s);
        QVERIFY(stream.body.mid(kHeader) == demo.server.pcm(key.toULongLong()));
    }

    void quirk73PlatformDecidesWhetherThereIsAProfile()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        for (const char* unknown : { "Linux", "MacOSX", "Windows", "Toaster", "" }) {
            QCOMPARE(demo.get(kDecision + query(key, unknown, kMp3Target)).status, 400);
            QCOMPARE(demo.get(kStart + query(key, unknown, kMp3Target)).status, 400);
        }
        const Reply bare = demo.get(kDecision + query(key, "Generic", {}));
        QCOMPARE(bare.status, 200); // the refusal is in the document
        QCOMPARE(code(bare, "generalDecisionCode"), 2000);
        QCOMPARE(code(bare, "directPlayDecisionCode"), 3000);
        QCOMPARE(code(bare, "transcodeDecisionCode"), 4005);
        QVERIFY(bare.container()[u"transcodeDecisionText"].toString().contains(u"protocol http"));
        QVERIFY(bare.metadata().isEmpty());
        QCOMPARE(demo.get(kStart + query(key, "Generic", {})).status, 400);
        const Reply own = demo.get(kDecision + query(key, "Generic", kMp3Target));
        QCOMPARE(code(own, "generalDecisionCode"), 1001);
        QCOMPARE(code(own, "transcodeDecisionCode"), 1001);
        const Reply builtIn = demo.get(kDecision + query(key, "Chrome", {}));
        QCOMPARE(code(builtIn, "generalDecisionCode"), 1001);
    }

    void quirk6BlurColoursAreAnObjectOrAnArray()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const Reply decision = demo.get(kDecision + query(key, "Generic", kMp3Target));
        const QJsonValue inDecision = decision.first()[u"UltraBlurColors"];
        QVERIFY(inDecision.isArray());
        QCOMPARE(inDecision.toArray().size(), 1);
        const QByteArray album = decision.first()[u"parentRatingKey"].toString().toLatin1();
        const QJsonValue onItem
            = demo.get("/library/metadata/" + album).first()[u"UltraBlurColors"];
        QVERIFY(onItem.isObject());
        QCOMPARE(inDecision.toArray().first().toObject(), onItem.toObject());
        QCOMPARE(onItem[u"topLeft"].toString().size(), 6);
    }

    void directPlayNeedsAProfileAndBandwidth()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const auto ask = [&demo, &key](const QByteArray& extra, const QByteArray& more) {
            return demo.get(kDecision + query(key, "Generic", extra) + more);
        };
        const Reply plays = ask(kPlaysWav, "&directPlay=1");
        QCOMPARE(code(plays, "generalDecisionCode"), 1000);
        QCOMPARE(code(plays, "directPlayDecisionCode"), 1000);
        QCOMPARE(code(plays, "mdeDecisionCode"), 1000);
        const auto part = plays.first()[u"Media"][0][u"Part"][0];
        QCOMPARE(part[u"decision"].toString(), u"directplay"_s);
        QCOMPARE(demo.get(part[u"key"].toString().toLatin1()).status, 200);
        const Reply off = ask(kPlaysWav + '+' + kMp3Target, "&directPlay=0");
        QCOMPARE(code(off, "generalDecisionCode"), 1001);
        QCOMPARE(code(off, "directPlayDecisionCode"), 3000);
        QVERIFY(off.container()[u"directPlayDecisionText"].toString().contains(u"disabled"));
        const Reply narrow = ask(kPlaysWav + '+' + kMp3Target, "&directPlay=1&musicBitrate=320");
        QCOMPARE(code(narrow, "directPlayDecisionCode"), 3001);
        QCOMPARE(code(narrow, "generalDecisionCode"), 1001);
        QCOMPARE(code(ask({}, "&directPlay=1"), "directPlayDecisionCode"), 3000);
        QCOMPARE(code(ask({}, "&directPlay=1&hasMDE=1"), "directPlayDecisionCode"), 1000);
    }

    void scalarsOfADecisionDriftOnceMore()
    {
        const Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const Reply reply = demo.get(kDecision + query(key, "Generic", kMp3Target));
        const auto media = reply.first()[u"Media"][0];
        QVERIFY(media[u"id"].isString());
        QVERIFY(media[u"bitrate"].isString());
        QVERIFY(media[u"Part"][0][u"bitrate"].isDouble());
        QVERIFY(media[u"Part"][0][u"id"].isString());
        QVERIFY(media[u"selected"].toBool());
        QCOMPARE(media[u"Part"][0][u"decision"].toString(), u"transcode"_s);
        QCOMPARE(media[u"Part"][0][u"Stream"][0][u"decision"].toString(), u"copy"_s);
        QXmlStreamReader xml(
            demo.get(kDecision + query(key, "Generic", kMp3Target), { { "Accept", "text/xml" } })
                .body);
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void plusSentBareLosesWhatFollows()
    {
        const Demo demo;
        const QByteArray wish = "?path=%2Flibrary%2Fmetadata%2F" + client::firstTrack(demo)
            + "&protocol=http&X-Plex-Platform=Generic&X-Plex-Client-Profile-Extra="
            + kPlaysWav.toPercentEncoding();
        const QByteArray target = kMp3Target.toPercentEncoding();
        QCOMPARE(code(demo.get(kDecision + wish + "%2B" + target), "generalDecisionCode"), 1001);
        QCOMPARE(code(demo.get(kDecision + wish + "+" + target), "transcodeDecisionCode"), 4005);
    }

    void targetsAreForOneProtocol()
    {
        const Demo demo;
        QByteArray wish = query(client::firstTrack(demo), "Generic", kMp3Target);
        wish.replace("protocol=http", "protocol=hls");
        const Reply reply = demo.get(kDecision + wish);
        QCOMPARE(code(reply, "transcodeDecisionCode"), 4005);
        QVERIFY(reply.container()[u"transcodeDecisionText"].toString().contains(u"protocol hls"));
    }

    void offsetIsInSeconds()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const QByteArray wish = query(key, "Generic", kMp3Target);
        const QByteArray pcm = demo.server.pcm(key.toULongLong());
        const Reply later = demo.get(kStart + wish + "&offset=1.5");
        QVERIFY(later.body.mid(kHeader) == pcm.mid(qsizetype { 66'150 } * 4));
        QCOMPARE(later.body.mid(40, 4), QByteArray(4, '\xff')); // the length is not known
        QCOMPARE(demo.get(kStart + wish + "&offset=1500000").status, 400);
        QCOMPARE(demo.get(kStart + wish + "&offset=-1").status, 400);
        QCOMPARE(demo.get(kStart + wish + "&offset=nan").status, 400);
    }

    void rangeIsIgnoredByAStream()
    {
        const Demo demo;
        const QByteArray wish = query(client::firstTrack(demo), "Generic", kMp3Target);
        const Reply reply = demo.get(kStart + wish, { { "Range", "bytes=100-" } });
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.startsWith("RIFF"));
    }

    void oldClientsGetTheStreamUntilTheEnd()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        client::Connection connection(demo.endpoints.pms);
        connection.write(demo.request("GET", kStart + query(key, "Generic", kMp3Target))
                             .replace("HTTP/1.1", "HTTP/1.0"));
        const Reply reply = connection.read();
        QVERIFY(!reply.headers.contains("transfer-encoding"));
        QVERIFY(!reply.headers.contains("content-length"));
        QVERIFY(connection.isClosed());
        QVERIFY(connection.received().mid(kHeader) == demo.server.pcm(key.toULongLong()));
    }

    void pingKnowsOnlyRunningSessions()
    {
        const Demo demo;
        const QByteArray base = "/music/:/transcode/universal/";
        QCOMPARE(demo.get(base + "ping?session=s1").status, 404);
        demo.get(kDecision + query(client::firstTrack(demo), "Generic", kMp3Target));
        QCOMPARE(demo.get(base + "ping?session=s1").status, 200);
        QCOMPARE(demo.get(base + "stop?session=s1").status, 200);
        QCOMPARE(demo.get(base + "ping?session=s1").status, 404);
        QCOMPARE(demo.get(base + "ping").status, 404);
    }

    void whatIsNoTrackIsRefused()
    {
        const Demo demo;
        QCOMPARE(demo.get(kDecision + query("99", "Generic", kMp3Target)).status, 404);
        const QByteArray film = demo.keyOf("/library/sections/1/all");
        QCOMPARE(demo.get(kDecision + query(film, "Generic", kMp3Target)).status, 400);
        QCOMPARE(demo.get(QByteArray(kDecision) + "?X-Plex-Platform=Generic").status, 400);
    }
};

QTEST_GUILESS_MAIN(TestTranscode)
#include "tst_transcode.moc"

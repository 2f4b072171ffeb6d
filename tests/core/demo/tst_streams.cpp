// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;

class TestStreams : public QObject
{
    Q_OBJECT

    /// Every stream of every track.
    static QList<QJsonObject> streams(const Demo& demo, int type)
    {
        const QJsonArray rows = demo.get("/library/sections/2/all?type=10&limit=150").metadata();
        QByteArrayList keys;
        for (const QJsonValue& row : rows) {
            keys.append(row[u"ratingKey"].toString().toLatin1());
        }
        QList<QJsonObject> found;
        for (const QJsonValue& row : demo.get("/library/metadata/" + keys.join(',')).metadata()) {
            for (const QJsonValue& stream : row[u"Media"][0][u"Part"][0][u"Stream"].toArray()) {
                if (stream[u"streamType"].toInt() == type) {
                    found.append(stream.toObject());
                }
            }
        }
        return found;
    }

    /// The path of the first lyrics of that format by that provider.
    static QByteArray lyrics(const Demo& demo, const QString& format, const QString& provider)
    {
        for (const QJsonObject& stream : streams(demo, 4)) {
            if (stream[u"format"] == format && stream[u"provider"].toString().endsWith(provider)) {
                return stream[u"key"].toString().toLatin1();
            }
        }
        return {};
    }

    static QByteArray analysed(const Demo& demo, bool isAnalysed)
    {
        for (const QJsonObject& stream : streams(demo, 2)) {
            if (stream.contains(u"gain") == isAnalysed) {
                return "/library/streams/" + QByteArray::number(stream[u"id"].toInteger());
            }
        }
        return {};
    }

private Q_SLOTS:
    void someTracksHaveLyricsWithTextsForScalars()
    {
        const Demo demo;
        const qsizetype count = streams(demo, 4).size();
        QVERIFY(count > 50 && count < 130);
        for (const QJsonObject& stream : streams(demo, 4)) {
            QVERIFY(stream[u"id"].isString());
            QCOMPARE(stream.contains(u"timed"), stream[u"format"].toString() == u"lrc");
            QVERIFY(!stream.contains(u"timed") || stream[u"timed"].isString());
        }
    }

    void timedLyricsHaveTimesAndPauses()
    {
        const Demo demo;
        const QJsonArray all
            = demo.get(lyrics(demo, u"lrc"_s, u"lyricfind"_s)).container()[u"Lyrics"].toArray();
        QCOMPARE(all.size(), 1);
        QVERIFY(all.at(0)[u"timed"].isBool() && all.at(0)[u"timed"].toBool());
        QCOMPARE(all.at(0)[u"minLines"].toInt(), 3);
        int pauses = 0;
        qint64 before = -1;
        for (const QJsonValue& line : all.at(0)[u"Line"].toArray()) {
            QVERIFY(line[u"startOffset"].toInteger() > before);
            before = line[u"startOffset"].toInteger();
            pauses += line.toObject().contains(u"Span") ? 0 : 1;
        }
        QVERIFY(pauses > 0);
    }

    void untimedLyricsHaveNone()
    {
        const Demo demo;
        const QJsonValue one = demo.get(lyrics(demo, u"txt"_s, u"lyricfind"_s))
                                   .container()[u"Lyrics"]
                                   .toArray()
                                   .at(0);
        QVERIFY(!one[u"timed"].toBool());
        QVERIFY(!one[u"Line"][0].toObject().contains(u"startOffset"));
        QVERIFY(!one[u"Line"][0][u"Span"][0][u"text"].toString().isEmpty());
    }

    void sidecarIsAFileOrADocument()
    {
        const Demo demo;
        const QByteArray path = lyrics(demo, u"lrc"_s, u"localmedia"_s);
        const Reply raw = demo.get(path, { { "Accept", "*/*" } });
        QVERIFY(raw.headers.value("content-type").startsWith("text/plain"));
        QVERIFY(raw.body.startsWith("[ar:"));
        QVERIFY(raw.body.contains("[offset:+0]\n[00:"));
        QVERIFY(raw.body.contains("][00:00.00]")); // two stamps on one line
        QVERIFY(!demo.get(path).container()[u"Lyrics"].toArray().isEmpty());
        const Reply xml = demo.get(path + "?format=xml", { { "Accept", "application/xml" } });
        QVERIFY(xml.body.contains("<Lyrics ") && xml.body.contains("<Span text="));
    }

    void providerNeedsAPass()
    {
        Demo demo;
        const QByteArray provider = lyrics(demo, u"lrc"_s, u"lyricfind"_s);
        const QByteArray local = lyrics(demo, u"lrc"_s, u"localmedia"_s);
        demo.server.setPass(false);
        QCOMPARE(demo.get(provider).status, 403);
        QCOMPARE(demo.get(local).status, 200);
    }

    void otherStreamsAreNotThere()
    {
        const Demo demo;
        QCOMPARE(demo.get(analysed(demo, true)).status, 501); // inside of the file
        QCOMPARE(demo.get("/library/streams/12").status, 404);
        QCOMPARE(demo.get("/library/streams/49999999").status, 404);
    }

    void levelsAreOfTheMusicItself()
    {
        const Demo demo;
        const QByteArray path = analysed(demo, true);
        const QJsonObject few = demo.get(path + "/levels?subsample=60").container();
        QCOMPARE(few[u"size"].toInt(), 60);
        QVERIFY(few[u"totalSamples"].isString());
        const qint64 total = few[u"totalSamples"].toString().toLongLong();
        QVERIFY(total > 100);
        const QJsonArray levels = few[u"Level"].toArray();
        for (const QJsonValue& level : levels) {
            QVERIFY(level[u"v"].toDouble() >= -90 && level[u"v"].toDouble() <= 0);
        }
        QVERIFY(levels.at(30)[u"v"].toDouble() > -50); // it is not silent
        const Reply text = demo.get(path + "/loudness?subsample=60");
        QCOMPARE(text.headers.value("content-type"), "text/plain");
        QCOMPARE(text.body.split('\n').first().toDouble(), levels.first()[u"v"].toDouble());
        QCOMPARE(demo.get(path + "/levels").container()[u"size"].toInteger(), total);
    }

    void levelsAreMissingWithoutAnalysisOrPass()
    {
        Demo demo;
        QCOMPARE(demo.get(analysed(demo, false) + "/levels").status, 404);
        const QByteArray path = analysed(demo, true) + "/levels";
        demo.server.setPass(false);
        QCOMPARE(demo.get(path).status, 404);
    }
};

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/notification.h"

#include <QTest>

using namespace Qt::StringLiterals;
using plex::Notification;
using plex::parseNotification;
using types::ItemType;
using util::Error;

class TestNotification : public QObject
{
    Q_OBJECT

    static QByteArray frame(const QByteArray& type, const QByteArray& payload)
    {
        return "{\"NotificationContainer\":{\"type\":\"" + type + "\",\"size\":1," + payload + "}}";
    }

private Q_SLOTS:
    void timelineEntriesAreReadWhateverTheirTypes()
    {
        const auto read = parseNotification(frame("timeline",
            R"("TimelineEntry":[
                {"identifier":"com.plexapp.plugins.library","sectionID":"2","itemID":"4711","type":10,"state":5},
                {"identifier":"com.plexapp.plugins.library","sectionID":2,"itemID":4712,"type":"9","state":"9"},
                {"itemID":"plex/abc","type":15,"state":5},
                {"identifier":"com.plexapp.agents.x","itemID":"1","type":10,"state":5},
                {"identifier":"com.plexapp.plugins.library","type":10,"state":5},
                null, 7])"));
        const QList<Notification::Entry> expected { { { u"4711"_s }, ItemType::Track, 5 },
            { { u"4712"_s }, ItemType::Album, 9 }, { { u"plex/abc"_s }, ItemType::Playlist, 5 } };
        QCOMPARE(read->entries, expected);
        QVERIFY(read->activities.isEmpty() && !read->isCut);
    }

    void aSingleEntryMayStandForAList()
    {
        const auto read
            = parseNotification(frame("timeline", R"("TimelineEntry":{"itemID":"1","state":5})"));
        QCOMPARE(read->entries.size(), 1);
    }

    void activitiesTellWhetherTheyEnded()
    {
        const auto read = parseNotification(frame("activity",
            R"("ActivityNotification":[
                {"event":"started","Activity":{"type":"library.update.section"}},
                {"event":"ended","Activity":{"type":"library.update.section","progress":-1}},
                {"event":"ended"}])"));
        const QList<Notification::Activity> expected { { u"library.update.section"_s, false },
            { u"library.update.section"_s, true } };
        QCOMPARE(read->activities, expected);
    }

    void whatTellsNothingIsNoError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty object") << QByteArray("{}");
        QTest::newRow("unknown type") << frame("provider.content.change", "\"X\":[{}]");
        QTest::newRow("no payload") << frame("timeline", "\"X\":1");
        QTest::newRow("container is a number") << QByteArray("{\"NotificationContainer\":1}");
        QTest::newRow("playing") << frame("playing", R"("PlaySessionStateNotification":[{}])");
    }
    void whatTellsNothingIsNoError()
    {
        QFETCH(QByteArray, text);
        const auto read = parseNotification(text);
        QVERIFY(read);
        QCOMPARE(*read, Notification());
    }

    void nonsenseIsAnError_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half") << QByteArray("{\"NotificationContainer\":{\"ty");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("deep") << QByteArray(100'000, '[');
        QTest::newRow("large") << QByteArray(plex::kLargestFrame + 1, ' ');
    }
    void nonsenseIsAnError()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(parseNotification(text).error().code, Error::Code::Protocol);
    }

    void badTextIsRepaired()
    {
        const auto read
            = parseNotification(frame("timeline", "\"TimelineEntry\":[{\"itemID\":\"1\xff\"}]"));
        QCOMPARE(read->entries.size(), 1);
    }

    void moreEntriesThanAreReadIsSaid()
    {
        QByteArray rows;
        for (int i = 0; i <= plex::kMostEntries; ++i) {
            rows += R"({"itemID":"1","state":5},)";
        }
        rows.chop(1);
        const auto read = parseNotification(frame("timeline", "\"TimelineEntry\":[" + rows + ']'));
        QVERIFY(read->isCut);
        QCOMPARE(read->entries.size(), plex::kMostEntries);
    }
};

QTEST_GUILESS_MAIN(TestNotification)
#include "tst_notification.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/queue.h"

#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using playback::Queue;
using playback::QueueEntry;
using playback::Repeat;

namespace {

QList<QueueEntry> tracks(const QString& titles)
{
    QList<QueueEntry> list;
    for (const QChar title : titles) {
        QueueEntry entry;
        entry.title = title;
        list.append(entry);
    }
    return list;
}

QString titles(const Queue& queue)
{
    QString text;
    for (const QueueEntry& entry : queue.entries()) {
        text += entry.title;
    }
    return text;
}

Queue made(const QString& of, int current)
{
    Queue queue;
    queue.replace(tracks(of), current);
    return queue;
}

} // namespace

class TestQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyQueueHasNoCurrentAndNoNext()
    {
        Queue queue;
        QCOMPARE(queue.currentIndex(), -1);
        QVERIFY(!queue.current());
        QVERIFY(!queue.nextIndex());
        QVERIFY(!queue.previousIndex());
        queue.shuffle(1);
        queue.unshuffle();
        queue.remove({ 0, 3 });
        queue.move({ 1 }, 0);
        queue.setCurrentIndex(4);
        QVERIFY(queue.isEmpty());
    }

    void startIndexIsClamped()
    {
        QCOMPARE(made(u"abc"_s, 9).currentIndex(), 2);
        QCOMPARE(made(u"abc"_s, -4).currentIndex(), 0);
    }

    void sameTrackTwiceHasTwoIds()
    {
        Queue queue = made(u"aa"_s, 0);
        QVERIFY(queue.entries().at(0).id != queue.entries().at(1).id);
        queue.append(queue.entries());
        QVERIFY(queue.entries().at(0).id != queue.entries().at(2).id);
        QCOMPARE(queue.indexOf(queue.entries().at(3).id), std::optional<int>(3));
    }

    void addingKeepsTheCurrentTrack()
    {
        Queue queue = made(u"abc"_s, 1);
        queue.insertNext(tracks(u"xy"_s));
        queue.append(tracks(u"z"_s));
        QCOMPARE(titles(queue), u"abxycz"_s);
        QCOMPARE(queue.current()->title, u"b"_s);
        Queue empty;
        empty.insertNext(tracks(u"q"_s));
        QCOMPARE(empty.currentIndex(), 0);
    }

    void insertingKeepsTheCurrentTrack_data()
    {
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("result");
        QTest::newRow("at the top") << 0 << u"xyabc"_s;
        QTest::newRow("before the current one") << 1 << u"axybc"_s;
        QTest::newRow("behind it") << 2 << u"abxyc"_s;
        QTest::newRow("at the end") << 3 << u"abcxy"_s;
        QTest::newRow("beyond") << 99 << u"abcxy"_s;
        QTest::newRow("nowhere") << -4 << u"xyabc"_s;
    }
    void insertingKeepsTheCurrentTrack()
    {
        QFETCH(int, before);
        Queue queue = made(u"abc"_s, 1);
        queue.insert(before, tracks(u"xy"_s));
        QTEST(titles(queue), "result");
        QCOMPARE(queue.current()->title, u"b"_s);
        queue.shuffle(5);
        queue.unshuffle();
        QTEST(titles(queue), "result"); // the original order has them, too
        Queue empty;
        empty.insert(before, tracks(u"q"_s));
        QCOMPARE(empty.currentIndex(), 0);
    }

    void whatIsInsertedWhileShuffledFollowsTheSameTrackUnshuffled()
    {
        Queue queue = made(u"abcdefghij"_s, 4);
        queue.shuffle(7);
        const QString third = queue.entries().at(2).title;
        queue.insert(3, tracks(u"xy"_s));
        QCOMPARE(titles(queue).mid(2, 3), third + u"xy"_s);
        queue.insert(queue.size(), tracks(u"z"_s));
        QVERIFY(titles(queue).endsWith(u'z'));
        queue.unshuffle();
        QVERIFY(titles(queue).contains(third + u"xy"_s));
        QVERIFY(titles(queue).endsWith(u'z'));
        QCOMPARE(titles(queue).size(), 13);
    }

    void removingTheCurrentTrackMakesItsFollowerCurrent()
    {
        Queue queue = made(u"abcde"_s, 2);
        queue.remove({ 2, 0, 2, 77, -1 });
        QCOMPARE(titles(queue), u"bde"_s);
        QCOMPARE(queue.current()->title, u"d"_s);
        queue.remove({ 1, 2 });
        QCOMPARE(queue.current()->title, u"b"_s);
        queue.remove({ 0 });
        QCOMPARE(queue.currentIndex(), -1);
    }

    void movingKeepsOrderAndCurrent_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<int>("before");
        QTest::addColumn<QString>("result");
        QTest::newRow("down") << QList<int> { 0 } << 3 << u"bcade"_s;
        QTest::newRow("up") << QList<int> { 4 } << 0 << u"eabcd"_s;
        QTest::newRow("several") << QList<int> { 3, 0 } << 2 << u"badce"_s;
        QTest::newRow("to the end") << QList<int> { 1, 2 } << 5 << u"adebc"_s;
        QTest::newRow("onto itself") << QList<int> { 1, 2 } << 2 << u"abcde"_s;
        QTest::newRow("beyond") << QList<int> { 0, 9 } << 99 << u"bcdea"_s;
    }
    void movingKeepsOrderAndCurrent()
    {
        QFETCH(QList<int>, rows);
        QFETCH(int, before);
        Queue queue = made(u"abcde"_s, 2);
        queue.move(rows, before);
        QTEST(titles(queue), "result");
        QCOMPARE(queue.current()->title, u"c"_s);
    }

    void shuffleIsSeededAndCanBeUndone()
    {
        const Queue original = made(u"abcdefghij"_s, 4);
        Queue queue = original;
        queue.shuffle(7);
        QCOMPARE(queue.current()->title, u"e"_s);
        QCOMPARE(queue.currentIndex(), 0);
        QVERIFY(titles(queue) != titles(original));
        Queue same = original;
        same.shuffle(7);
        QCOMPARE(titles(same), titles(queue));
        Queue other = original;
        other.shuffle(8);
        QVERIFY(titles(other) != titles(queue));

        queue.insertNext(tracks(u"x"_s));
        queue.append(tracks(u"z"_s));
        queue.remove({ *queue.indexOf(original.entries().at(0).id) });
        queue.unshuffle();
        QCOMPARE(titles(queue), u"bcdexfghijz"_s);
        QCOMPARE(queue.current()->title, u"e"_s);
    }

    void shuffledQueueShufflesNewContents()
    {
        Queue queue = made(u"abc"_s, 0);
        queue.shuffle(3);
        queue.replace(tracks(u"0123456789"_s), 5);
        QCOMPARE(queue.current()->title, u"5"_s);
        QCOMPARE(queue.currentIndex(), 0);
        queue.unshuffle();
        QCOMPARE(titles(queue), u"0123456789"_s);
    }

    void everyRowCanBeShuffledAnywhere()
    {
        QString seen;
        for (quint64 seed = 0; seed < 100; ++seed) {
            Queue queue = made(u"abc"_s, 0);
            queue.shuffle(seed);
            if (!seen.contains(titles(queue))) {
                seen += titles(queue) + u' ';
            }
        }
        QVERIFY(seen.contains(u"abc"_s));
        QVERIFY(seen.contains(u"acb"_s));
    }

    void repeatDecidesWhatFollows()
    {
        Queue queue = made(u"abc"_s, 2);
        QVERIFY(!queue.nextIndex());
        queue.setRepeat(Repeat::All);
        QCOMPARE(queue.nextIndex(), std::optional<int>(0));
        queue.setRepeat(Repeat::One);
        QCOMPARE(queue.nextIndex(), std::optional<int>(2));
        QCOMPARE(queue.skipIndex(), std::optional<int>(0));
        queue.setCurrentIndex(0);
        QCOMPARE(queue.previousIndex(), std::optional<int>(2));
        queue.setRepeat(Repeat::Off);
        QVERIFY(!queue.previousIndex());
    }
};

QTEST_GUILESS_MAIN(TestQueue)
#include "tst_queue.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/lru.h"

#include <QString>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLru : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLeastRecentlyUsedGoes()
    {
        util::Lru<QString, int> lru(3);
        lru.insert(u"a"_s, 1, 1);
        lru.insert(u"b"_s, 2, 1);
        lru.insert(u"c"_s, 3, 1);
        QCOMPARE(*lru.find(u"a"_s), 1);
        lru.insert(u"d"_s, 4, 1);
        QVERIFY(!lru.find(u"b"_s));
        QCOMPARE(*lru.find(u"a"_s), 1);
        QCOMPARE(lru.size(), 3);
    }

    void costsAreCounted()
    {
        util::Lru<QString, int> lru(10);
        lru.insert(u"a"_s, 1, 4);
        lru.insert(u"b"_s, 2, 4);
        QCOMPARE(lru.cost(), 8);
        lru.insert(u"a"_s, 3, 6);
        QCOMPARE(lru.cost(), 10);
        QCOMPARE(*lru.find(u"a"_s), 3);
        lru.insert(u"c"_s, 4, 5);
        QVERIFY(!lru.find(u"b"_s));
        QVERIFY(!lru.find(u"a"_s));
        QCOMPARE(lru.cost(), 5);
        lru.clear();
        QCOMPARE(lru.cost(), 0);
        QCOMPARE(lru.size(), 0);
    }

    void whatCostsMoreThanAllIsNotKept()
    {
        util::Lru<QString, int> lru(10);
        lru.insert(u"a"_s, 1, 4);
        lru.insert(u"big"_s, 2, 11);
        QVERIFY(!lru.find(u"big"_s));
        QVERIFY(lru.find(u"a"_s));
        lru.insert(u"a"_s, 3, 11);
        QVERIFY(!lru.find(u"a"_s));
        QCOMPARE(lru.cost(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLru)
#include "tst_lru.moc"

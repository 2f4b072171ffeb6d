// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fold.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestFold : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void foldsForTheIndex_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("case") << u"Blue MONDAY"_s << u"blue monday"_s;
        QTest::newRow("accents") << u"Sigur Rós – Ágætis byrjun"_s << u"sigur ros agaetis byrjun"_s;
        QTest::newRow("stroke letters") << u"Mø Łódź Đorđe"_s << u"mo lodz dorde"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
        QTest::newRow("ligature") << u"ﬁne ﬂow œuvre"_s << u"fine flow oeuvre"_s;
        QTest::newRow("full width") << u"ＡＢＣ　１２"_s << u"abc 12"_s;
        QTest::newRow("article kept at the end") << u"The Beatles"_s << u"beatles the"_s;
        QTest::newRow("article alone") << u"The The"_s << u"the the"_s;
        QTest::newRow("only an article") << u"A"_s << u"a"_s;
        QTest::newRow("joined") << u"AC/DC"_s << u"ac dc acdc"_s;
        QTest::newRow("joined twice") << u"R.E.M."_s << u"r e m rem"_s;
        QTest::newRow("apostrophes") << u"Don’t won't"_s << u"don t won t dont wont"_s;
        QTest::newRow("exclamation") << u"P!nk A$AP"_s << u"p nk a ap pnk aap"_s;
        QTest::newRow("han") << u"東京事変"_s << u"東 京 事 変"_s;
        QTest::newRow("kana keeps its marks") << u"ばら"_s << u"ば ら"_s;
        QTest::newRow("hangul") << u"방탄"_s << u"방 탄"_s;
        QTest::newRow("cyrillic") << u"Ёлка Й"_s << u"елка и"_s;
        QTest::newRow("greek") << u"Ελλάς"_s << u"ελλασ"_s;
        QTest::newRow("turkish") << u"ışık"_s << u"isik"_s;
        QTest::newRow("punctuation only") << u"???"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("emoji is no word") << u"Love 💔 Song"_s << u"love song"_s;
    }
    void foldsForTheIndex()
    {
        QFETCH(QString, text);
        QFETCH(QString, folded);
        QCOMPARE(util::fold(text), folded);
    }

    void sortKeyHasNoExtras()
    {
        QCOMPARE(util::sortKey(u"The AC/DC"_s), u"ac dc"_s);
        QVERIFY(util::sortKey(u"Älter"_s) < util::sortKey(u"Am"_s));
    }

    void queryIsAPrefixOfTheLastWord()
    {
        QCOMPARE(util::searchQuery(u"blue mon"_s), u"\"blue\" AND \"mon\" *"_s);
        QCOMPARE(util::searchQuery(u"ac/d"_s), u"((\"ac\" AND \"d\" *) OR \"acd\" *)"_s);
        QCOMPARE(util::searchQuery(u"東京"_s), u"\"東 京\""_s);
        QCOMPARE(util::searchQuery(u"\" OR *"_s), u"\"or\" *"_s);
        QCOMPARE(util::searchQuery(u"!!"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestFold)
#include "tst_fold.moc"

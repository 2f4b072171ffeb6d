// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/similarity.h"

#include "core/match/foldtext.h"

#include <QRandomGenerator>
#include <QTest>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// By the definition: a table of all beginnings.
qsizetype commonLettersSlowly(QStringView a, QStringView b)
{
    std::vector<qsizetype> before(size_t(b.size()) + 1, 0);
    for (const QChar c : a) {
        std::vector<qsizetype> row(before.size(), 0);
        for (size_t i = 1; i < row.size(); ++i) {
            row[i]
                = b.at(qsizetype(i) - 1) == c ? before[i - 1] + 1 : std::max(before[i], row[i - 1]);
        }
        before = row;
    }
    return before.back();
}

/// A text of few different letters, of which some are not ASCII, so that much is in common.
QString randomText(QRandomGenerator& random, int longest)
{
    static const QString letters = u"abcdeäøж夜れ"_s;
    QString text;
    const int length = random.bounded(longest + 1);
    for (int i = 0; i < length; ++i) {
        text += letters.at(random.bounded(int(letters.size())));
    }
    return text;
}

} // namespace

class TestSimilarity : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isThatOfTheDefinition_data()
    {
        QTest::addColumn<int>("longest");
        QTest::newRow("short") << 12;
        QTest::newRow("up to a word") << 64;
        QTest::newRow("around a word") << 70;
        QTest::newRow("several words") << 300;
    }

    void isThatOfTheDefinition()
    {
        QFETCH(int, longest);
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int i = 0; i < 500; ++i) {
            const QString a = randomText(random, longest);
            const QString b = randomText(random, longest);
            const qsizetype expected = commonLettersSlowly(a, b);
            const QByteArray told = u"seed %1: \"%2\" and \"%3\""_s.arg(seed).arg(a, b).toUtf8();
            QVERIFY2(match::commonLetters(a, b) == expected, told.constData());
            QVERIFY2(match::commonLetters(b, a) == expected, told.constData());
        }
    }

    void exactlyOneAndTwoWords_data()
    {
        QTest::addColumn<int>("length");
        for (const int length : { 63, 64, 65, 127, 128, 129, 192 }) {
            QTest::addRow("%d", length) << length;
        }
    }

    void exactlyOneAndTwoWords()
    {
        QFETCH(int, length);
        const QString a = u"x"_s + QString(length - 2, u'a') + u"y"_s;
        const QString b = u"v"_s + QString(length - 2, u'a') + u"w"_s;
        QCOMPARE(match::commonLetters(a, b), length - 2);
    }

    void ratioOfKnownTexts()
    {
        QCOMPARE(match::indelRatio(u"spirt", u"spirit"), 10.0 / 11);
        QCOMPARE(match::indelRatio(u"", u""), 1.0);
        QCOMPARE(match::indelRatio(u"", u"a"), 0.0);
        QCOMPARE(match::indelRatio(u"abc", u"xyz"), 0.0);
        QCOMPARE(match::indelRatio(u"same", u"same"), 1.0);
    }

    void whatCannotReachTheLeastIsNotCompared()
    {
        QCOMPARE(match::indelRatio(u"ab", u"abcdefgh", 0.5), 0.0);
        QCOMPARE(match::indelRatio(u"ab", u"abcdefgh", 0.4), 0.4);
    }

    void orderOfWordsCostsLittle()
    {
        const match::Form a = match::formOf(u"jay z beyonce");
        const match::Form b = match::formOf(u"beyonce jay z");
        QCOMPARE(match::similarity(a, b), 0.97);
        QCOMPARE(match::similarity(a, a), 1.0);
        QCOMPARE(match::similarity(match::formOf(u"one two"), match::formOf(u"onetwo")), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestSimilarity)
#include "tst_similarity.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/merge.h"
#include "core/playlist/plan.h"

#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;
using playlist::Merged;
using playlist::Token;
using playlist::Tokens;

namespace {

/// "a b c" as rows: each letter its own.
Tokens rows(const char* letters)
{
    Tokens rows;
    for (const char* letter = letters; *letter != '\0'; ++letter) {
        if (*letter != ' ') {
            rows.push_back(*letter);
        }
    }
    return rows;
}

QString text(const Tokens& rows)
{
    QString text;
    for (const Token row : rows) {
        text += row >= 'a' && row <= 'z' ? QString(QChar(static_cast<char16_t>(row)))
                                         : QString::number(row);
        text += u' ';
    }
    return text.trimmed();
}

/// An edit as a person makes it: some rows out, some moved as a block, some in.
Tokens edited(Tokens rows, Token& nextNew, std::mt19937& random)
{
    const auto below = [&random](size_t n) { return n == 0 ? 0 : random() % n; };
    for (size_t times = 1 + below(3); times > 0; --times) {
        const size_t from = below(rows.size() + 1);
        const size_t count = std::min(below(3) + 1, rows.size() - from);
        const auto first = rows.begin() + static_cast<std::ptrdiff_t>(from);
        const Tokens block(first, first + static_cast<std::ptrdiff_t>(count));
        switch (below(3)) {
        case 0: // remove
            rows.erase(first, first + static_cast<std::ptrdiff_t>(count));
            break;
        case 1: { // move
            rows.erase(first, first + static_cast<std::ptrdiff_t>(count));
            const auto to = static_cast<std::ptrdiff_t>(below(rows.size() + 1));
            rows.insert(rows.begin() + to, block.begin(), block.end());
            break;
        }
        default: // add
            rows.insert(first, nextNew++);
        }
    }
    return rows;
}

/// Carries a plan out as a server does, but for rows that get other names there.
Tokens carriedOut(Tokens held, const playlist::Plan& plan, size_t steps)
{
    size_t done = 0;
    const auto may = [&done, steps] { return done++ < steps; };
    if (plan.isRebuild) {
        return plan.added;
    }
    for (const Token row : plan.removed) {
        if (may()) {
            std::erase(held, row);
        }
    }
    for (const Token row : plan.added) {
        if (may()) {
            held.push_back(row);
        }
    }
    for (const playlist::Move& move : plan.moves) {
        if (may()) {
            std::erase(held, move.row);
            const auto place
                = move.after == 0 ? held.begin() : std::ranges::find(held, move.after) + 1;
            held.insert(place, move.row);
        }
    }
    return held;
}

} // namespace

/// What two edits of one playlist come to.
class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoEditsBecomeOneList_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("disputed");
        const auto add = [](const char* name, const char* base, const char* mine,
                             const char* theirs, const char* expected, const char* disputed = "") {
            QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs)
                                << QByteArray(expected) << QByteArray(disputed);
        };
        add("nobody did anything", "a b c", "a b c", "a b c", "a b c");
        add("only I did", "a b c", "c a", "a b c", "c a");
        add("only they did", "a b c", "a b c", "x c b", "x c b");
        add("both did the same", "a b c", "c a", "c a", "c a");
        add("both added at the end", "a b", "a b x", "a b y", "a b y x");
        add("both added at the top", "a b", "x a b", "y a b", "y x a b");
        add("both added in the middle", "a b", "a x b", "a y b", "a y x b");
        add("added in different places", "a b c", "a x b c", "a b y c", "a x b y c");
        add("I removed, they added", "a b c", "a c", "a b c y", "a c y");
        add("I added, they removed", "a b c", "a b c x", "a c", "a c x");
        add("both removed", "a b c d", "a c d", "a b d", "a d");
        add("I removed what they moved", "a b c", "a c", "b a c", "a c");
        add("they removed what I moved", "a b c", "b a c", "a c", "a c");
        add("I moved, they added beside it", "a b c d", "a c d b", "a b y c d", "a y c d b");
        add("different rows moved", "a b c d e", "e a b c d", "a c b d e", "e a c b d");
        add("the same row moved to the same place", "a b c d", "d a b c", "d a b y c", "d a b y c");
        add("neighbours swapped there, one moved here", "a b c d e", "a c d e b", "b a c d e",
            "a c d e b");
        add("the same row moved to different places", "a b c d e f", "a b d e c f", "c a b d e f",
            "a b d e c f", "c");
        add("they emptied it", "a b c", "a b c x", "", "x");
        add("I emptied it, they added", "a b c", "", "a b c y", "y");
        add("a block moved, another added in it", "a b c d e f", "a e f b c d", "a b c d y e f",
            "a e f b c d y");
        add("everything reversed, one added", "a b c", "c b a", "a b c y", "c y b a");
        add("behind what I added before", "a b", "a x b", "a x y b", "a x y b");
    }
    void twoEditsBecomeOneList()
    {
        QFETCH(const QByteArray, base);
        QFETCH(const QByteArray, mine);
        QFETCH(const QByteArray, theirs);
        QFETCH(const QByteArray, expected);
        QFETCH(const QByteArray, disputed);
        const Merged merged
            = playlist::merge(rows(base.data()), rows(mine.data()), rows(theirs.data()));
        QCOMPARE(text(merged.rows), QString::fromLatin1(expected));
        QCOMPARE(text(merged.disputed), QString::fromLatin1(disputed));
    }

    /// 1,000 pairs of edits: nothing is lost, nothing is there twice, and once is enough.
    void randomEditsLoseNothing()
    {
        const int seeds = 1000;
        for (int seed = 0; seed < seeds; ++seed) {
            std::mt19937 random(static_cast<unsigned>(seed));
            Tokens base(random() % 12);
            std::iota(base.begin(), base.end(), 1);
            Token nextNew = 1000;
            const Tokens mine = edited(base, nextNew, random);
            nextNew += 1000;
            const Tokens theirs = edited(base, nextNew, random);
            const Merged merged = playlist::merge(base, mine, theirs);
            const auto where = [&] {
                return u"seed %1: %2 | %3 | %4 → %5"_s.arg(seed).arg(
                    text(base), text(mine), text(theirs), text(merged.rows));
            };
            const QSet<Token> isBase(base.begin(), base.end());
            const QSet<Token> isMine(mine.begin(), mine.end());
            const QSet<Token> isTheirs(theirs.begin(), theirs.end());
            QSet<Token> expected;
            for (const Token row : isMine + isTheirs) {
                if (!isBase.contains(row) || (isMine.contains(row) && isTheirs.contains(row))) {
                    expected.insert(row);
                }
            }
            const QSet<Token> found(merged.rows.begin(), merged.rows.end());
            QVERIFY2(found == expected, qPrintable(where()));
            QVERIFY2(merged.rows.size() == size_t(found.size()), qPrintable(where()));
            const Merged again = playlist::merge(base, mine, merged.rows);
            QVERIFY2(
                again.rows == merged.rows, qPrintable(where() + u" again → "_s + text(again.rows)));
            QVERIFY2(again.disputed.empty(), qPrintable(where() + text(again.disputed)));
        }
    }

    /// An edit that was cut off anywhere while it was sent is finished by planning once more.
    void anEditCutOffAnywhereIsFinished()
    {
        const int seeds = 1000;
        for (int seed = 0; seed < seeds; ++seed) {
            std::mt19937 random(static_cast<unsigned>(seed));
            Tokens base(random() % 12);
            std::iota(base.begin(), base.end(), 1);
            Token nextNew = 1000;
            const Tokens mine = edited(base, nextNew, random);
            const auto plan
                = playlist::planFor(base, mine, false, playlist::movedBetween(base, mine));
            const size_t steps = plan.removed.size() + plan.added.size() + plan.moves.size();
            for (size_t cut = 0; cut <= steps; ++cut) {
                const Tokens held = carriedOut(base, plan, cut);
                const Merged merged = playlist::merge(base, mine, held);
                QVERIFY2(merged.rows == mine,
                    qPrintable(u"seed %1 cut at %2: %3 | %4 | %5 → %6"_s.arg(seed).arg(cut).arg(
                        text(base), text(mine), text(held), text(merged.rows))));
                QVERIFY2(merged.disputed.empty(), qPrintable(QString::number(seed)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"

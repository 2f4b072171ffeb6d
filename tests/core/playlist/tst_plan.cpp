// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/plan.h"

#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using playlist::Plan;
using playlist::planFor;
using playlist::Token;
using playlist::Tokens;

namespace {

Tokens counted(Token count)
{
    Tokens rows(static_cast<size_t>(count));
    std::iota(rows.begin(), rows.end(), 1);
    return rows;
}

/// What a server makes of the moves.
Tokens movedBy(const Plan& plan, Tokens held)
{
    for (const playlist::Move& move : plan.moves) {
        std::erase(held, move.row);
        const auto place = move.after == 0 ? held.begin() : std::ranges::find(held, move.after) + 1;
        held.insert(place, move.row);
    }
    return held;
}

} // namespace

/// The requests that bring a playlist from one content to another.
class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSoNeedsNothing()
    {
        QVERIFY(planFor(counted(50), counted(50), true).isEmpty());
        QVERIFY(planFor({}, {}, true).isEmpty());
    }

    void aBlockIsMovedRowByRow()
    {
        Tokens wanted = counted(1000);
        std::rotate(wanted.begin() + 100, wanted.begin() + 900, wanted.begin() + 910);
        const Plan plan = planFor(counted(1000), wanted, true);
        QVERIFY(!plan.isRebuild);
        QCOMPARE(plan.moves.size(), size_t(10));
        QCOMPARE(movedBy(plan, counted(1000)), wanted);
    }

    void misplacedRowsAloneAreMoved()
    {
        std::mt19937 random(7);
        Tokens wanted = counted(3400);
        for (int i = 0; i < 50; ++i) {
            const auto from = static_cast<std::ptrdiff_t>(random() % wanted.size());
            const Token row = wanted[static_cast<size_t>(from)];
            wanted.erase(wanted.begin() + from);
            wanted.insert(
                wanted.begin() + static_cast<std::ptrdiff_t>(random() % wanted.size()), row);
        }
        const Plan plan = planFor(counted(3400), wanted, true);
        QVERIFY(!plan.isRebuild);
        QVERIFY2(plan.moves.size() <= 50, qPrintable(QString::number(plan.moves.size())));
        QCOMPARE(movedBy(plan, counted(3400)), wanted);
    }

    void aNewOrderOfEverythingIsBuiltAnew()
    {
        Tokens wanted = counted(3400);
        std::ranges::shuffle(wanted, std::mt19937(3));
        const Plan rebuilt = planFor(counted(3400), wanted, true);
        QVERIFY(rebuilt.isRebuild);
        QCOMPARE(rebuilt.added, wanted);
        // Rows of another server could not be added again.
        const Plan moved = planFor(counted(3400), wanted, false);
        QVERIFY(!moved.isRebuild);
        QCOMPARE(movedBy(moved, counted(3400)), wanted);
    }

    void oneThatIsEmptyIsNotEmptied()
    {
        const Plan plan = planFor({}, counted(3400), true);
        QVERIFY(!plan.isRebuild);
        QCOMPARE(plan.added, counted(3400));
        QVERIFY(!plan.isUnfinished);
    }

    void emptyingIsOneRequest()
    {
        QVERIFY(planFor(counted(3400), {}, true).isRebuild);
        QVERIFY(planFor(counted(3400), {}, true).added.empty());
        const Plan one = planFor(counted(1), {}, true);
        QVERIFY(!one.isRebuild);
        QCOMPARE(one.removed, Tokens { 1 });
    }

    void whatIsAddedIsMovedOnceItHasAName()
    {
        const Plan atEnd = planFor({ 1, 2 }, { 1, 2, -5, -6 }, true);
        QCOMPARE(atEnd.added, (Tokens { -5, -6 }));
        QVERIFY(!atEnd.isUnfinished);
        const Plan inBetween = planFor({ 1, 2, 3 }, { 1, -5, 3 }, true);
        QCOMPARE(inBetween.removed, Tokens { 2 });
        QCOMPARE(inBetween.added, Tokens { -5 });
        QVERIFY(inBetween.moves.empty());
        QVERIFY(inBetween.isUnfinished);
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "tst_plan.moc"

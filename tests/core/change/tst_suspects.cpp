// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/suspects.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::Outcome;
using change::Step;

namespace {

Step step(qint64 id, int refusals = 0)
{
    Step step;
    step.id = id;
    step.target = u"item:%1"_s.arg(id);
    step.refusals = refusals;
    return step;
}

change::Refusal refusal(const Step& step)
{
    return { step, { util::Error::Code::Server, u"no"_s, {}, 0, {} },
        { change::Found::Before, { { "v"_L1, 1 } }, {}, {}, {} } };
}

Outcome refused(const QList<Step>& steps)
{
    Outcome outcome;
    for (const Step& step : steps) {
        outcome.unproved.append(refusal(step));
    }
    return outcome;
}

Outcome kept(const Step& step)
{
    Outcome outcome;
    outcome.verified.append(step);
    outcome.hasKept = true;
    return outcome;
}

} // namespace

/// What a refusal says of a step, depending on what else the server does.
class TestSuspects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerThatKeepsNothingProvesNothing()
    {
        change::Suspects suspects;
        for (int round = 0; round < 10 * Outcome::kRefusals; ++round) {
            Outcome outcome = refused({ step(1), step(2) });
            suspects.judge(outcome);
            QVERIFY(outcome.refused.isEmpty());
            QVERIFY(outcome.failed.isEmpty());
        }
        QCOMPARE(suspects.targets(), QStringList({ u"item:1"_s, u"item:2"_s }));
    }

    void aRefusalCountsWhenAnotherStepOfTheRoundWasKept()
    {
        change::Suspects suspects;
        Outcome outcome = kept(step(1));
        outcome.unproved.append(refusal(step(2)));
        suspects.judge(outcome);
        QCOMPARE(outcome.refused.size(), 1);
        QVERIFY(outcome.failed.isEmpty());
        QVERIFY(suspects.isEmpty());
    }

    void aRefusalCountsOnceAnotherStepIsKeptLater()
    {
        change::Suspects suspects;
        Outcome ill = refused({ step(1) });
        suspects.judge(ill);
        suspects.judge(ill = refused({ step(1) })); // however often meanwhile
        Outcome well = kept(step(2));
        suspects.judge(well);
        QCOMPARE(well.refused.size(), 1);
        QCOMPARE(well.refused.first().id, 1);
        QVERIFY(suspects.isEmpty());
    }

    void theLastCountedRefusalFailsTheStepWithWhatTheServerHolds()
    {
        change::Suspects suspects;
        Outcome ill = refused({ step(1, Outcome::kRefusals - 1) });
        suspects.judge(ill);
        QVERIFY(ill.failed.isEmpty());
        Outcome well = kept(step(2));
        suspects.judge(well);
        QCOMPARE(well.failed.size(), 1);
        QCOMPARE(well.failed.first().first.id, 1);
        QCOMPARE(well.failed.first().second.code, util::Error::Code::Server);
        QVERIFY(well.shown.contains(1));
    }

    void whatIsFoundDoneWithoutBeingSentProvesNothing()
    {
        change::Suspects suspects;
        Outcome ill = refused({ step(1) });
        suspects.judge(ill);
        Outcome lookedUp;
        lookedUp.verified.append(step(2));
        suspects.judge(lookedUp);
        QVERIFY(lookedUp.refused.isEmpty());
        QVERIFY(!suspects.isEmpty());
    }

    void theyAreTriedInTurnButNotBeforeAnEarlierOneOfTheirTarget()
    {
        change::Suspects suspects;
        Step later = step(3);
        later.target = step(1).target;
        Outcome outcome = refused({ later, step(1), step(2) });
        suspects.judge(outcome);
        QCOMPARE(suspects.next().id, 1);
        QCOMPARE(suspects.next().state, change::State::Sent);
        suspects.judge(outcome = refused({ step(1) }));
        QCOMPARE(suspects.next().id, 2);
        suspects.judge(outcome = refused({ step(2) }));
        QCOMPARE(suspects.next().id, 1);
    }

    void whatIsKnownMeanwhileIsNoSuspect()
    {
        change::Suspects suspects;
        Outcome outcome = refused({ step(1), step(2), step(3) });
        suspects.judge(outcome);
        outcome = {};
        outcome.failed.append({ step(1), util::Error {} });
        outcome.again.append(step(2));
        suspects.judge(outcome);
        QCOMPARE(suspects.targets(), QStringList { u"item:3"_s });
    }
};

QTEST_GUILESS_MAIN(TestSuspects)
#include "tst_suspects.moc"

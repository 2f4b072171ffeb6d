// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"

#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::await;
using util::Result;
namespace journal = change::journal;

namespace {

const change::Owner kOwner { { u"server"_s }, { u"user"_s } };

change::NewChange changeOf(int first, int count)
{
    change::NewChange change { u"rate"_s, u"Rate"_s, {}, change::Role::Do, {}, false };
    for (int i = first; i < first + count; ++i) {
        change.parts.append({ u"item:"_s + QString::number(i),
            { { "v"_L1, 1 }, { "key"_L1, QString::number(i) } }, {} });
    }
    return change;
}

QList<qint64> idsOf(const QList<change::Step>& steps)
{
    QList<qint64> ids;
    for (const change::Step& step : steps) {
        ids.append(step.id);
    }
    return ids;
}

} // namespace

/// The journal's tables alone, in a real file.
class TestJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<db::Threads> m_threads = std::make_unique<db::Threads>();
    std::unique_ptr<db::Database> m_file;

    Result<journal::Inserted> insert(const change::NewChange& change)
    {
        return await(m_file->write([change](db::Connection& c, db::ChangeSet&) {
            return journal::insert(c, kOwner, change, 1);
        }));
    }
    Result<bool> setStates(const QList<change::Step>& steps, change::State state)
    {
        return await(
            m_file->write([steps, state](db::Connection& c, db::ChangeSet&) -> Result<bool> {
                auto done = journal::setStates(c, idsOf(steps), state);
                return done ? Result<bool>(true) : Result<bool>(done.error());
            }));
    }
    /// @return the steps that were counted the last time
    QList<qint64> countAttempts(const QList<change::Step>& steps, int times)
    {
        QList<qint64> counted;
        for (int i = 0; i < times; ++i) {
            counted = await(m_file->write([ids = idsOf(steps)](db::Connection& c, db::ChangeSet&) {
                return journal::countAttempt(c, ids);
            })).value_or(QList<qint64>());
        }
        return counted;
    }
    void takeBackAttempts(const QList<change::Step>& steps)
    {
        QVERIFY(await(m_file->write([ids = idsOf(steps)](db::Connection& c, db::ChangeSet&) {
            return journal::takeBackAttempt(c, ids);
        })));
    }
    QList<change::Step> steps(types::ChangeId change)
    {
        return await(m_file->read([change](db::Connection& c, std::stop_token) {
            return journal::steps(c, change);
        })).value_or(QList<change::Step>());
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_file = std::make_unique<db::Database>(*m_threads,
            db::Database::Options {
                m_dir.filePath(u"user%1.db"_s.arg(++number)), u":/sql/user"_s, true });
        QVERIFY(await(m_file->open()));
    }
    void cleanup() { m_file.reset(); }

    void noStatementWalksTheJournal()
    {
        const auto plans
            = await(m_file->read([](db::Connection& c, std::stop_token) -> Result<QStringList> {
                  QStringList lines;
                  for (const QString& sql : journal::statements()) {
                      auto plan = c.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
                      lines.append(u"PLAN of "_s + sql.simplified());
                      while (plan.next()) {
                          lines.append(plan.text(3) + u" in "_s + sql.simplified());
                      }
                      if (auto status = plan.status(); !status) {
                          return std::move(status).error();
                      }
                  }
                  return lines;
              }));
        QVERIFY2(plans, plans ? "" : qPrintable(plans.error().detail));
        QVERIFY(plans->size() > journal::statements().size());
        // The index of unfinished steps holds nothing else; it may be walked.
        static const QRegularExpression allowed(
            u"^SCAN (s USING INDEX change_step_unfinished|json_each) "_s);
        for (const QString& line : *plans) {
            QVERIFY2(
                !line.startsWith("SCAN"_L1) || allowed.match(line).hasMatch(), qPrintable(line));
            QVERIFY2(!line.contains("TEMP B-TREE"_L1), qPrintable(line));
        }
    }

    void whatIsSentNextComesInOrderAndNoMoreThanAskedFor()
    {
        const auto first = insert(changeOf(0, 5));
        const auto second = insert(changeOf(10, 5));
        QVERIFY(first && second);
        QVERIFY(setStates({ first->steps.first() }, change::State::Verified));
        const auto next = await(m_file->read([](db::Connection& c, std::stop_token) {
            return journal::nextToSend(c, kOwner, { u"rate"_s }, { u"item:3"_s }, 6);
        }));
        QVERIFY(next);
        QStringList targets;
        for (const change::Step& step : *next) {
            targets.append(step.target);
        }
        QCOMPARE(targets,
            QStringList({ u"item:1"_s, u"item:2"_s, u"item:4"_s, u"item:10"_s, u"item:11"_s,
                u"item:12"_s }));
        const auto unknown = await(m_file->read([](db::Connection& c, std::stop_token) {
            return journal::nextToSend(c, kOwner, { u"another"_s }, {}, 6);
        }));
        QVERIFY(unknown && unknown->isEmpty());
    }

    void whatReplacesStepsRemembersTheOldest()
    {
        auto change = changeOf(1, 1);
        for (int i = 0; i < 3; ++i) {
            change.parts.first().payload.insert("from"_L1, i);
            const auto inserted = insert(change);
            QVERIFY(inserted);
            QCOMPARE(inserted->superseded.size(), i == 0 ? 0 : 1);
            const QJsonObject first = steps(inserted->id).first().first;
            QCOMPARE(first.isEmpty(), i == 0);
            QCOMPARE(first.value("from"_L1).toInt(-1), i == 0 ? -1 : 0);
        }
    }

    void whatLeftIsNotReplaced()
    {
        const auto sent = insert(changeOf(1, 1));
        QVERIFY(sent);
        countAttempts(sent->steps, 2);
        takeBackAttempts(sent->steps); // the first may have arrived
        QCOMPARE(steps(sent->id).first().state, change::State::Sent);
        const auto later = insert(changeOf(1, 1));
        QVERIFY(later);
        QVERIFY(later->superseded.isEmpty());
        QVERIFY(steps(later->id).first().first.isEmpty());
    }

    void whatWasToBeSentAndDidNotLeaveIsReplaced()
    {
        const auto kept = insert(changeOf(1, 1));
        QVERIFY(kept);
        countAttempts(kept->steps, 1);
        takeBackAttempts(kept->steps);
        QCOMPARE(steps(kept->id).first().state, change::State::Pending);
        QCOMPARE(steps(kept->id).first().attempts, 0);
        const auto later = insert(changeOf(1, 1));
        QVERIFY(later);
        QCOMPARE(later->superseded, QList<qint64> { kept->steps.first().id });
    }

    /// As in a journal that was put back from a copy.
    void whatIsDoubtedMayHaveLeftAndOverwritesNothing()
    {
        const auto done = insert(changeOf(1, 1));
        const auto waiting = insert(changeOf(2, 1));
        const auto sent = insert(changeOf(3, 1));
        QVERIFY(done && waiting && sent);
        QVERIFY(setStates(done->steps, change::State::Verified));
        countAttempts(sent->steps, 3);
        QVERIFY(await(m_file->write(
            [](db::Connection& c, db::ChangeSet&) { return journal::doubtUnfinished(c); })));
        QCOMPARE(steps(done->id).first().state, change::State::Verified);
        QVERIFY(!steps(done->id).first().guarded);
        for (const auto& [change, attempts] : { std::pair(waiting->id, 1), { sent->id, 3 } }) {
            const change::Step step = steps(change).first();
            QCOMPARE(step.state, change::State::Sent);
            QVERIFY(step.guarded);
            QCOMPARE(step.attempts, attempts);
        }
        const auto later = insert(changeOf(2, 1));
        QVERIFY(later);
        QVERIFY(later->superseded.isEmpty());
    }

    void whatWasReplacedMeanwhileIsNotSent()
    {
        const auto former = insert(changeOf(1, 2));
        QVERIFY(former);
        QVERIFY(insert(changeOf(1, 1)));
        QCOMPARE(countAttempts(former->steps, 1), QList<qint64> { former->steps.last().id });
        QCOMPARE(steps(former->id).first().state, change::State::Superseded);
        takeBackAttempts(former->steps);
        QVERIFY(setStates(former->steps, change::State::Verified)); // read back as if by itself
        QCOMPARE(steps(former->id).first().state, change::State::Superseded);
        QCOMPARE(steps(former->id).last().state, change::State::Verified);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"

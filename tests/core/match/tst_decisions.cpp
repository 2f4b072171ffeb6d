// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/decisions.h"

#include "core/db/database.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using match::Decision;
using match::DecisionKind;
using match::Verdict;
using support::await;
using util::Result;
namespace decisions = match::decisions;

namespace {

const match::Owner kOwner { { u"server"_s }, { u"user"_s } };
const QString kSource = u"itunes"_s;

match::LibraryTrack trackOn(const QString& album, int key)
{
    match::LibraryTrack track;
    track.id = { key };
    track.key = { QString::number(key) };
    track.track = { u"Creep"_s, {}, u"Radiohead"_s, album, u"/music/%1/Creep.flac"_s.arg(album),
        u"local://%1"_s.arg(key), 238s, 1, 2 };
    return track;
}

std::vector<match::LibraryTrack> library()
{
    return { trackOn(u"Pablo Honey"_s, 11), trackOn(u"The Best Of"_s, 12) };
}

match::Row row()
{
    match::Row row;
    row.id = u"5F8D931D8A46DFE2"_s;
    row.track = { u"Creep"_s, u"Radiohead"_s, {}, u"Now 25"_s, {}, {}, 238s, 1, 4 };
    return row;
}

Decision decisionOn(DecisionKind kind, const match::LibraryTrack& track)
{
    const QString name
        = kind == DecisionKind::Always ? match::textOf(row().track) : match::nameOf(row());
    return { 0, kind, kSource, name, match::nameOf(track), 1'760'000'000 };
}

match::Outcome matched(const std::vector<match::LibraryTrack>& tracks, const match::Row& one,
    const QList<Decision>& said)
{
    const match::Catalogue catalogue(tracks);
    const std::vector<match::Row> rows { one };
    match::Options options;
    options.rulings = match::rulingsFor(catalogue, rows, said);
    return match::matchRows(catalogue, rows, options).outcomes.front();
}

} // namespace

/// What the user decided is remembered in a real file and holds in later runs.
class TestDecisions : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<db::Threads> m_threads = std::make_unique<db::Threads>();
    std::unique_ptr<db::Database> m_file;
    int m_number = 0;

    qint64 record(const Decision& decision, const match::Owner& owner = kOwner)
    {
        return await(m_file->write([=](db::Connection& c, db::ChangeSet&) {
            return decisions::record(c, owner, decision);
        })).value_or(-1);
    }
    QList<Decision> read(const QString& source = kSource, const match::Owner& owner = kOwner)
    {
        return await(m_file->read([=](db::Connection& c, const std::stop_token&) {
            return decisions::of(c, owner, source);
        })).value_or(QList<Decision>());
    }
    QString path() const { return m_dir.filePath(u"user%1.db"_s.arg(m_number)); }
    void open()
    {
        m_file = std::make_unique<db::Database>(
            *m_threads, db::Database::Options { path(), u":/sql/user"_s, true });
        QVERIFY(await(m_file->open()));
    }

private Q_SLOTS:
    void init()
    {
        ++m_number;
        open();
    }
    void cleanup() { m_file.reset(); }

    void withoutDecisionNobodyKnows()
    {
        QVERIFY(read().isEmpty());
        QCOMPARE(matched(library(), row(), {}).verdict, Verdict::Ambiguous);
    }

    void whatIsReadIsWhatWasRecorded()
    {
        Decision decision = decisionOn(DecisionKind::Pick, library().back());
        decision.id = record(decision);
        QVERIFY(decision.id > 0);
        QCOMPARE(read(), QList<Decision>({ decision }));
    }

    void pickHoldsAfterReopening()
    {
        record(decisionOn(DecisionKind::Pick, library().back()));
        m_file.reset();
        open();
        const match::Outcome outcome = matched(library(), row(), read());
        QCOMPARE(outcome.verdict, Verdict::Match);
        QCOMPARE(outcome.basis, match::Basis::Decision);
        QCOMPARE(outcome.chosen, std::vector<int>({ 1 }));
    }

    void pickSurvivesAnotherKey()
    {
        record(decisionOn(DecisionKind::Pick, library().back()));
        auto tracks = library();
        tracks.back().key = { u"999"_s };
        tracks.back().track.guid = u"local://999"_s;
        QCOMPARE(matched(tracks, row(), read()).chosen, std::vector<int>({ 1 }));
    }

    void pickSurvivesAnotherPathByItsGuid()
    {
        auto tracks = library();
        tracks.back().track.guid = u"plex://track/5d07cdb8403c640290f5ac"_s;
        record(decisionOn(DecisionKind::Pick, tracks.back()));
        tracks.back().track.path = u"/elsewhere/Creep.flac"_s;
        tracks.back().key = { u"999"_s };
        QCOMPARE(matched(tracks, row(), read()).chosen, std::vector<int>({ 1 }));
    }

    void guidOfOneServerMeansNothingAfterAMove()
    {
        record(decisionOn(DecisionKind::Pick, library().back()));
        auto tracks = library();
        tracks.back().track.path = u"/elsewhere/Creep.flac"_s;
        QCOMPARE(matched(tracks, row(), read()).verdict, Verdict::Ambiguous);
    }

    void copyInAnotherFormatIsNotThePickedFile()
    {
        auto tracks = library();
        tracks.push_back(tracks.back());
        tracks.back().track.path = u"/music/The Best Of/Creep.mp3"_s;
        record(decisionOn(DecisionKind::Pick, tracks.at(1)));
        QCOMPARE(matched(tracks, row(), read()).chosen, std::vector<int>({ 1 }));
    }

    void rejectedTrackIsNoCandidate()
    {
        record(decisionOn(DecisionKind::Reject, library().front()));
        const match::Outcome outcome = matched(library(), row(), read());
        QCOMPARE(outcome.verdict, Verdict::Match);
        QCOMPARE(outcome.basis, match::Basis::Score);
        QCOMPARE(outcome.chosen, std::vector<int>({ 1 }));
        QCOMPARE(outcome.candidates.size(), 1);
    }

    void rejectedTrackIsNotTakenByItsPathEither()
    {
        record(decisionOn(DecisionKind::Reject, library().front()));
        record(decisionOn(DecisionKind::Reject, library().back()));
        match::Row same = row();
        same.track.path = library().front().track.path;
        QCOMPARE(matched(library(), same, read()).verdict, Verdict::NoMatch);
    }

    void noneAtAllEndsThePick()
    {
        record(decisionOn(DecisionKind::Pick, library().front()));
        record(decisionOn(DecisionKind::Reject, {}));
        QCOMPARE(read().size(), 1);
        const match::Outcome outcome = matched(library(), row(), read());
        QCOMPARE(outcome.verdict, Verdict::NoMatch);
        QCOMPARE(outcome.basis, match::Basis::Decision);
        record(decisionOn(DecisionKind::Pick, library().front()));
        QCOMPARE(matched(library(), row(), read()).chosen, std::vector<int>({ 0 }));
    }

    void laterPickReplacesTheFormer()
    {
        record(decisionOn(DecisionKind::Pick, library().front()));
        record(decisionOn(DecisionKind::Pick, library().back()));
        QCOMPARE(read().size(), 1);
        QCOMPARE(matched(library(), row(), read()).chosen, std::vector<int>({ 1 }));
    }

    void pickTakesBackTheRejection()
    {
        record(decisionOn(DecisionKind::Reject, library().front()));
        record(decisionOn(DecisionKind::Pick, library().front()));
        QCOMPARE(matched(library(), row(), read()).chosen, std::vector<int>({ 0 }));
    }

    void alwaysHoldsInEverySource()
    {
        record(decisionOn(DecisionKind::Always, library().back()));
        const QList<Decision> elsewhere = read(u"some playlist.m3u8"_s);
        match::Row other = row();
        other.id = u"17"_s;
        other.track.title = u"CREEP"_s;
        QCOMPARE(matched(library(), other, elsewhere).chosen, std::vector<int>({ 1 }));
    }

    void theRowItselfComesBeforeAlways()
    {
        record(decisionOn(DecisionKind::Always, library().back()));
        record(decisionOn(DecisionKind::Pick, library().front()));
        QCOMPARE(matched(library(), row(), read()).chosen, std::vector<int>({ 0 }));
    }

    void otherSourcesUsersAndServersAreApart()
    {
        record(decisionOn(DecisionKind::Pick, library().front()));
        QVERIFY(read(u"mediamonkey"_s).isEmpty());
        QVERIFY(read(kSource, { { u"server"_s }, { u"another"_s } }).isEmpty());
        QVERIFY(read(kSource, { { u"another"_s }, { u"user"_s } }).isEmpty());
    }

    void forgottenDecisionIsAskedForAgain()
    {
        const qint64 id = record(decisionOn(DecisionKind::Pick, library().front()));
        const auto forget = [this, id](const match::Owner& owner) {
            return await(
                m_file->write([id, owner](db::Connection& c, db::ChangeSet&) -> Result<bool> {
                    const auto done = decisions::forget(c, owner, id);
                    return done ? Result<bool>(true) : Result<bool>(done.error());
                }));
        };
        QVERIFY(forget({ { u"server"_s }, { u"another"_s } }));
        QCOMPARE(read().size(), 1);
        QVERIFY(forget(kOwner));
        QVERIFY(read().isEmpty());
        QCOMPARE(matched(library(), row(), read()).verdict, Verdict::Ambiguous);
    }

    void pickOfATrackThatIsGoneWaits()
    {
        record(decisionOn(DecisionKind::Pick, library().back()));
        QCOMPARE(matched({ library().front() }, row(), read()).chosen, std::vector<int>({ 0 }));
        QCOMPARE(read().size(), 1);
    }

    void rowWithoutIdIsKnownByItsTexts()
    {
        match::Row unnamed = row();
        unnamed.id.clear();
        Decision decision = decisionOn(DecisionKind::Pick, library().back());
        decision.name = match::nameOf(unnamed);
        record(decision);
        QCOMPARE(matched(library(), unnamed, read()).chosen, std::vector<int>({ 1 }));
    }

    void noStatementWalksTheTable()
    {
        const auto plans = await(
            m_file->read([](db::Connection& c, const std::stop_token&) -> Result<QStringList> {
                QStringList lines;
                for (const QString& sql : decisions::statements()) {
                    auto plan = c.prepare(u"EXPLAIN QUERY PLAN "_s + sql);
                    while (plan.next()) {
                        lines.append(plan.text(3) + u" in "_s + sql.simplified());
                    }
                    if (auto status = plan.status(); !status) {
                        return std::move(status).error();
                    }
                }
                return lines;
            }));
        QVERIFY(plans && !plans->isEmpty());
        for (const QString& line : *plans) {
            QVERIFY2(!line.startsWith("SCAN"_L1), qPrintable(line));
        }
    }

    void aHundredThousandDecisionsAreReadAndApplied()
    {
        QVERIFY(await(m_file->write([](db::Connection& c, db::ChangeSet&) -> Result<bool> {
            for (int i = 0; i < 100'000; ++i) {
                Decision decision = decisionOn(DecisionKind::Pick, library().front());
                decision.name = QString::number(i);
                if (const auto done = decisions::record(c, kOwner, decision); !done) {
                    return done.error();
                }
            }
            return true;
        }),
            60s));
        QCOMPARE(read().size(), 100'000);
        QCOMPARE(matched(library(), row(), read()).verdict, Verdict::Ambiguous);
    }
};

QTEST_GUILESS_MAIN(TestDecisions)
#include "tst_decisions.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"
#include "tests/app/commandline.h"
#include "tests/support/await.h"
#include "tests/support/rounds.h"

#include <QElapsedTimer>
#include <QMap>
#include <QSet>
#include <numeric>

using namespace Qt::StringLiterals;
using support::await;
using support::Ended;

namespace {

constexpr int kRequired = 100;

/// What the journal holds once everything is over.
struct Written
{
    QList<change::Summary> changes {};
    QList<change::Step> steps {}; ///< in the order of sending
};

change::Owner ownerIn(db::Connection& connection)
{
    auto row = connection.prepare("SELECT server_id, user_id FROM change LIMIT 1");
    return row.next() ? change::Owner { { row.text(0) }, { row.text(1) } } : change::Owner();
}

util::Result<Written> readJournal(db::Connection& connection, const std::stop_token&)
{
    auto changes = change::journal::history(connection, ownerIn(connection), 100'000);
    if (!changes) {
        return std::move(changes).error();
    }
    Written written { *changes, {} };
    for (const change::Summary& summary : written.changes) {
        const auto steps = change::journal::steps(connection, summary.id);
        if (!steps) {
            return steps.error();
        }
        written.steps.append(*steps);
    }
    std::ranges::sort(written.steps, {}, &change::Step::id);
    return written;
}

QString keyOf(const change::Step& step)
{
    return step.payload.value(u"key"_s).toString();
}

double valueOf(const change::Step& step)
{
    return step.payload.value(u"to"_s).toDouble();
}

} // namespace

/// The program is killed at any moment of what it does, again and again, and nothing is lost.
class TestKillLoop : public QObject
{
    Q_OBJECT

    demo::Server m_server { demo::Options { .tracks = 400 } };
    support::CommandLine m_program;
    support::Rounds m_rounds { kRequired };
    QStringList m_mine; // keys that the program rates
    QStringList m_theirs; // keys that only somebody else rates
    QMap<QString, double> m_byOthers;
    QMap<QString, std::optional<double>> m_before; // what the server held before the first rating
    QSet<std::pair<QString, double>> m_asked; // what may be sent
    QSet<qint64> m_acknowledged; // changes that the program said it has written
    int m_ratings = 0; // runs of rate
    QMap<QString, qint64> m_usual; // ms that the latest one of its kind took, which was not killed
    QMap<QString, int> m_killed; // how many of which kind

    /// A rating of some of the keys: arguments of the program.
    QStringList someRating()
    {
        const double stars = m_rounds.number(1, 11) / 2.0;
        const int count = m_rounds.number(1, 80);
        QStringList arguments { u"rate"_s };
        for (int i = 0; i < count; ++i) {
            const QString key = m_mine.at(m_rounds.number(0, int(m_mine.size())));
            arguments.append(key);
            m_asked.insert({ key, stars * 2 });
        }
        ++m_ratings;
        return arguments << u"--stars"_s << QString::number(stars) << u"--json"_s;
    }
    void somebodyElseRates()
    {
        const QString key = m_theirs.at(m_rounds.number(0, int(m_theirs.size())));
        const double rating = m_rounds.number(1, 11);
        m_byOthers.insert(key, rating);
        QVERIFY(m_server.setRating(key.toULongLong(), rating));
    }
    void note(const Ended& ended)
    {
        const qint64 id = ended.json()[u"changeId"].toVariant().toLongLong();
        if (id > 0) {
            m_acknowledged.insert(id);
        }
    }
    /// SIGKILL at any moment of the time that it takes, unless it is over by then.
    void killWhileItRuns(const QString& what, const QStringList& arguments)
    {
        QProcess program;
        QElapsedTimer timer;
        timer.start();
        m_program.start(program, arguments);
        const qint64 moment = m_rounds.number(qint64(0), m_usual.value(what, 200));
        const bool isOver = program.waitForFinished(int(moment));
        if (isOver) {
            m_usual[what] = timer.elapsed();
            note(m_program.ended(program));
            return;
        }
        QCOMPARE(m_program.ended(program).code, -1);
        m_killed[what] += program.exitStatus() == QProcess::CrashExit ? 1 : 0;
    }
    void comesUp() const
    {
        const Ended pending = m_program.run("pending --json");
        QVERIFY2(pending.code == 0, pending.text().constData());
        const Ended found = m_program.run("library search the --json");
        QVERIFY2(found.code == 0, found.text().constData());
    }
    /// Every rating that arrived was asked for.
    void checkWhatWasSent()
    {
        for (const demo::RecordedRequest& request : m_server.takeRequests()) {
            if (request.method != "GET") {
                QCOMPARE(request.path, u"/:/rate"_s);
                QVERIFY(m_asked.contains(
                    { request.value(u"key"_s), request.value(u"rating"_s).toDouble() }));
            }
        }
    }
    void killRound(int kind)
    {
        if (kind == 0) {
            killWhileItRuns(u"rating"_s, someRating());
        } else if (kind == 1) {
            somebodyElseRates();
            const bool isFull = m_rounds.number(0, 2) == 1;
            killWhileItRuns(u"syncing"_s,
                isFull ? QStringList { u"sync"_s, u"--full"_s } : QStringList { u"sync"_s });
        } else {
            m_server.stop();
            const Ended waiting = m_program.run(someRating());
            QVERIFY2(waiting.code == 5 || waiting.code == 0, waiting.text().constData());
            note(waiting);
            QVERIFY(m_server.start());
            killWhileItRuns(u"replaying"_s, { u"sync"_s });
        }
    }
    /// Runs that are not killed, until nothing waits any more.
    void drain() const
    {
        for (int i = 0; i < 10; ++i) {
            const Ended synced = m_program.run("sync --quiet");
            QVERIFY2(synced.code == 0, synced.text().constData());
            if (m_program.listed("pending", u"changes"_s).isEmpty()) {
                return;
            }
        }
        QFAIL("changes wait for ever");
    }
    QMap<QString, double> cachedRatings() const
    {
        QMap<QString, double> ratings;
        for (const auto& row : m_program.listed("ratings top --limit 10000", u"results"_s)) {
            ratings.insert(row[u"ratingKey"].toString(), row[u"userRating"].toDouble());
        }
        return ratings;
    }
    std::optional<double> held(const QString& key) { return m_server.rating(key.toULongLong()); }

    std::optional<Written> journal() const
    {
        db::Threads threads;
        db::Database file(threads, { m_program.userFile(), u":/sql/user"_s, true });
        if (!await(file.open())) {
            return std::nullopt;
        }
        const auto written = await(file.read(readJournal));
        return written ? std::optional(*written) : std::nullopt;
    }
    /// What was said to be written is there, and nothing that was not asked for.
    void checkChanges(const Written& written) const
    {
        QVERIFY(written.changes.size() <= m_ratings);
        QSet<qint64> ids;
        for (const change::Summary& summary : written.changes) {
            ids.insert(summary.id.value);
            QCOMPARE(summary.failed, 0);
        }
        QVERIFY2(ids.contains(m_acknowledged), "what was said to be written is not there");
        for (const change::Step& step : written.steps) {
            QVERIFY(m_asked.contains({ keyOf(step), valueOf(step) }));
        }
    }
    /// After a kill some steps may wait: the server holds what was last read back from it, or what
    /// has left since; the cache shows the latest wish, and the program names what waits.
    void checkWhileSomeWait()
    {
        const auto written = journal();
        QVERIFY(written);
        checkChanges(*written);
        QMap<QString, QSet<double>> possible;
        QSet<QString> verified;
        QMap<QString, double> wanted;
        for (const change::Step& step : written->steps) {
            if (step.state == change::State::Verified) {
                possible[keyOf(step)] = { valueOf(step) };
                verified.insert(keyOf(step));
            } else if (step.attempts > 0) {
                possible[keyOf(step)].insert(valueOf(step));
            }
            wanted.insert(keyOf(step), valueOf(step));
        }
        const auto cached = cachedRatings();
        for (const QString& key : m_mine) {
            const auto now = held(key);
            const QString text = u"%1: server %2, cache %3, wanted %4"_s.arg(key)
                                     .arg(now.value_or(0))
                                     .arg(cached.value(key))
                                     .arg(wanted.value(key));
            QVERIFY2((now && possible.value(key).contains(*now))
                    || (!verified.contains(key) && m_before.value(key) == now),
                qPrintable(text));
            QVERIFY2(
                !wanted.contains(key) || cached.value(key) == wanted.value(key), qPrintable(text));
        }
        for (auto it = m_byOthers.cbegin(); it != m_byOthers.cend(); ++it) {
            QCOMPARE(held(it.key()), std::optional(it.value()));
        }
        QSet<qint64> waiting;
        for (const change::Summary& summary : written->changes) {
            if (summary.pending > 0) {
                waiting.insert(summary.id.value);
            }
        }
        QSet<qint64> named;
        for (const auto& row : m_program.listed("pending", u"changes"_s)) {
            named.insert(row[u"changeId"].toVariant().toLongLong());
        }
        QCOMPARE(named, waiting);
    }
    void checkJournal()
    {
        const auto written = journal();
        QVERIFY(written);
        checkChanges(*written);
        for (const change::Summary& summary : written->changes) {
            QCOMPARE(summary.steps, summary.verified + summary.superseded);
        }
        QMap<QString, double> wanted; // by the latest change of each
        for (const change::Step& step : written->steps) {
            wanted.insert(keyOf(step), valueOf(step));
        }
        const auto cached = cachedRatings();
        for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
            QCOMPARE(held(it.key()), std::optional(it.value()));
            QCOMPARE(cached.value(it.key()), it.value());
        }
        for (auto it = m_byOthers.cbegin(); it != m_byOthers.cend(); ++it) {
            QCOMPARE(held(it.key()), std::optional(it.value()));
            QCOMPARE(cached.value(it.key()), it.value());
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto endpoints = m_server.start();
        QVERIFY(endpoints);
        m_program.use(*endpoints);
        const Ended synced = m_program.run("sync");
        QVERIFY2(synced.code == 0, synced.text().constData());
        const QStringList keys = m_program.trackKeys();
        QVERIFY(keys.size() > 100);
        m_mine = keys.mid(0, 80);
        m_theirs = keys.mid(80);
        for (const QString& key : std::as_const(m_mine)) {
            m_before.insert(key, held(key));
        }
        const Ended rated = m_program.run(someRating());
        QVERIFY2(rated.code == 0, rated.text().constData());
        note(rated);
    }

    void afterEveryKillServerCacheAndJournalAgree()
    {
        const auto kills = [this] {
            const auto counts = m_killed.values();
            return std::accumulate(counts.begin(), counts.end(), 0);
        };
        for (int i = 0; kills() < m_rounds.count(); ++i) {
            QVERIFY(i < 10 * m_rounds.count() + 30);
            killRound(i % 3);
            comesUp();
            checkWhatWasSent();
            checkWhileSomeWait();
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        drain();
        checkWhatWasSent();
        qInfo("killed while rating %d, syncing %d, replaying %d", m_killed[u"rating"_s],
            m_killed[u"syncing"_s], m_killed[u"replaying"_s]);

        checkJournal();
    }

    /// What was not asked for in a kill loop is as the server has it, too.
    void cacheIsWhatTheServerHolds()
    {
        const auto cached = cachedRatings();
        for (const QString& key : m_mine + m_theirs) {
            QCOMPARE(cached.value(key), held(key).value_or(0));
        }
    }
};

QTEST_GUILESS_MAIN(TestKillLoop)
#include "tst_killloop.moc"

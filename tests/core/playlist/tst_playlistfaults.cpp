// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/playlist/editedlist.h"

#include "tests/support/rounds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using support::await;
using support::EditedList;

namespace {

/// One thing that goes wrong with the requests of an edit.
struct Trouble
{
    const char* name;
    void (*spoil)(demo::Fault&);
};

constexpr Trouble kTroubles[] = {
    { "refused with 500", [](demo::Fault& fault) { fault.status = 500; } },
    { "refused with 503", [](demo::Fault& fault) { fault.status = 503; } },
    { "refused with 401", [](demo::Fault& fault) { fault.status = 401; } },
    { "refused with 414", [](demo::Fault& fault) { fault.status = 414; } },
    { "refused with 404", [](demo::Fault& fault) { fault.status = 404; } },
    { "refused with 429",
        [](demo::Fault& fault) {
            fault.status = 429;
            fault.retryAfterSeconds = 0;
        } },
    { "answer lost", [](demo::Fault& fault) { fault.dropConnection = true; } },
    { "somebody else's page", [](demo::Fault& fault) { fault.isLoginPage = true; } },
    { "garbage", [](demo::Fault& fault) { fault.garbageBody = "\x01\x02{"; } },
};

} // namespace

/// Edits of playlists with a server, or a line to it, that fails at any step: in the end server and
/// view have the same rows, and nothing is lost or there twice.
class TestPlaylistFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoLibrary> m_demo;
    std::unique_ptr<EditedList> m_lists;
    types::PlaylistRow m_list;

    /// Until nothing waits any more, with a server that is well again.
    void recover()
    {
        m_demo->server.clearFaults();
        for (int i = 0; i < 5 && m_lists->changes.pendingSteps() > 0; ++i) {
            m_lists->goOnline(); // without waiting for the end of a pause
            (void)support::awaitThat(
                [this] { return m_lists->changes.pendingSteps() == 0; }, std::chrono::seconds(5));
        }
    }
    /// What the edits below make of the list.
    QStringList edited(const QStringList& before, const QStringList& added)
    {
        QStringList keys = before;
        keys.move(20, 2); // one row up
        keys.remove(10); // one gone
        for (qsizetype i = 0; i < added.size(); ++i) {
            keys.insert(5 + i, added[i]);
        }
        return keys;
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoLibrary>(support::demoOf(300));
        QVERIFY(m_demo->syncNow());
        m_lists = std::make_unique<EditedList>(*m_demo);
        m_lists->goOnline();
        m_list = m_lists->named(u"日曜日 – Sunday morning"_s);
        QCOMPARE(m_list.count, 40);
    }
    void cleanup()
    {
        m_lists.reset();
        m_demo.reset();
    }

    void everyStepOfAnEditMayFailOnce_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("after");
        for (int i = 0; i < int(std::size(kTroubles)); ++i) {
            for (const char* method : { "GET", "PUT", "DELETE" }) {
                QTest::addRow("%s at %s", kTroubles[i].name, method)
                    << i << QByteArray(method) << 0;
            }
        }
    }
    void everyStepOfAnEditMayFailOnce()
    {
        QFETCH(const int, trouble);
        QFETCH(const QByteArray, method);
        const QStringList before = m_lists->shownKeys(m_list.id);
        const auto tracks = m_lists->tracks(3);
        const QStringList expected = edited(before, m_lists->keysOf(tracks));
        demo::Fault fault;
        fault.pathPrefix = u"/playlists/"_s;
        fault.method = method;
        fault.times = 4; // the same request is tried again by itself
        kTroubles[trouble].spoil(fault);
        m_demo->server.inject(fault);
        m_lists->goOffline(); // all three become one
        auto entries = m_lists->entries(m_list.id);
        QVERIFY(await(
            m_lists->playlists.move(m_lists->from(), m_list.id, { entries[20] }, entries[2])));
        entries = m_lists->entries(m_list.id);
        QVERIFY(await(m_lists->playlists.remove(m_lists->from(), m_list.id, { entries[10] })));
        entries = m_lists->entries(m_list.id);
        QVERIFY(await(m_lists->playlists.insert(
            m_lists->from(), m_list.id, { {}, tracks, {}, {} }, entries[5])));
        QCOMPARE(m_lists->shownKeys(m_list.id), expected);
        m_lists->goOnline();
        (void)support::awaitThat(
            [this] { return m_lists->changes.pendingSteps() == 0; }, std::chrono::seconds(3));
        recover();
        QCOMPARE(m_lists->changes.pendingSteps(), 0);
        const auto history = *await(m_lists->changes.history(1));
        if (history.first().failed > 0) {
            QVERIFY(m_demo->syncNow()); // what could not be read back
        }
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
        if (history.first().failed == 0) {
            QCOMPARE(m_lists->shownKeys(m_list.id), expected);
        } else {
            QVERIFY(!history.first().firstError.isEmpty());
            // Told, and tried again by hand it is done.
            QVERIFY(await(m_lists->changes.retryFailed(history.first().id)));
            QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 10'000);
            QCOMPARE(m_lists->shownKeys(m_list.id), expected);
            QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
        }
    }

    void theAnswerToAnAdditionIsLostAndNothingIsThereTwice()
    {
        const QStringList before = m_lists->shownKeys(m_list.id);
        demo::Fault fault;
        fault.pathPrefix = u"/playlists/"_s;
        fault.method = "PUT";
        fault.times = 1;
        fault.dropConnection = true; // the work is done
        m_demo->server.inject(fault);
        const auto tracks = m_lists->tracks(5);
        QVERIFY(
            await(m_lists->playlists.insert(m_lists->from(), m_list.id, { {}, tracks, {}, {} })));
        (void)support::awaitThat(
            [this] { return m_lists->changes.pendingSteps() == 0; }, std::chrono::seconds(5));
        recover();
        QCOMPARE(m_lists->heldKeys(m_list.ratingKey), before + m_lists->keysOf(tracks));
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
    }

    void theAnswerToACreationIsLostAndOneIsMade()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/playlists"_s;
        fault.method = "POST";
        fault.times = 1;
        fault.dropConnection = true;
        m_demo->server.inject(fault);
        const auto tracks = m_lists->tracks(5);
        QVERIFY(await(
            m_lists->playlists.create(m_lists->from(), u"Kitchen"_s, {}, { {}, tracks, {}, {} })));
        (void)support::awaitThat(
            [this] { return m_lists->changes.pendingSteps() == 0; }, std::chrono::seconds(5));
        recover();
        QCOMPARE(m_lists->changes.pendingSteps(), 0);
        int named = 0;
        const QList<types::Playlist> lists = *await(m_demo->client->playlists());
        for (const types::Playlist& list : lists) {
            named += list.title == u"Kitchen"_s;
        }
        QCOMPARE(named, 3); // two there were
        QVERIFY(m_demo->syncNow());
        for (const types::Playlist& list : lists) {
            if (list.title == u"Kitchen"_s && list.leafCount == 5) {
                QCOMPARE(m_lists->heldKeys(list.ratingKey), m_lists->keysOf(tracks));
            }
        }
    }

    void whatIsAddedAndRemovedAgainBeforeItIsSentIsGone()
    {
        m_lists->goOffline();
        const QStringList before = m_lists->shownKeys(m_list.id);
        const auto tracks = m_lists->tracks(3);
        const QStringList added = m_lists->keysOf(tracks);
        auto entries = m_lists->entries(m_list.id);
        QVERIFY(await(m_lists->playlists.insert(
            m_lists->from(), m_list.id, { {}, tracks, {}, {} }, entries[5])));
        entries = m_lists->entries(m_list.id);
        QVERIFY(await(m_lists->playlists.remove(m_lists->from(), m_list.id, { entries[6] })));
        const QStringList expected
            = before.mid(0, 5) + QStringList { added[0], added[2] } + before.mid(5);
        QCOMPARE(m_lists->shownKeys(m_list.id), expected);
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 10'000);
        QCOMPARE(m_lists->heldKeys(m_list.ratingKey), expected);
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
    }

    void aPlaylistThatIsGoneIsToldAndNotMadeAgain()
    {
        m_lists->goOffline();
        const auto entries = m_lists->entries(m_list.id);
        QVERIFY(await(m_lists->playlists.remove(m_lists->from(), m_list.id, { entries[0] })));
        QVERIFY(await(m_demo->client->deletePlaylist(m_list.ratingKey)));
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 10'000);
        const auto history = *await(m_lists->changes.history(1));
        QCOMPARE(history.first().failed, 1);
        QVERIFY(!history.first().firstError.isEmpty());
        QVERIFY(m_demo->syncNow());
        QVERIFY(!m_lists->named(m_list.title).id.isValid());
    }

    void rowsThatBothMovedAreAskedAbout()
    {
        m_lists->goOffline();
        const auto entries = m_lists->entries(m_list.id);
        const auto rows = m_lists->held(m_list.ratingKey);
        QVERIFY(await(
            m_lists->playlists.move(m_lists->from(), m_list.id, { entries[10] }, entries[2])));
        QVERIFY(await(
            m_demo->client->moveInPlaylist(m_list.ratingKey, rows[10].first, rows[30].first)));
        const QStringList theirs = m_lists->heldKeys(m_list.ratingKey);
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 10'000);
        const auto history = *await(m_lists->changes.history(1));
        QCOMPARE(history.first().failed, 1);
        QVERIFY2(history.first().firstError.contains(u"Somebody else"_s),
            qPrintable(history.first().firstError));
        QCOMPARE(m_lists->heldKeys(m_list.ratingKey), theirs);
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
    }

    void aCancelledEditStaysAsFarAsItCame()
    {
        const auto entries = m_lists->entries(m_list.id);
        m_lists->goOffline();
        QList<types::EntryId> removed;
        for (qsizetype i = 0; i < entries.size(); i += 4) { // fewer than what is built anew
            removed.append(entries[i]);
        }
        const auto id = await(m_lists->playlists.remove(m_lists->from(), m_list.id, removed));
        QVERIFY(id);
        int most = 0;
        connect(&m_lists->changes, &change::Changes::progressed, this,
            [this, &most, id = *id](types::ChangeId change, int done, int total) {
                if (change != id) {
                    return; // of what takes it back
                }
                QVERIFY(done <= total);
                most = std::max(most, done);
                if (done == 3) {
                    (void)m_lists->changes.cancel(id);
                }
            });
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 10'000);
        QVERIFY2(most >= 3 && most < 10, qPrintable(QString::number(most)));
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
        const auto history = *await(m_lists->changes.history(1));
        QCOMPARE(history.first().verified, 1);
        QCOMPARE(history.first().failed, 1);
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        QCOMPARE(m_lists->heldKeys(m_list.ratingKey).size(), 40);
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
    }

    /// Edits at random, by two clients, with faults at random.
    void randomEditsWithRandomFaultsEndInAgreement()
    {
        support::Rounds rounds(1000);
        for (int round = 0; round < rounds.count(); ++round) {
            runScript(rounds);
            if (QTest::currentTestFailed()) {
                qWarning("in round %d", round);
                return;
            }
        }
    }

private:
    void runScript(support::Rounds& rounds)
    {
        const auto below = [&rounds](qsizetype n) {
            return n <= 0 ? qsizetype(0) : rounds.number<qsizetype>(0, n);
        };
        QStringList model = m_lists->shownKeys(m_list.id);
        const auto tracks = m_lists->tracks(30);
        const QStringList keys = m_lists->keysOf(tracks);
        if (below(2) == 0) {
            demo::Fault fault;
            fault.pathPrefix = u"/playlists/"_s;
            fault.times = 1 + int(below(5));
            fault.method = QByteArrayList { "GET", "PUT", "DELETE", "" }[below(4)];
            // A page of a captive portal, or garbage, is a refusal like others.
            kTroubles[below(std::ssize(kTroubles))].spoil(fault);
            m_demo->server.inject(fault);
        }
        // Online an edit may fail, and be taken out of the view, while the next one is made.
        const bool isOffline = below(2) == 0;
        if (isOffline) {
            m_lists->goOffline();
        }
        const auto steps = 1 + below(4);
        for (qsizetype step = 0; step < steps; ++step) {
            const auto entries = m_lists->entries(m_list.id);
            if (isOffline) {
                QCOMPARE(entries.size(), model.size());
            }
            const auto at = below(entries.size());
            const auto to = below(entries.size() + 1);
            const types::EntryId before = entries.value(to);
            switch (entries.isEmpty() ? 0 : below(3)) {
            case 0: {
                const auto which = below(keys.size());
                QVERIFY(await(m_lists->playlists.insert(
                    m_lists->from(), m_list.id, { {}, { tracks[which] }, {}, {} }, before)));
                model.insert(std::min(to, model.size()), keys[which]);
                break;
            }
            case 1:
                QVERIFY(
                    await(m_lists->playlists.remove(m_lists->from(), m_list.id, { entries[at] })));
                if (!model.isEmpty()) {
                    model.remove(std::min(at, model.size() - 1));
                }
                break;
            default:
                if (to == at || to == at + 1) {
                    break; // no change
                }
                QVERIFY(await(
                    m_lists->playlists.move(m_lists->from(), m_list.id, { entries[at] }, before)));
                if (at < model.size() && to <= model.size()) {
                    model.move(at, to > at ? to - 1 : to);
                }
                break;
            }
        }
        if (isOffline) {
            QCOMPARE(m_lists->shownKeys(m_list.id), model);
            m_lists->goOnline();
        }
        (void)support::awaitThat([this] { return m_lists->changes.pendingSteps() == 0; },
            std::chrono::milliseconds(500));
        recover();
        QCOMPARE(m_lists->changes.pendingSteps(), 0);
        bool hasFailed = false;
        const QList<change::Summary> history = *await(m_lists->changes.history(int(steps)));
        for (const change::Summary& summary : history) {
            hasFailed = hasFailed || summary.failed > 0;
        }
        if (hasFailed) {
            QVERIFY(m_demo->syncNow()); // what could not be read back
        }
        QVERIFY(m_lists->agrees(m_list.id, m_list.ratingKey));
        if (!hasFailed) {
            QCOMPARE(m_lists->heldKeys(m_list.ratingKey), model);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlaylistFaults)
#include "tst_playlistfaults.moc"

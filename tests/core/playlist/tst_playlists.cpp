// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlists.h"

#include "tests/core/playlist/editedlist.h"

#include <QTest>

using namespace Qt::StringLiterals;
using change::State;
using support::await;
using support::EditedList;

/// Playlists edited in the window's terms, on the way from the cache to a server and back.
class TestPlaylists : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoLibrary> m_demo;
    std::unique_ptr<EditedList> m_lists;
    types::PlaylistRow m_drive; // 214 tracks
    types::PlaylistRow m_kitchen; // 9 rows, some of them twice

    QStringList sent()
    {
        QStringList lines;
        for (const auto& request : m_demo->server.takeRequests()) {
            if (request.method != "GET") {
                lines.append(QString::fromLatin1(request.method) + u' ' + request.path);
            }
        }
        return lines;
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoLibrary>(support::demoOf(300));
        QVERIFY(m_demo->syncNow());
        m_lists = std::make_unique<EditedList>(*m_demo);
        m_lists->goOnline();
        m_drive = m_lists->named(u"Late night drive"_s);
        m_kitchen = m_lists->named(u"Kitchen"_s);
        if (m_kitchen.count == 0) {
            QFAIL("the playlist with rows is not the first of its name");
        }
        QCOMPARE(m_drive.count, 214);
        (void)m_demo->server.takeRequests();
    }
    void cleanup()
    {
        m_lists.reset();
        m_demo.reset();
    }

    void rowsAreMovedWithTheirOrder()
    {
        QStringList expected = m_lists->shownKeys(m_drive.id);
        const auto entries = m_lists->entries(m_drive.id);
        // Picked in another order than they stand in.
        const QList<types::EntryId> picked { entries[30], entries[10], entries[20] };
        const auto summary = m_lists->settle(
            m_lists->playlists.move(m_lists->from(), m_drive.id, picked, entries[5]));
        QCOMPARE(summary.state(), State::Verified);
        const QStringList block { expected[10], expected[20], expected[30] };
        expected.remove(30);
        expected.remove(20);
        expected.remove(10);
        for (qsizetype i = 0; i < block.size(); ++i) {
            expected.insert(5 + i, block[i]);
        }
        QCOMPARE(m_lists->shownKeys(m_drive.id), expected);
        QCOMPARE(sent().size(), 3);
        QVERIFY(m_lists->agrees(m_drive.id, m_drive.ratingKey));
    }

    void tracksArePutInTheMiddle()
    {
        QStringList expected = m_lists->shownKeys(m_kitchen.id);
        const auto entries = m_lists->entries(m_kitchen.id);
        const auto tracks = m_lists->tracks(3);
        const QStringList added = m_lists->keysOf(tracks);
        const auto summary = m_lists->settle(m_lists->playlists.insert(
            m_lists->from(), m_kitchen.id, { {}, tracks, {}, {} }, entries[4]));
        QCOMPARE(summary.state(), State::Verified);
        for (qsizetype i = 0; i < 3; ++i) {
            expected.insert(4 + i, added[i]);
        }
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), expected);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
        QCOMPARE(m_lists->named(u"Kitchen"_s).count, 12);
    }

    void whatIsRemovedComesBackWhereItWas()
    {
        const QStringList before = m_lists->shownKeys(m_kitchen.id);
        const auto entries = m_lists->entries(m_kitchen.id);
        const auto summary = m_lists->settle(
            m_lists->playlists.remove(m_lists->from(), m_kitchen.id, { entries[1], entries[7] }));
        QCOMPARE(summary.state(), State::Verified);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id).size(), before.size() - 2);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
        const auto undone = m_lists->settle(m_lists->changes.undo());
        QCOMPARE(undone.state(), State::Verified);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), before);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
        // What came back has other names there; it can be taken away again all the same.
        const auto redone = m_lists->settle(m_lists->changes.redo());
        QCOMPARE(redone.state(), State::Verified);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id).size(), before.size() - 2);
        const auto again = m_lists->settle(m_lists->changes.undo());
        QCOMPARE(again.state(), State::Verified);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), before);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
    }

    void rowsStepUpAndDownAsGroups()
    {
        QStringList expected = m_lists->shownKeys(m_drive.id);
        const auto entries = m_lists->entries(m_drive.id);
        const QList<types::EntryId> picked { entries[0], entries[5], entries[6] };
        QCOMPARE(m_lists->settle(m_lists->playlists.step(m_lists->from(), m_drive.id, picked, true))
                     .state(),
            State::Verified);
        expected.move(4, 6); // the first cannot go further
        QCOMPARE(m_lists->shownKeys(m_drive.id), expected);
        QCOMPARE(
            m_lists->settle(m_lists->playlists.step(m_lists->from(), m_drive.id, picked, false))
                .state(),
            State::Verified);
        expected.move(6, 4);
        expected.move(1, 0);
        QCOMPARE(m_lists->shownKeys(m_drive.id), expected);
        QVERIFY(m_lists->agrees(m_drive.id, m_drive.ratingKey));
    }

    void reversingIsOneChangeWithOneUndo()
    {
        const QStringList before = m_lists->shownKeys(m_drive.id);
        QStringList reversed = before;
        std::ranges::reverse(reversed);
        QCOMPARE(m_lists
                     ->settle(m_lists->playlists.reorder(
                         m_lists->from(), m_drive.id, playlist::Reorder::Reverse))
                     .state(),
            State::Verified);
        QCOMPARE(m_lists->shownKeys(m_drive.id), reversed);
        // Emptied and filled again: 213 moves would be more.
        const QStringList requests = sent();
        QVERIFY2(requests.size() < 10, qPrintable(requests.join(u'\n')));
        QVERIFY(m_lists->agrees(m_drive.id, m_drive.ratingKey));
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        QCOMPARE(m_lists->shownKeys(m_drive.id), before);
        QVERIFY(m_lists->agrees(m_drive.id, m_drive.ratingKey));
    }

    void anAlbumIsAddedInItsOrder()
    {
        const std::vector<qint64> albums = *await(m_demo->library.albumIds({}));
        const types::ItemId album { albums.at(2) };
        library::TrackQuery query;
        query.album = album;
        QList<types::ItemId> tracks;
        const std::vector<qint64> ids = *await(m_demo->library.trackIds(query));
        for (const qint64 id : ids) {
            tracks.append(types::ItemId { id });
        }
        QVERIFY(tracks.size() > 1);
        const QStringList expected = m_lists->shownKeys(m_kitchen.id) + m_lists->keysOf(tracks);
        QCOMPARE(m_lists
                     ->settle(m_lists->playlists.insert(
                         m_lists->from(), m_kitchen.id, { {}, { album }, {}, {} }))
                     .state(),
            State::Verified);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), expected);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
    }

    void editsAreWorkedOutOneAfterTheOther()
    {
        const QStringList before = m_lists->shownKeys(m_drive.id);
        const auto entries = m_lists->entries(m_drive.id);
        // As fast as keys repeat: nobody waits for the first.
        QList<util::Future<types::ChangeId>> edits;
        for (int i = 0; i < 5; ++i) {
            edits.append(
                m_lists->playlists.step(m_lists->from(), m_drive.id, { entries[10] }, true));
        }
        for (const auto& edit : edits) {
            QCOMPARE(m_lists->settle(edit).failed, 0);
        }
        QTRY_COMPARE(m_lists->changes.pendingSteps(), 0);
        QStringList expected = before;
        expected.move(10, 5);
        QCOMPARE(m_lists->shownKeys(m_drive.id), expected);
        QVERIFY(m_lists->agrees(m_drive.id, m_drive.ratingKey));
    }

    void smartPlaylistsRefuseWithAReason()
    {
        const auto smart = m_lists->named(u"Recently loved"_s);
        QVERIFY(smart.smart);
        (void)m_lists->settle(m_lists->playlists.insert(
            m_lists->from(), smart.id, { {}, m_lists->tracks(1), {}, {} }));
        QCOMPARE(m_lists->lastError.code, util::Error::Code::Unsupported);
        QVERIFY(m_lists->lastError.message.contains(u"Recently loved"_s));
        QCOMPARE(sent(), QStringList());
    }

    void whatIsSoAlreadyIsNoChange()
    {
        const auto entries = m_lists->entries(m_kitchen.id);
        (void)m_lists->settle(
            m_lists->playlists.move(m_lists->from(), m_kitchen.id, { entries[2] }, entries[3]));
        QCOMPARE(m_lists->lastError.code, util::Error::Code::Conflict);
        QVERIFY(await(m_lists->changes.history(5))->isEmpty());
    }

    void aPlaylistIsMadeWithItsContent()
    {
        const auto tracks = m_lists->tracks(5);
        const auto summary = m_lists->settle(m_lists->playlists.create(
            m_lists->from(), u"Ferry"_s, u"for the way over"_s, { {}, tracks, {}, {} }));
        QCOMPARE(summary.state(), State::Verified);
        const auto made = m_lists->named(u"Ferry"_s);
        QVERIFY(!made.ratingKey.value.startsWith(library::kUnsentPlaylist));
        QCOMPARE(made.summary, u"for the way over"_s);
        QCOMPARE(m_lists->shownKeys(made.id), m_lists->keysOf(tracks));
        QVERIFY(m_lists->agrees(made.id, made.ratingKey));
        QCOMPARE((*await(m_demo->client->playlist(made.ratingKey)))->summary, made.summary);
        // A sync finds nothing to mend.
        QVERIFY(m_demo->syncNow());
        QCOMPARE(m_lists->named(u"Ferry"_s).id, made.id);
        QVERIFY(m_lists->agrees(made.id, made.ratingKey));
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        QVERIFY(!m_lists->named(u"Ferry"_s).id.isValid());
        QVERIFY(!*await(m_demo->client->playlist(made.ratingKey)));
    }

    void aDeletedPlaylistComesBackAsItWas()
    {
        const QStringList before = m_lists->shownKeys(m_drive.id);
        QCOMPARE(
            m_lists->settle(m_lists->playlists.deletePlaylist(m_lists->from(), m_drive.id)).state(),
            State::Verified);
        QVERIFY(!m_lists->named(m_drive.title).id.isValid());
        QVERIFY(!*await(m_demo->client->playlist(m_drive.ratingKey)));
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        const auto back = m_lists->named(m_drive.title);
        QVERIFY(back.id.isValid());
        QVERIFY(back.ratingKey != m_drive.ratingKey); // the server gave it another
        QCOMPARE(m_lists->shownKeys(back.id), before);
        QVERIFY(m_lists->agrees(back.id, back.ratingKey));
    }

    /// Of a playlist that was deleted and came back under another key, earlier edits too.
    void earlierEditsOfWhatWasMadeAgainCanBeUndone()
    {
        const QStringList before = m_lists->shownKeys(m_kitchen.id);
        const auto entries = m_lists->entries(m_kitchen.id);
        (void)m_lists->settle(
            m_lists->playlists.remove(m_lists->from(), m_kitchen.id, { entries[0] }));
        (void)m_lists->settle(m_lists->playlists.deletePlaylist(m_lists->from(), m_kitchen.id));
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        const auto lists = *await(m_demo->library.playlists());
        const auto back = std::ranges::find_if(lists, [](const types::PlaylistRow& row) {
            return row.title == u"Kitchen"_s && row.count > 0;
        });
        QVERIFY(back != lists.end());
        QCOMPARE(m_lists->shownKeys(back->id), before);
        QVERIFY(m_lists->agrees(back->id, back->ratingKey));
    }

    void offlineEverythingIsShownAndSentLater()
    {
        m_lists->goOffline();
        const auto tracks = m_lists->tracks(4);
        const QStringList keys = m_lists->keysOf(tracks);
        QVERIFY(await(m_lists->playlists.create(
            m_lists->from(), u"Ferry"_s, {}, { {}, { tracks[0], tracks[1] }, {}, {} })));
        const auto made = m_lists->named(u"Ferry"_s);
        QVERIFY(await(m_lists->playlists.insert(
            m_lists->from(), made.id, { {}, { tracks[2], tracks[3] }, {}, {} })));
        auto entries = m_lists->entries(made.id);
        QCOMPARE(entries.size(), 4);
        QVERIFY(
            await(m_lists->playlists.move(m_lists->from(), made.id, { entries[3] }, entries[0])));
        QVERIFY(await(m_lists->playlists.remove(m_lists->from(), made.id, { entries[1] })));
        QVERIFY(await(
            m_lists->playlists.describe(m_lists->from(), made.id, u"Ferry home"_s, u"late"_s)));
        const QStringList expected { keys[3], keys[0], keys[2] };
        QCOMPARE(m_lists->shownKeys(made.id), expected);
        QCOMPARE(sent(), QStringList());
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 20'000);
        const auto now = m_lists->named(u"Ferry home"_s);
        QCOMPARE(now.id, made.id); // who looks at it goes on looking at it
        QCOMPARE(m_lists->shownKeys(now.id), expected);
        QVERIFY(m_lists->agrees(now.id, now.ratingKey));
        QCOMPARE((*await(m_demo->client->playlist(now.ratingKey)))->title, u"Ferry home"_s);
    }

    void aSyncInBetweenKeepsWhatWaits()
    {
        m_lists->goOffline();
        const auto entries = m_lists->entries(m_kitchen.id);
        const auto tracks = m_lists->tracks(2);
        QVERIFY(await(m_lists->playlists.remove(m_lists->from(), m_kitchen.id, { entries[0] })));
        QVERIFY(await(m_lists->playlists.insert(
            m_lists->from(), m_kitchen.id, { {}, tracks, {}, {} }, entries[3])));
        const QStringList expected = m_lists->shownKeys(m_kitchen.id);
        QVERIFY(m_demo->syncNow({ .full = true }));
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), expected);
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 20'000);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), expected);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
    }

    void somebodyElsesEditIsKept()
    {
        m_lists->goOffline();
        const QStringList before = m_lists->shownKeys(m_kitchen.id);
        const auto entries = m_lists->entries(m_kitchen.id);
        const auto rows = m_lists->held(m_kitchen.ratingKey);
        const auto tracks = m_lists->tracks(2);
        const QStringList keys = m_lists->keysOf(tracks);
        // Here the first goes to the end; there another is removed, and one is added.
        QVERIFY(await(m_lists->playlists.move(m_lists->from(), m_kitchen.id, { entries[0] }, {})));
        QVERIFY(await(m_demo->client->removeFromPlaylist(m_kitchen.ratingKey, rows[4].first)));
        QVERIFY(await(m_demo->client->addToPlaylist(
            m_kitchen.ratingKey, { m_demo->endpoints.machineIdentifier }, { { keys[1] } })));
        m_lists->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(m_lists->changes.pendingSteps(), 0, 20'000);
        QStringList expected = before;
        expected.remove(4);
        expected.move(0, expected.size() - 1);
        expected.insert(expected.size() - 1, keys[1]);
        QCOMPARE(m_lists->shownKeys(m_kitchen.id), expected);
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
    }

    void whatTheServerNoLongerHasIsNamed()
    {
        const QStringList before = m_lists->shownKeys(m_kitchen.id);
        const auto tracks = m_lists->tracks(3);
        const QStringList keys = m_lists->keysOf(tracks);
        const QString gone = await(m_demo->library.tracks({ tracks[1].value }))->first().title;
        m_demo->server.removeItem(keys[1].toULongLong());
        const QStringList held = m_lists->heldKeys(m_kitchen.ratingKey); // it may have lost rows
        const auto summary = m_lists->settle(
            m_lists->playlists.insert(m_lists->from(), m_kitchen.id, { {}, tracks, {}, {} }));
        QCOMPARE(summary.failed, 1);
        QCOMPARE(summary.verified, 1);
        QVERIFY2(summary.firstError.contains(gone), qPrintable(summary.firstError));
        QCOMPARE(m_lists->heldKeys(m_kitchen.ratingKey), held + QStringList({ keys[0], keys[2] }));
        QVERIFY(m_lists->agrees(m_kitchen.id, m_kitchen.ratingKey));
        QCOMPARE(m_lists->settle(m_lists->changes.undo()).state(), State::Verified);
        QCOMPARE(m_lists->heldKeys(m_kitchen.ratingKey), held);
    }
};

QTEST_GUILESS_MAIN(TestPlaylists)
#include "tst_playlists.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/demowindow.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Route;
using ui::TrackTable;

/// Every model of the window, in every state, under Qt's own tester of models.
class TestModels : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
    QSet<const QAbstractItemModel*> m_models;

    void watchModels()
    {
        for (const QAbstractItemView* view : m_demo->window->findChildren<QAbstractItemView*>()) {
            QAbstractItemModel* model = view->model();
            if (model && !m_models.contains(model)) {
                m_models.insert(model);
                m_testers.push_back(std::make_unique<QAbstractItemModelTester>(
                    model, QAbstractItemModelTester::FailureReportingMode::Fatal));
            }
        }
    }
    QAbstractItemModel* modelOf(const QString& view)
    {
        auto* found = m_demo->find<QAbstractItemView>(view);
        return found ? found->model() : nullptr;
    }
    int rowsOf(const QString& view)
    {
        const QAbstractItemModel* model = modelOf(view);
        return model ? model->rowCount() : -1;
    }
    void go(Route::Place place, qint64 id = 0) { m_demo->window->go({ place, id, {} }); }
    void fill()
    {
        QVERIFY(m_demo->demo.syncNow());
        go(Route::Place::Home);
        QTRY_VERIFY(rowsOf(u"homeAdded"_s) > 0);
        go(Route::Place::Artists);
        // The model tester looks at everything after each change, with the sanitizers for seconds.
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf(u"artistsGrid"_s) > 5, 30'000);
        go(Route::Place::Playlists);
        QTRY_VERIFY(rowsOf(u"playlistsGrid"_s) > 3);
        go(Route::Place::Genres);
        QTRY_VERIFY(rowsOf(u"genresGrid"_s) > 3);
        go(Route::Place::Albums);
        QTRY_VERIFY(rowsOf(u"albumsGrid"_s) > 10);
        go(Route::Place::Tracks);
        QTRY_COMPARE(rowsOf(u"tracksTable"_s), 300);
        auto* tracks = m_demo->find<TrackTable>(u"tracksTable"_s);
        QTRY_VERIFY(tracks->trackRows()->track(0));
        go(Route::Place::Album, tracks->trackRows()->track(0)->albumId.value);
        QTRY_VERIFY(rowsOf(u"albumTable"_s) > 0);
        go(Route::Place::Artist, tracks->trackRows()->track(0)->artistId.value);
        QTRY_VERIFY(rowsOf(u"artistTable"_s) > 0);
        go(Route::Place::Folders);
        QTRY_VERIFY(rowsOf(u"foldersList"_s) > 0);
        const auto playlists = support::await(m_demo->demo.library.playlists());
        QVERIFY(playlists && !playlists->isEmpty());
        go(Route::Place::Playlist, playlists->constFirst().id.value);
        QTRY_VERIFY(rowsOf(u"playlistTable"_s) > 0);
        m_demo->window->startSearch(u"a"_s);
        QTRY_VERIFY(rowsOf(u"searchTable"_s) > 0);
        QTRY_VERIFY(rowsOf(u"searchCards"_s) > 0);
        m_demo->window->showQueue(true);
        go(Route::Place::Tracks);
        QTest::keyClick(tracks, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(tracks, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(rowsOf(u"queueList"_s) > 0);
    }
    void change()
    {
        auto* tracks = m_demo->find<TrackTable>(u"tracksTable"_s);
        const int unrated = support::unratedRow(*tracks);
        QVERIFY(unrated >= 0);
        const quint64 key = m_demo->keyOf(*tracks, unrated);
        tracks->selectAll();
        QTest::keyClick(tracks, Qt::Key_3);
        QTRY_COMPARE(m_demo->serverRating(key), 6.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        go(Route::Place::History);
        QTRY_COMPARE(rowsOf(u"historyList"_s), 1);
        QVERIFY(support::await(m_demo->changes.undo()));
        QTRY_COMPARE(rowsOf(u"historyList"_s), 2);
        m_demo->player.removeRows({ 0, 5, 299 });
        m_demo->player.moveRows({ 3, 4 }, 20);
        QTRY_COMPARE(rowsOf(u"queueList"_s), 297);
        // Another client takes away, renames and re-keys while the list is looked at.
        QVERIFY(m_demo->demo.server.removeItem(m_demo->keyOf(*tracks, 4)));
        QVERIFY(m_demo->demo.server.renameItem(m_demo->keyOf(*tracks, 0), u"Zzz"_s));
        QVERIFY(m_demo->demo.server.rekeyItem(m_demo->keyOf(*tracks, 1)) > 0);
        go(Route::Place::Tracks);
        QVERIFY(m_demo->demo.syncNow());
        QTRY_COMPARE(rowsOf(u"tracksTable"_s), 299);

        // An album that nobody else's list is about, while its own is looked at.
        go(Route::Place::Albums);
        const int albums = rowsOf(u"albumsGrid"_s);
        const auto ids = support::await(m_demo->demo.library.albumIds({}));
        const auto keys = support::await(m_demo->demo.library.ratingKeys({ { ids->back() } }));
        QVERIFY(m_demo->demo.server.removeItem(keys->constFirst().value.toULongLong()));
        QVERIFY(m_demo->demo.syncNow({ {}, true }));
        QTRY_COMPARE(rowsOf(u"albumsGrid"_s), albums - 1);
        go(Route::Place::Tracks);
        Q_EMIT tracks->sortRequested({ { library::TrackSort::Duration, true } });
        QTRY_VERIFY(tracks->trackRows()->track(0) && tracks->trackRows()->track(250)
            && tracks->trackRows()->track(0)->duration > tracks->trackRows()->track(250)->duration);
    }
    void empty()
    {
        for (const QString& page : { u"artists"_s, u"albums"_s, u"genres"_s, u"playlists"_s }) {
            m_demo->find<QLineEdit>(page + u"Filter"_s)->setText(u"qzxqzx"_s);
            QTRY_COMPARE(rowsOf(page + u"Grid"_s), 0);
            QTRY_COMPARE(rowsOf(page + u"Letters"_s), 0);
        }
        m_demo->find<QLineEdit>(u"tracksFilter"_s)->setText(u"qzxqzx"_s);
        QTRY_COMPARE(rowsOf(u"tracksTable"_s), 0);
        m_demo->window->startSearch(u"qzxqzx"_s);
        QTRY_COMPARE(rowsOf(u"searchTable"_s), 0);
        m_demo->player.clearQueue();
        QTRY_COMPARE(rowsOf(u"queueList"_s), 0);
        // Somebody else's library, with nothing in it and nothing changed yet.
        QVERIFY(support::await(m_demo->changes.setOwner({ { u"other"_s }, {} })));
        QVERIFY(support::await(m_demo->demo.library.open({ { u"other"_s }, {} })));
        go(Route::Place::History);
        QTRY_COMPARE(rowsOf(u"historyList"_s), 0);
        go(Route::Place::Home);
        QTRY_COMPARE(rowsOf(u"homeAdded"_s), 0);
        go(Route::Place::Playlist, 1);
        QTRY_COMPARE(rowsOf(u"playlistTable"_s), 0);
        go(Route::Place::Album, 1);
        QTRY_COMPARE(rowsOf(u"albumTable"_s), 0);
    }

private Q_SLOTS:
    void everyModelIsSoundInEveryState()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300), false);
        m_demo->visitEveryPage();
        watchModels();
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
        for (const QString& view : { u"homeAdded"_s, u"tracksTable"_s, u"albumTable"_s,
                 u"playlistTable"_s, u"searchTable"_s, u"searchCards"_s, u"queueList"_s,
                 u"historyList"_s, u"sidebarList"_s, u"artistsGrid"_s, u"artistsLetters"_s,
                 u"albumsGrid"_s, u"albumsLetters"_s, u"genresGrid"_s, u"genresLetters"_s,
                 u"playlistsGrid"_s, u"playlistsLetters"_s }) {
            QVERIFY2(m_models.contains(modelOf(view)), qPrintable(view));
        }
        const int entries = rowsOf(u"sidebarList"_s);
        fill();
        QTRY_VERIFY(rowsOf(u"sidebarList"_s) > entries);
        change();
        empty();
        QTRY_COMPARE(rowsOf(u"sidebarList"_s), entries);
        m_testers.clear();
        m_demo.reset();
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"

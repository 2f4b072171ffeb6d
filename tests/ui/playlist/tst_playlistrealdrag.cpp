// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/support/x11session.h"
#include "tests/ui/shell/demowindow.h"
#include "tests/ui/shell/realmouse.h"
#include "ui/playlist/playlisttable.h"
#include "ui/shell/sidebar.h"

#include <QListView>
#include <QSplitter>
#include <QTest>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;
using support::await;

/// Playlists edited by a mouse that the screen moves, as somebody's hand would.
class TestPlaylistRealDrag : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;
    types::PlaylistRow m_kitchen; // 9 rows
    types::PlaylistRow m_running; // 28 rows
    QStringList m_before; // of the kitchen

    types::PlaylistRow named(const QString& title)
    {
        const QList<types::PlaylistRow> rows = *await(m_demo->demo.library.playlists());
        const auto found = std::ranges::find(rows, title, &types::PlaylistRow::title);
        return found == rows.end() ? types::PlaylistRow() : *found;
    }
    QList<ui::PlaylistTable*> tables()
    {
        QList<ui::PlaylistTable*> shown;
        for (auto* table : m_demo->window->findChildren<ui::PlaylistTable*>()) {
            if (table->isVisible()) {
                shown.append(table);
            }
        }
        std::ranges::sort(shown, {},
            [](const ui::PlaylistTable* table) { return table->mapToGlobal(QPoint()).x(); });
        return shown;
    }
    ui::PlaylistTable& table() { return *tables().constFirst(); }
    static bool isWhole(const ui::PlaylistTable& table, int rows)
    {
        if (table.model()->rowCount() != rows) {
            return false;
        }
        for (int row = 0; row < rows; ++row) {
            if (!table.trackRows()->track(row)) {
                return false;
            }
        }
        return true;
    }
    static QStringList shown(const ui::PlaylistTable& table)
    {
        QStringList keys;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const types::TrackRow* track = table.trackRows()->track(row);
            keys.append(track ? track->ratingKey.value : QString());
        }
        return keys;
    }
    QStringList held(const types::RatingKey& key)
    {
        QStringList keys;
        const auto page = await(m_demo->demo.client->playlistItems(key, 0, 1000));
        for (const types::PlaylistItem& item : page ? page->items : QList<types::PlaylistItem>()) {
            keys.append(item.item.ratingKey.value);
        }
        return keys;
    }
    static QPoint title(const ui::PlaylistTable& table, int row)
    {
        const QModelIndex index = table.model()->index(row, int(ui::TrackColumn::Title));
        return table.viewport()->mapToGlobal(table.visualRect(index).center());
    }
    /// Where a row begins.
    static QPoint above(const ui::PlaylistTable& table, int row)
    {
        const QModelIndex index = table.model()->index(row, int(ui::TrackColumn::Title));
        return table.viewport()->mapToGlobal(table.visualRect(index).topLeft() + QPoint(60, 4));
    }
    QPoint inSidebar(const types::PlaylistRow& playlist)
    {
        auto* list = m_demo->find<QListView>(u"sidebarList"_s);
        const auto& entries = m_demo->find<ui::Sidebar>(u"sidebar"_s)->entries();
        const QModelIndex index
            = entries.index(entries.rowOf({ Place::Playlist, playlist.id.value, {} }));
        list->scrollTo(index);
        return list->viewport()->mapToGlobal(list->visualRect(index).center());
    }
    static void select(ui::PlaylistTable& table, const QList<int>& rows)
    {
        table.selectionModel()->clear();
        for (const int row : rows) {
            table.selectionModel()->select(table.model()->index(row, 0),
                QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    void expect(const types::PlaylistRow& playlist, const QStringList& keys)
    {
        QTRY_COMPARE(held(playlist.ratingKey), keys);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

private Q_SLOTS:
    void init()
    {
        NEEDS_TOOL("xdotool");
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(600));
        m_demo->window->resize(1280, 900);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        m_kitchen = named(u"Kitchen"_s);
        m_running = named(u"Running, 5 km & \"more\""_s);
        m_demo->window->go({ Place::Playlist, m_kitchen.id.value, {} });
        QTRY_VERIFY(!tables().isEmpty() && isWhole(table(), m_kitchen.count));
        m_before = shown(table());
    }
    void cleanup() { m_demo.reset(); }

    void rowsAreMoved()
    {
        select(table(), { 2, 5 });
        QVERIFY(support::dragByMouse(title(table(), 5), above(table(), 1), support::released()));
        QStringList after = m_before;
        after.move(2, 1);
        after.move(5, 2);
        expect(m_kitchen, after);
        QTRY_COMPARE(shown(table()), after);
    }

    void withControlTheyAreCopied()
    {
        select(table(), { 2 });
        QStringList then { u"keydown"_s, u"ctrl"_s, u"mousemove_relative"_s, u"1"_s, u"0"_s,
            u"sleep"_s, u"0.2"_s };
        then += support::released() + QStringList { u"keyup"_s, u"ctrl"_s };
        QVERIFY(support::dragByMouse(title(table(), 2), above(table(), 0), then));
        QStringList after = m_before;
        after.prepend(m_before.at(2));
        expect(m_kitchen, after);
    }

    void escapeGivesTheDragUp()
    {
        select(table(), { 2, 5 });
        QVERIFY(support::dragByMouse(title(table(), 5), above(table(), 1),
            QStringList { u"key"_s, u"Escape"_s, u"sleep"_s, u"0.2"_s } + support::released()));
        QCOMPARE(shown(table()), m_before);
        QVERIFY(await(m_demo->changes.history(5))->isEmpty());
    }

    void rowsAreCopiedOntoThePlaylistOfTheSidebar()
    {
        const QStringList theirs = held(m_running.ratingKey);
        select(table(), { 0, 3 });
        QVERIFY(support::dragByMouse(title(table(), 3), inSidebar(m_running), support::released()));
        expect(m_running, theirs + QStringList { m_before.at(0), m_before.at(3) });
        QCOMPARE(held(m_kitchen.ratingKey), m_before);
    }

    /// Held still over a playlist it opens, and a place in it can be chosen.
    void thePlaylistOfTheSidebarOpens()
    {
        const QStringList theirs = held(m_running.ratingKey);
        select(table(), { 0 });
        const QStringList hold { u"sleep"_s, u"1.6"_s };
        const QPoint place = above(table(), 2);
        const QStringList down { u"mousemove"_s, QString::number(place.x() - 30),
            QString::number(place.y() + 1), u"sleep"_s, u"0.3"_s, u"mousemove"_s,
            QString::number(place.x()), QString::number(place.y()), u"sleep"_s, u"0.3"_s };
        QVERIFY(support::dragByMouse(
            title(table(), 0), inSidebar(m_running), hold + down + support::released()));
        QStringList after = theirs;
        after.insert(2, m_before.at(0));
        expect(m_running, after);
        QCOMPARE(m_demo->window->route().id, m_running.id.value);
    }

    void betweenTwoPanesTheyAreCopied()
    {
        m_demo->window->go({ Place::Playlist, m_running.id.value, {} }, ui::OpenIn::NewPane);
        QTRY_COMPARE(tables().size(), 2);
        QTRY_VERIFY(isWhole(*tables().at(0), m_kitchen.count)
            && tables().at(1)->model()->rowCount() == m_running.count);
        const QStringList theirs = held(m_running.ratingKey);
        select(*tables().at(0), { 1 });
        QVERIFY(support::dragByMouse(
            title(*tables().at(0), 1), above(*tables().at(1), 4), support::released()));
        QStringList after = theirs;
        after.insert(4, m_before.at(1));
        expect(m_running, after);
        QCOMPARE(held(m_kitchen.ratingKey), m_before);
    }

    void aSmartPlaylistSaysWhyAtTheMouse()
    {
        const types::PlaylistRow smart = named(u"Recently loved"_s);
        const QStringList theirs = held(smart.ratingKey);
        select(table(), { 0 });
        QString said; // while it is held there: a drag has an event loop of its own
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&said] {
            if (QToolTip::isVisible()) {
                said = QToolTip::text();
            }
        });
        look.start(20);
        QVERIFY(support::dragByMouse(title(table(), 0), inSidebar(smart),
            QStringList { u"sleep"_s, u"0.6"_s } + support::released()));
        QVERIFY2(said.contains(u"smart"_s), qPrintable(said));
        QTRY_VERIFY(!QToolTip::isVisible());
        QCOMPARE(held(smart.ratingKey), theirs);
        QVERIFY(await(m_demo->changes.history(5))->isEmpty());
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runInX11Session(argc, argv)) {
        return *code;
    }
    support::WatchedApplication application(argc, argv);
    TestPlaylistRealDrag test;
    return support::runWatched(application, test, argc, argv);
}

#include "tst_playlistrealdrag.moc"

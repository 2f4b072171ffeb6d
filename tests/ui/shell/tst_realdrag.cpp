// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/support/x11session.h"
#include "tests/ui/shell/demowindow.h"
#include "tests/ui/shell/realmouse.h"
#include "ui/playback/playerbar.h"
#include "ui/playback/queuelist.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Drags by a mouse that the screen moves, as somebody's hand would.
class TestRealDrag : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    ui::TrackTable& tracks() { return *m_demo->find<ui::TrackTable>(u"tracksTable"_s); }
    ui::QueueList& queue() { return *m_demo->find<ui::QueueList>(u"queueList"_s); }
    QList<qint64> idsOf(const QList<int>& rows)
    {
        QList<qint64> ids;
        for (const int row : rows) {
            ids.append(tracks().trackRows()->item(row).value);
        }
        return ids;
    }
    QList<qint64> queued()
    {
        QList<qint64> ids;
        for (const playback::QueueEntry& entry : m_demo->player.queue().entries()) {
            ids.append(entry.item.value);
        }
        return ids;
    }
    static QPoint cell(const QAbstractItemView& view, int row, int column = 0)
    {
        return view.visualRect(view.model()->index(row, column)).center();
    }
    QPoint title(int row)
    {
        return tracks().viewport()->mapToGlobal(cell(tracks(), row, int(ui::TrackColumn::Title)));
    }
    /// Where a row of the queue begins.
    QPoint above(int row)
    {
        const QRect rect = queue().visualRect(queue().model()->index(row, 0));
        return queue().viewport()->mapToGlobal(rect.topLeft() + QPoint(60, 4));
    }

private Q_SLOTS:
    void init()
    {
        NEEDS_TOOL("xdotool");
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300));
        (void)m_demo->openTracks();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        QTRY_VERIFY(tracks().trackRows()->track(12));
        m_demo->window->showQueue(true);
        tracks().selectRow(0);
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&tracks(), Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE(m_demo->player.queue().size(), i + 1);
            tracks().selectRow(i + 1);
        }
        QTRY_VERIFY(queue().isVisible());
        tracks().selectRow(5);
        tracks().selectionModel()->select(
            tracks().model()->index(8, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    void cleanup() { m_demo.reset(); }

    void tracksAreDraggedIntoTheQueue()
    {
        QVERIFY(support::dragByMouse(title(8), above(1), support::released()));
        QTRY_COMPARE(queued(), idsOf({ 0, 5, 8, 1, 2 }));
        QCOMPARE(tracks().selectedRowNumbers(), QList<int>({ 5, 8 }));
        QCOMPARE(queue().dropsBefore(), -1);
    }

    void rowsAreMovedInTheQueue()
    {
        QVERIFY(support::dragByMouse(
            queue().viewport()->mapToGlobal(cell(queue(), 2)), above(0), support::released()));
        QTRY_COMPARE(queued(), idsOf({ 2, 0, 1 }));
    }

    void escapeGivesTheDragUp()
    {
        QVERIFY(support::dragByMouse(title(8), above(1),
            { u"key"_s, u"Escape"_s, u"sleep"_s, u"0.2"_s, u"mouseup"_s, u"1"_s }));
        QCOMPARE(queued(), idsOf({ 0, 1, 2 }));
        QTRY_COMPARE(queue().dropsBefore(), -1);
        QCOMPARE(tracks().selectedRowNumbers(), QList<int>({ 5, 8 }));
    }

    void whatIsDroppedOnThePlayerComesLast()
    {
        auto* bar = m_demo->find<ui::PlayerBar>(u"playerBar"_s);
        QVERIFY(support::dragByMouse(
            title(5), bar->mapToGlobal(QPoint(bar->width() / 2, 12)), support::released()));
        QTRY_COMPARE(queued(), idsOf({ 0, 1, 2, 5, 8 }));
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runInX11Session(argc, argv)) {
        return *code;
    }
    support::WatchedApplication application(argc, argv);
    TestRealDrag test;
    return support::runWatched(application, test, argc, argv);
}

#include "tst_realdrag.moc"

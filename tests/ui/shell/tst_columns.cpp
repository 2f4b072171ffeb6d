// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"

#include "ui/common/lists.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using support::ratingOf;
using support::starsOf;
using support::unratedRow;
using ui::TrackColumn;
using ui::TrackTable;

/// The header of the lists of tracks: widths a user gives, and the lock of the stars.
class TestColumns : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    static int widthOf(TrackTable& table, TrackColumn column)
    {
        return table.columnWidth(int(column));
    }
    /// Takes the right edge of @p column with the mouse and lets it go @p by pixels further.
    static void drag(TrackTable& table, TrackColumn column, int by)
    {
        QHeaderView* header = table.horizontalHeader();
        const QPoint edge(header->sectionViewportPosition(int(column)) + widthOf(table, column) - 1,
            header->height() / 2);
        QTest::mouseMove(header->viewport(), edge);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(header->viewport(), edge + QPoint(by / 2, 0));
        QTest::mouseMove(header->viewport(), edge + QPoint(by, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(by, 0));
    }
    /// The names share what is left: nothing is cut off and no gap remains but by rounding.
    static bool isFilled(TrackTable& table)
    {
        const int gap = table.viewport()->width() - table.horizontalHeader()->length();
        return gap >= 0 && gap < 4;
    }
    /// The titles of the columns that are on screen.
    static QStringList shownIn(TrackTable& table)
    {
        QStringList shown;
        for (const ui::TrackColumnSpec& spec : ui::trackColumns()) {
            if (!table.isColumnHidden(int(spec.column))) {
                shown.append(ui::trackColumnTitle(spec.column));
            }
        }
        return shown;
    }
    QAction* menuAction(TrackTable& table, const QString& name)
    {
        QHeaderView* header = table.horizontalHeader();
        Q_EMIT header->customContextMenuRequested(QPoint(20, 10));
        auto* menu = m_demo->window->findChild<QMenu*>(u"columnMenu"_s);
        return menu ? menu->findChild<QAction*>(name) : nullptr;
    }
    void newWindow()
    {
        m_demo->window.reset();
        m_demo->window = std::make_unique<ui::MainWindow>(m_demo->services());
    }

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(300)); }
    void cleanup() { m_demo.reset(); }

    void aDraggedColumnKeepsItsWidth_data()
    {
        QTest::addColumn<TrackColumn>("column");
        QTest::addColumn<int>("by");
        QTest::newRow("a name wider") << TrackColumn::Artist << 60;
        QTest::newRow("a name narrower") << TrackColumn::Album << -50;
        QTest::newRow("the title narrower") << TrackColumn::Title << -120;
        QTest::newRow("a figure wider") << TrackColumn::Duration << 40;
    }
    void aDraggedColumnKeepsItsWidth()
    {
        QFETCH(const TrackColumn, column);
        QFETCH(const int, by);
        TrackTable& table = m_demo->openTracks();
        QVERIFY(isFilled(table));
        const int wanted = widthOf(table, column) + by;
        drag(table, column, by);
        QCOMPARE(widthOf(table, column), wanted);

        const TrackColumn shared
            = column == TrackColumn::Title ? TrackColumn::Artist : TrackColumn::Title;
        const int before = widthOf(table, shared);
        m_demo->window->resize(1500, 800);
        QTRY_VERIFY(widthOf(table, shared) > before);
        QCOMPARE(widthOf(table, column), wanted);
        QVERIFY(isFilled(table));
        m_demo->window->resize(1280, 800);
        QTRY_VERIFY(isFilled(table));
        QCOMPARE(widthOf(table, column), wanted);

        newWindow();
        TrackTable& again = m_demo->openTracks();
        QCOMPARE(widthOf(again, column), wanted);
        QVERIFY(isFilled(again));
    }

    void columnsCanBeFittedAgain()
    {
        TrackTable& table = m_demo->openTracks();
        const int before = widthOf(table, TrackColumn::Artist);
        drag(table, TrackColumn::Artist, 80);
        QAction* fit = menuAction(table, u"columnsFit"_s);
        QVERIFY(fit && fit->isEnabled());
        fit->trigger();
        QCOMPARE(widthOf(table, TrackColumn::Artist), before);
        QVERIFY(isFilled(table));
    }

    void lessImportantColumnsYieldWhereThereIsNoRoom()
    {
        TrackTable& table = m_demo->openTracks();
        const QStringList all { u"Title"_s, u"Artist"_s, u"Album"_s, u"Rating"_s, u"Time"_s,
            u"Plays"_s };
        QCOMPARE(shownIn(table), all);
        m_demo->window->showQueue(true);
        m_demo->window->resize(900, 600);
        QTRY_VERIFY(!shownIn(table).contains(u"Plays"_s) && isFilled(table));
        QVERIFY(shownIn(table).contains(u"Artist"_s));
        m_demo->window->resize(720, 480);
        QTRY_COMPARE(shownIn(table), QStringList({ u"Title"_s, u"Artist"_s, u"Rating"_s }));
        QTRY_VERIFY(isFilled(table)); // no star is cut off
        const QAction* album = menuAction(table, u"column/Album"_s);
        QVERIFY(album && album->isChecked() && album->text().contains(u"no room"_s));
        // As the window closes so it comes again, and what yielded comes back.
        newWindow();
        TrackTable& again = m_demo->openTracks();
        QTRY_COMPARE(shownIn(again), all);
        QVERIFY(isFilled(again));
    }

    void whatIsSortedByAndWhatIsChosenYieldsLast()
    {
        TrackTable& table = m_demo->openTracks();
        m_demo->window->showQueue(true);
        m_demo->window->resize(900, 600);
        QTRY_VERIFY(!shownIn(table).contains(u"Plays"_s));
        table.showSort({ { library::TrackSort::Plays, true } });
        QVERIFY(shownIn(table).contains(u"Plays"_s));
        QVERIFY(isFilled(table));
        table.showSort({});
        QVERIFY(!shownIn(table).contains(u"Plays"_s));
        menuAction(table, u"column/Year"_s)->trigger();
        QVERIFY(shownIn(table).contains(u"Year"_s));
        QVERIFY(isFilled(table));
        newWindow();
        TrackTable& again = m_demo->openTracks();
        m_demo->window->showQueue(true);
        m_demo->window->resize(900, 600);
        QTRY_VERIFY(!shownIn(again).contains(u"Plays"_s));
        QVERIFY(shownIn(again).contains(u"Year"_s));
    }

    void columnsOfAnOlderVersionAreKept()
    {
        TrackTable& table = m_demo->openTracks();
        const QByteArray now = table.saveColumns();
        int version = 0;
        QByteArray sections;
        QHash<int, double> widths;
        QDataStream(now) >> version >> sections >> widths;
        QByteArray before;
        QDataStream(&before, QIODevice::WriteOnly)
            << 2 << sections << QHash<int, double> { { int(TrackColumn::Artist), 130.0 } };
        menuAction(table, u"column/Year"_s)->trigger();
        table.restoreColumns(before);
        QVERIFY(!shownIn(table).contains(u"Year"_s));
        QVERIFY(shownIn(table).contains(u"Plays"_s));
        QCOMPARE(widthOf(table, TrackColumn::Artist), 130);
        // What no version wrote changes nothing.
        for (const QByteArray& damaged : { QByteArray(), QByteArray("junk"), before.left(20),
                 now.left(now.size() - 3), QByteArray(200, '\xff') }) {
            table.restoreColumns(damaged);
            QCOMPARE(widthOf(table, TrackColumn::Artist), 130);
        }
    }

    void lockedStarsTakeNoClickInAnyWindow()
    {
        TrackTable& table = m_demo->openTracks();
        QAction* lock = menuAction(table, u"ratingsLock"_s);
        QVERIFY(lock && lock->isCheckable() && !lock->isChecked());
        lock->trigger();
        QVERIFY(table.isRatingLocked());
        QVERIFY(m_demo->settings.value(ui::lists::kLockRatings));
        const int row = unratedRow(table);
        QVERIFY(row >= 0);
        const quint64 key = m_demo->keyOf(table, row);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, starsOf(table, row, 4));
        QVERIFY(!ratingOf(table, row).isValid());
        // Had the click rated, its request would have come before the key's.
        table.selectRow(row);
        QTest::keyClick(&table, Qt::Key_4);
        QTRY_COMPARE(m_demo->serverRating(key), 8.0);
        QCOMPARE(m_demo->requests("PUT").size(), 1);

        newWindow();
        TrackTable& again = m_demo->openTracks();
        QVERIFY(again.isRatingLocked());
        m_demo->window->go(ui::Route::album(again.trackRows()->track(row)->albumId));
        QVERIFY(m_demo->find<TrackTable>(u"albumTable"_s)->isRatingLocked());
        m_demo->window->goBack();
        lock = menuAction(again, u"ratingsLock"_s);
        QVERIFY(lock && lock->isChecked());
        lock->trigger();
        QVERIFY(!again.isRatingLocked());
        QTest::mouseClick(again.viewport(), Qt::LeftButton, {}, starsOf(again, row, 4));
        QTRY_COMPARE(m_demo->serverRating(key), 1.0);
    }

    void theRowsMenuLocksTooAndALockedStarSaysWhy()
    {
        TrackTable& table = m_demo->openTracks();
        const int row = unratedRow(table);
        QVERIFY(row >= 0);
        table.selectRow(row);
        QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(&table, &menuKey);
        auto* menu = m_demo->window->findChild<QMenu*>(u"trackMenu"_s);
        QVERIFY(menu);
        auto* lock = menu->findChild<QAction*>(u"ratingsLock"_s);
        QVERIFY(lock && lock->isCheckable() && !lock->isChecked());
        lock->trigger();
        QVERIFY(table.isRatingLocked());
        menu->close();
        const QPoint star = starsOf(table, row, 4);
        QHelpEvent help(QEvent::ToolTip, star, table.viewport()->mapToGlobal(star));
        QApplication::sendEvent(table.viewport(), &help);
        QVERIFY(QToolTip::text().contains(u"locked"_s));
        QToolTip::hideText();
    }
};

PLEXM8_GUI_TEST_MAIN(TestColumns)
#include "tst_columns.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/covergrid.h"
#include "ui/common/format.h"
#include "ui/common/ratingmenu.h"
#include "ui/common/stars.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QTest>

using namespace Qt::StringLiterals;
using types::OptionalRating;
using types::Rating;

/// "Rate" in the menus of lists: it says what the selection has, also that it is mixed, and sets
/// half stars of all of it, with real writes to the server.
class TestRatingMenu : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    ui::TrackTable& selectRows(int first, int last)
    {
        ui::TrackTable& table = m_demo->openTracks();
        const auto* model = table.model();
        table.selectionModel()->select(
            { model->index(first, 0), model->index(last, model->columnCount() - 1) },
            QItemSelectionModel::ClearAndSelect);
        table.selectionModel()->setCurrentIndex(
            model->index(first, 0), QItemSelectionModel::NoUpdate);
        return table;
    }
    /// What the tracks of these rows are to have, from the server on.
    void giveAtServer(ui::TrackTable& table, const QList<std::optional<double>>& ratings)
    {
        for (int row = 0; row < ratings.size(); ++row) {
            QVERIFY(m_demo->demo.server.setRating(m_demo->keyOf(table, row), ratings.at(row)));
        }
        QVERIFY(m_demo->demo.syncNow());
    }
    QMenu* openMenu(QAbstractItemView& view)
    {
        const QPoint middle = view.visualRect(view.currentIndex()).center();
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, middle, view.viewport()->mapToGlobal(middle));
        QCoreApplication::sendEvent(view.viewport(), &event);
        return qobject_cast<QMenu*>(QApplication::activePopupWidget());
    }
    static QMenu* rateMenuOf(QMenu& menu) { return menu.findChild<QMenu*>(u"rateMenu"_s); }
    static QAction* line(QMenu& rate, const QString& text)
    {
        for (QAction* action : rate.actions()) {
            if (action->isCheckable() && action->text() == text) {
                return action;
            }
        }
        return nullptr;
    }
    static QStringList checked(QMenu& rate)
    {
        QStringList lines;
        for (QAction* action : rate.actions()) {
            if (action->isChecked() && action->data().isValid()) {
                lines.append(action->text());
            }
        }
        return lines;
    }

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(120)); }
    void cleanup() { m_demo.reset(); }

    void itSaysWhatAllHave()
    {
        ui::TrackTable& table = selectRows(0, 2);
        giveAtServer(table, { 7.0, 7.0, 7.0 });
        QMenu* menu = openMenu(selectRows(0, 2));
        QVERIFY(menu);
        QMenu* rate = rateMenuOf(*menu);
        const QString text = ui::format::rating(OptionalRating(Rating::fromPlex(7)));
        QTRY_COMPARE(checked(*rate), QStringList { text });
        const auto* stars = rate->findChild<ui::StarRating*>(u"rateStars"_s);
        QCOMPARE(stars->rating()->halfStars(), 7);
        QVERIFY(!stars->isMixed());
        menu->close();
    }

    void ofMixedOnesNoneIsCheckedAndAHalfStarGoesToAll()
    {
        ui::TrackTable& table = selectRows(0, 2);
        giveAtServer(table, { 7.0, 3.0, std::nullopt });
        QMenu* menu = openMenu(selectRows(0, 2));
        QVERIFY(menu);
        QMenu* rate = rateMenuOf(*menu);
        auto* stars = rate->findChild<ui::StarRating*>(u"rateStars"_s);
        QTRY_VERIFY(stars->isMixed());
        QCOMPARE(checked(*rate), QStringList());
        QCOMPARE(stars->valueText(), ui::format::rating(types::SharedRating { {}, true }));
        line(*rate, ui::format::rating(OptionalRating(Rating::fromPlex(9))))->trigger();
        menu->close();
        for (int row = 0; row < 3; ++row) {
            QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, row)), 9.0);
        }
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        QVERIFY(support::await(m_demo->changes.undo())); // one step for all of them
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 0)), 7.0);
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 1)), 3.0);
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 2)), -1.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void theStarsInItTakeAClickAndCloseIt()
    {
        ui::TrackTable& table = selectRows(0, 1);
        giveAtServer(table, { 2.0, 4.0 });
        QMenu* menu = openMenu(selectRows(0, 1));
        QVERIFY(menu);
        QMenu* rate = rateMenuOf(*menu);
        menu->setActiveAction(rate->menuAction());
        QTRY_VERIFY(rate->isVisible());
        auto* stars = rate->findChild<ui::StarRating*>(u"rateStars"_s);
        QTRY_VERIFY(stars->isMixed());
        // They have their place above the lines, which the keyboard goes past.
        const QRect place(stars->mapTo(rate, QPoint()), stars->size());
        QVERIFY(stars->isVisible() && rate->rect().contains(place));
        QVERIFY(place.bottom() < rate->actionGeometry(rate->actions().at(2)).top());
        QTest::mouseClick(stars, Qt::LeftButton, {}, { stars->width() - 6, stars->height() / 2 });
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 0)), 10.0);
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 1)), 10.0);
        QVERIFY(!QApplication::activePopupWidget());
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void noRatingClearsAllAndByKeysAlone()
    {
        ui::TrackTable& table = selectRows(0, 1);
        giveAtServer(table, { 2.0, 4.0 });
        QMenu* menu = openMenu(selectRows(0, 1));
        QVERIFY(menu);
        QMenu* rate = rateMenuOf(*menu);
        menu->setActiveAction(rate->menuAction());
        QTest::keyClick(menu, Qt::Key_Right);
        QTRY_VERIFY(rate->isVisible());
        QAction* none = line(*rate, ui::TrackTable::tr("No rating"));
        for (int i = 0; i < 20 && rate->activeAction() != none; ++i) {
            QTest::keyClick(rate, Qt::Key_Down);
        }
        QCOMPARE(rate->activeAction(), none);
        QTest::keyClick(rate, Qt::Key_Return);
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 0)), -1.0);
        QTRY_COMPARE(m_demo->serverRating(m_demo->keyOf(table, 1)), -1.0);
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
    }

    void anAlbumAndAnArtistSayTheirs_data()
    {
        QTest::addColumn<ui::Route::Place>("place");
        QTest::addColumn<QString>("name");
        QTest::newRow("album") << ui::Route::Place::Albums << u"albumsGrid"_s;
        QTest::newRow("artist") << ui::Route::Place::Artists << u"artistsGrid"_s;
    }
    void anAlbumAndAnArtistSayTheirs()
    {
        QFETCH(ui::Route::Place, place);
        QFETCH(QString, name);
        (void)m_demo->openTracks();
        m_demo->window->go({ place, 0, {} });
        auto* grid = m_demo->find<ui::CoverGrid>(name);
        QTRY_VERIFY(grid->model() && grid->model()->rowCount() > 0);
        const auto id = grid->model()->index(0, 0).data(ui::PagedModelBase::IdRole).toLongLong();
        QVERIFY(support::await(m_demo->ratings.rate(
            m_demo->demo.library.key(), { types::ItemId { id } }, Rating::fromPlex(5))));
        QTRY_COMPARE(m_demo->changes.pendingSteps(), 0);
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QMenu* menu = openMenu(*grid);
        QVERIFY(menu);
        QTRY_COMPARE(checked(*rateMenuOf(*menu)),
            QStringList { ui::format::rating(OptionalRating(Rating::fromPlex(5))) });
        menu->close();
    }
};

PLEXM8_GUI_TEST_MAIN(TestRatingMenu)
#include "tst_ratingmenu.moc"

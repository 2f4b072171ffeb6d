// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/stars.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;

class TestStars : public QObject
{
    Q_OBJECT

private:
    static void halfStars()
    {
        QTest::addColumn<int>("halves");
        for (int halves = 1; halves <= 10; ++halves) {
            QTest::addRow("%d half stars", halves) << halves;
        }
    }
    /// Where the half that means @p halves half stars lies, from the first star's left edge.
    static int middleOfHalf(int halves, int side)
    {
        constexpr int kGap = 2;
        const int star = (halves - 1) / 2;
        return star * (side + kGap) + (halves % 2 == 1 ? side / 4 : 3 * side / 4);
    }
    static QRect cell(const QTableView& view) { return view.visualRect(view.model()->index(0, 0)); }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<types::Rating>();
        qRegisterMetaType<types::OptionalRating>();
    }

    void hitAreasAreHalves_data()
    {
        QTest::addColumn<int>("x");
        QTest::addColumn<double>("stars");
        QTest::newRow("left of all") << -5 << 0.5;
        QTest::newRow("first half") << 3 << 0.5;
        QTest::newRow("second half") << 15 << 1.0;
        QTest::newRow("third star, left") << 46 << 2.5;
        QTest::newRow("right of all") << 500 << 5.0;
    }
    void hitAreasAreHalves()
    {
        QFETCH(int, x);
        QFETCH(double, stars);
        QCOMPARE(ui::stars::at(x, 20).stars(), stars);
    }

    void aClickStoresAndTheSameValueDoesNot()
    {
        QStandardItemModel model(1, 1);
        QTableView view;
        view.setModel(&model);
        auto* delegate = new ui::StarDelegate(&view);
        view.setItemDelegate(delegate);
        view.setColumnWidth(0, 200);
        view.show();
        QSignalSpy rated(delegate, &ui::StarDelegate::rated);
        const QPoint third(cell(view).left() + 8 + 2 * 20 + 12, cell(view).center().y());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, third);
        QCOMPARE(rated.size(), 1);
        const auto rating = rated.at(0).at(1).value<types::Rating>();
        QVERIFY(rating.stars() >= 2.5);
        model.setData(model.index(0, 0), rating.plex(), ui::PagedModelBase::ValueRole);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, third);
        QCOMPARE(rated.size(), 1);
        delegate->setLocked(true);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, cell(view).center());
        QCOMPARE(rated.size(), 1);
    }

    void aCellPromisesWhatAClickStores_data() { halfStars(); }
    void aCellPromisesWhatAClickStores()
    {
        QFETCH(int, halves);
        QStandardItemModel model(1, 1);
        QTableView view;
        view.setModel(&model);
        auto* delegate = new ui::StarDelegate(&view);
        view.setItemDelegate(delegate);
        view.setColumnWidth(0, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QModelIndex index = model.index(0, 0);
        QSignalSpy rated(delegate, &ui::StarDelegate::rated);
        const int side = qMin(cell(view).height() - 4, ui::scaled(17));
        const QPoint point(cell(view).left() + ui::space::kS + middleOfHalf(halves, side),
            cell(view).center().y());
        QTest::mouseMove(view.viewport(), point);
        QTRY_VERIFY(delegate->shown(index));
        QCOMPARE(delegate->shown(index)->halfStars(), halves);
        QVERIFY(!index.data(ui::PagedModelBase::ValueRole).isValid()); // only a promise
        const auto promised = *delegate->shown(index);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(rated.size(), 1);
        QCOMPARE(rated.at(0).at(1).value<types::Rating>(), promised);
        QTest::mouseMove(view.viewport(), point + QPoint(1, 0));
        QTRY_VERIFY(delegate->shown(index));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(view.viewport(), &leave);
        QVERIFY(!delegate->shown(index)); // as it was
    }

    void theWidgetPromisesWhatAClickStores_data() { halfStars(); }
    void theWidgetPromisesWhatAClickStores()
    {
        QFETCH(int, halves);
        ui::StarRating stars;
        stars.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stars));
        QSignalSpy chosen(&stars, &ui::StarRating::chosen);
        const QPoint point(ui::space::kXs + middleOfHalf(halves, ui::scaled(18)), 10);
        QTest::mouseMove(&stars, point);
        QTRY_VERIFY(stars.shown());
        QCOMPARE(stars.shown()->halfStars(), halves);
        QVERIFY(!stars.rating());
        const auto promised = stars.shown();
        QTest::mouseClick(&stars, Qt::LeftButton, {}, point);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<types::OptionalRating>(), promised);
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&stars, &leave);
        QVERIFY(!stars.shown());
    }

    void everyHalfStarByKeysAlone()
    {
        ui::StarRating stars;
        connect(&stars, &ui::StarRating::chosen, &stars, &ui::StarRating::setRating);
        for (int halves = 1; halves <= 10; ++halves) {
            QTest::keyClick(&stars, Qt::Key_Right);
            QCOMPARE(stars.rating()->halfStars(), halves);
        }
        QTest::keyClick(&stars, Qt::Key_Right); // no more than five stars
        QCOMPARE(stars.rating()->halfStars(), 10);
        for (int halves = 9; halves >= 1; --halves) {
            QTest::keyClick(&stars, Qt::Key_Left);
            QCOMPARE(stars.rating()->halfStars(), halves);
        }
        QTest::keyClick(&stars, Qt::Key_Left);
        QVERIFY(!stars.rating());
        QTest::keyClick(&stars, Qt::Key_3);
        QCOMPARE(stars.rating()->halfStars(), 6);
        QTest::keyClick(&stars, Qt::Key_Delete);
        QVERIFY(!stars.rating());
    }

    void theWheelRatesWhereItIsWanted()
    {
        ui::StarRating stars;
        QSignalSpy chosen(&stars, &ui::StarRating::chosen);
        connect(&stars, &ui::StarRating::chosen, &stars, &ui::StarRating::setRating);
        const auto turn = [&stars](int notches) {
            QWheelEvent event({ 5, 5 }, stars.mapToGlobal(QPointF(5, 5)), {}, { 0, 60 * notches },
                Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&stars, &event);
        };
        turn(2);
        QCOMPARE(chosen.size(), 0); // a page scrolls
        stars.setWheelRates(true);
        turn(1); // half a notch
        QCOMPARE(chosen.size(), 0);
        turn(1);
        QCOMPARE(stars.rating()->halfStars(), 1);
        turn(6);
        QCOMPARE(stars.rating()->halfStars(), 4);
        turn(-2);
        QCOMPARE(stars.rating()->halfStars(), 3);
    }

    void mixedValuesAreShownAsSuchAndAnyChoiceSetsAll()
    {
        ui::installStarAccessibility();
        ui::StarRating stars;
        stars.resize(stars.sizeHint());
        QSignalSpy chosen(&stars, &ui::StarRating::chosen);
        const QImage unrated = stars.grab().toImage();
        stars.setShared({ {}, true });
        QVERIFY(stars.isMixed());
        QVERIFY(stars.grab().toImage() != unrated);
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&stars);
        QCOMPARE(accessible->text(QAccessible::Value), u"different ratings"_s);
        QTest::keyClick(&stars, Qt::Key_Right); // half a star more than what?
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(&stars, Qt::Key_0);
        QCOMPARE(chosen.size(), 1); // none of them keeps its rating
        QTest::keyClick(&stars, Qt::Key_4);
        QCOMPARE(chosen.size(), 2);
        stars.setRating(types::Rating::fromStars(4));
        QVERIFY(!stars.isMixed());
        QCOMPARE(accessible->valueInterface()->currentValue().toDouble(), 4.0);
    }

    void keysChoose()
    {
        ui::StarRating stars;
        QSignalSpy chosen(&stars, &ui::StarRating::chosen);
        QTest::keyClick(&stars, Qt::Key_4);
        QCOMPARE(chosen.size(), 1);
        stars.setRating(types::Rating::fromStars(4));
        QTest::keyClick(&stars, Qt::Key_4);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(&stars, Qt::Key_Right);
        QCOMPARE(chosen.size(), 2);
        QTest::keyClick(&stars, Qt::Key_0);
        QCOMPARE(chosen.size(), 3);
    }

    void screenReadersReadAndSetTheValue()
    {
        ui::installStarAccessibility();
        ui::StarRating stars;
        stars.setRating(types::Rating::fromStars(3.5));
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&stars);
        QVERIFY(accessible && accessible->valueInterface());
        QCOMPARE(accessible->valueInterface()->currentValue().toDouble(), 3.5);
        QCOMPARE(accessible->text(QAccessible::Value), QString(u"3"_s + QChar(0xbd) + u" stars"_s));
        QSignalSpy chosen(&stars, &ui::StarRating::chosen);
        accessible->valueInterface()->setCurrentValue(5.0);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.at(0).at(0).value<types::OptionalRating>()->stars(), 5.0);
        accessible->valueInterface()->setCurrentValue(2.5);
        QCOMPARE(chosen.at(1).at(0).value<types::OptionalRating>()->stars(), 2.5);
        accessible->valueInterface()->setCurrentValue(0.0);
        QVERIFY(!chosen.at(2).at(0).value<types::OptionalRating>());
        QCOMPARE(accessible->valueInterface()->minimumStepSize().toDouble(), 0.5);
    }
};

PLEXM8_GUI_TEST_MAIN(TestStars)
#include "tst_stars.moc"

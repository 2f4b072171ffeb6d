// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/stars.h"

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
    static QRect cell(const QTableView& view) { return view.visualRect(view.model()->index(0, 0)); }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<types::Rating>(); }

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
    }
};

PLEXM8_GUI_TEST_MAIN(TestStars)
#include "tst_stars.moc"

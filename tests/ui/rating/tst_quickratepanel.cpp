// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/stallguard.h"
#include "ui/common/covers.h"
#include "ui/common/linkbutton.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"
#include "ui/rating/quickratepanel.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using types::OptionalRating;
using types::Rating;
using ui::QuickRatePanel;

/// The small window alone: what it asks for, and when.
class TestQuickRatePanel : public QObject
{
    Q_OBJECT

    const QRect kScreen { 0, 0, 1920, 1080 };
    ui::Covers m_covers { [](const QString&, int, std::stop_token) {
        return util::async::ready<QImage>(util::Error::cancelled());
    } };
    std::unique_ptr<QuickRatePanel> m_window;
    std::unique_ptr<QSignalSpy> m_chosen;

    ui::StarRating& stars() { return *m_window->findChild<ui::StarRating*>(); }
    OptionalRating chosen(int i) { return m_chosen->at(i).at(0).value<OptionalRating>(); }
    void ask()
    {
        m_window->popUp(QuickRatePanel::How::Asked, {}, kScreen);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<OptionalRating>();
        ui::installStarAccessibility();
    }
    void init()
    {
        m_window = std::make_unique<QuickRatePanel>(m_covers);
        m_window->setTrack(u"Title"_s, u"Artist"_s, {});
        m_window->setRating(Rating::fromStars(2));
        m_chosen = std::make_unique<QSignalSpy>(m_window.get(), &QuickRatePanel::chosen);
    }
    void cleanup()
    {
        m_chosen.reset();
        m_window.reset();
    }

    void aDigitIsKeptAfterAMoment()
    {
        ask();
        QCOMPARE(m_window->focusWidget(), &stars());
        QTest::keyClick(m_window->focusWidget(), Qt::Key_4);
        QCOMPARE(stars().rating(), OptionalRating(Rating::fromStars(4))); // shown at once
        QCOMPARE(m_chosen->size(), 0);
        QTRY_COMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(0), OptionalRating(Rating::fromStars(4)));
        QVERIFY(m_window->isVisible());
    }

    void stepsAreOneChoice()
    {
        ask();
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
        }
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
        QVERIFY(!m_window->isVisible());
        QCOMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(0), OptionalRating(Rating::fromStars(4.5)));
    }

    void escapeLeavesItAsItWas()
    {
        ask();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_5);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
        support::turn(std::chrono::milliseconds(900)); // longer than a choice settles
        QCOMPARE(m_chosen->size(), 0);
        QCOMPARE(stars().rating(), OptionalRating(Rating::fromStars(2)));
    }

    void theWheelAnywhereInItGivesHalfStars()
    {
        ask();
        QWheelEvent event({ 20, 20 }, m_window->mapToGlobal(QPointF(20, 20)), {}, { 0, 120 },
            Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_window.get(), &event);
        QCOMPARE(stars().rating(), OptionalRating(Rating::fromStars(2.5)));
        QTRY_COMPARE(m_chosen->size(), 1);
    }

    void whatWasDoneIsTakenBackByLinkAndByKeys()
    {
        ask();
        auto* undo = m_window->findChild<ui::LinkButton*>(u"quickRateUndo"_s);
        QVERIFY(!undo->isVisible());
        QSignalSpy undone(m_window.get(), &QuickRatePanel::undoRequested);
        QTest::keyClick(&stars(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 0); // there is nothing
        m_window->setDone(u"Rated: 4 stars."_s);
        QVERIFY(undo->isVisible());
        QTest::keyClick(&stars(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.size(), 1);
        QTest::keyClick(&stars(), Qt::Key_Tab);
        QTRY_COMPARE(m_window->focusWidget(), undo);
        QTest::keyClick(undo, Qt::Key_3); // the stars work from there, too
        QCOMPARE(stars().rating(), OptionalRating(Rating::fromStars(3)));
        QTest::keyClick(undo, Qt::Key_Space);
        QCOMPARE(undone.size(), 2);
    }

    /// That it takes no keyboard away is seen on an X server: tst_hotkeys.
    void anOfferGoesWhenItHasItsAnswer()
    {
        m_window->popUp(QuickRatePanel::How::Offered, {}, kScreen);
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->testAttribute(Qt::WA_ShowWithoutActivating));
        QTest::mouseClick(&stars(), Qt::LeftButton, {}, { stars().width() - 6, 10 });
        QTRY_COMPARE(m_chosen->size(), 1);
        m_window->setDone(u"Rated: 5 stars."_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 6000); // it has its answer
    }

    void whoGoesOnElsewhereKeepsWhatWasChosen()
    {
        ask();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_1);
        QLineEdit elsewhere;
        elsewhere.show();
        elsewhere.activateWindow();
        QTRY_VERIFY(!m_window->isVisible());
        QCOMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(0), OptionalRating(Rating::fromStars(1)));
    }

    void anotherTrackKeepsTheChoiceForTheFormer()
    {
        ask();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_1);
        m_window->setTrack(u"Another"_s, {}, {});
        QCOMPARE(m_chosen->size(), 1);
        QVERIFY(!stars().rating());
    }

    void withoutATrackThereIsNothingToRate()
    {
        m_window->setTrack({}, {}, {});
        ask();
        QVERIFY(!stars().isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_4);
        support::turn(std::chrono::milliseconds(900));
        QCOMPARE(m_chosen->size(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->isVisible());
    }

    void aScreenReaderReadsAndSetsIt()
    {
        ask();
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&stars());
        QCOMPARE(accessible->valueInterface()->currentValue().toDouble(), 2.0);
        QVERIFY(!accessible->text(QAccessible::Name).isEmpty());
        accessible->valueInterface()->setCurrentValue(3.5);
        QTRY_COMPARE(m_chosen->size(), 1);
        QCOMPARE(chosen(0), OptionalRating(Rating::fromStars(3.5)));
    }

    void itStandsBesideTheIconAndOnTheScreen_data()
    {
        QTest::addColumn<QRect>("anchor");
        QTest::newRow("a panel at the foot") << QRect(1800, 1050, 24, 24);
        QTest::newRow("a panel at the top") << QRect(1700, 2, 24, 24);
        QTest::newRow("at the left") << QRect(2, 500, 24, 24);
        QTest::newRow("the mouse in a corner") << QRect(1919, 1079, 1, 1);
        QTest::newRow("nobody knows") << QRect();
    }
    void itStandsBesideTheIconAndOnTheScreen()
    {
        QFETCH(QRect, anchor);
        const QSize size(380, 140);
        const QRect place(QuickRatePanel::placeFor(size, anchor, kScreen), size);
        QVERIFY(kScreen.contains(place));
        QVERIFY(!anchor.isValid() || !place.intersects(anchor));
    }
};

PLEXM8_GUI_TEST_MAIN(TestQuickRatePanel)
#include "tst_quickratepanel.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/behaviour.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::behaviour::OnClose;

/// What closing the window means, with a tray and without one.
class TestClosing : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;
    std::unique_ptr<QSignalSpy> m_closed;

    ui::MainWindow& window() { return *m_demo->window; }
    QMessageBox* question() { return m_demo->find<QMessageBox>(u"closeQuestion"_s); }
    OnClose setting() { return m_demo->settings.value(ui::behaviour::kOnClose); }
    void answer(QMessageBox::ButtonRole role)
    {
        for (QAbstractButton* button : question()->buttons()) {
            if (question()->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL("there is no such button");
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(20));
        window().show();
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        m_closed = std::make_unique<QSignalSpy>(&window(), &ui::MainWindow::closed);
    }
    void cleanup()
    {
        m_closed.reset();
        m_demo.reset();
    }

    void withoutATrayItEndsTheProgram_data()
    {
        QTest::addColumn<OnClose>("means");
        QTest::newRow("never asked") << OnClose::Ask;
        QTest::newRow("to be kept") << OnClose::KeepInTray;
        QTest::newRow("to quit") << OnClose::Quit;
    }
    void withoutATrayItEndsTheProgram()
    {
        QFETCH(OnClose, means);
        m_demo->settings.set(ui::behaviour::kOnClose, means);
        window().close();
        QCOMPARE(m_closed->count(), 1);
        QVERIFY(!window().isVisible());
        QVERIFY(!question());
        QCOMPARE(setting(), means);
    }

    void itIsAskedOnceAndKept_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("button");
        QTest::addColumn<OnClose>("means");
        QTest::addColumn<int>("ends");
        QTest::newRow("keep") << QMessageBox::YesRole << OnClose::KeepInTray << 0;
        QTest::newRow("quit") << QMessageBox::NoRole << OnClose::Quit << 1;
    }
    void itIsAskedOnceAndKept()
    {
        QFETCH(QMessageBox::ButtonRole, button);
        QFETCH(OnClose, means);
        QFETCH(int, ends);
        window().setTrayAvailable(true);
        window().close();
        window().close(); // impatient: still one question
        QTRY_VERIFY(question() && question()->isVisible());
        QCOMPARE(window().findChildren<QMessageBox*>().size(), 1);
        QVERIFY(window().isVisible());
        answer(button);
        QTRY_VERIFY(!window().isVisible());
        QCOMPARE(setting(), means);
        QCOMPARE(m_closed->count(), ends);
    }

    void aQuestionThatIsNotAnsweredKeepsTheWindow()
    {
        window().setTrayAvailable(true);
        window().close();
        QTRY_VERIFY(question() && question()->isVisible());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QVERIFY(window().isVisible());
        QCOMPARE(setting(), OnClose::Ask);
        QCOMPARE(m_closed->count(), 0);
    }

    void aTrayThatGoesWhileItIsAskedKeepsTheWindow()
    {
        window().setTrayAvailable(true);
        window().close();
        QTRY_VERIFY(question() && question()->isVisible());
        window().setTrayAvailable(false);
        answer(QMessageBox::YesRole);
        QTRY_VERIFY(!question());
        QVERIFY(window().isVisible());
        QCOMPARE(m_closed->count(), 0);
    }

    void quitEndsItWhateverClosingMeans()
    {
        window().setTrayAvailable(true);
        m_demo->settings.set(ui::behaviour::kOnClose, OnClose::KeepInTray);
        QTest::keyClick(&window(), Qt::Key_Q, Qt::ControlModifier);
        QTRY_COMPARE(m_closed->count(), 1);
        QVERIFY(!window().isVisible());
    }

    void theEndOfTheSessionIsNotAskedAbout()
    {
        window().setTrayAvailable(true);
        window().prepareEnd();
        window().close();
        QCOMPARE(m_closed->count(), 1);
        QVERIFY(!question());
    }

    void theSettingsShowWhatWasAnswered()
    {
        window().go({ ui::Route::Place::Settings, 0, {} });
        const auto* choice = m_demo->find<QComboBox>(u"settingsOnClose"_s);
        QVERIFY(choice);
        QCOMPARE(choice->currentData().toInt(), int(OnClose::Ask));
        window().setTrayAvailable(true);
        window().close();
        QTRY_VERIFY(question() && question()->isVisible());
        answer(QMessageBox::YesRole);
        QTRY_COMPARE(choice->currentData().toInt(), int(OnClose::KeepInTray));
    }
};

PLEXM8_GUI_TEST_MAIN(TestClosing)
#include "tst_closing.moc"

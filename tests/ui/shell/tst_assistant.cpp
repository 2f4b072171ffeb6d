// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/assistant/assistantpage.h"
#include "ui/common/appearance.h"
#include "ui/common/behaviour.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Step = ui::AssistantPage::Step;

/// The pages of a first start, in the real window.
class TestAssistant : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    ui::AssistantPage& page() { return *m_demo->find<ui::AssistantPage>(u"assistantPage"_s); }
    QAbstractButton& button(const QString& name) { return *m_demo->find<QAbstractButton>(name); }
    void click(const QString& name)
    {
        QVERIFY2(button(name).isVisible() && button(name).isEnabled(), qPrintable(name));
        button(name).click();
    }
    void open(bool hasLibrary)
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(20), hasLibrary);
        if (!hasLibrary) {
            const auto key = m_demo->demo.library.key();
            QVERIFY(support::await(m_demo->demo.library.remove(key)));
        }
        m_demo->settings.set(ui::appearance::kMotion, ui::Motion::Off);
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
        m_demo->window->activateWindow();
        m_demo->window->showAssistant();
    }
    QString focus() { return m_demo->window->focusWidget()->objectName(); }

private Q_SLOTS:
    void cleanup() { m_demo.reset(); }

    void itLeadsFromTheWelcomeToTheLibrary()
    {
        open(true);
        m_demo->window->setTrayAvailable(true);
        QCOMPARE(page().step(), Step::Welcome);
        QCOMPARE(focus(), u"assistantBegin"_s);
        QTest::keyClick(m_demo->window->focusWidget(), Qt::Key_Space);
        QCOMPARE(page().step(), Step::Connect);
        QVERIFY(m_demo->find<QWidget>(u"connectPage"_s)->isVisible());
        click(u"assistantNext"_s); // there is a server already
        QCOMPARE(page().step(), Step::Looks);
        click(u"assistantTheme/dark"_s);
        QVERIFY(m_demo->theme.isDark());
        click(u"assistantText/125"_s);
        QCOMPARE(m_demo->settings.value(ui::appearance::kTextPercent), 125);
        click(u"assistantRows/1"_s);
        QCOMPARE(m_demo->settings.value(ui::appearance::kDensity), ui::Density::Compact);
        click(u"assistantNext"_s);
        QCOMPARE(page().step(), Step::Window);
        click(u"assistantOnClose/keep"_s);
        QCOMPARE(
            m_demo->settings.value(ui::behaviour::kOnClose), ui::behaviour::OnClose::KeepInTray);
        click(u"assistantNext"_s);
        QCOMPARE(page().step(), Step::Library);
        m_demo->window->setSync(true, u"Tracks"_s, 250, 1000);
        QVERIFY(m_demo->find<QLabel>(u"assistantLibraryText"_s)
                    ->text()
                    .startsWith(u"Tracks: 250 of 1,000"_s));
        auto* progress = m_demo->find<QProgressBar>(u"assistantProgress"_s);
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value() * 4, progress->maximum());
        m_demo->window->setSync(false, {}, 0, 0);
        QCOMPARE(
            m_demo->find<QLabel>(u"assistantLibraryTitle"_s)->text(), u"Your library is here"_s);
        QVERIFY(!m_demo->settings.value(ui::behaviour::kAssistantDone));
        click(u"assistantNext"_s);
        QVERIFY(!page().isVisible());
        QVERIFY(m_demo->settings.value(ui::behaviour::kAssistantDone));
    }

    void backLeadsBackAndEachPageCanBeSkipped()
    {
        open(false); // no server
        m_demo->window->setTrayAvailable(false);
        click(u"assistantBegin"_s);
        QVERIFY(!button(u"assistantNext"_s).isVisible());
        click(u"assistantSkip"_s);
        QCOMPARE(page().step(), Step::Looks);
        click(u"assistantNext"_s);
        QCOMPARE(page().step(), Step::Window);
        QVERIFY(m_demo->find<QLabel>(u"assistantNoTray"_s)->isVisible());
        QVERIFY(!button(u"assistantOnClose/keep"_s).isVisible());
        click(u"assistantNext"_s);
        QCOMPARE(page().step(), Step::Library);
        for (const Step step : { Step::Window, Step::Looks, Step::Connect, Step::Welcome }) {
            click(u"assistantBack"_s);
            QCOMPARE(page().step(), step);
        }
        QVERIFY(!button(u"assistantBack"_s).isVisible());
    }

    void aServerLeadsOnFromThePageThatAsksForIt()
    {
        open(false);
        click(u"assistantBegin"_s);
        m_demo->window->showConnectPage(false); // what the program does when one is connected
        QCOMPARE(page().step(), Step::Looks);
        QVERIFY(page().isVisible());
        click(u"assistantBack"_s);
        QVERIFY(button(u"assistantNext"_s).isVisible()); // not to be passed over any more
    }

    void escapeLeavesAndNothingIsDone_data()
    {
        QTest::addColumn<bool>("hasLibrary");
        QTest::addColumn<int>("pages");
        QTest::newRow("at the welcome") << false << 0;
        QTest::newRow("at the looks") << false << 2;
        QTest::newRow("with a library") << true << 2;
    }
    void escapeLeavesAndNothingIsDone()
    {
        QFETCH(bool, hasLibrary);
        QFETCH(int, pages);
        open(hasLibrary);
        for (int i = 0; i < pages; ++i) {
            click(i == 0         ? u"assistantBegin"_s
                    : hasLibrary ? u"assistantNext"_s
                                 : u"assistantSkip"_s);
        }
        QTest::keyClick(m_demo->window->focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_demo->settings.value(ui::behaviour::kAssistantDone));
        QVERIFY(!page().isRunning());
        QCOMPARE(m_demo->find<QWidget>(u"connectPage"_s)->isVisible(), !hasLibrary);
        QVERIFY(!m_demo->find<QWidget>(u"assistantArtwork"_s)->isVisible());
        QVERIFY(!button(u"assistantNext"_s).isVisible());
    }

    void everythingIsReachedByKeys()
    {
        open(true);
        m_demo->window->setTrayAvailable(true);
        m_demo->window->setStartsAtLogin(false);
        const QList<QStringList> pages { { u"assistantBegin"_s, u"assistantDemo"_s,
                                             u"assistantLeave"_s },
            { u"signIn"_s, u"connectByAddress"_s, u"assistantBack"_s, u"assistantNext"_s },
            { u"assistantTheme/system"_s, u"assistantText/100"_s, u"assistantRows/0"_s,
                u"assistantBack"_s, u"assistantNext"_s },
            { u"assistantOnClose/ask"_s, u"assistantStartAtLogin"_s, u"assistantBack"_s,
                u"assistantNext"_s },
            { u"assistantBack"_s, u"assistantNext"_s } };
        for (int number = 0; number < pages.size(); ++number) {
            QStringList reached;
            for (int i = 0; i < 16; ++i) {
                reached.append(focus());
                QTest::keyClick(m_demo->window->focusWidget(), Qt::Key_Tab);
            }
            for (const QString& name : pages.at(number)) {
                QVERIFY2(
                    reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u' ')));
            }
            if (number + 1 < pages.size()) {
                click(number == 0 ? u"assistantBegin"_s : u"assistantNext"_s);
            }
        }
    }

    void itIsInTheHelpMenu()
    {
        open(true);
        QTest::keyClick(m_demo->window->focusWidget(), Qt::Key_Escape);
        QVERIFY(!page().isVisible());
        for (QAction* action : m_demo->window->findChildren<QAction*>()) {
            if (action->text().remove(u'&').startsWith(u"First steps"_s)) {
                action->trigger();
            }
        }
        QVERIFY(page().isVisible());
        QCOMPARE(page().step(), Step::Welcome);
    }

    /// Who looks at it again has a library: nothing is waited for.
    void whoHasALibraryIsNotKeptWaiting()
    {
        open(true);
        for (const QString& name :
            { u"assistantBegin"_s, u"assistantNext"_s, u"assistantNext"_s, u"assistantNext"_s }) {
            click(name);
        }
        auto* title = m_demo->find<QLabel>(u"assistantLibraryTitle"_s);
        QCOMPARE(title->text(), u"Your library is here"_s);
        QVERIFY(!m_demo->find<QProgressBar>(u"assistantProgress"_s)->isVisible());
        m_demo->window->setSync(true, u"Tracks"_s, 1, 2);
        QCOMPARE(title->text(), u"Reading your library"_s);
    }

    void theDemoIsOffered()
    {
        open(false);
        const QSignalSpy asked(m_demo->window.get(), &ui::MainWindow::demoRequested);
        click(u"assistantDemo"_s);
        QCOMPARE(asked.size(), 1);
    }
};

PLEXM8_GUI_TEST_MAIN(TestAssistant)
#include "tst_assistant.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/desktopactions.h"
#include "ui/common/editactions.h"
#include "ui/common/keymap.h"
#include "ui/common/listactions.h"
#include "ui/common/statepage.h"
#include "ui/shell/actions.h"

#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;
using Code = util::Error::Code;

/// The tables of actions, and the keys a user chooses instead of theirs.
class TestKeys : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<support::DemoWindow> m_demo;

    ui::KeyMap& map() { return *m_demo->window->findChild<ui::KeyMap*>(); }
    void press(const QKeySequence& keys) { QTest::keySequence(m_demo->window.get(), keys); }
    Place place() { return m_demo->window->route().place; }
    void own(const QStringList& lines) { m_demo->settings.set(ui::kOwnKeys, lines); }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(50));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
    }
    void cleanup() { m_demo.reset(); }

    void keysAreChosenInTheSettings()
    {
        m_demo->window->go({ Place::Settings, 0, {} });
        auto* button = m_demo->find<QPushButton>(u"keys/go.history"_s);
        auto* reset = m_demo->find<QToolButton>(u"keysReset/go.history"_s);
        QVERIFY(button && !reset->isVisible());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        auto* choice = m_demo->find<QKeySequenceEdit>(u"keysChoice/go.history"_s);
        QVERIFY(choice->isVisible() && choice->hasFocus());
        QTest::keyClick(choice, Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(button->isVisible());
        QVERIFY(button->hasFocus());
        QCOMPARE(button->text(), QKeySequence(u"Ctrl+Alt+H"_s).toString(QKeySequence::NativeText));
        press(QKeySequence(u"Ctrl+Alt+H"_s));
        QCOMPARE(place(), Place::History);
        m_demo->window->go({ Place::Settings, 0, {} });
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QVERIFY(!reset->isVisible());
        press(QKeySequence(u"Ctrl+8"_s));
        QCOMPARE(place(), Place::History);
    }

    void keysThatAreTakenAreRefusedInTheSettings()
    {
        m_demo->window->go({ Place::Settings, 0, {} });
        auto* button = m_demo->find<QPushButton>(u"keys/go.history"_s);
        const QString before = button->text();
        QTest::keyClick(button, Qt::Key_Space);
        auto* choice = m_demo->find<QKeySequenceEdit>(u"keysChoice/go.history"_s);
        QTest::keyClick(choice, Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(button->text(), before);
        bool isSaid = false;
        for (const auto* label : button->parentWidget()->findChildren<QLabel*>()) {
            isSaid |= label->isVisible() && label->text().contains(u"Home"_s);
        }
        QVERIFY(isSaid);
        QTest::keyClick(button, Qt::Key_Space);
        QTest::keyClick(choice, Qt::Key_Backspace);
        QTRY_COMPARE(button->text(), u"No keys"_s);
        QVERIFY(map().keys(u"go.history"_s).isEmpty());
        QTest::keyClick(button, Qt::Key_Space);
        QTest::keyClick(choice, Qt::Key_Escape);
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(button->text(), u"No keys"_s);
    }

    void settingsAreSearched()
    {
        m_demo->window->go({ Place::Settings, 0, {} });
        auto* search = m_demo->find<QLineEdit>(u"settingsSearch"_s);
        auto* theme = m_demo->find<QComboBox>(u"settingsTheme"_s);
        auto* sync = m_demo->find<QPushButton>(u"settingsSync"_s);
        QTest::keyClicks(search, u"DÁRK"_s);
        QVERIFY(theme->isVisible() && !sync->isVisible());
        search->setText(u"qzxqzx"_s);
        QVERIFY(!theme->isVisible());
        auto* states = m_demo->find<QWidget>(u"settingsPage"_s)->findChild<ui::StatePage*>();
        QCOMPARE(states->state(), ui::StatePage::State::Empty);
        QTest::mouseClick(static_cast<QPushButton*>(&states->action()), Qt::LeftButton);
        QVERIFY(theme->isVisible() && sync->isVisible());
    }

    void oneKeyShowsAllKeysAlone()
    {
        press(QKeySequence(Qt::Key_F1));
        QCOMPARE(place(), Place::Settings);
        QTRY_VERIFY(m_demo->find<QPushButton>(u"keys/go.history"_s)->isVisible());
        QVERIFY(!m_demo->find<QComboBox>(u"settingsTheme"_s)->isVisible());
        QVERIFY(!m_demo->find<QPushButton>(u"settingsSync"_s)->isVisible());
        QVERIFY(!m_demo->find<QPushButton>(u"settingsExport"_s)->isVisible()); // it speaks of keys
        m_demo->window->go({ Place::Settings, 0, {} });
        QVERIFY(m_demo->find<QPushButton>(u"settingsSync"_s)->isVisible());
    }

    void whatIsSearchedInTheSettingsStays()
    {
        m_demo->window->go({ Place::Settings, 0, {} });
        auto* search = m_demo->find<QLineEdit>(u"settingsSearch"_s);
        QTest::keyClicks(search, u"theme"_s);
        m_demo->window->go({ Place::Home, 0, {} });
        m_demo->window->goBack();
        QCOMPARE(search->text(), u"theme"_s);
    }

    void everyActionHasANameOfItsOwn()
    {
        QSet<QString> ids;
        for (const ui::ActionSpec& action : map().actions()) {
            const QString id = QLatin1String(action.id);
            QVERIFY2(
                QRegularExpression(u"^[a-z_]+(\\.[a-z_]+)?$"_s).match(id).hasMatch(), action.id);
            QVERIFY2(!ids.contains(id), action.id);
            QVERIFY2(!nameOf(action).isEmpty() && !nameOf(action).contains(u'&'), action.id);
            ids.insert(id);
        }
        QCOMPARE(ids.size(),
            ui::windowActions().size() + ui::listActions().size() + ui::editActions().size()
                + ui::desktopActions().size());
    }

    void noTableTakesAKeyFromAnother()
    {
        for (const ui::ActionSpec& action : map().actions()) {
            QCOMPARE(map().keys(QLatin1String(action.id)), action.keys);
        }
    }

    void aChosenKeyWorksAtOnceAndInTheNextWindow()
    {
        QVERIFY(map().choose(u"go.history"_s, { QKeySequence(u"Ctrl+Shift+H"_s) }));
        press(u"Ctrl+8"_s); // no longer
        QCOMPARE(place(), Place::Home);
        press(u"Ctrl+Shift+H"_s);
        QCOMPARE(place(), Place::History);

        m_demo->window.reset();
        m_demo->window = std::make_unique<ui::MainWindow>(m_demo->services());
        m_demo->window->show();
        m_demo->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_demo->window.get()));
        press(u"Ctrl+1"_s);
        QCOMPARE(place(), Place::Home);
        press(u"Ctrl+Shift+H"_s);
        QCOMPARE(place(), Place::History);
        map().reset(u"go.history"_s);
        press(u"Ctrl+1"_s);
        press(u"Ctrl+Shift+H"_s);
        QCOMPARE(place(), Place::Home);
        press(u"Ctrl+8"_s);
        QCOMPARE(place(), Place::History);
        QVERIFY(m_demo->settings.value(ui::kOwnKeys).isEmpty());
    }

    void anActionCanBeWithoutKeys()
    {
        QVERIFY(map().choose(u"go.history"_s, {}));
        press(u"Ctrl+8"_s);
        QCOMPARE(place(), Place::Home);
        QVERIFY(map().choose(u"go.tracks"_s, { QKeySequence(u"Ctrl+8"_s) })); // it is free now
        press(u"Ctrl+8"_s);
        QCOMPARE(place(), Place::Tracks);
    }

    void aKeyThatIsTakenIsRefusedWithTheActionThatHasIt_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("owner");
        QTest::newRow("of the window") << u"go.history"_s << u"Ctrl+4"_s << u"Tracks"_s;
        QTest::newRow("its second key") << u"go.history"_s << u"Ctrl+L"_s << u"Search everywhere"_s;
        QTest::newRow("of a list") << u"go.history"_s << u"Ctrl+Return"_s << u"Add to queue"_s;
    }
    void aKeyThatIsTakenIsRefusedWithTheActionThatHasIt()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, keys);
        QFETCH(const QString, owner);
        const auto chosen = map().choose(action, { QKeySequence(keys) });
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, Code::Conflict);
        QVERIFY(chosen.error().message.contains(owner));
        QVERIFY(m_demo->settings.value(ui::kOwnKeys).isEmpty());
        press(u"Ctrl+8"_s);
        QCOMPARE(place(), Place::History);
    }

    void whatDoesNotExistCannotBeChosen()
    {
        const auto chosen = map().choose(u"no.such"_s, { QKeySequence(u"F9"_s) });
        QVERIFY(!chosen);
        QCOMPARE(chosen.error().code, Code::NotFound);
    }

    void whatSomebodyWroteIntoTheFileMakesNoKeyAmbiguous()
    {
        own({ u"go.history=Ctrl+4"_s, u"go.home=Ctrl+4; F9"_s, u"no.such=F8"_s, u"nonsense"_s,
            u"edit.undo=Ctrl+"_s, {} });
        QHash<QKeySequence, int> uses;
        for (const ui::ActionSpec& action : map().actions()) {
            for (const QKeySequence& keys : map().keys(QLatin1String(action.id))) {
                ++uses[keys];
            }
        }
        QVERIFY(std::ranges::all_of(uses, [](int count) { return count == 1; }));
        press(u"Ctrl+4"_s); // the first who asked for it
        QCOMPARE(place(), Place::History);
        press(u"F9"_s);
        QCOMPARE(place(), Place::Home);
        QVERIFY(map().keys(u"go.tracks"_s).isEmpty());
    }

    void theSearchNamesItsKey()
    {
        auto* search = m_demo->find<QLineEdit>(u"globalSearch"_s);
        QVERIFY(search->toolTip().contains(u"Ctrl+K"_s));
        QVERIFY(map().choose(u"search"_s, { QKeySequence(u"Ctrl+E"_s) }));
        QVERIFY(search->toolTip().contains(u"Ctrl+E"_s));
        press(u"Ctrl+E"_s);
        QTRY_VERIFY(search->hasFocus());
    }

    void keysOfAListAreThoseOfItsTable()
    {
        ui::TrackTable& table = m_demo->openTracks();
        table.selectRow(1);
        QTest::keyClick(&table, Qt::Key_Enter, Qt::ControlModifier | Qt::KeypadModifier);
        QTRY_COMPARE(m_demo->player.queue().size(), 1);
        table.selectRow(2);
        QTest::keyClick(&table, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(m_demo->player.queue().size(), 2);
        QTest::keyClick(&table, Qt::Key_Return, Qt::AltModifier); // of nobody
        QTest::keyClick(&table, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_demo->player.queue().size(), 3);
    }
};

PLEXM8_GUI_TEST_MAIN(TestKeys)
#include "tst_keys.moc"

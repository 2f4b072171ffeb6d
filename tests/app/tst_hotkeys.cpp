// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeysx11_p.h"
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "tests/support/x11session.h"
#include "ui/common/desktopactions.h"
#include "ui/common/keymap.h"
#include "ui/rating/quickratepanel.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Running;

namespace {

/// What a keyboard does, by the X server.
void type(const QStringList& command)
{
    QProcess xdotool;
    xdotool.start(u"xdotool"_s, command);
    QTRY_COMPARE(xdotool.state(), QProcess::NotRunning);
    QCOMPARE(xdotool.exitCode(), 0);
}

void press(const QString& keys)
{
    type({ u"key"_s, u"--clearmodifiers"_s, keys });
}

} // namespace

/// Keys that work while another window has the focus, on a real X server: the program is hidden,
/// and somebody types elsewhere.
class TestHotkeys : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 60 } };
    QTemporaryDir m_folder;
    std::unique_ptr<Running> m_run;
    std::unique_ptr<QLineEdit> m_elsewhere;
    types::RatingKey m_key; ///< of what plays

    [[nodiscard]] ui::KeyMap& keys() const { return *m_run->window()->findChild<ui::KeyMap*>(); }
    void choose(const QString& action, const QString& keySequence)
    {
        QVERIFY(keys().choose(action, { QKeySequence(keySequence) }));
    }
    std::optional<double> atServer() { return m_server.rating(m_key.value.toULongLong()); }
    static ui::QuickRatePanel* smallWindow()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ui::QuickRatePanel*>(widget)) {
                return found;
            }
        }
        return nullptr;
    }
    /// A grab is there, or not, after the server was asked.
    [[nodiscard]] QString faultOf(const QString& action) const
    {
        m_run->window()->go({ ui::Route::Place::Settings, 0, {} });
        auto* button = m_run->find<QPushButton>(u"keys/"_s + action);
        for (const auto* label : button->parentWidget()->findChildren<QLabel*>()) {
            if (!label->isHidden() && label->text().endsWith(u'.')) {
                return label->text();
            }
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEEDS_TOOL("xdotool");
        const demo::Endpoints endpoints = m_server.start().value();
        support::Program program(m_folder.path());
        const auto address = account::parseServerAddress(endpoints.pms.toString());
        QVERIFY(await(program.session.connectTo(*address, endpoints.token)));
        QVERIFY(await(program.session.sync({})));
    }
    void init()
    {
        m_run = std::make_unique<Running>(m_folder.path());
        QTRY_VERIFY(m_run->program.services.library.isOpen());
        QTRY_VERIFY(m_run->program.session.server());
        m_run->program.services.settings.set(ui::kOwnKeys, {});
        QVERIFY(QTest::qWaitForWindowExposed(m_run->window()));
        m_run->play();
        QTRY_VERIFY(m_run->window()->windowTitle() != u"PlexM8"_s); // there is a track
        m_key = m_run->find<ui::TrackTable>(u"tracksTable"_s)->trackRows()->track(0)->ratingKey;
        m_server.setRating(m_key.value.toULongLong(), {});
        (void)await(m_run->program.services.ratings.rateKeys(
            m_run->program.services.library.key(), { m_key }, {}));
        m_elsewhere = std::make_unique<QLineEdit>();
        m_elsewhere->show();
        m_run->window()->hide();
        m_elsewhere->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_elsewhere.get()));
        support::turn(300ms); // the keys are taken shortly after the window was shown
    }
    void cleanup()
    {
        m_elsewhere.reset();
        m_run.reset();
    }

    void noKeyIsTakenUnlessItIsChosen()
    {
        for (const ui::ActionSpec& action : ui::desktopActions()) {
            QVERIFY2(keys().keys(QLatin1String(action.id)).isEmpty(), action.id);
        }
        press(u"4"_s);
        QTRY_COMPARE(m_elsewhere->text(), u"4"_s);
    }

    void aKeyRatesWhatPlaysWhereverTheFocusIs()
    {
        choose(u"desktop.rate_four"_s, u"Ctrl+Alt+4"_s);
        choose(u"desktop.rate_none"_s, u"Ctrl+Alt+0"_s);
        press(u"ctrl+alt+4"_s);
        QTRY_COMPARE(atServer(), std::optional(8.0));
        QVERIFY(m_elsewhere->isActiveWindow());
        QVERIFY(m_elsewhere->text().isEmpty());
        press(u"ctrl+alt+4"_s); // sets, and never toggles
        support::turn(300ms);
        QCOMPARE(atServer(), std::optional(8.0));
        press(u"ctrl+alt+0"_s);
        QTRY_COMPARE(atServer(), std::nullopt);
    }

    void aKeyBringsTheSmallWindowWhichRatesByKeys()
    {
        choose(u"desktop.quick_rate"_s, u"Ctrl+Alt+R"_s);
        QVERIFY(!smallWindow()->isVisible());
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(smallWindow()->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(smallWindow()));
        press(u"3"_s);
        press(u"Right"_s);
        press(u"Return"_s);
        QTRY_COMPARE(atServer(), std::optional(7.0));
        QVERIFY(!smallWindow()->isVisible());
        QTRY_VERIFY(m_elsewhere->isActiveWindow()); // who was asked goes on where they were
        QVERIFY(m_elsewhere->text().isEmpty());
        press(u"ctrl+alt+r"_s);
        QTRY_VERIFY(smallWindow()->isVisible() && smallWindow()->isActiveWindow());
        press(u"1"_s);
        press(u"Escape"_s);
        QTRY_VERIFY(!smallWindow()->isVisible());
        support::turn(900ms); // longer than a choice takes to settle
        QCOMPARE(atServer(), std::optional(7.0));
    }

    void anOfferTakesNoKeyboardAway()
    {
        auto& settings = m_run->program.services.settings;
        settings.set(ui::behaviour::kAsksAtEnd, true);
        auto* seek = m_run->find<QSlider>(u"playerSeek"_s);
        QTRY_VERIFY(seek->maximum() > 0);
        seek->setValue(seek->maximum() - qMin(15'000, seek->maximum() / 3));
        Q_EMIT seek->sliderReleased();
        QTRY_VERIFY(smallWindow()->isVisible());
        QVERIFY(QTest::qWaitForWindowExposed(smallWindow()));
        support::turn(500ms); // a window manager that gave it the focus would have
        QVERIFY(m_elsewhere->isActiveWindow());
        press(u"4"_s);
        QTRY_COMPARE(m_elsewhere->text(), u"4"_s);
        support::turn(900ms);
        QCOMPARE(atServer(), std::nullopt);
        settings.set(ui::behaviour::kAsksAtEnd, false);
    }

    void halfAStarMoreAndLess()
    {
        choose(u"desktop.half_up"_s, u"Ctrl+Alt+U"_s);
        choose(u"desktop.half_down"_s, u"F7"_s);
        type({ u"key"_s, u"--delay"_s, u"20"_s, u"ctrl+alt+u"_s, u"ctrl+alt+u"_s,
            u"ctrl+alt+u"_s }); // faster than a change is written
        QTRY_COMPARE(atServer(), std::optional(3.0));
        press(u"F7"_s);
        QTRY_COMPARE(atServer(), std::optional(2.0));
        press(u"F7"_s);
        QTRY_COMPARE(atServer(), std::optional(1.0));
        press(u"F7"_s);
        QTRY_COMPARE(atServer(), std::nullopt);
    }

    void lockedKeysMakeNoDifference()
    {
        choose(u"desktop.rate_two"_s, u"Ctrl+Alt+2"_s);
        choose(u"desktop.rate_three"_s, u"Ctrl+Alt+3"_s);
        press(u"Num_Lock"_s);
        type({ u"key"_s, u"ctrl+alt+2"_s });
        QTRY_COMPARE(atServer(), std::optional(4.0));
        press(u"Caps_Lock"_s);
        type({ u"key"_s, u"ctrl+alt+3"_s });
        QTRY_COMPARE(atServer(), std::optional(6.0));
        press(u"Num_Lock"_s);
        type({ u"key"_s, u"ctrl+alt+2"_s });
        QTRY_COMPARE(atServer(), std::optional(4.0));
        press(u"Caps_Lock"_s);
    }

    void aKeyWithOneModifierMoreIsAnotherKey()
    {
        choose(u"desktop.rate_two"_s, u"Ctrl+Alt+2"_s);
        press(u"ctrl+alt+shift+2"_s);
        press(u"ctrl+2"_s);
        support::turn(300ms);
        QCOMPARE(atServer(), std::nullopt);
    }

    void aKeyThatIsHeldIsPressedOnce()
    {
        choose(u"desktop.half_up"_s, u"Ctrl+Alt+U"_s);
        type({ u"keydown"_s, u"ctrl+alt+u"_s });
        support::turn(1500ms);
        type({ u"keyup"_s, u"ctrl+alt+u"_s });
        support::turn(300ms);
        QTRY_COMPARE(atServer(), std::optional(1.0));
    }

    void theTransportAndTheWindow()
    {
        choose(u"desktop.play_pause"_s, u"Media Play"_s);
        choose(u"desktop.next"_s, u"Ctrl+Alt+N"_s);
        choose(u"desktop.previous"_s, u"Ctrl+Alt+P"_s);
        choose(u"desktop.show_window"_s, u"Meta+F9"_s);
        const QString title = m_run->window()->windowTitle();
        press(u"ctrl+alt+n"_s);
        QTRY_VERIFY(m_run->window()->windowTitle() != title);
        press(u"ctrl+alt+p"_s);
        QTRY_COMPARE(m_run->window()->windowTitle(), title);
        QVERIFY(m_run->window()->isHidden());
        press(u"super+F9"_s);
        QTRY_VERIFY(m_run->window()->isVisible());
        QTRY_VERIFY(m_run->window()->isActiveWindow());
    }

    void aKeyThatAnotherProgramHasIsReported()
    {
        app::X11Hotkeys rival; // another client of the server, as far as that knows
        rival.set({ { u"rival"_s, {}, QKeySequence(u"Ctrl+Alt+5"_s) } });
        QVERIFY(rival.faults().isEmpty());
        const QSignalSpy taken(&rival, &app::Hotkeys::pressed);
        choose(u"desktop.rate_five"_s, u"Ctrl+Alt+5"_s);
        choose(u"desktop.rate_three"_s, u"Ctrl+Alt+3"_s);
        choose(u"desktop.rate_two"_s, u"Meta+E"_s); // the window manager has it
        QCOMPARE(faultOf(u"desktop.rate_five"_s), u"Another program has this key."_s);
        QCOMPARE(faultOf(u"desktop.rate_two"_s), u"Another program has this key."_s);
        QCOMPARE(faultOf(u"desktop.rate_three"_s), QString());
        press(u"ctrl+alt+5"_s);
        QTRY_COMPARE(taken.size(), 1);
        QCOMPARE(atServer(), std::nullopt);
        press(u"ctrl+alt+3"_s);
        QTRY_COMPARE(atServer(), std::optional(6.0));
        // Another key is chosen, and there is nothing to say any more.
        choose(u"desktop.rate_five"_s, u"Ctrl+Alt+6"_s);
        QCOMPARE(faultOf(u"desktop.rate_five"_s), QString());
        press(u"ctrl+alt+6"_s);
        QTRY_COMPARE(atServer(), std::optional(10.0));
    }

    void aKeyThatIsGivenBackIsFree()
    {
        choose(u"desktop.rate_one"_s, u"Ctrl+Alt+1"_s);
        QVERIFY(keys().choose(u"desktop.rate_one"_s, {}));
        app::X11Hotkeys other;
        other.set({ { u"other"_s, {}, QKeySequence(u"Ctrl+Alt+1"_s) } });
        QVERIFY(other.faults().isEmpty());
    }

    void anotherKeyboardHasTheKeysElsewhere()
    {
        choose(u"desktop.rate_three"_s, u"Ctrl+Alt+3"_s);
        press(u"U20B8"_s); // a sign that xdotool puts on a key of the map for a moment
        press(u"ctrl+alt+3"_s);
        QTRY_COMPARE(atServer(), std::optional(6.0));
    }

    void keysThatOthersTypeWithAreRefused_data()
    {
        QTest::addColumn<QString>("keySequence");
        QTest::newRow("a letter") << u"A"_s;
        QTest::newRow("a capital letter") << u"Shift+A"_s;
        QTest::newRow("the space bar") << u"Space"_s;
        QTest::newRow("an arrow") << u"Left"_s;
        QTest::newRow("several in a row") << u"Ctrl+Alt+A, Ctrl+Alt+B"_s;
        QTest::newRow("one of the window") << u"Ctrl+P"_s;
    }
    void keysThatOthersTypeWithAreRefused()
    {
        QFETCH(const QString, keySequence);
        QVERIFY(!keys().choose(u"desktop.rate_one"_s, { QKeySequence(keySequence) }));
        m_run->program.services.settings.set(
            ui::kOwnKeys, { u"desktop.rate_one="_s + keySequence }); // from a file, say
        if (!keySequence.startsWith(
                u"Ctrl+P"_s)) { // what was chosen comes before what came with it
            QVERIFY(keys().keys(u"desktop.rate_one"_s).isEmpty());
        }
    }
};

int main(int argc, char** argv)
{
    if (const auto code = support::runInX11Session(argc, argv)) {
        return *code;
    }
    support::WatchedApplication application(argc, argv);
    TestHotkeys test;
    return support::runWatched(application, test, argc, argv);
}

#include "tst_hotkeys.moc"

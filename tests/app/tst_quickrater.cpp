// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/endprompt.h"
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "ui/common/linkbutton.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/rating/quickratepanel.h"
#include "ui/settings/settingspage.h"

#include <QAction>
#include <QCheckBox>
#include <QSlider>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Running;

namespace {

std::chrono::milliseconds at(int seconds)
{
    return std::chrono::seconds(seconds);
}

} // namespace

/// Rating what plays in the small window, with the whole program and what reaches the server; and
/// when it is offered.
class TestQuickRater : public QObject
{
    Q_OBJECT

    demo::Server m_server { { .tracks = 40 } };
    QTemporaryDir m_folder;
    std::unique_ptr<Running> m_run;
    types::RatingKey m_key; ///< of what plays

    static ui::QuickRatePanel* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ui::QuickRatePanel*>(widget)) {
                return found;
            }
        }
        return nullptr;
    }
    static QAction* trayEntry(const QString& name)
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == "trayMenu"_L1) {
                return widget->findChild<QAction*>(name);
            }
        }
        return nullptr;
    }
    static ui::StarRating& stars() { return *window()->findChild<ui::StarRating*>(); }
    static QString text(const QString& name)
    {
        return window()->findChild<ui::TextLabel*>(name)->text();
    }
    std::optional<double> atServer() { return m_server.rating(m_key.value.toULongLong()); }
    static void open()
    {
        trayEntry(u"trayQuickRate"_s)->trigger();
        QTRY_VERIFY(window()->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }

private Q_SLOTS:
    void initTestCase()
    {
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
        QVERIFY(QTest::qWaitForWindowExposed(Running::window()));
        QTRY_VERIFY(window()); // made before anybody asks for it
        QVERIFY(!window()->isVisible());
        m_run->play();
        QTRY_VERIFY(Running::window()->windowTitle() != u"PlexM8"_s); // there is a track
        m_key = m_run->find<ui::TrackTable>(u"tracksTable"_s)->trackRows()->track(0)->ratingKey;
        (void)await(m_run->program.services.ratings.rateKeys(
            m_run->program.services.library.key(), { m_key }, {}));
        QTRY_COMPARE(atServer(), std::nullopt);
    }
    void cleanup() { m_run.reset(); }

    void aKeyRatesAndUndoTakesItBack()
    {
        open();
        QTRY_VERIFY(!text(u"quickRateTitle"_s).isEmpty());
        QTest::keyClick(window()->focusWidget(), Qt::Key_4);
        QTRY_COMPARE(atServer(), std::optional(8.0));
        auto* undo = window()->findChild<ui::LinkButton*>(u"quickRateUndo"_s);
        QTRY_VERIFY(undo->isVisible());
        QCOMPARE(
            text(u"quickRateState"_s), ui::QuickRatePanel::doneText(types::Rating::fromStars(4)));
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(atServer(), std::nullopt);
        QTRY_VERIFY(!stars().rating());
        QVERIFY(!undo->isVisible());
        QTest::keyClick(window()->focusWidget(), Qt::Key_Right);
        QTest::keyClick(window()->focusWidget(), Qt::Key_Return);
        QVERIFY(!window()->isVisible());
        QTRY_COMPARE(atServer(), std::optional(1.0));
    }

    void itFollowsARatingFromElsewhere()
    {
        open();
        QVERIFY(await(m_run->program.services.ratings.rateKeys(
            m_run->program.services.library.key(), { m_key }, types::Rating::fromStars(3.5))));
        QTRY_COMPARE(stars().rating(), types::OptionalRating(types::Rating::fromStars(3.5)));
    }

    void aTrackThatWentIsRatedAllTheSame()
    {
        open();
        QTest::keyClick(window()->focusWidget(), Qt::Key_5);
        trayEntry(u"trayNext"_s)->trigger(); // before it was kept
        QTRY_COMPARE(atServer(), std::optional(10.0));
    }

    void theLastSecondsOfferItIfSomebodyWantsThat()
    {
        auto& settings = m_run->program.services.settings;
        QVERIFY(!settings.value(ui::behaviour::kAsksAtEnd)); // off at first
        auto* seek = m_run->find<QSlider>(u"playerSeek"_s);
        QTRY_VERIFY(seek->maximum() > 0);
        const int toEnd = qMin(15'000, seek->maximum() / 3);
        const auto seekToEnd = [seek, toEnd] {
            seek->setValue(seek->maximum() - toEnd);
            Q_EMIT seek->sliderReleased();
        };
        seekToEnd();
        support::turn(800ms); // some ticks of the player
        QVERIFY(!window()->isVisible());
        seek->setValue(0);
        Q_EMIT seek->sliderReleased();
        settings.set(ui::behaviour::kAsksAtEnd, true);
        seekToEnd();
        QTRY_VERIFY(window()->isVisible());
        QCOMPARE(window()->how(), ui::QuickRatePanel::How::Offered);
        QTest::mouseClick(&stars(), Qt::LeftButton, {}, { stars().width() - 6, 12 });
        QTRY_COMPARE(atServer(), std::optional(10.0));
        settings.set(ui::behaviour::kAsksAtEnd, false);
    }

    void onceInTheLastTwentySeconds()
    {
        const playback::QueueEntryId one { 1 };
        const playback::QueueEntryId two { 2 };
        app::EndPrompt prompt;
        const auto due = [&prompt](playback::QueueEntryId id, int second, bool isRated = false,
                             bool isPlaying = true) {
            return prompt.isDue({ id, at(second), at(200), isPlaying, isRated });
        };
        QVERIFY(!due(one, 0));
        QVERIFY(!due(one, 179));
        QVERIFY(!due(one, 185, true)); // it has a rating
        QVERIFY(!due(one, 185, false, false)); // it is paused
        QVERIFY(due(one, 185));
        QVERIFY(!due(one, 186)); // somebody was asked
        QVERIFY(!due(one, 170)); // back a little, and on
        QVERIFY(!due(one, 190));
        QVERIFY(!due(two, 199)); // too late
        QVERIFY(due(two, 180));
        QVERIFY(!due(one, 3)); // once more from its start
        QVERIFY(due(one, 181));
        QVERIFY(!due({}, 190));
        app::EndPrompt unknown;
        QVERIFY(!unknown.isDue({ one, at(100), at(0), true, false }));
        app::EndPrompt brief;
        QVERIFY(!brief.isDue({ one, at(5), at(12), true, false })); // not yet half of it
        QVERIFY(brief.isDue({ one, at(7), at(12), true, false }));
    }

    void itsSwitchIsInSettings()
    {
        Running::window()->go({ ui::Route::Place::Settings, 0, {} });
        auto* box = m_run->find<QCheckBox>(u"settingsAsksAtEnd"_s);
        QVERIFY(box && !box->isChecked());
        box->click();
        QVERIFY(m_run->program.services.settings.value(ui::behaviour::kAsksAtEnd));
        box->click();
    }
};

PLEXM8_GUI_TEST_MAIN(TestQuickRater)
#include "tst_quickrater.moc"

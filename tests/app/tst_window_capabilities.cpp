// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "ui/shell/actions.h"

#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Running;
using Link = app::SessionStatus::Link;
using ui::Command;

/// What the window offers follows what can be done: whatever cannot is disabled and says why, and
/// comes back by itself.
class TestWindowCapabilities : public QObject
{
    Q_OBJECT

    static QAction* action(const Running& running, Command command)
    {
        return running.find<QAction>(u"action%1"_s.arg(int(command)));
    }
    /// Whether an action or a button is disabled and gives this reason.
    template <class T>
    static bool rests(const T* target, const QString& reason)
    {
        return !target->isEnabled() && target->toolTip().contains(reason);
    }
    /// Whether an action or a button can be used and gives no reason against it.
    template <class T>
    static bool works(const T* target)
    {
        return target->isEnabled() && !target->toolTip().contains(u"Offline"_s);
    }
    static QString reason(const Running& running, const QString& feature)
    {
        Running::window()->go({ ui::Route::Place::Settings });
        return running.find<QLabel>(u"reason/"_s + feature)->text();
    }
    void connectByAddress(Running& running, const util::SecretString& token)
    {
        running.signIn(m_end.pms, QString::fromUtf8(token.reveal()));
        QTRY_COMPARE(running.tracks(), 60);
        QTRY_VERIFY(action(running, Command::Synchronise)->isEnabled());
    }
    void connectByAccount(Running& running)
    {
        QTest::mouseClick(running.find<QPushButton>(u"signIn"_s), Qt::LeftButton);
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() > 0);
        QTest::mouseClick(running.find<QPushButton>(u"signInConnect"_s), Qt::LeftButton);
        QTRY_COMPARE(running.tracks(), 60);
    }
    void goOffline(Running& running)
    {
        m_server->stop();
        (void)await(running.program.session.sync({}), 30s);
        QTRY_COMPARE(running.program.session.status().link, Link::Offline);
    }
    /// The entries of the menu that stands at a track.
    static QMenu* trackMenu(Running& running)
    {
        auto* table = running.find<ui::TrackTable>(u"tracksTable"_s);
        const QPoint at = table->visualRect(table->model()->index(0, 0)).center();
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, at, table->viewport()->mapToGlobal(at), Qt::NoModifier);
        QCoreApplication::sendEvent(table->viewport(), &event);
        return running.find<QMenu>(u"trackMenu"_s);
    }

public Q_SLOTS:
    void openPage(const QUrl&) { } // the demo's plex.tv confirms by itself

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 60 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_end = *started;
        QDesktopServices::setUrlHandler(u"https"_s, this, "openPage");
    }
    void cleanup() { QDesktopServices::unsetUrlHandler(u"https"_s); }

    void withoutAServerOnlyThatIsSaid()
    {
        Running running(m_folder->path());
        running.window()->go({ ui::Route::Place::Settings });
        QVERIFY(rests(action(running, Command::Synchronise), u"Add one first"_s));
        QVERIFY(rests(running.find<QPushButton>(u"settingsCheck"_s), u"Add one first"_s));
        // The sidebar leads nowhere where nothing can be.
        const QAbstractItemModel* entries = running.find<QListView>(u"sidebarList"_s)->model();
        const auto tracks = entries->match(entries->index(0, 0), Qt::DisplayRole, u"Tracks"_s);
        QCOMPARE(tracks.size(), 1);
        QVERIFY(!(tracks.first().flags() & Qt::ItemIsEnabled));
        QVERIFY(tracks.first().data(Qt::ToolTipRole).toString().contains(u"Needs a connection"_s));
        connectByAddress(running, m_end.token);
        QVERIFY(tracks.first().flags() & Qt::ItemIsEnabled);
        QVERIFY(!tracks.first().data(Qt::ToolTipRole).isValid());
        QVERIFY(works(running.find<QPushButton>(u"settingsCheck"_s)));
    }

    void whatNeedsTheServerRestsWhileItIsAway()
    {
        Running running(m_folder->path());
        connectByAddress(running, m_end.token);
        running.play();
        auto* title = running.find<QPushButton>(u"playerTitle"_s);
        QTRY_VERIFY(title->isEnabled());
        const QString played = title->text();
        const auto home = await(running.program.services.library.home(1));
        QVERIFY(home);
        running.window()->go({ ui::Route::Place::Settings });
        running.window()->go({ ui::Route::Place::Album, home->recentlyAdded.first().id.value, {} });
        const QList<QAction*> actions { action(running, Command::Synchronise),
            action(running, Command::Next), action(running, Command::Previous) };
        const QList<QAbstractButton*> buttons { running.find<QPushButton>(u"settingsSync"_s),
            running.find<QPushButton>(u"albumPlay"_s), running.find<QPushButton>(u"albumShuffle"_s),
            running.find<QToolButton>(u"playerNext"_s) };
        QVERIFY(std::ranges::all_of(actions, works<QAction>));
        QVERIFY(std::ranges::all_of(buttons, works<QAbstractButton>));

        goOffline(running);
        for (const QAction* one : actions) {
            QVERIFY2(rests(one, u"Offline"_s), qPrintable(one->text()));
        }
        for (const QAbstractButton* one : buttons) {
            QVERIFY2(rests(one, u"Offline"_s), qPrintable(one->objectName()));
            QVERIFY(one->accessibleDescription().contains(u"Offline"_s));
        }
        QVERIFY(action(running, Command::Tracks)->isEnabled()); // from the cache

        QVERIFY(m_server->start());
        running.program.session.findChild<QTimer*>(u"reconnect"_s)->start(0ms);
        QTRY_COMPARE(running.program.session.status().link, Link::Lan);
        QTRY_VERIFY(std::ranges::all_of(actions, works<QAction>));
        QVERIFY(std::ranges::all_of(buttons, works<QAbstractButton>));
        QVERIFY(buttons.first()->accessibleDescription().isEmpty());
        QCOMPARE(title->text(), played);
    }

    void whatIsAskedForOfflineLeavesTheQueueAlone()
    {
        Running running(m_folder->path());
        connectByAddress(running, m_end.token);
        running.play();
        auto* title = running.find<QPushButton>(u"playerTitle"_s);
        QTRY_VERIFY(title->isEnabled());
        goOffline(running);
        const QString played = title->text();
        auto* table = running.find<ui::TrackTable>(u"tracksTable"_s);
        table->selectRow(20);
        QTest::keyClick(table, Qt::Key_Return);
        auto* bar = running.find<QWidget>(u"tracksPage"_s)->findChild<QWidget*>(u"errorBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(title->text(), played);
        // The menu says so beforehand; rating and queueing wait for the server.
        table->selectRow(0);
        const QMenu* menu = trackMenu(running);
        QVERIFY(menu && menu->toolTipsVisible());
        for (const QAction* entry : menu->actions()) {
            if (entry->text() == u"Play"_s) {
                QVERIFY(rests(entry, u"Offline"_s));
            } else if (entry->text() == u"Rate"_s || entry->text() == u"Add to queue"_s) {
                QVERIFY(entry->isEnabled());
            }
        }
    }

    void whatPlaysCanBePausedOffline()
    {
        Running running(m_folder->path());
        connectByAddress(running, m_end.token);
        running.play();
        const QAction* toggle = action(running, Command::PlayPause);
        auto* button = running.find<QToolButton>(u"playerPlay"_s);
        QTRY_COMPARE(button->accessibleName(), u"Pause"_s);
        running.program.session.setReconnects(false);
        // As if the connection were lost: what is heard goes on.
        QList<account::Capability> offline = running.program.session.capabilities();
        for (account::Capability& capability : offline) {
            if (capability.feature == account::Feature::Play) {
                capability.available = false;
                capability.reason = u"Offline"_s;
            }
        }
        running.window()->setCapabilities(offline);
        QVERIFY(works(toggle) && works(button));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(button->accessibleName(), u"Play"_s);
        QVERIFY(rests(toggle, u"Offline"_s) && rests(button, u"Offline"_s));
    }

    void plexPassIsOfTheServersOwner()
    {
        m_server->setPass(false);
        Running running(m_folder->path());
        connectByAddress(running, m_end.token);
        QCOMPARE(reason(running, u"plex_pass"_s), u"Needs Plex Pass."_s);
        QCOMPARE(reason(running, u"manage"_s), QString());
        m_server->setPass(true);
        QVERIFY(await(running.program.session.goOnline()));
        QTRY_COMPARE(reason(running, u"plex_pass"_s), QString());
    }

    void aGuestDoesNotManageTheServer()
    {
        Running running(m_folder->path());
        connectByAddress(running, m_end.sharedToken);
        QVERIFY(reason(running, u"manage"_s).contains(u"owner"_s));
        QVERIFY(reason(running, u"plex_pass"_s).contains(u"only its owner"_s));
        QVERIFY(reason(running, u"users"_s).contains(u"by its address"_s));
    }

    void usersAreNotSwitchedWithoutPlexTv()
    {
        account::Environment environment;
        environment.plexTv = m_end.plexTv;
        Running running(m_folder->path(), environment);
        connectByAccount(running);
        QCOMPARE(reason(running, u"manage"_s), QString());
        QCOMPARE(reason(running, u"users"_s), QString());
        QMenu* menu = running.find<QToolButton>(u"userButton"_s)->menu();
        QVERIFY(menu->toolTipsVisible());
        menu->popup({ 100, 100 });
        QTRY_VERIFY(menu->actions().size() > 1 && menu->actions().first()->isEnabled());
        menu->close();
        m_server->stop();
        menu->popup({ 100, 100 });
        QTRY_VERIFY_WITH_TIMEOUT(rests(menu->actions().first(), u"plex.tv"_s), 30'000);
        menu->close();
        QVERIFY(m_server->start());
        menu->popup({ 100, 100 });
        QTRY_VERIFY_WITH_TIMEOUT(works(menu->actions().first()), 30'000);
        menu->close();
    }

private:
    std::unique_ptr<demo::Server> m_server;
    demo::Endpoints m_end;
    std::unique_ptr<QTemporaryDir> m_folder;
};

PLEXM8_GUI_TEST_MAIN(TestWindowCapabilities)
#include "tst_window_capabilities.moc"

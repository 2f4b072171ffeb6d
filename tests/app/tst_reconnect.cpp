// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"
#include "tests/app/program.h"
#include "tests/support/await.h"
#include "ui/common/theme.h"
#include "ui/common/trackmodel.h"
#include "ui/common/tracktable.h"

#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Program;

namespace {

/// The whole program with its window, started as app/main does it.
struct Running
{
    explicit Running(const QString& folder)
        : program(folder)
        , desktop(program.services, program.session, theme, {})
    {
        desktop.start();
    }

    static ui::MainWindow* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* found = qobject_cast<ui::MainWindow*>(widget)) {
                return found;
            }
        }
        return nullptr;
    }
    template <class T>
    T* find(const QString& name) const
    {
        return window()->findChild<T*>(name);
    }
    /// How many tracks the open library has; -1 = none is open.
    qint64 tracks()
    {
        const auto counts = await(program.services.library.counts());
        return counts ? counts->tracks : -1;
    }
    /// Fills in the form of a page.
    void signIn(const QString& page, const QUrl& server, const QString& token) const
    {
        auto* form = find<QWidget>(page);
        form->findChild<QLineEdit*>(u"connectionUrl"_s)->setText(server.toString());
        form->findChild<QLineEdit*>(u"connectionToken"_s)->setText(token);
        QTest::mouseClick(form->findChild<QPushButton*>(u"connectionConnect"_s), Qt::LeftButton);
    }
    /// Plays the first track of the list, by the keyboard.
    void play()
    {
        window()->go({ ui::Route::Place::Tracks, 0, {} });
        auto* table = find<ui::TrackTable>(u"tracksTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->trackRows()->track(0));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
    }

    ui::Theme theme { *qApp };
    Program program;
    app::Desktop desktop;
};

/// What a server was told of playing, as it comes in.
struct Reports
{
    explicit Reports(demo::Server& from)
        : server(from)
    {
    }
    /// How often this state was reported so far; asking again is for QTRY.
    qsizetype count(const QString& state)
    {
        for (const demo::RecordedRequest& request : server.takeRequests()) {
            if (request.path == u"/:/timeline"_s) {
                sessions.insert(request.headers.value("x-plex-session-identifier"));
                states.append(request.value(u"state"_s));
            }
        }
        return states.count(state);
    }

    demo::Server& server;
    QStringList states;
    QSet<QByteArray> sessions;
};

} // namespace

/// The wiring of the real program: what happens by itself when a connection comes, goes and comes
/// back, and what is asked.
class TestReconnect : public QObject
{
    Q_OBJECT

    demo::Server m_one { { .tracks = 60, .seed = 1 } };
    demo::Server m_two { { .tracks = 40, .seed = 2 } };
    demo::Endpoints m_endOne;
    demo::Endpoints m_endTwo;
    std::unique_ptr<QTemporaryDir> m_folder;

    static account::ServerAddress addressOf(const demo::Endpoints& endpoints)
    {
        return account::parseServerAddress(endpoints.pms.toString()).value();
    }
    /// A sign-in at the first server, as an earlier run leaves it: nothing is read yet.
    bool signIn()
    {
        Program program(m_folder->path());
        return await(program.session.connectTo(addressOf(m_endOne), m_endOne.token)).has_value();
    }

    /// Clicks the button of a question that has this role.
    static void answer(QMessageBox* question, QMessageBox::ButtonRole role)
    {
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == role) {
                QTest::mouseClick(button, Qt::LeftButton);
                return;
            }
        }
        QFAIL("there is no such button");
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto one = m_one.start();
        const auto two = m_two.start();
        QVERIFY(one && two);
        m_endOne = *one;
        m_endTwo = *two;
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_one.clearFaults();
        QVERIFY(signIn());
        (void)m_one.takeRequests();
    }

    void aServerThatComesLaterIsSynchronised()
    {
        m_one.stop();
        Running running(m_folder->path());
        using Link = app::SessionStatus::Link;
        QTRY_COMPARE(running.program.session.status().link, Link::Offline);
        auto* retry = running.program.session.findChild<QTimer*>();
        QVERIFY(retry);
        QTRY_VERIFY(retry->isActive());
        QVERIFY(m_one.start());
        retry->start(0ms); // the five seconds are over
        QTRY_COMPARE(running.program.session.status().link, Link::Lan);
        QTRY_COMPARE(running.tracks(), 60);
    }

    void whatPlaysIsReportedOnAfterAReconnect()
    {
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        Reports reports(m_one);
        running.play();
        QTRY_VERIFY(reports.count(u"playing"_s) > 0);
        const qsizetype before = reports.count(u"playing"_s);
        QVERIFY(await(running.program.session.goOnline()));
        QTRY_VERIFY(reports.count(u"playing"_s) > before);
        QTest::keyClick(Running::window(), Qt::Key_Space);
        QTRY_VERIFY(reports.count(u"paused"_s) > 0);
        QCOMPARE(reports.sessions.size(), 1);
    }

    void theEndOfPlayingIsToldToTheServerThatIsLeft()
    {
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        Reports reports(m_one);
        running.play();
        QTRY_VERIFY(reports.count(u"playing"_s) > 0);
        // The answer to this one is under way when the server is left.
        demo::Fault slow;
        slow.pathPrefix = u"/:/timeline"_s;
        slow.delay = 300ms;
        m_one.inject(slow);
        QTest::keyClick(Running::window(), Qt::Key_Space);
        QTRY_VERIFY(reports.count(u"paused"_s) > 0);
        QVERIFY(await(running.program.session.connectTo(addressOf(m_endTwo), m_endTwo.token)));
        QTRY_VERIFY(reports.count(u"stopped"_s) > 0);
        QCOMPARE(reports.sessions.size(), 1);
        QTRY_COMPARE(running.tracks(), 40);
    }

    void aTokenThatWasNeverUsedIsAskedAfter()
    {
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        const library::CacheKey owners = running.program.services.library.key();
        Running::window()->go({ ui::Route::Place::Settings, 0, {} });
        running.signIn(u"settingsPage"_s, m_endOne.pms, u"demo-server-token-guest-19c2"_s);
        const auto question = [&] { return running.find<QMessageBox>(u"sameUserQuestion"_s); };
        QTRY_VERIFY(question() && question()->isVisible());
        QCOMPARE(running.program.services.library.key(), owners);
        answer(question(), QMessageBox::NoRole);
        QTRY_VERIFY(running.program.services.library.key() != owners);
        QTRY_COMPARE(running.tracks(), 60);
        QCOMPARE(running.program.services.accounts.servers().size(), 1);
    }

    void aServerIsForgottenWhenThatIsConfirmed()
    {
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        Running::window()->go({ ui::Route::Place::Settings, 0, {} });
        auto* forget = running.find<QPushButton>(u"settingsForget"_s);
        QVERIFY(forget->isVisible() && forget->isEnabled());
        QTest::mouseClick(forget, Qt::LeftButton);
        const auto question = [&] { return running.find<QMessageBox>(u"forgetQuestion"_s); };
        QTRY_VERIFY(question() && question()->isVisible());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QCOMPARE(running.program.services.accounts.servers().size(), 1);
        QCOMPARE(running.tracks(), 60);
        QTest::mouseClick(forget, Qt::LeftButton);
        QTRY_VERIFY(question() && question()->isVisible());
        answer(question(), QMessageBox::DestructiveRole);
        QTRY_VERIFY(running.find<QWidget>(u"connectPage"_s)->isVisible());
        QVERIFY(running.program.services.accounts.servers().isEmpty());
        QVERIFY(!running.program.services.library.isOpen());
        // What is typed there connects again, with everything read anew.
        running.signIn(u"connectPage"_s, m_endOne.pms, u"demo-server-token-7f3a"_s);
        QTRY_COMPARE(running.tracks(), 60);
        QVERIFY(!running.find<QWidget>(u"connectPage"_s)->isVisible());
        QCOMPARE(Running::window()->route(), ui::Route());
        const auto* home = running.find<QWidget>(u"homePage"_s);
        QTRY_VERIFY(home->isVisible());
        QVERIFY(!home->findChild<QWidget*>(u"errorBar"_s)->isVisible());
    }
};

QTEST_MAIN(TestReconnect)
#include "tst_reconnect.moc"

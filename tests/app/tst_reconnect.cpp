// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running.h"
#include "tests/support/stallguard.h"
#include "ui/common/errorbar.h"

#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Program;
using support::Running;

namespace {

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

    void whatWasNotTriedYetIsNotOffline()
    {
        using Link = app::SessionStatus::Link;
        Running running(m_folder->path());
        QList<Link> links { running.program.session.status().link };
        connect(&running.program.session, &app::Session::statusChanged, this,
            [&links](const app::SessionStatus& status) { links.append(status.link); });
        QTRY_COMPARE(links.constLast(), Link::Lan);
        QCOMPARE(links.constFirst(), Link::Connecting);
        QVERIFY(!links.contains(Link::Offline));
    }

    void aServerThatComesLaterIsSynchronised()
    {
        m_one.stop();
        Running running(m_folder->path());
        using Link = app::SessionStatus::Link;
        QTRY_COMPARE(running.program.session.status().link, Link::Offline);
        auto* retry = running.program.session.findChild<QTimer*>(u"reconnect"_s);
        QVERIFY(retry);
        QTRY_VERIFY(retry->isActive());
        QVERIFY(m_one.start());
        retry->start(0ms); // the five seconds are over
        QTRY_COMPARE(running.program.session.status().link, Link::Lan);
        QTRY_COMPARE(running.tracks(), 60);
    }

    /// The notifications find a server again before the next try, which may be minutes away.
    void aServerThatNotifiesAgainIsOnline()
    {
        using Link = app::SessionStatus::Link;
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        auto* retry = running.program.session.findChild<QTimer*>(u"reconnect"_s);
        QVERIFY(retry);
        m_one.stop();
        QTRY_COMPARE(running.program.session.status().link, Link::Offline);
        QTRY_VERIFY(retry->isActive());
        QVERIFY(m_one.start());
        const auto isOnline = [&running, retry] {
            if (running.program.session.status().link == Link::Offline) {
                retry->start(1h); // many have failed
            }
            return running.program.session.status().link == Link::Lan;
        };
        QVERIFY(support::awaitThat(isOnline, 20s));
    }

    void aUserFileThatWasReplacedIsSaidInTheWindow()
    {
        const QDir data(m_folder->filePath(u"data"_s));
        QVERIFY(QFile::exists(data.filePath(u"user.db"_s)));
        QVERIFY(data.mkpath(u"backups"_s));
        QVERIFY(QFile::copy(
            data.filePath(u"user.db"_s), data.filePath(u"backups/user-20260131T184500Z.db"_s)));
        QFile file(data.filePath(u"user.db"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(8192, '\x5a'));
        file.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"file is not a database"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"file is not a database"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"user_file_restored"_s));
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        const auto said = [](const QString& words) {
            const auto bars = Running::window()->findChildren<ui::ErrorBar*>();
            return std::ranges::any_of(bars, [&words](const ui::ErrorBar* bar) {
                const auto labels = bar->findChildren<QLabel*>();
                return bar->isVisible() && std::ranges::any_of(labels, [&words](const QLabel* l) {
                    return l->text().contains(words);
                });
            });
        };
        QTRY_VERIFY(said(u"was damaged; its copy of"_s));
        QVERIFY(said(u"The damaged file is kept: "_s));
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

    void whatPlaysStopsWhenItsWayIsForbidden()
    {
        Running running(m_folder->path());
        QTRY_COMPARE(running.tracks(), 60);
        demo::Fault drip; // so that it is being read all the time
        drip.pathPrefix = u"/library/parts"_s;
        drip.dripBytesPerSecond = 400'000;
        drip.times = -1;
        m_one.inject(drip);
        Reports reports(m_one);
        running.play();
        QTRY_VERIFY(reports.count(u"playing"_s) > 0);
        auto* button = running.find<QToolButton>(u"playerPlay"_s);
        QTRY_COMPARE(button->accessibleName(), u"Pause"_s);
        (void)m_one.takeRequests();
        account::Accounts& accounts = running.program.services.accounts;
        const types::ServerId id = accounts.current()->id;
        accounts.setPreference(
            id, account::Preference::Fixed, addressOf(m_endTwo)); // another server
        QTRY_COMPARE(button->accessibleName(), u"Play"_s);
        QTRY_COMPARE(running.program.session.status().link, app::SessionStatus::Link::Offline);
        QVERIFY(m_one.takeRequests().isEmpty());
        // The queue is kept: it goes on where that is allowed.
        accounts.setPreference(id, account::Preference::Automatic);
        QVERIFY(await(running.program.session.goOnline()));
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(button->accessibleName(), u"Pause"_s);
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
        running.signIn(m_endOne.pms, QString::fromUtf8(m_endOne.sharedToken.reveal()));
        const auto question = [&] { return running.find<QMessageBox>(u"sameUserQuestion"_s); };
        QTRY_VERIFY(question() && question()->isVisible());
        QCOMPARE(running.program.services.library.key(), owners);
        Running::answer(question(), QMessageBox::NoRole);
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
        Running::answer(question(), QMessageBox::DestructiveRole);
        QTRY_VERIFY(running.find<QWidget>(u"connectPage"_s)->isVisible());
        QVERIFY(running.program.services.accounts.servers().isEmpty());
        QVERIFY(!running.program.services.library.isOpen());
        // What is typed there connects again, with everything read anew.
        running.signIn(m_endOne.pms, QString::fromUtf8(m_endOne.token.reveal()));
        QTRY_COMPARE(running.tracks(), 60);
        QVERIFY(!running.find<QWidget>(u"connectPage"_s)->isVisible());
        QCOMPARE(Running::window()->route(), ui::Route());
        const auto* home = running.find<QWidget>(u"homePage"_s);
        QTRY_VERIFY(home->isVisible());
        QVERIFY(!home->findChild<QWidget*>(u"errorBar"_s)->isVisible());
    }
};

PLEXM8_GUI_TEST_MAIN(TestReconnect)
#include "tst_reconnect.moc"

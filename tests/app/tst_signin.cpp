// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/running.h"
#include "tests/support/stallguard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::Running;
using Link = app::SessionStatus::Link;

/// Signing in with an account as a person does it, with real clicks: the browser, the servers, the
/// users of the Home, signing out.
class TestSignIn : public QObject
{
    Q_OBJECT

    account::Environment environment() const
    {
        account::Environment given;
        given.plexTv = m_end.plexTv;
        return given;
    }
    /// Signs in on the page to connect and takes the first server.
    void signIn(Running& running)
    {
        QTest::mouseClick(running.find<QPushButton>(u"signIn"_s), Qt::LeftButton);
        QTRY_COMPARE(m_pages.size(), 1);
        m_server->claimPin();
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() > 0);
        QTest::mouseClick(running.find<QPushButton>(u"signInConnect"_s), Qt::LeftButton);
        QTRY_COMPARE(running.tracks(), 60);
    }

public Q_SLOTS:
    void openPage(const QUrl& page) { m_pages.append(page); }

private Q_SLOTS:
    void init()
    {
        m_pages.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<demo::Server>(demo::Options { .tracks = 60 });
        const auto started = m_server->start();
        QVERIFY(started);
        m_end = *started;
        m_server->setPinPolicy({ .claim = demo::PinPolicy::Claim::OnRequest });
        QDesktopServices::setUrlHandler(u"https"_s, this, "openPage");
    }
    void cleanup() { QDesktopServices::unsetUrlHandler(u"https"_s); }

    void anAccountIsSignedInThroughTheBrowser()
    {
        Running running(m_folder->path(), environment());
        QVERIFY(running.find<QWidget>(u"connectPage"_s)->isVisible());
        signIn(running);
        QCOMPARE(m_pages.first().host(), u"app.plex.tv"_s);
        QVERIFY(m_pages.first().fragment(QUrl::FullyEncoded).contains(u"code="_s));
        QVERIFY(!running.find<QWidget>(u"connectPage"_s)->isVisible());
        const auto known = running.program.services.accounts.current();
        QVERIFY(known && !known->account.isEmpty() && !known->candidates.isEmpty());
        QCOMPARE(running.program.services.plexAccounts.accounts().size(), 1);
        QCOMPARE(running.program.session.status().link, Link::Lan);
        QCOMPARE(running.find<QToolButton>(u"userButton"_s)->text(), u"demo"_s);
    }

    void theNextStartIsSignedInStill()
    {
        {
            Running running(m_folder->path(), environment());
            signIn(running);
        }
        Running again(m_folder->path(), environment());
        QTRY_COMPARE(again.program.session.status().link, Link::Lan);
        QCOMPARE(again.tracks(), 60);
    }

    void aSignInIsGivenUpAndBegunAgain()
    {
        Running running(m_folder->path(), environment());
        QTest::mouseClick(running.find<QPushButton>(u"signIn"_s), Qt::LeftButton);
        QTRY_VERIFY(running.find<QPushButton>(u"signInCancel"_s)->isVisible());
        QTest::mouseClick(running.find<QPushButton>(u"signInOpen"_s), Qt::LeftButton);
        QTRY_COMPARE(m_pages.size(), 2); // the same page, opened again
        QCOMPARE(m_pages.at(0), m_pages.at(1));
        QTest::mouseClick(running.find<QPushButton>(u"signInCancel"_s), Qt::LeftButton);
        QTRY_VERIFY(running.find<QPushButton>(u"signIn"_s)->isVisible());
        m_server->claimPin();
        QVERIFY(running.program.services.plexAccounts.accounts().isEmpty());
        m_pages.clear();
        signIn(running);
    }

    void withoutABrowserItIsNotSaidThatAPageWasOpened()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"openUrl"_s)); // offscreen has none
        Running running(m_folder->path(), environment());
        QTest::mouseClick(running.find<QPushButton>(u"signIn"_s), Qt::LeftButton);
        auto* instruction = running.find<QLabel>(u"signInInstruction"_s);
        QTRY_VERIFY(instruction->isVisible());
        QVERIFY2(
            instruction->text().startsWith(u"Open the page"_s), qPrintable(instruction->text()));
        QVERIFY(running.find<QLabel>(u"signInMessage"_s)->text().contains(u"No browser"_s));
    }

    void aCodeThatExpiresSaysSo()
    {
        Running running(m_folder->path(), environment());
        QTest::mouseClick(running.find<QPushButton>(u"signIn"_s), Qt::LeftButton);
        QTRY_COMPARE(m_pages.size(), 1);
        m_server->expirePins();
        auto* message = running.find<QLabel>(u"signInMessage"_s);
        QTRY_VERIFY(message->isVisible() && message->text().contains(u"expired"_s));
        QVERIFY(running.find<QPushButton>(u"signIn"_s)->isVisible());
    }

    void anotherUserOfTheHomeHasALibraryOfTheirOwn()
    {
        Running running(m_folder->path(), environment());
        signIn(running);
        const library::CacheKey owners = running.program.services.library.key();
        // A wrong PIN changes nothing and is asked for again; the right one opens the library.
        running.choose(u"userButton"_s, u"guest"_s);
        const auto field = [&] { return running.find<QLineEdit>(u"pinField"_s); };
        QTRY_VERIFY(field() && field()->hasFocus());
        QTest::keyClicks(field(), u"0000"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        auto* message = running.find<QLabel>(u"pinMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(u"not right"_s));
        QVERIFY(field()->text().isEmpty() && field()->hasFocus());
        QCOMPARE(running.program.services.library.key(), owners);
        QTRY_COMPARE(running.program.session.status().link, Link::Lan);
        QTest::keyClicks(field(), u"2468"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(message->text().isEmpty()); // it was said of the other PIN
        QTRY_VERIFY(!field());
        QTRY_VERIFY(running.program.services.library.key() != owners);
        QTRY_COMPARE(running.tracks(), 60);
        QCOMPARE(running.program.services.library.key().server, owners.server);
        QTRY_COMPARE(running.find<QToolButton>(u"userButton"_s)->text(), u"guest"_s);
        // And back: the owner has no PIN, and the same library as before.
        running.choose(u"userButton"_s, u"demo"_s);
        QTRY_COMPARE(running.program.services.library.key(), owners);
        QTRY_COMPARE(running.find<QToolButton>(u"userButton"_s)->text(), u"demo"_s);
    }

    void tooManyPinsAreToldAndCanBeGivenUp()
    {
        Running running(m_folder->path(), environment());
        signIn(running);
        const library::CacheKey owners = running.program.services.library.key();
        demo::Fault limit;
        limit.pathPrefix = u"/api/v2/home/users/"_s;
        limit.method = "POST";
        limit.status = 429;
        running.choose(u"userButton"_s, u"guest"_s);
        const auto field = [&] { return running.find<QLineEdit>(u"pinField"_s); };
        QTRY_VERIFY(field() && field()->hasFocus());
        m_server->inject(limit);
        QTest::keyClicks(field(), u"2468"_s);
        QTest::keyClick(field(), Qt::Key_Return);
        auto* message = running.find<QLabel>(u"pinMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(u"fewer requests"_s));
        QTest::keyClick(field(), Qt::Key_Escape);
        QTRY_VERIFY(!field());
        QCOMPARE(running.program.services.library.key(), owners);
        // What was given up is no fault.
        auto* bar = running.find<QWidget>(u"homePage"_s)->findChild<QWidget*>(u"errorBar"_s);
        QVERIFY(!bar->isVisible());
    }

    void serversAreSwitchedByTheChip()
    {
        demo::Server other({ .tracks = 40, .seed = 2, .name = u"Attic"_s });
        const auto started = other.start();
        QVERIFY(started);
        m_server->announce(*started, u"Attic"_s, u"a friend"_s);
        Running running(m_folder->path(), environment());
        signIn(running);
        running.choose(u"connectionChip"_s, u"&Add"_s);
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() == 2);
        QVERIFY(servers->item(1)->text().contains(u"a friend"_s));
        servers->setCurrentRow(1);
        QTest::keyClick(servers, Qt::Key_Return);
        QTRY_COMPARE(running.tracks(), 40);
        QCOMPARE(running.program.services.accounts.servers().size(), 2);
        running.choose(u"connectionChip"_s, u"Demo library"_s);
        QTRY_COMPARE(running.tracks(), 60);
        QTRY_COMPARE(running.program.session.status().link, Link::Lan);
    }

    void whoIsShownIsWhoUsesTheServer()
    {
        demo::Server other({ .tracks = 40, .seed = 2, .name = u"Attic"_s });
        const auto started = other.start();
        QVERIFY(started);
        m_server->announce(*started, u"Attic"_s, u"a friend"_s);
        Running running(m_folder->path(), environment());
        signIn(running);
        auto* user = running.find<QToolButton>(u"userButton"_s);
        plex::HomeUser guest;
        guest.uuid = u"0f1e2d3c4b5a6978"_s;
        guest.name = u"guest"_s;
        QVERIFY(await(running.program.session.switchUser(guest, util::SecretString("2468"))));
        QTRY_COMPARE(user->text(), u"guest"_s);
        // The owner adds a server of a friend.
        running.choose(u"connectionChip"_s, u"&Add"_s);
        QTRY_VERIFY(running.find<QPushButton>(u"signInOther"_s)->isVisible());
        QTest::mouseClick(running.find<QPushButton>(u"signInOther"_s), Qt::LeftButton);
        QTRY_COMPARE(m_pages.size(), 2);
        m_server->claimPin();
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() == 2);
        servers->setCurrentRow(1);
        QTest::keyClick(servers, Qt::Key_Return);
        QTRY_COMPARE(running.tracks(), 40);
        QCOMPARE(user->text(), u"demo"_s);
        running.choose(u"connectionChip"_s, u"Demo library"_s);
        QTRY_COMPARE(running.tracks(), 60);
        QCOMPARE(user->text(), u"guest"_s);
    }

    void signingOutRevokesAndWipes()
    {
        Running running(m_folder->path(), environment());
        signIn(running);
        const util::SecretString token = await(
            running.program.services.accounts.token(*running.program.services.accounts.current()))
                                             .value_or(util::SecretString());
        running.window()->go({ ui::Route::Place::Settings, 0, {} });
        auto* signOut = running.find<QPushButton>(u"settingsSignOut"_s);
        QVERIFY(signOut);
        QTest::mouseClick(signOut, Qt::LeftButton);
        const auto question = [&] { return running.find<QMessageBox>(u"signOutQuestion"_s); };
        QTRY_VERIFY(question() && question()->isVisible());
        Running::answer(question(), QMessageBox::DestructiveRole);
        QTRY_VERIFY(running.program.services.plexAccounts.accounts().isEmpty());
        QTRY_VERIFY(running.find<QWidget>(u"connectPage"_s)->isVisible());
        QVERIFY(running.program.services.accounts.servers().isEmpty());
        QVERIFY(!running.program.services.library.isOpen());
        // The server does not take the token any more.
        const auto address = account::parseServerAddress(m_end.pms.toString()).value();
        QTRY_COMPARE(await(running.program.services.connector.check(address, token)).error().code,
            util::Error::Code::Unauthorised);
    }

    void aSignOutThatFailsHalfWayShowsWhatIsLeft()
    {
        demo::Server other({ .tracks = 40, .seed = 2, .name = u"Attic"_s });
        const auto started = other.start();
        QVERIFY(started);
        m_server->announce(*started, u"Attic"_s, u"a friend"_s);
        Running running(m_folder->path(), environment());
        signIn(running);
        const QDir libraries(running.program.services.paths.cache + u"/libraries"_s);
        const QStringList before = libraries.entryList({ u"*.db"_s });
        running.choose(u"connectionChip"_s, u"&Add"_s);
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() == 2);
        servers->setCurrentRow(1);
        QTest::keyClick(servers, Qt::Key_Return);
        QTRY_COMPARE(running.tracks(), 40);
        running.choose(u"connectionChip"_s, u"Demo library"_s);
        QTRY_COMPARE(running.tracks(), 60);
        // The library of the attic cannot be deleted; the one that is shown was before.
        QStringList files = libraries.entryList({ u"*.db"_s });
        files.removeIf([&before](const QString& file) { return before.contains(file); });
        QCOMPARE(files.size(), 1);
        const QString inTheWay = libraries.filePath(files.first() + u"-shm"_s);
        QTRY_VERIFY(!QFile::exists(inTheWay));
        QVERIFY(QDir().mkpath(inTheWay + u"/x"_s));
        running.window()->go({ ui::Route::Place::Settings, 0, {} });
        QTest::mouseClick(running.find<QPushButton>(u"settingsSignOut"_s), Qt::LeftButton);
        const auto question = [&] { return running.find<QMessageBox>(u"signOutQuestion"_s); };
        QTRY_VERIFY(question() && question()->isVisible());
        Running::answer(question(), QMessageBox::DestructiveRole);
        const auto& accounts = running.program.services.accounts;
        QTRY_VERIFY(accounts.current() && accounts.current()->name == u"Attic"_s);
        QCOMPARE(accounts.servers().size(), 1);
        QVERIFY(!running.find<QWidget>(u"connectPage"_s)->isVisible());
        QCOMPARE(running.program.services.plexAccounts.accounts().size(), 1);
        QVERIFY(QDir(inTheWay).removeRecursively());
    }

    void theServersOfAllAccountsAreOffered()
    {
        Running running(m_folder->path(), environment());
        signIn(running);
        account::PlexAccounts& accounts = running.program.services.plexAccounts;
        // Somebody else signs in, too; plex.tv gives the same list to every account of the demo.
        demo::Fault somebody;
        somebody.pathPrefix = u"/api/v2/user"_s;
        somebody.garbageBody = R"({"uuid":"fedcba9876543210","username":"somebody","home":false})";
        const auto pending = await(accounts.beginSignIn());
        QVERIFY(pending);
        m_server->inject(somebody);
        m_server->claimPin();
        QVERIFY(await(accounts.awaitSignIn(*pending)));
        QCOMPARE(accounts.accounts().size(), 2);
        running.choose(u"connectionChip"_s, u"&Add"_s);
        auto* servers = running.find<QListWidget>(u"signInServers"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() == 2);
        QVERIFY(servers->item(0)->text().contains(u"demo"_s));
        QVERIFY(servers->item(1)->text().contains(u"somebody"_s));
        // One that fails does not hide what the other offers.
        demo::Fault broken;
        broken.pathPrefix = u"/api/v2/resources"_s;
        broken.status = 404;
        m_server->inject(broken);
        QTest::mouseClick(running.find<QPushButton>(u"connectBack"_s), Qt::LeftButton);
        running.choose(u"connectionChip"_s, u"&Add"_s);
        QTRY_VERIFY(servers->isVisible() && servers->count() == 1);
        QVERIFY(running.find<QLabel>(u"signInMessage"_s)->isVisible());
    }

    void nothingIsAskedBeforeThePageIsShown()
    {
        {
            Running running(m_folder->path(), environment());
            signIn(running);
        }
        (void)m_server->takeRequests();
        Running again(m_folder->path(), environment());
        QTRY_COMPARE(again.program.session.status().link, Link::Lan);
        QTRY_VERIFY(!again.program.services.sync.isRunning());
        const auto isAsked = [this] {
            return std::ranges::any_of(m_server->takeRequests(),
                [](const auto& request) { return request.path == u"/api/v2/resources"_s; });
        };
        QVERIFY(!isAsked());
        again.choose(u"connectionChip"_s, u"&Add"_s);
        QVERIFY(support::awaitThat(isAsked));
    }

    void anAddressWithoutEncryptionPointsToTheConsent()
    {
        Running running(m_folder->path(), environment());
        signIn(running);
        running.window()->go({ ui::Route::Place::Settings, 0, {} });
        auto* preference = running.find<QComboBox>(u"settingsPreference"_s);
        auto* hint = running.find<QLabel>(u"settingsFixedHint"_s);
        auto* consent = running.find<QCheckBox>(u"settingsPlain"_s);
        QVERIFY(!hint->isVisible());
        preference->setCurrentIndex(preference->findData(int(account::Preference::Fixed)));
        Q_EMIT preference->activated(preference->currentIndex());
        QVERIFY(running.find<QLineEdit>(u"settingsFixed"_s)->isVisible());
        QVERIFY(hint->isVisible());
        QVERIFY(hint->mapTo(running.window(), QPoint()).y()
            < consent->mapTo(running.window(), QPoint()).y());
        running.program.services.accounts.setMayBePlain(
            running.program.services.accounts.current()->id, true);
        preference->setCurrentIndex(preference->findData(int(account::Preference::Fixed)));
        Q_EMIT preference->activated(preference->currentIndex());
        QVERIFY(!hint->isVisible());
    }

    void theWayToTheServerFollowsTheNetwork()
    {
        m_server->setCandidates({ { demo::Route::Lan, false }, { demo::Route::Remote, false },
            { demo::Route::Relay, false } });
        Running running(m_folder->path(), environment());
        signIn(running);
        QCOMPARE(running.program.session.status().link, Link::Lan);
        m_server->setReachable(demo::Route::Lan, false);
        running.program.session.reconsider();
        QTRY_COMPARE_WITH_TIMEOUT(running.program.session.status().link, Link::Remote, 15'000);
        QVERIFY(running.program.session.status().reason.contains(u"no local address"_s));
        m_server->setReachable(demo::Route::Remote, false);
        // What is asked next finds out that nobody answers there.
        const auto synced = await(running.program.session.sync({}), 30s);
        Q_UNUSED(synced)
        QTRY_COMPARE_WITH_TIMEOUT(running.program.session.status().link, Link::Relay, 30'000);
        m_server->setReachable(demo::Route::Relay, false);
        (void)await(running.program.session.sync({}), 30s);
        QTRY_COMPARE_WITH_TIMEOUT(running.program.session.status().link, Link::Offline, 30'000);
        QCOMPARE(running.tracks(), 60); // what was read stays
        m_server->setReachable(demo::Route::Lan, true);
        running.program.session.findChild<QTimer*>(u"reconnect"_s)->start(0ms);
        QTRY_COMPARE_WITH_TIMEOUT(running.program.session.status().link, Link::Lan, 15'000);
    }

private:
    std::unique_ptr<demo::Server> m_server;
    demo::Endpoints m_end;
    std::unique_ptr<QTemporaryDir> m_folder;
    QList<QUrl> m_pages; ///< that the browser was asked to open
};

PLEXM8_GUI_TEST_MAIN(TestSignIn)
#include "tst_signin.moc"

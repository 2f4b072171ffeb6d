// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/desktop.h"

#include "app/desktop/activation.h"
#include "app/desktop/autostart.h"
#include "core/playback/bytesource.h"
#include "ui/common/appearance.h"
#include "ui/common/behaviour.h"
#include "ui/shell/questions.h"

#include <QApplication>
#include <QDir>
#include <QProcess>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace app {

namespace {

/// How long the end of the program, or of a connection, waits for the last report.
constexpr std::chrono::milliseconds kGoodbye { 1500 };

ui::ConnectionStatus::Kind kindOf(SessionStatus::Link link)
{
    using Kind = ui::ConnectionStatus::Kind;
    switch (link) {
    case SessionStatus::Link::None:
        return Kind::None;
    case SessionStatus::Link::Connecting:
        return Kind::Connecting;
    case SessionStatus::Link::Lan:
        return Kind::Lan;
    case SessionStatus::Link::Remote:
        return Kind::Remote;
    case SessionStatus::Link::Relay:
        return Kind::Relay;
    case SessionStatus::Link::Offline:
        return Kind::Offline;
    case SessionStatus::Link::Refused:
        return Kind::Refused;
    }
    return Kind::None;
}

QString notConnected()
{
    return Desktop::tr("The server could not be connected.");
}

} // namespace

Desktop::Desktop(Services& services, Session& session, ui::Theme& theme, const util::LogBuffer& log,
    Options options)
    : m_services(services)
    , m_session(session)
    , m_theme(theme)
    , m_log(log)
    , m_options(std::move(options))
    , m_output(m_device, m_silence)
    , m_player(m_output, [this](const playback::QueueEntry& entry) { return openSource(entry); })
    , m_preferences(m_services.settings, m_player, m_theme)
    , m_coverKeeper(m_services.artwork, m_services.accounts, m_services.library)
{
    m_window = std::make_unique<ui::MainWindow>(uiServices());
    connect(&m_session, &Session::certificateChanged, this, &Desktop::askAboutCertificate);
    connect(&m_session, &Session::wayForbidden, &m_player, &playback::Player::stop);
    m_session.setFarewell([this] { return endPlayback(); });
    m_session.setListens(true);
    connect(&m_session, &Session::statusChanged, this, &Desktop::showStatus);
    connect(&m_session, &Session::serverChanged, this, &Desktop::followServer);
    const auto showCapabilities = [this] { m_window->setCapabilities(m_session.capabilities()); };
    connect(&m_session, &Session::capabilitiesChanged, this, showCapabilities);
    showCapabilities();
    connect(&m_services.library, &library::Library::opened, this, &Desktop::followLibrary);
    connect(m_window.get(), &ui::MainWindow::connectRequested, this, &Desktop::connectTo);
    connect(m_window.get(), &ui::MainWindow::demoRequested, this, &Desktop::openDemoWindow);
    connect(m_window.get(), &ui::MainWindow::serverChosen, this, &Desktop::connectToCloud);
    connect(m_window.get(), &ui::MainWindow::switchServerRequested, this, &Desktop::switchServer);
    connect(m_window.get(), &ui::MainWindow::forgetRequested, this, &Desktop::forgetServer);
    connect(m_window.get(), &ui::MainWindow::signOutRequested, this, &Desktop::signOut);
    connect(m_window.get(), &ui::MainWindow::syncRequested, this, [this] { synchronise({}); });
    connect(m_window.get(), &ui::MainWindow::fullSyncRequested, this, [this] {
        synchronise({ {}, true });
    });
    connect(m_window.get(), &ui::MainWindow::retryConnectionRequested, this, &Desktop::retry);
    connect(&m_preferences, &Preferences::syncDue, this, [this] {
        if (m_session.server()) {
            synchronise({});
        }
    });
    connect(&m_services.sync, &library::Sync::progressed, m_window.get(),
        [this](const QString& what, qint64 done, qint64 total) {
            m_window->setSync(true, what, done, total);
        });
    connect(&m_services.sync, &library::Sync::runningChanged, m_window.get(),
        [this](bool running) { m_window->setSync(running, {}, 0, 0); });
    // The user's file is open before any library is.
    connect(
        &m_services.library, &library::Library::opened, &m_services.backups, &Backups::keepMaking);
    connect(
        &m_services.library, &library::Library::opened, &m_coverKeeper, &CoverKeeper::keepClean);
    connect(&m_services.artwork, &artwork::Artwork::replaced, m_window.get(),
        &ui::MainWindow::refreshCover);
    connect(
        &m_services.backups, &Backups::restored, m_window.get(), [this](const Restored& restored) {
            const Error error { Error::Code::Database, restored.consequence(), {}, 0, {} };
            m_window->showError(error, restored.summary());
        });
    connect(&m_services.backups, &Backups::failed, m_window.get(), [this](const Error& error) {
        m_window->showError(error, tr("No copy of your data was made today."));
    });
    m_opener = std::make_unique<Opener>(m_services.library, m_services.accounts, *m_window);
    // Hidden in the tray it may show a question, and closing that one ends nothing.
    QApplication::setQuitOnLastWindowClosed(false);
    connect(m_window.get(), &ui::MainWindow::closed, this, &Desktop::shutDown);
    connect(qApp, &QGuiApplication::commitDataRequest, m_window.get(), &ui::MainWindow::prepareEnd,
        Qt::DirectConnection);
}

Desktop::~Desktop()
{
    m_session.setFarewell({});
    m_presence.reset();
    m_opener.reset();
    m_window.reset();
    m_clips.reset();
}

void Desktop::start()
{
    if (m_options.tourFolder.isEmpty()) {
        m_window->restoreWindow();
        m_presence = std::make_unique<Presence>(
            m_services, m_player, m_output, *m_window, m_options.startsInTray);
        offerStartAtLogin();
        m_opener->open(m_options.opens);
    } else {
        m_window->resize(m_options.size);
    }
    if (!m_options.startsInTray) {
        m_window->show();
    }
    if (m_options.isDemo) {
        startDemo();
        return;
    }
    m_session.setReconnects(true);
    if (!m_services.accounts.current() && !m_services.environment.server) {
        if (m_services.settings.value(ui::behaviour::kAssistantDone)) {
            m_window->showConnectPage(true);
        } else {
            m_window->showAssistant();
        }
        return;
    }
    // The cached library is on screen before any of the connecting ends.
    async::deliver(m_session.openCache(), this, [this](const Result<void>& opened) {
        if (!opened) {
            m_window->showSyncError(opened.error());
        }
        m_session.tryGoingOnline();
    });
}

void Desktop::offerStartAtLogin()
{
    if (m_options.isDemo || !m_options.dataDir.isEmpty()) {
        return; // the session would start another profile
    }
    const Autostart autostart(QApplication::applicationFilePath());
    m_window->setStartsAtLogin(autostart.isOn());
    connect(
        m_window.get(), &ui::MainWindow::startAtLoginRequested, this, [this, autostart](bool on) {
            if (const auto done = autostart.set(on); !done) {
                m_window->showError(done.error(), {});
            }
            m_window->setStartsAtLogin(autostart.isOn());
        });
}

void Desktop::tell(const QStringList& troubles)
{
    if (troubles.isEmpty()) {
        return;
    }
    const QString all = troubles.join(u' ');
    m_window->setMissing(ui::Missing::Files, all);
    m_window->showError(Error { Error::Code::Storage, all, {}, 0, {} }, {});
}

void Desktop::takeStart(const StartRequest& request)
{
    m_window->comeForward();
    activateFor(*m_window, request.activation);
    m_opener->open(request.opens);
}

void Desktop::retry()
{
    m_asksCertificate = false;
    m_session.tryGoingOnline();
}

util::Future<types::ServerInfo> Desktop::checkAddress(const account::ServerAddress& address,
    const util::SecretString& token, const std::stop_token& stop)
{
    const auto check = [this, address, token, stop] {
        return async::andThen(m_services.connector.check(address, token, {}, stop), this,
            [](const account::Connection& found) { return found.server; });
    };
    util::Promise<types::ServerInfo> promise;
    async::deliver(
        check(), this, [this, promise, check, address](const Result<types::ServerInfo>& found) {
            if (found || found.error().code != Error::Code::Tls) {
                promise.finish(found);
                return;
            }
            const auto trusted = async::andThen(trustCertificate(address.url), this, check);
            async::deliver(trusted, this, [promise, found](const Result<types::ServerInfo>& again) {
                const bool isDeclined = !again && again.error().code == Error::Code::Cancelled;
                promise.finish(isDeclined ? found : again);
            });
        });
    return promise.future();
}

util::Future<void> Desktop::trustCertificate(const QUrl& url)
{
    return async::andThen(m_certificates.read(url), this,
        [this, url](const net::Certificate& certificate) -> util::Future<void> {
            if (certificate.faults.isEmpty() || !certificate.canBePinned) {
                return async::ready<void>(Error::cancelled());
            }
            const auto trusted = ui::askCertificate(
                *m_window, url, certificate, m_services.pins.fingerprintFor(url));
            return async::andThen(trusted, this, [this, url, sha256 = certificate.sha256] {
                return m_services.pins.pin(url, sha256);
            });
        });
}

void Desktop::askAboutCertificate(const QUrl& address)
{
    if (std::exchange(m_asksCertificate, true)) {
        return; // each try to reconnect finds the same
    }
    async::deliver(trustCertificate(address), this, [this](const Result<void>& trusted) {
        if (trusted) {
            retry();
        }
    });
}

void Desktop::connectToCloud(const plex::CloudServer& server, const account::PlexAccount& account)
{
    const auto ask
        = [this](const types::ServerInfo& info) { return ui::askSameUser(*m_window, info.name); };
    takeConnected(m_session.connectTo(server, account, ask));
}

void Desktop::takeConnected(const util::Future<types::ServerInfo>& connected)
{
    async::deliver(connected, this, [this](const Result<types::ServerInfo>& server) {
        if (!server) {
            m_window->showError(server.error(), notConnected());
            return;
        }
        m_window->showConnectPage(false);
    });
}

void Desktop::switchServer(const types::ServerId& server)
{
    async::deliver(m_session.switchTo(server), this, [this](const Result<void>& opened) {
        if (!opened) {
            m_window->showError(opened.error(), tr("The server could not be opened."));
            return;
        }
        m_session.tryGoingOnline();
    });
}

void Desktop::connectTo(const account::ServerAddress& address, const util::SecretString& token)
{
    const auto ask = [this](const types::ServerInfo& server) {
        return ui::askSameUser(*m_window, server.name);
    };
    takeConnected(m_session.connectTo(address, token, ask));
}

void Desktop::forgetServer(const types::ServerId& id)
{
    const auto servers = m_services.accounts.servers();
    const auto server = std::ranges::find(servers, id, &account::KnownServer::id);
    if (server == servers.end()) {
        return;
    }
    const auto shown = m_session.shown();
    const int waiting = shown && shown->id == id ? m_services.changes.pendingSteps() : 0;
    const auto confirmed = ui::askForget(*m_window, server->name, waiting);
    const auto forgotten
        = async::andThen(confirmed, this, [this, id] { return m_session.forget(id); });
    async::deliver(forgotten, this, [this](const Result<void>& done) {
        const bool isCancelled = !done && done.error().code == Error::Code::Cancelled;
        if (!isCancelled) {
            showNextServer();
        }
        if (!done) {
            m_window->showError(done.error(), tr("The server could not be forgotten."));
        }
    });
}

void Desktop::signOut(const QString& uuid)
{
    const auto known = m_services.plexAccounts.account(uuid);
    if (!known) {
        return;
    }
    const auto servers = m_services.accounts.servers();
    const auto count = std::ranges::count(servers, uuid, &account::KnownServer::account);
    const auto confirmed
        = ui::askSignOut(*m_window, known->name, int(count), m_services.changes.pendingSteps());
    const auto signedOut
        = async::andThen(confirmed, this, [this, uuid] { return m_session.signOut(uuid); });
    async::deliver(signedOut, this, [this](const Result<bool>& revoked) {
        const bool isCancelled = !revoked && revoked.error().code == Error::Code::Cancelled;
        if (!isCancelled) {
            showNextServer(); // also half-way: what was shown may be forgotten
        }
        if (!revoked) {
            m_window->showError(revoked.error(), tr("The account could not be signed out."));
            return;
        }
        if (!*revoked) {
            m_window->showError(
                Error { Error::Code::Offline,
                    tr("This computer is signed out, but plex.tv could not be told. Remove PlexM8 "
                       "from the authorised devices of your account there."),
                    u"sign-out not confirmed"_s, 0, {} },
                {});
        }
    });
}

void Desktop::showNextServer()
{
    if (m_services.library.isOpen()) {
        return; // another one is shown
    }
    m_player.stop();
    m_player.clearQueue();
    m_shownLibrary = {};
    m_window->startAfresh();
    const auto left = m_services.accounts.servers();
    if (left.isEmpty()) {
        m_window->showConnectPage(true);
    } else {
        switchServer(left.first().id);
    }
}

void Desktop::openDemoWindow()
{
    QStringList arguments { u"--demo"_s };
    // The demo has settings of its own, but is read by the same person.
    const QString language = m_services.settings.value(ui::appearance::kLanguage);
    if (!language.isEmpty()) {
        arguments << u"--language"_s << language;
    }
    if (!QProcess::startDetached(QApplication::applicationFilePath(), arguments)) {
        m_window->showError(Error { Error::Code::Storage, tr("The demo could not be started."),
                                QApplication::applicationFilePath(), 0, {} },
            {});
    }
}

void Desktop::startDemo()
{
    m_demo = std::make_unique<demo::Server>(m_options.demo);
    showStatus({ SessionStatus::Link::Connecting, {}, tr("The music is being read."), false });
    const auto connected
        = async::andThen(m_demo->startAside(), this, [this](const demo::Endpoints& endpoints) {
              m_services.plexAccounts.setHosts({ endpoints.plexTv, endpoints.plexTv });
              m_demo->setActivities({ { .uuid = "39cc0000-0000-4000-8000-0000000000d0",
                  .type = "media.generate.music.analysis",
                  .title = "Analysing Music",
                  .subtitle = "Loudness",
                  .isCancellable = true,
                  .seconds = 240 } });
              const auto address = account::parseServerAddress(endpoints.pms.toString());
              return address ? m_session.connectTo(*address, endpoints.token)
                             : async::ready<types::ServerInfo>(address.error());
          });
    async::deliver(connected, this, [this](const Result<types::ServerInfo>& server) {
        if (!server) {
            showStatus(m_session.status());
            if (!failTour(server.error())) {
                m_window->showError(server.error(), notConnected());
            }
            return;
        }
        m_window->showConnectPage(false);
    });
}

void Desktop::synchronise(const library::SyncOptions& options)
{
    async::deliver(
        m_session.sync(options), this, [this](const Result<library::SyncSummary>& summary) {
            const bool isNews = !summary && summary.error().code != Error::Code::Cancelled
                && summary.error().code != Error::Code::Conflict;
            if (isNews && failTour(summary.error())) {
                return;
            }
            if (isNews) {
                m_window->showSyncError(summary.error());
            }
            if (!m_options.tourFolder.isEmpty() && !m_tour) {
                startTour();
            }
        });
}

void Desktop::showStatus(const SessionStatus& status)
{
    if (m_presence) {
        m_presence->setOffline(status.link == SessionStatus::Link::Offline
            || status.link == SessionStatus::Link::Refused);
    }
    m_window->setConnection(
        { kindOf(status.link), status.server, status.reason, m_options.isDemo, status.isReadable });
}

void Desktop::followServer()
{
    if (!m_session.server()) {
        m_reporter.reset();
        return;
    }
    if (m_reporter) {
        m_reporter->setServer(*m_session.server()); // the same library, connected again
    } else {
        m_reporter = std::make_unique<playback::TimelineReporter>(m_player, *m_session.server());
    }
    synchronise({});
}

util::Future<void> Desktop::endPlayback()
{
    m_player.stop();
    m_player.clearQueue();
    if (!m_reporter) {
        return async::ready<void>({});
    }
    return async::andThen(m_reporter->close(kGoodbye), this, [this] { m_reporter.reset(); });
}

void Desktop::followLibrary()
{
    const library::CacheKey key = m_services.library.key();
    if (!m_services.library.isOpen() || key == m_shownLibrary) {
        return;
    }
    if (m_shownLibrary.server.isValid()) {
        m_player.stop();
        m_player.clearQueue();
        m_window->startAfresh();
    }
    m_shownLibrary = key;
}

bool Desktop::failTour(const Error& error)
{
    if (m_options.tourFolder.isEmpty()) {
        return false;
    }
    fprintf(stderr, "plexm8: %s\n", qPrintable(error.message));
    QApplication::exit(1);
    return true;
}

void Desktop::startTour()
{
    QDir().mkpath(m_options.tourFolder);
    m_tour = std::make_unique<ui::Tour>(*m_window, uiServices(), m_options.tourFolder);
    connect(m_tour.get(), &ui::Tour::finished, this, [this](int pictures) {
        fprintf(stdout, "%d pictures in %s\n", pictures, qPrintable(m_options.tourFolder));
        QApplication::exit(pictures > 0 ? 0 : 1);
    });
    m_tour->start();
}

void Desktop::end()
{
    m_window->prepareEnd();
    shutDown();
}

void Desktop::shutDown()
{
    if (m_isEnding) {
        return;
    }
    m_isEnding = true;
    m_player.stop();
    if (!m_reporter) {
        QApplication::quit();
        return;
    }
    async::deliver(
        m_reporter->close(kGoodbye), this, [](const Result<void>&) { QApplication::quit(); });
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/startrequest.h"
#include "app/main/clips.h"
#include "app/main/opener.h"
#include "app/main/options.h"
#include "app/main/preferences.h"
#include "app/main/presence.h"
#include "app/services/coverkeeper.h"
#include "app/services/session.h"
#include "core/net/certificate.h"
#include "core/playback/audiooutput.h"
#include "core/playback/nullbackend.h"
#include "core/playback/player.h"
#include "core/playback/qtaudiobackend.h"
#include "core/playback/timelinereporter.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/tour.h"

namespace app {

/// The program with a window: builds what the command line does not need and connects the window
/// with the session. No rule about music, ratings or servers lives here.
///
/// Thread: UI.
class Desktop : public QObject
{
    Q_OBJECT
public:
    /// @param theme  made before the first widget
    /// @param log  what the program logs, to be shown; outlives this
    Desktop(Services& services, Session& session, ui::Theme& theme, const util::LogBuffer& log,
        Options options);
    ~Desktop() override;

    /// Shows the window and begins to connect.
    void start();
    /// Ends the program as closing its window for good does: what plays is reported, and the
    /// window's place is kept.
    void end();
    /// What is not as it should be here, in whole sentences: shown now, and under Settings.
    void tell(const QStringList& troubles);
    /// The program was started once more: the window comes to the front, with what was asked for.
    void takeStart(const StartRequest& request);

private:
    /// The choice in Settings, where the program has the user's own profile.
    void offerStartAtLogin();
    void startDemo();
    /// The demo beside the user's own: another window with a profile of its own.
    void openDemoWindow();
    /// Session::tryGoingOnline() because the user says so: what was declined is asked again.
    void retry();
    void connectTo(const account::ServerAddress& address, const util::SecretString& token);
    void connectToCloud(const plex::CloudServer& server, const account::PlexAccount& account);
    /// The window goes on when the server is connected, or says why not.
    void takeConnected(const util::Future<types::ServerInfo>& connected);
    /// Asks who is at an address; a certificate that nobody vouches for is asked about.
    [[nodiscard]] util::Future<types::ServerInfo> checkAddress(
        const account::ServerAddress& address, const util::SecretString& token,
        const std::stop_token& stop);
    /// Asks whether the certificate of an address is to be trusted. Errors: Cancelled, also when it
    /// cannot be.
    [[nodiscard]] util::Future<void> trustCertificate(const QUrl& url);
    /// Asks whether another certificate than the one that is trusted is to be from now on.
    void askAboutCertificate(const QUrl& address);
    void switchServer(const types::ServerId& server);
    /// Asks first.
    void forgetServer(const types::ServerId& id);
    /// Asks first.
    void signOut(const QString& uuid);
    /// The one that was shown has gone: another known one, or the page to connect.
    void showNextServer();
    /// Another library is open: what the window and the queue hold of the former is put away.
    void followLibrary();
    /// Ends a tour with an error; says whether there was one to end.
    bool failTour(const util::Error& error);
    void synchronise(const library::SyncOptions& options);
    void showStatus(const SessionStatus& status);
    /// There is a connection: what plays is reported there, and the library is brought up to date.
    void followServer();
    /// Before another library is opened: stops, and tells the server of the former.
    [[nodiscard]] util::Future<void> endPlayback();
    void startTour();
    /// Tells the server that playing has stopped, then ends the program.
    void shutDown();

    [[nodiscard]] ui::Services uiServices();
    [[nodiscard]] ui::ServerWork serverWork();
    [[nodiscard]] util::Result<std::unique_ptr<playback::ByteSource>> openSource(
        const playback::QueueEntry& entry) const;

    Services& m_services;
    Session& m_session;
    ui::Theme& m_theme;
    const util::LogBuffer& m_log;
    Options m_options;
    std::unique_ptr<demo::Server> m_demo;
    net::CertificateReader m_certificates;
    playback::QtAudioBackend m_device;
    playback::NullBackend m_silence;
    playback::AudioOutput m_output;
    playback::Player m_player;
    Preferences m_preferences;
    CoverKeeper m_coverKeeper;
    std::unique_ptr<playback::TimelineReporter> m_reporter;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<Opener> m_opener;
    std::unique_ptr<Presence> m_presence;
    std::unique_ptr<ui::Tour> m_tour;
    std::unique_ptr<Clips> m_clips; ///< made when the first is heard
    library::CacheKey m_shownLibrary;
    bool m_asksCertificate = false; ///< or it was declined
    bool m_isEnding = false;
};

} // namespace app

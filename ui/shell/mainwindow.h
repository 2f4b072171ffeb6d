// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/capability.h"
#include "core/account/plexaccounts.h"
#include "core/library/library.h"
#include "core/types/rating.h"
#include "core/util/async.h"
#include "ui/common/connection.h"
#include "ui/common/missing.h"
#include "ui/common/route.h"
#include "ui/shell/services.h"

#include <QMainWindow>

class QStackedWidget;
namespace change {
struct Summary;
}

namespace ui {

class AccountMenus;
class AssistantPage;
class Actions;
class Capabilities;
class ChangeBar;
class ConnectPage;
class ErrorBar;
class KeyMap;
class OfflineBar;
class PageHub;
class PageLinks;
class PanelRow;
class Panes;
class PlayCommands;
class PlayerBar;
class PlaylistCommands;
class PlaylistFiles;
class QueuePanel;
class Sidebar;
struct DesktopKeys;
class TopBar;
enum class Command;

/// The window: the frame around the pages, the menus, the player. It connects both with the core;
/// connecting and synchronising are asked for by signals and told back by slots.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Services services, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Puts the window where it was last time, or where there is a screen for it now, and keeps how
    /// it stands from now on. To be called before it is shown; without it nothing is kept.
    void restoreWindow();
    /// Keeps how it stands; by itself whenever it is closed.
    void saveWindow();
    /// Shows the window that was hidden or minimised, where somebody can see it.
    void comeForward();
    /// Whether closing may leave the program in the tray.
    void setTrayAvailable(bool isAvailable);
    /// Whether the session starts the program; nothing where that cannot be chosen.
    void setStartsAtLogin(std::optional<bool> starts);
    /// @param sentence  what is without it, for the page of Settings; empty: it is there
    void setMissing(Missing what, const QString& sentence);
    /// Which keys lead where, also while another program has the focus.
    [[nodiscard]] const KeyMap& keys() const { return *m_keys; }
    /// For windows of the program beside this one.
    [[nodiscard]] Covers& covers() { return m_covers; }
    /// What asks for imports of playlist files, and for files of playlists.
    [[nodiscard]] PlaylistFiles& playlistFiles() { return *m_files; }
    /// What is said of those in Settings.
    void setDesktopKeys(const DesktopKeys& keys);
    /// Closes the window whatever closing means otherwise.
    void closeForGood();
    /// The session ends: whoever closes the window from now on is not asked what it means.
    void prepareEnd();

    void go(const Route& route, OpenIn where = OpenIn::Here);
    /// Of the current pane, as all that is about pages here.
    [[nodiscard]] const Route& route() const;
    void goBack();
    void goForward();
    /// The current one, if there are two.
    void closePane();
    void showQueue(bool shown);
    void showAbout();
    /// Why the server cannot be connected.
    void showCheck();
    /// Home, with nothing to go back to: another library is open.
    void startAfresh();
    /// Instead of everything else while there is no server yet. Not shown any more, the assistant
    /// goes on where it runs.
    void showConnectPage(bool shown);
    /// The pages of the first start, from the first one on.
    void showAssistant();
    void startSearch(const QString& text);

public Q_SLOTS:
    void setConnection(const ui::ConnectionStatus& status);
    /// What cannot be done is disabled from now on, and says why.
    void setCapabilities(const QList<account::Capability>& capabilities);
    /// There is a newer cover than the one that was read for @p thumb.
    void refreshCover(const QString& thumb);
    void setSync(bool isRunning, const QString& what, qint64 done, qint64 total);
    void showSyncError(const util::Error& error);
    /// @param what  one sentence about what could not be done; empty: the error's own
    void showError(const util::Error& error, const QString& what);

Q_SIGNALS:
    void connectRequested(const account::ServerAddress& address, const util::SecretString& token);
    void demoRequested();
    void serverChosen(const plex::CloudServer& server, const account::PlexAccount& account);
    void switchServerRequested(const types::ServerId& server);
    void forgetRequested(const types::ServerId& server);
    void signOutRequested(const QString& account);
    void syncRequested();
    /// All of the library is to be read again.
    void fullSyncRequested();
    void retryConnectionRequested();
    void startAtLoginRequested(bool starts);
    /// The window is hidden in the tray, or shown.
    void shownChanged();
    /// The window is closed, which ends the program.
    void closed();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupFrame();
    void connectFrame();
    void connectPages();
    void connectPlaylists();
    void connectMenus();
    void connectAssistant();
    void connectCore();
    void applyAppearance();
    /// Back onto a screen, if it is on none by now.
    void repairPlace();
    void restorePanes(const QList<Route>& panes, const QList<int>& sizes);
    void askWhatClosingMeans();
    void run(Command command);
    void runGoing(Command command);
    void runPlayback(Command command);
    /// The frame says where we are.
    void showPlace();
    void updateUndo();
    void updatePlayer();
    void readRating();
    void readPlaylists();
    void libraryOpened();
    void libraryChanged(const db::ChangeSet& changes);
    void retry(types::ChangeId change);
    void showFailed(const change::Summary& summary);
    void rate(const QList<types::ItemId>& items, const types::OptionalRating& rating);
    void showPastRatings(types::ItemId item);
    void rateCurrent(const types::RatingKey& key, const types::OptionalRating& rating);
    void sayIfNotRated(const util::Future<types::ChangeId>& rated);
    void toggleSidebar();
    void undo(types::ChangeId change);
    void redo();
    /// Asks first, where that takes long to fill again.
    void flushCache(const QString& bucket);
    void search(const QString& text);
    [[nodiscard]] ErrorBar& bar() const;

    Services m_services;
    library::CacheKey m_shown; ///< whose items the pages show
    bool m_keepsState = false;
    bool m_hasTray = false;
    bool m_isClosing = false; ///< for good
    bool m_asksOnClose = false; ///< now
    Covers m_covers;
    Capabilities* m_capabilities;
    PlayCommands* m_play;
    PlaylistCommands* m_playlists;
    KeyMap* m_keys;
    Actions* m_actions;
    AccountMenus* m_menus;
    QStackedWidget* m_root;
    PageHub* m_hub;
    PageLinks* m_links;
    PlaylistFiles* m_files;
    Panes* m_panes;
    ConnectPage* m_connectPage;
    AssistantPage* m_assistant;
    TopBar* m_topBar;
    Sidebar* m_sidebar;
    OfflineBar* m_offline;
    ChangeBar* m_changeBar;
    PlayerBar* m_playerBar;
    QueuePanel* m_queue;
    PanelRow* m_row = nullptr;
    util::async::Latest m_playlistsRead;
    util::async::Latest m_ratingRead;
};

} // namespace ui

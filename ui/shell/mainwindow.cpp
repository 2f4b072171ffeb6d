// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/change/changes.h"
#include "core/library/library.h"
#include "core/library/tables.h"
#include "core/playback/player.h"
#include "core/rating/ratings.h"
#include "core/util/clock.h"
#include "ui/activity/historypage.h"
#include "ui/assistant/assistantpage.h"
#include "ui/common/appearance.h"
#include "ui/common/capabilities.h"
#include "ui/common/desktopactions.h"
#include "ui/common/dragout.h"
#include "ui/common/editactions.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/keymap.h"
#include "ui/common/listactions.h"
#include "ui/common/page.h"
#include "ui/common/ratingmenu.h"
#include "ui/common/stars.h"
#include "ui/playback/playerbar.h"
#include "ui/playback/queuepanel.h"
#include "ui/shell/accountmenus.h"
#include "ui/shell/actions.h"
#include "ui/shell/changebar.h"
#include "ui/shell/focusfollower.h"
#include "ui/shell/fontnotice.h"
#include "ui/shell/fontpreloader.h"
#include "ui/shell/offlinebar.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/pagelinks.h"
#include "ui/shell/panelrow.h"
#include "ui/shell/panes.h"
#include "ui/shell/playcommands.h"
#include "ui/shell/playlistcommands.h"
#include "ui/shell/playlistfiles.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/signin/connectpage.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize kWindowSize { 1280, 800 };
constexpr double kMostOfScreen = 0.92; // the frame is not known before the window is shown

Actions* makeActions(QMainWindow& window, KeyMap& keys, Capabilities& capabilities)
{
    keys.add(windowActions());
    keys.add(listActions());
    keys.add(editActions());
    keys.add(desktopActions());
    return new Actions(window, keys, capabilities);
}

} // namespace

MainWindow::MainWindow(Services services, QWidget* parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_shown(m_services.library.key())
    , m_covers(m_services.readCover)
    , m_capabilities(new Capabilities(this))
    , m_play(new PlayCommands(
          m_services.library, m_services.onDemand, m_services.player, *m_capabilities, this))
    , m_playlists(new PlaylistCommands(
          m_services.library, m_services.playlists, *m_play, m_services.state, *this))
    , m_keys(new KeyMap(m_services.settings, this))
    , m_actions(makeActions(*this, *m_keys, *m_capabilities))
    , m_menus(new AccountMenus(m_services.accounts, m_services.plexAccounts, *m_capabilities,
          m_services.switchUser, *this))
    , m_root(new QStackedWidget)
    , m_hub(new PageHub(m_services, m_covers, *m_capabilities, *m_keys, this))
    , m_links(new PageLinks(m_services, *m_play, this))
    , m_files(new PlaylistFiles(m_services, *this))
    , m_panes(new Panes(*m_hub))
    , m_connectPage(
          new ConnectPage(m_services.plexAccounts, m_services.openPage, m_services.testConnection))
    , m_assistant(new AssistantPage(m_services.settings, m_connectPage))
    , m_topBar(new TopBar)
    , m_sidebar(new Sidebar(*m_capabilities))
    , m_offline(new OfflineBar)
    , m_changeBar(new ChangeBar(m_services.changes))
    , m_playerBar(new PlayerBar(m_services.player, m_covers, *m_capabilities, m_services.library))
    , m_queue(new QueuePanel(m_services.player, m_covers, m_services.library))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"PlexM8"_s);
    setWindowIcon(QIcon(u":/icons/plexm8.svg"_s));
    setMinimumSize(720, 480);
    installStarAccessibility();
    resize(kWindowSize.boundedTo(screen()->availableSize() * kMostOfScreen));
    setupFrame();
    connectPages();
    connectPlaylists();
    connectCore();
    applyAppearance();
    updateUndo();
    updatePlayer();
    readPlaylists();
    m_panes->start({});
}

MainWindow::~MainWindow() = default;

void MainWindow::setupFrame()
{
    for (const SidebarEntry& entry : pageEntries()) {
        m_sidebar->entries().add(entry);
    }
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_topBar);
    middle->addWidget(m_offline);
    middle->addWidget(m_changeBar);
    middle->addWidget(m_panes, 1);
    middle->setContentsMargins(0, 0, 0, 0);
    auto* pages = new QWidget;
    pages->setLayout(middle);
    m_row = new PanelRow(m_sidebar, pages, m_queue);
    auto* frame = new QWidget;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_row, 1);
    column->addWidget(m_playerBar);
    m_root->addWidget(frame);
    m_root->addWidget(m_assistant);
    auto* whole = new QWidget;
    auto* rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(new FontNotice(whole));
    new FontPreloader(*this); // a child
    rows->addWidget(m_root, 1);
    setCentralWidget(whole);
    addRatingActions(*m_actions->rateMenu(), [this](const types::OptionalRating& rating) {
        if (const playback::QueueEntry* entry = m_services.player.current()) {
            rateCurrent(entry->ratingKey, rating);
        }
    });
    // In menus the digits belong to lists; here they would be shortcuts of the whole window.
    for (QAction* action : m_actions->rateMenu()->actions()) {
        action->setShortcut({});
    }
    new FocusFollower(this);
    connectFrame();
    connectMenus();
    connectAssistant();
}

void MainWindow::connectFrame()
{
    connect(m_actions, &Actions::triggered, this, &MainWindow::run);
    const auto showKeys = [this] { m_topBar->setSearchKeys(m_keys->keys(u"search"_s)); };
    connect(m_keys, &KeyMap::changed, this, showKeys);
    showKeys();
    connect(m_topBar, &TopBar::backRequested, this, &MainWindow::goBack);
    connect(m_topBar, &TopBar::forwardRequested, this, &MainWindow::goForward);
    connect(m_topBar, &TopBar::searchChanged, this, &MainWindow::search);
    connect(m_topBar, &TopBar::searchLeft, this, [this] { m_panes->current().page().enter(); });
    connect(m_sidebar, &Sidebar::routeRequested, this, &MainWindow::go);
    connect(m_changeBar, &ChangeBar::failed, this, &MainWindow::showError);
    connect(m_offline, &OfflineBar::retryRequested, this, &MainWindow::retryConnectionRequested);
    connect(m_offline, &OfflineBar::signInRequested, this, [this] { showConnectPage(true); });
    connect(m_offline, &OfflineBar::checkRequested, this, &MainWindow::showCheck);
    connect(m_playerBar, &PlayerBar::queueToggled, this, &MainWindow::showQueue);
    connect(m_playerBar, &PlayerBar::rateRequested, this, &MainWindow::rateCurrent);
    connect(m_queue, &QueuePanel::closeRequested, this, [this] { showQueue(false); });
    connect(m_row, &PanelRow::queueShownChanged, this, [this](bool shown) {
        m_playerBar->setQueueShown(shown);
        m_actions->action(Command::Queue)->setChecked(shown);
    });
    m_actions->action(Command::Sidebar)->setChecked(true);
    connect(m_connectPage, &ConnectPage::connectRequested, this, &MainWindow::connectRequested);
    connect(m_connectPage, &ConnectPage::serverChosen, this, &MainWindow::serverChosen);
    connect(m_connectPage, &ConnectPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_connectPage, &ConnectPage::backRequested, this, [this] { showConnectPage(false); });
}

void MainWindow::connectMenus()
{
    m_topBar->setMenus(m_menus->serverMenu(), m_menus->userMenu());
    const auto showUser = [this] { m_topBar->setUser(m_menus->userName()); };
    connect(m_menus, &AccountMenus::userChanged, this, showUser);
    showUser();
    connect(m_menus, &AccountMenus::serverRequested, this, &MainWindow::switchServerRequested);
    connect(m_menus, &AccountMenus::switchFailed, this, [this](const util::Error& error) {
        showError(error, tr("The user could not be switched."));
    });
    connect(m_menus, &AccountMenus::checkRequested, this, &MainWindow::showCheck);
    connect(m_menus, &AccountMenus::addRequested, this, [this] { showConnectPage(true); });
    connect(m_menus, &AccountMenus::settingsRequested, this, [this] {
        go({ Route::Place::Settings, 0, {} });
    });
}

void MainWindow::connectPages()
{
    connect(m_panes, &Panes::pageMade, m_links, &PageLinks::add);
    connect(m_panes, &Panes::moved, this, &MainWindow::showPlace);
    connect(m_links, &PageLinks::routeRequested, m_panes, &Panes::openFrom);
    connect(m_links, &PageLinks::rateRequested, this, &MainWindow::rate);
    connect(m_links, &PageLinks::pastRatingsRequested, this, &MainWindow::showPastRatings);
    connect(m_links, &PageLinks::syncRequested, this, &MainWindow::syncRequested);
    connect(m_hub, &PageHub::undoRequested, this, &MainWindow::undo);
    connect(m_hub, &PageHub::redoRequested, this, &MainWindow::redo);
    connect(m_hub, &PageHub::retryRequested, this, &MainWindow::retry);
    connect(m_hub, &PageHub::addServerRequested, this, [this] { showConnectPage(true); });
    connect(m_hub, &PageHub::demoRequested, this, &MainWindow::demoRequested);
    connect(m_hub, &PageHub::serverRequested, this, &MainWindow::switchServerRequested);
    connect(m_hub, &PageHub::forgetRequested, this, &MainWindow::forgetRequested);
    connect(m_hub, &PageHub::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_hub, &PageHub::checkRequested, this, &MainWindow::showCheck);
    connect(m_hub, &PageHub::startAtLoginRequested, this, &MainWindow::startAtLoginRequested);
    connect(m_hub, &PageHub::fullSyncRequested, this, &MainWindow::fullSyncRequested);
    connect(m_hub, &PageHub::flushRequested, this, &MainWindow::flushCache);
    connect(m_hub, &PageHub::routesChanged, this, &MainWindow::retryConnectionRequested);
    connect(m_playerBar, &PlayerBar::routeRequested, this, &MainWindow::go);
    connect(m_playerBar, &PlayerBar::itemsDropped, m_play, &PlayCommands::enqueue);
    connect(m_queue, &QueuePanel::itemsDropped, m_play, &PlayCommands::insert);
    connect(m_play, &PlayCommands::foundNothing, this,
        [this] { bar().showNotice(tr("Nothing of it is in your library yet.")); });
    connect(m_play, &PlayCommands::searchingFolders, this,
        [this] { bar().showNotice(tr("Looking through the folders…")); });
    connect(m_play, &PlayCommands::waitingForServer, this,
        [this] { bar().showNotice(tr("This plays as soon as the server is connected.")); });
    connect(m_play, &PlayCommands::failed, this, [this](const util::Error& error) {
        bar().show(error, tr("This could not be played."), false);
    });
    connect(m_play, &PlayCommands::queued, this, [this](int tracks, PlayHow how) {
        const QString what = format::tracks(tracks);
        bar().showNotice(how == PlayHow::Next ? tr("%1 will play next.").arg(what)
                                              : tr("%1 added to the queue.").arg(what));
    });
}

void MainWindow::connectPlaylists()
{
    connect(m_hub, &PageHub::insertRequested, m_playlists, &PlaylistCommands::insert);
    connect(m_hub, &PageHub::playlistActionRequested, m_playlists, &PlaylistCommands::run);
    connect(m_links, &PageLinks::playlistMenuRequested, this,
        [this](QMenu* menu, const ItemDrag& items) { m_playlists->fillMenu(*menu, items); });
    connect(m_sidebar, &Sidebar::insertRequested, m_playlists, &PlaylistCommands::append);
    connect(m_sidebar, &Sidebar::newPlaylistRequested, m_playlists, &PlaylistCommands::create);
    connect(m_sidebar, &Sidebar::playlistActionRequested, m_playlists, &PlaylistCommands::run);
    connect(m_hub, &PageHub::exportRequested, m_files, &PlaylistFiles::exportPlaylist);
    connect(m_hub, &PageHub::filesDropped, m_files, &PlaylistFiles::reviewInto);
    connect(m_sidebar, &Sidebar::filesDropped, this,
        [this](types::PlaylistId playlist, const QStringList& paths) {
            playlist.isValid() ? m_files->reviewInto(playlist, {}, paths)
                               : m_files->reviewFiles(paths);
        });
    connect(m_files, &PlaylistFiles::createRequested, m_playlists, &PlaylistCommands::createOf);
    connect(m_files, &PlaylistFiles::insertRequested, m_playlists, &PlaylistCommands::insert);
    new DragOut(*this, [this](const ItemDrag& items, const QString& title, const QString& path) {
        return util::async::andThen(m_playlists->sourceOf(items), this,
            [this, title, path](
                const playlist::Source& source) { return m_files->write(source, title, path); });
    });
    const auto tell = [this](const QString& text) { bar().showNotice(text); };
    connect(m_files, &PlaylistFiles::noticed, this, tell);
    connect(m_files, &PlaylistFiles::failed, this, &MainWindow::showError);
    connect(m_sidebar, &Sidebar::refused, this, tell);
    connect(m_playlists, &PlaylistCommands::told, this, tell);
    connect(m_playlists, &PlaylistCommands::failed, this, &MainWindow::showError);
}

void MainWindow::connectCore()
{
    using playback::Player;
    connect(&m_services.player, &Player::trackChanged, this, &MainWindow::updatePlayer);
    connect(&m_services.player, &Player::stateChanged, this, &MainWindow::updatePlayer);
    connect(&m_services.player, &Player::queueChanged, this, &MainWindow::updatePlayer);
    connect(&m_services.player, &Player::volumeChanged, this, &MainWindow::updatePlayer);
    connect(&m_services.player, &Player::errorOccurred, this,
        [this](const util::Error& error, const playback::QueueEntry& entry) {
            bar().show(error,
                entry.title.isEmpty() ? tr("Playback failed.")
                                      : tr("“%1” could not be played.").arg(entry.title),
                false);
        });
    connect(&m_services.library, &library::Library::opened, this, &MainWindow::libraryOpened);
    connect(&m_services.library, &library::Library::changed, this, &MainWindow::libraryChanged);
    connect(&m_services.changes, &change::Changes::undoChanged, this, &MainWindow::updateUndo);
    connect(&m_services.changes, &change::Changes::pendingChanged, m_sidebar, &Sidebar::setPending);
    connect(&m_services.changes, &change::Changes::failed, this, &MainWindow::showFailed);
    connect(&m_services.settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (key.startsWith("appearance/"_L1)) {
            applyAppearance();
        }
    });
    m_sidebar->setPending(m_services.changes.pendingSteps());
}

void MainWindow::applyAppearance()
{
    const settings::Settings& s = m_services.settings;
    m_services.theme.setMotion(s.value(appearance::kMotion));
    m_services.theme.apply(s.value(appearance::kTheme), s.value(appearance::kTextPercent) / 100.0);
    m_sidebar->applyMetrics();
    m_row->fit();
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ThemeChange) {
        m_services.theme.followSystem();
    }
    return QMainWindow::event(event);
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    // Reached only when nothing that has the focus wants it: no list that is typed in, no field.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        m_services.player.toggle();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

const Route& MainWindow::route() const
{
    return m_panes->current().route();
}

void MainWindow::go(const Route& route, OpenIn where)
{
    m_panes->open(route, where);
}

void MainWindow::goBack()
{
    m_panes->current().goBack();
}

void MainWindow::goForward()
{
    m_panes->current().goForward();
}

void MainWindow::closePane()
{
    m_panes->closeCurrent();
}

void MainWindow::libraryOpened()
{
    const library::CacheKey key = m_services.library.key();
    if (key != std::exchange(m_shown, key)) {
        m_links->forgetAll();
    }
    readPlaylists();
}

void MainWindow::startAfresh()
{
    m_panes->start({});
}

void MainWindow::search(const QString& text)
{
    const bool wasSearching = route().place == Route::Place::Search;
    m_panes->current().search(text);
    if (wasSearching && route().place != Route::Place::Search) {
        m_topBar->focusSearch(); // another word may be typed
    }
}

void MainWindow::startSearch(const QString& text)
{
    m_topBar->focusSearch();
    m_topBar->setSearchText(text);
    search(text);
}

void MainWindow::showPlace()
{
    m_topBar->setSearchText(route().place == Route::Place::Search ? route().text : QString());
    const PageHost& pages = m_panes->current();
    m_topBar->setHistory(pages.canGoBack(), pages.canGoForward());
    m_actions->action(Command::Back)->setEnabled(pages.canGoBack());
    m_actions->action(Command::Forward)->setEnabled(pages.canGoForward());
    m_actions->action(Command::ClosePane)->setEnabled(m_panes->areTwo());
    m_sidebar->showRoute(route());
}

ErrorBar& MainWindow::bar() const
{
    return m_panes->current().page().errorBar();
}

} // namespace ui

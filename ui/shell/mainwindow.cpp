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
#include "ui/common/appearance.h"
#include "ui/common/capabilities.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/lists.h"
#include "ui/common/stars.h"
#include "ui/common/trackmenu.h"
#include "ui/common/tracktable.h"
#include "ui/home/homepage.h"
#include "ui/library/albumpage.h"
#include "ui/library/searchpage.h"
#include "ui/library/trackspage.h"
#include "ui/playback/playerbar.h"
#include "ui/playback/queuepanel.h"
#include "ui/playlist/playlistpage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/accountmenus.h"
#include "ui/shell/actions.h"
#include "ui/shell/offlinebar.h"
#include "ui/shell/playcommands.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/signin/connectpage.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QMenu>
#include <QScreen>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kMaxBack = 50;
constexpr int kQueueWidth = 320;
constexpr int kLeastQueueWidth = 240;
constexpr int kLeastPageWidth = 400;
constexpr QSize kWindowSize { 1280, 800 };
constexpr double kMostOfScreen = 0.92; // the frame is not known before the window is shown
const QString kGeometryKey = u"window/geometry"_s;

} // namespace

MainWindow::MainWindow(Services services, QWidget* parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_shown(m_services.library.key())
    , m_covers(m_services.readCover)
    , m_capabilities(new Capabilities(this))
    , m_play(new PlayCommands(m_services.library, m_services.player, *m_capabilities, this))
    , m_actions(new Actions(*this))
    , m_menus(new AccountMenus(m_services.accounts, m_services.plexAccounts, *m_capabilities,
          m_services.switchUser, *this))
    , m_root(new QStackedWidget)
    , m_pages(new QStackedWidget)
    , m_connectPage(
          new ConnectPage(m_services.plexAccounts, m_services.openPage, m_services.testConnection))
    , m_topBar(new TopBar)
    , m_sidebar(new Sidebar(*m_capabilities))
    , m_offline(new OfflineBar)
    , m_playerBar(new PlayerBar(m_services.player, m_covers, *m_capabilities))
    , m_queue(new QueuePanel(m_services.player, m_covers))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"PlexM8"_s);
    setWindowIcon(QIcon(u":/icons/plexm8.svg"_s));
    setMinimumSize(720, 480);
    installStarAccessibility();
    setupPages();
    setupSidebar();
    setupFrame();
    bindActions();
    connectPages();
    connectCore();
    applyAppearance();
    restoreWindow();
    updateUndo();
    updatePlayer();
    readPlaylists();
    showRoute({ Route::Place::Home, 0, {} });
}

MainWindow::~MainWindow() = default;

void MainWindow::setupPages()
{
    m_home = new HomePage(m_services.library, m_covers, *m_capabilities, m_services.clock);
    m_tracks = new TracksPage(m_services.library, m_covers, *m_capabilities);
    m_album = new AlbumPage(m_services.library, m_covers, *m_capabilities);
    m_playlist = new PlaylistPage(m_services.library, m_covers, *m_capabilities);
    m_search = new SearchPage(m_services.library, m_covers, *m_capabilities);
    m_history = new HistoryPage(m_services.changes, m_services.clock);
    m_settings = new SettingsPage(m_services.settings, m_services.accounts, m_services.plexAccounts,
        m_services.pins, *m_capabilities);
    for (Page* page :
        QList<Page*> { m_home, m_tracks, m_album, m_playlist, m_search, m_history, m_settings }) {
        m_pages->addWidget(page);
    }
}

void MainWindow::setupSidebar()
{
    SidebarModel& entries = m_sidebar->entries();
    using Place = Route::Place;
    entries.add({ { Place::Home, 0, {} }, tr("Home"), u"home"_s, 0 });
    entries.add({ {}, tr("Music"), {}, 100, true });
    entries.add({ { Place::Tracks, 0, {} }, tr("Tracks"), u"track"_s, 110, false,
        account::Feature::Browse });
    entries.add({ {}, tr("More"), {}, 800, true });
    entries.add({ { Place::History, 0, {} }, tr("History"), u"history"_s, 810 });
    entries.add({ { Place::Settings, 0, {} }, tr("Settings"), u"settings"_s, 820 });
    connect(m_sidebar, &Sidebar::routeRequested, this, &MainWindow::go);
}

void MainWindow::setupFrame()
{
    m_queue->hide();
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_topBar);
    middle->addWidget(m_offline);
    middle->addWidget(m_pages, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addLayout(middle, 1);
    row->addWidget(m_queue);
    auto* frame = new QWidget;
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_playerBar);
    m_root->addWidget(frame);
    m_root->addWidget(m_connectPage);
    setCentralWidget(m_root);
    addRatingActions(*m_actions->rateMenu(), [this](const types::OptionalRating& rating) {
        if (const playback::QueueEntry* entry = m_services.player.current()) {
            rateCurrent(entry->ratingKey, rating);
        }
    });
    // In menus the digits belong to lists; here they would be shortcuts of the whole window.
    for (QAction* action : m_actions->rateMenu()->actions()) {
        action->setShortcut({});
    }
    connect(m_actions, &Actions::triggered, this, &MainWindow::run);
    connect(m_topBar, &TopBar::backRequested, this, &MainWindow::goBack);
    connect(m_topBar, &TopBar::forwardRequested, this, &MainWindow::goForward);
    connect(m_topBar, &TopBar::searchChanged, this, &MainWindow::search);
    connect(m_topBar, &TopBar::searchLeft, this, [this] {
        if (m_route.place == Route::Place::Search) {
            m_search->enterResults();
        } else if (Page* page = currentPage()) {
            page->focusTarget()->setFocus();
        }
    });
    connectMenus();
    connect(m_offline, &OfflineBar::retryRequested, this, &MainWindow::retryConnectionRequested);
    connect(m_offline, &OfflineBar::signInRequested, this, [this] { showConnectPage(true); });
    connect(m_offline, &OfflineBar::checkRequested, this, &MainWindow::showCheck);
    connect(m_playerBar, &PlayerBar::queueToggled, this, &MainWindow::showQueue);
    connect(m_playerBar, &PlayerBar::rateRequested, this, &MainWindow::rateCurrent);
    connect(m_queue, &QueuePanel::closeRequested, this, [this] { showQueue(false); });
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

QList<TrackPage*> MainWindow::trackPages() const
{
    return { m_tracks, m_album, m_playlist, m_search };
}

void MainWindow::connectTable(TrackPage& page)
{
    TrackTable& table = page.table();
    const QString columnsKey = u"columns/"_s + table.objectName();
    table.restoreColumns(m_services.state.value(columnsKey));
    table.setRatingLocked(m_services.settings.value(lists::kLockRatings));
    connect(&table, &TrackTable::columnsChanged, this,
        [this, &table, columnsKey] { m_services.state.setValue(columnsKey, table.saveColumns()); });
    connect(&table, &TrackTable::ratingLockRequested, this,
        [this](bool locked) { m_services.settings.set(lists::kLockRatings, locked); });
    connect(&page, &TrackPage::playListRequested, m_play, &PlayCommands::play);
    connect(&table, &TrackTable::playRequested, m_play, &PlayCommands::add);
    connect(&table, &TrackTable::rateRequested, this, &MainWindow::rate);
    connect(&table, &TrackTable::playPauseRequested, &m_services.player, &playback::Player::toggle);
    connect(&table, &TrackTable::albumRequested, this, [this](types::ItemId album) {
        go({ Route::Place::Album, album.value, {} });
    });
    connect(&table, &TrackTable::artistRequested, this,
        [this](types::ItemId artist, const QString& name) {
            go({ Route::Place::Artist, artist.value, name });
        });
}

void MainWindow::connectPages()
{
    const auto openAlbum = [this](types::ItemId album) {
        go({ Route::Place::Album, album.value, {} });
    };
    const auto openPlaylist = [this](types::PlaylistId id) {
        go({ Route::Place::Playlist, id.value, {} });
    };
    const auto openArtist = [this](types::ItemId artist, const QString& name) {
        go({ Route::Place::Artist, artist.value, name });
    };
    for (TrackPage* page : trackPages()) {
        connectTable(*page);
    }
    connect(m_home, &HomePage::firstShown, this, [this] {
        // Until there was something to give the focus to, Qt gave it to the first button.
        if (m_route.place == Route::Place::Home && m_playerBar->isAncestorOf(focusWidget())) {
            m_home->focusTarget()->setFocus();
        }
    });
    connect(m_home, &HomePage::albumRequested, this, openAlbum);
    connect(m_home, &HomePage::playlistRequested, this, openPlaylist);
    connect(m_home, &HomePage::playAlbumRequested, m_play, &PlayCommands::playAlbum);
    connect(m_home, &HomePage::playPlaylistRequested, m_play, &PlayCommands::playPlaylist);
    connect(m_home, &HomePage::playListRequested, m_play, &PlayCommands::play);
    connect(m_home, &HomePage::syncRequested, this, &MainWindow::syncRequested);
    connect(m_tracks, &TracksPage::syncRequested, this, &MainWindow::syncRequested);
    connect(m_album, &AlbumPage::shuffleRequested, m_play, &PlayCommands::shuffle);
    connect(m_album, &AlbumPage::rateRequested, this, &MainWindow::rate);
    connect(m_album, &AlbumPage::artistRequested, this, openArtist);
    connect(m_playlist, &PlaylistPage::shuffleRequested, m_play, &PlayCommands::shuffle);
    connect(m_search, &SearchPage::albumRequested, this, openAlbum);
    connect(m_search, &SearchPage::artistRequested, this, openArtist);
    connect(m_search, &SearchPage::playlistRequested, this, openPlaylist);
    connect(m_history, &HistoryPage::undoRequested, this, &MainWindow::undo);
    connect(m_history, &HistoryPage::redoRequested, this, &MainWindow::redo);
    connect(m_history, &HistoryPage::retryRequested, this, [this](types::ChangeId change) {
        util::async::deliver(
            m_services.changes.retryFailed(change), this, [this](const util::Result<void>& result) {
                if (!result) {
                    bar().show(result.error(), tr("The change could not be tried again."), false);
                }
            });
    });
    connect(m_settings, &SettingsPage::addRequested, this, [this] { showConnectPage(true); });
    connect(m_settings, &SettingsPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_settings, &SettingsPage::serverRequested, this, &MainWindow::switchServerRequested);
    connect(m_settings, &SettingsPage::forgetRequested, this, &MainWindow::forgetRequested);
    connect(m_settings, &SettingsPage::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_settings, &SettingsPage::checkRequested, this, &MainWindow::showCheck);
    connect(m_settings, &SettingsPage::routesChanged, this, &MainWindow::retryConnectionRequested);
    connect(m_settings, &SettingsPage::syncRequested, this, &MainWindow::syncRequested);
    connect(m_playerBar, &PlayerBar::albumRequested, this, openAlbum);
    connect(m_play, &PlayCommands::failed, this, [this](const util::Error& error) {
        bar().show(error, tr("This could not be played."), false);
    });
    connect(m_play, &PlayCommands::queued, this, [this](int tracks, PlayHow how) {
        const QString what = format::tracks(tracks);
        bar().showNotice(how == PlayHow::Next ? tr("%1 will play next.").arg(what)
                                              : tr("%1 added to the queue.").arg(what));
    });
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
    connect(&m_services.changes, &change::Changes::failed, this,
        [this](const change::Summary& summary) {
            bar().showFailure(
                tr("%1: %2.", "change, state").arg(titleOf(summary), stateText(summary)),
                summary.firstError);
        });
    connect(&m_services.settings, &settings::Settings::changed, this, [this](const QString& key) {
        if (key.startsWith("appearance/"_L1)) {
            applyAppearance();
        } else if (key == QLatin1String(lists::kLockRatings.key)) {
            for (TrackPage* page : trackPages()) {
                page->table().setRatingLocked(m_services.settings.value(lists::kLockRatings));
            }
        }
    });
    m_sidebar->setPending(m_services.changes.pendingSteps());
}

void MainWindow::applyAppearance()
{
    const settings::Settings& s = m_services.settings;
    m_services.theme.apply(s.value(appearance::kTheme), s.value(appearance::kTextPercent) / 100.0);
    const bool compact = s.value(appearance::kDensity) == Density::Compact;
    for (TrackPage* page : trackPages()) {
        page->table().setCompact(compact);
    }
    m_sidebar->applyMetrics();
    fitPanels();
}

void MainWindow::fitPanels()
{
    const int room = width() - scaled(kLeastPageWidth);
    const bool fits = m_queue->isHidden() || room >= m_sidebar->width() + scaled(kLeastQueueWidth);
    m_sidebar->setVisible(fits);
    const int least = qMin(scaled(kLeastQueueWidth), width() / 2);
    m_queue->setFixedWidth(
        qBound(least, room - (fits ? m_sidebar->width() : 0), qMax(least, scaled(kQueueWidth))));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    fitPanels();
}

void MainWindow::restoreWindow()
{
    // restoreGeometry() moves a window back onto a screen that is still there.
    if (!restoreGeometry(m_services.state.value(kGeometryKey))) {
        resize(kWindowSize.boundedTo(screen()->availableSize() * kMostOfScreen));
    }
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::ThemeChange) {
        m_services.theme.followSystem();
    }
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_services.state.setValue(kGeometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
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

void MainWindow::go(const Route& route)
{
    if (route == m_route) {
        return;
    }
    m_back.append(m_route);
    if (m_back.size() > kMaxBack) {
        m_back.removeFirst();
    }
    m_forward.clear();
    showRoute(route);
}

void MainWindow::libraryOpened()
{
    const library::CacheKey key = m_services.library.key();
    if (key != std::exchange(m_shown, key)) {
        for (TrackPage* page : trackPages()) {
            page->table().forgetRows(); // their ids would be other items from now on
        }
    }
    readPlaylists();
}

void MainWindow::startAfresh()
{
    m_back.clear();
    m_forward.clear();
    m_topBar->setSearchText({});
    showRoute({});
    updateHistory();
}

void MainWindow::goBack()
{
    if (!m_back.isEmpty()) {
        m_forward.append(m_route);
        showRoute(m_back.takeLast());
    }
}

void MainWindow::goForward()
{
    if (!m_forward.isEmpty()) {
        m_back.append(m_route);
        showRoute(m_forward.takeLast());
    }
}

void MainWindow::showRoute(const Route& route)
{
    using Place = Route::Place;
    m_route = route;
    Page* page = m_home;
    switch (route.place) {
    case Place::Home:
        break;
    case Place::Tracks:
    case Place::Artist:
        m_tracks->showArtist({ route.id }, route.text);
        page = m_tracks;
        break;
    case Place::Album:
        m_album->showAlbum({ route.id });
        page = m_album;
        break;
    case Place::Playlist:
        m_playlist->showPlaylist({ route.id });
        page = m_playlist;
        break;
    case Place::Search:
        m_search->search(route.text);
        page = m_search;
        break;
    case Place::History:
        m_history->reload();
        page = m_history;
        break;
    case Place::Settings:
        page = m_settings;
        break;
    }
    m_topBar->setSearchText(route.place == Place::Search ? route.text : QString());
    m_pages->setCurrentWidget(page);
    m_sidebar->showRoute(route);
    if (route.place != Place::Search) {
        page->focusTarget()->setFocus();
    }
    updateHistory();
}

void MainWindow::search(const QString& text)
{
    if (text.trimmed().isEmpty()) {
        if (m_route.place == Route::Place::Search) {
            goBack();
            m_topBar->focusSearch();
        }
        return;
    }
    const Route route { Route::Place::Search, 0, text };
    if (m_route.place == Route::Place::Search) {
        m_route = route; // one step back leads to where the search began
        m_search->search(text);
        return;
    }
    m_back.append(m_route);
    m_forward.clear();
    m_route = route;
    m_search->search(text);
    m_pages->setCurrentWidget(m_search);
    m_sidebar->showRoute(route);
    updateHistory();
}

void MainWindow::startSearch(const QString& text)
{
    m_topBar->focusSearch();
    m_topBar->setSearchText(text);
    search(text);
}

void MainWindow::updateHistory()
{
    m_topBar->setHistory(!m_back.isEmpty(), !m_forward.isEmpty());
    m_actions->action(Command::Back)->setEnabled(!m_back.isEmpty());
    m_actions->action(Command::Forward)->setEnabled(!m_forward.isEmpty());
}

Page* MainWindow::currentPage() const
{
    return qobject_cast<Page*>(m_pages->currentWidget());
}

ErrorBar& MainWindow::bar() const
{
    return currentPage()->errorBar();
}

} // namespace ui

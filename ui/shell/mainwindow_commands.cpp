// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changes.h"
#include "core/library/library.h"
#include "core/library/tables.h"
#include "core/playback/player.h"
#include "core/rating/ratings.h"
#include "core/util/clock.h"
#include "ui/activity/historypage.h"
#include "ui/assistant/assistantpage.h"
#include "ui/common/behaviour.h"
#include "ui/common/capabilities.h"
#include "ui/common/errorbar.h"
#include "ui/common/filterfield.h"
#include "ui/common/format.h"
#include "ui/common/page.h"
#include "ui/common/ratingmenu.h"
#include "ui/playback/playerbar.h"
#include "ui/playback/queuepanel.h"
#include "ui/rating/pastratingspanel.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/changebar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/offlinebar.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/panelrow.h"
#include "ui/shell/panes.h"
#include "ui/shell/playlistcommands.h"
#include "ui/shell/playlistfiles.h"
#include "ui/shell/questions.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/topbar.h"
#include "ui/signin/connectpage.h"

#include <QAction>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double kVolumeStep = 0.05;

QString notSynchronised()
{
    return MainWindow::tr("The library could not be synchronised.");
}

} // namespace

void MainWindow::run(Command command)
{
    switch (command) {
    case Command::Synchronise:
        Q_EMIT syncRequested();
        break;
    case Command::Quit:
        closeForGood();
        break;
    case Command::Undo:
        undo({});
        break;
    case Command::Redo:
        redo();
        break;
    case Command::Search:
        m_topBar->focusSearch();
        break;
    case Command::Filter:
        if (auto* filter = m_panes->current().page().findChild<FilterField*>()) {
            filter->setFocus(Qt::ShortcutFocusReason);
            filter->selectAll();
        } else {
            m_topBar->focusSearch();
        }
        break;
    case Command::NewPlaylist:
        m_playlists->create({});
        break;
    case Command::ImportPlaylist:
        m_files->chooseFile();
        break;
    case Command::Queue:
        showQueue(!m_row->isQueueShown());
        break;
    case Command::Sidebar:
        toggleSidebar();
        break;
    case Command::About:
        showAbout();
        break;
    case Command::Assistant:
        showAssistant();
        break;
    default:
        runGoing(command);
        runPlayback(command);
        break;
    }
}

/// What leads to a page; nothing for other commands.
void MainWindow::runGoing(Command command)
{
    using Place = Route::Place;
    switch (command) {
    case Command::Connection:
    case Command::Preferences:
        go({ Place::Settings, 0, {} });
        break;
    case Command::Keys:
        go({ Place::Settings, 0, SettingsPage::keysTitle() });
        break;
    case Command::Back:
        goBack();
        break;
    case Command::Forward:
        goForward();
        break;
    case Command::NewPane:
        go(Route(route()), OpenIn::NewPane);
        break;
    case Command::OtherPane:
        m_panes->focusOther();
        break;
    case Command::ClosePane:
        closePane();
        break;
    case Command::Home:
        go({ Place::Home, 0, {} });
        break;
    case Command::Artists:
        go({ Place::Artists, 0, {} });
        break;
    case Command::Albums:
        go({ Place::Albums, 0, {} });
        break;
    case Command::Tracks:
        go({ Place::Tracks, 0, {} });
        break;
    case Command::Genres:
        go({ Place::Genres, 0, {} });
        break;
    case Command::Ratings:
        go({ Place::Ratings, 0, {} });
        break;
    case Command::Folders:
        go({ Place::Folders, 0, {} });
        break;
    case Command::Playlists:
        go({ Place::Playlists, 0, {} });
        break;
    case Command::History:
        go({ Place::History, 0, {} });
        break;
    case Command::Activity:
        go({ Place::Activity, 0, {} });
        break;
    case Command::Log:
        go({ Place::Log, 0, {} });
        break;
    default:
        break;
    }
}

/// What the player does; nothing for other commands.
void MainWindow::runPlayback(Command command)
{
    playback::Player& player = m_services.player;
    switch (command) {
    case Command::PlayPause:
        player.toggle();
        break;
    case Command::Next:
        player.next();
        break;
    case Command::Previous:
        player.previous();
        break;
    case Command::VolumeUp:
        player.setVolume(qMin(1.0, player.volume() + kVolumeStep));
        break;
    case Command::VolumeDown:
        player.setVolume(qMax(0.0, player.volume() - kVolumeStep));
        break;
    case Command::Mute:
        player.setMuted(!player.isMuted());
        break;
    case Command::Shuffle:
        player.setShuffled(!player.queue().isShuffled());
        break;
    case Command::Repeat:
        player.setRepeat(playback::afterRepeat(player.queue().repeat()));
        break;
    default:
        break;
    }
}

void MainWindow::showQueue(bool shown)
{
    m_row->showQueue(shown);
}

void MainWindow::toggleSidebar()
{
    // One that is wanted but has no room is not seen: who asks for it wants to see it.
    m_row->showSidebar(!m_sidebar->isVisibleTo(m_row));
    m_actions->action(Command::Sidebar)->setChecked(m_row->wantsSidebar());
}

void MainWindow::showAbout()
{
    auto* dialog = new AboutDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showCheck()
{
    const auto server = m_services.accounts.current();
    auto* dialog = new CheckDialog(
        m_services.checkConnection, server ? server->name : tr("the server"), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showConnectPage(bool shown)
{
    if (!shown && m_assistant->isRunning()) {
        m_assistant->setConnected(true);
        return;
    }
    m_root->setCurrentIndex(shown ? 1 : 0);
    if (shown) {
        m_connectPage->setPart(false);
        m_connectPage->restart(m_services.library.isOpen());
        m_assistant->showConnectAlone();
        m_connectPage->focusTarget()->setFocus();
    } else {
        m_panes->current().focusPage();
    }
}

void MainWindow::showAssistant()
{
    m_connectPage->setPart(true);
    m_connectPage->restart(false);
    m_root->setCurrentIndex(1);
    m_assistant->setConnected(m_services.library.isOpen());
    m_assistant->begin();
}

void MainWindow::connectAssistant()
{
    const auto leave = [this] { showConnectPage(!m_services.library.isOpen()); };
    connect(m_assistant, &AssistantPage::left, this, leave);
    connect(m_assistant, &AssistantPage::finished, this, [this, leave] {
        m_services.settings.set(behaviour::kAssistantDone, true);
        leave();
    });
    connect(m_assistant, &AssistantPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_assistant, &AssistantPage::startAtLoginRequested, this,
        &MainWindow::startAtLoginRequested);
    connect(m_assistant, &AssistantPage::stepChanged, this, [this](AssistantPage::Step step) {
        if (step == AssistantPage::Step::Connect) {
            m_connectPage->focusTarget()->setFocus();
        }
    });
}

void MainWindow::setConnection(const ConnectionStatus& status)
{
    m_topBar->setConnection(status);
    m_hub->setConnection(status);
    m_covers.retryFailed();
    using Kind = ConnectionStatus::Kind;
    const bool isOffline = status.kind == Kind::Offline || status.kind == Kind::Refused;
    m_changeBar->setConnected(!isOffline);
    if (!isOffline) {
        m_offline->hide();
        return;
    }
    m_offline->showOffline(status, {});
    util::async::deliver(
        m_services.library.counts(), this, [this, status](util::Result<library::Counts> counts) {
            if (counts && m_offline->isVisibleTo(this)) {
                m_offline->showOffline(
                    status, format::ago(counts->syncedAt, m_services.clock.epochSeconds()));
            }
        });
}

void MainWindow::setCapabilities(const QList<account::Capability>& capabilities)
{
    m_capabilities->set(capabilities);
    m_sidebar->showRoute(route()); // its entry may be one that can be chosen only now
}

void MainWindow::refreshCover(const QString& thumb)
{
    m_covers.refresh(thumb);
}

void MainWindow::showError(const util::Error& error, const QString& what)
{
    if (error.code == util::Error::Code::Cancelled) {
        return;
    }
    if (m_root->currentWidget() == m_assistant
        && m_assistant->step() == AssistantPage::Step::Connect) {
        m_connectPage->showError(error);
    } else {
        bar().show(error, what, false);
    }
}

void MainWindow::setSync(bool isRunning, const QString& what, qint64 done, qint64 total)
{
    m_sidebar->setSync(isRunning, what, done, total);
    m_hub->setSync({ isRunning, what, done, total });
    m_assistant->setSync({ isRunning, what, done, total });
    if (isRunning) {
        bar().retract(notSynchronised()); // it is being tried again
    }
    m_capabilities->allow(*m_actions->action(Command::Synchronise), !isRunning);
}

void MainWindow::flushCache(const QString& bucket)
{
    // Covers come again as they are looked at; a library is a first synchronisation.
    const bool isLibrary = bucket != "artwork"_L1;
    const auto agreed = isLibrary ? askFlushLibrary(*this) : util::async::ready<void>({});
    const auto flushed = util::async::andThen(
        agreed, this, [this, bucket] { return m_services.caches.flush(bucket); });
    util::async::deliver(flushed, this, [this, isLibrary](const util::Result<void>& result) {
        Q_EMIT m_hub->cachesFlushed();
        if (!result) {
            showError(result.error(), tr("The cache could not be emptied."));
        } else if (isLibrary) {
            Q_EMIT syncRequested();
        }
    });
}

void MainWindow::showSyncError(const util::Error& error)
{
    showError(error, notSynchronised());
}

void MainWindow::rate(const QList<types::ItemId>& items, const types::OptionalRating& rating)
{
    sayIfNotRated(m_services.ratings.rate(m_shown, items, rating));
}

void MainWindow::showPastRatings(types::ItemId item)
{
    auto* panel
        = new PastRatingsPanel(m_services.library, m_services.ratings, m_covers, item, this);
    panel->setAttribute(Qt::WA_DeleteOnClose);
    connect(panel, &PastRatingsPanel::rateRequested, this, &MainWindow::rate);
    panel->open();
}

void MainWindow::rateCurrent(const types::RatingKey& key, const types::OptionalRating& rating)
{
    sayIfNotRated(m_services.ratings.rateKeys(m_shown, { key }, rating));
}

void MainWindow::sayIfNotRated(const util::Future<types::ChangeId>& rated)
{
    util::async::deliver(rated, this, [this](const util::Result<types::ChangeId>& result) {
        // A conflict says that all have the rating already: what was asked for is so.
        if (!result && result.error().code != util::Error::Code::Conflict) {
            bar().show(result.error(), tr("The rating could not be saved."), false);
        }
    });
}

void MainWindow::undo(types::ChangeId change)
{
    const QString label = change.isValid() ? QString() : m_services.changes.undoable().label;
    util::async::deliver(m_services.changes.undo(change), this,
        [this, label](const util::Result<types::ChangeId>& result) {
            if (result) {
                bar().showNotice(
                    label.isEmpty() ? tr("The change is undone.") : tr("Undone: %1").arg(label));
            } else if (result.error().code != util::Error::Code::NotFound) {
                bar().show(result.error(), tr("The change could not be undone."), false);
            }
        });
}

void MainWindow::redo()
{
    const QString label = m_services.changes.redoable().label;
    util::async::deliver(m_services.changes.redo(), this,
        [this, label](const util::Result<types::ChangeId>& result) {
            if (result) {
                bar().showNotice(tr("Done again: %1").arg(label));
            } else if (result.error().code != util::Error::Code::NotFound) {
                bar().show(result.error(), tr("The change could not be done again."), false);
            }
        });
}

/// What was not done, and what can be decided about it.
void MainWindow::showFailed(const change::Summary& summary)
{
    util::async::deliver(m_services.changes.steps(summary.id), this,
        [this, summary](const util::Result<QList<change::Step>>& steps) {
            const auto isDisputed = [](const change::Step& step) {
                return step.state == change::State::Failed
                    && step.errorCode == util::codeName(util::Error::Code::Conflict);
            };
            // An undo never overwrites what somebody else did since.
            const bool mayRetry = summary.role == change::Role::Do;
            const QString action = !mayRetry                       ? QString()
                : steps && std::ranges::any_of(*steps, isDisputed) ? tr("Keep mine")
                                                                   : tr("Retry");
            bar().showFailure(
                tr("%1: %2.", "change, state").arg(titleOf(summary), stateText(summary)),
                summary.firstError, action, [this, id = summary.id] { retry(id); });
        });
}

void MainWindow::retry(types::ChangeId change)
{
    util::async::deliver(
        m_services.changes.retryFailed(change), this, [this](const util::Result<void>& result) {
            if (!result) {
                bar().show(result.error(), tr("The change could not be tried again."), false);
            }
        });
}

void MainWindow::updateUndo()
{
    const auto update = [this](Command command, const change::Summary& summary,
                            const QString& plain, const QString& named) {
        QAction* action = m_actions->action(command);
        action->setEnabled(summary.id.isValid());
        action->setText(summary.id.isValid() ? named.arg(format::label(summary.label)) : plain);
    };
    update(Command::Undo, m_services.changes.undoable(), tr("&Undo"), tr("&Undo: %1"));
    update(Command::Redo, m_services.changes.redoable(), tr("&Redo"), tr("&Redo: %1"));
}

void MainWindow::updatePlayer()
{
    const playback::Player& player = m_services.player;
    const playback::QueueEntry* entry = player.current();
    const bool plays = player.state() == playback::Player::State::Playing
        || player.state() == playback::Player::State::Loading;
    const bool isShown = entry && player.state() != playback::Player::State::Stopped;
    for (const Command command : { Command::PlayPause, Command::Next, Command::Previous }) {
        m_capabilities->allow(*m_actions->action(command), entry != nullptr);
    }
    // What is heard can be paused without a server.
    m_capabilities->need(*m_actions->action(Command::PlayPause), !plays);
    m_capabilities->allow(*m_actions->rateMenu()->menuAction(), entry != nullptr);
    m_actions->action(Command::Mute)->setChecked(player.isMuted());
    m_actions->action(Command::Shuffle)->setChecked(player.queue().isShuffled());
    const playback::Repeat repeat = player.queue().repeat();
    m_actions->action(Command::Repeat)->setChecked(repeat != playback::Repeat::Off);
    setWindowTitle(isShown
            ? tr("%1 – %2 – PlexM8", "title, artist").arg(entry->title, entry->artist)
            : u"PlexM8"_s);
    readRating();
}

void MainWindow::readRating()
{
    const playback::QueueEntry* entry = m_services.player.current();
    if (!entry || !m_services.library.isOpen()) {
        return;
    }
    (void)m_ratingRead.begin();
    m_ratingRead.deliver(m_services.library.item(entry->ratingKey), this,
        [this](const util::Result<types::Item>& item) {
            if (item) {
                m_playerBar->setRating(item->userRating);
                checkRating(*m_actions->rateMenu(), { item->userRating, false });
            }
        });
}

void MainWindow::readPlaylists()
{
    (void)m_playlistsRead.begin();
    if (!m_services.library.isOpen()) {
        m_sidebar->entries().setPlaylists({});
        return;
    }
    m_playlistsRead.deliver(m_services.library.playlists(), this,
        [this](util::Result<QList<types::PlaylistRow>> playlists) {
            if (playlists) {
                m_sidebar->setLibrary(m_services.library.key());
                m_sidebar->entries().setPlaylists(*playlists);
                m_sidebar->showRoute(route());
            }
        });
}

void MainWindow::libraryChanged(const db::ChangeSet& changes)
{
    if (changes.touches(library::kPlaylistTable)) {
        readPlaylists();
    }
    // Not looked for by its id: the track may have got another one since it was queued.
    if (m_services.player.current() && changes.touches(library::kItemTable)) {
        readRating();
    }
}

} // namespace ui

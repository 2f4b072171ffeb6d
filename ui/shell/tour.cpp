// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "core/change/changes.h"
#include "core/library/library.h"
#include "core/library/ondemand.h"
#include "core/playback/player.h"
#include "core/rating/ratings.h"
#include "ui/common/appearance.h"
#include "ui/common/covergrid.h"
#include "ui/common/jumpbar.h"
#include "ui/common/tracktable.h"
#include "ui/rating/quickratepanel.h"
#include "ui/shell/librarystates.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/pindialog.h"
#include "ui/shell/questions.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QThreadPool>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCoversMilliseconds = 800; // beyond the usual, until they are there
constexpr int kShelf = 24;

} // namespace

Tour::Tour(MainWindow& window, Services services, QString folder, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_services(std::move(services))
    , m_folder(std::move(folder))
    , m_timer(new QTimer(this))
    , m_states(new LibraryStates(m_services.library, this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Tour::take);
}

Tour::~Tour() = default;

void Tour::start()
{
    util::async::deliver(
        m_services.library.home(kShelf), this, [this](util::Result<library::Home> home) {
            if (home) {
                m_albums = home->recentlyAdded;
                m_playlists = home->playlists;
                m_tracks = home->topRated;
            }
            if (m_chapter != Chapter::Walk) {
                addPageStates(); // first: a page that was read shows that until it is read again
            }
            if (m_chapter != Chapter::PageStates) {
                addAssistant();
                addSignIn();
                addPages();
                addDialogs();
                addPlaylistFiles();
                addLists();
                addPlayback();
                addStates();
                addContrast();
                addSizes();
                addLargePlaylistFiles();
            }
            next();
        });
}

void Tour::add(const QString& name, std::function<void()> act, int settleMilliseconds)
{
    m_steps.append({ name, std::move(act), settleMilliseconds });
}

void Tour::go(const Route& route)
{
    m_window.go(route);
}

void Tour::addSignIn()
{
    const auto click
        = [this](const QString& name) { m_window.findChild<QPushButton*>(name)->click(); };
    add(u"connect"_s, [this] { m_window.showConnectPage(true); });
    add(u"connect-by-address"_s, [click] { click(u"connectByAddress"_s); });
    add(u"sign-in-waiting"_s, [this, click] {
        m_window.showConnectPage(true);
        click(u"signIn"_s);
    });
    add(
        u"sign-in-servers"_s, [] {}, 3000); // the demo confirms it at the second look
}

void Tour::addAssistant()
{
    const auto next = [this] { m_window.findChild<QPushButton*>(u"assistantNext"_s)->click(); };
    add(u"assistant-welcome"_s, [this] { m_window.showAssistant(); });
    add(u"assistant-connect"_s,
        [this] { m_window.findChild<QPushButton*>(u"assistantBegin"_s)->click(); });
    add(u"assistant-looks"_s, next);
    add(u"assistant-window"_s, [this, next] {
        m_window.setTrayAvailable(true);
        next();
    });
    add(u"assistant-library"_s, [this, next] {
        m_window.setSync(true, tr("Tracks"), 61'000, 100'000);
        next();
    });
    add(u"assistant-finished"_s, [this] { m_window.setSync(false, {}, 0, 0); });
}

void Tour::addPages()
{
    using Place = Route::Place;
    add(
        u"home"_s,
        [this] {
            m_window.showConnectPage(false);
            go({ Place::Home, 0, {} });
        },
        800);
    add(u"home-scrolled"_s, [this] {
        auto* scroll = m_window.findChild<QScrollArea*>(u"homeScroll"_s);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
    add(u"tracks"_s, [this] { go({ Place::Tracks, 0, {} }); });
    addGrids();
    if (!m_albums.isEmpty()) {
        add(u"album"_s, [this] { go({ Place::Album, m_albums.constFirst().id.value, {} }); });
        add(u"album-details"_s,
            [this] { m_window.findChild<QPushButton*>(u"albumUnfold"_s)->setChecked(true); });
    }
    addArtist();
    addRatings();
    for (qsizetype i = 0; i < qMin<qsizetype>(2, m_playlists.size()); ++i) {
        add(u"playlist-%1"_s.arg(i + 1), [this, i] {
            go({ Place::Playlist, m_playlists.at(i).id.value, {} });
        });
    }
    if (!m_albums.isEmpty() && !m_playlists.isEmpty()) {
        add(u"panes"_s, [this] {
            go(Route::playlist(m_playlists.constFirst().id));
            m_window.go(Route::album(m_albums.constFirst().id), OpenIn::NewPane);
        });
    }
    add(u"search"_s, [this] {
        m_window.closePane();
        m_window.startSearch(u"a"_s);
    });
    add(u"search-nothing"_s, [this] { m_window.startSearch(u"qzxqzx"_s); });
}

void Tour::addArtist()
{
    using Place = Route::Place;
    if (m_albums.isEmpty()) {
        return;
    }
    add(
        u"artist"_s,
        [this] {
            m_window.findChild<QPushButton*>(u"albumUnfold"_s)->setChecked(false);
            go(Route::artist(m_albums.constLast().artistId, m_albums.constLast().artist));
        },
        kCoversMilliseconds);
    add(u"artist-scrolled"_s, [this] {
        auto* scroll = m_window.findChild<QScrollArea*>(u"artistScroll"_s);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
    add(u"folders"_s, [this] { go({ Place::Folders, 0, {} }); });
    for (const QString& name : { u"folder-below"_s, u"folder-tracks"_s }) {
        add(name, [this] {
            auto* list = m_window.findChild<QListView*>(u"foldersList"_s);
            const QModelIndex row = list->model()->index(qMin(1, list->model()->rowCount() - 1), 0);
            Q_EMIT list->activated(row);
        });
    }
}

void Tour::addGrids()
{
    using Place = Route::Place;
    add(
        u"artists"_s,
        [this] {
            go({ Place::Artists, 0, {} });
        },
        kCoversMilliseconds);
    add(
        u"albums"_s,
        [this] {
            go({ Place::Albums, 0, {} });
        },
        kCoversMilliseconds);
    add(u"albums-sort"_s, [this] {
        auto* button = m_window.findChild<QToolButton*>(u"albumsSort"_s);
        button->menu()->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    add(u"albums-menu"_s, [this] {
        auto* grid = m_window.findChild<CoverGrid*>(u"albumsGrid"_s);
        grid->selectRow(2);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(grid, &event);
    });
    add(
        u"albums-scrolled"_s,
        [this] {
            auto* letters = m_window.findChild<JumpBar*>(u"albumsLetters"_s);
            letters->setFocus();
            letters->setCurrentIndex(letters->model()->index(int(letters->marks().size() / 2), 0));
        },
        kCoversMilliseconds);
    add(u"albums-nothing"_s,
        [this] { m_window.findChild<QLineEdit*>(u"albumsFilter"_s)->setText(u"qzxqzx"_s); });
    add(u"genres"_s, [this] {
        m_window.findChild<QLineEdit*>(u"albumsFilter"_s)->clear();
        go({ Place::Genres, 0, {} });
    });
    add(
        u"genre"_s,
        [this] {
            auto* grid = m_window.findChild<CoverGrid*>(u"genresGrid"_s);
            go(Route::genre(Place::Albums, grid->model()->index(0, 0).data().toString()));
        },
        kCoversMilliseconds);
    add(
        u"playlists"_s,
        [this] {
            go({ Place::Playlists, 0, {} });
        },
        kCoversMilliseconds);
}

void Tour::addDialogs()
{
    using Place = Route::Place;
    add(u"settings"_s, [this] { go({ Place::Settings, 0, {} }); });
    add(u"settings-scrolled"_s, [this] {
        auto* scroll = m_window.findChild<QScrollArea*>(u"settingsScroll"_s);
        scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    });
    add(u"settings-missing"_s, [this] {
        m_window.setStartsAtLogin(true);
        m_window.setMissing(
            Missing::Tray, tr("This desktop has no tray, so closing the window ends PlexM8."));
        m_window.setMissing(
            Missing::Sound, tr("No sound device is there: music runs without sound until one is."));
    });
    add(u"settings-keys"_s,
        [this] { m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->setText(tr("Keys")); });
    addDesktopKeys();
    add(u"settings-sound"_s,
        [this] { m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->setText(tr("Loudness")); });
    add(u"settings-privacy"_s,
        [this] { m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->setText(tr("Privacy")); });
    add(u"settings-transfer"_s,
        [this] { m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->setText(tr("Export")); });
    add(u"settings-reset"_s, [this] {
        m_services.settings.set(appearance::kDensity, Density::Compact);
        m_window.findChild<QPushButton*>(u"settingsReset"_s)->click();
        m_services.settings.set(appearance::kDensity, Density::Comfortable);
    });
    add(u"settings-nothing"_s,
        [this] { m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->setText(u"qzxqzx"_s); });
    add(u"settings-choice"_s, [this] {
        m_window.findChild<QLineEdit*>(u"settingsSearch"_s)->clear();
        m_window.findChild<QComboBox*>(u"settingsText"_s)->showPopup();
    });
    add(u"activity"_s, [this] { go({ Place::Activity, 0, {} }); });
    add(u"log"_s, [this] { go({ Place::Log, 0, {} }); });
    add(u"log-nothing"_s,
        [this] { m_window.findChild<QLineEdit*>(u"logFilter"_s)->setText(u"qzxqzx"_s); });
    add(u"question-flush"_s, [this] {
        m_window.findChild<QLineEdit*>(u"logFilter"_s)->clear();
        (void)askFlushLibrary(m_window);
    });
    add(u"question-user"_s, [this] { (void)askSameUser(m_window, tr("Living room")); });
    add(u"question-close"_s, [this] { (void)askOnClose(m_window); });
    add(u"question-forget"_s, [this] { (void)askForget(m_window, tr("Living room"), 3); });
    add(u"question-certificate"_s, [this] {
        net::Certificate certificate;
        certificate.sha256 = QByteArray(32, '\x5a');
        certificate.subject = u"plex.example.org"_s;
        certificate.issuer = u"plex.example.org"_s;
        certificate.validFrom = QDateTime(QDate(2026, 1, 1), QTime(0, 0));
        certificate.validUntil = certificate.validFrom.addYears(1);
        certificate.faults = { tr("It was issued by the server itself.") };
        (void)askCertificate(m_window, QUrl(u"https://plex.example.org:32400"_s), certificate, {});
    });
    add(u"question-sign-out"_s, [this] { (void)askSignOut(m_window, tr("Ada"), 2, 3); });
    add(u"question-pin"_s, [this] {
        const util::Error wrong { util::Error::Code::Forbidden, tr("This PIN is not right."), {}, 0,
            {} };
        (void)askPin(m_window, tr("Ada"),
            [wrong](const util::SecretString&) { return util::async::ready<void>(wrong); });
        auto* dialog = m_window.findChild<PinDialog*>();
        dialog->findChild<QLineEdit*>(u"pinField"_s)->setText(u"0000"_s);
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
    });
    add(u"server-menu"_s, [this] {
        auto* chip = m_window.findChild<QToolButton*>(u"connectionChip"_s);
        chip->menu()->popup(chip->mapToGlobal(QPoint(0, chip->height())));
    });
    add(
        u"check"_s, [this] { m_window.showCheck(); }, 1500);
    add(u"about"_s, [this] { m_window.showAbout(); });
}

void Tour::addLists()
{
    using Place = Route::Place;
    add(u"tracks-again"_s, [this] { go({ Place::Tracks, 0, {} }); });
    add(u"tracks-selection"_s, [this] {
        auto* table = m_window.findChild<TrackTable*>(u"tracksTable"_s);
        table->selectRow(3);
        table->setFocus();
        const int last = table->model()->columnCount() - 1;
        table->selectionModel()->select(
            { table->model()->index(3, 0), table->model()->index(6, last) },
            QItemSelectionModel::Select);
    });
    add(u"tracks-menu"_s, [this] {
        auto* table = m_window.findChild<TrackTable*>(u"tracksTable"_s);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {}, Qt::NoModifier);
        QApplication::sendEvent(table, &event);
    });
    add(u"tracks-columns"_s, [this] {
        auto* table = m_window.findChild<TrackTable*>(u"tracksTable"_s);
        table->popupColumnMenu(table->mapToGlobal(QPoint(table->width() / 2, 40)));
    });
    add(u"tracks-filter"_s,
        [this] { m_window.findChild<QLineEdit*>(u"tracksFilter"_s)->setText(u"the"_s); });
    add(u"tracks-nothing"_s,
        [this] { m_window.findChild<QLineEdit*>(u"tracksFilter"_s)->setText(u"qzxqzx"_s); });
    add(u"tracks-scrolled"_s, [this] {
        m_window.findChild<QLineEdit*>(u"tracksFilter"_s)->clear();
        auto* table = m_window.findChild<TrackTable*>(u"tracksTable"_s);
        Q_EMIT table->sortRequested(
            { { library::TrackSort::Rating, true }, { library::TrackSort::Year } });
    });
    add(u"tracks-browser"_s,
        [this] { m_window.findChild<QToolButton*>(u"tracksBrowser"_s)->setChecked(true); });
}

void Tour::addPlayback()
{
    using Place = Route::Place;
    add(
        u"playing"_s,
        [this] {
            m_window.findChild<QToolButton*>(u"tracksBrowser"_s)->setChecked(false);
            QList<playback::QueueEntry> entries;
            for (const types::TrackRow& track : std::as_const(m_tracks)) {
                entries.append(playback::QueueEntry::fromRow(track));
            }
            m_services.player.play(entries, 1);
            m_window.showQueue(true);
        },
        1500);
    addQuickRate();
    add(u"album-playing"_s, [this] {
        m_quickRate.reset();
        if (!m_tracks.isEmpty()) {
            go({ Place::Album, m_tracks.at(qMin<qsizetype>(1, m_tracks.size() - 1)).albumId.value,
                {} });
        }
    });
    add(u"queue-empty"_s, [this] { m_services.player.clearQueue(); });
    add(
        u"history"_s,
        [this] {
            m_window.showQueue(false);
            makeChanges();
            go({ Place::History, 0, {} });
        },
        1200);
    add(
        u"history-played"_s,
        [this] { m_window.findChild<QPushButton*>(u"historyPlayed"_s)->click(); }, 600);
    add(u"history-undone"_s, [this] {
        m_window.findChild<QPushButton*>(u"historyChanges"_s)->click();
        util::async::deliver(
            m_services.changes.undo(), this, [](const util::Result<types::ChangeId>&) {});
        auto* list = m_window.findChild<QListView*>(u"historyList"_s);
        list->setCurrentIndex(list->model()->index(0, 0));
    });
}

void Tour::addContrast()
{
    using Place = Route::Place;
    add(
        u"contrast-home"_s,
        [this] {
            m_former = m_services.settings.value(appearance::kTheme);
            m_services.settings.set(appearance::kTheme, ThemeChoice::HighContrast);
            go({ Place::Home, 0, {} });
        },
        kCoversMilliseconds);
    add(u"contrast-tracks"_s, [this] { go({ Place::Tracks, 0, {} }); });
    add(u"contrast-settings"_s, [this] { go({ Place::Settings, 0, {} }); });
    add(u"contrast-assistant"_s, [this] {
        m_window.showAssistant();
        m_window.findChild<QPushButton*>(u"assistantBegin"_s)->click();
        m_window.findChild<QPushButton*>(u"assistantNext"_s)->click();
    });
    add(u"contrast-over"_s, [this] {
        m_window.showConnectPage(true); // the assistant is left
        m_window.showConnectPage(false);
        m_services.settings.set(appearance::kTheme, m_former);
        go({ Place::Home, 0, {} });
    });
}

void Tour::makeChanges()
{
    for (const double stars : { 2.5, 4.0, 5.0 }) {
        QList<types::ItemId> items;
        for (const types::TrackRow& track : m_tracks.mid(int(stars), int(stars * 2))) {
            items.append(track.id);
        }
        util::async::deliver(m_services.ratings.rate(
                                 m_services.library.key(), items, types::Rating::fromStars(stars)),
            this, [](const util::Result<types::ChangeId>&) {});
    }
}

void Tour::addStates()
{
    using Place = Route::Place;
    using Kind = ConnectionStatus::Kind;
    add(u"offline"_s, [this] {
        go({ Place::Tracks, 0, {} });
        m_window.setConnection(
            { Kind::Offline, tr("Living room"), tr("The server does not answer."), false });
    });
    add(u"offline-artist"_s, [this] {
        m_services.onDemand.setServer(nullptr); // as without a connection
        if (!m_albums.isEmpty()) {
            go(Route::artist(m_albums.constFirst().artistId, m_albums.constFirst().artist));
        }
    });
    add(u"offline-folders"_s, [this] { go({ Place::Folders, 0, {} }); });
    add(u"error"_s, [this] {
        m_window.showSyncError({ util::Error::Code::Offline, tr("The server does not answer."),
            u"connection refused"_s, 0, {} });
    });
    add(u"synchronising"_s, [this] {
        m_window.setConnection(
            { Kind::Lan, tr("Living room"), tr("Found in the local network."), false });
        m_window.setSync(true, tr("Tracks"), 61'000, 100'000);
        go({ Place::Home, 0, {} });
    });
    add(u"synchronising-activity"_s, [this] { go({ Place::Activity, 0, {} }); });
    add(u"not-found"_s, [this] {
        m_window.setSync(false, {}, 0, 0);
        go({ Place::Album, 1, {} });
    });
}

void Tour::addSizes()
{
    using Place = Route::Place;
    add(u"compact"_s, [this] {
        m_services.settings.set(appearance::kDensity, Density::Compact);
        go({ Place::Tracks, 0, {} });
    });
    add(
        u"compact-albums"_s,
        [this] {
            go({ Place::Albums, 0, {} });
        },
        kCoversMilliseconds);
    add(u"compact-genres"_s, [this] { go({ Place::Genres, 0, {} }); });
    add(
        u"large-home"_s,
        [this] {
            m_services.settings.set(appearance::kDensity, Density::Comfortable);
            m_services.settings.set(appearance::kTextPercent, 200);
            go({ Place::Home, 0, {} });
        },
        800);
    add(u"large-tracks"_s, [this] { go({ Place::Tracks, 0, {} }); });
    add(
        u"large-albums"_s,
        [this] {
            go({ Place::Albums, 0, {} });
        },
        kCoversMilliseconds);
    add(u"large-genres"_s, [this] { go({ Place::Genres, 0, {} }); });
    add(u"large-settings"_s, [this] { go({ Place::Settings, 0, {} }); });
    if (!m_albums.isEmpty()) {
        add(u"large-album"_s, [this] { go({ Place::Album, m_albums.constFirst().id.value, {} }); });
        add(
            u"large-artist"_s,
            [this] {
                go(Route::artist(m_albums.constFirst().artistId, m_albums.constFirst().artist));
            },
            kCoversMilliseconds);
    }
    add(
        u"large-check"_s, [this] { m_window.showCheck(); }, 1500);
    add(u"large-connect"_s, [this] { m_window.showConnectPage(true); });
}

void Tour::next()
{
    if (++m_step >= m_steps.size() || m_hasFailed) {
        m_services.settings.reset(appearance::kTextPercent);
        m_isOver = true;
        finish();
        return;
    }
    closePopups();
    m_isHeld = false;
    m_steps.at(m_step).act();
    if (!m_isHeld) {
        settle();
    }
}

void Tour::settle()
{
    m_isHeld = false;
    m_timer->start(int(m_pace.count()) + m_steps.at(m_step).settleMilliseconds);
}

void Tour::take()
{
    Q_EMIT shown(m_steps.at(m_step).name);
    if (!m_folder.isEmpty()) {
        save();
    }
    ++m_pictures;
    next();
}

void Tour::save()
{
    QPixmap picture = m_window.grab();
    QPainter painter(&picture);
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget != &m_window && widget->isVisible() && widget->isWindow()) {
            painter.drawPixmap(widget->pos() - m_window.pos(), widget->grab());
        }
    }
    painter.end();
    const QString name = u"%1/%2-%3.png"_s.arg(m_folder)
                             .arg(m_step + 1, 2, 10, QLatin1Char('0'))
                             .arg(m_steps.at(m_step).name);
    ++m_saving;
    // Compressing takes longer than a window may stand still.
    const auto saved = util::async::run(*QThreadPool::globalInstance(),
        [name, image = picture.toImage()]() -> util::Result<bool> { return image.save(name); });
    util::async::deliver(saved, this, [this](const util::Result<bool>& isSaved) {
        --m_saving;
        m_hasFailed = m_hasFailed || !isSaved || !*isSaved;
        finish();
    });
}

void Tour::finish()
{
    if (m_isOver && m_saving == 0) {
        Q_EMIT finished(m_hasFailed ? 0 : m_pictures);
    }
}

void Tour::closePopups()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (widget != &m_window && widget->isVisible()) {
            widget->close();
        }
    }
}

} // namespace ui

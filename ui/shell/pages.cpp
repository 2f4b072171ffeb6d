// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pages.h"

#include "ui/activity/activitypage.h"
#include "ui/activity/historypage.h"
#include "ui/activity/logpage.h"
#include "ui/home/homepage.h"
#include "ui/library/albumpage.h"
#include "ui/library/albumspage.h"
#include "ui/library/artistpage.h"
#include "ui/library/artistspage.h"
#include "ui/library/folderspage.h"
#include "ui/library/genrespage.h"
#include "ui/library/searchpage.h"
#include "ui/library/trackspage.h"
#include "ui/playlist/playlistpage.h"
#include "ui/playlist/playlistspage.h"
#include "ui/rating/ratingspage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/services.h"
#include "ui/shell/sidebar.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

Page* makeHome(PageHub& hub, QWidget* parent)
{
    return new HomePage(
        hub.services().library, hub.covers(), hub.capabilities(), hub.services().clock, parent);
}

/// What needs nothing but the library.
template <class T>
Page* makeOfLibrary(PageHub& hub, QWidget* parent)
{
    return new T(hub.services().library, hub.covers(), hub.capabilities(), parent);
}

Page* makePlaylist(PageHub& hub, QWidget* parent)
{
    const Services& s = hub.services();
    auto* page = new PlaylistPage(s.library, s.playlists, hub.covers(), hub.capabilities(), parent);
    QObject::connect(page, &PlaylistPage::insertRequested, &hub, &PageHub::insertRequested);
    QObject::connect(page, &PlaylistPage::actionRequested, &hub, &PageHub::playlistActionRequested);
    QObject::connect(page, &PlaylistPage::exportRequested, &hub, &PageHub::exportRequested);
    QObject::connect(page, &PlaylistPage::filesDropped, &hub, &PageHub::filesDropped);
    return page;
}

/// What also asks the server for what no cache holds.
template <class T>
Page* makeOnDemand(PageHub& hub, QWidget* parent)
{
    return new T(
        hub.services().library, hub.services().onDemand, hub.covers(), hub.capabilities(), parent);
}

Page* makeHistory(PageHub& hub, QWidget* parent)
{
    const Services& s = hub.services();
    auto* page = new HistoryPage(s.changes, s.clock, s.work, s.library, hub.covers(), parent);
    QObject::connect(page, &HistoryPage::undoRequested, &hub, &PageHub::undoRequested);
    QObject::connect(page, &HistoryPage::redoRequested, &hub, &PageHub::redoRequested);
    QObject::connect(page, &HistoryPage::retryRequested, &hub, &PageHub::retryRequested);
    return page;
}

Page* makeRatings(PageHub& hub, QWidget* parent)
{
    const Services& s = hub.services();
    return new RatingsPage(
        { s.library, hub.covers(), hub.capabilities(), s.clock, s.player, s.clips }, parent);
}

Page* makeActivity(PageHub& hub, QWidget* parent)
{
    const Services& s = hub.services();
    auto* page = new ActivityPage(
        { s.library, s.changes, s.clock, s.caches, s.work }, hub.capabilities(), parent);
    QObject::connect(&hub, &PageHub::connectionChanged, page, &ActivityPage::followConnection);
    page->setSync(hub.sync());
    QObject::connect(&hub, &PageHub::syncChanged, page, &ActivityPage::setSync);
    QObject::connect(&hub, &PageHub::cachesFlushed, page, &ActivityPage::readCaches);
    QObject::connect(page, &ActivityPage::flushRequested, &hub, &PageHub::flushRequested);
    return page;
}

Page* makeLog(PageHub& hub, QWidget* parent)
{
    return new LogPage(hub.services().log, hub.services().settings, parent);
}

Page* makeSettings(PageHub& hub, QWidget* parent)
{
    const Services& s = hub.services();
    auto* page = new SettingsPage({ s.settings, s.accounts, s.plexAccounts, s.pins,
                                      hub.capabilities(), hub.keys(), s.library, s.files },
        parent);
    page->setConnection(hub.connection());
    QObject::connect(&hub, &PageHub::connectionChanged, page, &SettingsPage::setConnection);
    page->setStartsAtLogin(hub.startsAtLogin());
    QObject::connect(&hub, &PageHub::startsAtLoginChanged, page, &SettingsPage::setStartsAtLogin);
    QObject::connect(
        page, &SettingsPage::startAtLoginRequested, &hub, &PageHub::startAtLoginRequested);
    page->setDesktopKeys(hub.desktopKeys());
    QObject::connect(&hub, &PageHub::desktopKeysChanged, page, &SettingsPage::setDesktopKeys);
    page->setMissing(hub.missing());
    QObject::connect(
        &hub, &PageHub::missingChanged, page, [&hub, page] { page->setMissing(hub.missing()); });
    QObject::connect(page, &SettingsPage::addRequested, &hub, &PageHub::addServerRequested);
    QObject::connect(page, &SettingsPage::demoRequested, &hub, &PageHub::demoRequested);
    QObject::connect(page, &SettingsPage::serverRequested, &hub, &PageHub::serverRequested);
    QObject::connect(page, &SettingsPage::forgetRequested, &hub, &PageHub::forgetRequested);
    QObject::connect(page, &SettingsPage::signOutRequested, &hub, &PageHub::signOutRequested);
    QObject::connect(page, &SettingsPage::checkRequested, &hub, &PageHub::checkRequested);
    QObject::connect(page, &SettingsPage::fullSyncRequested, &hub, &PageHub::fullSyncRequested);
    QObject::connect(page, &SettingsPage::flushRequested, &hub, &PageHub::flushRequested);
    QObject::connect(page, &SettingsPage::routesChanged, &hub, &PageHub::routesChanged);
    return page;
}

/// Title and position of a group; it stands before the lines from its position on.
QList<std::pair<QString, int>> groups()
{
    return { { QCoreApplication::translate("ui::Pages", "Music"), 100 },
        { QCoreApplication::translate("ui::Pages", "More"), 800 } };
}

} // namespace

PageHub::PageHub(const Services& services, Covers& covers, Capabilities& capabilities, KeyMap& keys,
    QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_covers(covers)
    , m_capabilities(capabilities)
    , m_keys(keys)
{
}

void PageHub::setConnection(const ConnectionStatus& status)
{
    m_connection = status;
    Q_EMIT connectionChanged(status);
}

void PageHub::setSync(const SyncProgress& progress)
{
    m_sync = progress;
    Q_EMIT syncChanged(progress);
}

void PageHub::setStartsAtLogin(std::optional<bool> starts)
{
    m_startsAtLogin = starts;
    Q_EMIT startsAtLoginChanged(starts);
}

void PageHub::setDesktopKeys(const DesktopKeys& keys)
{
    m_desktopKeys = keys;
    Q_EMIT desktopKeysChanged(keys);
}

void PageHub::setMissing(Missing what, const QString& sentence)
{
    if (sentence.isEmpty()) {
        m_missing.remove(what);
    } else {
        m_missing.insert(what, sentence);
    }
    Q_EMIT missingChanged();
}

QList<PageSpec> pageSpecs()
{
    using Place = Route::Place;
    using account::Feature;
    const auto text
        = [](const char* source) { return QCoreApplication::translate("ui::Pages", source); };
    return {
        { { Place::Home }, text(QT_TRANSLATE_NOOP("ui::Pages", "Home")), u"home"_s, 0, {},
            makeHome },
        { { Place::Artists }, text(QT_TRANSLATE_NOOP("ui::Pages", "Artists")), u"artist"_s, 104,
            Feature::Browse, makeOfLibrary<ArtistsPage> },
        { { Place::Albums }, text(QT_TRANSLATE_NOOP("ui::Pages", "Albums")), u"album"_s, 107,
            Feature::Browse, makeOfLibrary<AlbumsPage> },
        { { Place::Tracks }, text(QT_TRANSLATE_NOOP("ui::Pages", "Tracks")), u"track"_s, 110,
            Feature::Browse, makeOfLibrary<TracksPage> },
        { { Place::Genres }, text(QT_TRANSLATE_NOOP("ui::Pages", "Genres")), u"genre"_s, 113,
            Feature::Browse, makeOfLibrary<GenresPage> },
        { { Place::Playlists }, text(QT_TRANSLATE_NOOP("ui::Pages", "Playlists")), u"playlist"_s,
            116, Feature::ReadPlaylists, makeOfLibrary<PlaylistsPage> },
        { { Place::Folders }, text(QT_TRANSLATE_NOOP("ui::Pages", "Folders")), u"folder"_s, 119,
            Feature::Browse, makeOnDemand<FoldersPage> },
        { { Place::Ratings }, text(QT_TRANSLATE_NOOP("ui::Pages", "Ratings")), u"star"_s, 122,
            Feature::Browse, makeRatings },
        { { Place::Artist }, {}, {}, 0, {}, makeOnDemand<ArtistPage> },
        { { Place::Album }, {}, {}, 0, {}, makeOnDemand<AlbumPage> },
        { { Place::Playlist }, {}, {}, 0, {}, makePlaylist },
        { { Place::Search }, {}, {}, 0, {}, makeOfLibrary<SearchPage> },
        { { Place::History }, text(QT_TRANSLATE_NOOP("ui::Pages", "History")), u"history"_s, 810,
            {}, makeHistory },
        { { Place::Activity }, text(QT_TRANSLATE_NOOP("ui::Pages", "Activity")), u"sync"_s, 815, {},
            makeActivity },
        { { Place::Log }, {}, {}, 0, {}, makeLog },
        { { Place::Settings }, text(QT_TRANSLATE_NOOP("ui::Pages", "Settings")), u"settings"_s, 820,
            {}, makeSettings },
    };
}

QList<SidebarEntry> pageEntries()
{
    QList<SidebarEntry> entries;
    for (const auto& [title, position] : groups()) {
        entries.append({ {}, title, {}, position, true });
    }
    for (const PageSpec& spec : pageSpecs()) {
        if (!spec.title.isEmpty()) {
            entries.append({ { spec.places.constFirst() }, spec.title, spec.iconName, spec.position,
                false, spec.needs });
        }
    }
    return entries;
}

} // namespace ui

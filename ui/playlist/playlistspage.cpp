// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/playlistspage.h"

#include "core/library/tables.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum PlaylistSort
{
    ByTitle,
    ByChange,
    ByCount,
    ByDuration
};

} // namespace

PlaylistsModel::PlaylistsModel(library::Library& library, QObject* parent)
    : MemoryCards(parent)
    , m_library(library)
{
}

void PlaylistsModel::follow(const db::ChangeSet& changes)
{
    if (changes.touches(library::kPlaylistTable) || changes.touches(library::kPlaylistEntryTable)) {
        reload();
    }
}

util::Future<QList<types::PlaylistRow>> PlaylistsModel::readAll(std::stop_token)
{
    return m_library.playlists();
}

qint64 PlaylistsModel::idOf(const types::PlaylistRow& playlist) const
{
    return playlist.id.value;
}

QString PlaylistsModel::titleOf(const types::PlaylistRow& playlist) const
{
    return playlist.title;
}

Card PlaylistsModel::cardOf(const types::PlaylistRow& playlist) const
{
    return playlistCard(playlist);
}

PlaylistsPage::PlaylistsPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : GridPage(library, covers, capabilities,
        { u"playlists"_s, tr("Playlists"), tr("Filter playlists") }, parent)
    , m_library(library)
    , m_model(library)
{
    setupGrid(m_model,
        { { "title", tr("Title"), ByTitle }, { "changed", tr("Last changed"), ByChange, true },
            { "tracks", tr("Number of tracks"), ByCount, true },
            { "duration", tr("Duration"), ByDuration, true } });
}

void PlaylistsPage::open(const Route&)
{
    if (!std::exchange(m_isOpened, true) && m_library.isOpen()) {
        requery();
    }
}

void PlaylistsPage::follow(const db::ChangeSet& changes)
{
    m_model.follow(changes);
}

void PlaylistsPage::query()
{
    PlaylistsModel::Order order { filterText(), {}, isDescending() };
    switch (sort()) {
    case ByChange:
        order.value = [](const types::PlaylistRow& playlist) { return playlist.updatedAt; };
        break;
    case ByCount:
        order.value = [](const types::PlaylistRow& playlist) { return qint64(playlist.count); };
        break;
    case ByDuration:
        order.value
            = [](const types::PlaylistRow& playlist) { return qint64(playlist.duration.count()); };
        break;
    default:
        break;
    }
    m_model.show(order);
}

util::Future<QList<library::JumpMark>> PlaylistsPage::readMarks(std::stop_token)
{
    return util::async::ready<QList<library::JumpMark>>(m_model.marks());
}

util::Future<qint64> PlaylistsPage::findRow(const QString& text, qint64 from, std::stop_token)
{
    return util::async::ready<qint64>(m_model.rowBeginningWith(text, from));
}

QString PlaylistsPage::countText(int rows) const
{
    return tr("%Ln playlist(s)", nullptr, rows);
}

GridPage::Absence PlaylistsPage::absence() const
{
    return { u"playlist"_s, tr("No playlists yet"),
        tr("The playlists of your Plex server appear here, also offline. The first "
           "synchronisation fills this list."),
        tr("Synchronise now"), true };
}

QString PlaylistsPage::failureText() const
{
    return tr("The playlists could not be read.");
}

Route PlaylistsPage::routeOf(qint64 id) const
{
    return Route::playlist({ id });
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/entrymodel.h"

#include "core/library/tables.h"
#include "ui/common/dragging.h"
#include "ui/common/format.h"

namespace ui {

EntryModel::EntryModel(library::Library& library, QObject* parent)
    : PagedModel(parent)
    , m_library(library)
{
    connect(&library, &library::Library::changed, this, &EntryModel::libraryChanged);
}

void EntryModel::show(types::PlaylistId playlist)
{
    if (playlist != m_playlist) {
        m_sort.clear();
    }
    m_playlist = playlist;
    query();
}

void EntryModel::sort(const QList<library::SortKey>& keys)
{
    m_sort = keys;
    query();
}

void EntryModel::query()
{
    setSource({ [this, playlist = m_playlist, sort = m_sort](std::stop_token stop) {
                   return util::async::andThen(m_library.sortedPlaylistSpine(playlist, sort, stop),
                       this, [this](library::PlaylistSpine spine) {
                           m_row = spine.playlist;
                           m_places = std::move(spine.places);
                           Q_EMIT playlistChanged();
                           return std::move(spine.entries);
                       });
               },
        [this](const QList<qint64>& ids, std::stop_token stop) {
            return m_library.playlistEntries(ids, stop);
        },
        [](const types::PlaylistEntryRow& entry) { return entry.id.value; } });
}

int EntryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(trackColumns().size());
}

QVariant EntryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<TrackColumn>(index.column());
    const types::TrackRow* row = track(index.row());
    if (column == TrackColumn::Position
        && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)) {
        return format::plainNumber(m_places.value(idAt(index.row()), index.row()) + 1);
    }
    return role == IdRole ? QVariant(idAt(index.row())) : trackData(row, column, role);
}

QVariant EntryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const auto column = static_cast<TrackColumn>(section);
    if (role == Qt::DisplayRole) {
        return trackColumnTitle(column);
    }
    return role == Qt::TextAlignmentRole
        ? QVariant(int(specOf(column).alignment | Qt::AlignVCenter))
        : QVariant();
}

const types::TrackRow* EntryModel::track(int row) const
{
    const types::PlaylistEntryRow* entry = rowAt(row);
    return entry ? &entry->track : nullptr;
}

types::ItemId EntryModel::item(int row) const
{
    const types::PlaylistEntryRow* entry = rowAtHand(row);
    return entry ? entry->track.id : types::ItemId();
}

bool EntryModel::isMissing(int row) const
{
    const types::PlaylistEntryRow* entry = rowAtHand(row);
    return entry && entry->isMissing;
}

Dragging EntryModel::dragging(const QList<int>& rows) const
{
    ItemDrag items { ItemDrag::Kind::Entries, originOf(m_library.key()) };
    items.ids.reserve(rows.size());
    for (const int row : rows) {
        items.ids.append(idAt(row));
    }
    const QList<qint64> told = items.ids.mid(0, DragText::kMostLines);
    const auto trackAt = [this, &rows](qsizetype i) {
        const types::PlaylistEntryRow* entry = rowAtHand(rows.at(i));
        return entry ? &entry->track : nullptr;
    };
    return draggedTracks(
        std::move(items), trackAt, [&library = m_library, told](std::stop_token stop) {
            return util::async::andThen(library.playlistEntries(told, stop), &library,
                [](const QList<types::PlaylistEntryRow>& entries) {
                    QStringList lines;
                    lines.reserve(entries.size());
                    for (const types::PlaylistEntryRow& entry : entries) {
                        lines.append(dragLine(entry.track.artist, entry.track.title));
                    }
                    return lines;
                });
        });
}

void EntryModel::libraryChanged(const db::ChangeSet& changes)
{
    if (!m_playlist.isValid()) {
        return;
    }
    if (changes.touches(library::kPlaylistEntryTable) || changes.touches(library::kPlaylistTable)) {
        reload();
    }
    if (changes.touches(library::kItemTable)) {
        refreshAll(); // entries are known by their own ids, not by their items'
    }
}

} // namespace ui

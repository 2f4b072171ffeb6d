// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackmodel.h"

#include "core/library/tables.h"
#include "ui/common/dragging.h"

namespace ui {

TrackModel::TrackModel(library::Library& library, QObject* parent)
    : PagedModel(parent)
    , m_library(library)
{
    connect(&library, &library::Library::changed, this, &TrackModel::libraryChanged);
}

void TrackModel::show(const library::TrackQuery& query)
{
    m_isFixed = false;
    m_isOfRated = false;
    if (m_sort != query.sort) {
        m_sort = query.sort;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    setSource(
        source([this, query](std::stop_token stop) { return m_library.trackIds(query, stop); }));
}

void TrackModel::showRated(const library::RatedQuery& query)
{
    m_isFixed = false;
    m_isOfRated = true;
    setSource(source([this, query](std::stop_token stop) {
        return util::async::andThen(m_library.rated(query, std::move(stop)), this,
            [this](const library::RatedSpine& spine) {
                m_marks = spine.marks;
                return spine.ids;
            });
    }));
}

void TrackModel::showFixed(const QList<types::TrackRow>& tracks)
{
    m_isFixed = true;
    m_isOfRated = false;
    Ids ids;
    for (const types::TrackRow& track : tracks) {
        ids.push_back(track.id.value);
    }
    setSource(source([ids](std::stop_token) { return util::async::ready<Ids>(ids); }), tracks);
}

TrackModel::Source TrackModel::source(std::function<util::Future<Ids>(std::stop_token)> ids) const
{
    return { std::move(ids),
        [this](const QList<qint64>& wanted, std::stop_token stop) {
            return m_library.tracks(wanted, stop);
        },
        [](const types::TrackRow& track) { return track.id.value; } };
}

int TrackModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(trackColumns().size());
}

QVariant TrackModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return trackData(rowAt(index.row()), static_cast<TrackColumn>(index.column()), role);
}

QVariant TrackModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const auto column = static_cast<TrackColumn>(section);
    if (role == Qt::DisplayRole) {
        return trackColumnTitle(column);
    }
    if (role == Qt::AccessibleTextRole) {
        return columnAccessibleTitle(column, m_sort);
    }
    return role == Qt::TextAlignmentRole
        ? QVariant(int(specOf(column).alignment | Qt::AlignVCenter))
        : QVariant();
}

Dragging TrackModel::dragging(const QList<int>& rows) const
{
    ItemDrag items { ItemDrag::Kind::Tracks, originOf(m_library.key()) };
    items.ids.reserve(rows.size());
    for (const int row : rows) {
        items.ids.append(idAt(row));
    }
    const QList<qint64> told = items.ids.mid(0, DragText::kMostLines);
    return draggedTracks(
        std::move(items), [this, &rows](qsizetype i) { return rowAtHand(rows.at(i)); },
        [&library = m_library, told](std::stop_token stop) {
            return util::async::andThen(
                library.tracks(told, stop), &library, [](const QList<types::TrackRow>& tracks) {
                    QStringList lines;
                    lines.reserve(tracks.size());
                    for (const types::TrackRow& track : tracks) {
                        lines.append(dragLine(track.artist, track.title));
                    }
                    return lines;
                });
        });
}

void TrackModel::libraryChanged(const db::ChangeSet& changes)
{
    const db::TableChanges items = changes.in(library::kItemTable);
    if (items.many) {
        refreshAll();
    } else if (!items.changed.isEmpty()) {
        refreshRows(items.changed);
    }
    const bool orderMayDiffer = items.many || !items.added.isEmpty() || !items.removed.isEmpty()
        || changes.touches(library::kTrackOrderTable) || (m_isOfRated && !items.changed.isEmpty());
    if (orderMayDiffer && !m_isFixed) {
        reload();
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackmodel.h"

#include "core/library/tables.h"

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
    if (m_sort != query.sort) {
        m_sort = query.sort;
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    setSource(
        source([this, query](std::stop_token stop) { return m_library.trackIds(query, stop); }));
}

void TrackModel::showFixed(const QList<types::TrackRow>& tracks)
{
    m_isFixed = true;
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

void TrackModel::libraryChanged(const db::ChangeSet& changes)
{
    const db::TableChanges items = changes.in(library::kItemTable);
    if (items.many) {
        refreshAll();
    } else if (!items.changed.isEmpty()) {
        refreshRows(items.changed);
    }
    const bool orderMayDiffer = items.many || !items.added.isEmpty() || !items.removed.isEmpty()
        || changes.touches(library::kTrackOrderTable);
    if (orderMayDiffer && !m_isFixed) {
        reload();
    }
}

} // namespace ui

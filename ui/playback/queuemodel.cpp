// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/queuemodel.h"

#include "ui/common/dragging.h"
#include "ui/common/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QSet<playback::QueueEntryId> idsOf(const QList<playback::QueueEntry>& entries)
{
    QSet<playback::QueueEntryId> ids;
    ids.reserve(entries.size());
    for (const playback::QueueEntry& entry : entries) {
        ids.insert(entry.id);
    }
    return ids;
}

} // namespace

QueueModel::QueueModel(playback::Player& player, const library::Library& library, QObject* parent)
    : QAbstractListModel(parent)
    , m_player(player)
    , m_library(library)
{
    connect(&player, &playback::Player::queueChanged, this, &QueueModel::update);
    connect(&player, &playback::Player::trackChanged, this, &QueueModel::update);
    update();
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const playback::QueueEntry& entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return index.row() == m_current ? tr("%1, %2, current").arg(entry.title, entry.artist)
                                        : tr("%1, %2").arg(entry.title, entry.artist);
    case ArtistRole:
        return entry.artist;
    case ThumbRole:
        return entry.thumb;
    case DurationRole:
        return format::duration(entry.duration);
    case CurrentRole:
        return index.row() == m_current;
    default:
        return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual | Qt::ItemIsDropEnabled;
}

Dragging QueueModel::dragging(const QList<int>& rows) const
{
    if (rows.isEmpty()) {
        return {};
    }
    const playback::QueueEntry& first = m_entries.at(rows.constFirst());
    Dragging what = Dragging::one({ ItemDrag::Kind::Queue, originOf(m_library.key()) }, first.title,
        first.artist, first.thumb, u"track"_s);
    what.text.lines.clear();
    for (const int row : rows) {
        const playback::QueueEntry& entry = m_entries.at(row);
        what.items.ids.append(entry.id.value);
        what.text.lines.append(dragLine(entry.artist, entry.title));
    }
    return what;
}

QStringList QueueModel::mimeTypes() const
{
    return { kItemDragType };
}

Qt::DropActions QueueModel::supportedDropActions() const
{
    return Qt::CopyAction | Qt::MoveAction;
}

Qt::DropAction QueueModel::dropActionOf(const QMimeData& data, Qt::DropAction wanted) const
{
    const util::Result<ItemDrag::Kind> kind = kindIn(data, m_library.key());
    if (!kind) {
        return Qt::IgnoreAction;
    }
    const bool isMove = *kind == ItemDrag::Kind::Queue && wanted == Qt::MoveAction;
    return isMove ? Qt::MoveAction : Qt::CopyAction;
}

bool QueueModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex& parent) const
{
    return data && !parent.isValid() && dropActionOf(*data, action) != Qt::IgnoreAction;
}

bool QueueModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent)) {
        return false;
    }
    const ItemDrag items = itemsIn(*data, m_library.key());
    const int before = row < 0 ? rowCount() : qMin(row, rowCount());
    if (items.isEmpty()) {
        return false;
    }
    if (items.kind != ItemDrag::Kind::Queue) {
        Q_EMIT itemsDropped(items, before);
        return true;
    }
    const QList<int> rows = rowsOf(items.ids);
    if (rows.isEmpty()) {
        return false; // they were taken out meanwhile
    }
    if (action == Qt::MoveAction) {
        m_player.moveRows(rows, before);
    } else {
        Entries copies;
        for (const int copied : rows) {
            copies.append(m_entries.at(copied));
        }
        m_player.insert(before, copies);
    }
    return true;
}

QList<int> QueueModel::rowsOf(const QList<qint64>& ids) const
{
    const QSet<qint64> wanted(ids.begin(), ids.end());
    QList<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (wanted.contains(m_entries.at(row).id.value)) {
            rows.append(row);
        }
    }
    return rows;
}

void QueueModel::update()
{
    const playback::Queue& queue = m_player.queue();
    if (queue.entries() != m_entries) {
        take(queue.entries());
    }
    if (queue.currentIndex() != m_current) {
        m_current = queue.currentIndex();
        if (!m_entries.isEmpty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
    }
}

void QueueModel::take(const Entries& entries)
{
    removeOthers(entries);
    reorder(entries);
    insertNew(entries);
    if (m_entries != entries) { // not only other rows
        m_entries = entries;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void QueueModel::removeOthers(const Entries& entries)
{
    const QSet<playback::QueueEntryId> stays = idsOf(entries);
    int last = rowCount() - 1;
    while (last >= 0) {
        int first = last;
        while (first >= 0 && !stays.contains(m_entries.at(first).id)) {
            --first;
        }
        if (first < last) {
            beginRemoveRows({}, first + 1, last);
            m_entries.remove(first + 1, last - first);
            endRemoveRows();
        }
        last = first - 1; // the row above it stays
    }
}

void QueueModel::reorder(const Entries& entries)
{
    const QSet<playback::QueueEntryId> known = idsOf(m_entries);
    Entries ordered;
    QHash<playback::QueueEntryId, int> rows;
    for (const playback::QueueEntry& entry : entries) {
        if (known.contains(entry.id)) {
            rows.insert(entry.id, int(ordered.size()));
            ordered.append(entry);
        }
    }
    if (std::ranges::equal(
            ordered, m_entries, {}, &playback::QueueEntry::id, &playback::QueueEntry::id)) {
        return;
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex& each : before) {
        after.append(index(rows.value(m_entries.at(each.row()).id)));
    }
    m_entries = ordered;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void QueueModel::insertNew(const Entries& entries)
{
    const QSet<playback::QueueEntryId> known = idsOf(m_entries);
    int row = 0;
    while (row < entries.size()) {
        int end = row;
        while (end < entries.size() && !known.contains(entries.at(end).id)) {
            ++end;
        }
        if (end > row) {
            beginInsertRows({}, row, end - 1);
            m_entries = m_entries.mid(0, row) + entries.mid(row, end - row) + m_entries.mid(row);
            endInsertRows();
        }
        row = end + 1;
    }
}

} // namespace ui

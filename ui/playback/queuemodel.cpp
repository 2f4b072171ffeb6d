// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/queuemodel.h"

#include "ui/common/format.h"

using namespace Qt::StringLiterals;

namespace ui {

QueueModel::QueueModel(playback::Player& player, QObject* parent)
    : QAbstractListModel(parent)
    , m_player(player)
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

void QueueModel::update()
{
    const playback::Queue& queue = m_player.queue();
    if (queue.entries() != m_entries) {
        beginResetModel();
        m_entries = queue.entries();
        m_current = queue.currentIndex();
        endResetModel();
    } else if (queue.currentIndex() != m_current) {
        m_current = queue.currentIndex();
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/playedmodel.h"

#include "ui/activity/historymodel.h"
#include "ui/common/format.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString titleOf(const types::Play& play)
{
    return play.artist.isEmpty()
        ? play.title
        : PlayedModel::tr("%1 – %2", "title, artist").arg(play.title, play.artist);
}

} // namespace

PlayedModel::PlayedModel(const util::Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void PlayedModel::setPlays(const QList<types::Play>& plays)
{
    if (plays == m_plays) {
        return;
    }
    beginResetModel();
    m_plays = plays;
    endResetModel();
}

int PlayedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_plays.size());
}

QVariant PlayedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const types::Play& play = m_plays.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(play);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "title and artist, album, when")
            .arg(titleOf(play), play.album, format::ago(play.at, m_clock.epochSeconds()));
    case HistoryModel::StateTextRole:
        return play.album;
    case HistoryModel::TimeRole:
        return format::ago(play.at, m_clock.epochSeconds());
    case HistoryModel::IconRole:
        return u"track"_s;
    case HistoryModel::IsFailedRole:
    case HistoryModel::IsUndoneRole:
        return false;
    default:
        return {};
    }
}

Qt::ItemFlags PlayedModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags usual = QAbstractListModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsDragEnabled : usual;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/historymodel.h"

#include "ui/common/format.h"

using namespace Qt::StringLiterals;

namespace ui {

QString titleOf(const change::Summary& summary)
{
    switch (summary.role) {
    case change::Role::Undo:
        return HistoryModel::tr("Undo: %1").arg(summary.label);
    case change::Role::Redo:
        return HistoryModel::tr("Redo: %1").arg(summary.label);
    case change::Role::Do:
        break;
    }
    return summary.label;
}

QString stateText(const change::Summary& summary)
{
    if (summary.isUndone) {
        return HistoryModel::tr("Undone");
    }
    if (summary.failed > 0) {
        return summary.steps == 1 ? HistoryModel::tr("Failed")
                                  : HistoryModel::tr("%1 of %2 failed")
                                        .arg(format::count(summary.failed))
                                        .arg(format::count(summary.steps));
    }
    if (summary.pending > 0) {
        return summary.steps == 1 ? HistoryModel::tr("Pending")
                                  : HistoryModel::tr("%1 of %2 pending")
                                        .arg(format::count(summary.pending))
                                        .arg(format::count(summary.steps));
    }
    return summary.superseded == summary.steps
        ? HistoryModel::tr("Replaced") // by a later change, before it was sent
        : HistoryModel::tr("Done");
}

HistoryModel::HistoryModel(change::Changes& changes, const util::Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_changes(changes)
    , m_clock(clock)
{
    connect(&changes, &change::Changes::changed, this, &HistoryModel::update);
}

void HistoryModel::reload()
{
    (void)m_latest.begin();
    m_latest.deliver(
        m_changes.history(kLimit), this, [this](util::Result<QList<change::Summary>> result) {
            if (!result) {
                Q_EMIT readFailed(result.error());
                return;
            }
            if (*result != m_rows) {
                beginResetModel();
                m_rows = *result;
                endResetModel();
            }
            Q_EMIT loaded();
        });
}

const change::Summary* HistoryModel::summary(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

void HistoryModel::update(const change::Summary& summary)
{
    const auto found = std::ranges::find(m_rows, summary.id, &change::Summary::id);
    if (found == m_rows.end()) {
        beginInsertRows({}, 0, 0);
        m_rows.prepend(summary);
        endInsertRows();
    } else {
        const int row = int(found - m_rows.begin());
        m_rows[row] = summary;
        Q_EMIT dataChanged(index(row), index(row));
    }
    if (summary.reverses.isValid()) {
        reload(); // the one it took back is undone now
    }
    Q_EMIT loaded();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const change::Summary& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return titleOf(row);
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3")
            .arg(titleOf(row), stateText(row), format::ago(row.createdAt, m_clock.epochSeconds()));
    case StateTextRole:
        return stateText(row);
    case TimeRole:
        return format::ago(row.createdAt, m_clock.epochSeconds());
    case IconRole:
        return row.isUndone || row.role == change::Role::Undo ? u"undo"_s
            : row.role == change::Role::Redo                  ? u"redo"_s
            : row.kind == "rate"_L1                           ? u"star"_s
                                                              : u"edit"_s;
    case IsFailedRole:
        return row.failed > 0;
    case IsUndoneRole:
        return row.isUndone;
    default:
        return {};
    }
}

} // namespace ui

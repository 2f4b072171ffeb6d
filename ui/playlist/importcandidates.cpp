// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/importcandidates.h"

#include "ui/playlist/importrows.h"

using namespace Qt::StringLiterals;

namespace ui {

void ImportCandidates::show(QList<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int ImportCandidates::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant ImportCandidates::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Entry& entry = m_entries.at(index.row());
    const TwoLines lines = linesOf(entry.track);
    QStringList facts { lines.second, entry.remark };
    facts.removeAll(QString());
    switch (role) {
    case Qt::DisplayRole:
        return lines.first;
    case ImportRows::SecondLineRole:
        return facts.join(u" · "_s);
    case ImportRows::StateRole:
        return entry.isChosen ? QVariant(int(playlist::RowState::Found)) : QVariant();
    case ImportRows::FitRole:
        return scoreText(entry.score);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return (entry.isChosen ? tr("Chosen: %1, %2") : u"%1, %2"_s)
            .arg(lines.first, (facts << scoreText(entry.score)).join(u", "_s));
    default:
        return {};
    }
}

QList<ImportCandidates::Entry> candidatesOf(
    const playlist::ImportReview& review, const playlist::ImportRow& row)
{
    QList<ImportCandidates::Entry> entries;
    bool hasChosen = row.chosen < 0;
    for (const playlist::ImportCandidate& candidate : row.candidates) {
        const bool isChosen = candidate.track == row.chosen;
        hasChosen |= isChosen;
        entries.append({ review.tracks[size_t(candidate.track)], candidate.score,
            playlist::limitText(candidate.limit), isChosen });
    }
    if (!hasChosen) { // found by a search
        entries.prepend({ review.tracks[size_t(row.chosen)], 0, {}, true });
    }
    return entries;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/importrows.h"

#include "ui/common/format.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using playlist::ImportRow;
using playlist::RowState;

namespace ui {

namespace {

TwoLines joined(const QString& title, const QStringList& facts)
{
    QStringList known = facts;
    known.removeAll(QString());
    return { title, known.join(u" · "_s) };
}

QString stateText(RowState state)
{
    switch (state) {
    case RowState::Found:
        return ImportRows::tr("Found");
    case RowState::ToDecide:
        return ImportRows::tr("To decide");
    case RowState::Missing:
        break;
    }
    return ImportRows::tr("Missing");
}

} // namespace

TwoLines linesOf(const playlist::FileRow& row)
{
    if (row.title.isEmpty()) { // a bare path: its name, and where it lies
        const QString name = row.location.isEmpty() ? row.guid + row.key.value
                                                    : QFileInfo(row.location).fileName();
        return { name.isEmpty() ? row.location : name, row.location };
    }
    return joined(row.title, { row.artist, row.album, format::duration(row.duration) });
}

TwoLines linesOf(const match::LibraryTrack& track)
{
    const match::Track& of = track.track;
    return joined(of.title,
        { of.artist.isEmpty() ? of.albumArtist : of.artist, of.album,
            format::duration(of.duration) });
}

QString scoreText(float score)
{
    return score > 0 ? ImportRows::tr("%1 %", "how well it fits").arg(qRound(score * 100))
                     : QString();
}

void ImportRows::setReview(playlist::ImportReview review)
{
    beginResetModel();
    m_review = std::move(review);
    m_counts = m_review.counts();
    collectShown();
    endResetModel();
    Q_EMIT countsChanged();
}

void ImportRows::setFilter(Filter filter)
{
    beginResetModel();
    m_filter = filter;
    collectShown();
    endResetModel();
}

void ImportRows::collectShown()
{
    m_shown.clear();
    m_shown.reserve(m_review.rows.size());
    for (size_t i = 0; i < m_review.rows.size(); ++i) {
        if (!m_filter || m_review.rows[i].state == *m_filter) {
            m_shown.push_back(int(i));
        }
    }
}

const ImportRow& ImportRows::at(int row) const
{
    return m_review.rows[size_t(m_shown[size_t(row)])];
}

void ImportRows::choose(int row, const match::LibraryTrack& track)
{
    m_review.choose(m_shown[size_t(row)], track);
    updateRow(row);
}

void ImportRows::leaveOut(int row)
{
    m_review.leaveOut(m_shown[size_t(row)]);
    updateRow(row);
}

void ImportRows::updateRow(int row)
{
    m_counts = m_review.counts();
    if (m_filter && at(row).state != *m_filter) {
        beginRemoveRows({}, row, row);
        m_shown.erase(m_shown.begin() + row);
        endRemoveRows();
    } else {
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    }
    Q_EMIT countsChanged();
}

int ImportRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ImportRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ImportColumn::Reason) + 1;
}

TwoLines ImportRows::cell(const ImportRow& row, ImportColumn column) const
{
    switch (column) {
    case ImportColumn::State:
        break;
    case ImportColumn::File:
        return linesOf(row.file);
    case ImportColumn::Track: {
        const int track = row.chosen >= 0 ? row.chosen
            : row.state == RowState::Missing || row.candidates.empty()
            ? -1
            : row.candidates.front().track;
        return track < 0 ? TwoLines { u"–"_s, {} } : linesOf(m_review.tracks[size_t(track)]);
    }
    case ImportColumn::Score:
        return { row.state == RowState::Missing ? QString() : scoreText(row.score()), {} };
    case ImportColumn::Reason:
        return { playlist::reasonText(row), {} };
    }
    return {};
}

QVariant ImportRows::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ImportRow& row = at(index.row());
    const auto column = ImportColumn(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, column).first;
    case SecondLineRole:
        return cell(row, column).second;
    case StateRole:
        return int(row.state);
    case IsFaintRole:
        return column == ImportColumn::Track && row.chosen < 0;
    case Qt::TextAlignmentRole:
        return int(
            (column == ImportColumn::Score ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const TwoLines lines = cell(row, column);
        const QString text
            = lines.second.isEmpty() ? lines.first : lines.first + u", "_s + lines.second;
        return column == ImportColumn::State ? stateText(row.state) : text;
    }
    default:
        return {};
    }
}

QVariant ImportRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((ImportColumn(section) == ImportColumn::Score ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    switch (ImportColumn(section)) {
    case ImportColumn::State:
        return role == Qt::DisplayRole ? QString() : tr("State");
    case ImportColumn::File:
        return tr("In the file");
    case ImportColumn::Track:
        return tr("In your library");
    case ImportColumn::Score:
        return tr("Fit", "how well a track fits a row");
    case ImportColumn::Reason:
        return tr("Why");
    }
    return {};
}

} // namespace ui

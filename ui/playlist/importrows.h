// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/importreview.h"

#include <QAbstractTableModel>

namespace ui {

/// What the columns of an import show.
enum class ImportColumn
{
    State,
    File, ///< the row as the file has it
    Track, ///< the track that was found, or the best candidate
    Score,
    Reason
};

/// Texts of two lines, as rows and candidates are painted.
struct TwoLines
{
    QString first {};
    QString second {};
    bool operator==(const TwoLines&) const = default;
};
[[nodiscard]] TwoLines linesOf(const playlist::FileRow& row);
[[nodiscard]] TwoLines linesOf(const match::LibraryTrack& track);
/// "94 %"; empty for nothing.
[[nodiscard]] QString scoreText(float score);

/// The rows of a playlist file beside what was found of them, all or those in one state.
class ImportRows final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        SecondLineRole = Qt::UserRole,
        StateRole, ///< playlist::RowState as int
        IsFaintRole, ///< a candidate that is not chosen
        FitRole ///< of a candidate, how well it fits
    };
    /// Which rows are shown; all without it.
    using Filter = std::optional<playlist::RowState>;

    using QAbstractTableModel::QAbstractTableModel;

    void setReview(playlist::ImportReview review);
    [[nodiscard]] const playlist::ImportReview& review() const { return m_review; }
    [[nodiscard]] const playlist::ImportCounts& counts() const { return m_counts; }
    void setFilter(Filter filter);
    [[nodiscard]] Filter filter() const { return m_filter; }
    /// The row of the review that is shown at @p row.
    [[nodiscard]] const playlist::ImportRow& at(int row) const;

    /// Makes a track that of a shown row, or says that it is none; a row that does not fit the
    /// filter any more is gone then.
    void choose(int row, const match::LibraryTrack& track);
    void leaveOut(int row);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    [[nodiscard]] TwoLines cell(const playlist::ImportRow& row, ImportColumn column) const;
    void updateRow(int row);
    void collectShown();

    playlist::ImportReview m_review;
    playlist::ImportCounts m_counts;
    Filter m_filter;
    std::vector<int> m_shown; // rows of the review
};

} // namespace ui

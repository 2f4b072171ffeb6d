// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/importreview.h"

#include <QAbstractListModel>

namespace ui {

/// Tracks that a row of a playlist file may be: what was found for it, or what a search finds.
class ImportCandidates final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// A track, and how well it fits.
    struct Entry
    {
        match::LibraryTrack track {};
        float score = 0; ///< 0 = not compared
        QString remark {}; ///< what speaks against it
        bool isChosen = false;
    };

    using QAbstractListModel::QAbstractListModel;

    void show(QList<Entry> entries);
    [[nodiscard]] const Entry& at(int row) const { return m_entries.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<Entry> m_entries;
};

/// The candidates of a row, the chosen one among them.
[[nodiscard]] QList<ImportCandidates::Entry> candidatesOf(
    const playlist::ImportReview& review, const playlist::ImportRow& row);

} // namespace ui

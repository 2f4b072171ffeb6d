// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/trackcolumns.h"

namespace ui {

/// Tracks of the library in the order of a query, or of a fixed list of ids.
class TrackModel final : public PagedModel<types::TrackRow>, public TrackRows
{
    Q_OBJECT

public:
    explicit TrackModel(library::Library& library, QObject* parent = nullptr);

    void show(const library::TrackQuery& query);
    /// Those that have a rating; follows what is rated.
    void showRated(const library::RatedQuery& query);
    /// What may be said above the rows of showRated().
    [[nodiscard]] const QList<library::RatedMark>& marks() const { return m_marks; }
    /// Exactly these, in this order.
    void showFixed(const QList<types::TrackRow>& tracks);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const types::TrackRow* track(int row) const override { return rowAt(row); }
    [[nodiscard]] types::ItemId item(int row) const override { return { idAt(row) }; }
    [[nodiscard]] bool isMissing(int) const override { return false; }
    [[nodiscard]] Dragging dragging(const QList<int>& rows) const override;

private:
    void libraryChanged(const db::ChangeSet& changes);
    [[nodiscard]] Source source(std::function<util::Future<Ids>(std::stop_token)> ids) const;

    library::Library& m_library;
    QList<library::SortKey> m_sort;
    QList<library::RatedMark> m_marks;
    bool m_isFixed = false;
    bool m_isOfRated = false;
};

} // namespace ui

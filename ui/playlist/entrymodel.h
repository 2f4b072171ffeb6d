// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/trackcolumns.h"

namespace ui {

/// The entries of one playlist in its own order. The first column is the place in it.
class EntryModel final : public PagedModel<types::PlaylistEntryRow>, public TrackRows
{
    Q_OBJECT

public:
    explicit EntryModel(library::Library& library, QObject* parent = nullptr);

    void show(types::PlaylistId playlist);
    /// Another order than the playlist's own, which is only a view of it; none: its own.
    void sort(const QList<library::SortKey>& keys);
    [[nodiscard]] const QList<library::SortKey>& sortKeys() const { return m_sort; }
    [[nodiscard]] const types::PlaylistRow& playlist() const { return m_row; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const types::TrackRow* track(int row) const override;
    [[nodiscard]] types::ItemId item(int row) const override;
    [[nodiscard]] bool isMissing(int row) const override;
    /// Entries: their tracks are known only of those that were read.
    [[nodiscard]] Dragging dragging(const QList<int>& rows) const override;

Q_SIGNALS:
    void playlistChanged();

private:
    void query();
    void libraryChanged(const db::ChangeSet& changes);

    library::Library& m_library;
    types::PlaylistId m_playlist;
    types::PlaylistRow m_row;
    QList<library::SortKey> m_sort;
    QHash<qint64, int> m_places; ///< by entry, while it is sorted
};

} // namespace ui

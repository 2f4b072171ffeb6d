// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"

#include <QAbstractListModel>

namespace library {
class Library;
}

namespace ui {

struct Dragging;

struct ItemDrag;

/// The player's queue as a list; a queue is short enough to be held whole. What changes in it is
/// told row by row, so that what is selected stays so.
///
/// Rows of it are moved by dropping them; what is dropped from elsewhere is asked for by a signal.
class QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        ArtistRole = Qt::UserRole,
        ThumbRole,
        DurationRole,
        CurrentRole
    };

    /// Both outlive it. @param library  of another one nothing can be dropped
    QueueModel(
        playback::Player& player, const library::Library& library, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] Dragging dragging(const QList<int>& rows) const;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row,
        int column, const QModelIndex& parent) const override;
    /// @param action  Qt::MoveAction moves what is of the queue itself, anything else copies it
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) override;
    /// What dropping @p data does: Qt::MoveAction within the queue, unless a copy is wanted;
    /// Qt::IgnoreAction if it cannot be dropped.
    [[nodiscard]] Qt::DropAction dropActionOf(const QMimeData& data, Qt::DropAction wanted) const;

Q_SIGNALS:
    /// The tracks of @p items are to stand in front of row @p before.
    void itemsDropped(const ui::ItemDrag& items, int before);

private:
    using Entries = QList<playback::QueueEntry>;

    void update();
    void take(const Entries& entries);
    void removeOthers(const Entries& entries);
    void reorder(const Entries& entries);
    void insertNew(const Entries& entries);
    [[nodiscard]] QList<int> rowsOf(const QList<qint64>& ids) const;

    playback::Player& m_player;
    const library::Library& m_library;
    Entries m_entries;
    int m_current = -1;
};

} // namespace ui

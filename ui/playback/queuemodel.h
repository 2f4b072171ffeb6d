// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playback/player.h"

#include <QAbstractListModel>

namespace ui {

/// The player's queue as a list; a queue is short enough to be held whole.
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

    explicit QueueModel(playback::Player& player, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void update();

    playback::Player& m_player;
    QList<playback::QueueEntry> m_entries;
    int m_current = -1;
};

} // namespace ui

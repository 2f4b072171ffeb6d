// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/play.h"
#include "core/util/clock.h"

#include <QAbstractListModel>

namespace ui {

/// What was played, newest first; rows look as those of HistoryModel.
class PlayedModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PlayedModel(const util::Clock& clock, QObject* parent = nullptr);

    void setPlays(const QList<types::Play>& plays);
    /// Empty for a row that there is not.
    [[nodiscard]] types::Play play(int row) const { return m_plays.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    const util::Clock& m_clock;
    QList<types::Play> m_plays;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changes.h"
#include "core/util/clock.h"

#include <QAbstractListModel>

namespace ui {

/// The latest changes, newest first.
class HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int kLimit = 500;
    enum Role
    {
        StateTextRole = Qt::UserRole,
        TimeRole,
        IconRole,
        IsFailedRole,
        IsUndoneRole
    };

    HistoryModel(change::Changes& changes, const util::Clock& clock, QObject* parent = nullptr);

    void reload();
    [[nodiscard]] const change::Summary* summary(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void loaded();
    void readFailed(const util::Error& error);

private:
    void update(const change::Summary& summary);

    change::Changes& m_changes;
    const util::Clock& m_clock;
    util::async::Latest m_latest;
    QList<change::Summary> m_rows;
};

/// "Undo: Rate 3 items 4 stars": what a change is called in lists.
[[nodiscard]] QString titleOf(const change::Summary& summary);

/// "Pending", "Done", "Undone", "3 of 214 failed": a change's state in words.
[[nodiscard]] QString stateText(const change::Summary& summary);

} // namespace ui

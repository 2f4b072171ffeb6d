// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/lists.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QListWidget>
#include <algorithm>

namespace ui::lists {

void fitHeight(QListWidget& list, int most)
{
    const int rows = std::min(list.count(), most);
    list.setFixedHeight(rows * list.sizeHintForRow(0) + 2 * list.frameWidth());
}

QList<int> selectedRows(const QAbstractItemView& view)
{
    if (!view.selectionModel()) {
        return {};
    }
    QItemSelection ranges = view.selectionModel()->selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    QList<int> rows;
    for (const QItemSelectionRange& range : std::as_const(ranges)) {
        const int next = rows.isEmpty() ? 0 : rows.constLast() + 1;
        for (int row = qMax(next, range.top()); row <= range.bottom(); ++row) {
            rows.append(row);
        }
    }
    return rows;
}

} // namespace ui::lists

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/selectionkeeper.h"

#include "ui/common/pagedmodel.h"

#include <QAbstractItemView>
#include <algorithm>

namespace ui {

SelectionKeeper::SelectionKeeper(QAbstractItemView& view, PagedModelBase& model)
    : QObject(&view)
    , m_view(view)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &SelectionKeeper::remember);
    connect(&model, &QAbstractItemModel::modelReset, this, &SelectionKeeper::restore);
}

QList<qint64> SelectionKeeper::selectedIds() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : m_view.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.append(row);
        }
    }
    std::ranges::sort(rows);
    QList<qint64> ids;
    ids.reserve(rows.size());
    for (const int row : rows) {
        ids.append(m_model.idAt(row));
    }
    return ids;
}

void SelectionKeeper::remember()
{
    const QList<qint64> ids = selectedIds();
    m_selected = { ids.begin(), ids.end() };
    const QModelIndex current = m_view.currentIndex();
    m_current = current.isValid() ? m_model.idAt(current.row()) : 0;
}

void SelectionKeeper::restore()
{
    // Without scrolling there: what was in sight is of more interest.
    const int current = m_current > 0 ? m_model.rowOf(m_current) : -1;
    if (current >= 0) {
        m_view.selectionModel()->setCurrentIndex(
            m_model.index(current, 0), QItemSelectionModel::NoUpdate);
    }
    QItemSelection selection;
    const int rows = m_selected.isEmpty() ? 0 : m_model.rowCount();
    const int last = m_model.columnCount() - 1;
    for (int row = 0; row < rows; ++row) {
        const int first = row;
        while (row < rows && m_selected.contains(m_model.idAt(row))) {
            ++row;
        }
        if (row > first) {
            selection.append({ m_model.index(first, 0), m_model.index(row - 1, last) });
        }
    }
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    m_selected.clear();
    Q_EMIT restored();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

class QAbstractItemView;

namespace ui {

class PagedModelBase;

/// Selects again after a reset of a paged model what was selected before, as far as it is still
/// there; the rows are known by their ids.
class SelectionKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Is a child of @p view and follows @p model, which is the view's.
    SelectionKeeper(QAbstractItemView& view, PagedModelBase& model);

    /// Ids of the selected rows, from top to bottom.
    [[nodiscard]] QList<qint64> selectedIds() const;

Q_SIGNALS:
    /// A reset is over: what is selected may be less.
    void restored();

private:
    void remember();
    void restore();

    QAbstractItemView& m_view;
    PagedModelBase& m_model;
    QSet<qint64> m_selected;
    qint64 m_current = 0;
};

} // namespace ui

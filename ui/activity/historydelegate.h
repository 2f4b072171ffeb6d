// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/textlines.h"
#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// A row of what happened: a sign, what it was, a second fact, and when. Roles are HistoryModel's.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HistoryDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTexts(QPainter& painter, const QRect& row, int left, const QModelIndex& index,
        const Colors& colors) const;

    mutable TextLines m_lines;
};

} // namespace ui

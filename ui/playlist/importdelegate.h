// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/textlines.h"

#include <QStyledItemDelegate>

namespace ui {

/// Two lines a cell, the second quieter, and the sign of a state. Roles are those of ImportRows.
class ImportDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ImportDelegate(QObject* parent = nullptr);

    /// The height of a row at the text scale in force.
    [[nodiscard]] static int height();

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    /// A line of a list, which has one column.
    void paintEntry(
        QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintTexts(QPainter& painter, const QRect& room, const QStyleOptionViewItem& option,
        const QModelIndex& index) const;

    mutable TextLines m_lines;
};

} // namespace ui

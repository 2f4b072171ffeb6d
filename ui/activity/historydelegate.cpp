// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activity/historydelegate.h"

#include "ui/activity/historymodel.h"
#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kIcon = 18;
constexpr qint64 kLinesKept = 300; // some screens of them

} // namespace

HistoryDelegate::HistoryDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_lines(kLinesKept)
{
}

void HistoryDelegate::paintTexts(
    QPainter& painter, const QRect& row, int left, const QModelIndex& index, const Colors& c) const
{
    const bool isFailed = index.data(HistoryModel::IsFailedRole).toBool();
    const int timeWidth = scaled(110);
    const int stateWidth = scaled(150);
    const QRect time(row.right() - timeWidth - space::kS, row.top(), timeWidth, row.height());
    const QRect state(time.left() - stateWidth, row.top(), stateWidth, row.height());
    const QRect label(left, row.top(), state.left() - left - space::kS, row.height());
    const auto text = [this, &painter](const QRect& room, const QString& content,
                          const QColor& color, Qt::Alignment alignment) {
        painter.setPen(color);
        m_lines.draw(painter, room, alignment, content);
    };
    painter.setFont(fontOf(TextRole::Body));
    text(label, index.data().toString(),
        index.data(HistoryModel::IsUndoneRole).toBool() ? c.tertiary : c.text, Qt::AlignLeft);
    text(state, index.data(HistoryModel::StateTextRole).toString(),
        isFailed ? c.danger : c.secondary, Qt::AlignLeft);
    text(time, index.data(HistoryModel::TimeRole).toString(), c.tertiary, Qt::AlignRight);
}

void HistoryDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors c = colorsOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(space::kM, 1, -space::kM, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? c.selection : c.hover);
        painter->drawRoundedRect(row, space::kRadius, space::kRadius);
    }
    const bool isFailed = index.data(HistoryModel::IsFailedRole).toBool();
    const bool isUndone = index.data(HistoryModel::IsUndoneRole).toBool();
    const QRect box(row.left() + space::kS, row.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    drawIcon(painter, box, isFailed ? u"warning"_s : index.data(HistoryModel::IconRole).toString(),
        isFailed       ? c.danger
            : isUndone ? c.tertiary
                       : c.accent);
    paintTexts(*painter, row, box.right() + space::kM, index, c);
    stylepaint::itemFocus(painter, option, row, c, space::kRadius);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { 200, rowHeight(Density::Comfortable) + 4 };
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/importdelegate.h"

#include "core/playlist/importreview.h"
#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"
#include "ui/playlist/importrows.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using playlist::RowState;

namespace ui {

namespace {

constexpr int kIcon = 16;
constexpr qint64 kLinesKept = 600; // some screens of them

void paintState(QPainter& painter, const QRect& room, RowState state, const Colors& c)
{
    const int side = scaled(kIcon);
    const QRect box(room.center().x() - side / 2, room.center().y() - side / 2, side, side);
    switch (state) {
    case RowState::Found:
        return drawIcon(&painter, box, u"check"_s, c.accent);
    case RowState::ToDecide:
        return drawIcon(&painter, box, u"warning"_s, c.secondary);
    case RowState::Missing:
        return drawIcon(&painter, box, u"close"_s, c.danger);
    }
}

} // namespace

ImportDelegate::ImportDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_lines(kLinesKept)
{
}

int ImportDelegate::height()
{
    return QFontMetrics(fontOf(TextRole::Body)).height()
        + QFontMetrics(fontOf(TextRole::Caption)).height() + space::kS + space::kXs;
}

void ImportDelegate::paintTexts(QPainter& painter, const QRect& room,
    const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors c = colorsOf(option.palette);
    const QString first = index.data().toString();
    const QString second = index.data(ImportRows::SecondLineRole).toString();
    const QVariant given = index.data(Qt::TextAlignmentRole);
    const Qt::Alignment side = Qt::Alignment(given.isValid() ? given.toInt() : int(Qt::AlignLeft))
        & Qt::AlignHorizontal_Mask;
    const bool isFaint = index.data(ImportRows::IsFaintRole).toBool()
        && !(option.state & QStyle::State_Selected); // on which it could not be read
    const bool isMain = !second.isEmpty();
    painter.setFont(fontOf(TextRole::Body));
    painter.setPen(isFaint ? c.tertiary : isMain ? c.text : c.secondary);
    if (second.isEmpty()) {
        m_lines.draw(painter, room, side, first);
        return;
    }
    const int above = QFontMetrics(fontOf(TextRole::Body)).height();
    const int below = QFontMetrics(fontOf(TextRole::Caption)).height();
    const int top = room.center().y() - (above + below) / 2;
    m_lines.draw(painter, QRect(room.left(), top, room.width(), above), side, first);
    painter.setFont(fontOf(TextRole::Caption));
    painter.setPen(isFaint ? c.tertiary : c.secondary);
    m_lines.draw(painter, QRect(room.left(), top + above, room.width(), below), side, second);
}

void ImportDelegate::paintEntry(
    QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors c = colorsOf(option.palette);
    const QRect box = option.rect.adjusted(1, 1, -1, -1);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || option.state & QStyle::State_MouseOver) {
        stylepaint::roundRect(&painter, box, space::kRadius, isSelected ? c.selection : c.hover);
    }
    QRect room = option.rect.adjusted(space::kS, 0, -space::kS, 0);
    const int side = scaled(kIcon);
    const QVariant state = index.data(ImportRows::StateRole);
    if (state.isValid()) {
        paintState(painter, QRect(room.right() - side, room.top(), side, room.height()),
            RowState(state.toInt()), c);
    }
    room.setRight(room.right() - side - space::kXs);
    const QString fit = index.data(ImportRows::FitRole).toString();
    if (!fit.isEmpty()) {
        painter.setFont(fontOf(TextRole::Caption));
        painter.setPen(c.secondary);
        m_lines.draw(painter, room, Qt::AlignRight, fit);
        room.setRight(room.right() - qRound(m_lines.width(painter.font(), fit)) - space::kS);
    }
    paintTexts(painter, room, option, index);
    stylepaint::itemFocus(&painter, option, box, c, space::kRadius);
}

void ImportDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(option.palette);
    if (index.model()->columnCount() == 1) {
        paintEntry(*painter, option, index);
    } else {
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, c.selection);
        }
        if (index.column() == int(ImportColumn::State)) {
            paintState(
                *painter, option.rect, RowState(index.data(ImportRows::StateRole).toInt()), c);
        } else {
            paintTexts(*painter, option.rect.adjusted(space::kS, 0, -space::kS, 0), option, index);
        }
    }
    painter->restore();
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { scaled(120), height() };
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/textlines.h"
#include "ui/common/theme.h"

#include <QFont>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace ui {

class Capabilities;
class Covers;

/// Paints one card and knows how large one is.
class CardDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum class Shape
    {
        Cover, ///< a picture with two lines under it
        Tile ///< two lines on a colour of their own, for what has no picture
    };

    /// Both outlive it. @param capabilities  without Feature::Play the button that plays rests
    CardDelegate(Covers& covers, const Capabilities& capabilities, QObject* parent = nullptr);

    void setShape(Shape shape);
    void setDensity(Density density);
    /// After a change of the text size.
    void refreshMetrics();

    [[nodiscard]] QSize cardSize() const { return m_size; }
    /// Width of the place that a view gives to each card, which stands at its left.
    void setPlace(int width) { m_place = width; }
    /// Side of the picture, 0 without one.
    [[nodiscard]] int coverSide() const { return m_coverSide; }
    /// The button that plays, on a card at @p topLeft.
    [[nodiscard]] QRect playButton(const QPoint& topLeft) const;

    void setHovered(const QModelIndex& index) { m_hovered = index; }
    [[nodiscard]] QModelIndex hovered() const { return m_hovered; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCover(QPainter& painter, const QStyleOptionViewItem& option, const QRect& card,
        const QModelIndex& index) const;
    void paintTile(QPainter& painter, const QStyleOptionViewItem& option, const QRect& card,
        const QModelIndex& index) const;
    static void paintBadge(
        QPainter& painter, const QRect& cover, const QString& iconName, const Colors& colors);
    void paintBeingRead(QPainter& painter, const QRect& card, const Colors& colors) const;
    /// @param look  where the two lines stand in @p room, and in which colours
    struct Look
    {
        Qt::Alignment alignment;
        QColor title;
        QColor line;
    };
    enum class Role
    {
        Title,
        Line
    };
    void paintLines(
        QPainter& painter, const QRect& room, const QModelIndex& index, const Look& look) const;
    /// One line of at most @p width pixels, elided. Kept: to lay a line out takes longer than all
    /// else of a card, and a card is painted for each step that is scrolled.
    [[nodiscard]] const QFont& fontOfLine(Role role) const;
    void paintPlay(QPainter& painter, const QRect& card, const Colors& colors) const;
    [[nodiscard]] int playSide() const;
    /// Of a tile.
    [[nodiscard]] int padding() const;
    [[nodiscard]] QRect coverOf(const QRect& card) const;

    Covers& m_covers;
    const Capabilities& m_capabilities;
    Shape m_shape = Shape::Cover;
    Density m_density = Density::Comfortable;
    QPersistentModelIndex m_hovered;
    QFont m_titleFont;
    QFont m_lineFont;
    int m_titleHeight = 0;
    int m_lineHeight = 0;
    int m_coverSide = 0;
    int m_place = 0;
    QSize m_size;
    mutable TextLines m_lines;
};

} // namespace ui

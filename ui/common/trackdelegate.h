// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"
#include "ui/common/textlines.h"

#include <QStyledItemDelegate>

namespace ui {

class Covers;
class TrackTable;

/// Paints the text cells of a track table straight from the row: no variants, no fetching.
class TrackDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    TrackDelegate(TrackTable* table, Covers& covers);

    /// @param row  of several rows with the item the one that plays; -1 if nobody knows
    void setPlaying(types::ItemId item, bool isPlaying, int row = -1);
    void setCovers(bool shown) { m_showsCovers = shown; }
    /// After a change of theme or text size.
    void refreshFonts();
    static constexpr int kCoverRadius = 4;
    /// Of the picture in a row that is @p rowHeight high.
    [[nodiscard]] static int coverSide(int rowHeight);
    /// Height of a heading above a row.
    [[nodiscard]] int headingHeight() const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;

private:
    struct Cell;
    [[nodiscard]] bool isCurrent(const Cell& cell) const;
    void paintPosition(const Cell& cell) const;
    void paintTitle(const Cell& cell) const;
    void paintPlaceholder(const Cell& cell) const;
    void paintText(const Cell& cell, const QRect& rect, const QString& text, const QColor& color,
        Qt::Alignment alignment) const;

    TrackTable* m_table;
    Covers& m_covers;
    types::ItemId m_playing;
    int m_playingRow = -1;
    bool m_isPlaying = false;
    bool m_showsCovers = true;
    QFont m_font;
    QFont m_strong;
    QFontMetrics m_metrics;
    mutable TextLines m_lines;
};

} // namespace ui

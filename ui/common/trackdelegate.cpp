// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackdelegate.h"

#include "ui/common/covers.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/tracktable.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 kLinesKept = 1500; // some screens of them, each of six columns

} // namespace

struct TrackDelegate::Cell
{
    QPainter* painter;
    const types::TrackRow* track;
    QRect rect;
    TrackColumn column;
    int row;
    const QPalette& palette;
    bool isMissing;
};

TrackDelegate::TrackDelegate(TrackTable* table, Covers& covers)
    : QStyledItemDelegate(table)
    , m_table(table)
    , m_covers(covers)
    , m_metrics(m_font)
    , m_lines(kLinesKept)
{
    refreshFonts();
}

void TrackDelegate::setPlaying(types::ItemId item, bool isPlaying, int row)
{
    m_playingRow = row;
    m_playing = item;
    m_isPlaying = isPlaying;
}

void TrackDelegate::refreshFonts()
{
    m_font = fontOf(TextRole::Body);
    m_strong = m_font;
    m_strong.setWeight(QFont::Medium);
    m_metrics = QFontMetrics(m_font);
}

int TrackDelegate::coverSide(int rowHeight)
{
    return qMin(rowHeight - space::kS, scaled(32));
}

int TrackDelegate::headingHeight() const
{
    return m_metrics.height() + space::kL;
}

void TrackDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const TrackRows* rows = m_table->trackRows();
    if (!rows) {
        return;
    }
    Cell cell { painter, rows->track(index.row()), option.rect,
        static_cast<TrackColumn>(index.column()), index.row(), option.palette,
        rows->isMissing(index.row()) };
    const QString heading = m_table->headingOf(index.row());
    if (!heading.isEmpty()) {
        const int height = headingHeight();
        if (cell.column == TrackColumn::Title) {
            QRect strip(cell.rect.left() + space::kS, cell.rect.top(), cell.rect.width(), height);
            painter->setFont(m_strong);
            painter->setPen(colorOf(option.palette, Tone::Secondary));
            m_lines.draw(*painter, strip, Qt::AlignLeft, heading);
        }
        cell.rect.setTop(cell.rect.top() + height);
    }
    if (!cell.track) {
        paintPlaceholder(cell);
        return;
    }
    if (cell.column == TrackColumn::Position) {
        paintPosition(cell);
    } else if (cell.column == TrackColumn::Title) {
        paintTitle(cell);
    } else {
        const bool isName = cell.column == TrackColumn::Artist || cell.column == TrackColumn::Album;
        paintText(cell, cell.rect.adjusted(space::kS, 0, -space::kS, 0),
            trackText(*cell.track, cell.column),
            colorOf(option.palette, isName ? Tone::Secondary : Tone::Tertiary),
            specOf(cell.column).alignment);
    }
}

bool TrackDelegate::isCurrent(const Cell& cell) const
{
    if (!m_playing.isValid() || cell.track->id != m_playing) {
        return false;
    }
    // A row that has another track by now says nothing.
    const bool isKnown = m_playingRow >= 0 && m_table->trackRows()->item(m_playingRow) == m_playing;
    return !isKnown || cell.row == m_playingRow;
}

void TrackDelegate::paintPosition(const Cell& cell) const
{
    const QRect rect = cell.rect.adjusted(space::kXs, 0, -space::kS, 0);
    constexpr int side = 16;
    const QRect box(rect.right() - side + 1, rect.center().y() - side / 2 + 1, side, side);
    if (isCurrent(cell)) {
        drawIcon(cell.painter, box, m_isPlaying ? u"volume"_s : u"pause"_s,
            colorOf(cell.palette, Tone::Accent));
    } else if (cell.row == m_table->hoveredRow() && !cell.isMissing) {
        drawIcon(cell.painter, box, u"play"_s, colorOf(cell.palette, Tone::Primary));
    } else {
        const QString text
            = cell.isMissing ? QString() : m_table->model()->index(cell.row, 0).data().toString();
        paintText(cell, rect, text, colorOf(cell.palette, Tone::Tertiary), Qt::AlignRight);
    }
}

void TrackDelegate::paintTitle(const Cell& cell) const
{
    QRect rect = cell.rect.adjusted(space::kS, 0, -space::kS, 0);
    if (m_showsCovers) {
        const int side = coverSide(rect.height());
        const QRect cover(rect.left(), rect.center().y() - side / 2 + 1, side, side);
        m_covers.paint(
            cell.painter, cover, cell.track->thumb, u"track"_s, cell.palette, kCoverRadius);
        rect.setLeft(cover.right() + space::kS + space::kXs);
    }
    const Tone tone = cell.isMissing ? Tone::Tertiary
        : isCurrent(cell)            ? Tone::Accent
                                     : Tone::Primary;
    const QString text = cell.isMissing ? tr("%1 (no longer in the library)").arg(cell.track->title)
                                        : cell.track->title;
    cell.painter->setFont(m_strong);
    cell.painter->setPen(colorOf(cell.palette, tone));
    m_lines.draw(*cell.painter, rect, Qt::AlignLeft, text);
}

void TrackDelegate::paintPlaceholder(const Cell& cell) const
{
    if (cell.column == TrackColumn::Position || cell.rect.width() < 40) {
        return;
    }
    const int height = qMax(6, m_metrics.ascent() / 2);
    const int width = cell.rect.width() * (50 + (cell.row * 37 + int(cell.column) * 11) % 40) / 100;
    cell.painter->setRenderHint(QPainter::Antialiasing);
    cell.painter->setPen(Qt::NoPen);
    cell.painter->setBrush(colorsOf(cell.palette).hover);
    cell.painter->drawRoundedRect(
        QRect(cell.rect.left() + space::kS, cell.rect.center().y() - height / 2,
            width - 2 * space::kS, height),
        height / 2.0, height / 2.0);
}

void TrackDelegate::paintText(const Cell& cell, const QRect& rect, const QString& text,
    const QColor& color, Qt::Alignment alignment) const
{
    cell.painter->setFont(m_font);
    cell.painter->setPen(color);
    m_lines.draw(*cell.painter, rect, alignment, text);
}

} // namespace ui

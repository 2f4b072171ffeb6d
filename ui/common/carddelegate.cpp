// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/carddelegate.h"

#include "ui/common/capabilities.h"
#include "ui/common/cards.h"
#include "ui/common/covers.h"
#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// At 100 % text.
constexpr int kCover = 168;
constexpr int kCompactCover = 120;
constexpr int kTile = 224;
constexpr int kCompactTile = 176;
constexpr int kPlay = 40;
constexpr int kCompactPlay = 32;
constexpr int kBadge = 28;

constexpr qint64 kLinesKept = 1000; // some screens of them

/// A colour that goes with a text and is always the same; white can be read on it.
QColor colorFor(const QString& text)
{
    uint number = 17;
    for (const QChar c : text) {
        number = number * 31 + c.unicode();
    }
    const int hue = int(number % 24) * 15;
    return QColor::fromHsl(hue, 105, 74);
}

/// Only a tile can be as wide as its place: a picture is as large as it was asked for.
QRect cardAt(const QPoint& topLeft, const QSize& size, int tilePlace)
{
    return { topLeft, QSize(qMax(tilePlace, size.width()), size.height()) };
}

QRect tileOf(const QRect& card)
{
    return card.adjusted(space::kS, space::kXs, -space::kS, -space::kXs);
}

} // namespace

CardDelegate::CardDelegate(Covers& covers, const Capabilities& capabilities, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_covers(covers)
    , m_capabilities(capabilities)
    , m_lines(kLinesKept)
{
    refreshMetrics();
}

void CardDelegate::setShape(Shape shape)
{
    m_shape = shape;
    refreshMetrics();
}

void CardDelegate::setDensity(Density density)
{
    m_density = density;
    refreshMetrics();
}

void CardDelegate::refreshMetrics()
{
    const bool isCompact = m_density == Density::Compact;
    const bool isTile = m_shape == Shape::Tile;
    m_titleFont = fontOf(isTile && !isCompact ? TextRole::Title : TextRole::Body);
    m_titleFont.setWeight(isTile ? QFont::DemiBold : QFont::Medium);
    m_lineFont = fontOf(TextRole::Caption);
    m_titleHeight = QFontMetrics(m_titleFont).height();
    m_lineHeight = QFontMetrics(m_lineFont).height();
    const int texts = m_titleHeight + 1 + m_lineHeight;
    if (isTile) {
        m_coverSide = 0;
        // The button stands above the texts.
        m_size = { scaledCover(isCompact ? kCompactTile : kTile) + 2 * space::kS,
            space::kS + playSide() + texts + padding() + 2 * space::kXs };
        return;
    }
    m_coverSide = scaledCover(isCompact ? kCompactCover : kCover);
    m_size = { m_coverSide + 2 * space::kS, m_coverSide + 2 * space::kS + texts + 2 * space::kXs };
}

QRect CardDelegate::coverOf(const QRect& card) const
{
    return { card.left() + space::kS, card.top() + space::kS, m_coverSide, m_coverSide };
}

QRect CardDelegate::playButton(const QPoint& topLeft) const
{
    const QRect card = cardAt(topLeft, m_size, m_shape == Shape::Tile ? m_place : 0);
    const QRect room = m_shape == Shape::Tile ? tileOf(card) : coverOf(card);
    const int side = playSide();
    const int top
        = m_shape == Shape::Tile ? room.top() + space::kS : room.bottom() - side - space::kS;
    return { room.right() - side - space::kS, top, side, side };
}

int CardDelegate::playSide() const
{
    return scaledCover(m_density == Density::Compact ? kCompactPlay : kPlay);
}

int CardDelegate::padding() const
{
    return m_density == Density::Compact ? space::kS : space::kM;
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return { qMax(m_place, m_size.width()), m_size.height() };
}

void CardDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colors c = colorsOf(option.palette);
    const QRect card = cardAt(option.rect.topLeft(), m_size, m_shape == Shape::Tile ? m_place : 0);
    const bool isHovered = m_hovered == index;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(PagedModelBase::PlaceholderRole).toBool()) {
        paintBeingRead(*painter, card, c);
    } else if (m_shape == Shape::Tile) {
        paintTile(*painter, option, card, index);
    } else {
        paintCover(*painter, option, card, index);
    }
    stylepaint::itemFocus(painter, option, card, c, space::kCardRadius);
    if (isHovered) {
        paintPlay(*painter, card, c);
    }
    painter->restore();
}

void CardDelegate::paintCover(QPainter& painter, const QStyleOptionViewItem& option,
    const QRect& card, const QModelIndex& index) const
{
    const Colors c = colorsOf(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected || m_hovered == index) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isSelected ? c.selection : c.hover);
        painter.drawRoundedRect(card, space::kCardRadius, space::kCardRadius);
    }
    const QRect cover = coverOf(card);
    const bool isRound = index.data(RoundRole).toBool();
    m_covers.paint(&painter, cover, index.data(ThumbRole).toString(),
        index.data(IconNameRole).toString(), option.palette,
        isRound ? cover.width() / 2.0 : space::kCardRadius);
    if (const QString badge = index.data(BadgeRole).toString(); !badge.isEmpty()) {
        paintBadge(painter, cover, badge, c);
    }
    const QRect room(cover.left(), cover.bottom() + 1 + space::kXs, cover.width(),
        m_titleHeight + 1 + m_lineHeight);
    paintLines(
        painter, room, index, { isRound ? Qt::AlignHCenter : Qt::AlignLeft, c.text, c.secondary });
}

void CardDelegate::paintBadge(
    QPainter& painter, const QRect& cover, const QString& iconName, const Colors& colors)
{
    const int side = scaledCover(kBadge);
    const QRect badge(cover.left() + space::kS, cover.top() + space::kS, side, side);
    QColor plate = colors.raised;
    plate.setAlphaF(0.9F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawEllipse(badge);
    const int inset = side / 5;
    drawIcon(&painter, badge.adjusted(inset, inset, -inset, -inset), iconName, colors.text);
}

void CardDelegate::paintTile(QPainter& painter, const QStyleOptionViewItem& option,
    const QRect& card, const QModelIndex& index) const
{
    const QRect tile = tileOf(card);
    const QColor color = colorFor(index.data().toString());
    const bool isLit = m_hovered == index || option.state & QStyle::State_Selected;
    QLinearGradient fill(tile.topLeft(), tile.bottomRight());
    fill.setColorAt(0, isLit ? color.lighter(114) : color);
    fill.setColorAt(1, isLit ? color : color.darker(140));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(tile, space::kCardRadius, space::kCardRadius);
    const int texts = m_titleHeight + 1 + m_lineHeight;
    const QRect room(tile.left() + padding(), tile.bottom() + 1 - padding() - texts,
        tile.width() - 2 * padding(), texts);
    paintLines(painter, room, index, { Qt::AlignLeft, Qt::white, QColor(255, 255, 255, 225) });
}

void CardDelegate::paintBeingRead(QPainter& painter, const QRect& card, const Colors& colors) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.hover);
    const QRect cover = m_shape == Shape::Tile ? tileOf(card) : coverOf(card);
    painter.drawRoundedRect(cover, space::kCardRadius, space::kCardRadius);
    if (m_shape == Shape::Cover) {
        const int bar = m_titleHeight / 2;
        const QRectF line(cover.left(), cover.bottom() + space::kS, cover.width() * 0.7, bar);
        painter.drawRoundedRect(line, bar / 2.0, bar / 2.0);
    }
}

void CardDelegate::paintLines(
    QPainter& painter, const QRect& room, const QModelIndex& index, const Look& look) const
{
    const auto line = [this, &painter, &room, &look](int y, Role role, const QString& text) {
        const int height = role == Role::Title ? m_titleHeight : m_lineHeight;
        painter.setFont(fontOfLine(role));
        m_lines.draw(painter, QRect(room.left(), y, room.width(), height), look.alignment, text);
    };
    painter.setPen(look.title);
    line(room.top(), Role::Title, index.data().toString());
    painter.setPen(look.line);
    line(room.top() + m_titleHeight + 1, Role::Line, index.data(SubtitleRole).toString());
}

const QFont& CardDelegate::fontOfLine(Role role) const
{
    return role == Role::Title ? m_titleFont : m_lineFont;
}

void CardDelegate::paintPlay(QPainter& painter, const QRect& card, const Colors& colors) const
{
    const QRect play = playButton(card.topLeft());
    const bool canPlay = m_capabilities.can(account::Feature::Play);
    painter.setPen(Qt::NoPen);
    painter.setBrush(canPlay ? colors.accent : colors.control);
    painter.drawEllipse(play);
    const int inset = play.width() / 4;
    drawIcon(&painter, play.adjusted(inset, inset, -inset, -inset), u"play"_s,
        canPlay ? colors.onAccent : colors.tertiary);
}

} // namespace ui

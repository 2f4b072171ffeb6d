// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textlines.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <limits>

namespace ui {

namespace {

constexpr qsizetype kLongest = 300; // characters
constexpr int kAll = std::numeric_limits<int>::max(); // of the line, however wide

/// As much of @p text as is shown at most, however much room there is.
QString beginOf(const QString& text)
{
    return text.size() <= kLongest ? text : text.left(kLongest) + u'\u2026';
}

/// Of one line, whatever a server sends.
QString inOneLine(QString text)
{
    for (QChar& c : text) {
        const bool ends = c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        c = ends || c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return text;
}

} // namespace

TextLines::TextLines(qint64 kept)
    : m_lines(kept)
{
}

void TextLines::draw(
    QPainter& painter, const QRectF& room, Qt::Alignment alignment, const QString& text)
{
    if (text.isEmpty() || room.width() <= 0) {
        return;
    }
    const Line shown = fitting(painter.font(), text, int(room.width()));
    const Qt::Alignment side = QStyle::visualAlignment(painter.layoutDirection(), alignment);
    const double spare = room.width() - shown.width;
    const double left = side & Qt::AlignHCenter ? spare / 2 : side & Qt::AlignRight ? spare : 0;
    const double top = (room.height() - shown.height) / 2 + shown.top;
    shown.layout->draw(&painter, room.topLeft() + QPointF(left, top));
}

double TextLines::width(const QFont& font, const QString& text)
{
    return line(font, beginOf(text), kAll).width;
}

TextLines::Line TextLines::fitting(const QFont& font, const QString& text, int width)
{
    const QString begin = beginOf(text);
    const Line whole = line(font, begin, kAll);
    return whole.width <= width ? whole : line(font, begin, width);
}

TextLines::Line TextLines::line(const QFont& font, const QString& text, int width)
{
    const Key key { text, font, width };
    if (const Line* known = m_lines.find(key)) {
        return *known;
    }
    const QFontMetricsF metrics(font);
    const QString whole = inOneLine(text);
    const auto layout = std::make_shared<QTextLayout>(
        width == kAll ? whole : metrics.elidedText(whole, Qt::ElideRight, width), font);
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute); // it has no other side yet
    option.setWrapMode(QTextOption::NoWrap);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    const QTextLine laidOut = layout->createLine();
    layout->endLayout();
    Line made { layout, laidOut.naturalTextWidth(), metrics.height(),
        metrics.ascent() - laidOut.ascent() };
    m_lines.insert(key, made, 1);
    return made;
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textlabel.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

TextLabel::TextLabel(TextRole role, Tone tone, QWidget* parent)
    : QLabel(parent)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    setFont(fontOf(role));
}

TextLabel::TextLabel(const QString& text, TextRole role, Tone tone, QWidget* parent)
    : TextLabel(role, tone, parent)
{
    setText(text);
}

void TextLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void TextLabel::setText(const QString& text)
{
    if (text != this->text()) {
        QLabel::setText(text);
        updateGeometry();
    }
}

QSize TextLabel::sizeHint() const
{
    if (wordWrap()) {
        return QLabel::sizeHint();
    }
    const QFontMetrics metrics(font());
    return { metrics.horizontalAdvance(text()) + 2 + contentsMargins().left()
            + contentsMargins().right(),
        metrics.height() };
}

QSize TextLabel::minimumSizeHint() const
{
    if (wordWrap()) {
        return QLabel::minimumSizeHint();
    }
    const QFontMetrics metrics(font());
    return { qMin(sizeHint().width(), metrics.horizontalAdvance(QChar(0x2026)) * 3),
        metrics.height() };
}

void TextLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(isEnabled() ? colorOf(palette(), m_tone)
                               : palette().color(QPalette::Disabled, QPalette::Text));
    const QRect box = contentsRect();
    if (wordWrap()) {
        painter.drawText(box, int(alignment()) | Qt::TextWordWrap, text());
        return;
    }
    painter.drawText(box, int(alignment()) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, box.width()));
}

bool TextLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        restyle();
    } else if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !wordWrap()) {
        if (sizeHint().width() > width()) {
            // Not rich text, whatever a title contains.
            QToolTip::showText(
                static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
            return true;
        }
    }
    return QLabel::event(event);
}

void TextLabel::restyle()
{
    setFont(fontOf(m_role));
    updateGeometry();
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/textlabel.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWrapWidth = 420; // of a paragraph that nothing else limits

} // namespace

TextLabel::TextLabel(TextRole role, Tone tone, QWidget* parent)
    : QLabel(parent)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy = sizePolicy();
    policy.setHorizontalPolicy(QSizePolicy::Preferred);
    setSizePolicy(policy);
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

QSize TextLabel::wrapped(int width) const
{
    const QMargins margins = contentsMargins();
    const QRect box(0, 0, qMax(1, width - margins.left() - margins.right()), QWIDGETSIZE_MAX);
    const QSize text = QFontMetrics(fontOf(m_role))
                           .boundingRect(box, int(alignment()) | Qt::TextWordWrap, this->text())
                           .size();
    return text + QSize(margins.left() + margins.right() + 1, margins.top() + margins.bottom());
}

int TextLabel::heightForWidth(int width) const
{
    // A layout asks for its own width, also where the label may not become that wide.
    return wordWrap() ? wrapped(qMin(width, maximumWidth())).height() : -1;
}

QSize TextLabel::sizeHint() const
{
    if (wordWrap()) {
        return wrapped(qMax(minimumWidth(), qMin(maximumWidth(), scaled(kWrapWidth))));
    }
    const QFontMetrics metrics(fontOf(m_role));
    const QMargins margins = contentsMargins();
    return { metrics.horizontalAdvance(text()) + 2 + margins.left() + margins.right(),
        metrics.height() + margins.top() + margins.bottom() };
}

QSize TextLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(fontOf(m_role));
    const int least = metrics.horizontalAdvance(QChar(0x2026)) * 3;
    return { wordWrap() ? least : qMin(sizeHint().width(), least),
        metrics.height() + contentsMargins().top() + contentsMargins().bottom() };
}

void TextLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(m_role));
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
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    } else if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !wordWrap()) {
        if (sizeHint().width() > width()) {
            QToolTip::showText(
                static_cast<QHelpEvent*>(event)->globalPos(), plainToolTip(text()), this);
            return true;
        }
    }
    return QLabel::event(event);
}

QString plainToolTip(const QString& text)
{
    // Qt guesses whether a tooltip is rich text, entities alone do not convince it: a tag does.
    return text.isEmpty() ? QString() : u"<span>"_s + text.toHtmlEscaped() + u"</span>"_s;
}

} // namespace ui

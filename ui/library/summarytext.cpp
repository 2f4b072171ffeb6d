// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/summarytext.h"

#include "ui/common/linkbutton.h"

#include <QBoxLayout>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kLinesAtFirst = 3;
constexpr int kTextWidth = 760; // longer lines are hard to follow
constexpr qsizetype kLongest = 20'000; // of an encyclopaedia's article this is enough

} // namespace

ClampedText::ClampedText(TextRole role, Tone tone, QWidget* parent)
    : TextLabel(role, tone, parent)
    , m_role(role)
    , m_tone(tone)
{
    setWordWrap(true);
}

void ClampedText::setLines(int lines)
{
    m_lines = lines;
    updateGeometry();
    update();
}

QStringList ClampedText::broken(int width, int most) const
{
    QString plain = text();
    plain.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(plain, fontOf(m_role));
    QTextOption option(alignment());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width));
        if (most > 0 && lines.size() == most - 1) {
            lines.append(plain.mid(line.textStart())); // elided when it is painted
            break;
        }
        lines.append(plain.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

bool ClampedText::isCut(int width) const
{
    if (m_lines == 0) {
        return false;
    }
    return broken(width, m_lines + 1).size() > m_lines;
}

int ClampedText::heightForWidth(int width) const
{
    const QFontMetrics metrics(fontOf(m_role));
    return int(broken(qMin(width, maximumWidth()), m_lines).size()) * metrics.lineSpacing();
}

QSize ClampedText::sizeHint() const
{
    const int width = qMin(maximumWidth(), scaled(kTextWidth));
    return { width, heightForWidth(width) };
}

void ClampedText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(m_role));
    painter.setPen(colorOf(palette(), m_tone));
    const QFontMetrics metrics(fontOf(m_role));
    const int flags = int(alignment()) | Qt::TextSingleLine;
    int y = 0;
    for (QString line : broken(width(), m_lines)) {
        line.replace(QChar::LineSeparator, u' ');
        painter.drawText(QRect(0, y, width(), metrics.height()), flags,
            metrics.elidedText(line, Qt::ElideRight, width()));
        y += metrics.lineSpacing();
    }
}

SummaryText::SummaryText(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_text(new ClampedText(TextRole::Body, Tone::Secondary))
    , m_more(new LinkButton)
{
    m_text->setObjectName(name + u"Summary"_s);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_more->setObjectName(name + u"SummaryMore"_s);
    onTextSize(this, [this] { m_text->setMaximumWidth(scaled(kTextWidth)); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kL, 0, space::kL, space::kM);
    column->setSpacing(space::kXs);
    column->addWidget(m_text);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    connect(m_more, &QPushButton::clicked, this, [this] { setOpen(!m_isOpen); });
    setOpen(false);
    hide();
}

void SummaryText::setText(const QString& text)
{
    const QString shown = text.trimmed().left(kLongest);
    if (shown != m_text->text()) {
        m_text->setText(shown);
        setOpen(false);
    }
    setVisible(!shown.isEmpty());
}

void SummaryText::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    m_text->setLines(isOpen ? 0 : kLinesAtFirst);
    m_more->setText(isOpen ? tr("Less") : tr("More"));
    m_more->setAccessibleName(isOpen ? tr("Shorten the text") : tr("Show the whole text"));
    updateLink();
}

void SummaryText::updateLink()
{
    const int room = qMin(width() - 2 * space::kL, m_text->maximumWidth());
    m_more->setVisible(m_isOpen || m_text->isCut(room));
}

void SummaryText::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updateLink();
}

} // namespace ui

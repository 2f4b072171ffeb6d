// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sectioncard.h"

#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace ui {

SectionCard::SectionCard(const QString& title, const QString& text)
    : m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::kL, space::kM, space::kL, space::kL);
    m_column->setSpacing(space::kS);
    m_column->addWidget(new TextLabel(title, TextRole::Title));
    auto* about = new TextLabel(text, TextRole::Caption, Tone::Secondary);
    about->setWordWrap(true);
    m_column->addWidget(about);
    m_column->addSpacing(space::kS);
}

void SectionCard::add(QWidget* widget)
{
    m_column->addWidget(widget);
}

void SectionCard::add(QLayout* layout)
{
    m_column->addLayout(layout);
}

void SectionCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(palette());
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.canvas);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kCardRadius, space::kCardRadius);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/shelf.h"

#include "ui/common/icons.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

Shelf::Shelf(const QString& title, const QString& name, Covers& covers, Capabilities& capabilities,
    QWidget* parent)
    : QWidget(parent)
    , m_grid(new CoverGrid(covers, capabilities, CoverGrid::Layout::Shelf))
    , m_back(new QToolButton)
    , m_forward(new QToolButton)
{
    m_grid->setObjectName(name);
    m_grid->setAccessibleName(title);
    const auto setupArrow = [this, &name](QToolButton* button, const QString& iconName,
                                const QString& text, const QString& suffix, int direction) {
        button->setObjectName(name + suffix);
        button->setIcon(icon(iconName));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(
            button, &QToolButton::clicked, m_grid, [this, direction] { m_grid->page(direction); });
    };
    setupArrow(m_back, u"chevron-left"_s, tr("Back in %1").arg(title), u"Back"_s, -1);
    setupArrow(m_forward, u"chevron-right"_s, tr("On in %1").arg(title), u"Forward"_s, 1);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kS, 0, space::kS, 0);
    head->setSpacing(space::kXs);
    head->addWidget(new TextLabel(title, TextRole::Title), 1);
    head->addWidget(m_back);
    head->addWidget(m_forward);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::kM);
    column->setSpacing(space::kXs);
    column->addLayout(head);
    column->addWidget(m_grid);
    connect(m_grid, &CoverGrid::scrolled, this, &Shelf::updateArrows);
    hide();
}

void Shelf::setCards(const QList<Card>& cards)
{
    m_grid->setCards(cards);
    setVisible(!cards.isEmpty());
    updateArrows();
}

void Shelf::updateArrows()
{
    m_back->setEnabled(m_grid->canPage(-1));
    m_forward->setEnabled(m_grid->canPage(1));
}

} // namespace ui

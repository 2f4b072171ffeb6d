// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/cardsection.h"

#include "ui/common/format.h"
#include "ui/common/linkbutton.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

CardSection::CardSection(const QString& title, const QString& name, Covers& covers,
    Capabilities& capabilities, QWidget* parent)
    : QWidget(parent)
    , m_count(new TextLabel(TextRole::Body, Tone::Tertiary))
    , m_grid(new WrapGrid(covers, capabilities))
    , m_all(new LinkButton)
{
    m_grid->setObjectName(name);
    m_grid->setAccessibleName(title);
    m_all->setObjectName(name + u"All"_s);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kS, 0, space::kS, 0);
    head->setSpacing(space::kS);
    head->addWidget(new TextLabel(title, TextRole::Title));
    head->addWidget(m_count);
    head->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kS, 0, space::kS, 0);
    foot->addWidget(m_all);
    foot->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kM, 0, space::kM, space::kM);
    column->setSpacing(space::kXs);
    column->addLayout(head);
    column->addWidget(m_grid);
    column->addLayout(foot);
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = true;
        fill();
        m_grid->setFocus();
    });
    fill();
}

void CardSection::reset()
{
    m_showsAll = false;
}

void CardSection::setCards(const QList<Card>& cards)
{
    m_cards = cards;
    fill();
}

void CardSection::fill()
{
    const bool isCut = !m_showsAll && m_cards.size() > kAtFirst;
    m_grid->setCards(isCut ? m_cards.mid(0, kAtFirst) : m_cards);
    m_count->setText(format::count(m_cards.size()));
    m_all->setText(tr("Show all %1").arg(format::count(m_cards.size())));
    m_all->setAccessibleName(tr("%1: show all", "a headline").arg(m_grid->accessibleName()));
    m_all->setVisible(isCut);
    setVisible(!m_cards.isEmpty());
}

} // namespace ui

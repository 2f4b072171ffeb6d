// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pagehead.h"

#include "ui/common/capabilities.h"
#include "ui/common/coverlabel.h"
#include "ui/common/dragging.h"
#include "ui/common/icons.h"
#include "ui/common/style.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

PageHead::PageHead(
    Covers& covers, Capabilities& capabilities, int cover, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_covers(covers)
    , m_capabilities(capabilities)
    , m_cover(new CoverLabel(covers, cover))
    , m_coverSide(cover)
    , m_kind(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_name(new TextLabel(TextRole::Display))
    , m_facts(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_summary(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_play(new QPushButton(icon(u"play"_s, Tone::OnAccent), tr("Play")))
    , m_shuffle(new QPushButton(icon(u"shuffle"_s), tr("Shuffle")))
    , m_underName(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_beside(new QHBoxLayout)
    , m_doing(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_name->setObjectName(name + u"Title"_s);
    m_play->setObjectName(name + u"Play"_s);
    m_shuffle->setObjectName(name + u"Shuffle"_s);
    makePrimary(m_play);
    capabilities.bind(*m_play, account::Feature::Play);
    capabilities.bind(*m_shuffle, account::Feature::Play);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    row->setSpacing(space::kL);
    row->addWidget(m_cover, 0, Qt::AlignBottom);
    row->addLayout(makeTexts(), 1);
    onTextSize(this, [this] { arrange(); });
    connect(m_play, &QPushButton::clicked, this, &PageHead::playRequested);
    connect(m_shuffle, &QPushButton::clicked, this, &PageHead::shuffleRequested);
}

QVBoxLayout* PageHead::makeTexts()
{
    m_buttons->setSpacing(space::kS);
    m_buttons->addWidget(m_play);
    m_buttons->addWidget(m_shuffle);
    for (QHBoxLayout* part : { m_buttons, m_beside }) {
        m_doing->addLayout(part);
        m_doing->setAlignment(part, Qt::AlignLeft | Qt::AlignVCenter);
    }
    m_doing->addStretch();
    m_underName->setSpacing(space::kXs);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::kXs);
    texts->addStretch();
    texts->addWidget(m_kind);
    texts->addWidget(m_name);
    texts->addLayout(m_underName);
    texts->addWidget(m_facts);
    texts->addWidget(m_summary);
    texts->addSpacing(space::kS);
    texts->addLayout(m_doing);
    return texts;
}

void PageHead::setCover(const QString& thumb, const QString& iconName)
{
    m_cover->setCover(thumb, iconName);
    m_thumb = thumb;
    m_iconName = iconName;
}

void PageHead::setDrag(std::function<ItemDrag()> items, std::function<QString()> owner)
{
    for (QWidget* handle : std::initializer_list<QWidget*> { m_cover, m_name }) {
        new DragHandle(*handle, m_covers, [this, items, owner] { // a child of the handle
            Dragging what = Dragging::one(
                items(), m_name->text(), owner ? owner() : QString(), m_thumb, m_iconName);
            what.shownSide = m_cover->width();
            what.shownRadius = m_cover->radius();
            return what;
        });
    }
}

void PageHead::setKind(const QString& kind)
{
    m_kind->setText(kind);
}

void PageHead::setName(const QString& name)
{
    m_name->setText(name);
}

void PageHead::setFacts(const QStringList& facts)
{
    m_facts->setText(facts.join(u" · "_s));
    m_facts->setVisible(!facts.isEmpty());
}

void PageHead::setSummary(const QStringList& parts)
{
    m_summary->setText(parts.join(u" · "_s));
    m_summary->setVisible(!parts.isEmpty());
}

void PageHead::setPlayable(bool playable)
{
    m_capabilities.allow(*m_play, playable);
    m_capabilities.allow(*m_shuffle, playable);
}

void PageHead::addUnderName(QWidget* widget)
{
    m_underName->addWidget(widget, 0, Qt::AlignLeft);
}

void PageHead::addBesideButtons(QWidget* widget)
{
    m_beside->addWidget(widget, 0, Qt::AlignLeft | Qt::AlignVCenter);
    arrange();
}

bool PageHead::isTooNarrow() const
{
    const int needed = 3 * space::kL + scaledCover(m_coverSide) + m_buttons->sizeHint().width()
        + space::kM + m_beside->sizeHint().width();
    return width() < needed;
}

void PageHead::arrange()
{
    m_isNarrow = isTooNarrow();
    m_cover->setSide(m_isNarrow ? m_coverSide / 2 : m_coverSide);
    layout()->setAlignment(m_cover, m_isNarrow ? Qt::AlignTop : Qt::AlignBottom);
    m_doing->setDirection(m_isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_doing->setSpacing(m_isNarrow ? space::kS : space::kM);
}

bool PageHead::event(QEvent* event)
{
    // What stands beside the buttons came, went or grew with the text: no resize tells that.
    if (event->type() == QEvent::LayoutRequest && isTooNarrow() != m_isNarrow) {
        arrange();
    }
    return QWidget::event(event);
}

void PageHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace ui

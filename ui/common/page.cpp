// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page.h"

#include "ui/common/errorbar.h"
#include "ui/common/pagescroll.h"
#include "ui/common/textlabel.h"
#include "ui/common/tracktable.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace ui {

QWidget* scrolled(QWidget* child, const QString& name)
{
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(child, 100);
    row->addStretch(1);
    auto* scroll = new PageScroll(content);
    scroll->setObjectName(name);
    return scroll;
}

QWidget* inset(QWidget* child)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(space::kM, 0, 0, 0);
    row->addWidget(child);
    return box;
}

Page::Page(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::Display))
    , m_subtitle(new TextLabel(TextRole::Body, Tone::Secondary))
    , m_header(new QWidget)
    , m_actions(new QHBoxLayout)
    , m_column(new QVBoxLayout)
    , m_errorBar(new ErrorBar(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(u"pageTitle"_s);
    m_subtitle->setObjectName(u"pageSubtitle"_s);
    m_subtitle->setWordWrap(true);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(space::kL, space::kL, space::kL, space::kM);
    m_headerRow->setSpacing(space::kM);
    m_headerRow->addLayout(texts, 1);
    m_actions->setSpacing(space::kS);
    m_headerRow->addLayout(m_actions);
    m_headerRow->setAlignment(m_actions, Qt::AlignBottom);
    m_header->installEventFilter(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    auto* body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    body->setLayout(m_column);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new PageScroll(body));
    m_errorBar->installEventFilter(this);
}

void Page::open(const Route&) { }

void Page::setDensity(Density) { }

void Page::forget() { }

void Page::enter()
{
    focusTarget()->setFocus();
}

StatePage::State Page::state() const
{
    return m_pageStates ? m_pageStates->state() : StatePage::State::Content;
}

StatePage* Page::makeStates(QWidget* content, StatePage::Skeleton skeleton)
{
    m_pageStates = new StatePage(content, skeleton, this);
    connect(m_pageStates, &StatePage::settled, this, &Page::settled);
    return m_pageStates;
}

QString Page::title() const
{
    return m_title->text();
}

void Page::setHeader(const QString& title, const QString& subtitle)
{
    const bool isAnother = title != m_title->text();
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
    setAccessibleName(title);
    if (isAnother) {
        Q_EMIT titleChanged();
    }
}

void Page::hideHeader()
{
    m_header->hide();
}

void Page::addHeaderWidget(QWidget* widget)
{
    m_actions->addWidget(widget);
}

void Page::setContent(QWidget* content)
{
    m_column->insertWidget(1, content, 1);
}

void Page::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeErrorBar();
}

bool Page::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_errorBar
        && (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest)) {
        placeErrorBar();
    }
    if (watched == m_header
        && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        arrangeHeader();
    }
    return QWidget::eventFilter(watched, event);
}

void Page::arrangeHeader()
{
    constexpr int kLongTitle = 240; // is shortened rather than that the actions go below it
    const QMargins margins = m_headerRow->contentsMargins();
    const int title = qMin(m_title->sizeHint().width(), scaled(kLongTitle));
    const int needed = margins.left() + title + m_headerRow->spacing()
        + m_actions->minimumSize().width() + margins.right();
    const bool isNarrow = m_actions->count() > 0 && needed > m_header->width();
    const auto direction = isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction == m_headerRow->direction()) {
        return;
    }
    m_headerRow->setDirection(direction);
    m_headerRow->setAlignment(
        m_actions, isNarrow ? Qt::AlignLeft | Qt::AlignTop : Qt::Alignment(Qt::AlignBottom));
}

void Page::placeErrorBar()
{
    const int width = this->width() - 2 * space::kM;
    const int height = m_errorBar->heightForWidth(width);
    m_errorBar->setGeometry(space::kM, this->height() - height - space::kM, width, height);
    m_errorBar->raise();
}

void TrackPage::setDensity(Density density)
{
    table().setCompact(density == Density::Compact);
}

void TrackPage::forget()
{
    table().forgetRows();
}

} // namespace ui

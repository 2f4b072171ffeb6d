// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panes.h"

#include "ui/common/page.h"
#include "ui/common/theme.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/pane.h"

#include <QApplication>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kLeastWidth = 400; // of a pane beside another, at 100 % text

} // namespace

Panes::Panes(PageHub& hub, QWidget* parent)
    : LineSplitter(parent)
    , m_hub(hub)
{
    setObjectName(u"panes"_s);
    setChildrenCollapsible(false);
    m_current = addPane();
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (Pane* pane = paneOf(now)) {
            setCurrent(pane);
        }
    });
    qApp->installEventFilter(this);
}

Panes::~Panes()
{
    // Its children lose the focus when they go, which is after this part of it.
    disconnect(qApp, nullptr, this, nullptr);
}

Pane* Panes::addPane()
{
    auto* pane = new Pane(m_hub);
    m_panes.append(pane);
    addWidget(pane);
    connect(&pane->host(), &PageHost::pageMade, this, &Panes::pageMade);
    connect(&pane->host(), &PageHost::moved, this, [this, pane] {
        if (pane == m_current) {
            Q_EMIT moved();
        }
    });
    connect(pane, &Pane::closeRequested, this, [this, pane] { closePane(pane); });
    return pane;
}

void Panes::start(const Route& route)
{
    if (areTwo()) {
        closePane(other());
    }
    current().start(route);
}

void Panes::startTwo(const Route& first, const Route& second, const QList<int>& sizes)
{
    start(first);
    Pane* pane = m_current;
    open(second, OpenIn::NewPane);
    setSizes(sizes);
    setCurrent(pane);
    current().focusPage();
}

QList<Route> Panes::routes() const
{
    QList<Route> routes;
    routes.reserve(m_panes.size());
    for (const Pane* pane : m_panes) {
        routes.append(pane->host().route());
    }
    return routes;
}

PageHost& Panes::current() const
{
    return m_current->host();
}

Pane* Panes::other() const
{
    return m_panes.at(m_panes.constFirst() == m_current ? 1 : 0);
}

Pane* Panes::paneOf(const QObject* object) const
{
    const auto* widget = qobject_cast<const QWidget*>(object);
    const auto pane = std::ranges::find_if(
        m_panes, [widget](const Pane* each) { return widget && each->isAncestorOf(widget); });
    return pane == m_panes.end() ? nullptr : *pane;
}

void Panes::open(const Route& route, OpenIn where)
{
    if (where == OpenIn::Here) {
        current().go(route);
    } else if (areTwo()) {
        setCurrent(other());
        current().go(route);
        current().focusPage();
    } else {
        Pane* pane = addPane();
        const int half = (orientation() == Qt::Horizontal ? width() : height()) / 2;
        setSizes({ half, half });
        m_current = pane;
        current().start(route);
        showWhichIsCurrent();
    }
}

void Panes::openFrom(const Page& page, const Route& route, OpenIn where)
{
    setCurrent(paneOf(&page));
    open(route, where);
}

void Panes::closeCurrent()
{
    closePane(m_current);
}

void Panes::closePane(Pane* pane)
{
    if (!areTwo()) {
        return;
    }
    Pane* left = m_panes.at(m_panes.constFirst() == pane ? 1 : 0);
    const bool hadFocus = pane->isAncestorOf(window()->focusWidget());
    m_panes.removeOne(pane);
    pane->hide();
    pane->deleteLater();
    m_current = left;
    showWhichIsCurrent();
    if (hadFocus) {
        current().focusPage();
    }
    Q_EMIT moved();
}

void Panes::focusOther()
{
    if (areTwo()) {
        setCurrent(other());
    }
    current().focusPage();
}

void Panes::setCurrent(Pane* pane)
{
    if (pane && pane != m_current) {
        m_current = pane;
        showWhichIsCurrent();
        Q_EMIT moved();
    }
}

void Panes::showWhichIsCurrent()
{
    for (Pane* pane : std::as_const(m_panes)) {
        pane->setPlace(areTwo(), pane == m_current);
    }
}

bool Panes::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseButtonDblClick) {
        return false;
    }
    // Before whatever is under the mouse: to most of it these buttons are like any other.
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const auto* widget = qobject_cast<QWidget*>(watched);
    const bool isBack = mouse->button() == Qt::BackButton;
    if ((!isBack && mouse->button() != Qt::ForwardButton) || !widget || widget->window() != window()
        || !isVisible()) {
        return false;
    }
    Pane* pane = paneOf(widget);
    setCurrent(pane ? pane : m_current);
    if (isBack) {
        current().goBack();
    } else {
        current().goForward();
    }
    return true;
}

void Panes::resizeEvent(QResizeEvent* event)
{
    setOrientation(width() >= 2 * scaled(kLeastWidth) ? Qt::Horizontal : Qt::Vertical);
    LineSplitter::resizeEvent(event);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/routelink.h"

#include "ui/common/openmenu.h"

#include <QContextMenuEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace ui {

RouteLink::RouteLink(QWidget* parent)
    : LinkButton(parent)
{
    connect(this, &QPushButton::clicked, this, [this] { open(OpenIn::Here); });
}

void RouteLink::open(OpenIn where)
{
    Q_EMIT routeRequested(m_route, where);
}

void RouteLink::keyPressEvent(QKeyEvent* event)
{
    if (opensNewPane(*event)) {
        open(OpenIn::NewPane);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        LinkButton::keyPressEvent(event);
    }
}

void RouteLink::mouseReleaseEvent(QMouseEvent* event)
{
    if (opensNewPane(*event) && rect().contains(event->position().toPoint())) {
        open(OpenIn::NewPane);
        return;
    }
    LinkButton::mouseReleaseEvent(event);
}

void RouteLink::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"linkMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addOpenActions(*menu, [this](OpenIn where) { open(where); });
    menu->popup(event->globalPos());
}

} // namespace ui

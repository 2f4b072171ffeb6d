// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/linkbutton.h"
#include "ui/common/route.h"

namespace ui {

/// A link to a page: a click or Enter opens it here; the middle button, Ctrl+Enter or its menu in a
/// new pane.
class RouteLink final : public LinkButton
{
    Q_OBJECT

public:
    explicit RouteLink(QWidget* parent = nullptr);

    void setRoute(const Route& route) { m_route = route; }

Q_SIGNALS:
    void routeRequested(const ui::Route& route, ui::OpenIn where);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void open(OpenIn where);

    Route m_route;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/route.h"

#include <QWidget>

namespace ui {

/// Above a list that is limited to a genre: the ways to the other lists of the same genre, and to
/// all genres. Hidden above a list of everything.
class GenreTabs final : public QWidget
{
    Q_OBJECT

public:
    /// @param here  the list it stands above; @param name  its widgets' objectNames begin so
    GenreTabs(Route::Place here, const QString& name, QWidget* parent = nullptr);

    void setGenre(const QString& genre);

Q_SIGNALS:
    void routeRequested(const ui::Route& route, ui::OpenIn where);

private:
    Route::Place m_here;
    QList<class RouteLink*> m_links;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"
#include "ui/common/route.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace ui {

/// Names the playlists that something is in and leads to them: some as links, the rest in a menu.
/// Hidden while there are none.
class PlaylistLinks final : public QWidget
{
    Q_OBJECT

public:
    /// @param name  its widgets' objectNames begin so
    explicit PlaylistLinks(const QString& name, QWidget* parent = nullptr);

    void setPlaylists(const QList<types::PlaylistRow>& playlists);

Q_SIGNALS:
    void routeRequested(const ui::Route& route, ui::OpenIn where);

private:
    void fillMenu();

    QString m_name;
    QHBoxLayout* m_links;
    QToolButton* m_more;
    QList<types::PlaylistRow> m_playlists;
};

} // namespace ui

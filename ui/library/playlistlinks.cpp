// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/playlistlinks.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/routelink.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype kLinks = 3;

} // namespace

PlaylistLinks::PlaylistLinks(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_links(new QHBoxLayout)
    , m_more(new QToolButton)
{
    setObjectName(name + u"Playlists"_s);
    m_more->setObjectName(name + u"MorePlaylists"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setMenu(new QMenu(m_more));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL, 0, space::kL, space::kS);
    row->setSpacing(space::kM);
    auto* label = new TextLabel(tr("In playlists:"), TextRole::Caption, Tone::Secondary);
    label->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Preferred);
    row->addWidget(label);
    m_links->setSpacing(space::kM);
    row->addLayout(m_links);
    row->addWidget(m_more);
    row->addStretch();
    connect(m_more->menu(), &QMenu::aboutToShow, this, &PlaylistLinks::fillMenu);
    setPlaylists({});
}

void PlaylistLinks::setPlaylists(const QList<types::PlaylistRow>& playlists)
{
    while (QLayoutItem* item = m_links->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> gone(item);
        gone->widget()->hide();
        gone->widget()->deleteLater(); // it may be what asks for this
    }
    m_playlists = playlists;
    for (const types::PlaylistRow& playlist : playlists.mid(0, kLinks)) {
        auto* link = new RouteLink;
        link->setObjectName(m_name + u"Playlist%1"_s.arg(m_links->count()));
        link->setText(playlist.title);
        link->setAccessibleName(tr("Playlist: %1").arg(playlist.title));
        link->setRoute(Route::playlist(playlist.id));
        connect(link, &RouteLink::routeRequested, this, &PlaylistLinks::routeRequested);
        m_links->addWidget(link);
    }
    const int more = int(qMax<qsizetype>(0, playlists.size() - kLinks));
    m_more->setText(tr("%Ln more", nullptr, more));
    m_more->setAccessibleName(tr("%Ln more playlist(s)", nullptr, more));
    m_more->setVisible(more > 0);
    setVisible(!playlists.isEmpty());
}

void PlaylistLinks::fillMenu()
{
    QMenu* menu = m_more->menu();
    menu->clear();
    for (const types::PlaylistRow& playlist : m_playlists.mid(kLinks)) {
        QAction* action = menu->addAction(
            icon(playlist.smart ? u"smart"_s : u"playlist"_s), format::label(playlist.title));
        connect(action, &QAction::triggered, this,
            [this, id = playlist.id] { Q_EMIT routeRequested(Route::playlist(id), OpenIn::Here); });
    }
}

} // namespace ui

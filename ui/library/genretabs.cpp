// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/genretabs.h"

#include "ui/common/routelink.h"
#include "ui/common/textlabel.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

namespace ui {

namespace {

struct Tab
{
    Place place;
    QString object;
    QString title;
};

QList<Tab> tabs()
{
    return { { Place::Albums, u"Albums"_s, GenreTabs::tr("Albums") },
        { Place::Artists, u"Artists"_s, GenreTabs::tr("Artists") },
        { Place::Tracks, u"Tracks"_s, GenreTabs::tr("Tracks") },
        { Place::Genres, u"Genres"_s, GenreTabs::tr("All genres") } };
}

} // namespace

GenreTabs::GenreTabs(Place here, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_here(here)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kL, 0, space::kL, space::kM);
    row->setSpacing(space::kM);
    for (const Tab& tab : tabs()) {
        if (tab.place == here) {
            row->addWidget(new TextLabel(tab.title, TextRole::Body, Tone::Accent));
            continue;
        }
        auto* link = new RouteLink;
        link->setObjectName(name + u"Genre"_s + tab.object);
        link->setText(tab.title);
        link->setRoute({ tab.place, 0, {} });
        connect(link, &RouteLink::routeRequested, this, &GenreTabs::routeRequested);
        row->addWidget(link);
        m_links.append(link);
    }
    row->addStretch();
    hide();
}

void GenreTabs::setGenre(const QString& genre)
{
    setVisible(!genre.isEmpty());
    qsizetype next = 0;
    for (const Tab& tab : tabs()) {
        if (tab.place == m_here) {
            continue;
        }
        RouteLink* link = m_links.at(next++);
        const bool isList = tab.place != Place::Genres;
        link->setRoute(Route::genre(tab.place, isList ? genre : QString()));
        link->setAccessibleName(
            isList ? tr("%1 of the genre %2", "artists, Jazz").arg(tab.title, genre) : tab.title);
    }
}

} // namespace ui

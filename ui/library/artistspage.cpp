// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/artistspage.h"

#include "ui/common/format.h"
#include "ui/library/genretabs.h"

using namespace Qt::StringLiterals;
using library::ArtistSort;

namespace ui {

ArtistsPage::ArtistsPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : GridPage(library, covers, capabilities, { u"artists"_s, tr("Artists"), tr("Filter artists") },
        parent)
    , m_library(library)
    , m_model(library)
    , m_tabs(new GenreTabs(Route::Place::Artists, u"artists"_s))
{
    const auto choice = [](const char* key, const QString& title, ArtistSort sort) {
        return SortChoice { key, title, int(sort), sort != ArtistSort::Title };
    };
    setupGrid(m_model,
        { choice("title", tr("Name"), ArtistSort::Title),
            choice("added", tr("Date added"), ArtistSort::Added),
            choice("rating", tr("Rating"), ArtistSort::Rating),
            choice("played", tr("Last played"), ArtistSort::LastPlayed),
            choice("plays", tr("Plays"), ArtistSort::Plays) });
    grid().setRatable(true);
    addAbove(m_tabs);
    connect(m_tabs, &GenreTabs::routeRequested, this, &ArtistsPage::routeRequested);
}

void ArtistsPage::open(const Route& route)
{
    if (std::exchange(m_isOpened, true) && route.text == m_genre) {
        return;
    }
    m_genre = route.text;
    setHeading(m_genre.isEmpty() ? tr("Artists") : m_genre);
    m_tabs->setGenre(m_genre);
    if (m_library.isOpen()) {
        requery();
    }
}

void ArtistsPage::follow(const db::ChangeSet& changes)
{
    m_model.follow(changes);
}

void ArtistsPage::query()
{
    library::ArtistQuery query;
    query.sort = static_cast<ArtistSort>(sort());
    query.descending = isDescending();
    query.text = filterText();
    if (!m_genre.isEmpty()) {
        query.genres = QStringList { m_genre };
    }
    m_model.show(query);
}

util::Future<QList<library::JumpMark>> ArtistsPage::readMarks(std::stop_token stop)
{
    const auto order = library::listOrderOf(m_model.query());
    return order ? m_library.jumpMarks(m_model.spine(), *order, std::move(stop))
                 : util::async::ready<QList<library::JumpMark>>(QList<library::JumpMark>());
}

util::Future<qint64> ArtistsPage::findRow(const QString& text, qint64 from, std::stop_token stop)
{
    return m_library.rowBeginningWith(
        m_model.spine(), library::listOrderOf(m_model.query()), text, from, std::move(stop));
}

QString ArtistsPage::countText(int rows) const
{
    return format::artists(rows);
}

GridPage::Absence ArtistsPage::absence() const
{
    if (!m_genre.isEmpty()) {
        return { u"genre"_s, tr("No artists of this genre"),
            tr("The library has changed since this genre was listed."), tr("Show all artists") };
    }
    return { u"artist"_s, tr("No artists yet"),
        tr("The artists of your Plex server appear here, also offline. The first synchronisation "
           "fills this list."),
        tr("Synchronise now"), true };
}

QString ArtistsPage::failureText() const
{
    return tr("The artists could not be read.");
}

Route ArtistsPage::routeOf(qint64 id) const
{
    const types::ArtistRow* artist = m_model.rowAtHand(m_model.rowOf(id));
    return Route::artist({ id }, artist ? artist->title : QString());
}

void ArtistsPage::fillMenu(QMenu& menu, qint64 id)
{
    addRating(menu, id);
}

void ArtistsPage::firstStep()
{
    if (m_genre.isEmpty()) {
        GridPage::firstStep();
    } else {
        Q_EMIT routeRequested({ Route::Place::Artists, 0, {} }, OpenIn::Here);
    }
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/albumspage.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/library/genretabs.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using library::AlbumSort;

namespace ui {

AlbumsPage::AlbumsPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : GridPage(
        library, covers, capabilities, { u"albums"_s, tr("Albums"), tr("Filter albums") }, parent)
    , m_library(library)
    , m_model(library)
    , m_tabs(new GenreTabs(Route::Place::Albums, u"albums"_s))
{
    const auto choice = [](const char* key, const QString& title, AlbumSort sort) {
        const bool isText = sort == AlbumSort::Artist || sort == AlbumSort::Title;
        return SortChoice { key, title, int(sort), !isText };
    };
    setupGrid(m_model,
        { choice("artist", tr("Artist"), AlbumSort::Artist),
            choice("title", tr("Title"), AlbumSort::Title),
            choice("year", tr("Year"), AlbumSort::Year),
            choice("added", tr("Date added"), AlbumSort::Added),
            choice("rating", tr("Rating"), AlbumSort::Rating),
            choice("played", tr("Last played"), AlbumSort::LastPlayed),
            choice("plays", tr("Plays"), AlbumSort::Plays) });
    grid().setRatable(true);
    addAbove(m_tabs);
    connect(m_tabs, &GenreTabs::routeRequested, this, &AlbumsPage::routeRequested);
}

void AlbumsPage::open(const Route& route)
{
    if (std::exchange(m_isOpened, true) && route.text == m_genre) {
        return;
    }
    m_genre = route.text;
    setHeading(m_genre.isEmpty() ? tr("Albums") : m_genre);
    m_tabs->setGenre(m_genre);
    if (m_library.isOpen()) {
        requery();
    }
}

void AlbumsPage::follow(const db::ChangeSet& changes)
{
    m_model.follow(changes);
}

void AlbumsPage::query()
{
    library::AlbumQuery query;
    query.sort = static_cast<AlbumSort>(sort());
    query.descending = isDescending();
    query.text = filterText();
    if (!m_genre.isEmpty()) {
        query.genres = QStringList { m_genre };
    }
    m_model.show(query);
}

util::Future<QList<library::JumpMark>> AlbumsPage::readMarks(std::stop_token stop)
{
    const auto order = library::listOrderOf(m_model.query());
    return order ? m_library.jumpMarks(m_model.spine(), *order, std::move(stop))
                 : util::async::ready<QList<library::JumpMark>>(QList<library::JumpMark>());
}

util::Future<qint64> AlbumsPage::findRow(const QString& text, qint64 from, std::stop_token stop)
{
    return m_library.rowBeginningWith(
        m_model.spine(), library::listOrderOf(m_model.query()), text, from, std::move(stop));
}

QString AlbumsPage::countText(int rows) const
{
    return format::albums(rows);
}

GridPage::Absence AlbumsPage::absence() const
{
    if (!m_genre.isEmpty()) {
        return { u"genre"_s, tr("No albums of this genre"),
            tr("The library has changed since this genre was listed."), tr("Show all albums") };
    }
    return { u"album"_s, tr("No albums yet"),
        tr("The albums of your Plex server appear here, also offline. The first synchronisation "
           "fills this list."),
        tr("Synchronise now"), true };
}

QString AlbumsPage::failureText() const
{
    return tr("The albums could not be read.");
}

Route AlbumsPage::routeOf(qint64 id) const
{
    return Route::album({ id });
}

void AlbumsPage::fillMenu(QMenu& menu, qint64 id)
{
    const types::AlbumRow* album = m_model.rowAtHand(m_model.rowOf(id));
    addRating(menu, id);
    menu.addSeparator();
    QAction* artist = menu.addAction(icon(u"artist"_s), tr("Go to artist"));
    artist->setObjectName(u"goToArtist"_s);
    artist->setEnabled(album && album->artistId.isValid());
    if (album) {
        connect(artist, &QAction::triggered, this,
            [this, route = Route::artist(album->artistId, album->artist)] {
                Q_EMIT routeRequested(route, OpenIn::Here);
            });
    }
}

void AlbumsPage::firstStep()
{
    if (m_genre.isEmpty()) {
        GridPage::firstStep();
    } else {
        Q_EMIT routeRequested({ Route::Place::Albums, 0, {} }, OpenIn::Here);
    }
}

} // namespace ui

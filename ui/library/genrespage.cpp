// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/genrespage.h"

#include "ui/common/icons.h"

#include <QMenu>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

namespace ui {

namespace {

enum GenreSort
{
    ByName,
    ByAlbums,
    ByArtists
};

} // namespace

GenresPage::GenresPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : GridPage(
        library, covers, capabilities, { u"genres"_s, tr("Genres"), tr("Filter genres") }, parent)
    , m_library(library)
    , m_model(library)
{
    setupGrid(m_model,
        { { "name", tr("Name"), ByName }, { "albums", tr("Number of albums"), ByAlbums, true },
            { "artists", tr("Number of artists"), ByArtists, true } });
    grid().setShape(CardDelegate::Shape::Tile);
}

void GenresPage::open(const Route&)
{
    if (!std::exchange(m_isOpened, true) && m_library.isOpen()) {
        requery();
    }
}

void GenresPage::follow(const db::ChangeSet& changes)
{
    m_model.follow(changes);
}

void GenresPage::query()
{
    GenreModel::Order order { filterText(), {}, isDescending() };
    if (sort() == ByAlbums) {
        order.value = [](const types::GenreRow& genre) { return qint64(genre.albums); };
    } else if (sort() == ByArtists) {
        order.value = [](const types::GenreRow& genre) { return qint64(genre.artists); };
    }
    m_model.show(order);
}

util::Future<QList<library::JumpMark>> GenresPage::readMarks(std::stop_token)
{
    return util::async::ready<QList<library::JumpMark>>(m_model.marks());
}

util::Future<qint64> GenresPage::findRow(const QString& text, qint64 from, std::stop_token)
{
    return util::async::ready<qint64>(m_model.rowBeginningWith(text, from));
}

QString GenresPage::countText(int rows) const
{
    return tr("%Ln genre(s)", nullptr, rows);
}

GridPage::Absence GenresPage::absence() const
{
    return { u"genre"_s, tr("No genres yet"),
        tr("The genres of your albums and artists appear here, also offline. The first "
           "synchronisation fills this list."),
        tr("Synchronise now"), true };
}

QString GenresPage::failureText() const
{
    return tr("The genres could not be read.");
}

Route GenresPage::routeOf(qint64 id) const
{
    return Route::genre(Place::Albums, m_model.row(id).name);
}

void GenresPage::fillMenu(QMenu& menu, qint64 id)
{
    const QString genre = m_model.row(id).name;
    menu.addSeparator();
    const auto addWay = [this, &menu, &genre](const QString& iconName, const QString& object,
                            const QString& text, Place place) {
        QAction* action = menu.addAction(icon(iconName), text);
        action->setObjectName(object);
        connect(action, &QAction::triggered, this, [this, route = Route::genre(place, genre)] {
            Q_EMIT routeRequested(route, OpenIn::Here);
        });
    };
    addWay(u"artist"_s, u"goToArtists"_s, tr("Go to its artists"), Place::Artists);
    addWay(u"track"_s, u"goToTracks"_s, tr("Go to its tracks"), Place::Tracks);
}

} // namespace ui

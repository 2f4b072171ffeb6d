// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/columnbrowser.h"

#include "ui/common/theme.h"
#include "ui/library/browsercolumn.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QList<types::ItemId> itemsOf(const QList<qint64>& ids)
{
    QList<types::ItemId> items;
    items.reserve(ids.size());
    for (const qint64 id : ids) {
        items.append(types::ItemId { id });
    }
    return items;
}

} // namespace

ColumnBrowser::ColumnBrowser(library::Library& library, Covers& covers, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_genres(library)
    , m_artists(library)
    , m_albums(library)
{
    setObjectName(u"columnBrowser"_s);
    m_genreColumn = new BrowserColumn(u"browserGenre"_s, tr("Genres"), m_genres,
        [this](const QString& text, qint64 from, std::stop_token) {
            return util::async::ready<qint64>(m_genres.rowBeginningWith(text, from));
        });
    m_artistColumn = new BrowserColumn(u"browserArtist"_s, tr("Artists"), m_artists,
        [this](const QString& text, qint64 from, std::stop_token stop) {
            return m_library.rowBeginningWith(m_artists.spine(),
                library::listOrderOf(m_artists.query()), text, from, std::move(stop));
        });
    m_albumColumn = new BrowserColumn(u"browserAlbum"_s, tr("Albums"), m_albums,
        [this](const QString& text, qint64 from, std::stop_token stop) {
            return m_library.rowBeginningWith(m_albums.spine(),
                library::listOrderOf(m_albums.query()), text, from, std::move(stop));
        });
    setupDrags(covers);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::kM, 0, space::kM, space::kM);
    row->setSpacing(space::kS);
    for (BrowserColumn* column : { m_genreColumn, m_artistColumn, m_albumColumn }) {
        row->addWidget(column, 1);
        connect(column, &BrowserColumn::activated, this, &ColumnBrowser::activated);
        connect(column, &BrowserColumn::chosenChanged, this, [this, column] {
            if (column == m_genreColumn) {
                readArtists();
            }
            if (column != m_albumColumn) {
                readAlbums();
            }
            Q_EMIT chosenChanged();
        });
    }
    connect(&library, &library::Library::changed, this, [this](const db::ChangeSet& changes) {
        if (!isVisible()) {
            m_isOutdated = true;
        } else if (m_isStarted) {
            m_genres.follow(changes);
            m_artists.follow(changes);
            m_albums.follow(changes);
        }
    });
}

void ColumnBrowser::setupDrags(Covers& covers)
{
    using Kind = ItemDrag::Kind;
    m_genreColumn->setDrag(covers, [this](const QList<qint64>& ids) {
        return ItemDrag { Kind::Genres, originOf(m_library.key()), {}, namesOf(ids) };
    });
    m_artistColumn->setDrag(covers, [this](const QList<qint64>& ids) {
        return ItemDrag { Kind::Artists, originOf(m_library.key()), ids };
    });
    m_albumColumn->setDrag(covers, [this](const QList<qint64>& ids) {
        return ItemDrag { Kind::Albums, originOf(m_library.key()), ids };
    });
}

void ColumnBrowser::start()
{
    m_isStarted = true;
    m_genres.show({});
    readArtists();
    readAlbums();
}

void ColumnBrowser::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_isOutdated, false) && m_isStarted) {
        for (PagedModelBase* model :
            std::initializer_list<PagedModelBase*> { &m_genres, &m_artists, &m_albums }) {
            model->refreshAll();
            model->reload();
        }
    }
}

void ColumnBrowser::forget()
{
    m_genres.forget();
    m_artists.forget();
    m_albums.forget();
}

void ColumnBrowser::chooseAll()
{
    // From the right: what is to the left of them reads them anew.
    for (BrowserColumn* column : { m_albumColumn, m_artistColumn, m_genreColumn }) {
        column->chooseAll();
    }
}

bool ColumnBrowser::isLimiting() const
{
    return !m_genreColumn->chosen().isEmpty() || !m_artistColumn->chosen().isEmpty()
        || !m_albumColumn->chosen().isEmpty();
}

void ColumnBrowser::readArtists()
{
    library::ArtistQuery query;
    query.genres = genres();
    m_artists.show(query);
}

void ColumnBrowser::readAlbums()
{
    library::AlbumQuery query;
    query.genres = genres();
    query.artists = artists();
    query.sort = library::AlbumSort::Title;
    m_albums.show(query);
}

QStringList ColumnBrowser::genres() const
{
    return namesOf(m_genreColumn->chosen());
}

QStringList ColumnBrowser::namesOf(const QList<qint64>& genres) const
{
    QStringList names;
    for (const qint64 id : genres) {
        names.append(m_genres.row(id).name);
    }
    return names;
}

QList<types::ItemId> ColumnBrowser::artists() const
{
    return itemsOf(m_artistColumn->chosen());
}

void ColumnBrowser::limit(library::TrackQuery& query) const
{
    query.genres = genres();
    query.artists = artists();
    query.albums = itemsOf(m_albumColumn->chosen());
}

} // namespace ui

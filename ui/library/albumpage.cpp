// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/albumpage.h"

#include "core/library/tables.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/pagehead.h"
#include "ui/common/routelink.h"
#include "ui/common/stars.h"
#include "ui/common/tracktable.h"
#include "ui/common/typeahead.h"
#include "ui/library/playlistlinks.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 216;

} // namespace

AlbumPage::AlbumPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_model(library)
    , m_head(new PageHead(covers, capabilities, kCover, u"album"_s))
    , m_artist(new RouteLink)
    , m_stars(new StarRating)
    , m_playlists(new PlaylistLinks(u"album"_s))
    , m_table(new TrackTable(covers, capabilities))
{
    setObjectName(u"albumPage"_s);
    hideHeader();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setupHead();
    column->addWidget(m_head);
    column->addWidget(m_playlists);
    column->addWidget(inset(m_table), 1);
    m_states = makeStates(content, StatePage::Skeleton::Rows);
    setContent(m_states);
    setupTable();
    connect(
        m_head, &PageHead::playRequested, this, [this] { Q_EMIT playListRequested(items(), 0); });
    connect(
        m_head, &PageHead::shuffleRequested, this, [this] { Q_EMIT shuffleRequested(items()); });
    connect(m_stars, &StarRating::chosen, this,
        [this](const types::OptionalRating& rating) { Q_EMIT rateRequested({ m_album }, rating); });
    connect(m_artist, &RouteLink::routeRequested, this, &AlbumPage::routeRequested);
    connect(m_playlists, &PlaylistLinks::routeRequested, this, &AlbumPage::routeRequested);
    connect(m_states, &StatePage::retryRequested, this, &AlbumPage::readAlbum);
    connect(&m_library, &library::Library::changed, this, [this](const db::ChangeSet& changes) {
        const db::TableChanges items = changes.in(library::kItemTable);
        if (m_album.isValid() && (items.many || items.changed.contains(m_album.value))) {
            readAlbum();
        }
        if (m_album.isValid()
            && (changes.touches(library::kPlaylistTable)
                || changes.touches(library::kPlaylistEntryTable))) {
            readPlaylists();
        }
    });
}

void AlbumPage::setupHead()
{
    m_artist->setObjectName(u"albumArtist"_s);
    m_stars->setObjectName(u"albumStars"_s);
    m_stars->setAccessibleName(tr("Rating of the album"));
    m_head->setKind(tr("Album"));
    m_head->addUnderName(m_artist);
    m_head->addBesideButtons(m_stars);
}

void AlbumPage::setupTable()
{
    m_table->setObjectName(u"albumTable"_s);
    m_table->setAccessibleName(tr("Tracks of the album"));
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Position, TrackColumn::Title, TrackColumn::Artist,
                            TrackColumn::Rating, TrackColumn::Duration, TrackColumn::Plays },
        { TrackColumn::Album, TrackColumn::Year });
    m_table->setCompact(false);
    auto* typeAhead = new TypeAhead(
        [this](const QString& text, qint64 from, std::stop_token stop) {
            return m_library.rowBeginningWith(m_model.spine(), {}, text, from, std::move(stop));
        },
        this);
    connect(m_table, &TrackTable::typeAheadRequested, typeAhead, &TypeAhead::find);
    connect(typeAhead, &TypeAhead::found, m_table, &TrackTable::selectRow);
    connect(m_table, &TrackTable::rowActivated, this,
        [this](int row) { Q_EMIT playListRequested(items(), row); });
    connect(&m_model, &PagedModelBase::loaded, this, &AlbumPage::updateHeadings);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &AlbumPage::updateHeadings);
    connect(&m_model, &PagedModelBase::stateChanged, this, [this] {
        if (m_model.state() == PagedModelBase::State::Failed) {
            m_states->showError(m_model.error(), tr("The album's tracks could not be read."));
        }
    });
    connect(&m_model, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

QWidget* AlbumPage::focusTarget()
{
    return m_table;
}

void AlbumPage::open(const Route& route)
{
    m_album = { route.id };
    m_table->setHeadings({});
    library::TrackQuery query;
    query.album = m_album;
    m_model.show(query);
    m_playlists->setPlaylists({});
    readAlbum();
    readPlaylists();
}

void AlbumPage::readPlaylists()
{
    (void)m_playlistsRead.begin();
    m_playlistsRead.deliver(m_library.playlistsWith({ m_album }), this,
        [this](const util::Result<QList<types::PlaylistRow>>& playlists) {
            // If they cannot be read, the page tells by its album.
            m_playlists->setPlaylists(playlists ? *playlists : QList<types::PlaylistRow>());
        });
}

void AlbumPage::readAlbum()
{
    m_states->showLoading();
    (void)m_latest.begin();
    m_latest.deliver(m_library.album(m_album), this, [this](util::Result<types::AlbumRow> result) {
        if (!result) {
            m_states->showError(result.error(), tr("The album could not be read."));
            return;
        }
        fill(*result);
        if (m_model.state() != PagedModelBase::State::Failed) {
            m_states->showContent();
        }
    });
}

void AlbumPage::fill(const types::AlbumRow& album)
{
    setHeader(album.title, {});
    m_head->setCover(album.thumb, u"album"_s);
    m_head->setName(album.title);
    m_artist->setRoute(Route::artist(album.artistId, album.artist));
    m_artist->setText(album.artist);
    m_artist->setAccessibleName(tr("Artist: %1").arg(album.artist));
    m_stars->setRating(album.rating);
    QStringList facts;
    if (album.year > 0) {
        facts.append(format::plainNumber(album.year));
    }
    facts.append(format::tracks(album.trackCount));
    if (album.duration.count() > 0) {
        facts.append(format::longDuration(album.duration));
    }
    m_head->setFacts(facts);
    QStringList more = album.genres.mid(0, 4);
    if (!album.studio.isEmpty()) {
        more.append(album.studio);
    }
    m_head->setSummary(more);
}

void AlbumPage::updateHeadings()
{
    QHash<int, QString> headings;
    int disc = 0;
    bool several = false;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const types::TrackRow* track = m_model.track(row);
        if (!track) {
            continue;
        }
        if (track->disc > 0 && track->disc != disc) {
            several = several || disc > 0;
            disc = track->disc;
            headings.insert(row, tr("Disc %1").arg(format::plainNumber(disc)));
        }
    }
    m_table->setHeadings(several ? headings : QHash<int, QString>());
}

QList<types::ItemId> AlbumPage::items() const
{
    QList<types::ItemId> items;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        items.append(m_model.item(row));
    }
    return items;
}

} // namespace ui

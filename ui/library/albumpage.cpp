// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/albumpage.h"

#include "core/library/tables.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/itemdrag.h"
#include "ui/common/pagehead.h"
#include "ui/common/routelink.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/common/tracktable.h"
#include "ui/common/typeahead.h"
#include "ui/library/albumfacts.h"
#include "ui/library/playlistlinks.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 216;
constexpr qsizetype kGenres = 4;
constexpr int kEmptyWidth = 560;
constexpr int kTableAtLeast = 76;
constexpr int kFactsAtLeast = 32;

} // namespace

AlbumPage::AlbumPage(library::Library& library, library::OnDemand& onDemand, Covers& covers,
    Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_onDemand(onDemand)
    , m_model(library)
    , m_head(new PageHead(covers, capabilities, kCover, u"album"_s))
    , m_artist(new RouteLink)
    , m_stars(new StarRating)
    , m_unfold(new QPushButton(tr("Details")))
    , m_facts(new AlbumFacts)
    , m_playlists(new PlaylistLinks(u"album"_s))
    , m_table(new TrackTable(covers, capabilities))
    , m_tracks(inset(m_table))
    , m_empty(new QWidget)
    , m_sync(new QPushButton(tr("Synchronise now")))
{
    setObjectName(u"albumPage"_s);
    hideHeader();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setupHead();
    setupFacts();
    column->addWidget(m_head);
    column->addWidget(m_facts);
    column->addWidget(m_playlists);
    setupEmpty(capabilities);
    column->addWidget(m_tracks, 1);
    column->addWidget(m_empty, 1);
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
    connect(&m_library, &library::Library::changed, this, &AlbumPage::follow);
    connect(&m_onDemand, &library::OnDemand::serverChanged, this, [this] {
        if (m_album.isValid()) {
            refreshDetails();
        }
    });
}

void AlbumPage::follow(const db::ChangeSet& changes)
{
    if (!m_album.isValid()) {
        return;
    }
    const db::TableChanges items = changes.in(library::kItemTable);
    if (items.many || items.changed.contains(m_album.value)) {
        readAlbum();
        readDetails();
    }
    const db::TableChanges details = changes.in(library::kItemDetailTable);
    if (details.many || details.changed.contains(m_album.value)) {
        readDetails();
    }
    if (changes.touches(library::kPlaylistTable) || changes.touches(library::kPlaylistEntryTable)) {
        readPlaylists();
    }
}

void AlbumPage::setupFacts()
{
    m_unfold->setObjectName(u"albumUnfold"_s);
    m_unfold->setCheckable(true);
    m_unfold->setIcon(icon(u"chevron-down"_s));
    m_unfold->setAccessibleName(tr("Details of the album"));
    m_facts->hide();
    m_unfold->hide();
    connect(m_unfold, &QPushButton::toggled, this, [this](bool isOpen) {
        m_unfold->setIcon(icon(isOpen ? u"chevron-up"_s : u"chevron-down"_s));
        m_facts->setVisible(isOpen && !m_facts->isEmpty());
        fitFacts();
        Q_EMIT viewStateChanged();
    });
}

void AlbumPage::forget()
{
    for (util::async::Latest* read :
        { &m_latest, &m_playlistsRead, &m_detailsRead, &m_refreshing }) {
        (void)read->begin();
    }
    m_album = {};
    TrackPage::forget();
}

QByteArray AlbumPage::viewState() const
{
    return m_unfold->isChecked() ? "details" : "";
}

void AlbumPage::restoreViewState(const QByteArray& state)
{
    const QSignalBlocker quiet(m_unfold); // nothing was chosen now
    m_unfold->setChecked(state == "details");
    m_unfold->setIcon(icon(m_unfold->isChecked() ? u"chevron-up"_s : u"chevron-down"_s));
}

bool AlbumPage::event(QEvent* event)
{
    const bool isTaken = TrackPage::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        fitFacts(); // the head became higher or lower
    }
    return isTaken;
}

void AlbumPage::resizeEvent(QResizeEvent* event)
{
    TrackPage::resizeEvent(event);
    fitFacts();
}

void AlbumPage::fitFacts()
{
    // The head must keep its height and the table some rows: the details scroll.
    const int playlists = m_playlists->isHidden() ? 0 : m_playlists->sizeHint().height();
    const int left
        = height() - m_head->minimumSizeHint().height() - playlists - scaled(kTableAtLeast);
    m_facts->setRoom(qMax(scaled(kFactsAtLeast), qMin(left, height() * 2 / 5)));
}

void AlbumPage::setupHead()
{
    m_artist->setObjectName(u"albumArtist"_s);
    m_stars->setObjectName(u"albumStars"_s);
    m_stars->setAccessibleName(tr("Rating of the album"));
    m_head->setKind(tr("Album"));
    m_head->setDrag([this] { return ItemDrag::of(Route::album(m_album), m_library.key()); },
        [this] { return m_row.artist; });
    m_head->addUnderName(m_artist);
    m_head->addBesideButtons(m_stars);
    m_head->addBesideButtons(m_unfold);
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
    connect(&m_model, &PagedModelBase::stateChanged, this, &AlbumPage::updateTracks);
    connect(&m_model, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

void AlbumPage::setupEmpty(Capabilities& capabilities)
{
    m_empty->setObjectName(u"albumEmpty"_s);
    auto* text = new TextLabel(tr("They may have been removed on the server, or not have been "
                                  "found yet. The next synchronisation brings what is there."),
        TextRole::Body, Tone::Secondary);
    text->setWordWrap(true);
    onTextSize(text, [text] { text->setMaximumWidth(scaled(kEmptyWidth)); });
    m_sync->setObjectName(u"albumSync"_s);
    capabilities.bind(*m_sync, account::Feature::Sync);
    connect(m_sync, &QPushButton::clicked, this, &AlbumPage::syncRequested);
    auto* column = new QVBoxLayout(m_empty);
    column->setContentsMargins(space::kL, space::kM, space::kL, space::kM);
    column->setSpacing(space::kS);
    column->addWidget(new TextLabel(tr("This album has no tracks"), TextRole::Title));
    column->addWidget(text);
    column->addSpacing(space::kXs);
    column->addWidget(m_sync, 0, Qt::AlignLeft);
    column->addStretch();
    m_empty->hide();
}

void AlbumPage::updateTracks()
{
    switch (m_model.state()) {
    case PagedModelBase::State::Loading:
        break; // what is there stays until it is known better
    case PagedModelBase::State::Failed:
        m_states->showError(m_model.error(), tr("The album's tracks could not be read."));
        break;
    case PagedModelBase::State::Empty:
    case PagedModelBase::State::Ready:
        showEmpty(m_model.state() == PagedModelBase::State::Empty);
        if (m_row.id == m_album && m_row.trackCount != m_model.rowCount()) {
            readAlbum(); // its line tells of tracks that came or went
        }
        break;
    }
}

void AlbumPage::showEmpty(bool isEmpty)
{
    m_head->setPlayable(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_tracks->setVisible(!isEmpty);
}

QWidget* AlbumPage::focusTarget()
{
    return m_empty->isHidden() ? static_cast<QWidget*>(m_table) : m_sync;
}

void AlbumPage::open(const Route& route)
{
    m_album = { route.id };
    m_table->setHeadings({});
    showEmpty(false);
    library::TrackQuery query;
    query.album = m_album;
    m_model.show(query);
    m_playlists->setPlaylists({});
    m_details = {};
    m_facts->setNote({});
    readAlbum();
    readDetails();
    readPlaylists();
    refreshDetails();
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

void AlbumPage::readDetails()
{
    (void)m_detailsRead.begin();
    m_detailsRead.deliver(m_library.albumDetails(m_album), this,
        [this](const util::Result<library::AlbumDetails>& details) {
            // If they cannot be read, the page tells by its album.
            showDetails(details ? *details : library::AlbumDetails());
        });
}

void AlbumPage::refreshDetails()
{
    const std::stop_token stop = m_refreshing.begin();
    m_refreshing.deliver(
        m_onDemand.refresh(m_album, stop), this, [this](const util::Result<void>& done) {
            // A change of the cache brings what is new.
            const bool isTold = done || done.error().code == util::Error::Code::Cancelled
                || done.error().code == util::Error::Code::NotFound;
            m_facts->setNote(isTold ? QString()
                                    : tr("The server could not be asked: this is what is known "
                                         "from before."));
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
    m_row = album;
    showFacts();
}

void AlbumPage::showDetails(const library::AlbumDetails& details)
{
    m_details = details;
    m_facts->setDetails(details);
    m_unfold->setVisible(!m_facts->isEmpty());
    m_facts->setVisible(m_unfold->isChecked() && !m_facts->isEmpty());
    fitFacts();
    showFacts();
}

void AlbumPage::showFacts()
{
    QStringList facts;
    if (m_row.year > 0) {
        facts.append(format::plainNumber(m_row.year));
    }
    if (m_details.discs > 1) {
        facts.append(tr("%Ln disc(s)", nullptr, m_details.discs));
    }
    facts.append(format::tracks(m_row.trackCount));
    if (m_row.duration.count() > 0) {
        facts.append(format::longDuration(m_row.duration));
    }
    m_head->setFacts(facts);
    const QStringList& genres = m_details.genres.isEmpty() ? m_row.genres : m_details.genres;
    QStringList more = genres.mid(0, kGenres);
    if (!m_row.studio.isEmpty()) {
        more.append(m_row.studio);
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

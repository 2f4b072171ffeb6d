// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/searchpage.h"

#include "ui/common/covergrid.h"
#include "ui/common/format.h"
#include "ui/common/itemdrag.h"
#include "ui/common/textlabel.h"
#include "ui/common/tracktable.h"
#include "ui/common/typeahead.h"

#include <QBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kLimit = 60;
constexpr qsizetype kCardsPerKind = 12;
// Card ids are positions of one kind.
constexpr qint64 kArtist = 1'000'000;
constexpr qint64 kAlbum = 2'000'000;
constexpr qint64 kPlaylist = 3'000'000;

} // namespace

SearchPage::SearchPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_model(library)
    , m_cards(new CoverGrid(covers, capabilities, CoverGrid::Layout::Shelf))
    , m_tracksTitle(new TextLabel(tr("Tracks"), TextRole::Title))
    , m_table(new TrackTable(covers, capabilities))
{
    setObjectName(u"searchPage"_s);
    m_cards->setObjectName(u"searchCards"_s);
    m_cards->setAccessibleName(tr("Artists, albums and playlists found"));
    m_table->setObjectName(u"searchTable"_s);
    m_table->setAccessibleName(tr("Tracks found"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    auto* shelf = new QHBoxLayout;
    shelf->setContentsMargins(space::kM, 0, space::kM, 0);
    shelf->addWidget(m_cards);
    column->addLayout(shelf);
    m_tracksTitle->setContentsMargins(space::kL, space::kS, 0, 0);
    column->addWidget(m_tracksTitle);
    column->addWidget(inset(m_table), 1);
    column->addStretch(); // what is found stands at the top, also without tracks
    m_states = makeStates(content, StatePage::Skeleton::Rows);
    setContent(m_states);
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album,
                            TrackColumn::Rating, TrackColumn::Duration },
        { TrackColumn::Position });
    connect(m_cards, &CoverGrid::cardOpened, this,
        [this](qint64 card, OpenIn where) { Q_EMIT routeRequested(routeOf(card), where); });
    connect(m_cards, &CoverGrid::cardPlayed, this,
        [this](qint64 card, PlayHow how) { Q_EMIT playAllRequested(routeOf(card), how); });
    m_cards->setCardDrag(
        [this](qint64 card) { return ItemDrag::of(routeOf(card), m_library.key()); });
    auto* typeAhead = new TypeAhead(
        [this](const QString& text, qint64 from, std::stop_token stop) {
            return m_library.rowBeginningWith(m_model.spine(), {}, text, from, std::move(stop));
        },
        this);
    connect(m_table, &TrackTable::typeAheadRequested, typeAhead, &TypeAhead::find);
    connect(typeAhead, &TypeAhead::found, m_table, &TrackTable::selectRow);
    connect(m_table, &TrackTable::rowActivated, this, [this](int row) {
        QList<types::ItemId> items;
        for (int i = 0; i < m_model.rowCount(); ++i) {
            items.append(m_model.item(i));
        }
        Q_EMIT playListRequested(items, row);
    });
    connect(&m_model, &PagedModelBase::loaded, this, [this] {
        m_isFilling = false;
        if (m_isEntering) {
            enter();
        }
    });
    connect(m_states, &StatePage::retryRequested, this, &SearchPage::search);
}

QWidget* SearchPage::focusTarget()
{
    const bool hasTracks = m_table->parentWidget()->isVisibleTo(this);
    return hasTracks ? static_cast<QWidget*>(m_table) : m_cards;
}

void SearchPage::enter()
{
    m_isEntering = m_isSearching || m_isFilling;
    if (m_isEntering || m_result.isEmpty()) {
        return;
    }
    if (focusTarget() == m_table) {
        if (m_table->selectedItems().isEmpty()) {
            m_table->selectRow(0);
        }
    } else if (!m_cards->currentIndex().isValid()) {
        m_cards->setCurrentIndex(m_cards->model()->index(0, 0));
    }
    focusTarget()->setFocus(Qt::TabFocusReason);
}

void SearchPage::open(const Route& route)
{
    m_text = route.text;
    search();
}

void SearchPage::search()
{
    m_isSearching = true;
    m_isEntering = false;
    if (m_result.isEmpty()) { // else what was found stays until more is
        setHeader(tr("Search"), tr("Results for “%1”").arg(m_text));
        m_states->showLoading();
    }
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_library.search(m_text, kLimit, stop), this,
        [this](util::Result<library::SearchResult> result) {
            m_isSearching = false;
            if (!result) {
                m_isEntering = false;
                m_states->showError(result.error(), tr("The search failed."));
                return;
            }
            showResult(*result);
        });
}

void SearchPage::showResult(const library::SearchResult& result)
{
    m_result = result;
    setHeader(tr("Search"), tr("Results for “%1”").arg(m_text));
    if (result.isEmpty()) {
        m_model.showFixed({});
        m_states->showEmpty(u"search"_s, tr("Nothing found"),
            tr("Nothing in your library begins with these words. Try fewer or shorter ones."));
        return;
    }
    QList<Card> cards;
    for (qsizetype i = 0; i < qMin(kCardsPerKind, result.artists.size()); ++i) {
        const types::ArtistRow& artist = result.artists.at(i);
        cards.append({ kArtist + i, artist.title, tr("Artist"), artist.thumb, u"artist"_s, true });
    }
    for (qsizetype i = 0; i < qMin(kCardsPerKind, result.albums.size()); ++i) {
        const types::AlbumRow& album = result.albums.at(i);
        cards.append({ kAlbum + i, album.title, tr("Album · %1").arg(album.artist), album.thumb,
            u"album"_s, false, {}, album.artist });
    }
    for (qsizetype i = 0; i < qMin(kCardsPerKind, result.playlists.size()); ++i) {
        const types::PlaylistRow& playlist = result.playlists.at(i);
        cards.append({ kPlaylist + i, playlist.title, tr("Playlist"), playlist.composite,
            playlist.smart ? u"smart"_s : u"playlist"_s });
    }
    m_cards->setCards(cards);
    m_cards->setVisible(!cards.isEmpty());
    m_isFilling = !result.tracks.isEmpty();
    m_model.showFixed(result.tracks);
    m_tracksTitle->setVisible(!result.tracks.isEmpty());
    m_table->parentWidget()->setVisible(!result.tracks.isEmpty());
    m_states->showContent();
    if (m_isEntering) {
        enter();
    }
}

Route SearchPage::routeOf(qint64 card) const
{
    if (card >= kPlaylist) {
        return Route::playlist(m_result.playlists.at(card - kPlaylist).id);
    }
    if (card >= kAlbum) {
        return Route::album(m_result.albums.at(card - kAlbum).id);
    }
    const types::ArtistRow& artist = m_result.artists.at(card - kArtist);
    return Route::artist(artist.id, artist.title);
}

} // namespace ui

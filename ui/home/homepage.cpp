// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepage.h"

#include "core/util/clock.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/itemdrag.h"
#include "ui/common/pagescroll.h"
#include "ui/common/theme.h"
#include "ui/home/shelf.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPerShelf = 24;
constexpr int kReloadMilliseconds = 1000;

QList<Card> trackCards(const QList<types::TrackRow>& tracks)
{
    QList<Card> cards;
    for (const types::TrackRow& track : tracks) {
        cards.append(trackCard(track));
    }
    return cards;
}

QList<types::ItemId> itemsOf(const QList<types::TrackRow>& tracks)
{
    QList<types::ItemId> items;
    for (const types::TrackRow& track : tracks) {
        items.append(track.id);
    }
    return items;
}

int rowOf(const QList<types::TrackRow>& tracks, qint64 id)
{
    const auto found = std::ranges::find(tracks, types::ItemId { id }, &types::TrackRow::id);
    return found == tracks.end() ? 0 : int(found - tracks.begin());
}

} // namespace

HomePage::HomePage(library::Library& library, Covers& covers, Capabilities& capabilities,
    const util::Clock& clock, QWidget* parent)
    : Page(parent)
    , m_library(library)
    , m_capabilities(capabilities)
    , m_clock(clock)
    , m_throttle(new QTimer(this))
    , m_added(new Shelf(tr("Recently added"), u"homeAdded"_s, covers, capabilities))
    , m_unfinished(new Shelf(tr("Continue"), u"homeUnfinished"_s, covers, capabilities))
    , m_played(new Shelf(tr("Recently played"), u"homePlayed"_s, covers, capabilities))
    , m_top(new Shelf(tr("Top rated"), u"homeTop"_s, covers, capabilities))
    , m_day(new Shelf(tr("On this day"), u"homeDay"_s, covers, capabilities))
    , m_playlists(new Shelf(tr("Playlists"), u"homePlaylists"_s, covers, capabilities))
{
    setObjectName(u"homePage"_s);
    setHeader(tr("Home"), {});
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::kM, 0, space::kM, 0);
    column->setSpacing(0);
    for (Shelf* shelf : shelves()) {
        column->addWidget(shelf);
    }
    column->addStretch();
    auto* scroll = new PageScroll(content);
    scroll->setObjectName(u"homeScroll"_s);
    m_states = makeStates(scroll, StatePage::Skeleton::Covers);
    setContent(m_states);
    m_throttle->setSingleShot(true);
    m_throttle->setInterval(kReloadMilliseconds);
    connect(m_throttle, &QTimer::timeout, this, &HomePage::reloadIfShown);
    connect(&library, &library::Library::opened, this, &HomePage::reloadIfShown);
    connect(&library, &library::Library::changed, this, [this] {
        if (!m_throttle->isActive()) {
            m_throttle->start();
        }
    });
    for (Shelf* shelf : { m_added, m_unfinished, m_day }) {
        connectAlbums(*shelf);
    }
    connectTracks(*m_played, m_home.recentlyPlayed);
    connectTracks(*m_top, m_home.topRated);
    connectPlaylists();
    connect(m_states, &StatePage::retryRequested, this, &HomePage::reload);
    connect(m_states, &StatePage::actionRequested, this, &HomePage::syncRequested);
    capabilities.bind(m_states->action(), account::Feature::Sync);
    m_states->showLoading();
    if (library.isOpen()) {
        reload();
    }
}

void HomePage::connectAlbums(Shelf& shelf)
{
    shelf.grid().setCardDrag(
        [this](qint64 id) { return ItemDrag::of(Route::album({ id }), m_library.key()); });
    connect(&shelf.grid(), &CoverGrid::cardOpened, this,
        [this](qint64 id, OpenIn where) { Q_EMIT routeRequested(Route::album({ id }), where); });
    connect(&shelf.grid(), &CoverGrid::cardPlayed, this,
        [this](qint64 id, PlayHow how) { Q_EMIT playAllRequested(Route::album({ id }), how); });
}

void HomePage::connectTracks(Shelf& shelf, const QList<types::TrackRow>& tracks)
{
    shelf.grid().setCardDrag([this](qint64 id) {
        return ItemDrag { ItemDrag::Kind::Tracks, originOf(m_library.key()), { id } };
    });
    connect(&shelf.grid(), &CoverGrid::cardPlayed, this, [this, &tracks](qint64 id, PlayHow how) {
        if (how == PlayHow::Now) {
            Q_EMIT playListRequested(itemsOf(tracks), rowOf(tracks, id));
        } else {
            Q_EMIT playRequested({ types::ItemId { id } }, how);
        }
    });
    connect(&shelf.grid(), &CoverGrid::cardOpened, this, [this, &tracks](qint64 id, OpenIn where) {
        const int row = rowOf(tracks, id);
        if (row < tracks.size() && tracks.at(row).albumId.isValid()) {
            Q_EMIT routeRequested(Route::album(tracks.at(row).albumId), where);
        }
    });
}

void HomePage::connectPlaylists()
{
    m_playlists->grid().setCardDrag(
        [this](qint64 id) { return ItemDrag::of(Route::playlist({ id }), m_library.key()); });
    connect(&m_playlists->grid(), &CoverGrid::cardOpened, this,
        [this](qint64 id, OpenIn where) { Q_EMIT routeRequested(Route::playlist({ id }), where); });
    connect(&m_playlists->grid(), &CoverGrid::cardPlayed, this,
        [this](qint64 id, PlayHow how) { Q_EMIT playAllRequested(Route::playlist({ id }), how); });
}

QWidget* HomePage::focusTarget()
{
    return &m_added->grid();
}

std::array<Shelf*, 6> HomePage::shelves() const
{
    return { m_added, m_unfinished, m_played, m_top, m_day, m_playlists };
}

void HomePage::forget()
{
    // The page itself is read again because a library was opened, perhaps already.
    (void)m_dayRead.begin();
    (void)m_unfinishedRead.begin();
    m_hasHome = false;
    m_home = {};
    for (Shelf* shelf : shelves()) {
        shelf->setCards({});
    }
    setHeader(tr("Home"), {});
    m_states->showLoading();
}

void HomePage::open(const Route& route)
{
    reloadIfStale();
    Page::open(route);
}

void HomePage::showEvent(QShowEvent* event)
{
    reloadIfStale();
    Page::showEvent(event);
}

void HomePage::reloadIfShown()
{
    m_isStale = true;
    if (isVisibleTo(window())) {
        reload();
    }
}

void HomePage::reloadIfStale()
{
    if (m_isStale) {
        reload();
    }
}

void HomePage::reload()
{
    m_isStale = false;
    const std::stop_token stop = m_latest.begin();
    if (!m_library.isOpen()) {
        m_hasHome = false;
        m_states->showLoading();
        return;
    }
    m_latest.deliver(
        m_library.home(kPerShelf, stop), this, [this](util::Result<library::Home> home) {
            if (home) {
                showHome(*home);
                readAside();
            } else if (m_hasHome) {
                errorBar().show(home.error(), tr("The home page could not be read again."), false);
            } else {
                m_capabilities.need(m_states->action(), false); // it is to be read again
                m_states->showError(home.error(), tr("The home page could not be read."));
            }
        });
}

void HomePage::readAside()
{
    const QDate today = QDateTime::fromSecsSinceEpoch(m_clock.epochSeconds()).date();
    const std::stop_token stop = m_dayRead.begin();
    m_dayRead.deliver(m_library.onThisDay(today, kPerShelf, stop), this,
        [this](const util::Result<library::OnThisDay>& day) {
            showDay(day ? *day : library::OnThisDay {}); // the other shelves tell what is wrong
        });
    (void)m_unfinishedRead.begin();
    m_unfinishedRead.deliver(m_library.unfinishedAlbums(kPerShelf), this,
        [this](const util::Result<QList<types::AlbumRow>>& albums) {
            QList<Card> cards;
            for (const types::AlbumRow& album : albums ? *albums : QList<types::AlbumRow>()) {
                cards.append(albumCard(album));
            }
            m_unfinished->setCards(cards);
        });
}

void HomePage::showDay(const library::OnThisDay& day)
{
    QList<Card> cards;
    const auto add = [&cards](const types::AlbumRow& album, const QString& what) {
        Card card = albumCard(album);
        card.subtitle = QStringList { what, album.artist }.join(u" · "_s);
        cards.append(card);
    };
    for (const types::AlbumRow& album : day.released) {
        add(album,
            album.year > 0 ? tr("Released in %1", "a year").arg(format::plainNumber(album.year))
                           : tr("Released"));
    }
    for (const types::AlbumRow& album : day.added) {
        const int year = QDateTime::fromSecsSinceEpoch(album.addedAt).date().year();
        add(album, tr("Added in %1", "a year").arg(format::plainNumber(year)));
    }
    m_day->setCards(cards);
}

void HomePage::showHome(const library::Home& home)
{
    m_hasHome = true;
    m_home = home;
    QList<Card> albums;
    for (const types::AlbumRow& album : home.recentlyAdded) {
        albums.append(albumCard(album));
    }
    QList<Card> playlists;
    for (const types::PlaylistRow& playlist : home.playlists) {
        playlists.append(playlistCard(playlist));
    }
    m_added->setCards(albums);
    m_played->setCards(trackCards(home.recentlyPlayed));
    m_top->setCards(trackCards(home.topRated));
    m_playlists->setCards(playlists);
    const library::Counts& counts = home.counts;
    QStringList facts { format::tracks(counts.tracks), format::albums(counts.albums),
        format::artists(counts.artists) };
    if (counts.syncedAt > 0) {
        facts.append(
            tr("synchronised %1").arg(format::ago(counts.syncedAt, m_clock.epochSeconds())));
    }
    if (counts.tracks == 0 && home.playlists.isEmpty()) {
        setHeader(tr("Home"), {});
        m_capabilities.need(m_states->action(), true);
        m_states->showEmpty(u"home"_s, tr("Your library is on its way"),
            tr("Home shows what is new, what you played and what you rated best. The first "
               "synchronisation fills it."),
            tr("Synchronise now"));
        return;
    }
    setHeader(tr("Home"), facts.join(u" · "_s));
    m_states->showContent();
}

} // namespace ui

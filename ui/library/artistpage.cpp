// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/artistpage.h"

#include "core/library/tables.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/itemdrag.h"
#include "ui/common/linkbutton.h"
#include "ui/common/pagehead.h"
#include "ui/common/pagescroll.h"
#include "ui/common/routelink.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/common/tracktable.h"
#include "ui/library/cardsection.h"
#include "ui/library/summarytext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPortrait = 216;
constexpr int kTopAtFirst = 5;
constexpr int kTop = 20;
constexpr qsizetype kGenres = 4;
constexpr qsizetype kStrangers = 40;
constexpr int kReloadMilliseconds = 500;

} // namespace

ArtistPage::ArtistPage(library::Library& library, library::OnDemand& onDemand, Covers& covers,
    Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_onDemand(onDemand)
    , m_model(library)
    , m_throttle(new QTimer(this))
    , m_head(new PageHead(covers, capabilities, kPortrait, u"artist"_s))
    , m_stars(new StarRating)
    , m_summary(new SummaryText(u"artist"_s))
    , m_note(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_top(new QWidget)
    , m_table(new TrackTable(covers, capabilities))
    , m_more(new LinkButton)
    , m_allTracks(new RouteLink)
    , m_strangers(new TextLabel(TextRole::Caption, Tone::Tertiary))
{
    setObjectName(u"artistPage"_s);
    hideHeader();
    auto* content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, space::kL);
    column->setSpacing(0);
    setupHead();
    m_note->setObjectName(u"artistNote"_s);
    m_note->setContentsMargins(space::kL, 0, space::kL, space::kS);
    column->addWidget(m_head);
    column->addWidget(m_note);
    column->addWidget(m_summary);
    setupTop(column);
    setupSections(column, covers, capabilities);
    column->addStretch();
    m_scroll = new PageScroll(content);
    m_scroll->setObjectName(u"artistScroll"_s);
    m_states = makeStates(m_scroll, StatePage::Skeleton::Covers);
    setContent(m_states);
    m_throttle->setSingleShot(true);
    m_throttle->setInterval(kReloadMilliseconds);
    connect(m_throttle, &QTimer::timeout, this, &ArtistPage::read);
    connect(m_states, &StatePage::retryRequested, this, &ArtistPage::read);
    connect(&m_library, &library::Library::changed, this, [this](const db::ChangeSet& changes) {
        const bool concerns
            = changes.touches(library::kItemTable) || changes.touches(library::kItemDetailTable);
        if (concerns && m_artist.isValid() && !m_throttle->isActive()) {
            m_throttle->start();
        }
    });
    connect(&m_onDemand, &library::OnDemand::serverChanged, this, [this] {
        if (m_artist.isValid()) {
            refresh();
        }
    });
}

void ArtistPage::setupHead()
{
    m_head->setKind(tr("Artist"));
    m_head->setDrag([this] { return ItemDrag::of(here(), m_library.key()); });
    m_stars->setObjectName(u"artistStars"_s);
    m_stars->setAccessibleName(tr("Rating of the artist"));
    const auto addQueueing
        = [this](const QString& name, const QString& iconName, const QString& text, PlayHow how) {
              auto* button = new QToolButton;
              button->setObjectName(name);
              button->setIcon(icon(iconName));
              button->setToolTip(text);
              button->setAccessibleName(text);
              button->setFocusPolicy(Qt::StrongFocus);
              connect(button, &QToolButton::clicked, this,
                  [this, how] { Q_EMIT playAllRequested(here(), how); });
              m_head->addBesideButtons(button);
          };
    addQueueing(u"artistNext"_s, u"next"_s, tr("Play next"), PlayHow::Next);
    addQueueing(u"artistQueue"_s, u"queue"_s, tr("Add to queue"), PlayHow::Append);
    m_head->addBesideButtons(m_stars);
    m_head->setPlayable(false);
    connect(m_head, &PageHead::playRequested, this,
        [this] { Q_EMIT playAllRequested(here(), PlayHow::Now); });
    connect(m_head, &PageHead::shuffleRequested, this, &ArtistPage::shuffle);
    connect(m_stars, &StarRating::chosen, this, [this](const types::OptionalRating& rating) {
        Q_EMIT rateRequested({ m_artist }, rating);
    });
}

void ArtistPage::setupTop(QVBoxLayout* column)
{
    m_table->setObjectName(u"artistTable"_s);
    m_table->setAccessibleName(tr("Top tracks"));
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Title, TrackColumn::Album, TrackColumn::Rating,
                            TrackColumn::Duration, TrackColumn::Plays },
        { TrackColumn::Position });
    m_table->horizontalHeader()->hide();
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->installEventFilter(this);
    m_more->setObjectName(u"artistTopMore"_s);
    m_allTracks->setObjectName(u"artistAllTracks"_s);
    m_allTracks->setText(tr("All tracks"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::kS, space::kXs, 0, 0);
    foot->setSpacing(space::kL);
    foot->addWidget(m_more);
    foot->addWidget(m_allTracks);
    foot->addStretch();
    auto* top = new QVBoxLayout(m_top);
    top->setContentsMargins(space::kM, 0, space::kM, space::kL);
    top->setSpacing(space::kXs);
    auto* title = new TextLabel(tr("Top tracks"), TextRole::Title);
    title->setContentsMargins(space::kS, 0, 0, 0);
    top->addWidget(title);
    top->addWidget(m_table);
    top->addLayout(foot);
    column->addWidget(m_top);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_showsMore = !m_showsMore;
        showTop();
    });
    connect(m_allTracks, &RouteLink::routeRequested, this, &ArtistPage::routeRequested);
    connect(&m_model, &PagedModelBase::loaded, this, &ArtistPage::fitTable);
    connect(m_table, &TrackTable::rowActivated, this, [this](int row) {
        QList<types::ItemId> items;
        for (int i = 0; i < m_model.rowCount(); ++i) {
            items.append(m_model.item(i));
        }
        Q_EMIT playListRequested(items, row);
    });
    onTextSize(m_table, [this] { fitTable(); });
    showTop();
}

void ArtistPage::setupSections(QVBoxLayout* column, Covers& covers, Capabilities& capabilities)
{
    const std::array<std::pair<QString, QString>, kKinds> titles { { // as library::ReleaseKind
        { tr("Albums"), u"artistAlbums"_s }, { tr("Singles & EPs"), u"artistSingles"_s },
        { tr("Live"), u"artistLive"_s }, { tr("Compilations"), u"artistCompilations"_s } } };
    for (size_t kind = 0; kind < titles.size(); ++kind) {
        const auto& [title, name] = titles.at(kind);
        m_releases.at(kind) = new CardSection(title, name, covers, capabilities);
        column->addWidget(m_releases.at(kind));
        followAlbums(m_releases.at(kind)->grid());
    }
    m_appearances = new CardSection(tr("Appears on"), u"artistAppearsOn"_s, covers, capabilities);
    column->addWidget(m_appearances);
    followAlbums(m_appearances->grid());
    m_similar = new CardSection(tr("Similar artists"), u"artistSimilar"_s, covers, capabilities);
    column->addWidget(m_similar);
    m_strangers->setObjectName(u"artistStrangers"_s);
    m_strangers->setWordWrap(true);
    m_strangers->setContentsMargins(space::kL, 0, space::kL, 0);
    column->addWidget(m_strangers);
    WrapGrid& similar = m_similar->grid();
    followGrid(similar);
    similar.setCardDrag(
        [this](qint64 id) { return ItemDrag::of(routeOfArtist(id), m_library.key()); });
    connect(&similar, &CoverGrid::cardOpened, this,
        [this](qint64 id, OpenIn where) { Q_EMIT routeRequested(routeOfArtist(id), where); });
    connect(&similar, &CoverGrid::cardPlayed, this,
        [this](qint64 id, PlayHow how) { Q_EMIT playAllRequested(routeOfArtist(id), how); });
}

void ArtistPage::followAlbums(WrapGrid& grid)
{
    followGrid(grid);
    grid.setCardDrag(
        [this](qint64 id) { return ItemDrag::of(Route::album({ id }), m_library.key()); });
    connect(&grid, &CoverGrid::cardOpened, this,
        [this](qint64 id, OpenIn where) { Q_EMIT routeRequested(Route::album({ id }), where); });
    connect(&grid, &CoverGrid::cardPlayed, this,
        [this](qint64 id, PlayHow how) { Q_EMIT playAllRequested(Route::album({ id }), how); });
}

QList<CardSection*> ArtistPage::sections() const
{
    QList<CardSection*> all(m_releases.begin(), m_releases.end());
    return all << m_appearances << m_similar;
}

void ArtistPage::followGrid(WrapGrid& grid)
{
    // The grid has all its cards in sight; it is the page that scrolls to the current one.
    connect(grid.selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this, &grid](const QModelIndex& current) {
            if (!current.isValid() || !grid.hasFocus()) {
                return;
            }
            const QRect card = grid.visualRect(current);
            const QPoint centre = grid.viewport()->mapTo(m_scroll->widget(), card.center());
            m_scroll->ensureVisible(centre.x(), centre.y(), 0, card.height() / 2 + space::kL);
        });
}

void ArtistPage::setDensity(Density density)
{
    TrackPage::setDensity(density);
    for (CardSection* section : sections()) {
        section->grid().setDensity(density);
    }
    fitTable();
}

void ArtistPage::forget()
{
    (void)m_latest.begin();
    (void)m_refreshing.begin();
    m_artist = {};
    m_page = {};
    TrackPage::forget();
}

QWidget* ArtistPage::focusTarget()
{
    if (m_page.topTracks.isEmpty()) {
        for (CardSection* section : sections()) {
            if (!section->isHidden()) {
                return &section->grid();
            }
        }
    }
    return m_table;
}

void ArtistPage::enter()
{
    m_isEntering = true;
    TrackPage::enter();
}

Route ArtistPage::here() const
{
    return Route::artist(m_artist, m_page.artist.title);
}

Route ArtistPage::routeOfArtist(qint64 id) const
{
    for (const library::SimilarArtist& similar : m_page.similar) {
        if (similar.artist && similar.artist->id.value == id) {
            return Route::artist(similar.artist->id, similar.artist->title);
        }
    }
    return Route::artist({ id }, {});
}

void ArtistPage::open(const Route& route)
{
    const types::ItemId artist { route.id };
    if (artist != m_artist) {
        m_artist = artist;
        m_showsMore = false;
        m_note->hide();
        for (CardSection* section : sections()) {
            section->reset();
        }
        m_scroll->ensureVisible(0, 0, 0, 0);
        m_states->showLoading();
    }
    setHeader(route.text, {});
    read();
    refresh();
}

void ArtistPage::read()
{
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_library.artistPage(m_artist, kTop, stop), this,
        [this](const util::Result<library::ArtistPage>& page) {
            if (page) {
                showPage(*page);
            } else {
                m_page = {};
                m_states->showError(page.error(), tr("The artist could not be read."));
            }
        });
}

void ArtistPage::refresh()
{
    const std::stop_token stop = m_refreshing.begin();
    m_refreshing.deliver(m_onDemand.refresh(m_artist, stop), this,
        [this](const util::Result<void>& done) { refreshed(done); });
}

void ArtistPage::refreshed(const util::Result<void>& done)
{
    using Code = util::Error::Code;
    QString note;
    if (!done && (done.error().code == Code::Offline || done.error().code == Code::Timeout)) {
        note = tr("The server is not connected: this is what was read from it before.");
    } else if (!done && done.error().code != Code::Cancelled
        && done.error().code != Code::NotFound) {
        note = tr("The server did not tell everything about this artist. Open the page again to "
                  "ask once more.");
    }
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ArtistPage::showPage(const library::ArtistPage& page)
{
    m_page = page;
    showHead();
    showTop();
    showReleases();
    showAppearances();
    showSimilar();
    m_states->showContent();
    const QWidget* focused = window()->focusWidget();
    const bool isOurs = !focused || isAncestorOf(focused);
    if (std::exchange(m_isEntering, false) && isOurs && !focusTarget()->hasFocus()) {
        focusTarget()->setFocus(); // what is there is known only now
    }
}

void ArtistPage::showHead()
{
    const types::ArtistRow& artist = m_page.artist;
    setHeader(artist.title, {});
    m_head->setCover(artist.thumb, u"artist"_s);
    m_head->setName(artist.title);
    m_head->setPlayable(m_page.tracks > 0);
    m_stars->setRating(artist.rating);
    QStringList facts { format::albums(m_page.releases.size()), format::tracks(m_page.tracks) };
    if (m_page.duration.count() > 0) {
        facts.append(format::longDuration(m_page.duration));
    }
    m_head->setFacts(facts);
    m_head->setSummary(m_page.genres.mid(0, kGenres) + m_page.countries);
    m_summary->setText(m_page.summary);
    m_allTracks->setRoute({ Route::Place::Tracks, m_artist.value, artist.title });
    m_allTracks->setAccessibleName(tr("All tracks of %1").arg(artist.title));
}

void ArtistPage::showTop()
{
    const qsizetype shown = m_showsMore ? kTop : kTopAtFirst;
    m_model.showFixed(m_page.topTracks.mid(0, shown));
    m_more->setText(m_showsMore ? tr("Fewer") : tr("More"));
    m_more->setAccessibleName(m_showsMore ? tr("Fewer top tracks") : tr("More top tracks"));
    m_more->setVisible(m_page.topTracks.size() > kTopAtFirst);
    m_table->setVisible(!m_page.topTracks.isEmpty());
    m_top->setVisible(m_page.tracks > 0);
}

void ArtistPage::fitTable()
{
    const int rows = m_model.rowCount();
    int height = 2;
    for (int row = 0; row < rows; ++row) {
        height += m_table->rowHeight(row);
    }
    m_table->setFixedHeight(height);
}

void ArtistPage::showReleases()
{
    std::array<QList<Card>, kKinds> cards;
    for (const library::Release& release : std::as_const(m_page.releases)) {
        const types::AlbumRow& album = release.album;
        const auto kind = release.kind.value_or(library::ReleaseKind::Album);
        cards.at(static_cast<size_t>(kind))
            .append({ album.id.value, album.title,
                album.year > 0 ? format::plainNumber(album.year) : QString(), album.thumb,
                u"album"_s, false, {}, album.artist });
    }
    for (size_t kind = 0; kind < cards.size(); ++kind) {
        m_releases.at(kind)->setCards(cards.at(kind));
    }
}

void ArtistPage::showAppearances()
{
    QList<Card> cards;
    cards.reserve(m_page.appearsOn.size());
    for (const types::AlbumRow& album : std::as_const(m_page.appearsOn)) {
        cards.append(albumCard(album));
    }
    m_appearances->setCards(cards);
}

void ArtistPage::showSimilar()
{
    QList<Card> cards;
    QStringList strangers;
    for (const library::SimilarArtist& similar : std::as_const(m_page.similar)) {
        if (similar.artist) {
            cards.append(artistCard(*similar.artist));
        } else {
            strangers.append(similar.name);
        }
    }
    m_similar->setCards(cards);
    const QString names = QLocale().createSeparatedList(strangers.mid(0, kStrangers));
    m_strangers->setText(cards.isEmpty()
            ? tr("Similar artists that are not in your library: %1").arg(names)
            : tr("Not in your library: %1", "similar artists").arg(names));
    m_strangers->setVisible(!strangers.isEmpty());
}

void ArtistPage::shuffle()
{
    library::TrackQuery query;
    query.artists = { m_artist };
    const std::stop_token stop = m_shuffling.begin();
    m_shuffling.deliver(m_library.trackIds(query, stop), this,
        [this](const util::Result<std::vector<qint64>>& ids) {
            if (!ids) {
                errorBar().show(ids.error(), tr("The tracks could not be read."), false);
                return;
            }
            QList<types::ItemId> items;
            items.reserve(qsizetype(ids->size()));
            for (const qint64 id : *ids) {
                items.append(types::ItemId { id });
            }
            Q_EMIT shuffleRequested(items);
        });
}

bool ArtistPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const int row = m_table->currentIndex().row();
        const bool isPlain = !(key->modifiers() & ~Qt::KeypadModifier);
        if (isPlain && key->key() == Qt::Key_Down && row == m_model.rowCount() - 1) {
            return focusNextChild(); // on to what stands below
        }
    }
    return TrackPage::eventFilter(watched, event);
}

} // namespace ui

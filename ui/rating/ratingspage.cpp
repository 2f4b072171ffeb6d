// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rating/ratingspage.h"

#include "core/library/tables.h"
#include "ui/common/covergrid.h"
#include "ui/common/errorbar.h"
#include "ui/common/format.h"
#include "ui/common/itemdrag.h"
#include "ui/common/lists.h"
#include "ui/common/ratingmenu.h"
#include "ui/common/tracktable.h"
#include "ui/common/typeahead.h"
#include "ui/rating/valuechips.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDateTime>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using library::RatedOrder;
using types::ItemType;

namespace ui {

RatingsPage::RatingsPage(const RateQueue::Parts& parts, QWidget* parent)
    : TrackPage(parent)
    , m_library(parts.library)
    , m_capabilities(parts.capabilities)
    , m_tracks(parts.library)
    , m_albums(parts.library)
    , m_artists(parts.library)
    , m_table(new TrackTable(parts.covers, parts.capabilities))
    , m_albumGrid(new CoverGrid(parts.covers, parts.capabilities, CoverGrid::Layout::Grid))
    , m_artistGrid(new CoverGrid(parts.covers, parts.capabilities, CoverGrid::Layout::Grid))
    , m_values(new ValueChips)
    , m_order(new QComboBox)
    , m_tabs(new QButtonGroup(this))
    , m_lists(new QStackedWidget)
    , m_content(new QStackedWidget)
    , m_queue(new RateQueue(parts))
    , m_typeAhead(new TypeAhead(
          [this](const QString& text, qint64 from, std::stop_token stop) {
              return m_library.rowBeginningWith(
                  model().spine(), {}, text, from, std::move(stop)); // by title
          },
          this))
{
    setObjectName(u"ratingsPage"_s);
    setupHeader();
    m_lists->addWidget(inset(m_table));
    m_lists->addWidget(inset(m_albumGrid));
    m_lists->addWidget(inset(m_artistGrid));
    m_states = makeStates(m_lists, StatePage::Skeleton::Rows);
    auto* rated = new QWidget;
    auto* column = new QVBoxLayout(rated);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_values);
    column->addWidget(m_states, 1);
    m_content->addWidget(rated);
    m_content->addWidget(scrolled(m_queue, u"rateQueueScroll"_s));
    setContent(m_content);
    setupTable();
    setupGrid(*m_albumGrid, m_albums, u"ratedAlbums"_s);
    setupGrid(*m_artistGrid, m_artists, u"ratedArtists"_s);
    setupQueue();
    followLibrary();
    connect(m_values, &ValueChips::valueChosen, this, &RatingsPage::requery);
    connect(m_states, &StatePage::retryRequested, this, &RatingsPage::requery);
    connect(m_states, &StatePage::actionRequested, this, [this] { showTab(Tab::ToRate); });
    m_states->showLoading();
    updateHeader();
}

void RatingsPage::setupHeader()
{
    const std::initializer_list<std::pair<Tab, QString>> tabs { { Tab::Tracks, tr("Tracks") },
        { Tab::Albums, tr("Albums") }, { Tab::Artists, tr("Artists") },
        { Tab::ToRate, tr("To rate") } };
    const QStringList names { u"ratingsTracks"_s, u"ratingsAlbums"_s, u"ratingsArtists"_s,
        u"ratingsToRate"_s };
    m_order->setObjectName(u"ratingsOrder"_s);
    m_order->setAccessibleName(tr("Order"));
    m_order->addItem(tr("Best first"));
    m_order->addItem(tr("Rated last first"));
    addHeaderWidget(m_order);
    for (const auto& [tab, text] : tabs) {
        auto* button = new QPushButton(text);
        button->setObjectName(names.at(int(tab)));
        button->setCheckable(true);
        button->setChecked(tab == Tab::Tracks);
        m_tabs->addButton(button, int(tab));
        addHeaderWidget(button);
    }
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int id) { showTab(Tab(id)); });
    connect(m_order, &QComboBox::activated, this, [this] {
        requery();
        Q_EMIT viewStateChanged();
    });
}

void RatingsPage::setupTable()
{
    m_table->setObjectName(u"ratedTracks"_s);
    m_table->setAccessibleName(tr("Rated tracks"));
    m_table->setTrackModel(&m_tracks, &m_tracks);
    m_table->setColumns({ TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album,
                            TrackColumn::Rating, TrackColumn::Duration, TrackColumn::Plays },
        { TrackColumn::Position });
    connect(m_table, &TrackTable::rowActivated, this, &RatingsPage::playFrom);
    connect(m_table, &TrackTable::typeAheadRequested, m_typeAhead, &TypeAhead::find);
    connect(m_typeAhead, &TypeAhead::found, this, [this](int row) {
        if (isOfTracks()) {
            m_table->selectRow(row);
        } else {
            grid().selectRow(row);
        }
    });
    // Row heights follow their rows, but headings belong to values: they are set anew.
    const auto clear = [this] { m_table->setHeadings({}); };
    connect(&m_tracks, &QAbstractItemModel::modelAboutToBeReset, this, clear);
    connect(&m_tracks, &QAbstractItemModel::rowsAboutToBeInserted, this, clear);
    connect(&m_tracks, &QAbstractItemModel::rowsAboutToBeRemoved, this, clear);
    connect(&m_tracks, &PagedModelBase::loaded, this, &RatingsPage::showHeadings);
    connect(&m_tracks, &PagedModelBase::loaded, this, &RatingsPage::updateState);
    connect(&m_tracks, &PagedModelBase::stateChanged, this, &RatingsPage::updateState);
    connect(&m_tracks, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

void RatingsPage::setupGrid(CoverGrid& grid, PagedModelBase& model, const QString& name)
{
    grid.setObjectName(name);
    grid.setAccessibleName(&grid == m_albumGrid ? tr("Rated albums") : tr("Rated artists"));
    grid.setLongModel(&model);
    grid.setRatable(true);
    grid.setCardDrag([this](qint64 id) { return ItemDrag::of(routeOf(id), m_library.key()); });
    connect(&grid, &CoverGrid::cardOpened, this,
        [this](qint64 id, OpenIn where) { Q_EMIT routeRequested(routeOf(id), where); });
    connect(&grid, &CoverGrid::cardPlayed, this,
        [this](qint64 id, PlayHow how) { Q_EMIT playAllRequested(routeOf(id), how); });
    connect(&grid, &CoverGrid::cardRated, this, [this](qint64 id, const types::OptionalRating& r) {
        Q_EMIT rateRequested({ types::ItemId { id } }, r);
    });
    connect(&grid, &CoverGrid::menuFilled, this, &RatingsPage::fillCardMenu);
    connect(&grid, &CoverGrid::typeAheadRequested, m_typeAhead, &TypeAhead::find);
    connect(&model, &PagedModelBase::loaded, this, &RatingsPage::updateState);
    connect(&model, &PagedModelBase::stateChanged, this, &RatingsPage::updateState);
}

void RatingsPage::setupQueue()
{
    connect(m_queue, &RateQueue::rateRequested, this, &RatingsPage::rateRequested);
    connect(m_queue, &RateQueue::counted, this, &RatingsPage::updateHeader);
}

void RatingsPage::fillCardMenu(QMenu& menu, qint64 id)
{
    menu.addSeparator();
    QMenu* rate = addRateMenu(
        menu, m_capabilities, { types::ItemId { id } },
        [this](const QList<types::ItemId>& items, std::stop_token stop) {
            return m_library.sharedRating(items, std::move(stop));
        },
        [this, id](const types::OptionalRating& rating) {
            Q_EMIT rateRequested({ types::ItemId { id } }, rating);
        });
    rate->addSeparator();
    connect(rate->addAction(tr("Former ratings…")), &QAction::triggered, this,
        [this, id] { Q_EMIT pastRatingsRequested({ id }); });
}

void RatingsPage::followLibrary()
{
    using library::Library;
    connect(&m_library, &Library::opened, this, [this] {
        m_isOutdated = true;
        if (isVisible()) {
            open({});
        }
    });
    connect(&m_library, &Library::changed, this, [this](const db::ChangeSet& changes) {
        if (changes.touches(library::kItemTable)) {
            if (isVisible()) { // the lists follow by themselves, hidden or not
                readCounts();
            }
        }
    });
}

void RatingsPage::open(const Route&)
{
    if (m_library.isOpen() && std::exchange(m_isOutdated, false)) {
        requery();
        if (m_tab == Tab::ToRate) {
            m_queue->start();
        }
    }
}

void RatingsPage::showEvent(QShowEvent* event)
{
    TrackPage::showEvent(event);
    if (m_library.isOpen()) {
        readCounts();
    }
}

QWidget* RatingsPage::focusTarget()
{
    switch (m_tab) {
    case Tab::Tracks:
        return m_table;
    case Tab::Albums:
    case Tab::Artists:
        return &grid();
    case Tab::ToRate:
        break;
    }
    return m_queue->focusTarget();
}

void RatingsPage::forget()
{
    TrackPage::forget();
    m_albums.forget();
    m_artists.forget();
    m_queue->forget();
    m_counts = {};
    m_values->setCounts({});
    m_isOutdated = true;
}

void RatingsPage::setDensity(Density density)
{
    TrackPage::setDensity(density);
    m_albumGrid->setDensity(density);
    m_artistGrid->setDensity(density);
}

QByteArray RatingsPage::viewState() const
{
    return m_order->currentIndex() == 0 ? "best" : "latest";
}

void RatingsPage::restoreViewState(const QByteArray& state)
{
    m_order->setCurrentIndex(state == "latest" ? 1 : 0);
}

ItemType RatingsPage::type() const
{
    return m_tab == Tab::Albums ? ItemType::Album
        : m_tab == Tab::Artists ? ItemType::Artist
                                : ItemType::Track;
}

PagedModelBase& RatingsPage::model()
{
    return m_tab == Tab::Albums ? static_cast<PagedModelBase&>(m_albums)
        : m_tab == Tab::Artists ? static_cast<PagedModelBase&>(m_artists)
                                : m_tracks;
}

CoverGrid& RatingsPage::grid() const
{
    return m_tab == Tab::Artists ? *m_artistGrid : *m_albumGrid;
}

Route RatingsPage::routeOf(qint64 id)
{
    const auto [first, last] = library::idRange(ItemType::Album);
    return id >= first && id < last ? Route::album({ id }) : Route::artist({ id }, {});
}

void RatingsPage::showTab(Tab tab)
{
    m_tab = tab;
    m_tabs->button(int(tab))->setChecked(true);
    const bool isList = tab != Tab::ToRate;
    m_order->setVisible(isList);
    m_content->setCurrentIndex(isList ? 0 : 1);
    if (isList) {
        m_lists->setCurrentIndex(int(tab));
        m_values->setValue({});
        requery();
    } else if (m_library.isOpen()) {
        m_queue->start();
    }
    updateHeader();
    focusTarget()->setFocus();
}

void RatingsPage::requery()
{
    if (!m_library.isOpen()) {
        return;
    }
    library::RatedQuery query;
    query.type = type();
    query.halfStars = m_values->value();
    query.order = m_order->currentIndex() == 0 ? RatedOrder::Best : RatedOrder::Latest;
    switch (query.type) {
    case ItemType::Album:
        m_albums.show(query);
        break;
    case ItemType::Artist:
        m_artists.show(query);
        break;
    default:
        m_tracks.showRated(query);
        break;
    }
    readCounts();
}

void RatingsPage::readCounts()
{
    std::stop_token stop = m_countsRead.begin();
    m_countsRead.deliver(m_library.ratedCounts(type(), std::move(stop)), this,
        [this](const util::Result<library::RatedCounts>& counts) {
            if (counts) { // else the list says what is wrong
                m_counts = *counts;
                m_values->setCounts(*counts);
                updateHeader();
            }
        });
}

QString RatingsPage::headingOf(const library::RatedMark& mark) const
{
    if (m_order->currentIndex() == 0) {
        return format::rating(types::OptionalRating(types::Rating::fromPlex(mark.halfStars)));
    }
    return mark.ratedAt > 0
        ? locale().toString(QDateTime::fromSecsSinceEpoch(mark.ratedAt).date(), u"MMMM yyyy"_s)
        : tr("Nobody knows when");
}

void RatingsPage::showHeadings()
{
    QHash<int, QString> headings;
    for (const library::RatedMark& mark : m_tracks.marks()) {
        if (mark.row < m_tracks.rowCount()) {
            headings.insert(int(mark.row), headingOf(mark));
        }
    }
    m_table->setHeadings(headings);
}

void RatingsPage::updateState()
{
    if (m_tab == Tab::ToRate) {
        return;
    }
    PagedModelBase& list = model();
    m_values->setVisible(list.state() != PagedModelBase::State::Empty || m_values->value());
    switch (list.state()) {
    case PagedModelBase::State::Loading:
        m_states->showLoading();
        return;
    case PagedModelBase::State::Failed:
        m_states->showError(list.error(), tr("What you rated could not be read."));
        return;
    case PagedModelBase::State::Empty:
        m_states->showEmpty(u"star"_s, tr("Nothing rated yet"),
            isOfTracks() ? tr("The stars you give appear here, the best first. Press 1 to 5 in any "
                              "list, or begin with what you played lately.")
                         : tr("The stars you give to albums and artists appear here. Their pages "
                              "and menus have them."),
            tr("Rate what you played"));
        break;
    case PagedModelBase::State::Ready:
        m_states->showContent();
        break;
    }
    updateHeader();
}

void RatingsPage::updateHeader()
{
    if (m_tab == Tab::ToRate) {
        setHeader(
            tr("Ratings"), tr("%Ln track(s) without a rating", nullptr, int(m_queue->count())));
        return;
    }
    const qint64 total = m_counts.total();
    double sum = 0;
    for (size_t halves = 0; halves < m_counts.byHalfStars.size(); ++halves) {
        sum += double(m_counts.byHalfStars.at(halves)) * double(halves) / 2;
    }
    setHeader(tr("Ratings"),
        total > 0 ? tr("%1 rated, %2 stars on average")
                        .arg(format::count(total), locale().toString(sum / double(total), 'f', 1))
                  : QString());
}

void RatingsPage::playFrom(int row)
{
    QList<types::ItemId> items;
    for (int i = row; i < qMin(m_tracks.rowCount(), row + lists::kMostPlayed); ++i) {
        items.append(m_tracks.item(i));
    }
    Q_EMIT playListRequested(items, 0);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/trackspage.h"

#include "ui/common/errorbar.h"
#include "ui/common/filterfield.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/lists.h"
#include "ui/common/theme.h"
#include "ui/common/tracktable.h"
#include "ui/common/typeahead.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kFilterWidth = 240;
constexpr int kLeastFilterWidth = 110;

} // namespace

TracksPage::TracksPage(
    library::Library& library, Covers& covers, Capabilities& capabilities, QWidget* parent)
    : TrackPage(parent)
    , m_library(library)
    , m_capabilities(capabilities)
    , m_model(library)
    , m_table(new TrackTable(covers, capabilities))
    , m_filter(new FilterField(tr("Filter tracks")))
    , m_states(makeStates(inset(m_table), StatePage::Skeleton::Rows))
    , m_typeAhead(new TypeAhead(
          [this](int first, int count, std::stop_token stop) {
              const library::TrackSort sort = m_query.sort.value(0).sort;
              const TrackColumn column = sort == library::TrackSort::Artist ? TrackColumn::Artist
                  : sort == library::TrackSort::Album                       ? TrackColumn::Album
                                                                            : TrackColumn::Title;
              return m_model.readTexts(column, first, count, std::move(stop));
          },
          [this] { return m_model.rowCount(); }, this))
{
    setObjectName(u"tracksPage"_s);
    setHeader(tr("Tracks"), {});
    m_filter->setObjectName(u"tracksFilter"_s);
    onTextSize(m_filter, [this] { fitFilter(); });
    m_table->setObjectName(u"tracksTable"_s);
    m_table->setAccessibleName(tr("Tracks"));
    auto* columns = new QToolButton;
    columns->setObjectName(u"tracksColumns"_s);
    columns->setIcon(icon(u"columns"_s));
    columns->setToolTip(tr("Choose columns"));
    columns->setAccessibleName(tr("Choose columns"));
    columns->setFocusPolicy(Qt::StrongFocus);
    addHeaderWidget(m_filter);
    addHeaderWidget(columns);
    setContent(m_states);
    setupTable();
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        m_table->popupColumnMenu(columns->mapToGlobal(QPoint(0, columns->height())));
    });
    connect(m_filter, &QLineEdit::textChanged, this, &TracksPage::requery);
    connect(m_filter, &FilterField::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_states, &StatePage::retryRequested, this, &TracksPage::requery);
    connect(m_states, &StatePage::actionRequested, this, [this] {
        if (m_filter->text().isEmpty()) {
            Q_EMIT syncRequested();
        } else {
            m_filter->clear();
        }
    });
    connect(&m_library, &library::Library::opened, this, &TracksPage::requery);
    capabilities.bind(m_states->action(), account::Feature::Sync);
    m_states->showLoading();
}

void TracksPage::setupTable()
{
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album,
                            TrackColumn::Rating, TrackColumn::Duration, TrackColumn::Plays },
        {});
    m_table->setSortable(true);
    m_table->showSort(library::TrackSort::Default, false);
    connect(m_table, &TrackTable::rowActivated, this, &TracksPage::playFrom);
    connect(m_table, &TrackTable::filterRequested, m_filter, qOverload<>(&QWidget::setFocus));
    connect(m_table, &TrackTable::typeAheadRequested, m_typeAhead, &TypeAhead::find);
    connect(m_typeAhead, &TypeAhead::found, m_table, &TrackTable::selectRow);
    connect(m_table, &TrackTable::sortRequested, this,
        [this](library::TrackSort sort, bool descending) {
            m_query.sort = { { sort, descending } };
            m_table->showSort(sort, descending);
            requery();
        });
    connect(&m_model, &PagedModelBase::stateChanged, this, &TracksPage::updateState);
    connect(&m_model, &PagedModelBase::loaded, this, &TracksPage::updateState);
    connect(&m_model, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

void TracksPage::fitFilter()
{
    m_filter->setFixedWidth(qBound(scaled(kLeastFilterWidth), width() / 3, scaled(kFilterWidth)));
}

void TracksPage::resizeEvent(QResizeEvent* event)
{
    fitFilter();
    TrackPage::resizeEvent(event);
}

QWidget* TracksPage::focusTarget()
{
    return m_table;
}

void TracksPage::open(const Route& route)
{
    const types::ItemId artist { route.id };
    if (std::exchange(m_isOpened, true) && this->artist() == artist) {
        return;
    }
    m_query.artists = artist.isValid() ? QList { artist } : QList<types::ItemId>();
    m_artistName = route.text;
    setHeader(artist.isValid() ? m_artistName : tr("Tracks"), {});
    if (m_library.isOpen()) {
        requery();
    }
}

void TracksPage::requery()
{
    m_query.text = m_filter->text();
    m_model.show(m_query);
}

void TracksPage::updateState()
{
    const int rows = m_model.rowCount();
    const bool isFirstStep
        = m_model.state() == PagedModelBase::State::Empty && m_filter->text().isEmpty();
    m_capabilities.need(m_states->action(), isFirstStep); // that is to synchronise
    switch (m_model.state()) {
    case PagedModelBase::State::Loading:
        m_states->showLoading();
        return;
    case PagedModelBase::State::Failed:
        m_states->showError(m_model.error(), tr("The track list could not be read."));
        return;
    case PagedModelBase::State::Empty:
        if (!m_filter->text().isEmpty()) {
            m_states->showEmpty(u"filter"_s, tr("Nothing matches"),
                tr("No track, artist or album begins with these words."), tr("Clear the filter"));
        } else {
            m_states->showEmpty(u"track"_s, tr("No tracks yet"),
                tr("The music of your Plex server appears here, also offline. The first "
                   "synchronisation fills this list."),
                tr("Synchronise now"));
        }
        break;
    case PagedModelBase::State::Ready:
        m_states->showContent();
        break;
    }
    setHeader(artist().isValid() ? m_artistName : tr("Tracks"), format::tracks(rows));
}

void TracksPage::playFrom(int row)
{
    QList<types::ItemId> items;
    for (int i = row; i < qMin(m_model.rowCount(), row + lists::kMostPlayed); ++i) {
        items.append(m_model.item(i));
    }
    Q_EMIT playListRequested(items, 0);
}

} // namespace ui

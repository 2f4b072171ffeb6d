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
#include "ui/library/columnbrowser.h"
#include "ui/library/genretabs.h"

#include <QSignalBlocker>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

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
          [this](const QString& text, qint64 from, std::stop_token stop) {
              return m_library.rowBeginningWith(
                  m_model.spine(), library::listOrderOf(m_query), text, from, std::move(stop));
          },
          this))
    , m_tabs(new GenreTabs(Route::Place::Tracks, u"tracks"_s))
    , m_browser(new ColumnBrowser(library, covers))
    , m_browserButton(new QToolButton)
{
    setObjectName(u"tracksPage"_s);
    setHeader(tr("Tracks"), {});
    m_table->setObjectName(u"tracksTable"_s);
    m_table->setAccessibleName(tr("Tracks"));
    setupHeader();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_browser, 2);
    column->addWidget(m_states, 3);
    setContent(content);
    setupTable();
    setupBrowser();
    connect(m_tabs, &GenreTabs::routeRequested, this, &TracksPage::routeRequested);
    connect(m_filter, &QLineEdit::textChanged, this, &TracksPage::requery);
    connect(m_filter, &FilterField::left, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_states, &StatePage::retryRequested, this, &TracksPage::requery);
    connect(m_states, &StatePage::actionRequested, this, [this] {
        if (isLimited()) {
            m_browser->chooseAll();
            m_filter->clear();
        } else {
            Q_EMIT syncRequested();
        }
    });
    connect(&m_library, &library::Library::opened, this, [this] {
        if (!m_browser->isHidden()) {
            m_browser->start();
        }
        requery();
    });
    capabilities.bind(m_states->action(), account::Feature::Sync);
    m_states->showLoading();
}

void TracksPage::setupHeader()
{
    m_filter->setObjectName(u"tracksFilter"_s);
    onTextSize(m_filter, [this] { fitFilter(); });
    m_browserButton->setObjectName(u"tracksBrowser"_s);
    m_browserButton->setIcon(icon(u"browser"_s));
    m_browserButton->setToolTip(tr("Browse by genre, artist and album"));
    m_browserButton->setAccessibleName(tr("Browse by genre, artist and album"));
    m_browserButton->setCheckable(true);
    m_browserButton->setFocusPolicy(Qt::StrongFocus);
    auto* columns = new QToolButton;
    columns->setObjectName(u"tracksColumns"_s);
    columns->setIcon(icon(u"columns"_s));
    columns->setToolTip(tr("Choose columns"));
    columns->setAccessibleName(tr("Choose columns"));
    columns->setFocusPolicy(Qt::StrongFocus);
    addHeaderWidget(m_filter);
    addHeaderWidget(m_browserButton);
    addHeaderWidget(columns);
    connect(columns, &QToolButton::clicked, this, [this, columns] {
        m_table->popupColumnMenu(columns->mapToGlobal(QPoint(0, columns->height())));
    });
}

void TracksPage::setupBrowser()
{
    m_browser->hide();
    connect(m_browserButton, &QToolButton::toggled, this, [this](bool shown) {
        showBrowser(shown);
        Q_EMIT viewStateChanged();
    });
    connect(m_browser, &ColumnBrowser::chosenChanged, this, &TracksPage::requery);
    connect(m_browser, &ColumnBrowser::activated, this, [this] {
        m_isToBePlayed = true; // when they are there
        requery();
    });
}

void TracksPage::showBrowser(bool shown)
{
    const bool isWhole = m_route.id == 0 && m_route.text.isEmpty();
    m_browserButton->setVisible(isWhole); // of an artist or a genre there is nothing to choose
    const bool wasShown = !m_browser->isHidden();
    m_browser->setVisible(shown && isWhole);
    if (m_browser->isHidden() == wasShown && m_library.isOpen()) {
        if (!wasShown) {
            m_browser->start();
        }
        requery();
    }
}

void TracksPage::sortBy(const QList<library::SortKey>& keys)
{
    m_query.sort = keys;
    m_table->showSort(keys);
    requery();
    Q_EMIT viewStateChanged();
}

void TracksPage::forget()
{
    m_browser->forget();
    TrackPage::forget();
}

QByteArray TracksPage::viewState() const
{
    QByteArrayList words { m_browserButton->isChecked() ? "browser" : "list" };
    for (const library::SortKey& key : m_query.sort) {
        const auto specs = trackColumns();
        const auto column = std::ranges::find(specs, key.sort, &TrackColumnSpec::sort);
        if (column != specs.end()) { // their numbers are stored elsewhere, too
            words.append(QByteArray::number(int(column->column)) + (key.descending ? "-" : "+"));
        }
    }
    return words.join(' ');
}

void TracksPage::restoreViewState(const QByteArray& state)
{
    const QByteArrayList words = state.split(' ');
    QList<library::SortKey> keys;
    for (const QByteArray& word : words.mid(1)) {
        bool isNumber = false;
        const int column = word.chopped(qMin<qsizetype>(1, word.size())).toInt(&isNumber);
        if (isNumber && column >= 0 && column < std::ssize(trackColumns())
            && keys.size() < library::kMostSortKeys) {
            keys.append({ specOf(static_cast<TrackColumn>(column)).sort, word.endsWith('-') });
        }
    }
    m_query.sort = keys;
    m_table->showSort(keys);
    const QSignalBlocker quiet(m_browserButton); // nothing was chosen now
    m_browserButton->setChecked(words.constFirst() == "browser");
}

void TracksPage::setupTable()
{
    m_table->setTrackModel(&m_model, &m_model);
    m_table->setColumns({ TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album,
                            TrackColumn::Rating, TrackColumn::Duration, TrackColumn::Plays },
        {});
    m_table->setSortable(true);
    connect(m_table, &TrackTable::rowActivated, this, &TracksPage::playFrom);
    connect(m_table, &TrackTable::filterRequested, m_filter, qOverload<>(&QWidget::setFocus));
    connect(m_table, &TrackTable::typeAheadRequested, m_typeAhead, &TypeAhead::find);
    connect(m_typeAhead, &TypeAhead::found, m_table, &TrackTable::selectRow);
    connect(m_table, &TrackTable::sortRequested, this, &TracksPage::sortBy);
    connect(&m_model, &PagedModelBase::stateChanged, this, &TracksPage::updateState);
    connect(&m_model, &PagedModelBase::loaded, this, [this] {
        updateState();
        if (std::exchange(m_isToBePlayed, false) && m_model.rowCount() > 0) {
            playFrom(0);
        }
    });
    connect(&m_model, &PagedModelBase::pageFailed, this, [this](const util::Error& error) {
        errorBar().show(error, tr("Some tracks could not be read."), false);
    });
}

void TracksPage::fitFilter()
{
    m_filter->fitInto(width());
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
    if (std::exchange(m_isOpened, true) && route == m_route) {
        return;
    }
    m_route = route;
    const types::ItemId artist { route.id };
    const bool isOfGenre = !artist.isValid() && !route.text.isEmpty();
    m_query.artists = artist.isValid() ? QList { artist } : QList<types::ItemId>();
    m_query.genres = isOfGenre ? QStringList { route.text } : QStringList();
    m_query.albums = {};
    m_tabs->setGenre(isOfGenre ? route.text : QString());
    setHeader(heading(), {});
    showBrowser(m_browserButton->isChecked());
    if (m_library.isOpen()) {
        requery();
    }
}

QString TracksPage::heading() const
{
    return m_route.text.isEmpty() ? tr("Tracks") : m_route.text;
}

void TracksPage::requery()
{
    m_query.text = m_filter->text();
    if (!m_browser->isHidden()) {
        m_browser->limit(m_query);
    } else if (m_route.id == 0 && m_route.text.isEmpty()) {
        m_query.genres = QStringList();
        m_query.artists = {};
        m_query.albums = {};
    }
    m_model.show(m_query);
}

bool TracksPage::isLimited() const
{
    return !m_filter->text().isEmpty() || (!m_browser->isHidden() && m_browser->isLimiting());
}

void TracksPage::updateState()
{
    const int rows = m_model.rowCount();
    const bool isFirstStep = m_model.state() == PagedModelBase::State::Empty && !isLimited();
    m_capabilities.need(m_states->action(), isFirstStep); // that is to synchronise
    switch (m_model.state()) {
    case PagedModelBase::State::Loading:
        m_states->showLoading();
        return;
    case PagedModelBase::State::Failed:
        m_states->showError(m_model.error(), tr("The track list could not be read."));
        return;
    case PagedModelBase::State::Empty:
        if (isLimited()) {
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
    setHeader(heading(), format::tracks(rows));
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

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/gridpage.h"

#include "ui/common/errorbar.h"
#include "ui/common/filterfield.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/itemdrag.h"
#include "ui/common/jumpbar.h"
#include "ui/common/ratingmenu.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kLongList = 50; // cards: a jump is of use from here on
constexpr int kWideEnough = 600; // for the name of the order on its button

} // namespace

GridPage::GridPage(library::Library& library, Covers& covers, Capabilities& capabilities,
    const Names& names, QWidget* parent)
    : Page(parent)
    , m_capabilities(capabilities)
    , m_readRating([&library](const QList<types::ItemId>& items, std::stop_token stop) {
        return library.sharedRating(items, std::move(stop));
    })
    , m_title(names.title)
    , m_filter(new FilterField(names.filter))
    , m_sort(new QToolButton)
    , m_sortMenu(new QMenu(m_sort))
    , m_grid(new CoverGrid(covers, capabilities, CoverGrid::Layout::Grid))
    , m_letters(new JumpBar)
    , m_column(new QVBoxLayout)
    , m_typeAhead(
          new TypeAhead([this](const QString& text, qint64 from,
                            std::stop_token stop) { return findRow(text, from, std::move(stop)); },
              this))
{
    setObjectName(names.object + u"Page"_s);
    setHeader(m_title, {});
    setupHeader(names);
    m_grid->setObjectName(names.object + u"Grid"_s);
    m_grid->setAccessibleName(names.title);
    m_grid->setCardDrag(
        [this, &library](qint64 id) { return ItemDrag::of(routeOf(id), library.key()); });
    m_letters->setObjectName(names.object + u"Letters"_s);
    auto* row = new QWidget;
    auto* inRow = new QHBoxLayout(row);
    inRow->setContentsMargins(space::kM, 0, space::kXs, 0);
    inRow->setSpacing(space::kXs);
    inRow->addWidget(m_grid, 1);
    inRow->addWidget(m_letters);
    m_states = makeStates(row, StatePage::Skeleton::Covers);
    auto* content = new QWidget;
    content->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_states, 1);
    setContent(content);
    capabilities.bind(m_states->action(), account::Feature::Sync);
    m_states->showLoading();
    followLibrary(library);
}

void GridPage::followLibrary(library::Library& library)
{
    using library::Library;
    connect(&library, &Library::opened, this, [this] {
        if (m_isAsked) {
            requery();
        }
    });
    connect(&library, &Library::changed, this, [this](const db::ChangeSet& changes) {
        if (isVisible()) {
            follow(changes);
        } else {
            m_isOutdated = true;
        }
    });
}

void GridPage::setupHeader(const Names& names)
{
    m_filter->setObjectName(names.object + u"Filter"_s);
    m_sort->setObjectName(names.object + u"Sort"_s);
    m_sort->setIcon(icon(u"sort"_s));
    m_sort->setPopupMode(QToolButton::InstantPopup);
    m_sort->setFocusPolicy(Qt::StrongFocus);
    m_sort->setMenu(m_sortMenu);
    m_sortMenu->setObjectName(names.object + u"SortMenu"_s);
    addHeaderWidget(m_filter);
    addHeaderWidget(m_sort);
    onTextSize(m_filter, [this] { fitHeader(); });
    connect(m_sortMenu, &QMenu::aboutToShow, this, &GridPage::fillSortMenu);
    connect(m_filter, &QLineEdit::textChanged, this, &GridPage::requery);
    connect(m_filter, &FilterField::left, m_grid, qOverload<>(&QWidget::setFocus));
}

void GridPage::setupGrid(PagedModelBase& model, const QList<SortChoice>& sorts)
{
    m_sorts = sorts;
    m_isDescending = sorts.constFirst().startsDescending;
    showSort();
    setupModel(model);
    connect(m_states, &StatePage::retryRequested, this, &GridPage::requery);
    connect(m_states, &StatePage::actionRequested, this, [this] {
        if (m_filter->text().isEmpty()) {
            firstStep();
        } else {
            m_filter->clear();
        }
    });
    connect(m_grid, &CoverGrid::cardOpened, this,
        [this](qint64 id, OpenIn where) { Q_EMIT routeRequested(routeOf(id), where); });
    connect(m_grid, &CoverGrid::cardPlayed, this,
        [this](qint64 id, PlayHow how) { Q_EMIT playAllRequested(routeOf(id), how); });
    connect(m_grid, &CoverGrid::cardRated, this, &GridPage::rate);
    connect(m_grid, &CoverGrid::menuFilled, this, &GridPage::fillMenu);
    connect(m_grid, &CoverGrid::typeAheadRequested, m_typeAhead, &TypeAhead::find);
    connect(m_typeAhead, &TypeAhead::found, m_grid, &CoverGrid::selectRow);
    connect(m_grid, &CoverGrid::scrolled, this, &GridPage::showCurrentLetter);
    connect(m_letters, &JumpBar::jumped, m_grid, &CoverGrid::scrollToRow);
}

void GridPage::setupModel(PagedModelBase& model)
{
    m_model = &model;
    m_grid->setLongModel(&model);
    connect(&model, &PagedModelBase::stateChanged, this, &GridPage::updateState);
    connect(&model, &PagedModelBase::loaded, this, &GridPage::listLoaded);
    connect(&model, &PagedModelBase::pageFailed, this,
        [this](const util::Error& error) { errorBar().show(error, failureText(), false); });
}

void GridPage::addAbove(QWidget* widget)
{
    m_column->insertWidget(0, widget);
}

void GridPage::setDensity(Density density)
{
    m_grid->setDensity(density);
}

void GridPage::forget()
{
    m_letters->setMarks({});
    m_model->forget();
}

QWidget* GridPage::focusTarget()
{
    return m_grid;
}

QString GridPage::filterText() const
{
    return m_filter->text();
}

int GridPage::sort() const
{
    return m_sorts.at(m_choice).sort;
}

QByteArray GridPage::viewState() const
{
    return QByteArray(m_sorts.at(m_choice).key) + (m_isDescending ? " descending" : " ascending");
}

void GridPage::restoreViewState(const QByteArray& state)
{
    const QByteArrayList words = state.split(' ');
    const auto found = std::ranges::find_if(
        m_sorts, [&words](const SortChoice& each) { return words.constFirst() == each.key; });
    if (found == m_sorts.end()) {
        return;
    }
    m_choice = int(found - m_sorts.begin());
    m_isDescending = words.value(1) == "descending";
    showSort();
}

void GridPage::setHeading(const QString& title)
{
    m_title = title;
    setHeader(title, {});
}

void GridPage::fillSortMenu()
{
    m_sortMenu->clear();
    auto* keys = new QActionGroup(m_sortMenu);
    for (int i = 0; i < m_sorts.size(); ++i) {
        const SortChoice& choice = m_sorts.at(i);
        QAction* action = m_sortMenu->addAction(choice.title);
        action->setObjectName(u"sortBy."_s + QLatin1String(choice.key));
        action->setCheckable(true);
        action->setChecked(i == m_choice);
        keys->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, i, descending = choice.startsDescending] { sortBy(i, descending); });
    }
    m_sortMenu->addSeparator();
    auto* directions = new QActionGroup(m_sortMenu);
    for (const bool descending : { false, true }) {
        QAction* action = m_sortMenu->addAction(descending ? tr("Descending") : tr("Ascending"));
        action->setObjectName(descending ? u"sortDescending"_s : u"sortAscending"_s);
        action->setCheckable(true);
        action->setChecked(descending == m_isDescending);
        directions->addAction(action);
        connect(action, &QAction::triggered, this,
            [this, descending] { sortBy(m_choice, descending); });
    }
}

void GridPage::sortBy(int choice, bool descending)
{
    if (choice == m_choice && descending == m_isDescending) {
        return;
    }
    m_choice = choice;
    m_isDescending = descending;
    showSort();
    requery();
    Q_EMIT viewStateChanged();
}

void GridPage::showSort()
{
    const QString title = m_sorts.at(m_choice).title;
    const QString how = m_isDescending ? tr("Sorted by %1, descending").arg(title)
                                       : tr("Sorted by %1, ascending").arg(title);
    m_sort->setToolTip(how);
    m_sort->setAccessibleName(how);
    fitHeader();
}

void GridPage::fitHeader()
{
    m_filter->fitInto(width());
    const bool isWide = width() >= scaled(kWideEnough);
    m_sort->setText(isWide && !m_sorts.isEmpty() ? m_sorts.at(m_choice).title : QString());
    m_sort->setToolButtonStyle(isWide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

void GridPage::resizeEvent(QResizeEvent* event)
{
    fitHeader();
    Page::resizeEvent(event);
}

void GridPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (std::exchange(m_isOutdated, false) && m_isAsked) {
        m_model->refreshAll();
        m_model->reload();
    }
}

void GridPage::requery()
{
    m_isAsked = true;
    m_isFresh = true;
    m_isOutdated = false;
    query();
}

void GridPage::listLoaded()
{
    updateState();
    if (std::exchange(m_isFresh, false)) {
        m_grid->scrollToTop();
    }
    const std::stop_token stop = m_marksRead.begin();
    m_marksRead.deliver(
        readMarks(stop), this, [this](const util::Result<QList<library::JumpMark>>& marks) {
            // A short list is scrolled as quickly, and so is any whose letters could not be read.
            const bool isLong = m_model->rowCount() >= kLongList;
            m_letters->setMarks(isLong && marks ? *marks : QList<library::JumpMark>());
            showCurrentLetter();
        });
}

void GridPage::showCurrentLetter()
{
    m_letters->showRow(m_grid->firstRow());
}

void GridPage::updateState()
{
    const bool isFiltered = !m_filter->text().isEmpty();
    const bool isEmpty = m_model->state() == PagedModelBase::State::Empty;
    m_capabilities.need(m_states->action(), isEmpty && !isFiltered && absence().needsSync);
    switch (m_model->state()) {
    case PagedModelBase::State::Loading:
        m_states->showLoading();
        return;
    case PagedModelBase::State::Failed:
        m_states->showError(m_model->error(), failureText());
        return;
    case PagedModelBase::State::Empty:
        if (isFiltered) {
            m_states->showEmpty(u"filter"_s, tr("Nothing matches"),
                tr("Nothing here begins with these words."), tr("Clear the filter"));
        } else {
            const Absence nothing = absence();
            m_states->showEmpty(nothing.iconName, nothing.title, nothing.text, nothing.action);
        }
        break;
    case PagedModelBase::State::Ready:
        m_states->showContent();
        break;
    }
    setHeader(m_title, countText(m_model->rowCount()));
}

void GridPage::fillMenu(QMenu&, qint64) { }

void GridPage::addRating(QMenu& menu, qint64 id)
{
    menu.addSeparator();
    QMenu* rate = addRateMenu(menu, m_capabilities, { types::ItemId { id } }, m_readRating,
        [this, id](const types::OptionalRating& rating) { GridPage::rate(id, rating); });
    rate->addSeparator();
    QAction* past = rate->addAction(tr("Former ratings…"));
    past->setObjectName(u"pastRatings"_s);
    connect(past, &QAction::triggered, this, [this, id] { Q_EMIT pastRatingsRequested({ id }); });
}

void GridPage::rate(qint64 id, const types::OptionalRating& rating)
{
    Q_EMIT rateRequested({ types::ItemId { id } }, rating);
    // A card has no stars that would show it.
    const QModelIndex card = m_model->index(m_model->rowOf(id), 0);
    errorBar().showNotice(
        tr("%1: %2.", "title, rating").arg(card.data().toString(), format::rating(rating)));
}

void GridPage::firstStep()
{
    Q_EMIT syncRequested();
}

} // namespace ui

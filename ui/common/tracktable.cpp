// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tracktable.h"

#include "ui/common/covers.h"
#include "ui/common/dragging.h"
#include "ui/common/editactions.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/listactions.h"
#include "ui/common/lists.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/stars.h"
#include "ui/common/stylepaint.h"
#include "ui/common/theme.h"
#include "ui/common/trackdelegate.h"
#include "ui/common/trackheader.h"
#include "ui/common/trackmenu.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Stars that stand below a row's heading, if it has one.
class TableStars final : public StarDelegate
{
public:
    TableStars(TrackTable* table, TrackDelegate* texts)
        : StarDelegate(table)
        , m_table(table)
        , m_texts(texts)
    {
    }

protected:
    QRect contentRect(const QRect& cell, const QModelIndex& index) const override
    {
        return m_table->headingOf(index.row()).isEmpty()
            ? cell
            : cell.adjusted(0, m_texts->headingHeight(), 0, 0);
    }

private:
    TrackTable* m_table;
    TrackDelegate* m_texts;
};

} // namespace

TrackTable::TrackTable(Covers& covers, Capabilities& capabilities, QWidget* parent)
    : QTableView(parent)
    , m_covers(covers)
    , m_capabilities(capabilities)
    , m_delegate(new TrackDelegate(this, covers))
    , m_stars(new TableStars(this, m_delegate))
    , m_header(new TrackHeader(this))
    , m_press(std::make_unique<DragPress>())
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setItemDelegate(m_delegate);
    setItemDelegateForColumn(int(TrackColumn::Rating), m_stars);
    verticalHeader()->hide();
    setupHeader();
    applyMetrics();
    connect(&covers, &Covers::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(m_stars, &StarDelegate::rated, this,
        [this](const QModelIndex& index, types::Rating rating) {
            const types::ItemId item = m_rows->item(index.row());
            const QList<types::ItemId> selected = selectedItems();
            Q_EMIT rateRequested(
                selected.contains(item) ? selected : QList<types::ItemId> { item }, rating);
        });
}

TrackTable::~TrackTable() = default;

void TrackTable::setupHeader()
{
    setHorizontalHeader(m_header);
    connect(m_header, &QHeaderView::sectionClicked, this, &TrackTable::headerClicked);
    connect(m_header, &TrackHeader::columnsChanged, this, &TrackTable::columnsChanged);
    connect(m_header, &TrackHeader::ratingsLockRequested, this, &TrackTable::ratingLockRequested);
}

void TrackTable::setTrackModel(PagedModelBase* model, TrackRows* rows)
{
    m_model = model;
    m_rows = rows;
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &TrackTable::rememberSelection);
    connect(model, &QAbstractItemModel::modelReset, this, &TrackTable::restoreSelection);
}

void TrackTable::forgetRows()
{
    if (m_model) {
        m_model->forget();
    }
}

void TrackTable::setColumns(const QSet<TrackColumn>& shown, const QSet<TrackColumn>& unavailable)
{
    m_header->setColumns(shown, unavailable);
}

void TrackTable::setCompact(bool compact)
{
    m_isCompact = compact;
    m_delegate->setCovers(!compact && m_header->isAvailable(TrackColumn::Album));
    applyMetrics();
}

void TrackTable::applyMetrics()
{
    m_delegate->refreshFonts();
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(
        ui::rowHeight(m_isCompact ? Density::Compact : Density::Comfortable));
    m_header->applyMetrics();
    setHeadings(QHash<int, QString>(m_headings));
}

void TrackTable::setSortable(bool sortable)
{
    m_isSortable = sortable;
    m_header->setSectionsClickable(sortable);
}

void TrackTable::showSort(const QList<library::SortKey>& keys)
{
    m_sort = keys;
    m_header->setSort(keys);
}

void TrackTable::headerClicked(int section)
{
    if (m_isSortable) {
        const library::TrackSort sort = specOf(static_cast<TrackColumn>(section)).sort;
        Q_EMIT sortRequested(nextSort(m_sort, sort, m_header->isAdding()));
    }
}

void TrackTable::setPlaying(types::ItemId item, bool isPlaying, int row)
{
    m_delegate->setPlaying(item, isPlaying, row);
    viewport()->update();
}

void TrackTable::setHeadings(const QHash<int, QString>& headings)
{
    const QHash<int, QString> before = std::exchange(m_headings, headings);
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        setRowHeight(it.key(), verticalHeader()->defaultSectionSize());
    }
    for (auto it = m_headings.cbegin(); it != m_headings.cend(); ++it) {
        setRowHeight(
            it.key(), verticalHeader()->defaultSectionSize() + m_delegate->headingHeight());
    }
}

void TrackTable::setRatingLocked(bool locked)
{
    m_stars->setLocked(locked);
    m_header->setRatingsLocked(locked);
}

bool TrackTable::isRatingLocked() const
{
    return m_stars->isLocked();
}

QList<int> TrackTable::selectedRowNumbers() const
{
    return lists::selectedRows(*this);
}

QList<types::ItemId> TrackTable::selectedItems() const
{
    QList<types::ItemId> items;
    for (const int row : selectedRowNumbers()) {
        const types::ItemId item = m_rows->item(row);
        if (item.isValid() && !m_rows->isMissing(row)) {
            items.append(item);
        }
    }
    return items;
}

void TrackTable::selectRow(int row)
{
    if (m_model && row >= 0 && row < m_model->rowCount()) {
        const QModelIndex index = m_model->index(row, int(TrackColumn::Title));
        selectionModel()->setCurrentIndex(
            index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        scrollTo(index);
    }
}

void TrackTable::rememberSelection()
{
    m_remembered.clear();
    for (const int row : selectedRowNumbers()) {
        m_remembered.insert(m_model->idAt(row));
    }
    m_rememberedCurrent = currentIndex().isValid() ? m_model->idAt(currentIndex().row()) : 0;
}

void TrackTable::restoreSelection()
{
    m_hoveredRow = -1;
    if (m_remembered.isEmpty() && m_rememberedCurrent == 0) {
        return;
    }
    QItemSelection selection;
    const std::vector<qint64>& spine = m_model->spine();
    const int last = m_model->columnCount() - 1;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_remembered.contains(spine[size_t(row)])) {
            const int first = row;
            while (row + 1 < m_model->rowCount() && m_remembered.contains(spine[size_t(row) + 1])) {
                ++row;
            }
            selection.append({ m_model->index(first, 0), m_model->index(row, last) });
        }
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int current = m_model->rowOf(m_rememberedCurrent);
    if (current >= 0) {
        selectionModel()->setCurrentIndex(
            m_model->index(current, int(TrackColumn::Title)), QItemSelectionModel::NoUpdate);
    }
    m_remembered.clear();
}

QByteArray TrackTable::saveColumns() const
{
    return m_header->save();
}

void TrackTable::restoreColumns(const QByteArray& state)
{
    m_header->restore(state);
}

void TrackTable::popupColumnMenu(const QPoint& globalPosition)
{
    m_header->popupMenu(globalPosition);
}

void TrackTable::keyboardSearch(const QString& search)
{
    Q_EMIT typeAheadRequested(m_typed.add(search), qMax(0, currentIndex().row()));
}

void TrackTable::play(PlayHow how)
{
    const QList<types::ItemId> items = selectedItems();
    if (how == PlayHow::Now && selectedRowNumbers().size() == 1) {
        Q_EMIT rowActivated(selectedRowNumbers().constFirst());
    } else if (!items.isEmpty()) {
        Q_EMIT playRequested(items, how);
    }
}

bool TrackTable::handleAction(ListAction action)
{
    switch (action) {
    case ListAction::Play:
        play(PlayHow::Now);
        return true;
    case ListAction::PlayNext:
        play(PlayHow::Next);
        return true;
    case ListAction::Enqueue:
        play(PlayHow::Append);
        return true;
    case ListAction::PlayPause:
        if (!isTyping()) {
            Q_EMIT playPauseRequested();
        }
        return !isTyping();
    }
    return false;
}

bool TrackTable::handleKey(QKeyEvent* event)
{
    if (const auto action = listActionOf(*event)) {
        return handleAction(*action);
    }
    if (const auto digit = stars::typedDigit(*event); digit && !isTyping()) {
        const QList<types::ItemId> items = selectedItems();
        if (!items.isEmpty()) {
            Q_EMIT rateRequested(
                items, *digit == 0 ? types::OptionalRating() : types::Rating::fromStars(*digit));
        }
        return true;
    }
    if (editActionOf(*event) == EditAction::Copy && copySelection()) {
        return true;
    }
    if (event->key() == Qt::Key_Escape && isTyping()) {
        m_typed.clear();
        return true;
    }
    if (event->matches(QKeySequence::Find)) {
        Q_EMIT filterRequested();
        return true;
    }
    return false;
}

bool TrackTable::copySelection()
{
    const QList<int> rows = selectedRowNumbers();
    if (!m_rows || rows.isEmpty()) {
        return false;
    }
    Dragging what = m_rows->dragging(rows);
    QGuiApplication::clipboard()->setMimeData(
        std::make_unique<ItemMime>(std::move(what.items), std::move(what.text)).release());
    return true;
}

void TrackTable::keyPressEvent(QKeyEvent* event)
{
    if (isTyping() && event->key() == Qt::Key_Space) {
        keyboardSearch(u" "_s);
        return;
    }
    if (!m_rows || !handleKey(event)) {
        QTableView::keyPressEvent(event);
    }
}

bool TrackTable::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        applyMetrics();
    } else if (event->type() == QEvent::ShortcutOverride) {
        // While something is typed, no shortcut takes a letter, digit or space away from it.
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (isPlain && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

void TrackTable::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Colors c = colorsOf(palette());
    const int first = rowAt(event->rect().top());
    if (model() && first >= 0) {
        const int bottom = rowAt(event->rect().bottom());
        const int last = bottom < 0 ? model()->rowCount() - 1 : bottom;
        for (int row = first; row <= last; ++row) {
            const bool isSelected = selectionModel()->isRowSelected(row, {});
            const bool isCurrent = hasFocus() && row == currentIndex().row();
            if (!isSelected && !isCurrent && row != m_hoveredRow) {
                continue;
            }
            int top = rowViewportPosition(row);
            int height = rowHeight(row);
            if (m_headings.contains(row)) {
                top += m_delegate->headingHeight();
                height -= m_delegate->headingHeight();
            }
            const QRect strip(0, top, viewport()->width(), height);
            if (isSelected || row == m_hoveredRow) {
                painter.setBrush(isSelected ? c.selection : c.hover);
                painter.drawRoundedRect(strip, space::kRadius, space::kRadius);
            } else if (window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
                stylepaint::focusRing(&painter, strip, c, space::kRadius);
            }
            if (isSelected) { // neighbours make one block
                if (row > 0 && selectionModel()->isRowSelected(row - 1, {})
                    && !m_headings.contains(row)) {
                    painter.drawRect(strip.adjusted(0, 0, 0, -height / 2));
                }
                if (selectionModel()->isRowSelected(row + 1, {}) && !m_headings.contains(row + 1)) {
                    painter.drawRect(strip.adjusted(0, height / 2, 0, 0));
                }
            }
            if (isCurrent) {
                painter.setBrush(c.accent);
                painter.drawRoundedRect(QRectF(0, top + 6, 3, height - 12), 1.5, 1.5);
            }
        }
    }
    painter.end();
    QTableView::paintEvent(event);
}

void TrackTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        viewport()->update(); // the sign of it is beside the cells, too
    }
}

QSize TrackTable::minimumSizeHint() const
{
    constexpr int kLeastRows = 3; // fewer are no list: the page scrolls instead
    const int head = horizontalHeader()->isHidden() ? 0 : horizontalHeader()->sizeHint().height();
    return { QTableView::minimumSizeHint().width(),
        head + kLeastRows * verticalHeader()->defaultSectionSize() + 2 * frameWidth() };
}

void TrackTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow) {
        return;
    }
    for (const int dirty : { m_hoveredRow, row }) {
        if (dirty >= 0) {
            viewport()->update(
                QRect(0, rowViewportPosition(dirty), viewport()->width(), rowHeight(dirty)));
        }
    }
    m_hoveredRow = row;
}

bool TrackTable::isStarCell(const QPoint& position) const
{
    return indexAt(position).column() == int(TrackColumn::Rating);
}

void TrackTable::mousePressEvent(QMouseEvent* event)
{
    const bool givesStars = isStarCell(event->position().toPoint()) && !isRatingLocked();
    m_press->press(*event, !givesStars);
    QTableView::mousePressEvent(event);
}

void TrackTable::mouseMoveEvent(QMouseEvent* event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    if (m_press->isMove(*event)) {
        QTableView::mouseMoveEvent(event);
    }
}

void TrackTable::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_press->isRelease()) {
        QTableView::mouseReleaseEvent(event);
    }
}

void TrackTable::startDrag(Qt::DropActions)
{
    if (!m_rows || !m_press->beginDrag()) {
        return;
    }
    Dragging what = m_rows->dragging(selectedRowNumbers());
    what.shownSide = m_delegate->coverSide(verticalHeader()->defaultSectionSize());
    what.shownRadius = TrackDelegate::kCoverRadius;
    ui::startDrag(*this, std::move(what), m_covers, dragActions());
}

void TrackTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (event->button() == Qt::LeftButton && index.isValid() && !isStarCell(position)) {
        Q_EMIT rowActivated(index.row());
        return;
    }
    QTableView::mouseDoubleClickEvent(event);
}

void TrackTable::leaveEvent(QEvent* event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void TrackTable::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint position = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        position = visualRect(currentIndex()).center();
    }
    const QList<types::ItemId> items = selectedItems();
    if (items.isEmpty()) {
        return;
    }
    QMenu* menu = trackMenu(*this, items, m_rows->track(currentIndex().row()));
    Q_EMIT menuOpening(menu);
    menu->popup(viewport()->mapToGlobal(position));
}

} // namespace ui

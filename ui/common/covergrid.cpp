// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/covergrid.h"

#include "ui/common/dragging.h"
#include "ui/common/openmenu.h"
#include "ui/common/playlistactions.h"
#include "ui/common/selectionkeeper.h"
#include "ui/common/stars.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ui {

CoverGrid::CoverGrid(Covers& covers, Capabilities& capabilities, Layout layout, QWidget* parent)
    : QListView(parent)
    , m_covers(&covers)
    , m_capabilities(capabilities)
    , m_layout(layout)
    , m_delegate(new CardDelegate(covers, capabilities, this))
    , m_press(std::make_unique<DragPress>())
{
    setModel(&m_short);
    setItemDelegate(m_delegate);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    if (layout == Layout::Shelf) {
        setFlow(QListView::LeftToRight);
        setWrapping(false);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    updateGrid();
    connect(&covers, &Covers::arrived, this, &CoverGrid::coverArrived);
    connect(
        this, &QObject::destroyed, &covers, [&covers, view = this] { covers.setInSight(view, 0); });
    connect(&capabilities, &Capabilities::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListView::activated, this,
        [this](const QModelIndex& index) { openCard(index, OpenIn::Here); });
    for (const QScrollBar* bar : { horizontalScrollBar(), verticalScrollBar() }) {
        connect(bar, &QScrollBar::valueChanged, this, &CoverGrid::scrolled);
        connect(bar, &QScrollBar::rangeChanged, this, &CoverGrid::scrolled);
    }
}

CoverGrid::~CoverGrid() = default;

void CoverGrid::setCards(const QList<Card>& cards)
{
    m_short.setCards(cards);
}

void CoverGrid::setLongModel(PagedModelBase* model)
{
    setModel(model);
    new SelectionKeeper(*this, *model); // a child of the grid
    connect(model, &QAbstractItemModel::modelReset, this, [this] { m_delegate->setHovered({}); });
}

void CoverGrid::setCardDrag(CardDrag items)
{
    m_cardDrag = std::move(items);
    setDragEnabled(true);
}

void CoverGrid::setShape(CardDelegate::Shape shape)
{
    m_delegate->setShape(shape);
    updateGrid();
}

void CoverGrid::setDensity(Density density)
{
    m_delegate->setDensity(density);
    updateGrid();
}

void CoverGrid::openCard(const QModelIndex& index, OpenIn where)
{
    if (index.isValid() && !index.data(PagedModelBase::PlaceholderRole).toBool()) {
        Q_EMIT cardOpened(index.data(PagedModelBase::IdRole).toLongLong(), where);
    }
}

void CoverGrid::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid() || index.data(PagedModelBase::PlaceholderRole).toBool()) {
        return;
    }
    const qint64 id = index.data(PagedModelBase::IdRole).toLongLong();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"cardMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    (void)addPlayActions(
        *menu, m_capabilities, [this, id](PlayHow how) { Q_EMIT cardPlayed(id, how); });
    const ItemDrag items = m_cardDrag ? m_cardDrag(id) : ItemDrag();
    if (!items.isEmpty()) {
        menu->addSeparator();
        addPlaylistMenu(
            *menu, [this, items](QMenu& add) { Q_EMIT playlistMenuRequested(&add, items); });
    }
    Q_EMIT menuFilled(*menu, id);
    menu->addSeparator();
    addOpenActions(*menu, [this, id](OpenIn where) { Q_EMIT cardOpened(id, where); });
    menu->popup(viewport()->mapToGlobal(isKey ? visualRect(index).center() : event->pos()));
}

QSize CoverGrid::sizeHint() const
{
    const QSize card = m_delegate->cardSize();
    return m_layout == Layout::Shelf ? QSize(card.width() * 4, card.height() + 2)
                                     : QListView::sizeHint();
}

QSize CoverGrid::minimumSizeHint() const
{
    const QSize card = m_delegate->cardSize();
    return { card.width(), m_layout == Layout::Shelf ? card.height() + 2 : card.height() / 2 };
}

void CoverGrid::page(int direction)
{
    QScrollBar* bar = horizontalScrollBar();
    const int card = m_delegate->cardSize().width();
    const int step = qMax(card, viewport()->width() / card * card);
    bar->setValue(bar->value() + direction * step);
}

bool CoverGrid::canPage(int direction) const
{
    const QScrollBar* bar = horizontalScrollBar();
    return direction < 0 ? bar->value() > bar->minimum() : bar->value() < bar->maximum();
}

void CoverGrid::selectRow(int row)
{
    if (row >= 0 && row < model()->rowCount()) {
        const QModelIndex index = model()->index(row, 0);
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void CoverGrid::scrollToRow(int row)
{
    if (row >= 0 && row < model()->rowCount()) {
        scrollTo(model()->index(row, 0), PositionAtTop);
    }
}

std::pair<int, int> CoverGrid::rowsInSight() const
{
    const int rows = model()->rowCount();
    const int height = gridSize().height();
    if (m_layout == Layout::Shelf || height <= 0) {
        return { 0, rows - 1 };
    }
    // All lines are as high as the grid says: where one begins can be counted.
    const int top = verticalOffset() / height;
    const int bottom = (verticalOffset() + viewport()->height()) / height;
    return { qMin(top * m_columns, rows - 1), qMin((bottom + 1) * m_columns, rows) - 1 };
}

int CoverGrid::firstRow() const
{
    return model()->rowCount() > 0 ? rowsInSight().first : -1;
}

void CoverGrid::coverArrived(const QString& thumb)
{
    if (!isVisible()) {
        return;
    }
    const auto [first, last] = rowsInSight();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (index.data(ThumbRole).toString() == thumb) {
            update(index);
        }
    }
}

void CoverGrid::tellInSight()
{
    if (!m_covers) {
        return;
    }
    const QSize cell = gridSize();
    const bool isShelf = m_layout == Layout::Shelf;
    const int across = isShelf ? viewport()->width() / qMax(1, cell.width()) + 2 : m_columns;
    const int lines = isShelf ? 1 : viewport()->height() / qMax(1, cell.height()) + 2;
    m_covers->setInSight(this, isVisible() ? across * lines : 0);
}

bool CoverGrid::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        m_delegate->refreshMetrics();
        updateGrid();
        updateGeometry();
    } else if (event->type() == QEvent::ShortcutOverride && isTyping()) {
        // No shortcut takes a letter, digit or space away from what is typed.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
        if (isPlain && !key->text().isEmpty() && key->text().at(0).isPrint()) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

bool CoverGrid::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString reason = m_capabilities.reason(account::Feature::Play);
        if (!reason.isEmpty() && isPlayButton(indexAt(help->pos()), help->pos())) {
            QToolTip::showText(help->globalPos(), plainToolTip(reason), viewport());
            return true;
        }
    }
    return QListView::viewportEvent(event);
}

void CoverGrid::wheelEvent(QWheelEvent* event)
{
    const bool isSideways = qAbs(event->angleDelta().x()) > qAbs(event->angleDelta().y());
    if (m_layout == Layout::Shelf && !isSideways) {
        event->ignore(); // the page scrolls
        return;
    }
    QListView::wheelEvent(event);
}

void CoverGrid::keyboardSearch(const QString& search)
{
    Q_EMIT typeAheadRequested(m_typed.add(search), qMax(0, currentIndex().row()));
}

void CoverGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        if (isTyping()) {
            keyboardSearch(u" "_s);
        } else {
            event->ignore(); // play or pause
        }
        return;
    }
    if (event->key() == Qt::Key_Escape && isTyping()) {
        m_typed.clear();
        return;
    }
    if (m_layout == Layout::Shelf && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        event->ignore();
        return;
    }
    if (opensNewPane(*event)) {
        openCard(currentIndex(), OpenIn::NewPane);
        return;
    }
    if (!rateByKey(*event)) {
        QListView::keyPressEvent(event);
    }
}

bool CoverGrid::rateByKey(const QKeyEvent& event)
{
    const auto digit = stars::typedDigit(event);
    if (!m_isRatable || !digit || isTyping() || !currentIndex().isValid()) {
        return false;
    }
    Q_EMIT cardRated(currentIndex().data(PagedModelBase::IdRole).toLongLong(),
        *digit == 0 ? types::OptionalRating() : types::Rating::fromStars(*digit));
    return true;
}

void CoverGrid::mousePressEvent(QMouseEvent* event)
{
    m_pressed = indexAt(event->position().toPoint());
    m_press->press(*event, !isPlayButton(m_pressed, event->position().toPoint()));
    QListView::mousePressEvent(event);
}

void CoverGrid::startDrag(Qt::DropActions)
{
    const QModelIndex index = m_pressed;
    if (!m_cardDrag || !index.isValid() || !m_covers || !m_press->beginDrag()) {
        return;
    }
    const qint64 id = index.data(PagedModelBase::IdRole).toLongLong();
    Dragging what
        = Dragging::one(m_cardDrag(id), index.data().toString(), index.data(OwnerRole).toString(),
            index.data(ThumbRole).toString(), index.data(IconNameRole).toString());
    what.shownSide = m_delegate->coverSide();
    what.shownRadius
        = index.data(RoundRole).toBool() ? what.shownSide / 2.0 : double(space::kCardRadius);
    ui::startDrag(*this, std::move(what), *m_covers);
}

void CoverGrid::mouseReleaseEvent(QMouseEvent* event)
{
    QModelIndex index = indexAt(event->position().toPoint());
    if (index != std::exchange(m_pressed, {}) || !m_press->isRelease()) {
        index = {}; // it is no click
    }
    if (event->button() == Qt::LeftButton && isPlayButton(index, event->position().toPoint())) {
        if (m_capabilities.can(account::Feature::Play)) {
            Q_EMIT cardPlayed(index.data(PagedModelBase::IdRole).toLongLong(), PlayHow::Now);
        }
        return;
    }
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier) {
        openCard(index, OpenIn::Here);
    } else if (opensNewPane(*event)) {
        openCard(index, OpenIn::NewPane);
    }
}

void CoverGrid::mouseMoveEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const QModelIndex before = m_delegate->hovered();
    if (index != before) {
        m_delegate->setHovered(index);
        update(before);
        update(index);
    }
    if (m_press->isMove(*event)) {
        QListView::mouseMoveEvent(event);
    }
}

void CoverGrid::leaveEvent(QEvent* event)
{
    const QModelIndex before = m_delegate->hovered();
    m_delegate->setHovered({});
    update(before);
    QListView::leaveEvent(event);
}

void CoverGrid::resizeEvent(QResizeEvent* event)
{
    updateGrid();
    QListView::resizeEvent(event);
    Q_EMIT scrolled();
}

void CoverGrid::hideEvent(QHideEvent* event)
{
    QListView::hideEvent(event);
    tellInSight();
}

void CoverGrid::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    tellInSight();
}

void CoverGrid::updateGrid()
{
    const QSize card = m_delegate->cardSize();
    QSize cell = card;
    const int first = firstRow();
    if (m_layout == Layout::Grid) {
        // What is left over is shared by all columns. The view keeps room for its scroll bar, and
        // takes what fits exactly for too wide.
        const int room = maximumViewportSize().width() - 1
            - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, verticalScrollBar());
        m_columns = qMax(1, room / card.width());
        cell = { qMax(card.width(), room / m_columns), card.height() + space::kS };
    }
    m_delegate->setPlace(cell.width());
    if (cell != gridSize()) {
        setGridSize(cell);
        if (first > 0) { // what was in sight stays there
            doItemsLayout();
            scrollToRow(first);
        }
    }
    tellInSight();
}

bool CoverGrid::isPlayButton(const QModelIndex& index, const QPoint& position) const
{
    return index.isValid()
        && m_delegate->playButton(visualRect(index).topLeft()).contains(position);
}

} // namespace ui

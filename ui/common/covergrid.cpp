// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/covergrid.h"

#include "ui/common/icons.h"
#include "ui/common/openmenu.h"
#include "ui/common/textlabel.h"
#include "ui/common/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 168; // at 100 % text
constexpr int kPlay = 40;

int coverSide()
{
    return scaledCover(kCover);
}

int textHeight()
{
    return QFontMetrics(fontOf(TextRole::Body)).height()
        + QFontMetrics(fontOf(TextRole::Caption)).height() + space::kXs;
}

QSize cardSize()
{
    return { coverSide() + space::kM, coverSide() + space::kM + textHeight() + space::kXs };
}

QRect coverRect(const QRect& card)
{
    return { card.left() + space::kS, card.top() + space::kS, coverSide(), coverSide() };
}

QRect playRect(const QRect& card)
{
    const QRect cover = coverRect(card);
    const int side = scaledCover(kPlay);
    return { cover.right() - side - space::kS, cover.bottom() - side - space::kS, side, side };
}

} // namespace

/// Paints one card.
class CardDelegate final : public QStyledItemDelegate
{
public:
    CardDelegate(Covers& covers, Capabilities& capabilities, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_covers(covers)
        , m_capabilities(capabilities)
    {
    }

    void setHovered(const QModelIndex& index) { m_hovered = index; }
    [[nodiscard]] QModelIndex hovered() const { return m_hovered; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors c = colorsOf(option.palette);
        const bool isHovered = m_hovered == index;
        const bool isFocused = option.state & QStyle::State_HasFocus
            && option.state & QStyle::State_KeyboardFocusChange;
        const QRect card(option.rect.topLeft(), cardSize());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (isHovered || option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? c.selection : c.hover);
            painter->drawRoundedRect(card, space::kCardRadius, space::kCardRadius);
        }
        const QRect cover = coverRect(card);
        m_covers.paint(painter, cover, index.data(CardModel::ThumbRole).toString(),
            index.data(CardModel::IconNameRole).toString(), option.palette, space::kCardRadius);
        if (isFocused) {
            painter->setPen(QPen(c.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(
                QRectF(card).adjusted(1, 1, -1, -1), space::kCardRadius, space::kCardRadius);
        }
        if (isHovered) {
            const QRect play = playRect(card);
            const bool canPlay = m_capabilities.can(account::Feature::Play);
            painter->setPen(Qt::NoPen);
            painter->setBrush(canPlay ? c.accent : c.control);
            painter->drawEllipse(play);
            const int inset = play.width() / 4;
            drawIcon(painter, play.adjusted(inset, inset, -inset, -inset), u"play"_s,
                canPlay ? c.onAccent : c.tertiary);
        }
        paintText(painter, index, cover, c);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return cardSize();
    }

private:
    static void paintText(
        QPainter* painter, const QModelIndex& index, const QRect& cover, const Colors& c)
    {
        const auto line = [painter, &cover](int y, TextRole role, const QColor& color,
                              const QString& text, bool isStrong) {
            QFont font = fontOf(role);
            if (isStrong) {
                font.setWeight(QFont::Medium);
            }
            painter->setFont(font);
            painter->setPen(color);
            const QFontMetrics metrics(font);
            painter->drawText(QRect(cover.left(), y, cover.width(), metrics.height()),
                Qt::AlignLeft | Qt::TextSingleLine,
                metrics.elidedText(text, Qt::ElideRight, cover.width()));
            return y + metrics.height();
        };
        int y = cover.bottom() + 1 + space::kS;
        y = line(y, TextRole::Body, c.text, index.data(Qt::DisplayRole).toString(), true);
        line(y + 1, TextRole::Caption, c.secondary, index.data(CardModel::SubtitleRole).toString(),
            false);
    }

    Covers& m_covers;
    Capabilities& m_capabilities;
    QPersistentModelIndex m_hovered;
};

void CardModel::setCards(QList<Card> cards)
{
    if (cards == m_cards) {
        return;
    }
    beginResetModel();
    m_cards = std::move(cards);
    endResetModel();
}

int CardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant CardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Card& card = m_cards.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return card.title;
    case Qt::AccessibleTextRole:
        return card.subtitle.isEmpty()
            ? card.title
            : tr("%1, %2", "title, what it is").arg(card.title, card.subtitle);
    case IdRole:
        return card.id;
    case SubtitleRole:
        return card.subtitle;
    case ThumbRole:
        return card.thumb;
    case IconNameRole:
        return card.iconName;
    default:
        return {};
    }
}

CoverGrid::CoverGrid(Covers& covers, Capabilities& capabilities, Layout layout, QWidget* parent)
    : QListView(parent)
    , m_capabilities(capabilities)
    , m_layout(layout)
    , m_delegate(new CardDelegate(covers, capabilities, this))
{
    setModel(&m_model);
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
    connect(&covers, &Covers::arrived, viewport(), qOverload<>(&QWidget::update));
    connect(&capabilities, &Capabilities::changed, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QListView::activated, this,
        [this](const QModelIndex& index) { openCard(index, OpenIn::Here); });
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &CoverGrid::scrolled);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &CoverGrid::scrolled);
}

void CoverGrid::openCard(const QModelIndex& index, OpenIn where)
{
    if (index.isValid()) {
        Q_EMIT cardOpened(index.data(CardModel::IdRole).toLongLong(), where);
    }
}

void CoverGrid::contextMenuEvent(QContextMenuEvent* event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid()) {
        return;
    }
    const qint64 id = index.data(CardModel::IdRole).toLongLong();
    auto* menu = new QMenu(this);
    menu->setObjectName(u"cardMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    (void)addPlayActions(
        *menu, m_capabilities, [this, id](PlayHow how) { Q_EMIT cardPlayed(id, how); });
    menu->addSeparator();
    addOpenActions(*menu, [this, id](OpenIn where) { Q_EMIT cardOpened(id, where); });
    menu->popup(viewport()->mapToGlobal(isKey ? visualRect(index).center() : event->pos()));
}

void CoverGrid::setCards(const QList<Card>& cards)
{
    m_model.setCards(cards);
}

QSize CoverGrid::sizeHint() const
{
    return m_layout == Layout::Shelf ? QSize(cardSize().width() * 4, cardSize().height() + 2)
                                     : QListView::sizeHint();
}

QSize CoverGrid::minimumSizeHint() const
{
    return { cardSize().width(), cardSize().height() + 2 };
}

void CoverGrid::page(int direction)
{
    QScrollBar* bar = horizontalScrollBar();
    const int card = cardSize().width();
    const int step = qMax(card, viewport()->width() / card * card);
    bar->setValue(bar->value() + direction * step);
}

bool CoverGrid::canPage(int direction) const
{
    const QScrollBar* bar = horizontalScrollBar();
    return direction < 0 ? bar->value() > bar->minimum() : bar->value() < bar->maximum();
}

bool CoverGrid::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        updateGrid();
        updateGeometry();
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

void CoverGrid::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space) {
        event->ignore(); // play or pause
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
    QListView::keyPressEvent(event);
}

void CoverGrid::mouseReleaseEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && isPlayButton(index, event->position().toPoint())) {
        if (m_capabilities.can(account::Feature::Play)) {
            Q_EMIT cardPlayed(index.data(CardModel::IdRole).toLongLong(), PlayHow::Now);
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
    if (index != m_delegate->hovered()) {
        m_delegate->setHovered(index);
        viewport()->update();
    }
    QListView::mouseMoveEvent(event);
}

void CoverGrid::leaveEvent(QEvent* event)
{
    m_delegate->setHovered({});
    viewport()->update();
    QListView::leaveEvent(event);
}

void CoverGrid::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    Q_EMIT scrolled();
}

void CoverGrid::updateGrid()
{
    setGridSize(cardSize() + QSize(0, m_layout == Layout::Grid ? space::kM : 0));
}

QRect CoverGrid::playButton(const QModelIndex& index) const
{
    return playRect({ visualRect(index).topLeft(), cardSize() });
}

bool CoverGrid::isPlayButton(const QModelIndex& index, const QPoint& position) const
{
    return index.isValid() && playButton(index).contains(position);
}

} // namespace ui

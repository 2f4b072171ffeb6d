// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/stars.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/pagedmodel.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kGap = 2;

types::OptionalRating ratingOf(const QModelIndex& index)
{
    const QVariant value = index.data(PagedModelBase::ValueRole);
    return value.isValid() ? types::Rating::fromPlex(value.toDouble()) : types::OptionalRating();
}

int cellSide(const QRect& cell)
{
    return qMin(cell.height() - 4, scaled(17));
}

QRect cellStars(const QRect& cell)
{
    const int side = cellSide(cell);
    return { cell.left() + space::kS, cell.top(), stars::width(side), cell.height() };
}

class StarAccessible final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit StarAccessible(StarRating* widget)
        : QAccessibleWidget(widget, QAccessible::Slider)
        , m_stars(widget)
    {
    }
    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? m_stars->valueText() : QAccessibleWidget::text(kind);
    }
    QVariant currentValue() const override
    {
        return m_stars->rating() ? m_stars->rating()->stars() : 0.0;
    }
    void setCurrentValue(const QVariant& value) override
    {
        const double stars = value.toDouble();
        m_stars->choose(stars > 0 ? types::Rating::fromStars(stars) : types::OptionalRating());
    }
    QVariant maximumValue() const override { return 5.0; }
    QVariant minimumValue() const override { return 0.0; }
    QVariant minimumStepSize() const override { return 0.5; }

private:
    StarRating* m_stars;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* widget = qobject_cast<StarRating*>(object);
    // QAccessible owns what a factory returns.
    return widget ? std::make_unique<StarAccessible>(widget).release() : nullptr;
}

} // namespace

namespace stars {

int width(int side)
{
    return 5 * side + 4 * kGap;
}

void paint(QPainter* painter, const QRect& rect, int side, const types::OptionalRating& rating,
    bool isPreview, const QPalette& palette, bool showEmpty)
{
    const int halves = rating ? rating->halfStars() : 0;
    const QColor filled = colorOf(palette, isPreview ? Tone::Primary : Tone::Accent);
    QColor empty = colorOf(palette, Tone::Tertiary);
    empty.setAlphaF(0.55F);
    QRect star(rect.left(), rect.center().y() - side / 2 + 1, side, side);
    for (int i = 0; i < 5; ++i) {
        const int part = qBound(0, halves - 2 * i, 2);
        if (part > 0) {
            drawIcon(painter, star, part == 2 ? u"star"_s : u"star-half"_s, filled);
        } else if (showEmpty) {
            drawIcon(painter, star, u"star-empty"_s, empty);
        }
        star.translate(side + kGap, 0);
    }
}

void paintMixed(QPainter* painter, const QRect& rect, int side, const QPalette& palette)
{
    // As a box that is checked in part: neither filled nor empty.
    paint(painter, rect, side, {}, false, palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colorOf(palette, Tone::Secondary));
    const double height = qMax(2.0, side / 8.0);
    painter->drawRoundedRect(
        QRectF(rect.left(), rect.center().y() + 1 - height / 2, width(side), height), height / 2,
        height / 2);
    painter->restore();
}

types::Rating at(int x, int side)
{
    const int pitch = side + kGap;
    const int star = qBound(0, x / pitch, 4);
    const bool isHalf = x - star * pitch < side / 2;
    return types::Rating::fromStars(star + (isHalf ? 0.5 : 1.0));
}

std::optional<int> typedDigit(const QKeyEvent& event)
{
    const QString text = event.text();
    const bool isPlain = !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (!isPlain || text.size() != 1 || text.at(0) < u'0' || text.at(0) > u'5') {
        return std::nullopt;
    }
    return text.at(0).unicode() - u'0';
}

} // namespace stars

StarDelegate::StarDelegate(QAbstractItemView* view)
    : QStyledItemDelegate(view)
    , m_view(view)
    , m_viewport(view->viewport())
{
    view->viewport()->setMouseTracking(true);
    view->viewport()->installEventFilter(this);
}

types::OptionalRating StarDelegate::shown(const QModelIndex& index) const
{
    return m_hover && m_hoverIndex == index ? m_hover : ratingOf(index);
}

void StarDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (index.data(PagedModelBase::PlaceholderRole).toBool()) {
        return;
    }
    const bool isPreview = m_hover && m_hoverIndex == index;
    const types::OptionalRating rating = ratingOf(index);
    const bool isLively = isPreview || option.state & QStyle::State_Selected
        || (m_hoverIndex.isValid() && m_hoverIndex.row() == index.row());
    const QRect content = contentRect(option.rect, index); // where a click finds them, too
    stars::paint(painter, cellStars(content), cellSide(content), shown(index),
        isPreview && m_hover != rating, option.palette, rating.has_value() || isLively);
}

QSize StarDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return { stars::width(scaled(17)) + space::kM, option.rect.height() };
}

bool StarDelegate::editorEvent(QEvent* event, QAbstractItemModel*,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::MouseMove && event->type() != QEvent::MouseButtonRelease
        && event->type() != QEvent::MouseButtonPress) {
        return false;
    }
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect content = contentRect(option.rect, index);
    const QRect box = cellStars(content).adjusted(-kGap, 0, kGap, 0);
    if (m_isLocked || !box.contains(mouse->position().toPoint())
        || index.data(PagedModelBase::PlaceholderRole).toBool()) {
        setHover({}, {});
        return false;
    }
    const types::Rating rating
        = stars::at(mouse->position().toPoint().x() - box.left() - kGap, cellSide(content));
    if (event->type() == QEvent::MouseMove) {
        setHover(index, rating);
        return false;
    }
    if (mouse->button() != Qt::LeftButton || mouse->modifiers() != Qt::NoModifier) {
        return false;
    }
    if (event->type() == QEvent::MouseButtonRelease && rating != ratingOf(index)) {
        Q_EMIT rated(index, rating);
        setHover({}, {});
    }
    return true;
}

bool StarDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (m_isLocked && event->type() == QEvent::ToolTip && index.isValid()) {
        QToolTip::showText(event->globalPos(),
            tr("Ratings are locked against clicks. The keys 0 to 5 still rate."), view,
            option.rect);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

QRect StarDelegate::contentRect(const QRect& cell, const QModelIndex&) const
{
    return cell;
}

bool StarDelegate::eventFilter(QObject* watched, QEvent* event)
{
    // While the view is being destroyed it is no view any more: only the viewport is compared.
    if (watched != m_viewport) {
        return QStyledItemDelegate::eventFilter(watched, event);
    }
    if (event->type() == QEvent::Leave || event->type() == QEvent::Wheel) {
        setHover({}, {});
    }
    if (event->type() == QEvent::MouseMove) {
        // The view tells a delegate only of moves over its own cells.
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const QModelIndex index = m_view->indexAt(mouse->position().toPoint());
        if (m_hover && index != m_hoverIndex) {
            setHover({}, {});
        }
    }
    return false;
}

void StarDelegate::setHover(const QModelIndex& index, const types::OptionalRating& rating)
{
    if (m_hover == rating && m_hoverIndex == index) {
        return;
    }
    const QModelIndex before = m_hoverIndex;
    m_hoverIndex = index;
    m_hover = rating;
    for (const QModelIndex& dirty : { before, index }) {
        if (dirty.isValid()) {
            m_view->viewport()->update(m_view->visualRect(dirty));
        }
    }
}

StarRating::StarRating(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Rating"));
    setToolTip(valueText());
}

void StarRating::setRating(const types::OptionalRating& rating)
{
    setShared({ rating, false });
}

void StarRating::setShared(const types::SharedRating& rating)
{
    if (m_shared == rating) {
        return;
    }
    m_shared = rating;
    setToolTip(valueText());
    QAccessibleValueChangeEvent event(this, rating.rating ? rating.rating->stars() : 0.0);
    QAccessible::updateAccessibility(&event);
    update();
}

QString StarRating::valueText() const
{
    return format::rating(m_shared);
}

void StarRating::setStarSize(int pixels)
{
    m_size = pixels;
    updateGeometry();
}

void StarRating::choose(const types::OptionalRating& rating)
{
    if (isEnabled() && (isMixed() || rating != m_shared.rating)) {
        Q_EMIT chosen(rating);
    }
}

QSize StarRating::sizeHint() const
{
    return { stars::width(side()) + 2 * space::kXs, side() + 2 * space::kXs };
}

int StarRating::side() const
{
    return scaled(m_size);
}

void StarRating::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!isEnabled()) {
        painter.setOpacity(0.5);
    }
    const QRect area = rect().adjusted(space::kXs, 0, 0, 0);
    if (isMixed() && !m_hover) {
        stars::paintMixed(&painter, area, side(), palette());
    } else {
        const bool isPreview = m_hover && m_hover != m_shared.rating;
        stars::paint(&painter, area, side(), shown(), isPreview, palette());
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void StarRating::mouseMoveEvent(QMouseEvent* event)
{
    setHover(stars::at(int(event->position().x()) - space::kXs, side()));
}

void StarRating::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        choose(stars::at(int(event->position().x()) - space::kXs, side()));
    }
}

void StarRating::leaveEvent(QEvent*)
{
    setHover({});
}

void StarRating::hideEvent(QHideEvent* event)
{
    setHover({}); // nothing is told of the mouse until it is shown again
    QWidget::hideEvent(event);
}

void StarRating::setHover(const types::OptionalRating& rating)
{
    if (m_hover != rating) {
        m_hover = rating;
        update();
    }
}

void StarRating::wheelEvent(QWheelEvent* event)
{
    if (!m_wheelRates || !isEnabled()) {
        QWidget::wheelEvent(event);
        return;
    }
    constexpr int kNotch = 120;
    m_wheel += event->angleDelta().y();
    if (const int steps = m_wheel / kNotch; steps != 0) {
        m_wheel -= steps * kNotch;
        step(steps);
        setHover({}); // else the promise of a click would hide what was chosen
    }
    event->accept();
}

void StarRating::step(int halves)
{
    if (isMixed()) {
        return; // half a star more than what?
    }
    const int now = rating() ? rating()->halfStars() : 0;
    const int wanted = qBound(0, now + halves, 10);
    choose(wanted > 0 ? types::Rating::fromPlex(wanted) : types::OptionalRating());
}

void StarRating::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const std::optional<int> digit = stars::typedDigit(*event);
    if (key == Qt::Key_Delete || digit == 0) {
        choose({});
    } else if (digit) {
        choose(types::Rating::fromStars(*digit));
    } else if (key == Qt::Key_Left || key == Qt::Key_Down) {
        step(-1);
    } else if (key == Qt::Key_Right || key == Qt::Key_Up) {
        step(1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void installStarAccessibility()
{
    QAccessible::installFactory(&makeAccessible);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dragging.h"

#include "ui/common/covers.h"
#include "ui/common/dragout.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/lists.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDrag>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kPicture = 40;
constexpr int kWidestName = 220;
constexpr QPoint kFromCursor(14, 14);
constexpr int kSheet = 4; // by which the next one of a stack is seen
constexpr int kLine = 2;
constexpr int kKnob = 7;

/// The badge measured: what it is painted by.
struct Badge
{
    QFont font = fontOf(TextRole::Body);
    QFont small = fontOf(TextRole::Caption);
    QString name {};
    QString count {}; ///< empty: one
    QRect card {};
    int countWidth = 0;
};

/// A name for the list of what is dragged.
QString titleOf(const Dragging& what)
{
    const qsizetype more = what.items.count() - 1;
    return more <= 0
        ? what.title
        : QCoreApplication::translate("ui::ItemDrag", "%1 and %Ln more", nullptr, int(more))
              .arg(what.title);
}

Badge measured(const Dragging& what)
{
    Badge badge;
    badge.font.setWeight(QFont::Medium);
    badge.small.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(badge.font);
    const qsizetype count = what.items.count();
    badge.name = metrics.elidedText(what.title.simplified(), Qt::ElideRight, scaled(kWidestName));
    int width = space::kS + scaledCover(kPicture);
    if (!badge.name.isEmpty()) {
        width += space::kS + metrics.horizontalAdvance(badge.name) + 1;
    }
    if (count > 1) {
        badge.count = format::count(count);
        const QFontMetrics small(badge.small);
        badge.countWidth = qMax(
            small.height() + space::kXs, small.horizontalAdvance(badge.count) + 2 * space::kS);
        width += space::kS + badge.countWidth;
    }
    const int height = qMax(scaledCover(kPicture), metrics.height()) + 2 * space::kS;
    badge.card = QRect(0, 0, width + space::kS + space::kXs, height);
    return badge;
}

void paintPicture(QPainter& painter, const QRect& box, const Dragging& what, Covers& covers,
    const QPalette& palette)
{
    const double ratio = painter.device()->devicePixelRatioF();
    // As it is shown it is at hand; in another size it would have to be read first.
    const QPixmap shown = covers.pixmap(what.thumb, what.shownSide, ratio, what.shownRadius);
    if (shown.isNull()) {
        covers.paint(&painter, box, {}, what.iconName, palette, space::kXs);
    } else {
        painter.drawPixmap(box, shown);
    }
}

void paintBadge(QPainter& painter, const Badge& badge, const Dragging& what, Covers& covers,
    const QPalette& palette)
{
    const Colors c = colorsOf(palette);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.raised);
    const QRectF card = QRectF(badge.card).adjusted(0.5, 0.5, -0.5, -0.5);
    if (!badge.count.isEmpty()) {
        painter.drawRoundedRect(
            card.translated(kSheet, kSheet), space::kCardRadius, space::kCardRadius);
    }
    painter.drawRoundedRect(card, space::kCardRadius, space::kCardRadius);
    const int side = scaledCover(kPicture);
    const QRect box(badge.card.left() + space::kS,
        badge.card.top() + (badge.card.height() - side) / 2, side, side);
    paintPicture(painter, box, what, covers, palette);
    QRect rest = badge.card.adjusted(2 * space::kS + side, 0, -space::kS - space::kXs, 0);
    if (!badge.count.isEmpty()) {
        const int height = QFontMetrics(badge.small).height() + space::kXs;
        const QRect pill(rest.right() + 1 - badge.countWidth,
            rest.top() + (rest.height() - height) / 2, badge.countWidth, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setFont(badge.small);
        painter.setPen(c.onAccent);
        painter.drawText(pill, Qt::AlignCenter, badge.count);
    }
    painter.setFont(badge.font);
    painter.setPen(c.text);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, badge.name);
}

} // namespace

Dragging Dragging::one(ItemDrag items, const QString& title, const QString& owner,
    const QString& thumb, const QString& iconName)
{
    Dragging what;
    what.items = std::move(items);
    what.title = title;
    what.thumb = thumb;
    what.iconName = iconName;
    what.text.lines = QStringList { dragLine(owner, title) };
    return what;
}

Dragging draggedTracks(ItemDrag items, const std::function<const types::TrackRow*(qsizetype)>& row,
    DragText::Read read)
{
    Dragging what;
    what.iconName = u"track"_s;
    const qsizetype lines = qMin(items.count(), DragText::kMostLines);
    for (qsizetype i = 0; i < lines; ++i) {
        const types::TrackRow* track = row(i);
        if (!track) {
            what.text.read = std::move(read);
            break;
        }
        what.text.lines.append(dragLine(track->artist, track->title));
    }
    if (const types::TrackRow* first = items.isEmpty() ? nullptr : row(0)) {
        what.title = first->title;
        what.thumb = first->thumb;
    }
    what.items = std::move(items);
    return what;
}

QPixmap dragBadge(
    const Dragging& what, Covers& covers, const QPalette& palette, double devicePixelRatio)
{
    const Badge badge = measured(what);
    const QSize size(badge.card.right() + 1 + kSheet, badge.card.bottom() + 1 + kSheet);
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintBadge(painter, badge, what, covers, palette);
    return pixmap;
}

void startDrag(QWidget& source, Dragging what, Covers& covers, Qt::DropActions actions)
{
    if (what.items.isEmpty() || what.items.origin.isEmpty()) {
        return;
    }
    what.items.ids = what.items.ids.mid(0, kMostDragged);
    // A child of the window: a list may go while its rows are on their way.
    auto* drag = new QDrag(source.window());
    drag->setPixmap(dragBadge(what, covers, source.palette(), source.devicePixelRatioF()));
    drag->setHotSpot(-kFromCursor); // where nothing blends pictures, what is clear hides the rest
    DragOut* out = DragOut::of(source);
    auto file = out ? out->begin(what.items, titleOf(what)) : nullptr;
    drag->setMimeData(
        std::make_unique<ItemMime>(std::move(what.items), std::move(what.text), std::move(file))
            .release());
    const bool mayMove = actions.testFlag(Qt::MoveAction);
    drag->exec(actions, mayMove ? Qt::MoveAction : Qt::CopyAction);
}

DragHandle::DragHandle(QWidget& widget, Covers& covers, Source source)
    : QObject(&widget)
    , m_widget(widget)
    , m_covers(covers)
    , m_source(std::move(source))
{
    widget.installEventFilter(this);
}

bool DragHandle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        m_pressed.reset();
        m_wasDragged = false;
        if (mouse->button() == Qt::LeftButton) {
            m_pressed = mouse->position().toPoint();
        }
    } else if (event->type() == QEvent::MouseButtonRelease) {
        m_pressed.reset();
        return std::exchange(m_wasDragged, false); // then it is no click
    } else if (event->type() == QEvent::MouseMove) {
        return follow(*static_cast<QMouseEvent*>(event));
    }
    return QObject::eventFilter(watched, event);
}

bool DragHandle::follow(const QMouseEvent& event)
{
    if (!(event.buttons() & Qt::LeftButton)) {
        return false;
    }
    const QPoint way = event.position().toPoint() - m_pressed.value_or(QPoint());
    if (m_pressed && way.manhattanLength() >= QApplication::startDragDistance()) {
        m_pressed.reset();
        m_wasDragged = true;
        if (auto* button = qobject_cast<QAbstractButton*>(&m_widget)) {
            button->setDown(false);
        }
        Q_EMIT began();
        startDrag(m_widget, m_source(), m_covers);
        Q_EMIT ended();
    }
    return m_pressed || m_wasDragged;
}

void DragPress::press(const QMouseEvent& event, bool mayDrag)
{
    m_mayDrag = mayDrag && event.button() == Qt::LeftButton;
    m_wasDragged = false;
}

bool DragPress::isMove(const QMouseEvent& event) const
{
    return event.buttons() == Qt::NoButton || m_mayDrag;
}

bool DragPress::isRelease()
{
    return !std::exchange(m_wasDragged, false);
}

bool DragPress::beginDrag()
{
    m_wasDragged = std::exchange(m_mayDrag, false);
    return m_wasDragged;
}

void DragList::setDragSource(Covers& covers, Source source, Qt::DropActions actions)
{
    m_covers = &covers;
    m_source = std::move(source);
    m_actions = actions;
    setDragEnabled(true);
}

void DragList::mousePressEvent(QMouseEvent* event)
{
    m_press.press(*event);
    QListView::mousePressEvent(event);
}

void DragList::mouseMoveEvent(QMouseEvent* event)
{
    if (m_press.isMove(*event)) {
        QListView::mouseMoveEvent(event);
    }
}

void DragList::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_press.isRelease()) {
        QListView::mouseReleaseEvent(event);
    }
}

void DragList::startDrag(Qt::DropActions)
{
    if (m_source && m_press.beginDrag()) {
        ui::startDrag(*this, m_source(lists::selectedRows(*this)), *m_covers, m_actions);
    }
}

int dropRow(const QAbstractItemView& view, const QPoint& position)
{
    const QModelIndex index = view.indexAt(position);
    if (!index.isValid()) {
        return position.y() < 0 ? 0 : view.model()->rowCount();
    }
    return position.y() < view.visualRect(index).center().y() ? index.row() : index.row() + 1;
}

void paintDropLine(QPainter& painter, const QAbstractItemView& view, int row)
{
    const QAbstractItemModel& model = *view.model();
    const int rows = model.rowCount();
    if (row < 0 || row > rows) {
        return;
    }
    const int y = rows == 0 ? 0
        : row < rows        ? view.visualRect(model.index(row, 0)).top()
                            : view.visualRect(model.index(rows - 1, 0)).bottom() + 1;
    const int width = view.viewport()->width();
    const int middle = qBound(kKnob / 2 + 1, y, view.viewport()->height() - kKnob / 2 - 1);
    const Colors c = colorsOf(view.palette());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.accent, kLine));
    painter.drawLine(QPointF(space::kS + kKnob, middle), QPointF(width - space::kS, middle));
    painter.setBrush(c.surface);
    painter.drawEllipse(QPointF(space::kS + kKnob / 2.0, middle), kKnob / 2.0, kKnob / 2.0);
    painter.restore();
}

DropFrame::DropFrame(QWidget* over)
    : QWidget(over)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropFrame::setShown(bool shown)
{
    setGeometry(parentWidget()->rect());
    raise();
    setVisible(shown);
}

void DropFrame::paintEvent(QPaintEvent*)
{
    const Colors c = colorsOf(palette());
    QColor fill = c.accent;
    fill.setAlphaF(0.08F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.accent, kLine));
    painter.setBrush(fill);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(3, 3, -3, -3), space::kCardRadius, space::kCardRadius);
}

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playback/queuepanel.h"

#include "ui/common/covers.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/lists.h"
#include "ui/common/statepage.h"
#include "ui/common/stylepaint.h"
#include "ui/common/textlabel.h"
#include "ui/common/textlines.h"
#include "ui/playback/queuelist.h"
#include "ui/playback/queuemodel.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kCover = 40;
constexpr qint64 kLinesKept = 400; // some screens of them

class QueueDelegate final : public QStyledItemDelegate
{
public:
    QueueDelegate(Covers& covers, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_covers(covers)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors c = colorsOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(space::kS, 1, -space::kS, -1);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? c.selection : c.hover);
            painter->drawRoundedRect(row, space::kRadius, space::kRadius);
        }
        const QRect cover(
            row.left() + space::kS, row.center().y() - kCover / 2 + 1, kCover, kCover);
        m_covers.paint(painter, cover, index.data(QueueModel::ThumbRole).toString(), u"track"_s,
            option.palette, space::kXs);
        const bool isCurrent = index.data(QueueModel::CurrentRole).toBool();
        if (isCurrent) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(QColor(0, 0, 0, 130));
            painter->drawRoundedRect(cover, space::kXs, space::kXs);
            drawIcon(painter, cover.adjusted(10, 10, -10, -10), u"volume"_s, Qt::white);
        }
        paintTexts(painter, row, cover.right() + space::kS + space::kXs, index, isCurrent, c);
        stylepaint::itemFocus(painter, option, row, c, space::kRadius);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int text = QFontMetrics(fontOf(TextRole::Body)).height()
            + QFontMetrics(fontOf(TextRole::Caption)).height();
        return { 100, qMax(kCover, text) + space::kM };
    }

private:
    void paintTexts(QPainter* painter, const QRect& row, int left, const QModelIndex& index,
        bool isCurrent, const Colors& c) const
    {
        const QString time = index.data(QueueModel::DurationRole).toString();
        const QFont caption = fontOf(TextRole::Caption);
        const QFontMetrics small(caption);
        const int right = row.right() - space::kS;
        painter->setFont(caption);
        painter->setPen(c.tertiary);
        m_lines.draw(
            *painter, QRect(left, row.top(), right - left, row.height()), Qt::AlignRight, time);
        QFont strong = fontOf(TextRole::Body);
        strong.setWeight(QFont::Medium);
        const QFontMetrics big(strong);
        const int width = right - qCeil(m_lines.width(caption, time)) - space::kS - left;
        const int top = row.center().y() - (big.height() + small.height()) / 2 + 1;
        painter->setFont(strong);
        painter->setPen(isCurrent ? c.accent : c.text);
        m_lines.draw(*painter, QRect(left, top, width, big.height()), Qt::AlignLeft,
            index.data().toString());
        painter->setFont(caption);
        painter->setPen(c.secondary);
        m_lines.draw(*painter, QRect(left, top + big.height(), width, small.height()),
            Qt::AlignLeft, index.data(QueueModel::ArtistRole).toString());
    }

    Covers& m_covers;
    mutable TextLines m_lines { kLinesKept };
};

/// What a key is for: what is selected, else the row that the keyboard is on.
QList<int> chosenRows(const QAbstractItemView& list)
{
    const QList<int> rows = lists::selectedRows(list);
    const bool isOnRow = rows.isEmpty() && list.currentIndex().isValid();
    return isOnRow ? QList<int> { list.currentIndex().row() } : rows;
}

} // namespace

QueuePanel::QueuePanel(
    playback::Player& player, Covers& covers, const library::Library& library, QWidget* parent)
    : QWidget(parent)
    , m_player(player)
    , m_model(new QueueModel(player, library, this))
    , m_list(new QueueList(*m_model, covers))
    , m_states(new StatePage(m_list, StatePage::Skeleton::Rows))
    , m_facts(new TextLabel(TextRole::Caption, Tone::Tertiary))
    , m_clear(new QToolButton)
    , m_frame(new DropFrame(this))
{
    setObjectName(u"queuePanel"_s);
    setAccessibleName(tr("Queue"));
    setAcceptDrops(true);
    m_list->setObjectName(u"queueList"_s);
    m_list->setAccessibleName(tr("Queue"));
    m_list->setAccessibleDescription(
        tr("Alt+Up and Alt+Down move the selected tracks, Delete removes them."));
    m_list->setItemDelegate(new QueueDelegate(covers, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_states, 1);
    connect(&covers, &Covers::arrived, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_clear, &QToolButton::clicked, &m_player, &playback::Player::clearQueue);
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex& index) { m_player.playAt(index.row()); });
    connect(m_model, &QueueModel::itemsDropped, this, &QueuePanel::itemsDropped);
    connect(&m_player, &playback::Player::queueChanged, this, &QueuePanel::updateState);
    updateState();
}

QWidget* QueuePanel::makeHead()
{
    m_clear->setObjectName(u"queueClear"_s);
    m_clear->setIcon(icon(u"trash"_s));
    m_clear->setToolTip(tr("Clear the queue"));
    m_clear->setAccessibleName(tr("Clear the queue"));
    m_clear->setFocusPolicy(Qt::StrongFocus);
    auto* close = new QToolButton;
    close->setObjectName(u"queueClose"_s);
    close->setIcon(icon(u"close"_s));
    close->setToolTip(tr("Hide the queue"));
    close->setAccessibleName(tr("Hide the queue"));
    close->setFocusPolicy(Qt::StrongFocus);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(new TextLabel(tr("Queue"), TextRole::Title));
    texts->addWidget(m_facts);
    auto* box = new QWidget;
    auto* head = new QHBoxLayout(box);
    head->setContentsMargins(space::kM, space::kM, space::kS, space::kS);
    head->setSpacing(space::kXs);
    head->addLayout(texts, 1);
    head->addWidget(m_clear);
    head->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QueuePanel::closeRequested);
    return box;
}

void QueuePanel::updateState()
{
    std::chrono::milliseconds total { 0 };
    for (const playback::QueueEntry& entry : m_player.queue().entries()) {
        total += entry.duration;
    }
    const int rows = m_model->rowCount();
    m_clear->setEnabled(rows > 0);
    m_facts->setVisible(rows > 0);
    m_facts->setText(tr("%1 · %2").arg(format::tracks(rows), format::longDuration(total)));
    if (rows > 0) {
        m_states->showContent();
    } else {
        m_states->showEmpty(u"queue"_s, tr("The queue is empty"),
            tr("Play an album, drag music here or add tracks with Ctrl+Enter."));
    }
}

void QueuePanel::moveSelected(int by)
{
    const QList<int> rows = chosenRows(*m_list);
    const bool hasRoom
        = by < 0 ? rows.constFirst() > 0 : rows.constLast() + 1 < m_model->rowCount();
    if (!hasRoom) {
        return;
    }
    m_player.moveRows(rows, by < 0 ? rows.constFirst() - 1 : rows.constLast() + 2);
    const int current = m_list->currentIndex().row();
    m_list->scrollTo(m_list->currentIndex());
    // It is the same row as before, which nobody would read again.
    QAccessibleEvent moved(m_list, QAccessible::Focus);
    moved.setChild(current);
    QAccessible::updateAccessibility(&moved);
}

bool QueuePanel::handleKey(QKeyEvent* event)
{
    const QList<int> rows = chosenRows(*m_list);
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        m_player.toggle();
        return true;
    }
    if (rows.isEmpty()) {
        return false;
    }
    if (event->matches(QKeySequence::Delete)) {
        m_player.removeRows(rows);
        return true;
    }
    const bool isMove = (event->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    if (isMove && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveSelected(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return false;
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        return handleKey(static_cast<QKeyEvent*>(event));
    }
    return QWidget::eventFilter(watched, event);
}

void QueuePanel::dragEnterEvent(QDragEnterEvent* event)
{
    const Qt::DropAction action
        = m_model->dropActionOf(*event->mimeData(), event->proposedAction());
    if (action != Qt::IgnoreAction) {
        event->setDropAction(action);
        event->accept();
        m_frame->setShown(true);
    }
}

void QueuePanel::dragLeaveEvent(QDragLeaveEvent*)
{
    m_frame->setShown(false);
}

void QueuePanel::dropEvent(QDropEvent* event)
{
    m_frame->setShown(false);
    const Qt::DropAction action
        = m_model->dropActionOf(*event->mimeData(), event->proposedAction());
    if (m_model->dropMimeData(event->mimeData(), action, m_model->rowCount(), 0, {})) {
        event->setDropAction(action);
        event->accept();
    }
}

void QueuePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorsOf(palette()).canvas);
}

} // namespace ui

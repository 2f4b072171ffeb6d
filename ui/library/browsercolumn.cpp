// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/browsercolumn.h"

#include "ui/common/cards.h"
#include "ui/common/format.h"
#include "ui/common/linkbutton.h"
#include "ui/common/selectionkeeper.h"
#include "ui/common/textlabel.h"
#include "ui/common/textlines.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qint64 kLinesKept = 400; // some screens of them

/// A title, and behind it what is known of it, as far as there is room.
class BrowserDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors c = colorsOf(option.palette);
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect strip = option.rect.adjusted(0, 1, 0, -1);
        if (isSelected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isSelected ? c.selection : c.hover);
            painter->drawRoundedRect(strip, space::kRadius, space::kRadius);
        }
        if (option.state & QStyle::State_HasFocus
            && option.state & QStyle::State_KeyboardFocusChange) {
            painter->setPen(QPen(c.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(
                QRectF(strip).adjusted(1, 1, -1, -1), space::kRadius, space::kRadius);
        }
        paintTexts(*painter, strip.adjusted(space::kS, 0, -space::kS, 0), index, c);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { 100, rowHeight(Density::Compact) };
    }

private:
    void paintTexts(
        QPainter& painter, const QRect& room, const QModelIndex& index, const Colors& c) const
    {
        const QFont font = fontOf(TextRole::Body);
        const QString title = index.data().toString();
        painter.setFont(font);
        painter.setPen(c.text);
        m_lines.draw(painter, room, Qt::AlignLeft, title);
        const QFont small = fontOf(TextRole::Caption);
        const QString detail = index.data(SubtitleRole).toString();
        const double left = room.left() + m_lines.width(font, title) + space::kM;
        if (left + m_lines.width(small, detail) <= room.right()) {
            painter.setFont(small);
            painter.setPen(c.tertiary);
            m_lines.draw(painter, room, Qt::AlignRight, detail);
        }
    }

    mutable TextLines m_lines { kLinesKept };
};

} // namespace

BrowserList::BrowserList(QWidget* parent)
    : DragList(parent)
{
    setItemDelegate(new BrowserDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void BrowserList::keyboardSearch(const QString& search)
{
    Q_EMIT typeAheadRequested(m_typed.add(search), qMax(0, currentIndex().row()));
}

void BrowserList::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (event->key() == Qt::Key_Space && isPlain) {
        if (m_typed.isActive()) {
            keyboardSearch(u" "_s);
        } else {
            event->ignore(); // play or pause
        }
    } else if (event->key() == Qt::Key_Escape && m_typed.isActive()) {
        m_typed.clear();
    } else if (event->key() == Qt::Key_Escape) {
        clearSelection();
    } else {
        DragList::keyPressEvent(event);
    }
}

BrowserColumn::BrowserColumn(const QString& name, const QString& title, PagedModelBase& model,
    const TypeAhead::Finder& finder, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_model(model)
    , m_head(new TextLabel(TextRole::Caption, Tone::Secondary))
    , m_all(new LinkButton)
    , m_list(new BrowserList)
{
    m_list->setModel(&model);
    m_list->setObjectName(name + u"List"_s);
    m_list->setAccessibleName(title);
    m_keeper = new SelectionKeeper(*m_list, model); // a child of the list
    m_all->setObjectName(name + u"All"_s);
    m_all->setText(tr("All"));
    m_all->setAccessibleName(tr("All: %1").arg(title));
    m_all->setQuiet(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kS, 0, space::kS, 0);
    head->addWidget(m_head, 1);
    head->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kXs);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    auto* typeAhead = new TypeAhead(finder, this);
    connect(m_list, &BrowserList::typeAheadRequested, typeAhead, &TypeAhead::find);
    connect(typeAhead, &TypeAhead::found, m_list, [this](int row) {
        m_list->setCurrentIndex(m_model.index(row, 0));
        m_list->scrollTo(m_list->currentIndex());
    });
    connect(m_list, &QListView::activated, this, &BrowserColumn::activated);
    connect(m_all, &QPushButton::clicked, this, &BrowserColumn::chooseAll);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &BrowserColumn::update);
    connect(m_keeper, &SelectionKeeper::restored, this, &BrowserColumn::update);
    connect(&model, &PagedModelBase::loaded, this, &BrowserColumn::showCount);
    showCount();
}

void BrowserColumn::setDrag(Covers& covers, std::function<ItemDrag(const QList<qint64>& ids)> items)
{
    m_list->setDragSource(
        covers, [this, items = std::move(items)](const QList<int>& rows) -> Dragging {
            if (rows.isEmpty()) {
                return {};
            }
            QList<qint64> ids;
            ids.reserve(rows.size());
            for (const int row : rows) {
                ids.append(m_model.idAt(row));
            }
            const QModelIndex first = m_model.index(rows.constFirst(), 0);
            Dragging what = Dragging::one(items(ids), first.data().toString(),
                first.data(OwnerRole).toString(), first.data(ThumbRole).toString(),
                first.data(IconNameRole).toString());
            const qsizetype told = qMin<qsizetype>(rows.size(), PagedModelBase::kPageRows);
            for (qsizetype i = 1; i < told; ++i) { // as far as they are at hand
                const QModelIndex row = m_model.index(rows.at(i), 0);
                if (row.data(PagedModelBase::PlaceholderRole).toBool()) {
                    break;
                }
                what.text.lines.append(
                    dragLine(row.data(OwnerRole).toString(), row.data().toString()));
            }
            return what;
        });
}

void BrowserColumn::chooseAll()
{
    m_list->clearSelection();
}

void BrowserColumn::update()
{
    QList<qint64> chosen = m_keeper->selectedIds();
    if (chosen != m_chosen) {
        m_chosen = std::move(chosen);
        showCount();
        Q_EMIT chosenChanged();
    }
}

void BrowserColumn::showCount()
{
    m_head->setText(m_chosen.isEmpty()
            ? tr("%1 (%2)", "artists, how many").arg(m_title, format::count(m_model.rowCount()))
            : tr("%1 (%2 of %3)", "artists, chosen, how many")
                  .arg(m_title, format::count(m_chosen.size()), format::count(m_model.rowCount())));
    m_all->setEnabled(!m_chosen.isEmpty());
}

} // namespace ui

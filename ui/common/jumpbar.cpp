// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/jumpbar.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kWidth = 24;

/// Paints one letter in the middle of its line.
class LetterDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHeight(int height) { m_height = height; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const Colors c = colorsOf(option.palette);
        const bool isHere = option.state & QStyle::State_Selected;
        QFont font = fontOf(TextRole::Caption);
        font.setWeight(isHere ? QFont::Bold : QFont::Medium);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const int side = qMin(option.rect.width(), option.rect.height());
        QRectF circle(0, 0, side, side);
        circle.moveCenter(QRectF(option.rect).center());
        if (isHere || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isHere ? c.selection : c.hover);
            painter->drawEllipse(circle);
        }
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(c.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(circle.adjusted(1, 1, -1, -1));
        }
        painter->setFont(font);
        painter->setPen(isHere ? c.text : c.tertiary);
        painter->drawText(
            option.rect, Qt::AlignCenter | Qt::TextSingleLine, index.data().toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return { scaled(kWidth), m_height };
    }

private:
    int m_height = 16;
};

} // namespace

/// The letters.
class JumpBar::Model final : public QAbstractListModel
{
public:
    explicit Model(JumpBar* bar)
        : QAbstractListModel(bar)
        , m_bar(bar)
    {
    }
    void replace(const QList<library::JumpMark>& marks)
    {
        beginResetModel();
        m_bar->m_marks = marks;
        endResetModel();
    }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_bar->m_marks.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const QString& label = m_bar->m_marks.at(index.row()).label;
        switch (role) {
        case Qt::DisplayRole:
            return label;
        case Qt::AccessibleTextRole:
            return label == u"#" ? JumpBar::tr("Digits and signs") : label;
        default:
            return {};
        }
    }

private:
    JumpBar* m_bar;
};

JumpBar::JumpBar(QWidget* parent)
    : QListView(parent)
    , m_model(new Model(this))
{
    setModel(m_model);
    setItemDelegate(new LetterDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(
        Qt::ScrollBarAlwaysOff); // where letters do not fit, the wheel scrolls
    setMouseTracking(true);
    setAccessibleName(tr("Jump to a letter"));
    setToolTip(tr("Jump to a letter"));
    // Also the letter that is marked already: to its beginning.
    connect(this, &QListView::clicked, this,
        [this](const QModelIndex& index) { Q_EMIT jumped(int(m_marks.at(index.row()).row)); });
    fit();
    hide();
}

void JumpBar::setMarks(const QList<library::JumpMark>& marks)
{
    const QScopedValueRollback following(m_isFollowing, true);
    if (marks != m_marks) {
        m_model->replace(marks);
        fit();
    }
    setVisible(marks.size() > 1);
}

void JumpBar::showRow(int row)
{
    const QScopedValueRollback following(m_isFollowing, true);
    const auto behind = std::ranges::upper_bound(
        std::as_const(m_marks), qint64(row), {}, &library::JumpMark::row);
    const qsizetype mark = behind - m_marks.cbegin() - 1;
    if (mark >= 0 && mark != currentIndex().row()) {
        setCurrentIndex(m_model->index(int(mark), 0));
    }
}

QSize JumpBar::sizeHint() const
{
    return { scaled(kWidth), QListView::sizeHint().height() };
}

QSize JumpBar::minimumSizeHint() const
{
    return { scaled(kWidth), 1 };
}

bool JumpBar::event(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        fit();
        updateGeometry();
    }
    return QListView::event(event);
}

void JumpBar::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    fit();
}

void JumpBar::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && !m_isFollowing) {
        Q_EMIT jumped(int(m_marks.at(current.row()).row));
    }
}

void JumpBar::fit()
{
    setFixedWidth(scaled(kWidth));
    const int least = QFontMetrics(fontOf(TextRole::Caption)).height();
    const int most = scaled(kWidth);
    const int share = height() / qMax(1, int(m_marks.size()));
    static_cast<LetterDelegate*>(itemDelegate())->setHeight(qBound(least, share, most));
    scheduleDelayedItemsLayout();
}

} // namespace ui

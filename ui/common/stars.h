// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rating.h"

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>
#include <QWidget>

class QAbstractItemView;
class QKeyEvent;

namespace ui {

/// Geometry and painting of five stars with halves, shared by cells and widgets.
namespace stars {
/// Width of five stars whose side is @p side.
[[nodiscard]] int width(int side);
/// @param rating  drawn filled; @param isPreview  drawn as a promise, not as a value
void paint(QPainter* painter, const QRect& rect, int side, const types::OptionalRating& rating,
    bool isPreview, const QPalette& palette, bool showEmpty = true);
/// Five stars of which it is not told which are filled: those of a selection differ.
void paintMixed(QPainter* painter, const QRect& rect, int side, const QPalette& palette);
/// The rating a click at @p x (from the first star's left edge) stores: ½…5 stars.
[[nodiscard]] types::Rating at(int x, int side);
/// 0 … 5 if the key types one of these digits, with Shift too: some keyboards need it for digits.
[[nodiscard]] std::optional<int> typedDigit(const QKeyEvent& event);
} // namespace stars

/// A column of star cells: half-star hit areas, a preview that is exactly what a click stores.
///
/// The model's PagedModelBase::ValueRole is the rating 0–10 as a double, or invalid for unrated.
/// A click on the present value changes nothing. Locked: shows, never stores, and a tooltip says
/// so. The row's background is the view's business.
class StarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StarDelegate(QAbstractItemView* view);

    void setLocked(bool locked) { m_isLocked = locked; }
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
    /// What the cell shows: what a click would store while the mouse is over its stars.
    [[nodiscard]] types::OptionalRating shown(const QModelIndex& index) const;

Q_SIGNALS:
    void rated(const QModelIndex& index, types::Rating rating);

protected:
    /// The part of a cell that the stars stand in.
    [[nodiscard]] virtual QRect contentRect(const QRect& cell, const QModelIndex& index) const;

private:
    void setHover(const QModelIndex& index, const types::OptionalRating& rating);

    QAbstractItemView* m_view;
    const QObject* m_viewport; ///< of m_view; compared, never used
    bool m_isLocked = false;
    QPersistentModelIndex m_hoverIndex;
    types::OptionalRating m_hover;
};

/// Five stars on their own: mouse, wheel where it is wanted, arrow keys (half a star), digits 0–5,
/// and a value for screen readers. Signals what was chosen; setRating() shows what is so.
class StarRating : public QWidget
{
    Q_OBJECT

public:
    explicit StarRating(QWidget* parent = nullptr);

    void setRating(const types::OptionalRating& rating);
    /// Of a selection: mixed values are shown as such, and any choice sets all of them.
    void setShared(const types::SharedRating& rating);
    [[nodiscard]] const types::OptionalRating& rating() const { return m_shared.rating; }
    [[nodiscard]] bool isMixed() const { return m_shared.isMixed; }
    /// What is painted: the rating, or what a click would store while the mouse is over it.
    [[nodiscard]] const types::OptionalRating& shown() const
    {
        return m_hover ? m_hover : m_shared.rating;
    }
    /// The value in words: "4½ stars".
    [[nodiscard]] QString valueText() const;
    /// Half a star for each notch of a wheel; off at first, as what scrolls a page must not rate.
    void setWheelRates(bool rates) { m_wheelRates = rates; }
    /// Side of one star at 100 % text size.
    void setStarSize(int pixels);
    /// As a user's choice: signals unless it is the value already.
    void choose(const types::OptionalRating& rating);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const types::OptionalRating& rating);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] int side() const;
    void setHover(const types::OptionalRating& rating);
    /// Half a star more or less than there is.
    void step(int halves);

    types::SharedRating m_shared;
    types::OptionalRating m_hover;
    int m_size = 18;
    int m_wheel = 0; ///< eighths of a degree that made no step yet
    bool m_wheelRates = false;
};

/// Lets screen readers read and set a StarRating's value. Call once, before the first is shown.
void installStarAccessibility();

} // namespace ui

Q_DECLARE_METATYPE(types::Rating)

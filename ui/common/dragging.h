// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rows.h"
#include "ui/common/itemdrag.h"

#include <QListView>
#include <QPixmap>
#include <QPoint>
#include <optional>

namespace ui {

class Covers;

/// What a source tells of a drag: the things, what stands at the cursor for them, and what other
/// programs get.
struct Dragging
{
    ItemDrag items {};
    QString title {}; ///< of the first
    QString thumb {}; ///< its picture, which is used if it is at hand
    QString iconName {}; ///< without one
    int shownSide = 0; ///< of the picture where it is shown,
    double shownRadius = 0; ///< and how round it is there
    DragText text {};

    /// One thing, which is not a list.
    /// @param owner  whose it is, for text; may be empty
    [[nodiscard]] static Dragging one(ItemDrag items, const QString& title, const QString& owner,
        const QString& thumb, const QString& iconName);
};

/// What is known of @p items that are tracks, of which only some may be at hand.
/// @param row  the track at a position of @p items; null if it is not at hand
/// @param read  all of them as lines, if they are not
[[nodiscard]] Dragging draggedTracks(ItemDrag items,
    const std::function<const types::TrackRow*(qsizetype)>& row, DragText::Read read);

/// What stands at the cursor: picture, name, and how many if there are several.
[[nodiscard]] QPixmap dragBadge(
    const Dragging& what, Covers& covers, const QPalette& palette, double devicePixelRatio);

/// Drags @p what, if it is anything, until it is dropped or given up. All that Qt needs of the
/// window happens meanwhile: @p source must not be deleted by it.
void startDrag(QWidget& source, Dragging what, Covers& covers,
    Qt::DropActions actions = Qt::DropActions(Qt::CopyAction));

/// Lets a widget be dragged that is no list: a cover, a name.
class DragHandle final : public QObject
{
    Q_OBJECT

public:
    using Source = std::function<Dragging()>;

    /// Is a child of @p widget. @param covers  outlives it
    DragHandle(QWidget& widget, Covers& covers, Source source);

Q_SIGNALS:
    void began();
    void ended(); ///< dropped or not

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// @return whether the move is part of a drag
    bool follow(const QMouseEvent& event);

    QWidget& m_widget;
    Covers& m_covers;
    Source m_source;
    std::optional<QPoint> m_pressed;
    bool m_wasDragged = false; ///< since it was pressed
};

/// What a pressed mouse may still do in a view whose rows are dragged.
class DragPress
{
public:
    /// @param mayDrag  whether what is there can be dragged
    void press(const QMouseEvent& event, bool mayDrag = true);
    /// Whether the view is to see a move: not with a button that drags nothing, and no more after a
    /// drag that was given up, which would select.
    [[nodiscard]] bool isMove(const QMouseEvent& event) const;
    /// Whether it is to see the button come up: after a drag it is no click.
    [[nodiscard]] bool isRelease();
    /// Whether a drag may begin; if so, it does.
    [[nodiscard]] bool beginDrag();

private:
    bool m_mayDrag = false;
    bool m_wasDragged = false;
};

/// A list whose rows are dragged: any selected row drags all that are selected.
class DragList : public QListView
{
    Q_OBJECT

public:
    /// @param rows  selected, from top to bottom
    using Source = std::function<Dragging(const QList<int>& rows)>;

    using QListView::QListView;

    /// From now on. @param covers  outlives the list
    void setDragSource(
        Covers& covers, Source source, Qt::DropActions actions = Qt::DropActions(Qt::CopyAction));

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    DragPress m_press;
    Covers* m_covers = nullptr;
    Source m_source;
    Qt::DropActions m_actions = Qt::CopyAction;
};

/// The row before which something is dropped at @p position of the viewport: the line between rows
/// that is nearest.
[[nodiscard]] int dropRow(const QAbstractItemView& view, const QPoint& position);
/// Paints that line into the viewport of @p view.
void paintDropLine(QPainter& painter, const QAbstractItemView& view, int row);

/// A frame over a widget on which something would be dropped.
class DropFrame final : public QWidget
{
    Q_OBJECT

public:
    explicit DropFrame(QWidget* over);

    /// Shows it over all of its parent, or hides it.
    void setShown(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ui

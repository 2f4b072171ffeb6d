// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/trackcolumns.h"

#include <QHash>
#include <QHeaderView>
#include <QSet>

class QMenu;

namespace ui {

/// The header of a track table: which columns are shown, in which order, how wide; and its menu.
///
/// Names share the room that the other columns leave, until the user gives one a width: that one
/// keeps it (it grows with the text) as far as there is room, and those not touched share what is
/// left. Where there is too little room for all, the less important columns yield until there is
/// more: what the list is sorted by and what the user chose yields last. A cell is never cut off.
class TrackHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TrackHeader(QWidget* parent = nullptr);

    /// Columns this view shows at first, and those it never has.
    void setColumns(const QSet<TrackColumn>& shown, const QSet<TrackColumn>& unavailable);
    [[nodiscard]] bool isAvailable(TrackColumn column) const;
    /// What the list is sorted by, the first first: arrows, and numbers where it is more than one.
    void setSort(const QList<library::SortKey>& keys);
    /// Whether the click that is told just now adds to what the list is sorted by.
    [[nodiscard]] bool isAdding() const { return m_isAdding; }
    /// What the menu's "Lock ratings" shows.
    void setRatingsLocked(bool locked) { m_areRatingsLocked = locked; }
    /// After a change of the text size.
    void applyMetrics();

    [[nodiscard]] QByteArray save() const;
    void restore(const QByteArray& state);
    void popupMenu(const QPoint& globalPosition);

Q_SIGNALS:
    /// The user chose, moved or resized a column.
    void columnsChanged();
    void ratingsLockRequested(bool locked);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override;

private:
    /// Shows the columns that there is room for, each in its width.
    void fit();
    /// Gives each shown column its width. @param afterVisual  columns up to this place stay as they
    /// are
    void place(int afterVisual);
    void yield();
    [[nodiscard]] QSet<TrackColumn> shownNow() const;
    [[nodiscard]] QList<library::SortKey>::const_iterator keyOf(TrackColumn column) const;
    /// The shown columns that can yield, the least important first.
    [[nodiscard]] QList<TrackColumn> yielding() const;
    [[nodiscard]] bool takesShare(TrackColumn column) const;
    [[nodiscard]] int ownWidth(TrackColumn column) const;
    /// What a column needs for its cells to be read.
    [[nodiscard]] int leastWidth(TrackColumn column) const;
    void keepWidth(int section, int before, int now);
    void choose(TrackColumn column, bool isShown);
    void addColumnActions(QMenu& menu);

    QSet<TrackColumn> m_unavailable;
    QSet<TrackColumn> m_shown; ///< with those that have no room now
    QList<TrackColumn> m_chosen; ///< by the user, the newest last
    QHash<int, double> m_widths; ///< section → the user's width at 100 % text
    QList<library::SortKey> m_sort;
    bool m_isAdding = false;
    bool m_areRatingsLocked = false;
    bool m_isPlacing = false; ///< widths change by our own doing
};

} // namespace ui

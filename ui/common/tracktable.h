// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/playhow.h"
#include "ui/common/ratingmenu.h"
#include "ui/common/route.h"
#include "ui/common/trackcolumns.h"
#include "ui/common/typeahead.h"

#include <QSet>
#include <QTableView>
#include <memory>

namespace ui {

class Capabilities;
class Covers;
class DragPress;
struct ItemDrag;
enum class ListAction;
class PagedModelBase;
class StarDelegate;
class TrackDelegate;
class TrackHeader;

/// A table of tracks of any length, as every page shows them: star cells, keys, context menu,
/// columns. It asks for what is to be done by signals and does nothing itself.
///
/// Keys: 0–5 rate, Enter plays, Shift+Enter plays next, Ctrl+Enter queues; letters jump to the next
/// row that begins with them (typeAheadRequested), and while that lasts digits and Space are typed.
class TrackTable : public QTableView
{
    Q_OBJECT

public:
    TrackTable(Covers& covers, Capabilities& capabilities, QWidget* parent = nullptr);
    ~TrackTable() override;

    /// @param rows  the same object as @p model; both outlive the table's use of them
    void setTrackModel(PagedModelBase* model, TrackRows* rows);
    /// Columns this view never has, and those it shows at first.
    void setColumns(const QSet<TrackColumn>& shown, const QSet<TrackColumn>& unavailable);
    void setCompact(bool compact);
    /// Sorting by header click, by several columns with Shift; without it the order is the list's
    /// own, to which the third click on a column leads back.
    void setSortable(bool sortable);
    /// Shows what an order is without asking for it.
    void showSort(const QList<library::SortKey>& keys);
    /// @param row  of several rows with the item the one that plays; -1 if nobody knows
    void setPlaying(types::ItemId item, bool isPlaying, int row = -1);
    /// Row → heading above it (a disc); empty removes them.
    void setHeadings(const QHash<int, QString>& headings);
    [[nodiscard]] QString headingOf(int row) const { return m_headings.value(row); }
    /// Locked: a click on a star changes nothing; keys and menus still do.
    void setRatingLocked(bool locked);
    [[nodiscard]] bool isRatingLocked() const;
    /// Says in its menu what the selection is rated.
    void setRatingReader(const RatingReader& read) { m_readRating = read; }
    [[nodiscard]] const RatingReader& ratingReader() const { return m_readRating; }
    /// For the menus of its tracks.
    [[nodiscard]] Capabilities& capabilities() const { return m_capabilities; }

    [[nodiscard]] QList<types::ItemId> selectedItems() const;
    [[nodiscard]] QList<int> selectedRowNumbers() const;
    [[nodiscard]] TrackRows* trackRows() const { return m_rows; }
    /// Drops all rows: they are another library's.
    void forgetRows();
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    [[nodiscard]] bool isTyping() const { return m_typed.isActive(); }
    void selectRow(int row);

    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);
    /// The menu that a right click on the header opens, for a Columns button too.
    void popupColumnMenu(const QPoint& globalPosition);

    void keyboardSearch(const QString& search) override;

    /// Its head and a few rows; a short list that is laid out whole has a height of its own.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void playRequested(const QList<types::ItemId>& items, ui::PlayHow how);
    /// Enter or double-click on one row: play the list from here.
    void rowActivated(int row);
    void rateRequested(const QList<types::ItemId>& items, const types::OptionalRating& rating);
    void routeRequested(const ui::Route& route, ui::OpenIn where);
    /// What one was rated before, and its copies.
    void pastRatingsRequested(types::ItemId item);
    void playPauseRequested();
    void filterRequested();
    /// @param keys  the first first; none: the list's own order
    void sortRequested(const QList<library::SortKey>& keys);
    void typeAheadRequested(const QString& text, int fromRow);
    void columnsChanged();
    /// A menu of the selected rows is about to be shown: who knows more to do with them adds it.
    void menuOpening(QMenu* menu);
    /// The part of it that adds @p items to a playlist is about to be shown, and is empty.
    void playlistMenuRequested(QMenu* menu, const ui::ItemDrag& items);
    /// From a menu: for the stars of all lists.
    void ratingLockRequested(bool locked);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    /// The selected rows; not from a star that a click would give.
    void startDrag(Qt::DropActions actions) override;
    /// What may become of rows that are dragged.
    [[nodiscard]] virtual Qt::DropActions dragActions() const { return Qt::CopyAction; }
    /// Puts the selected rows into the clipboard. @return whether there are any
    [[nodiscard]] virtual bool copySelection();

private:
    void setupHeader();
    void applyMetrics();
    void setHoveredRow(int row);
    void headerClicked(int section);
    void rememberSelection();
    void restoreSelection();
    void play(PlayHow how);
    bool handleKey(QKeyEvent* event);
    bool handleAction(ListAction action);
    [[nodiscard]] bool isStarCell(const QPoint& position) const;

    Covers& m_covers;
    Capabilities& m_capabilities;
    PagedModelBase* m_model = nullptr;
    TrackRows* m_rows = nullptr;
    TrackDelegate* m_delegate;
    StarDelegate* m_stars;
    TrackHeader* m_header;
    QHash<int, QString> m_headings;
    QSet<qint64> m_remembered; ///< ids selected before a reset
    qint64 m_rememberedCurrent = 0;
    int m_hoveredRow = -1;
    QList<library::SortKey> m_sort;
    bool m_isSortable = false;
    bool m_isCompact = false;
    std::unique_ptr<DragPress> m_press;
    TypedText m_typed;
    RatingReader m_readRating;
};

} // namespace ui

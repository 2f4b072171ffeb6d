// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/carddelegate.h"
#include "ui/common/cards.h"
#include "ui/common/covers.h"
#include "ui/common/playhow.h"
#include "ui/common/route.h"
#include "ui/common/typeahead.h"

#include <QListView>
#include <QPointer>
#include <memory>

class QMenu;

namespace ui {

class DragPress;
struct ItemDrag;

/// Cards in a grid that flows with the width, or in one row (a shelf) that scrolls sideways. A
/// short list is given to it, a long one is a model of its own (PagedCards).
///
/// Enter or a click opens, Ctrl+Enter or the middle button in a new pane; the button that appears
/// over a cover plays. The same and more is in the menu of a card. Letters jump to the next card
/// that begins with them (typeAheadRequested).
class CoverGrid : public QListView
{
    Q_OBJECT

public:
    enum class Layout
    {
        Grid,
        Shelf
    };

    /// @param capabilities  without Feature::Play the button that plays rests
    CoverGrid(Covers& covers, Capabilities& capabilities, Layout layout, QWidget* parent = nullptr);
    ~CoverGrid() override;

    void setCards(const QList<Card>& cards);
    /// Shows @p model from now on, which outlives the grid's use of it.
    void setLongModel(PagedModelBase* model);
    void setShape(CardDelegate::Shape shape);
    void setDensity(Density density);
    /// Whether digits rate the current card, unless they are typed.
    void setRatable(bool ratable) { m_isRatable = ratable; }
    /// What is dragged with a card, by its id; without this none can be dragged.
    using CardDrag = std::function<ItemDrag(qint64 id)>;
    void setCardDrag(CardDrag items);

    /// Height a shelf needs for one row of cards.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// A shelf one width further (or back); for its arrows.
    void page(int direction);
    [[nodiscard]] bool canPage(int direction) const;

    [[nodiscard]] bool isTyping() const { return m_typed.isActive(); }
    /// The current card is that in @p row, in sight.
    void selectRow(int row);
    /// @p row stands at the top, as far as there is enough below it.
    void scrollToRow(int row);
    /// The first row in sight, -1 if there is none.
    [[nodiscard]] int firstRow() const;

    void keyboardSearch(const QString& search) override;

Q_SIGNALS:
    void cardOpened(qint64 id, ui::OpenIn where);
    void cardPlayed(qint64 id, ui::PlayHow how);
    void cardRated(qint64 id, const types::OptionalRating& rating);
    /// Before the menu of a card is shown: what else it can do goes into it.
    void menuFilled(QMenu& menu, qint64 id);
    /// The part of the menu that adds @p items to a playlist is about to be shown, and is empty.
    void playlistMenuRequested(QMenu* menu, const ui::ItemDrag& items);
    void typeAheadRequested(const QString& text, int fromRow);
    /// Other cards are in sight, or may be scrolled to.
    void scrolled();

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void startDrag(Qt::DropActions actions) override;
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void updateGrid();
    /// Paints those cards again that wait for @p thumb.
    void coverArrived(const QString& thumb);
    void tellInSight();
    /// First and last; the last is before the first where there are none.
    [[nodiscard]] std::pair<int, int> rowsInSight() const;
    [[nodiscard]] bool rateByKey(const QKeyEvent& event);
    void openCard(const QModelIndex& index, OpenIn where);
    [[nodiscard]] bool isPlayButton(const QModelIndex& index, const QPoint& position) const;

    CardModel m_short;
    QPointer<Covers> m_covers; ///< goes before the last of the window is hidden
    Capabilities& m_capabilities;
    Layout m_layout;
    int m_columns = 1; ///< of a grid
    CardDelegate* m_delegate;
    TypedText m_typed;
    bool m_isRatable = false;
    CardDrag m_cardDrag;
    std::unique_ptr<DragPress> m_press;
    QPersistentModelIndex m_pressed; ///< until it is released, or dragged
};

} // namespace ui

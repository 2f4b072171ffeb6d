// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/capabilities.h"
#include "ui/common/covers.h"
#include "ui/common/playhow.h"
#include "ui/common/route.h"

#include <QAbstractListModel>
#include <QListView>

namespace ui {

/// One card: a cover with a title and a line under it.
struct Card
{
    qint64 id = 0;
    QString title {};
    QString subtitle {};
    QString thumb {};
    QString iconName {}; ///< where there is no picture
    bool operator==(const Card&) const = default;
};

/// A short list of cards; long lists are paged models.
class CardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        IdRole = Qt::UserRole,
        SubtitleRole,
        ThumbRole,
        IconNameRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setCards(QList<Card> cards);
    [[nodiscard]] const QList<Card>& cards() const { return m_cards; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<Card> m_cards;
};

/// Cards in a grid that flows with the width, or in one row (a shelf) that scrolls sideways.
/// Enter or a click opens, Ctrl+Enter or the middle button in a new pane; the button that appears
/// over a cover plays. The same and more is in the menu of a card.
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

    void setCards(const QList<Card>& cards);
    [[nodiscard]] CardModel& cardModel() { return m_model; }
    /// Height a shelf needs for one row of cards.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// A shelf one width further (or back); for its arrows.
    void page(int direction);
    [[nodiscard]] bool canPage(int direction) const;

Q_SIGNALS:
    void cardOpened(qint64 id, ui::OpenIn where);
    void cardPlayed(qint64 id, ui::PlayHow how);
    void scrolled();

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateGrid();
    void openCard(const QModelIndex& index, OpenIn where);
    [[nodiscard]] QRect playButton(const QModelIndex& index) const;
    [[nodiscard]] bool isPlayButton(const QModelIndex& index, const QPoint& position) const;

    CardModel m_model;
    Capabilities& m_capabilities;
    Layout m_layout;
    class CardDelegate* m_delegate;
};

} // namespace ui

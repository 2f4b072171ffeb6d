// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/dragging.h"
#include "ui/common/typeahead.h"

namespace ui {

class LinkButton;
class PagedModelBase;
class SelectionKeeper;
class TextLabel;

/// The list of a BrowserColumn: letters find a row, Escape selects none.
class BrowserList final : public DragList
{
    Q_OBJECT

public:
    explicit BrowserList(QWidget* parent = nullptr);

    void keyboardSearch(const QString& search) override;

Q_SIGNALS:
    void typeAheadRequested(const QString& text, int fromRow);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    TypedText m_typed;
};

/// One column of the column browser: a list of any length of which some, or all, are chosen. None
/// selected means all.
class BrowserColumn final : public QWidget
{
    Q_OBJECT

public:
    /// @param name  its widgets' objectNames begin so; @param model  of cards, outlives the column
    BrowserColumn(const QString& name, const QString& title, PagedModelBase& model,
        const TypeAhead::Finder& finder, QWidget* parent = nullptr);

    /// Those chosen, from top to bottom; empty: all.
    [[nodiscard]] const QList<qint64>& chosen() const { return m_chosen; }
    void chooseAll();
    /// What is dragged: @p items of the ids that are chosen. @param covers  outlives the column
    void setDrag(Covers& covers, std::function<ItemDrag(const QList<qint64>& ids)> items);

Q_SIGNALS:
    void chosenChanged();
    /// Enter or a double click.
    void activated();

private:
    void update();
    void showCount();

    QString m_title;
    PagedModelBase& m_model;
    TextLabel* m_head;
    LinkButton* m_all;
    BrowserList* m_list;
    SelectionKeeper* m_keeper;
    QList<qint64> m_chosen;
};

} // namespace ui

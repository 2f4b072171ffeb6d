// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/wrapgrid.h"

namespace ui {

class LinkButton;
class TextLabel;

/// A headline and the cards of one kind; of very many only the first until somebody wants all.
/// Hidden while there are none.
class CardSection final : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kAtFirst = 60;

    /// @param name  its widgets' objectNames begin so; the grid has exactly this one
    CardSection(const QString& title, const QString& name, Covers& covers,
        Capabilities& capabilities, QWidget* parent = nullptr);

    void setCards(const QList<Card>& cards);
    /// Of another page of cards: it begins with the first ones again.
    void reset();
    [[nodiscard]] WrapGrid& grid() { return *m_grid; }

private:
    void fill();

    TextLabel* m_count;
    WrapGrid* m_grid;
    LinkButton* m_all;
    QList<Card> m_cards;
    bool m_showsAll = false;
};

} // namespace ui

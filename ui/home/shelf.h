// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/covergrid.h"

#include <QWidget>

class QToolButton;

namespace ui {

/// A headline, two arrows and one row of cards. Hidden while it has none.
class Shelf final : public QWidget
{
    Q_OBJECT

public:
    /// @param name  of its widgets, as objectName
    Shelf(const QString& title, const QString& name, Covers& covers, Capabilities& capabilities,
        QWidget* parent = nullptr);

    void setCards(const QList<Card>& cards);
    [[nodiscard]] CoverGrid& grid() { return *m_grid; }

private:
    void updateArrows();

    CoverGrid* m_grid;
    QToolButton* m_back;
    QToolButton* m_forward;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace ui {

/// A search field with its glass; Escape empties it, then gives the keyboard back.
class FilterField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(const QString& placeholder, QWidget* parent = nullptr);

    /// So that it shows whole what it is for.
    [[nodiscard]] int leastWidth() const;
    /// Takes its share of a page's head that is @p width wide.
    void fitInto(int width);

Q_SIGNALS:
    /// Escape on an empty field, or Down: on to the list.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace ui

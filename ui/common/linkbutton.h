// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace ui {

/// Text that leads somewhere: underlined under the mouse, reachable by keyboard.
class LinkButton : public QPushButton
{
    Q_OBJECT

public:
    explicit LinkButton(QWidget* parent = nullptr);
    /// As QAbstractButton's, which it hides: an "&" in a name makes no shortcut.
    void setText(const QString& text);
    /// In the quiet colour of a second line instead of the primary one.
    void setQuiet(bool quiet);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_isQuiet = false;
};

} // namespace ui

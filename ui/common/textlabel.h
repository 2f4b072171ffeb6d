// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace ui {

/// Plain text in one of the four sizes; shortened with an ellipsis (and then told by its tooltip)
/// unless it wraps. Follows theme and text size. Text of a server belongs in one of these.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(TextRole role, Tone tone = Tone::Primary, QWidget* parent = nullptr);
    TextLabel(
        const QString& text, TextRole role, Tone tone = Tone::Primary, QWidget* parent = nullptr);

    void setTone(Tone tone);
    /// As QLabel's, which it hides: the text is told whole to screen readers.
    void setText(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return wordWrap(); }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QSize wrapped(int width) const;

    TextRole m_role;
    Tone m_tone;
};

/// A tooltip that shows @p text letter by letter, whatever a title or a server's sentence contains.
[[nodiscard]] QString plainToolTip(const QString& text);

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/textlabel.h"

namespace ui {

class LinkButton;

/// A text of which only the first lines are shown, the last of them with an ellipsis.
class ClampedText final : public TextLabel
{
    Q_OBJECT

public:
    ClampedText(TextRole role, Tone tone, QWidget* parent = nullptr);

    /// @param lines  at most; 0 shows all
    void setLines(int lines);
    /// Whether there is more than is shown.
    [[nodiscard]] bool isCut(int width) const;

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// The lines of the text in @p width, at most @p most (0: all).
    [[nodiscard]] QStringList broken(int width, int most) const;

    TextRole m_role;
    Tone m_tone;
    int m_lines = 0;
};

/// What somebody wrote about an artist or an album: a few lines, and a link that shows the rest.
/// Hidden while there is nothing.
class SummaryText final : public QWidget
{
    Q_OBJECT

public:
    /// @param name  its widgets' objectNames begin so
    explicit SummaryText(const QString& name, QWidget* parent = nullptr);

    void setText(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setOpen(bool isOpen);
    void updateLink();

    ClampedText* m_text;
    LinkButton* m_more;
    bool m_isOpen = false;
};

} // namespace ui

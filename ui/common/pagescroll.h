// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ui {

/// As high as what is in it, as long as that has room; where it has not – large text, a narrow
/// pane –, all of it scrolls instead of being squeezed together. Never scrolls sideways.
class PageScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// @param content  with a layout; becomes the scroll area's
    explicit PageScroll(QWidget* content, QWidget* parent = nullptr);

    /// What the content needs at least where it is so wide.
    [[nodiscard]] int heightFor(int width) const;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// Says, in drawn letters, that there is no font to write anything with; not there while one is.
class FontNotice final : public QWidget
{
    Q_OBJECT

public:
    explicit FontNotice(QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void look();
};

} // namespace ui

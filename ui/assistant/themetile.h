// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>

namespace ui {

/// A theme to choose: a small window in its colours, with its name below. The name says it, the
/// frame and a tick say that it is chosen.
class ThemeTile final : public QAbstractButton
{
    Q_OBJECT

public:
    /// @param choice  what it stands for; one that follows the system shows both halves
    ThemeTile(ThemeChoice choice, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ThemeChoice m_choice;
};

} // namespace ui

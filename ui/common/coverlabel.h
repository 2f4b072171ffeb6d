// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class Covers;

/// One cover of a fixed side, or a quiet tile with an icon.
class CoverLabel : public QWidget
{
    Q_OBJECT

public:
    /// @param side  in pixels at 100 % text
    CoverLabel(Covers& covers, int side, QWidget* parent = nullptr);

    void setSide(int side);
    void setCover(const QString& thumb, const QString& iconName);
    /// How round its corners are.
    [[nodiscard]] double radius() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Covers& m_covers;
    int m_side;
    QString m_thumb;
    QString m_icon;
};

} // namespace ui

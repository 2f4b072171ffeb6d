// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// The picture beside the assistant's pages: a record, covers and a spectrum in the accent of the
/// theme, a little further at each page. It tells nothing.
class Artwork final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(double phase READ phase WRITE setPhase)

public:
    explicit Artwork(QWidget* parent = nullptr);

    [[nodiscard]] double phase() const { return m_phase; }
    /// @param phase  0 at the first page, 1 at the last
    void setPhase(double phase);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_phase = 0;
};

} // namespace ui

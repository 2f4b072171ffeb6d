// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QLayout;
class QVBoxLayout;

namespace ui {

/// A titled group with room around it.
class SectionCard final : public QWidget
{
    Q_OBJECT

public:
    SectionCard(const QString& title, const QString& text);
    void add(QWidget* widget);
    void add(QLayout* layout);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QVBoxLayout* m_column;
};

} // namespace ui

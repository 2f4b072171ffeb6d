// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/attributions.h"

#include <QDialog>

class QLayout;
class QListWidget;
class QPlainTextEdit;
class QVBoxLayout;

namespace ui {

/// What this program is, which version, under which licence, and what it is built with.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);

private:
    [[nodiscard]] static QLayout* makeHead();
    void addParts(QVBoxLayout& column);
    [[nodiscard]] QLayout* makeButtons();
    void showLicence(int row);

    QList<Attribution> m_parts;
    QListWidget* m_list;
    QPlainTextEdit* m_licence;
};

} // namespace ui

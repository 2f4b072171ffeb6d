// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/activity/logmodel.h"
#include "ui/common/page.h"

#include <QTimer>

class QComboBox;
class QPushButton;
class QTableView;

namespace ui {

class FilterField;

/// What the program wrote into its log since its start, as it goes on; to be searched and copied.
class LogPage final : public Page
{
    Q_OBJECT

public:
    /// Both outlive the page.
    LogPage(const util::LogBuffer& log, settings::Settings& settings, QWidget* parent = nullptr);

    void open(const Route& route) override;
    [[nodiscard]] QWidget* focusTarget() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools(settings::Settings& settings);
    void setupTable();
    void applyFilter();
    void follow();
    void copy();
    void showCurrent();
    void updateState();

    LogModel m_model;
    QTableView* m_table;
    FilterField* m_filter;
    QComboBox* m_least = nullptr;
    QPushButton* m_copy = nullptr;
    TextLabel* m_message;
    StatePage* m_states = nullptr;
    QTimer m_following; // while it is seen
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/common/connection.h"
#include "ui/common/connectionform.h"
#include "ui/common/page.h"

class QComboBox;
class QPushButton;

namespace ui {

class TextLabel;

/// Connection and appearance. What is chosen applies at once; there is no OK button.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(
        settings::Settings& settings, ConnectionForm::Test test, QWidget* parent = nullptr);

    void setConnection(const ConnectionStatus& status);
    [[nodiscard]] QWidget* focusTarget() override;

Q_SIGNALS:
    void connectRequested(const account::ServerAddress& address, const util::SecretString& token);
    void demoRequested();
    void forgetRequested();
    void syncRequested();

private:
    [[nodiscard]] QWidget* makeConnection(ConnectionForm::Test test);
    [[nodiscard]] QWidget* makeAppearance();

    settings::Settings& m_settings;
    ConnectionForm* m_form = nullptr;
    TextLabel* m_status = nullptr;
    TextLabel* m_reason = nullptr;
    QPushButton* m_forget = nullptr;
    QComboBox* m_theme = nullptr;
    QComboBox* m_density = nullptr;
    QComboBox* m_text = nullptr;
};

} // namespace ui

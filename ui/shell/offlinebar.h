// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/connection.h"

#include <QWidget>

class QPushButton;

namespace ui {

class TextLabel;

/// Above the page while the server cannot be reached: what is shown is the index, how old it is,
/// and Retry.
class OfflineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit OfflineBar(QWidget* parent = nullptr);

    /// Says that the server cannot be reached, or that it does not accept the sign-in.
    /// @param age  "5 min ago"; empty if there never was a synchronisation
    void showOffline(const ConnectionStatus& status, const QString& age);

Q_SIGNALS:
    void retryRequested();
    void signInRequested();
    void checkRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_text;
    QPushButton* m_check;
    QPushButton* m_retry;
    QPushButton* m_signIn;
};

} // namespace ui

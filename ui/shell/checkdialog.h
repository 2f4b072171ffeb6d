// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/selfcheck.h"

#include <QDialog>

class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// "Why can't I connect?": each step of the way to the server, what was found, what to do.
class CheckDialog final : public QDialog
{
    Q_OBJECT

public:
    using Check = std::function<util::Future<QList<account::Finding>>(std::stop_token stop)>;

    /// Begins at once. @param server  its name
    CheckDialog(Check check, const QString& server, QWidget* parent);

private:
    void begin();
    void show(const util::Result<QList<account::Finding>>& findings);
    void clearSteps();
    /// What is found, as text without anything secret.
    void copy() const;

    Check m_check;
    util::async::Latest m_latest;
    QList<account::Finding> m_findings;
    TextLabel* m_summary;
    QProgressBar* m_progress;
    QVBoxLayout* m_steps;
    QPushButton* m_again;
    QPushButton* m_copy;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/activity.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace ui {

class TextLabel;

/// One thing the server is doing: what, how far, and a button to end it where that is possible.
class ActivityLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityLine(QWidget* parent = nullptr);

    void show(const types::Activity& activity);

Q_SIGNALS:
    void cancelRequested();

private:
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
};

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/cachebucket.h"

#include <QWidget>

class QPushButton;

namespace ui {

class TextLabel;

/// One cache: what it is for, how much it holds, how often it helped, and a button to empty it.
class CacheLine final : public QWidget
{
    Q_OBJECT

public:
    /// @param bucket  its name as types::CacheBucket has it
    explicit CacheLine(const QString& bucket, QWidget* parent = nullptr);

    void show(const types::CacheBucket& bucket);

Q_SIGNALS:
    void flushRequested();

private:
    TextLabel* m_figures;
    QPushButton* m_flush;
};

} // namespace ui

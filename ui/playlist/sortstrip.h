// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/trackview.h"

#include <QWidget>

class QPushButton;

namespace ui {

class TextLabel;

/// Says that a playlist is looked at in another order than its own, and what can be done about it.
class SortStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit SortStrip(QWidget* parent = nullptr);

    /// Without keys it is hidden. @param canSave  whether the order can become the playlist's own
    void showSort(const QList<library::SortKey>& keys, bool canSave);

Q_SIGNALS:
    void saveRequested();
    void ownOrderRequested();

private:
    TextLabel* m_text;
    QPushButton* m_save;
};

} // namespace ui

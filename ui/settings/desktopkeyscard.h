// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "ui/common/desktopactions.h"

#include <QWidget>

namespace ui {

class KeyLine;
class TextLabel;

/// The keys that work anywhere on the desktop, and what the desktop tells of what they did.
class DesktopKeysCard final : public QWidget
{
    Q_OBJECT

public:
    /// @param keys  knows desktopActions(); both outlive the card
    DesktopKeysCard(KeyMap& keys, settings::Settings& settings, QWidget* parent = nullptr);

    void showState(const DesktopKeys& keys);

private:
    QHash<QString, KeyLine*> m_lines;
    TextLabel* m_impossible;
};

} // namespace ui

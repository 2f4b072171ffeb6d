// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

class QWidget;

/// The cards of the settings page that need nothing but the settings.
namespace ui::cards {

[[nodiscard]] QWidget* makeAppearance(settings::Settings& settings);
[[nodiscard]] QWidget* makePlayback(settings::Settings& settings);

} // namespace ui::cards

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plex/clientidentity.h"
#include "core/settings/settings.h"

namespace account {

/// What we say about this program; the identifier is made and stored the first time.
[[nodiscard]] plex::ClientIdentity identityOf(settings::Settings& settings);

} // namespace account

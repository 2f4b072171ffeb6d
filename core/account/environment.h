// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/address.h"
#include "core/util/secretstring.h"

#include <QProcessEnvironment>
#include <optional>

namespace account {

/// What environment variables override; an argument of the command line beats them in turn.
struct Environment
{
    std::optional<ServerAddress> server {}; ///< PLEXM8_SERVER_URL
    util::SecretString token {}; ///< PLEXM8_TOKEN
    util::SecretString tmdbKey {}; ///< PLEXM8_TMDB_KEY
    QUrl plexTv {}; ///< PLEXM8_PLEXTV_URL, empty = the real one; likewise below
    QUrl discover {}; ///< PLEXM8_DISCOVER_URL
    QUrl tmdb {}; ///< PLEXM8_TMDB_URL
    QUrl tmdbImage {}; ///< PLEXM8_TMDB_IMAGE_URL
};

/// Reads the variables. Empty ones count as absent.
///
/// Errors: InvalidInput naming the variable, never its value: an address that is none, or a cloud
/// URL that is not of this machine (a token must not be sent anywhere by a variable).
[[nodiscard]] util::Result<Environment> readEnvironment(const QProcessEnvironment& variables);

} // namespace account

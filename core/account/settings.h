// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

namespace account {

/// Identifies this installation to servers; made once, kept for ever (a new one is a new device).
inline constexpr settings::Setting<QString> kClientIdentifier { "account/clientIdentifier", u"" };
/// The plex.tv accounts that are signed in, one JSON object each. Never a token.
inline constexpr settings::Setting<QStringList> kAccounts { "account/accounts" };
/// Certificates that the user trusts, one JSON object each: host, port, fingerprint.
inline constexpr settings::Setting<QStringList> kPins { "account/pinnedCertificates" };
/// The known servers, one JSON object each. Never a token.
inline constexpr settings::Setting<QStringList> kServers { "account/servers" };
/// Servers that were signed out: whose the tokens were, nothing else.
inline constexpr settings::Setting<QStringList> kFormerServers { "account/formerServers" };
/// Goes into the marks of tokens, so that nobody can compare them with those of another machine.
inline constexpr settings::Setting<QString> kTokenSalt { "account/tokenSalt", u"" };
/// machineIdentifier of the server in use.
inline constexpr settings::Setting<QString> kCurrentServer { "account/currentServer", u"" };

} // namespace account

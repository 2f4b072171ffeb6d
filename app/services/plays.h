// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/session.h"
#include "core/types/play.h"

namespace app {

/// What was played last, at most some hundred: each play as the server keeps it, or, where it does
/// not say or is away, each track's latest as the cache knows it.
///
/// Errors: those of library::Library. Thread: UI.
[[nodiscard]] util::Future<types::Plays> recentPlays(
    Services& services, Session& session, std::stop_token stop);

} // namespace app

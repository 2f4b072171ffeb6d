// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/activity.h"
#include "core/types/play.h"
#include "core/util/async.h"

#include <functional>

namespace ui {

/// What the server does by itself, and what was played. Errors of all: those of plex::Server,
/// Offline without a connection.
struct ServerWork
{
    std::function<util::Future<QList<types::Activity>>(std::stop_token stop)> activities {};
    std::function<util::Future<void>(const QString& uuid)> cancel {};
    /// Also without a server: what the cache says.
    std::function<util::Future<types::Plays>(std::stop_token stop)> plays {};
};

} // namespace ui

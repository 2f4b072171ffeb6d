// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/cachebucket.h"
#include "core/util/async.h"

#include <functional>

namespace ui {

/// What the program keeps beside the server, to be looked at and to be emptied.
struct Caches
{
    std::function<util::Future<QList<types::CacheBucket>>()> read;
    std::function<util::Future<void>(const QString& bucket)> flush;
};

} // namespace ui

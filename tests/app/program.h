// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services/session.h"
#include "tests/support/leaks.h"

namespace support {

/// The program without its window, as app/main wires it, with its files below one folder.
struct Program
{
    explicit Program(const QString& folder, account::Environment environment = {})
        : leaks { folder }
        , services(madePaths(folder), std::move(environment))
        , session(services)
    {
    }

    static app::Paths madePaths(const QString& folder)
    {
        const app::Paths paths = app::Paths::below(folder);
        (void)paths.make();
        return paths;
    }

    /// Looks at the files when all of the program has ended.
    struct Leaks
    {
        QString folder;
        ~Leaks() { verifyNoFileHoldsToken(folder); }
    };

    Leaks leaks;
    app::Services services;
    app::Session session;
};

} // namespace support

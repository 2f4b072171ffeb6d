// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cli {

/// Translates what the command line says: Text::tr().
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace cli

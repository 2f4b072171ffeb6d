// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QHash>
#include <QStringList>

namespace cli {

/// The command line, taken apart: global options, the command's words and its own options.
///
/// "--name value", "--name=value" and flags may stand anywhere; "--" ends options.
struct Arguments
{
    QStringList words {}; ///< command, subcommand and operands in order
    QHash<QString, QString> options {}; ///< by name without dashes; a flag has an empty value
    QString dataDir {};
    QString server {};
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool version = false;
    bool help = false;

    [[nodiscard]] bool has(const QString& option) const { return options.contains(option); }
    [[nodiscard]] QString value(const QString& option) const { return options.value(option); }
};

/// Errors: InvalidInput with a sentence that names what is wrong.
[[nodiscard]] util::Result<Arguments> parseArguments(const QStringList& arguments);

/// A count from an option, 1…@p max; @p fallback if the option was not given.
[[nodiscard]] util::Result<int> countOption(
    const Arguments& arguments, const QString& option, int fallback, int max);

/// "12" or "/library/metadata/12".
[[nodiscard]] QString ratingKeyFrom(const QString& word);

} // namespace cli

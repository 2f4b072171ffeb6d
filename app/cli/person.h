// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/secretstring.h"

#include <QUrl>

namespace cli {

/// Opens a page in the system's browser; false if none could be started.
[[nodiscard]] bool openInBrowser(const QUrl& page);

/// Asks on standard error and reads one line from standard input; what is typed at a terminal is
/// not shown.
[[nodiscard]] util::SecretString askSecret(const QString& question);

} // namespace cli

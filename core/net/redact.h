// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace net {

/// Text with everything that looks like a token, password or code replaced by "…".
///
/// Knows query pairs, header lines, JSON members and XML attributes by their names. For error
/// details and log lines; it does not know secrets that stand alone.
[[nodiscard]] QString redact(const QString& text);

/// Scheme, host, port and path; of the query only what is known to be harmless (type, paging,
/// sort), other values as "…". Never user info or fragment.
[[nodiscard]] QString redact(const QUrl& url);

} // namespace net

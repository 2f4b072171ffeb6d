// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <utility>

namespace plex {

/// Who this installation says it is, on every request (a missing one shows as "unknown" in
/// dashboards, and a new identifier as a new device in the account).
struct ClientIdentity
{
    QString clientIdentifier {}; ///< made once for an installation, kept for ever
    QString product {};
    QString version {};
    QString platform {};
    QString platformVersion {};
    QString deviceName {};
    QString language {}; ///< BCP 47, for hub titles and season names

    bool operator==(const ClientIdentity&) const = default;
};

/// The X-Plex-… headers of @p identity; empty fields are left out.
/// Source: reference of the Plex API, "Identification headers".
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> headersOf(const ClientIdentity& identity);

} // namespace plex

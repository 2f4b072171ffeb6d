// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/clientidentity.h"

namespace plex {

QList<std::pair<QByteArray, QByteArray>> headersOf(const ClientIdentity& identity)
{
    const std::pair<const char*, QString> all[] = {
        { "X-Plex-Client-Identifier", identity.clientIdentifier },
        { "X-Plex-Product", identity.product },
        { "X-Plex-Version", identity.version },
        { "X-Plex-Platform", identity.platform },
        { "X-Plex-Platform-Version", identity.platformVersion },
        { "X-Plex-Device-Name", identity.deviceName },
        { "X-Plex-Language", identity.language },
    };
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const auto& [name, value] : all) {
        if (!value.isEmpty()) {
            headers.append({ QByteArray(name), value.toUtf8() });
        }
    }
    return headers;
}

} // namespace plex

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/address.h"
#include "core/net/host.h"

#include <cstdint>
#include <cstdlib>

/// Whatever somebody types as an address: a token never goes unencrypted to a public machine.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QString text
        = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto address = account::parseServerAddress(text);
    if (!address) {
        return 0;
    }
    const bool isEncrypted = address->url.scheme() == QLatin1String("https");
    if (!isEncrypted && !net::isPrivateHost(address->url.host())) {
        abort();
    }
    if (!address->url.userInfo().isEmpty() || address->url.hasQuery()) {
        abort();
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/parse.h"

#include <QLoggingCategory>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

/// What a page says of itself must be so, whatever the server sent.
template <class T>
void check(const util::Result<plex::Page<T>>& page)
{
    if (page && (page->received < 0 || page->items.size() > page->received)) {
        abort();
    }
}

} // namespace

/// The bodies of a Plex server: any bytes give a page or an error, never a crash.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const auto body = QByteArray::fromRawData(
        reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const QString endpoint = u"/fuzz"_s;
    check(plex::parseItems(body, endpoint));
    check(plex::parsePlaylists(body, endpoint));
    check(plex::parsePlaylistItems(body, endpoint));
    const auto sections = plex::parseSections(body, endpoint);
    const auto info = plex::parseServerInfo(body, endpoint);
    if (info && !info->id.isValid()) {
        abort();
    }
    (void)sections;
    (void)plex::parseTimelineAnswer(body);
    return 0;
}

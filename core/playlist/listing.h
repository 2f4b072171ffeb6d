// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/edit.h"

namespace playlist {

/// That a playlist is to exist with a content, or is to exist no more, as the journal has it.
struct Listing
{
    QString server {}; ///< its machine identifier, which items are named with
    QString playlist {}; ///< its rating key at the time, or newName()
    bool exists = true; ///< what is asked for
    QString title {};
    QString summary {};
    types::Playlist::Kind kind = types::Playlist::Kind::Audio;
    Tokens order {};
    Facts rows {}; ///< of all rows
};

/// {"v": 1, "server", "playlist", "exists", "title", "summary", "kind", "order", "rows"}.
[[nodiscard]] QJsonObject payloadOf(const Listing& listing);
/// Errors: InvalidInput (damaged).
[[nodiscard]] util::Result<Listing> listingOf(const QJsonObject& payload);
/// What the journal calls a playlist until the server has made it; nobody else's.
[[nodiscard]] QString newName();
/// Its content as an edit of an empty playlist.
[[nodiscard]] Edit fillingOf(const Listing& listing);

} // namespace playlist

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"

#include <QString>
#include <optional>

namespace app {

/// What a link leads to, of the program's own or of Plex Web:
///
///     plexm8://album/1234   also artist, track, playlist; ?server=… says whose
///     plexm8://search/words
///     https://app.plex.tv/desktop/#!/server/…/details?key=%2Flibrary%2Fmetadata%2F1234
///
/// and the same behind the address of a server ("/web/index.html#!…").
struct Link
{
    enum class Kind
    {
        Item,
        Playlist,
        Search
    };
    Kind kind = Kind::Item;
    types::ServerId server {}; ///< invalid: the one that is shown
    types::RatingKey key {};
    QString text {}; ///< of a search
    bool operator==(const Link&) const = default;
};

/// Whether somebody means a link by it, one that leads somewhere or not.
[[nodiscard]] bool looksLikeLink(const QString& text);

/// Nothing for what leads nowhere in this program. Whoever made the link is not trusted: what is in
/// it is a number or a text to search for.
[[nodiscard]] std::optional<Link> parseLink(const QString& text);

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <algorithm>
#include <array>
#include <optional>

namespace demo {

/// What an item of the library is.
enum class Kind
{
    Movie,
    Show,
    Season,
    Episode,
    Artist,
    Album,
    Track
};

/// How servers number types, in the order of Kind.
inline constexpr std::array kTypeNumbers { 1, 2, 3, 4, 8, 9, 10 };

[[nodiscard]] constexpr int typeNumber(Kind kind)
{
    return kTypeNumbers[static_cast<size_t>(kind)];
}

/// The kind with this number; none for what the server does not have.
[[nodiscard]] constexpr std::optional<Kind> kindOfType(int number)
{
    const auto found = std::ranges::find(kTypeNumbers, number);
    return found == kTypeNumbers.end()
        ? std::nullopt
        : std::optional(static_cast<Kind>(found - kTypeNumbers.begin()));
}

/// What a server calls the plug-in that its libraries belong to.
inline constexpr const char* kLibraryIdentifier = "com.plexapp.plugins.library";

/// Position of an item in its catalogue: what stays the same when rating keys change.
struct Item
{
    Kind kind = Kind::Track;
    quint32 index = 0;

    bool operator==(const Item&) const = default;
};

inline size_t qHash(const Item& item, size_t seed = 0) noexcept
{
    return ::qHash((static_cast<quint64>(item.kind) << 32) | item.index, seed);
}

/// Rating keys as first given: one range per kind, so that neither needs a table.
namespace keys {

constexpr quint64 kMovies = 101;
constexpr quint64 kShows = 1'001;
constexpr quint64 kSeasons = 2'001;
constexpr quint64 kEpisodes = 3'001;
constexpr quint64 kPlaylists = 30'001;
constexpr quint64 kArtists = 100'001;
constexpr quint64 kAlbums = 1'000'001;
constexpr quint64 kTracks = 2'000'001;
constexpr quint64 kRekeyed = 9'000'001; ///< given when an item gets a new key

[[nodiscard]] constexpr quint64 firstOf(Kind kind)
{
    switch (kind) {
    case Kind::Movie:
        return kMovies;
    case Kind::Show:
        return kShows;
    case Kind::Season:
        return kSeasons;
    case Kind::Episode:
        return kEpisodes;
    case Kind::Artist:
        return kArtists;
    case Kind::Album:
        return kAlbums;
    case Kind::Track:
        break;
    }
    return kTracks;
}

[[nodiscard]] constexpr quint64 original(Item item)
{
    return firstOf(item.kind) + item.index;
}

/// The item of an original key; the index may be beyond what the catalogue holds.
[[nodiscard]] constexpr std::optional<Item> itemOf(quint64 key)
{
    constexpr Kind kinds[] = { Kind::Track, Kind::Album, Kind::Artist };
    if (key >= kRekeyed) {
        return std::nullopt;
    }
    for (const Kind kind : kinds) {
        if (key >= firstOf(kind)) {
            return Item { kind, static_cast<quint32>(key - firstOf(kind)) };
        }
    }
    if (key >= kPlaylists) {
        return std::nullopt;
    }
    constexpr Kind films[] = { Kind::Episode, Kind::Season, Kind::Show, Kind::Movie };
    for (const Kind kind : films) {
        if (key >= firstOf(kind)) {
            return Item { kind, static_cast<quint32>(key - firstOf(kind)) };
        }
    }
    return std::nullopt;
}

} // namespace keys

} // namespace demo

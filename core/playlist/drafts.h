// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/entryorder.h"
#include "core/playlist/edit.h"

#include <functional>
#include <stop_token>

namespace playlist {

/// What is put into a playlist: one after the other, in the order of the lists.
struct Source
{
    QList<types::EntryId> entries {}; ///< rows of playlists, also of the same one: copies of them
    QList<types::ItemId> items {}; ///< tracks; albums and artists stand for theirs
    QList<types::RatingKey> keys {}; ///< of tracks; those that the cache does not have are left out
    QList<types::PlaylistId> playlists {}; ///< all rows of them

    [[nodiscard]] bool isEmpty() const
    {
        return entries.isEmpty() && items.isEmpty() && keys.isEmpty() && playlists.isEmpty();
    }
};

/// Functions that work out an edit from what the cache shows. Thread of all: a reader's.
namespace drafts {

/// A playlist as the cache shows it.
struct Shown
{
    types::PlaylistId id {};
    QString key {};
    QString title {};
    QString summary {};
    types::Playlist::Kind kind = types::Playlist::Kind::Audio;
    std::vector<library::StoredEntry> entries {};
    std::vector<library::EntryRow> facts {}; ///< of the entries, if they were asked for
};

/// Errors: NotFound (gone), Unsupported (smart: what it holds follows its rules; read-only),
/// Database.
util::Result<Shown> read(
    db::Connection& cache, types::PlaylistId playlist, bool withFacts, bool mayBeSmart = false);

/// The rows that @p source stands for, without playlistItemIds. Errors: NotFound (nothing of it is
/// there), Database, Cancelled.
util::Result<QList<library::EntryRow>> rowsOf(
    db::Connection& cache, const Source& source, std::stop_token stop);

/// Keys of @p source that the cache has no track of. Errors: Database.
util::Result<QStringList> unknownKeys(db::Connection& cache, const Source& source);

/// How the rows of several playlists become those of one.
enum class Combine
{
    All, ///< one after the other
    Union, ///< the same, each item once
    Intersection, ///< what is in each of them, in the order of the first, each item once
    Difference ///< what is in the first and in none of the others, as often as there
};
/// Errors: NotFound (one of them is gone), Database.
util::Result<QList<library::EntryRow>> combined(
    db::Connection& cache, const QList<types::PlaylistId>& playlists, Combine how);

/// The edit that leaves @p shown with @p after, in which rows that it does not have yet are new.
/// @param added  the facts of those
/// Errors: Conflict (it is like that already), Database.
util::Result<Edit> editTo(
    db::Connection& cache, const Shown& shown, const Tokens& after, const Facts& added);

/// Where in @p shown the entry @p before stands; at the end if it is not there.
[[nodiscard]] size_t placeOf(const Shown& shown, types::EntryId before);
/// The rows of @p shown in their order.
[[nodiscard]] Tokens tokensOf(const Shown& shown);
/// Those of @p entries that are in @p shown, in the order of the playlist.
[[nodiscard]] Tokens tokensOf(const Shown& shown, const QList<types::EntryId>& entries);
/// @p rows with @p moved, which are some of them, in front of the row at @p place.
[[nodiscard]] Tokens moved(const Tokens& rows, const Tokens& moved, size_t place);

} // namespace drafts

} // namespace playlist

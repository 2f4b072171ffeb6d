// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/ids.h"

/// Value types that every layer shares. Not for: behaviour, storage, formatting for people.
/// Invariant: plain data; nothing here knows a database, a network or a window.
namespace types {

/// Plex's key of an item or playlist on one server: opaque, not necessarily numeric.
using RatingKey = util::StrongId<struct RatingKeyTag, QString>;
/// Plex's key of a library section, for example "2".
using SectionKey = util::StrongId<struct SectionKeyTag, QString>;
/// A server's machineIdentifier (40 hex digits).
using ServerId = util::StrongId<struct ServerIdTag, QString>;
/// A plex.tv user; empty means the owner of the token that was entered by hand.
using UserId = util::StrongId<struct UserIdTag, QString>;

/// Row of table item in one cache. Stable while that cache file lives.
using ItemId = util::StrongId<struct ItemIdTag, qint64>;
/// Row of table playlist in one cache.
using PlaylistId = util::StrongId<struct PlaylistIdTag, qint64>;
/// Row of table playlist_entry in one cache.
using EntryId = util::StrongId<struct EntryIdTag, qint64>;
/// Row of table change in the user's file.
using ChangeId = util::StrongId<struct ChangeIdTag, qint64>;

} // namespace types

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/types/item.h"

#include <stop_token>
#include <vector>

/// What lists of tracks, albums and artists are limited to, as sets of ids. Thread of all: a
/// reader.
namespace library {

/// The ids that a list is limited to: all, until something says which.
class IdFilter
{
public:
    /// Of those so far, only what is among @p ids stays.
    void keep(std::vector<qint64> ids);
    [[nodiscard]] bool isSet() const { return m_isSet; }
    /// Ascending, each once; of no meaning unless isSet().
    [[nodiscard]] const std::vector<qint64>& ids() const { return m_ids; }
    [[nodiscard]] bool lets(qint64 id) const;

private:
    std::vector<qint64> m_ids;
    bool m_isSet = false;
};

/// The row of a section; 0 for an empty key, −1 if the cache has no such section.
[[nodiscard]] util::Result<qint64> sectionIdOf(
    db::Connection& connection, const types::SectionKey& key);

/// Limits @p filter to items of @p type with all words of @p text, the last one as a prefix; a text
/// without words limits nothing. Errors: Database, Cancelled.
util::Result<void> keepMatching(db::Connection& connection, IdFilter& filter, types::ItemType type,
    const QString& text, const std::stop_token& stop);

/// Limits @p filter to what is of one of @p genres; none limit nothing. Errors: Database,
/// Cancelled.
///
/// An album is of the genres that it carries, and of its artist's if it carries none; an artist and
/// a track also of those of its albums. @p type  Artist, Album or Track
util::Result<void> keepGenres(db::Connection& connection, IdFilter& filter, types::ItemType type,
    const QStringList& genres, const std::stop_token& stop);

/// Limits @p filter to what stands directly below one of @p parents, as the albums of artists and
/// the tracks of albums; none limit nothing. Errors: Database, Cancelled.
util::Result<void> keepBelow(db::Connection& connection, IdFilter& filter,
    const QList<types::ItemId>& parents, const std::stop_token& stop);

/// Limits @p filter to tracks on albums of one of @p artists; none limit nothing.
/// Errors: Database, Cancelled.
util::Result<void> keepTracksOf(db::Connection& connection, IdFilter& filter,
    const QList<types::ItemId>& artists, const std::stop_token& stop);

} // namespace library

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/librarytracks.h"

#include "core/library/tables.h"

namespace match {

namespace {

constexpr int kLookEvery = 1'024; // rows between two looks at the stop

constexpr auto kTracks = R"(
    SELECT id, rating_key, title, original_title, grandparent_title, parent_title, file, guid,
        duration_ms, parent_number, number
    FROM item
    WHERE id >= ? AND id < ?
    ORDER BY id)";

constexpr auto kSomeTracks = R"(
    SELECT i.id, i.rating_key, i.title, i.original_title, i.grandparent_title, i.parent_title,
        i.file, i.guid, i.duration_ms, i.parent_number, i.number
    FROM json_each(?) wanted CROSS JOIN item i ON i.id = wanted.value
    ORDER BY i.id)";

constexpr auto kLostEntries = R"(
    SELECT e.id, e.title, e.artist, e.album, e.file, e.guid, e.duration_ms
    FROM playlist_entry e
    WHERE NOT EXISTS (SELECT 1 FROM item i WHERE i.rating_key = e.rating_key)
    ORDER BY e.id)";

LibraryTrack trackFrom(const db::Statement& row)
{
    LibraryTrack track;
    track.id = { row.integer(0) };
    track.key = { row.text(1) };
    track.track.title = row.text(2);
    track.track.artist = row.text(3);
    track.track.albumArtist = row.text(4);
    track.track.album = row.text(5);
    track.track.path = row.text(6);
    track.track.guid = row.text(7);
    track.track.duration = std::chrono::milliseconds(row.integer(8));
    track.track.disc = row.small(9);
    track.track.number = row.small(10);
    return track;
}

Row entryFrom(const db::Statement& row)
{
    Row entry;
    entry.id = QString::number(row.integer(0));
    entry.track.title = row.text(1);
    entry.track.artist = row.text(2);
    entry.track.album = row.text(3);
    entry.track.path = row.text(4);
    entry.track.guid = row.text(5);
    entry.track.duration = std::chrono::milliseconds(row.integer(6));
    return entry;
}

/// All rows of @p statement, each read by @p read.
template <class T>
util::Result<std::vector<T>> readAll(
    db::Statement statement, T (*read)(const db::Statement&), const std::stop_token& stop)
{
    std::vector<T> all;
    for (int i = 0; statement.next(); ++i) {
        if (i % kLookEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
        all.push_back(read(statement));
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return all;
}

} // namespace

util::Result<std::vector<LibraryTrack>> readLibraryTracks(
    db::Connection& connection, const std::stop_token& stop)
{
    const auto [first, last] = library::idRange(types::ItemType::Track);
    auto statement = connection.prepare(kTracks);
    statement.bind(first, last);
    return readAll(std::move(statement), trackFrom, stop);
}

util::Result<std::vector<LibraryTrack>> readLibraryTracks(
    db::Connection& connection, const QList<qint64>& ids, const std::stop_token& stop)
{
    auto statement = connection.prepare(kSomeTracks);
    statement.bind(library::idArray(ids));
    return readAll(std::move(statement), trackFrom, stop);
}

util::Result<std::optional<LibraryTrack>> readLibraryTrack(
    db::Connection& connection, types::ItemId id)
{
    auto statement = connection.prepare(kTracks);
    statement.bind(id.value, id.value + 1);
    auto tracks = readAll(std::move(statement), trackFrom, {});
    if (!tracks) {
        return std::move(tracks).error();
    }
    return tracks->empty() ? std::nullopt : std::optional(std::move(tracks->front()));
}

util::Result<std::vector<Row>> readLostEntries(
    db::Connection& connection, const std::stop_token& stop)
{
    return readAll(connection.prepare(kLostEntries), entryFrom, stop);
}

} // namespace match

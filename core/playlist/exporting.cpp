// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/exporting.h"

#include "core/match/catalogue.h"
#include "core/playlist/filetext_p.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace playlist {

namespace {

constexpr int kLookEvery = 1'024; // rows between two looks at the stop

constexpr auto kEntries = R"(
    SELECT e.rating_key, i.id, e.title, e.artist, e.album, e.duration_ms, e.file, e.guid,
        i.title, i.original_title, i.grandparent_title, i.parent_title, i.duration_ms, i.file,
        i.guid, i.parent_number, i.number
    FROM playlist_entry e
    LEFT JOIN item i ON i.rating_key = e.rating_key
    WHERE e.playlist_id = ?
    ORDER BY e.position)";

/// A track of the library; one that is gone keeps what was remembered of it.
FileRow rowFrom(const db::Statement& s, const types::ServerId& server)
{
    FileRow row;
    row.key = { s.text(0) };
    row.server = server;
    const bool isKnown = !s.isNull(1);
    row.title = s.text(isKnown ? 8 : 2);
    row.artist = s.text(isKnown ? 9 : 3);
    row.album = s.text(isKnown ? 11 : 4);
    row.duration = std::chrono::milliseconds(s.integer(isKnown ? 12 : 5));
    row.location = s.text(isKnown ? 13 : 6);
    const QString guid = s.text(isKnown ? 14 : 7);
    row.guid = match::identifies(guid) ? guid : QString();
    row.disc = s.small(15);
    row.number = s.small(16);
    const QString albumArtist = s.text(10);
    if (row.artist.isEmpty()) {
        row.artist = albumArtist;
    } else if (row.artist != albumArtist) {
        row.albumArtist = albumArtist;
    }
    return row;
}

} // namespace

Result<FileContent> readPlaylist(db::Connection& connection, types::PlaylistId id,
    const types::ServerId& server, const std::stop_token& stop)
{
    FileContent content;
    auto list = connection.prepare("SELECT title FROM playlist WHERE id = ?");
    list.bind(id);
    const bool isThere = list.next();
    if (isThere) {
        content.title = list.text(0);
    }
    if (auto status = list.status(); !status) {
        return std::move(status).error();
    }
    if (!isThere) {
        return Error { Error::Code::NotFound, files::Text::tr("This playlist is no longer there."),
            {}, 0, {} };
    }
    auto entries = connection.prepare(kEntries);
    entries.bind(id);
    for (int i = 0; entries.next(); ++i) {
        if (i % kLookEvery == 0 && stop.stop_requested()) {
            return Error::cancelled();
        }
        content.rows.push_back(rowFrom(entries, server));
    }
    if (auto status = entries.status(); !status) {
        return std::move(status).error();
    }
    return content;
}

util::Future<FileContent> playlistContent(
    const library::Library& library, types::PlaylistId id, std::stop_token stop)
{
    const auto read
        = [id, server = library.key().server](db::Connection& connection,
              const std::stop_token& asked) { return readPlaylist(connection, id, server, asked); };
    return library.readFrom(library.key(), read, std::move(stop));
}

util::Future<FileContent> sourceContent(const library::Library& library, const Source& source,
    const QString& title, std::stop_token stop)
{
    return library.read(
        [source, title, server = library.key().server](
            db::Connection& connection, std::stop_token token) -> Result<FileContent> {
            const auto rows = drafts::rowsOf(connection, source, std::move(token));
            if (!rows) {
                return rows.error();
            }
            FileContent content;
            content.title = title;
            for (const library::EntryRow& row : *rows) {
                FileRow file;
                file.location = row.file;
                file.title = row.title;
                file.artist = row.artist;
                file.album = row.album;
                file.duration = std::chrono::milliseconds(row.durationMs);
                file.guid = match::identifies(row.guid) ? row.guid : QString();
                file.key = { row.ratingKey };
                file.server = server;
                content.rows.push_back(std::move(file));
            }
            return content;
        },
        std::move(stop));
}

FileContent withLocations(FileContent content, const ExportOptions& options, const QString& folder)
{
    for (FileRow& row : content.rows) {
        row.location = locationOf(row.location, options.paths, options.folders, folder);
    }
    return content;
}

util::Future<ExportSummary> exportTo(
    QThreadPool& pool, FileContent content, const QString& path, ExportOptions options)
{
    return util::async::run(pool,
        [content = std::move(content), path,
            options = std::move(options)]() mutable -> Result<ExportSummary> {
            ExportSummary summary;
            summary.rows = qsizetype(content.rows.size());
            summary.withoutFile = std::ranges::count_if(
                content.rows, [](const FileRow& row) { return row.location.isEmpty(); });
            const FileContent placed
                = withLocations(std::move(content), options, QFileInfo(path).absolutePath());
            auto written = writeFile(path, placed, options.format);
            return written ? Result<ExportSummary>(summary)
                           : Result<ExportSummary>(std::move(written).error());
        });
}

} // namespace playlist

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/playlistwriter.h"
#include "core/playlist/tokens.h"
#include "core/types/playlist.h"

#include <QHash>
#include <QJsonObject>

namespace playlist {

/// How the target of a step that concerns one playlist begins; also the kind of its aliases.
inline const QString kPlaylistTarget = QStringLiteral("playlist:");
/// The kind of the aliases of rows.
inline const QString kEntryAlias = QStringLiteral("entry:");

/// What is known of rows, by what the journal calls them.
using Facts = QHash<Token, library::EntryRow>;

/// The former and the new rows of one playlist, as the journal has it.
struct Edit
{
    QString server {}; ///< its machine identifier, which items are named with
    QString playlist {}; ///< its rating key at the time, or what a change calls one it makes
    Tokens before {};
    Tokens after {};
    /// Of every row that is in one of them only, so that it can be added, or added again, and found
    /// when the server has given its item another key.
    Facts rows {};
};

/// {"v": 1, "server", "playlist", "before", "after": textOf(), "rows": packed facts}.
[[nodiscard]] QJsonObject payloadOf(const Edit& edit);
/// Errors: InvalidInput (damaged).
[[nodiscard]] util::Result<Edit> editOf(const QJsonObject& payload);

/// Exactly what a server holds of a playlist; a payload as well, that only the cache is told.
struct Content
{
    QString server {};
    QString playlist {}; ///< its rating key
    QString called {}; ///< what the journal calls it, where that is something else
    std::vector<types::PlaylistKey> rows {};
    QHash<Token, Token> names {}; ///< of rows that the cache calls otherwise, the server's ids
};

/// {"v": 1, "server", "playlist", "called", "holds": packed rows, "names": packed pairs}.
[[nodiscard]] QJsonObject payloadOf(const Content& content);
/// Nothing if it is another payload. Errors: InvalidInput (damaged).
[[nodiscard]] util::Result<std::optional<Content>> contentOf(const QJsonObject& payload);

/// A payload that only the cache is told: nobody knows what the playlist holds, so that the next
/// sync reads it. @p playlist  as Edit::playlist
[[nodiscard]] QJsonObject unreadPayload(const QString& playlist);
/// The playlist of such a payload; empty if it is another.
[[nodiscard]] QString unreadIn(const QJsonObject& payload);

/// What is noted while an edit is sent.
struct Note
{
    /// Rows with a higher id were not there before something was added.
    qint64 mark = 0;
    /// The playlist was, or is being, emptied to be filled with these; empty if it was not.
    Tokens wanted {};
    QStringList keys {}; ///< of what is wanted, the items' rating keys
    bool operator==(const Note&) const = default;
};
[[nodiscard]] QJsonObject payloadOf(const Note& note);
/// The note in a step's payload; nothing if there is none. Errors: InvalidInput (damaged).
[[nodiscard]] util::Result<std::optional<Note>> noteOf(const QJsonObject& payload);

/// Rows as JSON in short, as text: what payloads of more than one kind hold.
[[nodiscard]] QString packedFacts(const Facts& rows);
/// Errors: InvalidInput (damaged).
[[nodiscard]] util::Result<Facts> factsOf(const QString& text);

} // namespace playlist

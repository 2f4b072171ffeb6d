// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/playlist/listing.h"
#include "core/plex/server.h"

namespace playlist {

/// What is noted while a playlist is made.
struct MakingNote
{
    QStringList except {}; ///< playlists of the same title that were there before
    QString key {}; ///< of the new one; empty: not known yet
};
[[nodiscard]] QJsonObject payloadOf(const MakingNote& note);
/// Nothing if there is none in the step's @p payload.
[[nodiscard]] std::optional<MakingNote> makingNoteOf(const QJsonObject& payload);

/// The playlist on @p server that @p listing has become; nothing if it was not made.
[[nodiscard]] util::Future<std::optional<types::Playlist>> findMade(plex::Server& server,
    const Listing& listing, const std::optional<MakingNote>& note, const change::Aliases& aliases,
    std::stop_token stop);

/// Makes a playlist on a server, or goes on where that was cut off: list, create, describe, fill.
///
/// Made with new and a parent; deletes itself when it has finished. Thread: UI.
class ListSender final : public QObject
{
    Q_OBJECT
public:
    ListSender(plex::Server& server, Listing listing, change::Aliases aliases,
        std::optional<MakingNote> note, change::Sending sending, QObject* parent);

    /// Errors: those of plex::Server and of EditSender.
    [[nodiscard]] util::Future<void> run();

private:
    void listOthers();
    void create();
    void describe(const types::Playlist& made);
    void fill(const types::RatingKey& key);
    [[nodiscard]] util::Future<void> keep();
    void finish(util::Result<void> result);
    /// Goes on with @p next after success.
    template <class T, class F>
    void after(const util::Future<T>& future, F next);

    plex::Server& m_server;
    Listing m_listing;
    change::Aliases m_aliases;
    std::optional<MakingNote> m_note;
    change::Sending m_sending;
    util::Promise<void> m_promise;
};

} // namespace playlist

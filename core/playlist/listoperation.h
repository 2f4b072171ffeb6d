// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace playlist {

/// "playlist.list" in the journal: makes a playlist with its content, or deletes one; each is the
/// inverse of the other, so that a deleted playlist comes back as it was, under another key.
///
/// The payload is payloadOf(Listing). What apply() gets may also be payloadOf(Content). While it is
/// sent is noted which playlists of that title there were, and then the key of the new one.
/// Source: POST /playlists, DELETE /playlists/K.
class ListOperation final : public change::Operation
{
public:
    /// @param aliases  those of the owner of the changes
    explicit ListOperation(const change::Aliases& aliases)
        : m_aliases(aliases)
    {
    }

    [[nodiscard]] static QString name();

    [[nodiscard]] QString kind() const override { return name(); }
    [[nodiscard]] QString target(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject inverse(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject madeFrom(
        const QJsonObject& first, const QJsonObject& payload) const override;
    [[nodiscard]] bool isTouchedBy(const db::ChangeSet& changes) const override;
    util::Result<void> apply(
        db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const override;
    [[nodiscard]] util::Future<void> send(plex::Server& server, const QJsonObject& payload,
        const change::Sending& sending) const override;
    [[nodiscard]] util::Future<QList<change::Observed>> readBack(plex::Server& server,
        const QList<QJsonObject>& payloads, std::stop_token stop) const override;

private:
    change::Aliases m_aliases;
};

} // namespace playlist

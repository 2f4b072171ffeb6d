// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace playlist {

/// "playlist.edit" in the journal: the rows of one playlist and their order.
///
/// The payload is payloadOf(Edit): the rows before and after, not what was done to them, so that
/// what somebody else does to the playlist meanwhile can be brought together with it. What apply()
/// gets may also be payloadOf(Content). Source: PUT and DELETE below /playlists/K/items.
class EditOperation final : public change::Operation
{
public:
    /// @param aliases  those of the owner of the changes
    explicit EditOperation(const change::Aliases& aliases)
        : m_aliases(aliases)
    {
    }

    [[nodiscard]] static QString name();

    [[nodiscard]] QString kind() const override { return name(); }
    [[nodiscard]] QString target(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject inverse(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject madeFrom(
        const QJsonObject& first, const QJsonObject& payload) const override;
    [[nodiscard]] bool isFolded() const override { return true; }
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

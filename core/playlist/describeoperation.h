// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace playlist {

/// The texts of a playlist.
struct Description
{
    QString title {};
    QString summary {};
    bool operator==(const Description&) const = default;
};

/// "playlist.describe" in the journal: title and summary of one playlist.
///
/// Payload: {"v": 1, "playlist": as Edit::playlist, "from", "to": {"title", "summary"}}.
/// Source: PUT /playlists/K.
class DescribeOperation final : public change::Operation
{
public:
    /// @param aliases  those of the owner of the changes
    explicit DescribeOperation(const change::Aliases& aliases)
        : m_aliases(aliases)
    {
    }

    [[nodiscard]] static QString name();
    [[nodiscard]] static QJsonObject payload(
        const QString& playlist, const Description& from, const Description& to);

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

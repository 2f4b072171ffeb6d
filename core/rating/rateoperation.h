// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/types/item.h"

namespace rating {

/// What a rating in the journal remembers of its item, so that it is found again after the server
/// gave it another key. Empty texts are left out.
struct Subject
{
    types::RatingKey key {};
    QString title {};
    QString artist {};
    QString album {};
    QString guid {};
    QString file {}; ///< path on the server's disk
};

/// A rating and when it was given.
struct Given
{
    types::OptionalRating rating {};
    qint64 at = 0; ///< epoch seconds; 0 = unknown
};

/// "rate" in the journal: sets or clears the user's rating of one item.
///
/// Payload: {"v": 1, "key": rating key, "title", "artist", "album", "guid", "file": as Subject,
/// "from": 0–10 or null, "fromAt": epoch seconds, "to": 0–10 or null, "at": epoch seconds}.
/// Source: PUT /:/rate; clear is −1.
class RateOperation final : public change::Operation
{
public:
    [[nodiscard]] static QString name();
    [[nodiscard]] static QJsonObject payload(
        const Subject& subject, const Given& from, const Given& to);

    [[nodiscard]] QString kind() const override { return name(); }
    [[nodiscard]] QString target(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject inverse(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject madeFrom(
        const QJsonObject& first, const QJsonObject& payload) const override;
    util::Result<void> apply(
        db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const override;
    [[nodiscard]] util::Future<void> send(plex::Server& server, const QJsonObject& payload,
        const change::Sending& sending) const override;
    [[nodiscard]] util::Future<QList<change::Observed>> readBack(plex::Server& server,
        const QList<QJsonObject>& payloads, std::stop_token stop) const override;
};

} // namespace rating

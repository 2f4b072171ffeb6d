// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/types/item.h"

namespace rating {

/// "rate" in the journal: sets or clears the user's rating of one item.
///
/// Payload: {"v": 1, "key": rating key, "title": for people, "from": 0–10 or null, "to": 0–10 or
/// null, "at": epoch seconds}. Source: PUT /:/rate; clear is −1.
class RateOperation final : public change::Operation
{
public:
    [[nodiscard]] static QString name();
    [[nodiscard]] static QJsonObject payload(const types::RatingKey& key, const QString& title,
        const types::OptionalRating& from, const types::OptionalRating& to, qint64 at);

    [[nodiscard]] QString kind() const override { return name(); }
    [[nodiscard]] bool isIdempotent() const override { return true; }
    [[nodiscard]] QString target(const QJsonObject& payload) const override;
    [[nodiscard]] QJsonObject inverse(const QJsonObject& payload) const override;
    util::Result<void> apply(
        db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const override;
    [[nodiscard]] util::Future<void> send(
        plex::Server& server, const QJsonObject& payload, std::stop_token stop) const override;
    [[nodiscard]] util::Future<QList<change::Observed>> readBack(plex::Server& server,
        const QList<QJsonObject>& payloads, std::stop_token stop) const override;
};

} // namespace rating

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/types/rows.h"

#include <QJsonArray>
#include <QJsonObject>

/// Rows as the command line's JSON and tables show them. Field names: see --help and the README.
namespace cli {

[[nodiscard]] QJsonObject toJson(const types::TrackRow& row);
[[nodiscard]] QJsonObject toJson(const types::AlbumRow& row);
[[nodiscard]] QJsonObject toJson(const types::ArtistRow& row);
[[nodiscard]] QJsonObject toJson(const types::Item& item);
[[nodiscard]] QJsonObject toJson(const types::PlaylistRow& row);
[[nodiscard]] QJsonObject toJson(const change::Summary& summary);

/// "movie", "track" …: Plex's own names.
[[nodiscard]] QString typeName(types::ItemType type);
/// 0–10, null when unrated.
[[nodiscard]] QJsonValue ratingJson(const types::OptionalRating& rating);
/// For tables, "4.5", "–" when unrated: stars of a field that ratingJson() made.
[[nodiscard]] QString starsText(const QJsonObject& row, const QString& field);
/// For tables, "1,234" as the locale writes it; not for keys and ids.
[[nodiscard]] QString numberText(const QJsonObject& row, const QString& field);
/// For tables, "4:12": of a field in ms.
[[nodiscard]] QString durationText(const QJsonObject& row, const QString& field);
/// "pending", "verified" …
[[nodiscard]] QString stateName(change::State state);

} // namespace cli

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QString>
#include <optional>

/// Readers for JSON whose types cannot be trusted: the same server sends 1, "1" and true for one
/// thing, a single object for a list, and leaves keys out where others send null.
namespace plex::json {

/// A number, a numeric text or a boolean; empty for anything else.
[[nodiscard]] std::optional<double> number(const QJsonValue& value);
[[nodiscard]] std::optional<qint64> integer(const QJsonValue& value);
/// Empty also when the number does not fit.
[[nodiscard]] std::optional<int> smallInteger(const QJsonValue& value);
/// true, 1, "1", "true"; everything else is false.
[[nodiscard]] bool boolean(const QJsonValue& value);
/// A text, or a number as text (keys come as both).
[[nodiscard]] QString text(const QJsonValue& value);
/// An array, a single object as an array of one, or nothing.
[[nodiscard]] QJsonArray list(const QJsonValue& value);

} // namespace plex::json

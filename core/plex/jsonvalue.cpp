// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/jsonvalue.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace plex::json {

std::optional<double> number(const QJsonValue& value)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    if (value.isBool()) {
        return value.toBool() ? 1.0 : 0.0;
    }
    if (value.isString()) {
        bool ok = false;
        const double parsed = value.toString().toDouble(&ok);
        if (ok && std::isfinite(parsed)) {
            return parsed;
        }
    }
    return std::nullopt;
}

std::optional<qint64> integer(const QJsonValue& value)
{
    if (value.isString()) {
        bool ok = false;
        const qint64 parsed = value.toString().toLongLong(&ok);
        if (ok) {
            return parsed;
        }
    }
    if (value.isDouble()) {
        // Exact for whole numbers; the fallback differs from both tries if it does not fit.
        const qint64 exact = value.toInteger(std::numeric_limits<qint64>::min());
        if (exact != std::numeric_limits<qint64>::min()) {
            return exact;
        }
    }
    const auto parsed = number(value);
    if (!parsed || std::abs(*parsed) > 9e18) {
        return std::nullopt;
    }
    return static_cast<qint64>(*parsed);
}

std::optional<int> smallInteger(const QJsonValue& value)
{
    const auto parsed = integer(value);
    if (!parsed || *parsed > std::numeric_limits<int>::max()
        || *parsed < std::numeric_limits<int>::min()) {
        return std::nullopt;
    }
    return static_cast<int>(*parsed);
}

bool boolean(const QJsonValue& value)
{
    if (value.isString()) {
        const QString word = value.toString();
        return word == "1"_L1 || word.compare("true"_L1, Qt::CaseInsensitive) == 0;
    }
    return number(value).value_or(0) != 0;
}

QString text(const QJsonValue& value)
{
    if (value.isString()) {
        return value.toString();
    }
    if (const auto whole = integer(value); value.isDouble() && whole) {
        return QString::number(*whole);
    }
    return {};
}

QJsonArray list(const QJsonValue& value)
{
    if (value.isArray()) {
        return value.toArray();
    }
    return value.isObject() ? QJsonArray { value } : QJsonArray();
}

} // namespace plex::json

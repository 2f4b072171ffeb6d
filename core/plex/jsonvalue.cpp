// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/jsonvalue.h"

#include <QByteArrayView>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace plex::json {

namespace {

/// The text of a string, where it lies.
std::optional<QByteArrayView> bytes(const Maybe& value)
{
    std::string_view found;
    if (!value || value->get(found) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return QByteArrayView(found.data(), qsizetype(found.size()));
}

/// The code unit that is written as an escape of four hexadecimal digits at @p at, if it is one.
std::optional<uint> escapedUnit(QByteArrayView text, qsizetype at)
{
    if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') {
        return std::nullopt;
    }
    bool ok = false;
    const uint unit = text.sliced(at + 2, 4).toUInt(&ok, 16);
    return ok ? std::optional(unit) : std::nullopt;
}

} // namespace

QByteArray repaired(const QByteArray& body)
{
    constexpr qsizetype kEscape = 6; // characters: backslash, u, four digits
    QByteArray text = QString::fromUtf8(body).toUtf8();
    for (qsizetype at = text.indexOf('\\'); at >= 0;) {
        const auto unit = escapedUnit(text, at);
        qsizetype length = unit ? kEscape : 2;
        if (unit && QChar::isSurrogate(*unit)) {
            const auto next = escapedUnit(text, at + kEscape);
            if (QChar::isHighSurrogate(*unit) && next && QChar::isLowSurrogate(*next)) {
                length = 2 * kEscape;
            } else {
                text.replace(at, kEscape, "\\ufffd");
            }
        }
        at = text.indexOf('\\', at + length);
    }
    return text;
}

std::optional<double> number(const Maybe& value)
{
    if (double found = 0; value && value->get(found) == simdjson::SUCCESS) {
        return found;
    }
    if (bool found = false; value && value->get(found) == simdjson::SUCCESS) {
        return found ? 1.0 : 0.0;
    }
    if (const auto text = bytes(value)) {
        bool ok = false;
        const double parsed = text->toDouble(&ok);
        if (ok && std::isfinite(parsed)) {
            return parsed;
        }
    }
    return std::nullopt;
}

std::optional<qint64> integer(const Maybe& value)
{
    if (int64_t exact = 0; value && value->get(exact) == simdjson::SUCCESS) {
        return exact;
    }
    if (const auto text = bytes(value)) {
        bool ok = false;
        const qint64 parsed = text->toLongLong(&ok);
        if (ok) {
            return parsed;
        }
    }
    const auto parsed = number(value);
    if (!parsed || std::abs(*parsed) > 9e18) {
        return std::nullopt;
    }
    return static_cast<qint64>(*parsed);
}

std::optional<int> smallInteger(const Maybe& value)
{
    const auto parsed = integer(value);
    if (!parsed || *parsed > std::numeric_limits<int>::max()
        || *parsed < std::numeric_limits<int>::min()) {
        return std::nullopt;
    }
    return static_cast<int>(*parsed);
}

bool boolean(const Maybe& value)
{
    if (const auto word = bytes(value)) {
        return *word == "1"
            || QLatin1StringView(*word).compare("true"_L1, Qt::CaseInsensitive) == 0;
    }
    return number(value).value_or(0) != 0;
}

QString text(const Maybe& value)
{
    if (const auto found = bytes(value)) {
        return QString::fromUtf8(*found);
    }
    if (const auto whole = integer(value); whole && value->is_number()) {
        return QString::number(*whole);
    }
    return {};
}

std::optional<Object> object(const Maybe& value)
{
    Object found;
    return value && value->get(found) == simdjson::SUCCESS ? std::optional(found) : std::nullopt;
}

Maybe at(const Object& object, std::string_view key)
{
    Value found;
    return object.at_key(key).get(found) == simdjson::SUCCESS ? Maybe(found) : std::nullopt;
}

qint64 sizeOf(const Maybe& list)
{
    simdjson::dom::array array;
    if (list && list->get(array) == simdjson::SUCCESS) {
        return static_cast<qint64>(array.size());
    }
    return object(list) ? 1 : 0;
}

std::optional<Object> first(const Maybe& list)
{
    std::optional<Object> found;
    each(list, [&found](const Object& row) {
        if (!found) {
            found = row;
        }
    });
    return found;
}

} // namespace plex::json

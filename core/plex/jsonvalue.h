// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <array>
#include <optional>
#include <simdjson.h>
#include <string_view>

/// Readers for JSON whose types cannot be trusted: the same server sends 1, "1" and true for one
/// thing, a single object for a list, and leaves keys out where others send null.
namespace plex::json {

using Value = simdjson::dom::element;
using Object = simdjson::dom::object;

/// What may not be there; each reader makes of that what it makes of a foreign type.
using Maybe = std::optional<simdjson::dom::element>;

/// JSON with U+FFFD instead of what is no Unicode: bytes that are no UTF-8, halves of surrogate
/// pairs. One title out of an old file must not fail the page it is in.
[[nodiscard]] QByteArray repaired(const QByteArray& body);

/// A number, a numeric text or a boolean; empty for anything else.
[[nodiscard]] std::optional<double> number(const Maybe& value);
[[nodiscard]] std::optional<qint64> integer(const Maybe& value);
/// Empty also when the number does not fit.
[[nodiscard]] std::optional<int> smallInteger(const Maybe& value);
/// true, 1, "1", "true"; everything else is false.
[[nodiscard]] bool boolean(const Maybe& value);
/// A text, or a number as text (keys come as both).
[[nodiscard]] QString text(const Maybe& value);

/// The object, if it is one.
[[nodiscard]] std::optional<Object> object(const Maybe& value);
/// What stands at @p key of @p object. Walks the object: for small ones.
[[nodiscard]] Maybe at(const Object& object, std::string_view key);

/// Calls @p take(Object) for each object of a list; a single object is a list of one.
/// @returns how many there are, also of those that are no objects.
template <class Take>
qint64 each(const Maybe& list, Take&& take)
{
    simdjson::dom::array array;
    if (!list || list->get(array) != simdjson::SUCCESS) {
        const auto single = object(list);
        if (single) {
            take(*single);
        }
        return single ? 1 : 0;
    }
    qint64 count = 0;
    for (const Value value : array) {
        ++count;
        if (const auto row = object(value)) {
            take(*row);
        }
    }
    return count;
}

/// How many a list says it has; 1 for a single object, 0 for anything else.
[[nodiscard]] qint64 sizeOf(const Maybe& list);

/// The first object of a list, or the single one.
[[nodiscard]] std::optional<Object> first(const Maybe& list);

/// What to do with one key of an object that becomes a T.
template <class T>
struct Field
{
    std::string_view key;
    void (*read)(T&, const Value&);
};

/// The fields in the order in which readFields() finds them.
template <class T, std::size_t N>
[[nodiscard]] consteval std::array<Field<T>, N> fields(std::array<Field<T>, N> list)
{
    std::ranges::sort(list, {}, &Field<T>::key);
    return list;
}

/// Reads each key that is in @p known; the others are passed over. An object is walked once: to
/// look up thirty keys of forty one by one costs ten times as much.
template <class T, std::size_t N>
void readFields(const Object& object, const std::array<Field<T>, N>& known, T& into)
{
    for (const auto [key, value] : object) {
        const auto found = std::ranges::lower_bound(known, key, {}, &Field<T>::key);
        if (found != known.end() && found->key == key) {
            found->read(into, value);
        }
    }
}

} // namespace plex::json

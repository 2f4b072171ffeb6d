// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <utility>

/// Names of the cache's tables as they stand in change sets, and how item ids are made.
namespace library {

inline constexpr QLatin1StringView kItemTable { "item" };
inline constexpr QLatin1StringView kSectionTable { "section" };
inline constexpr QLatin1StringView kPlaylistTable { "playlist" };
inline constexpr QLatin1StringView kPlaylistEntryTable { "playlist_entry" };
inline constexpr QLatin1StringView kItemDetailTable { "item_detail" };
/// Not a table of rows: the order of the track lists was rebuilt.
inline constexpr QLatin1StringView kTrackOrderTable { "track_order" };
/// The same of the lists of albums and artists.
inline constexpr QLatin1StringView kGroupOrderTable { "group_order" };

/// An item's id holds its type above this bit, so that a range of ids is "all items of a type".
inline constexpr int kTypeShift = 40;

/// The ids [first, last) that items of @p type have.
[[nodiscard]] constexpr std::pair<qint64, qint64> idRange(types::ItemType type)
{
    const auto number = static_cast<qint64>(type);
    return { number << kTypeShift, (number + 1) << kTypeShift };
}

/// Ids as one parameter for json_each(): a statement for each id costs several times as much.
[[nodiscard]] inline QString idArray(const QList<qint64>& ids)
{
    QString text = QStringLiteral("[");
    for (const qint64 id : ids) {
        if (text.size() > 1) {
            text += QLatin1Char(',');
        }
        text += QString::number(id);
    }
    return text + QLatin1Char(']');
}

/// The same for typed ids.
[[nodiscard]] inline QString idArray(const QList<types::ItemId>& ids)
{
    QList<qint64> numbers;
    numbers.reserve(ids.size());
    for (const types::ItemId id : ids) {
        numbers.append(id.value);
    }
    return idArray(numbers);
}

} // namespace library

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"

#include <QList>

namespace library {

/// The folded text of one item as full text holds it.
struct SearchText
{
    QString title {};
    QString artist {};
    QString album {};
    bool operator==(const SearchText&) const = default;
};

/// An item with everything that can be computed away from the writer thread.
struct PreparedItem
{
    types::Item item {};
    QString titleSort {}; ///< util::sortKey
    SearchText search {};
    qint64 hash = 0; ///< of all that is stored; 0 = always different
    bool isDetailed = false; ///< not out of a listing, which shows only some of the tags
};

/// Thread: any; meant for the pool. Cost: about 3 µs an item.
[[nodiscard]] QList<PreparedItem> prepare(QList<types::Item> items);
/// The same for items with all their details. They are written as what the next listing replaces.
[[nodiscard]] QList<PreparedItem> prepareDetails(QList<types::Item> items);

/// What full text holds for an item with these titles.
[[nodiscard]] SearchText searchText(types::ItemType type, const QString& title,
    const QString& originalTitle, const QString& parentTitle, const QString& grandparentTitle);

} // namespace library

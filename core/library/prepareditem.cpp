// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/prepareditem.h"

#include "core/util/fold.h"

using types::ItemType;

namespace library {

namespace {

qint64 hashOf(const types::Item& i)
{
    const double rating = i.userRating ? i.userRating->plex() : -1.0;
    const auto& m = i.media;
    // A fixed seed: the hash is stored and compared in later runs.
    size_t hash = qHashMulti(size_t(0), i.ratingKey.value, i.parentKey.value,
        i.grandparentKey.value, int(i.type), i.guid, i.title, i.titleSort, i.originalTitle,
        i.parentTitle, i.grandparentTitle, i.studio, i.summary, i.thumb);
    hash = qHashMulti(hash, i.index.value_or(-1), i.parentIndex.value_or(-1), i.year.value_or(-1),
        i.originallyAvailable, i.duration.count(), rating, i.lastRatedAt, i.addedAt, i.updatedAt,
        i.lastViewedAt, i.lastSkippedAt, i.viewCount, i.skipCount, i.leafCount, i.viewedLeafCount,
        i.ratingCount, i.viewOffset.count());
    hash = qHashMulti(
        hash, m.partKey, m.file, m.container, m.codec, m.bitrateKbps, m.channels, m.sizeBytes);
    for (const types::Tag& tag : i.tags) {
        hash = qHashMulti(hash, int(tag.kind), tag.name);
    }
    hash = qHashMulti(hash, qHashRange(i.externalIds.begin(), i.externalIds.end(), hash));
    const auto result = static_cast<qint64>(hash);
    return result == 0 ? 1 : result; // 0 marks a row that was changed locally
}

} // namespace

SearchText searchText(ItemType type, const QString& title, const QString& originalTitle,
    const QString& parentTitle, const QString& grandparentTitle)
{
    SearchText text;
    text.title = util::fold(title);
    switch (type) {
    case ItemType::Track:
        text.artist = util::fold(grandparentTitle);
        if (!originalTitle.isEmpty() && originalTitle != grandparentTitle) {
            text.artist = util::fold(originalTitle) + QLatin1Char(' ') + text.artist;
        }
        text.album = util::fold(parentTitle);
        break;
    case ItemType::Album:
        text.artist = util::fold(parentTitle);
        break;
    case ItemType::Episode:
        text.artist = util::fold(grandparentTitle);
        break;
    case ItemType::Season:
        text.artist = util::fold(parentTitle);
        break;
    default:
        text.artist = util::fold(originalTitle);
    }
    return text;
}

QList<PreparedItem> prepare(QList<types::Item> items)
{
    QList<PreparedItem> prepared;
    prepared.reserve(items.size());
    for (types::Item& moved : items) {
        PreparedItem row;
        row.item = std::move(moved);
        const types::Item& item = row.item;
        row.titleSort = util::sortKey(item.titleSort.isEmpty() ? item.title : item.titleSort);
        row.search = searchText(
            item.type, item.title, item.originalTitle, item.parentTitle, item.grandparentTitle);
        row.hash = hashOf(item);
        prepared.append(std::move(row));
    }
    return prepared;
}

QList<PreparedItem> prepareDetails(QList<types::Item> items)
{
    QList<PreparedItem> prepared = prepare(std::move(items));
    for (PreparedItem& row : prepared) {
        row.hash = 0;
        row.isDetailed = true;
    }
    return prepared;
}

} // namespace library

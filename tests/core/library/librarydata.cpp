// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/library/librarydata.h"

#include "core/library/trackorder.h"
#include "tests/support/await.h"

using namespace Qt::StringLiterals;
using types::Item;
using types::ItemType;

namespace librarydata {

namespace {

Item artistItem(int number)
{
    Item item;
    item.type = ItemType::Artist;
    item.ratingKey = { u"a%1"_s.arg(number) };
    item.title = u"Artist %1"_s.arg(number, 5, 10, QChar(u'0'));
    return item;
}

Item albumItem(int number)
{
    const Item artist = artistItem(number / 3);
    Item item;
    item.type = ItemType::Album;
    item.ratingKey = { u"b%1"_s.arg(number) };
    item.parentKey = artist.ratingKey;
    item.title = u"Album %1"_s.arg(number, 5, 10, QChar(u'0'));
    item.parentTitle = artist.title;
    item.year = 1960 + number % 60;
    item.leafCount = 10;
    item.addedAt = 1'700'000'000 + number;
    item.thumb = u"/library/metadata/b%1/thumb/1"_s.arg(number);
    item.tags = { { types::TagKind::Genre, number % 2 == 0 ? u"Rock"_s : u"Jazz"_s } };
    return item;
}

Item trackItem(int number)
{
    const Item album = albumItem(number / 10);
    const Item artist = artistItem(number / 30);
    Item item;
    item.type = ItemType::Track;
    item.ratingKey = { u"t%1"_s.arg(number) };
    item.parentKey = album.ratingKey;
    item.grandparentKey = artist.ratingKey;
    item.guid = u"plex://track/%1"_s.arg(number);
    // Titles run against the numbers, so that orders differ.
    item.title = u"Song %1"_s.arg(999'999 - number);
    item.parentTitle = album.title;
    item.grandparentTitle = artist.title;
    item.index = number % 10 + 1;
    item.parentIndex = 1;
    item.duration = std::chrono::milliseconds(120'000 + number % 977 * 100);
    item.addedAt = album.addedAt;
    item.parentThumb = album.thumb;
    item.thumb = album.thumb;
    if (number % 5 == 0) {
        item.userRating = types::Rating::fromPlex(number / 5 % 11);
        item.lastRatedAt = 1'750'000'000 + number;
    }
    item.media.partKey = u"/library/parts/%1/file.flac"_s.arg(number);
    return item;
}

} // namespace

QList<Item> groups(int tracks)
{
    QList<Item> list;
    for (int i = 0; i < (tracks + 29) / 30; ++i) {
        list.append(artistItem(i));
    }
    for (int i = 0; i < (tracks + 9) / 10; ++i) {
        list.append(albumItem(i));
    }
    return list;
}

QList<Item> items(int tracks)
{
    QList<Item> list = groups(tracks);
    for (int i = 0; i < tracks; ++i) {
        list.append(trackItem(i));
    }
    return list;
}

/// For a hundred thousand rows on a busy machine, under the sanitizers.
constexpr std::chrono::minutes kPatience { 3 };

util::Result<library::WriteOutcome> write(library::Library& library, const QList<types::Item>& list)
{
    return support::await(
        library.write([rows = library::prepare(list)](db::Connection& c,
                          db::ChangeSet& changes) -> util::Result<library::WriteOutcome> {
            (void)c.execute(u"INSERT OR IGNORE INTO section (id, key, title, type, uuid, agent, "
                            "updated_at, position) VALUES (1, '2', 'Music', 8, '', '', 0, 0)"_s);
            library::SeenIds seen;
            return library::ItemWriter(c, changes).write(1, rows, &seen);
        }),
        kPatience);
}

util::Result<void> rank(library::Library& library)
{
    auto ranks = support::await(library.read([](db::Connection& c, std::stop_token stop) {
        return library::computeRanks(c, stop);
    }),
        kPatience);
    if (!ranks) {
        return std::move(ranks).error();
    }
    return support::await(
        library.write([ranks = *ranks](db::Connection& c, db::ChangeSet& changes) {
            changes.addMany(QLatin1StringView("track_order"));
            auto done = library::storeRanks(c, ranks);
            return done ? library::noteRanks(c, library::Ranks::Valid) : done;
        }),
        kPatience);
}

util::Result<library::WriteOutcome> store(library::Library& library, const QList<types::Item>& list)
{
    auto written = write(library, list);
    if (!written) {
        return written;
    }
    auto ranked = rank(library);
    return ranked ? written : std::move(ranked).error();
}

} // namespace librarydata

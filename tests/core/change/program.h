// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rateoperation.h"
#include "core/rating/ratings.h"
#include "tests/support/demolibrary.h"

namespace support {

/// Rates what is in the cache that is open.
struct OpenRatings
{
    util::Future<types::ChangeId> rate(
        const QList<types::ItemId>& items, const types::OptionalRating& to)
    {
        return ratings.rate(library.key(), items, to);
    }
    util::Future<types::ChangeId> rateKeys(
        const QList<types::RatingKey>& keys, const types::OptionalRating& to)
    {
        return ratings.rateKeys(library.key(), keys, to);
    }
    library::Library& library;
    rating::Ratings ratings;
};

/// One run of the program: journal, cache and server together.
struct Program
{
    explicit Program(DemoLibrary& demo)
        : world(demo)
        , userFile(demo.threads,
              { demo.folder.filePath(QStringLiteral("user.db")), QStringLiteral(":/sql/user"),
                  true })
        , changes(userFile, demo.library, demo.clock)
        , ratings { demo.library, { changes, demo.library, demo.clock } }
    {
        changes.add(std::make_shared<rating::RateOperation>());
        (void)await(userFile.open());
        (void)await(changes.setOwner({ { demo.endpoints.machineIdentifier }, {} }));
        changes.follow(demo.sync);
    }
    ~Program() { world.sync.setAfterPage({}); }
    Q_DISABLE_COPY_MOVE(Program)

    void goOnline() { changes.setServer(world.client.get()); }

    change::Summary settle(const util::Future<types::ChangeId>& submitted)
    {
        const auto id = await(submitted);
        return id ? await(changes.settled(*id)).value_or(change::Summary()) : change::Summary();
    }
    /// What the journal says of a change now.
    change::Summary summary(types::ChangeId id)
    {
        const auto history = await(changes.history(1000)).value_or(QList<change::Summary>());
        const auto found = std::ranges::find(history, id, &change::Summary::id);
        return found == history.end() ? change::Summary() : *found;
    }

    DemoLibrary& world;
    db::Database userFile;
    change::Changes changes;
    OpenRatings ratings;
};

/// The first @p count tracks in the default order.
inline QList<types::TrackRow> tracks(DemoLibrary& demo, int count)
{
    auto ids = *await(demo.library.trackIds({}));
    ids.resize(size_t(count));
    return *await(demo.library.tracks({ ids.begin(), ids.end() }));
}

inline quint64 keyOf(const types::TrackRow& row)
{
    return row.ratingKey.value.toULongLong();
}

/// 300 tracks, read into the cache, the first ten rated two stars. Null if that fails.
inline std::unique_ptr<DemoLibrary> ratedLibrary()
{
    demo::Options options;
    options.tracks = 300;
    auto demo = std::make_unique<DemoLibrary>(options);
    if (!demo->syncNow()) {
        return nullptr;
    }
    const auto rows = tracks(*demo, 10);
    for (const auto& row : rows) {
        demo->server.setRating(keyOf(row), 4.0);
    }
    if (!demo->syncNow()) {
        return nullptr;
    }
    (void)demo->server.takeRequests();
    return demo;
}

inline types::OptionalRating cachedRating(DemoLibrary& demo, const types::TrackRow& row)
{
    return await(demo.library.tracks({ row.id.value }))->first().rating;
}

/// PUT requests since the last look at the requests.
inline int ratingsSent(DemoLibrary& demo)
{
    const auto requests = demo.server.takeRequests();
    return static_cast<int>(std::ranges::count_if(requests, [](const auto& request) {
        return request.method == "PUT" && request.path == QLatin1String("/:/rate");
    }));
}

} // namespace support

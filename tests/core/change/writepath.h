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

/// The one way a write takes, in one run of the program: journal, cache and server together.
struct WritePath
{
    explicit WritePath(DemoLibrary& demo)
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
    ~WritePath() { world.sync.setAfterPage({}); }
    Q_DISABLE_COPY_MOVE(WritePath)

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
    auto demo = std::make_unique<DemoLibrary>(demoOf(300));
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

/// What tests of the write path are built on and look at: a rated library, its cache, its server.
class RatedTest
{
protected:
    /// A library of its own for the next test. @returns whether it was read
    bool begin()
    {
        m_demo = ratedLibrary();
        return m_demo != nullptr;
    }
    void end() { m_demo.reset(); }

    QList<types::TrackRow> tracks(int count) { return support::tracks(*m_demo, count); }
    /// What the cache says.
    types::OptionalRating cached(const types::TrackRow& row)
    {
        return await(m_demo->library.tracks({ row.id.value }))->first().rating;
    }
    /// What the server holds, 0…10.
    std::optional<double> held(const types::TrackRow& row)
    {
        return m_demo->server.rating(keyOf(row));
    }
    /// PUT requests since the last look at the requests.
    int ratingsSent()
    {
        const auto requests = m_demo->server.takeRequests();
        return static_cast<int>(std::ranges::count_if(requests, [](const auto& request) {
            return request.method == "PUT" && request.path == QLatin1String("/:/rate");
        }));
    }

    std::unique_ptr<DemoLibrary> m_demo;
};

} // namespace support

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/ondemand.h"

#include "core/library/itemwriter.h"
#include "core/library/trackview.h"
#include "core/util/fold.h"

#include <algorithm>
#include <vector>

namespace async = util::async;
using types::RatingKey;
using util::Error;
using util::Future;
using util::Result;

namespace library {

namespace {

constexpr qsizetype kKeysPerRequest = 100;
constexpr int kFolderPage = 1000;
/// Tags are edited without a new stamp of the item: after this time they are asked for again.
constexpr std::chrono::seconds kKept = std::chrono::hours(24 * 14);

/// A track as the folder's listing tells it, for what the cache does not have.
types::TrackRow rowFrom(const types::Item& item)
{
    types::TrackRow row;
    row.ratingKey = item.ratingKey;
    row.title = item.title;
    row.albumArtist = item.grandparentTitle;
    row.artist = item.originalTitle.isEmpty() ? item.grandparentTitle : item.originalTitle;
    row.album = item.parentTitle;
    row.disc = item.parentIndex.value_or(0);
    row.number = item.index.value_or(0);
    row.duration = item.duration;
    row.rating = item.userRating;
    row.plays = item.viewCount;
    return row;
}

Result<QList<types::TrackRow>> tracksIn(
    db::Connection& connection, const QList<types::Item>& items, const std::stop_token& stop)
{
    QList<RatingKey> keys;
    keys.reserve(items.size());
    for (const types::Item& item : items) {
        keys.append(item.ratingKey);
    }
    const auto ids = idsOf(connection, keys);
    auto rows = ids ? trackRows(connection, ids->values(), stop)
                    : Result<QList<types::TrackRow>>(ids.error());
    if (!rows) {
        return std::move(rows).error();
    }
    QHash<RatingKey, types::TrackRow> known;
    for (const types::TrackRow& row : *rows) {
        known.insert(row.ratingKey, row);
    }
    QList<types::TrackRow> tracks;
    tracks.reserve(items.size());
    for (const types::Item& item : items) {
        const auto row = known.constFind(item.ratingKey);
        tracks.append(row == known.cend() ? rowFrom(item) : *row);
    }
    return tracks;
}

/// With the tracks that are @p items, and its folders in the order of every other list.
Result<Folder> completed(db::Connection& connection, Folder folder, const QList<types::Item>& items,
    const std::stop_token& stop)
{
    std::vector<std::pair<QString, Folder::Below>> sorted;
    sorted.reserve(size_t(folder.folders.size()));
    for (Folder::Below& below : folder.folders) {
        sorted.emplace_back(util::sortKey(below.title), std::move(below));
    }
    std::ranges::stable_sort(
        sorted, {}, [](const auto& each) -> const QString& { return each.first; });
    folder.folders.clear();
    for (auto& [key, below] : sorted) {
        folder.folders.append(std::move(below));
    }
    auto tracks = tracksIn(connection, items, stop);
    if (!tracks) {
        return std::move(tracks).error();
    }
    folder.tracks = std::move(*tracks);
    return folder;
}

} // namespace

struct OnDemand::Reading
{
    CacheKey cache;
    QList<RatingKey> keys;
    std::stop_token stop;
    util::Promise<void> promise {};
};

struct OnDemand::Listing
{
    CacheKey cache;
    types::SectionKey section;
    QString key;
    std::stop_token stop;
    QList<plex::FolderEntry> entries {};
    QSet<QString> seen {};
    util::Promise<Folder> promise {};
};

struct OnDemand::Walk
{
    types::SectionKey section;
    QStringList waiting; ///< the next one last
    std::stop_token stop;
    QSet<QString> seen {}; ///< a folder may lead back to one above it
    QList<types::ItemId> tracks {};
    util::Promise<QList<types::ItemId>> promise {};
};

OnDemand::OnDemand(Library& library, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_library(library)
    , m_clock(clock)
{
}

void OnDemand::setServer(plex::Server* server)
{
    m_server = server;
    Q_EMIT serverChanged();
}

Error OnDemand::offline()
{
    return { Error::Code::Offline, tr("There is no connection to the server."), {}, 0, {} };
}

Error OnDemand::tooMuch()
{
    return { Error::Code::Protocol, tr("This folder holds more than can be read at once."), {}, 0,
        {} };
}

Future<void> OnDemand::refresh(types::ItemId id, std::stop_token stop)
{
    if (!m_server) {
        return async::ready<void>(offline());
    }
    const qint64 readBefore = m_clock.epochSeconds() - kKept.count();
    const auto keys
        = m_library.read([id, readBefore](db::Connection& connection,
                             std::stop_token) { return keysToDetail(connection, id, readBefore); },
            stop);
    return async::andThen(
        keys, this, [this, stop, cache = m_library.key()](const QList<RatingKey>& wanted) {
            // Shared by the requests and deliveries of this one piece of work.
            const auto work = std::make_shared<Reading>(Reading { cache, wanted, stop });
            readNext(work, 0);
            return work->promise.future();
        });
}

void OnDemand::readNext(const std::shared_ptr<Reading>& work, qsizetype first)
{
    if (first >= work->keys.size()) {
        work->promise.finish(Result<void>());
        return;
    }
    if (!m_server || work->stop.stop_requested()) {
        work->promise.finish(m_server ? Error::cancelled() : offline());
        return;
    }
    const auto details = m_server->details(work->keys.mid(first, kKeysPerRequest), work->stop);
    const auto stored
        = async::andThen(details, this, [this, work](const QList<plex::ItemDetails>& read) {
              return m_library.writeTo(work->cache,
                  [read, now = m_clock.epochSeconds()](db::Connection& c, db::ChangeSet& changes) {
                      return storeDetails(c, changes, read, now);
                  });
          });
    async::deliver(stored, this, [this, work, first](const Result<void>& done) {
        if (!done) {
            work->promise.finish(done);
            return;
        }
        readNext(work, first + kKeysPerRequest);
    });
}

Future<Folder> OnDemand::folder(
    const types::SectionKey& section, const QString& key, std::stop_token stop)
{
    const auto work // shared by the requests and deliveries of this one piece of work
        = std::make_shared<Listing>(Listing { m_library.key(), section, key, std::move(stop) });
    listNext(work, 0);
    return work->promise.future();
}

void OnDemand::listNext(const std::shared_ptr<Listing>& work, qint64 start)
{
    if (!m_server) {
        work->promise.finish(offline());
        return;
    }
    const auto page = m_server->folder(work->section, work->key, start, kFolderPage, work->stop);
    async::deliver(page, this, [this, work, start](Result<plex::Page<plex::FolderEntry>> found) {
        if (!found) {
            work->promise.finish(std::move(found).error());
            return;
        }
        // Known by its key: a server that ignores paging sends the same rows again.
        const qsizetype before = work->entries.size();
        for (const plex::FolderEntry& entry : std::as_const(found->items)) {
            if (!work->seen.contains(entry.key)) {
                work->seen.insert(entry.key);
                work->entries.append(entry);
            }
        }
        const qint64 next = start + found->received;
        const bool isEnd = found->received == 0 || (found->total && next >= *found->total)
            || (start > 0 && work->entries.size() == before);
        if (!isEnd && next >= kMostRows) {
            work->promise.finish(tooMuch());
        } else if (isEnd) {
            finishListing(work);
        } else {
            listNext(work, next);
        }
    });
}

void OnDemand::finishListing(const std::shared_ptr<Listing>& work)
{
    QList<types::Item> items;
    Folder folder;
    for (const plex::FolderEntry& entry : std::as_const(work->entries)) {
        if (!entry.item) {
            folder.folders.append({ entry.key, entry.title });
        } else if (entry.item->type == types::ItemType::Track) {
            items.append(*entry.item);
        }
    }
    const auto complete = m_library.readFrom(
        work->cache,
        [folder, items](db::Connection& connection, const std::stop_token& stop) {
            return completed(connection, folder, items, stop);
        },
        work->stop);
    async::deliver(
        complete, this, [work](const Result<Folder>& found) { work->promise.finish(found); });
}

Future<QList<types::ItemId>> OnDemand::tracksBelow(
    const types::SectionKey& section, const QString& key, std::stop_token stop)
{
    const auto work // shared by the requests and deliveries of this one piece of work
        = std::make_shared<Walk>(Walk { section, { key }, std::move(stop) });
    work->seen.insert(key);
    walkNext(work);
    return work->promise.future();
}

void OnDemand::walkNext(const std::shared_ptr<Walk>& work)
{
    if (work->waiting.isEmpty()) {
        work->promise.finish(work->tracks);
        return;
    }
    const QString key = work->waiting.takeLast();
    async::deliver(
        folder(work->section, key, work->stop), this, [this, work](const Result<Folder>& found) {
            if (!found) {
                work->promise.finish(found.error());
                return;
            }
            for (const types::TrackRow& track : found->tracks) {
                if (track.id.isValid()) {
                    work->tracks.append(track.id);
                }
            }
            QStringList below;
            for (const Folder::Below& each : found->folders) {
                if (!work->seen.contains(each.key)) {
                    work->seen.insert(each.key);
                    below.prepend(each.key);
                }
            }
            work->waiting += below;
            if (work->seen.size() > kMostFolders || work->tracks.size() > kMostRows) {
                work->promise.finish(tooMuch());
                return;
            }
            walkNext(work);
        });
}

} // namespace library

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/library/browse.h"
#include "core/library/details.h"
#include "core/library/genres.h"
#include "core/library/groupview.h"
#include "core/library/rated.h"
#include "core/library/search.h"
#include "core/library/shelves.h"
#include "core/library/textlookup.h"

#include <QObject>
#include <functional>
#include <memory>

/// The local index of one server as one user sees it, and what views ask of it.
/// Not for: talking to a server (Sync in this module does that through plex) or writing to one.
/// Invariant: everything here can be deleted and read again from the server.
namespace library {

/// Whose cache it is.
struct CacheKey
{
    types::ServerId server {};
    types::UserId user {};
    bool operator==(const CacheKey&) const = default;
};

/// The cache that is open, if any. One object for the program's life; open() switches.
///
/// Thread: UI. Reads run on a reader thread; before open() they fail with NotFound.
class Library : public QObject
{
    Q_OBJECT
public:
    /// @param folder  where caches lie; made if missing
    Library(db::Threads& threads, QString folder, QObject* parent = nullptr);
    ~Library() override;

    /// Opens the cache of @p key, making it if there is none; one that is damaged is made anew. The
    /// newest call wins: one before it that is not finished ends as Cancelled.
    /// Errors: Unsupported (newer version), Storage (also: locked by another program), Internal.
    [[nodiscard]] util::Future<void> open(const CacheKey& key);
    /// Empties the open cache; the next sync fills it. Errors: Storage.
    [[nodiscard]] util::Future<void> clear();
    /// Deletes the file of a cache; if it is the open one, none is open afterwards. One that does
    /// not exist is deleted already. Errors: Storage.
    [[nodiscard]] util::Future<void> remove(const CacheKey& key);
    /// Whether a cache is open, or being opened.
    [[nodiscard]] bool isOpen() const { return m_database != nullptr; }
    /// Whose cache was asked for last; empty before the first open(), and after its remove().
    [[nodiscard]] const CacheKey& key() const { return m_key; }

    // Errors of the following: Database, Storage, NotFound (no cache is open, or the one thing
    // that is asked for is gone), Cancelled.

    /// The server's libraries in its order.
    [[nodiscard]] util::Future<QList<types::Section>> sections() const;
    /// How much is in the cache, and when it was complete.
    [[nodiscard]] util::Future<Counts> counts() const;
    /// The shelves of the home page, at most @p perShelf rows each.
    [[nodiscard]] util::Future<Home> home(int perShelf, std::stop_token stop = {}) const;
    /// Albums of the day of @p today in former years, at most @p perShelf each.
    [[nodiscard]] util::Future<OnThisDay> onThisDay(
        QDate today, int perShelf, std::stop_token stop = {}) const;
    /// Albums that were lately played in part, the latest first.
    [[nodiscard]] util::Future<QList<types::AlbumRow>> unfinishedAlbums(int limit) const;
    /// The spine of a track list.
    [[nodiscard]] util::Future<std::vector<qint64>> trackIds(
        const TrackQuery& query, std::stop_token stop = {}) const;
    /// One page of rows, in the order of @p ids.
    [[nodiscard]] util::Future<QList<types::TrackRow>> tracks(
        const QList<qint64>& ids, std::stop_token stop = {}) const;
    /// The spine of a list of albums.
    [[nodiscard]] util::Future<std::vector<qint64>> albumIds(
        const AlbumQuery& query, std::stop_token stop = {}) const;
    /// One page of albums, in the order of @p ids.
    [[nodiscard]] util::Future<QList<types::AlbumRow>> albums(
        const QList<qint64>& ids, std::stop_token stop = {}) const;
    /// The spine of a list of artists.
    [[nodiscard]] util::Future<std::vector<qint64>> artistIds(
        const ArtistQuery& query, std::stop_token stop = {}) const;
    /// One page of artists, in the order of @p ids.
    [[nodiscard]] util::Future<QList<types::ArtistRow>> artists(
        const QList<qint64>& ids, std::stop_token stop = {}) const;
    /// Where in a list sorted by a text its first letters begin.
    [[nodiscard]] util::Future<QList<JumpMark>> jumpMarks(
        std::vector<qint64> ids, ListOrder order, std::stop_token stop = {}) const;
    /// The first row of a list at or after @p from, going round, whose text begins with @p text; −1
    /// if there is none. Without @p order titles are looked at.
    [[nodiscard]] util::Future<qint64> rowBeginningWith(std::vector<qint64> ids,
        std::optional<ListOrder> order, const QString& text, qint64 from,
        std::stop_token stop = {}) const;
    /// All genres by name.
    [[nodiscard]] util::Future<QList<types::GenreRow>> genres(std::stop_token stop = {}) const;
    /// One album with its genres; trackCount and duration are those of the tracks in the cache.
    [[nodiscard]] util::Future<types::AlbumRow> album(types::ItemId id) const;
    /// All that the page of an artist shows, with at most @p topTracks of the best tracks.
    [[nodiscard]] util::Future<ArtistPage> artistPage(
        types::ItemId id, int topTracks, std::stop_token stop = {}) const;
    /// What else is known of an album.
    [[nodiscard]] util::Future<AlbumDetails> albumDetails(types::ItemId id) const;
    /// All playlists, by title.
    [[nodiscard]] util::Future<QList<types::PlaylistRow>> playlists() const;
    /// The playlists that hold one of @p items, or for an album a track of it, by title.
    [[nodiscard]] util::Future<QList<types::PlaylistRow>> playlistsWith(
        const QList<types::ItemId>& items) const;
    /// One playlist with the ids of its entries in order.
    [[nodiscard]] util::Future<PlaylistSpine> playlistSpine(
        types::PlaylistId id, std::stop_token stop = {}) const;
    /// The same in another order, which is only a view of it.
    [[nodiscard]] util::Future<PlaylistSpine> sortedPlaylistSpine(
        types::PlaylistId id, const QList<SortKey>& sort, std::stop_token stop = {}) const;
    /// One page of entries, in the order of @p entryIds; those that are gone are left out.
    [[nodiscard]] util::Future<QList<types::PlaylistEntryRow>> playlistEntries(
        const QList<qint64>& entryIds, std::stop_token stop = {}) const;
    /// What fits the words of @p text best, at most @p limit of each kind.
    [[nodiscard]] util::Future<SearchResult> search(
        const QString& text, int limit, std::stop_token stop = {}) const;
    /// The best rated tracks, newest rating first among equals.
    [[nodiscard]] util::Future<QList<types::TrackRow>> topRated(int limit) const;
    /// The spine of a list of rated items, with its headings.
    [[nodiscard]] util::Future<RatedSpine> rated(
        const RatedQuery& query, std::stop_token stop = {}) const;
    /// How many items of @p type have which rating.
    [[nodiscard]] util::Future<RatedCounts> ratedCounts(
        types::ItemType type, std::stop_token stop = {}) const;
    /// Tracks without a rating that were played at @p since (epoch seconds) or later, the one
    /// played last first.
    [[nodiscard]] util::Future<QList<types::TrackRow>> playedUnrated(
        qint64 since, int limit, std::stop_token stop = {}) const;
    /// What the ratings of @p items, of any number and type, have in common.
    [[nodiscard]] util::Future<types::SharedRating> sharedRating(
        const QList<types::ItemId>& items, std::stop_token stop = {}) const;
    /// The item with this rating key, as a library listing would show it.
    [[nodiscard]] util::Future<types::Item> item(const types::RatingKey& key) const;
    /// The rating keys of @p ids; ids that are gone are left out.
    [[nodiscard]] util::Future<QList<types::RatingKey>> ratingKeys(
        const QList<types::ItemId>& ids) const;

    /// Runs fn(Connection&, ChangeSet&) → Result<T> on the open cache's writer. For sync and
    /// change.
    template <class F>
    [[nodiscard]] auto write(F fn, std::stop_token stop = {}) const -> util::Future<
        typename std::invoke_result_t<F, db::Connection&, db::ChangeSet&>::value_type>
    {
        using T = typename std::invoke_result_t<F, db::Connection&, db::ChangeSet&>::value_type;
        return m_database ? m_database->write(std::move(fn), stop)
                          : util::async::ready<T>(notOpen());
    }
    /// As write(), but Cancelled if another cache than that of @p key is open by now.
    template <class F>
    [[nodiscard]] auto writeTo(const CacheKey& key, F fn, std::stop_token stop = {}) const
        -> util::Future<
            typename std::invoke_result_t<F, db::Connection&, db::ChangeSet&>::value_type>
    {
        using T = typename std::invoke_result_t<F, db::Connection&, db::ChangeSet&>::value_type;
        return key == m_key ? write(std::move(fn), stop)
                            : util::async::ready<T>(util::Error::cancelled());
    }
    /// Writes @p count rows of the caller's in slices of at most kSliceRows, a transaction each and
    /// one after the other: what others write meanwhile has its turn between two of them.
    /// Errors: those of @p slice, Database, Storage, Cancelled; slices before the error stay.
    using Slice = std::function<util::Result<void>(
        db::Connection&, db::ChangeSet&, qsizetype first, qsizetype count)>;
    static constexpr qsizetype kSliceRows = 5000;
    [[nodiscard]] util::Future<void> writeSlices(
        const CacheKey& key, qsizetype count, Slice slice, std::stop_token stop = {});
    /// Runs fn(Connection&, std::stop_token) → Result<T> on a reader of the open cache.
    template <class F>
    [[nodiscard]] auto read(F fn, std::stop_token stop = {}) const -> util::Future<
        typename std::invoke_result_t<F, db::Connection&, std::stop_token>::value_type>
    {
        using T = typename std::invoke_result_t<F, db::Connection&, std::stop_token>::value_type;
        return m_database ? m_database->read(std::move(fn), stop)
                          : util::async::ready<T>(notOpen());
    }
    /// As read(), but Cancelled if another cache than that of @p key is open, or being opened: ids
    /// of one cache mean something else in another.
    template <class F>
    [[nodiscard]] auto readFrom(const CacheKey& key, F fn, std::stop_token stop = {}) const
        -> util::Future<
            typename std::invoke_result_t<F, db::Connection&, std::stop_token>::value_type>
    {
        using T = typename std::invoke_result_t<F, db::Connection&, std::stop_token>::value_type;
        return key == m_key ? read(std::move(fn), stop)
                            : util::async::ready<T>(util::Error::cancelled());
    }

    /// After a sync: folds the log back into the file and gives memory back.
    [[nodiscard]] util::Future<void> trim() const;

Q_SIGNALS:
    /// Another cache is open now, or none: everything shown is to be read again.
    void opened();
    /// Rows of the open cache changed.
    void changed(const db::ChangeSet& changes);

private:
    [[nodiscard]] static util::Error notOpen();
    [[nodiscard]] QString pathFor(const CacheKey& key) const;
    [[nodiscard]] std::unique_ptr<db::Database> databaseAt(const QString& path) const;
    void start(const QString& path);
    void rebuild(const QString& path, const util::Promise<void>& promise);
    void finishOpening(const util::Promise<void>& promise, util::Result<void> result);
    struct Slices;
    void writeNextSlice(const std::shared_ptr<Slices>& work, qsizetype first);

    db::Threads& m_threads;
    QString m_folder;
    CacheKey m_key;
    std::unique_ptr<db::Database> m_database;
    util::async::Latest m_opening;
};

} // namespace library

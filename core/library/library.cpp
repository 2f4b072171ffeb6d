// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"

#include "core/library/log.h"
#include "core/library/tables.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <array>

using namespace Qt::StringLiterals;

namespace library {

Q_LOGGING_CATEGORY(lcLibrary, "library", QtInfoMsg)

namespace {

/// Of the files that make up one database.
constexpr std::array kFileSuffixes { QLatin1String(""), QLatin1String("-wal"),
    QLatin1String("-shm") };
constexpr QLatin1String kDamaged { ".damaged" };

} // namespace

Library::Library(db::Threads& threads, QString folder, QObject* parent)
    : QObject(parent)
    , m_threads(threads)
    , m_folder(std::move(folder))
{
}

Library::~Library() = default;

util::Error Library::notOpen()
{
    return { util::Error::Code::NotFound,
        QCoreApplication::translate("library", "No library is open. Connect to a server first."),
        {}, 0, {} };
}

QString Library::pathFor(const CacheKey& key) const
{
    // The ids come from a server: a hash is a safe file name whatever they hold.
    const QByteArray text = key.server.value.toUtf8() + '\n' + key.user.value.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash.left(16)) + u".db"_s;
}

std::unique_ptr<db::Database> Library::databaseAt(const QString& path) const
{
    return std::make_unique<db::Database>(
        m_threads, db::Database::Options { path, u":/sql/library"_s, false });
}

void Library::start(const QString& path)
{
    m_database = databaseAt(path);
    connect(m_database.get(), &db::Database::committed, this, &Library::changed);
}

util::Future<void> Library::open(const CacheKey& key)
{
    QDir().mkpath(m_folder);
    const QString path = pathFor(key);
    m_key = key;
    start(path);
    util::Promise<void> promise;
    (void)m_opening.begin(); // what an earlier open() still delivers concerns another database
    m_opening.deliver(m_database->open(), this, [this, promise, path](util::Result<void> done) {
        if (!done && done.error().code == util::Error::Code::Database) {
            rebuild(path, promise);
        } else {
            finishOpening(promise, std::move(done));
        }
    });
    return promise.future();
}

void Library::rebuild(const QString& path, const util::Promise<void>& promise)
{
    // Only a cache: what is damaged is set aside and read again from the server.
    qCWarning(lcLibrary) << "event=cache_rebuilt";
    m_database.reset();
    for (const QLatin1String suffix : kFileSuffixes) {
        QFile::remove(path + suffix + kDamaged);
        QFile::rename(path + suffix, path + suffix + kDamaged);
    }
    start(path);
    m_opening.deliver(m_database->open(), this,
        [this, promise](util::Result<void> again) { finishOpening(promise, std::move(again)); });
}

void Library::finishOpening(const util::Promise<void>& promise, util::Result<void> result)
{
    if (!result) {
        m_database.reset();
    }
    Q_EMIT opened();
    promise.finish(std::move(result));
}

util::Future<void> Library::clear()
{
    if (!m_database) {
        return util::async::ready<void>(notOpen());
    }
    const QStringList statements { u"DELETE FROM item_detail_tag"_s, u"DELETE FROM item_detail"_s,
        u"DELETE FROM item_tag"_s, u"DELETE FROM external_id"_s, u"DELETE FROM tag"_s,
        u"DELETE FROM track_order"_s, u"DELETE FROM group_order"_s, u"DELETE FROM item"_s,
        u"DELETE FROM playlist_entry"_s, u"DELETE FROM playlist"_s, u"DELETE FROM section_sync"_s,
        u"DELETE FROM section_mark"_s, u"DELETE FROM section"_s,
        u"DELETE FROM cache WHERE key NOT LIKE 'resting_index:%'"_s,
        u"INSERT INTO search (search) VALUES ('delete-all')"_s };
    db::ChangeSet changes;
    for (const auto table : { kItemTable, kPlaylistTable, kPlaylistEntryTable, kSectionTable,
             kTrackOrderTable, kGroupOrderTable, kItemDetailTable }) {
        changes.addMany(table);
    }
    return m_database->wipe(statements, changes);
}

util::Future<void> Library::remove(const CacheKey& key)
{
    const QString path = pathFor(key);
    for (const QLatin1String suffix : kFileSuffixes) {
        QFile::remove(path + suffix + kDamaged);
    }
    if (!m_database || key != m_key) {
        return databaseAt(path)->remove();
    }
    (void)m_opening.begin(); // what an open() still delivers concerns a file that goes
    auto removed = std::exchange(m_database, nullptr)->remove();
    m_key = {};
    Q_EMIT opened();
    return removed;
}

struct Library::Slices
{
    CacheKey key;
    qsizetype count = 0;
    Slice write;
    std::stop_token stop;
    util::Promise<void> promise {};
};

util::Future<void> Library::writeSlices(
    const CacheKey& key, qsizetype count, Slice slice, std::stop_token stop)
{
    // Shared by the jobs and deliveries of this one piece of work.
    const auto work
        = std::make_shared<Slices>(Slices { key, count, std::move(slice), std::move(stop) });
    writeNextSlice(work, 0);
    return work->promise.future();
}

void Library::writeNextSlice(const std::shared_ptr<Slices>& work, qsizetype first)
{
    if (first >= work->count) {
        work->promise.finish(util::Result<void>());
        return;
    }
    const qsizetype rows = qMin(kSliceRows, work->count - first);
    const auto written = writeTo(
        work->key,
        [work, first, rows](db::Connection& c, db::ChangeSet& changes) {
            return work->write(c, changes, first, rows);
        },
        work->stop);
    util::async::deliver(written, this, [this, work, next = first + rows](util::Result<void> done) {
        if (!done) {
            work->promise.finish(std::move(done).error());
            return;
        }
        writeNextSlice(work, next);
    });
}

util::Future<QList<types::Section>> Library::sections() const
{
    return read([](db::Connection& c, std::stop_token) { return library::sections(c); });
}

util::Future<Counts> Library::counts() const
{
    return read([](db::Connection& c, std::stop_token) { return library::counts(c); });
}

util::Future<Home> Library::home(int perShelf, std::stop_token stop) const
{
    return read(
        [perShelf](db::Connection& c, std::stop_token s) { return library::home(c, perShelf, s); },
        stop);
}

util::Future<OnThisDay> Library::onThisDay(QDate today, int perShelf, std::stop_token stop) const
{
    return read([today, perShelf](db::Connection& c,
                    std::stop_token s) { return library::onThisDay(c, today, perShelf, s); },
        stop);
}

util::Future<QList<types::AlbumRow>> Library::unfinishedAlbums(int limit) const
{
    return read([limit](db::Connection& c, std::stop_token) {
        return library::unfinishedAlbums(c, limit);
    });
}

util::Future<std::vector<qint64>> Library::trackIds(
    const TrackQuery& query, std::stop_token stop) const
{
    return read(
        [query](db::Connection& c, std::stop_token s) { return library::trackIds(c, query, s); },
        stop);
}

util::Future<QList<types::TrackRow>> Library::tracks(
    const QList<qint64>& ids, std::stop_token stop) const
{
    return read(
        [ids](db::Connection& c, std::stop_token s) { return library::trackRows(c, ids, s); },
        stop);
}

util::Future<std::vector<qint64>> Library::albumIds(
    const AlbumQuery& query, std::stop_token stop) const
{
    return read(
        [query](db::Connection& c, std::stop_token s) { return library::albumIds(c, query, s); },
        stop);
}

util::Future<QList<types::AlbumRow>> Library::albums(
    const QList<qint64>& ids, std::stop_token stop) const
{
    return read(
        [ids](db::Connection& c, std::stop_token) { return library::albumRows(c, ids); }, stop);
}

util::Future<std::vector<qint64>> Library::artistIds(
    const ArtistQuery& query, std::stop_token stop) const
{
    return read(
        [query](db::Connection& c, std::stop_token s) { return library::artistIds(c, query, s); },
        stop);
}

util::Future<QList<types::ArtistRow>> Library::artists(
    const QList<qint64>& ids, std::stop_token stop) const
{
    return read(
        [ids](db::Connection& c, std::stop_token) { return library::artistRows(c, ids); }, stop);
}

util::Future<QList<JumpMark>> Library::jumpMarks(
    std::vector<qint64> ids, ListOrder order, std::stop_token stop) const
{
    return read([ids = std::move(ids), order](db::Connection& c,
                    std::stop_token s) { return library::jumpMarks(c, ids, order, s); },
        stop);
}

util::Future<qint64> Library::rowBeginningWith(std::vector<qint64> ids,
    std::optional<ListOrder> order, const QString& text, qint64 from, std::stop_token stop) const
{
    return read(
        [ids = std::move(ids), order, text, from](db::Connection& c, std::stop_token s) {
            return library::rowBeginningWith(c, ids, order, text, from, s);
        },
        stop);
}

util::Future<QList<types::GenreRow>> Library::genres(std::stop_token stop) const
{
    return read([](db::Connection& c, std::stop_token s) { return library::genres(c, s); }, stop);
}

util::Future<types::AlbumRow> Library::album(types::ItemId id) const
{
    return read([id](db::Connection& c, std::stop_token) { return library::album(c, id); });
}

util::Future<ArtistPage> Library::artistPage(
    types::ItemId id, int topTracks, std::stop_token stop) const
{
    return read([id, topTracks](db::Connection& c,
                    std::stop_token s) { return library::artistPage(c, id, topTracks, s); },
        stop);
}

util::Future<AlbumDetails> Library::albumDetails(types::ItemId id) const
{
    return read([id](db::Connection& c, std::stop_token) { return library::albumDetails(c, id); });
}

util::Future<QList<types::PlaylistRow>> Library::playlists() const
{
    return read([](db::Connection& c, std::stop_token) { return library::playlists(c); });
}

util::Future<QList<types::PlaylistRow>> Library::playlistsWith(
    const QList<types::ItemId>& items) const
{
    return read(
        [items](db::Connection& c, std::stop_token) { return library::playlistsWith(c, items); });
}

util::Future<PlaylistSpine> Library::playlistSpine(types::PlaylistId id, std::stop_token stop) const
{
    return read(
        [id](db::Connection& c, std::stop_token s) { return library::playlistSpine(c, id, s); },
        stop);
}

util::Future<PlaylistSpine> Library::sortedPlaylistSpine(
    types::PlaylistId id, const QList<SortKey>& sort, std::stop_token stop) const
{
    return read(
        [id, sort](db::Connection& c, std::stop_token s) -> util::Result<PlaylistSpine> {
            auto spine = library::playlistSpine(c, id, s);
            if (spine) {
                if (auto done = library::sortSpine(c, *spine, sort, s); !done) {
                    return std::move(done).error();
                }
            }
            return spine;
        },
        stop);
}

util::Future<QList<types::PlaylistEntryRow>> Library::playlistEntries(
    const QList<qint64>& entryIds, std::stop_token stop) const
{
    return read([entryIds](db::Connection& c,
                    std::stop_token s) { return library::playlistEntries(c, entryIds, s); },
        stop);
}

util::Future<SearchResult> Library::search(
    const QString& text, int limit, std::stop_token stop) const
{
    return read([text, limit](db::Connection& c,
                    std::stop_token s) { return library::search(c, text, limit, s); },
        stop);
}

util::Future<QList<types::TrackRow>> Library::topRated(int limit) const
{
    return read(
        [limit](db::Connection& c, std::stop_token) { return library::topRated(c, limit); });
}

util::Future<RatedSpine> Library::rated(const RatedQuery& query, std::stop_token stop) const
{
    return read(
        [query](db::Connection& c, std::stop_token s) { return library::ratedSpine(c, query, s); },
        std::move(stop));
}

util::Future<RatedCounts> Library::ratedCounts(types::ItemType type, std::stop_token stop) const
{
    return read(
        [type](db::Connection& c, std::stop_token s) { return library::ratedCounts(c, type, s); },
        std::move(stop));
}

util::Future<QList<types::TrackRow>> Library::playedUnrated(
    qint64 since, int limit, std::stop_token stop) const
{
    return read(
        [since, limit](
            db::Connection& c, std::stop_token s) -> util::Result<QList<types::TrackRow>> {
            auto ids = library::playedUnrated(c, since, limit);
            return ids ? library::trackRows(c, *ids, std::move(s))
                       : util::Result<QList<types::TrackRow>>(std::move(ids).error());
        },
        std::move(stop));
}

util::Future<types::SharedRating> Library::sharedRating(
    const QList<types::ItemId>& items, std::stop_token stop) const
{
    return read([items](db::Connection& c,
                    std::stop_token s) { return library::sharedRating(c, items, s); },
        std::move(stop));
}

util::Future<types::Item> Library::item(const types::RatingKey& key) const
{
    return read([key](db::Connection& c, std::stop_token) { return library::itemByKey(c, key); });
}

util::Future<void> Library::trim() const
{
    return m_database ? m_database->trim() : util::async::ready<void>(notOpen());
}

util::Future<QList<types::RatingKey>> Library::ratingKeys(const QList<types::ItemId>& ids) const
{
    return read([ids](db::Connection& c, std::stop_token) { return library::ratingKeys(c, ids); });
}

} // namespace library

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artwork/diskcache.h"
#include "core/types/ids.h"
#include "core/util/async.h"
#include "core/util/clock.h"
#include "core/util/lru.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace plex {
class Server;
} // namespace plex

/// Covers and posters: fetched resized from the server, decoded on the pool, kept on disk and in
/// memory.
/// Not for: drawing, choosing which picture belongs to what.
/// Invariant: nothing that a server sends is decoded without a limit or in the UI thread.
namespace artwork {

class Load;
struct LoadedPicture;

/// Pictures by the path a server names them with.
///
/// Thread: UI. Destroying it cancels what is under way.
class Artwork : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString folder {}; ///< of the disk cache
        qint64 diskLimit = qint64(512) * 1024 * 1024;
        qint64 memoryLimit = 24 * 1024 * 1024; ///< bytes of decoded pictures
    };
    /// How the caches fare, for the command line and the settings page.
    struct Stats
    {
        qint64 memoryEntries = 0;
        qint64 memoryBytes = 0;
        qint64 diskEntries = 0;
        qint64 diskBytes = 0;
        qint64 hits = 0; ///< in memory or on disk, since the start
        qint64 misses = 0;
        qint64 unchanged = 0; ///< asked about again: the server had nothing newer
        qint64 renewed = 0; ///< asked about again, and replaced
    };

    /// How old a picture may be before the server is asked whether it is still the same.
    static constexpr std::chrono::hours kFreshFor { 24 };
    /// The same where only the whole picture would tell, and its path says when it changes.
    static constexpr std::chrono::hours kNamedFreshFor { 30 * 24 };
    /// How many pictures are asked about again at once; more wait, the one looked at last first.
    static constexpr int kMostChecks = 2;
    static constexpr int kMostWaiting = 200; ///< beyond, those that waited longest are forgotten

    /// @param pool  must outlive this, as @p clock
    Artwork(const Options& options, QThreadPool& pool, const util::Clock& clock,
        QObject* parent = nullptr);
    ~Artwork() override;

    /// Where pictures come from now on. Without a server those on disk are still found.
    void setSource(plex::Server* server, const types::ServerId& id);

    /// The picture at @p path, whose shorter side is at least @p side if the original's is.
    ///
    /// Equal requests share one transfer, which stops when all of them were stopped. A picture
    /// that was gone or broken is not asked for again before the next setSource().
    ///
    /// What is there is given at once, also an older picture of the same item. If it is not what
    /// the path names, or was not asked about for kFreshFor, the server is asked behind it, and
    /// replaced() follows if there is something else; what was given stays when that fails.
    /// @param path  thumb or composite as sent by the server, with its change number
    /// @param side  in device pixels, 1…1024; kept in steps, so that few sizes are stored
    /// @param stop  also ends what goes on behind the result
    /// Errors: NotFound (also for an empty path), Protocol (no picture), Offline, the others of
    /// net::Client::send.
    [[nodiscard]] util::Future<QImage> cover(
        const QString& path, int side, std::stop_token stop = {});

    /// The middle of the picture at @p path as a square of exactly @p side, made so in the pool:
    /// what is painted needs no scaling by the thread that paints. As cover() otherwise.
    [[nodiscard]] util::Future<QImage> square(
        const QString& path, int side, std::stop_token stop = {});

    /// The picture or an older one if it is in memory, null if not: for painting without waiting.
    [[nodiscard]] QImage cached(const QString& path, int side);

    [[nodiscard]] util::Future<Stats> stats();
    /// Forgets everything, in memory and on disk.
    [[nodiscard]] util::Future<void> clear();
    /// Forgets what came from one server.
    [[nodiscard]] util::Future<void> clear(const types::ServerId& server);

    /// Of these rating keys, those that no item of the open library has any more.
    using GoneReader = std::function<util::Future<QSet<QString>>(const QSet<QString>& keys)>;
    /// What a clean-up did, for the log.
    struct CleanUp
    {
        qint64 strays = 0; ///< files that were none of ours, unfinished or damaged
        qint64 removed = 0; ///< pictures, to be below the limit
        qint64 left = 0; ///< pictures
        qint64 bytes = 0; ///< of those
    };
    /// Removes from the disk what came from none of @p servers, is damaged or was never finished;
    /// then, if there is more than the limit, pictures of items that are gone, and those that were
    /// not used for longest. Works in the pool. What is interrupted is done by the next one.
    ///
    /// @param gone  asked about the pictures of the server that setSource() named, if any
    [[nodiscard]] util::Future<CleanUp> cleanUp(
        const QList<types::ServerId>& servers, const GoneReader& gone);

Q_SIGNALS:
    /// What cover() gave for @p path is not the newest any more: asked for again, it gives what is.
    void replaced(const QString& path);

private:
    friend class Load;
    /// A picture in memory, with what was sent beside it.
    struct Kept
    {
        QImage image;
        StoredPicture about;
    };
    /// Asks about @p path if it is time to.
    void followUp(const PictureKey& key, const QString& path, const StoredPicture& about,
        const std::stop_token& stop);
    [[nodiscard]] bool isDue(const QString& version, const StoredPicture& about) const;
    void startChecks();
    void dropChecks();
    void takeLoaded(const Load& load, const util::Result<LoadedPicture>& picture);
    void takeChecked(const Load& load, const util::Result<LoadedPicture>& picture);
    void forget(Load& load);
    [[nodiscard]] PictureKey keyOf(const QString& path, int side) const;

    QThreadPool& m_pool;
    std::shared_ptr<DiskCache> m_disk; // shared with jobs on the pool, which may end later
    const util::Clock& m_clock;
    util::Lru<PictureKey, Kept> m_memory;
    util::Lru<QByteArray, util::Error> m_failed; // by key and version
    util::Lru<QByteArray, util::Error> m_notChecked; // the same of pictures that are there
    QHash<PictureKey, Load*> m_loads; // children of this, as those below
    QHash<PictureKey, Load*> m_checks; // running or waiting
    QList<Load*> m_waiting; // of those; the last is next
    QPointer<plex::Server> m_server;
    types::ServerId m_serverId;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
    qint64 m_unchanged = 0;
    qint64 m_renewed = 0;
};

} // namespace artwork

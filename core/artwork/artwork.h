// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artwork/diskcache.h"
#include "core/types/ids.h"
#include "core/util/async.h"
#include "core/util/lru.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
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
    };

    /// @param pool  must outlive this
    Artwork(const Options& options, QThreadPool& pool, QObject* parent = nullptr);
    ~Artwork() override;

    /// Where pictures come from now on. Without a server those on disk are still found.
    void setSource(plex::Server* server, const types::ServerId& id);

    /// The picture at @p path, whose shorter side is at least @p side if the original's is.
    ///
    /// Equal requests share one transfer, which stops when all of them were stopped. A picture
    /// that was gone or broken is not asked for again before the next setSource().
    /// @param path  thumb or composite as sent by the server, with its change number
    /// @param side  in device pixels, 1…1024; kept in steps, so that few sizes are stored
    /// Errors: NotFound (also for an empty path), Protocol (no picture), Offline, the others of
    /// net::Client::send.
    [[nodiscard]] util::Future<QImage> cover(
        const QString& path, int side, std::stop_token stop = {});

    /// The middle of the picture at @p path as a square of exactly @p side, made so in the pool:
    /// what is painted needs no scaling by the thread that paints. As cover() otherwise.
    [[nodiscard]] util::Future<QImage> square(
        const QString& path, int side, std::stop_token stop = {});

    /// The picture if it is in memory, null if not: for painting without waiting.
    [[nodiscard]] QImage cached(const QString& path, int side);

    [[nodiscard]] util::Future<Stats> stats();
    /// Forgets everything, in memory and on disk.
    [[nodiscard]] util::Future<void> clear();
    /// Forgets what came from one server.
    [[nodiscard]] util::Future<void> clear(const types::ServerId& server);

private:
    friend class Load;
    [[nodiscard]] QByteArray keyOf(const QString& path, int side) const;
    void keep(const QByteArray& key, const util::Result<QImage>& picture);
    void forget(const QByteArray& key);

    QThreadPool& m_pool;
    std::shared_ptr<DiskCache> m_disk; // shared with jobs on the pool, which may end later
    util::Lru<QByteArray, QImage> m_memory;
    util::Lru<QByteArray, util::Error> m_failed;
    QHash<QByteArray, Load*> m_loads; // children of this
    QPointer<plex::Server> m_server;
    types::ServerId m_serverId;
    qint64 m_hits = 0;
    qint64 m_misses = 0;
};

} // namespace artwork

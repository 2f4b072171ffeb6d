// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/caches.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;

namespace app {

namespace {

qint64 sizeOf(const QString& folder)
{
    qint64 bytes = 0;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files) {
        bytes += file.size();
    }
    return bytes;
}

} // namespace

Future<QList<types::CacheBucket>> cacheBuckets(Services& services)
{
    QObject* context = &services.library;
    return async::andThen(
        services.library.counts(), context, [&services, context](const library::Counts& now) {
            const qint64 entries = now.tracks + now.albums + now.artists + now.playlists
                + now.movies + now.shows + now.episodes;
            const types::CacheBucket libraryBucket { u"library"_s, entries,
                sizeOf(services.paths.cache + u"/libraries"_s), 0, 0 };
            return async::andThen(services.artwork.stats(), context,
                [libraryBucket](const artwork::Artwork::Stats& stats) {
                    return QList<types::CacheBucket> { libraryBucket,
                        { u"artwork"_s, stats.diskEntries, stats.diskBytes, stats.hits,
                            stats.misses, stats.unchanged, stats.renewed } };
                });
        });
}

Future<void> flushCache(Services& services, const QString& bucket)
{
    if (bucket == "library"_L1) {
        return services.library.clear();
    }
    if (bucket == "artwork"_L1) {
        return services.artwork.clear();
    }
    if (!bucket.isEmpty()) {
        return async::ready<void>(Error { Error::Code::InvalidInput,
            QCoreApplication::translate(
                "app::Caches", "There is no such cache: library and artwork exist."),
            {}, 0, {} });
    }
    return async::andThen(services.artwork.clear(), &services.library,
        [&services] { return services.library.clear(); });
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/catalogue.h"

#include "core/match/pieces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace match {

namespace {

constexpr qsizetype kPiece = 2'048;

quint64 pathHash(const QString& comparable)
{
    return qHash(comparable, size_t(0x2545f4914f6cdd1d));
}

} // namespace

/// What a catalogue is made of while several threads work on it; shared by its stages.
struct Catalogue::Building
{
    std::shared_ptr<Catalogue> catalogue; // handed out, as const, when it is done
    std::vector<Track> tracks;
    std::vector<Index::Piece> pieces;
};

Catalogue::Catalogue(std::vector<LibraryTrack> tracks)
    : m_tracks(std::move(tracks))
{
    m_prepared = match::prepared(tracksOf(m_tracks));
    noteNames();
    std::vector<Index::Piece> pieces(1);
    Index::collect(m_prepared, 0, size(), pieces.front());
    for (int i = 0; i < Index::kPartitions; ++i) {
        m_index.build(i, pieces);
    }
}

util::Future<std::shared_ptr<const Catalogue>> Catalogue::make(
    QThreadPool& pool, std::vector<LibraryTrack> tracks, std::stop_token stop)
{
    const auto made = std::make_shared<Building>();
    made->catalogue = std::shared_ptr<Catalogue>(std::make_unique<Catalogue>(Catalogue()));
    made->catalogue->m_tracks = std::move(tracks);
    const util::Promise<std::shared_ptr<const Catalogue>> promise;
    std::vector<std::function<Stage()>> stages;
    stages.emplace_back([made] {
        made->tracks = tracksOf(made->catalogue->m_tracks);
        made->catalogue->m_prepared = PreparedTracks(made->tracks);
        return Stage { made->catalogue->m_prepared.nameCount(), kPiece / 4,
            [made](qsizetype first, qsizetype last, int) {
                made->catalogue->m_prepared.prepareNames(first, last);
            } };
    });
    stages.emplace_back([made] {
        return Stage { made->catalogue->size(), kPiece,
            [made](qsizetype first, qsizetype last, int) {
                made->catalogue->m_prepared.prepareTracks(made->tracks, first, last);
            } };
    });
    stages.emplace_back([made, &pool] {
        made->pieces.resize(size_t(std::max(pool.maxThreadCount(), 1)));
        return Stage { made->catalogue->size(), kPiece,
            [made](qsizetype first, qsizetype last, int worker) {
                Index::collect(
                    made->catalogue->m_prepared, first, last, made->pieces[size_t(worker)]);
            } };
    });
    stages.emplace_back([made] {
        // One more than there are partitions: what is looked up by name.
        return Stage { Index::kPartitions + 1, 1, [made](qsizetype first, qsizetype, int) {
                          if (first == 0) {
                              made->catalogue->noteNames();
                          } else {
                              made->catalogue->m_index.build(int(first - 1), made->pieces);
                          }
                      } };
    });
    const auto done = [made, promise, stop] {
        if (stop.stop_requested()) {
            promise.finish(util::Error::cancelled());
        } else {
            promise.finish(std::shared_ptr<const Catalogue>(made->catalogue));
        }
    };
    runStages(pool, std::move(stages), done, stop);
    return promise.future();
}

void Catalogue::noteNames()
{
    m_byPath.reserve(m_tracks.size());
    for (size_t i = 0; i < m_tracks.size(); ++i) {
        const Track& track = m_tracks[i].track;
        if (!track.path.isEmpty()) {
            m_byPath.emplace_back(pathHash(comparablePath(plainPath(track.path))), int(i));
        }
        if (identifies(track.guid)) {
            m_byGuid.insert(track.guid, int(i));
        }
    }
    std::ranges::sort(m_byPath);
}

std::vector<int> Catalogue::withPath(const QString& plain) const
{
    std::vector<int> places;
    if (plain.isEmpty()) {
        return places;
    }
    const QString wanted = comparablePath(plain);
    const quint64 hash = pathHash(wanted);
    auto at = std::ranges::lower_bound(m_byPath, hash, {}, &std::pair<quint64, int>::first);
    for (; at != m_byPath.end() && at->first == hash; ++at) {
        if (comparablePath(plainPath(track(at->second).track.path)) == wanted) {
            places.push_back(at->second);
        }
    }
    return places;
}

std::vector<int> Catalogue::withGuid(const QString& guid) const
{
    const QList<int> found = identifies(guid) ? m_byGuid.values(guid) : QList<int>();
    std::vector<int> places(found.begin(), found.end());
    std::ranges::sort(places);
    return places;
}

bool identifies(const QString& guid)
{
    return !guid.isEmpty() && !guid.startsWith("local://"_L1);
}

std::vector<Track> tracksOf(const std::vector<LibraryTrack>& tracks)
{
    std::vector<Track> plain;
    plain.reserve(tracks.size());
    for (const LibraryTrack& track : tracks) {
        plain.push_back(track.track);
    }
    return plain;
}

} // namespace match

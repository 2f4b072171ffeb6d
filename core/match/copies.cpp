// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/copies.h"

#include "core/match/pieces.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace match {

namespace {

constexpr qsizetype kPiece = 1'024;
constexpr double kAlike = 0.97; // of the titles, as for isSameRecording()

/// Sets that grow together (union by the smaller number, with paths halved).
class Sets
{
public:
    explicit Sets(qsizetype count)
        : m_parents(size_t(count))
    {
        std::iota(m_parents.begin(), m_parents.end(), 0);
    }
    int find(int member)
    {
        while (m_parents[size_t(member)] != member) {
            int& parent = m_parents[size_t(member)];
            parent = m_parents[size_t(parent)];
            member = parent;
        }
        return member;
    }
    void join(int a, int b)
    {
        const int first = find(a);
        const int second = find(b);
        m_parents[size_t(std::max(first, second))] = std::min(first, second);
    }

private:
    std::vector<int> m_parents;
};

std::vector<Copies> groupsOf(
    const Catalogue& catalogue, const std::vector<std::vector<std::pair<int, int>>>& pairs)
{
    Sets sets(catalogue.size());
    for (const auto& some : pairs) {
        for (const auto& [a, b] : some) {
            sets.join(a, b);
        }
    }
    std::map<int, Copies> groups;
    for (const auto& some : pairs) {
        for (const auto& [a, b] : some) {
            std::vector<int>& tracks = groups[sets.find(a)].tracks;
            tracks.push_back(a);
            tracks.push_back(b);
        }
    }
    std::vector<Copies> all;
    for (auto& [first, group] : groups) {
        std::ranges::sort(group.tracks);
        group.tracks.erase(
            std::unique(group.tracks.begin(), group.tracks.end()), group.tracks.end());
        const Place place { catalogue.prepared(), group.tracks.front() };
        group.isOneRelease
            = std::all_of(group.tracks.begin() + 1, group.tracks.end(), [&](int track) {
                  return isCopy(place, { catalogue.prepared(), track });
              });
        all.push_back(std::move(group));
    }
    return all;
}

} // namespace

std::vector<int> copiesOf(const Catalogue& catalogue, int track, Scratch& scratch)
{
    const PreparedTracks& tracks = catalogue.prepared();
    catalogue.index().lookUp(keysOf(tracks, track), catalogue.size(), scratch.index);
    std::vector<int> copies;
    for (const int other : scratch.index.found.tracks) {
        if (other != track && mostSimilar(tracks.glanceAt(track), tracks.glanceAt(other)) >= kAlike
            && isSameRecording({ tracks, track }, { tracks, other })) {
            copies.push_back(other);
        }
    }
    std::ranges::sort(copies);
    return copies;
}

util::Future<std::vector<Copies>> findCopies(
    QThreadPool& pool, std::shared_ptr<const Catalogue> catalogue, std::stop_token stop)
{
    /// Shared by the stage's pieces.
    struct Shared
    {
        std::shared_ptr<const Catalogue> catalogue; // whoever matches against it, too
        std::vector<Scratch> scratches;
        std::vector<std::vector<std::pair<int, int>>> pairs; // of each worker
    };
    const auto shared = std::make_shared<Shared>();
    shared->catalogue = std::move(catalogue);
    const auto workers = size_t(std::max(pool.maxThreadCount(), 1));
    shared->scratches.resize(workers);
    shared->pairs.resize(workers);
    std::vector<std::function<Stage()>> stages;
    stages.emplace_back([shared] {
        return Stage { shared->catalogue->size(), kPiece,
            [shared](qsizetype first, qsizetype last, int worker) {
                for (qsizetype i = first; i < last; ++i) {
                    for (const int other :
                        copiesOf(*shared->catalogue, int(i), shared->scratches[size_t(worker)])) {
                        shared->pairs[size_t(worker)].emplace_back(int(i), other);
                    }
                }
            } };
    });
    const util::Promise<std::vector<Copies>> promise;
    const auto done = [shared, promise, stop] {
        if (stop.stop_requested()) {
            promise.finish(util::Error::cancelled());
        } else {
            promise.finish(groupsOf(*shared->catalogue, shared->pairs));
        }
    };
    runStages(pool, std::move(stages), done, stop);
    return promise.future();
}

} // namespace match

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/matcher.h"

#include "core/match/pieces.h"
#include "core/match/together.h"

#include <algorithm>

namespace match {

namespace {

constexpr qsizetype kPiece = 512;
constexpr double kSameGuidTitle = 0.5; // below this the row's texts contradict its guid

/// What is matched: the rows' own texts, or those of their paths where they have none.
std::vector<Track> readTracks(std::span<const Row> rows)
{
    std::vector<Track> tracks;
    tracks.reserve(rows.size());
    for (const Row& row : rows) {
        const bool hasOnlyPath = row.track.title.isEmpty() && !row.track.path.isEmpty();
        tracks.push_back(row.track);
        if (hasOnlyPath) {
            Track read = trackFromPath(row.track.path);
            read.guid = row.track.guid;
            read.duration = row.track.duration;
            tracks.back() = std::move(read);
        }
    }
    return tracks;
}

/// A run under way; its stages write different outcomes.
struct Run
{
    std::span<const Row> rows {};
    Options options {};
    std::vector<Track> tracks {};
    PreparedTracks prepared {};
    Matches matches {};

    [[nodiscard]] Ruling ruling(qsizetype row) const
    {
        return size_t(row) < options.rulings.size() ? options.rulings[size_t(row)] : Ruling {};
    }
};

bool matchByGuid(const Catalogue& catalogue, const Run& run, qsizetype row, const Ruling& ruling,
    Outcome& outcome)
{
    if (!ruling.picked.empty() || ruling.isNone) {
        return false;
    }
    std::vector<Candidate> same;
    for (const int track : catalogue.withGuid(run.tracks[size_t(row)].guid)) {
        const Score fit = score({ run.prepared, row }, { catalogue.prepared(), track });
        const bool isRejected = std::ranges::find(ruling.rejected, track) != ruling.rejected.end();
        if (fit.title >= kSameGuidTitle && !isRejected) {
            same.push_back({ track, fit });
        }
    }
    if (same.empty()) {
        return false;
    }
    outcome.verdict = Verdict::Match;
    outcome.basis = Basis::Guid;
    outcome.chosen.clear();
    for (const Candidate& candidate : same) {
        outcome.chosen.push_back(candidate.track);
    }
    outcome.candidates = std::move(same);
    return true;
}

void matchPiece(
    const Catalogue& catalogue, Run& run, qsizetype first, qsizetype last, Scratch& scratch)
{
    for (qsizetype i = first; i < last; ++i) {
        Outcome& outcome = run.matches.outcomes[size_t(i)];
        const Ruling ruling = run.ruling(i);
        if (!matchByGuid(catalogue, run, i, ruling, outcome)) {
            outcome
                = matchOne(catalogue, run.prepared, int(i), run.options.strategy, ruling, scratch);
        }
    }
}

void finish(const Catalogue& catalogue, Run& run, const std::stop_token& stop)
{
    std::vector<Outcome>& outcomes = run.matches.outcomes;
    if (run.options.strategy == Strategy::Fuzzy) {
        assignAlbums(catalogue, run.prepared, outcomes);
    }
    std::vector<PathRule> rules = run.options.pathRules;
    if (run.options.learnsPaths && !stop.stop_requested()) {
        run.matches.learnedRules = rulesFrom(catalogue, run.rows, outcomes);
        rules.insert(rules.end(), run.matches.learnedRules.begin(), run.matches.learnedRules.end());
    }
    if (stop.stop_requested()) {
        return;
    }
    matchByPath(catalogue, run.prepared, run.rows, rules, run.options.rulings, outcomes);
}

} // namespace

Matches matchRows(const Catalogue& catalogue, std::span<const Row> rows, const Options& options)
{
    Run run { rows, options, readTracks(rows), {}, {} };
    run.prepared = prepared(run.tracks);
    run.matches.outcomes.resize(rows.size());
    Scratch scratch;
    matchPiece(catalogue, run, 0, qsizetype(rows.size()), scratch);
    finish(catalogue, run, {});
    return run.matches;
}

util::Future<Matches> matchRows(QThreadPool& pool, std::shared_ptr<const Catalogue> catalogue,
    std::vector<Row> rows, Options options, std::stop_token stop)
{
    /// Shared by the stages.
    struct Shared
    {
        std::shared_ptr<const Catalogue> catalogue; // whoever matches against it, too
        std::vector<Row> rows;
        Run run;
        std::vector<Scratch> scratches;
    };
    const auto shared = std::make_shared<Shared>();
    shared->catalogue = std::move(catalogue);
    shared->rows = std::move(rows);
    shared->run.rows = shared->rows;
    shared->run.options = std::move(options);
    const util::Promise<Matches> promise;
    std::vector<std::function<Stage()>> stages;
    stages.emplace_back([shared, &pool] {
        Run& run = shared->run;
        run.tracks = readTracks(run.rows);
        run.prepared = PreparedTracks(run.tracks);
        run.matches.outcomes.resize(run.rows.size());
        shared->scratches.resize(size_t(std::max(pool.maxThreadCount(), 1)));
        return Stage { run.prepared.nameCount(), kPiece,
            [&run](
                qsizetype first, qsizetype last, int) { run.prepared.prepareNames(first, last); } };
    });
    stages.emplace_back([shared] {
        Run& run = shared->run;
        return Stage { run.prepared.size(), kPiece, [&run](qsizetype first, qsizetype last, int) {
                          run.prepared.prepareTracks(run.tracks, first, last);
                      } };
    });
    stages.emplace_back([shared] {
        return Stage { shared->run.prepared.size(), kPiece,
            [shared](qsizetype first, qsizetype last, int worker) {
                matchPiece(*shared->catalogue, shared->run, first, last,
                    shared->scratches[size_t(worker)]);
            } };
    });
    const auto done = [shared, promise, stop] {
        if (!stop.stop_requested()) {
            finish(*shared->catalogue, shared->run, stop);
        }
        if (stop.stop_requested()) {
            promise.finish(util::Error::cancelled());
        } else {
            promise.finish(std::move(shared->run.matches));
        }
    };
    runStages(pool, std::move(stages), done, stop);
    return promise.future();
}

} // namespace match

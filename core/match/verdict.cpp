// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/matcher.h"

#include <algorithm>

namespace match {

namespace {

/// A row and the catalogue it is looked up in.
struct Question
{
    const Catalogue& catalogue;
    const PreparedTracks& rows;
    int row;
    [[nodiscard]] Place place() const { return { rows, row }; }
    [[nodiscard]] Place place(int track) const { return { catalogue.prepared(), track }; }
    [[nodiscard]] const AlbumForm& album() const { return rows.album(place().track().album); }
    [[nodiscard]] const AlbumForm& albumOf(int track) const
    {
        return catalogue.prepared().album(place(track).track().album);
    }
};

bool hasOnlyTitle(const Question& question)
{
    const PreparedTrack& row = question.place().track();
    const Reading& reading = row.readings.front();
    return question.rows.artistOf(row, reading).isNobody() && question.album().isNone()
        && row.readings.size() == 1;
}

/// Whether the titles have so little in common that no more need be looked at, the file's path
/// being another one, too.
bool isHopeless(const Question& question, int track)
{
    constexpr double kWorthALook = 0.72;
    const PreparedTracks& tracks = question.catalogue.prepared();
    return mostSimilar(question.rows.glanceAt(question.row), tracks.glanceAt(track)) < kWorthALook
        && commonParts(question.place().track().tail, tracks.at(track).tail) < 2;
}

bool isPicked(const std::vector<int>& list, int track)
{
    return std::ranges::find(list, track) != list.end();
}

/// The tracks that share a key with the row, the rejected ones left out.
std::vector<int> lookedUp(const Question& question, const Ruling& ruling, Scratch& scratch)
{
    const Catalogue& catalogue = question.catalogue;
    catalogue.index().lookUp(keysOf(question.rows, question.row), catalogue.size(), scratch.index);
    std::vector<int> found = scratch.index.found.tracks;
    if (found.empty() && scratch.index.found.hasSkipped) {
        found = catalogue.index().someOf(titleKey(question.place().track().readings.front().title));
    }
    if (!ruling.rejected.empty()) {
        std::erase_if(found, [&ruling](int track) { return isPicked(ruling.rejected, track); });
    }
    return found;
}

void sortByScore(std::vector<Candidate>& candidates)
{
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return a.score.total > b.score.total
            || (a.score.total == b.score.total && a.track < b.track);
    });
}

/// Leaves those of @p near for which @p holds, unless that is all or none of them.
template <class Holds>
void narrow(std::vector<Candidate>& near, const Holds& holds)
{
    if (std::ranges::any_of(near, holds)) {
        std::erase_if(near, [&holds](const Candidate& c) { return !holds(c); });
    }
}

bool areAll(const Question& question, const std::vector<Candidate>& near,
    bool (*same)(const Place&, const Place&))
{
    const Place first = question.place(near.front().track);
    return std::all_of(near.begin() + 1, near.end(),
        [&](const Candidate& c) { return same(first, question.place(c.track)); });
}

/// Which of several candidates that fit equally well it is: the same file; of one recording the one
/// whose album is written alike, or alike but for its edition; on one album the one with the
/// number, then on the disc, then with the very title. What is left may be several.
std::vector<Candidate> preferred(const Question& question, std::vector<Candidate> near)
{
    narrow(near, [](const Candidate& c) { return c.score.pathParts >= 3; });
    if (near.size() > 1 && areAll(question, near, isSameRecording) && !question.album().isNone()) {
        narrow(near, [&question](const Candidate& c) {
            return question.albumOf(c.track).plain.letters == question.album().plain.letters;
        });
        narrow(near, [](const Candidate& c) { return c.score.album >= kEquallyNamed; });
    }
    const auto isOnAlbumOfFirst = [&](const Candidate& c) {
        return question.albumOf(c.track).plain == question.albumOf(near.front().track).plain;
    };
    if (near.size() > 1 && std::ranges::all_of(near, isOnAlbumOfFirst)) {
        narrow(near, [](const Candidate& c) { return c.score.number == 1.0; });
        const int disc = question.place().track().disc;
        narrow(near, [&](const Candidate& c) {
            return disc > 1 && question.place(c.track).track().disc == disc;
        });
        narrow(near, [](const Candidate& c) { return c.score.title == 1.0; });
    }
    return near;
}

void keepShown(std::vector<Candidate>& candidates, size_t needed)
{
    const auto weak = std::ranges::find_if(
        candidates, [](const Candidate& c) { return c.score.total < kLeastShown; });
    candidates.erase(weak, candidates.end());
    if (candidates.size() > std::max(needed, kShown)) {
        candidates.resize(std::max(needed, kShown));
    }
}

Outcome decided(const Question& question, std::vector<Candidate> candidates)
{
    Outcome outcome;
    sortByScore(candidates);
    const double best = candidates.empty() ? 0 : candidates.front().score.total;
    const auto end = std::ranges::find_if(candidates,
        [best](const Candidate& c) { return c.score.total < std::max(best - kMargin, kReview); });
    const std::vector<Candidate> near(candidates.begin(), end);
    keepShown(candidates, near.size());
    outcome.candidates = std::move(candidates);
    if (near.empty()) {
        return outcome;
    }
    if (hasOnlyTitle(question)) {
        outcome.verdict = Verdict::Ambiguous;
        return outcome;
    }
    if (best < kAccept) {
        outcome.verdict = Verdict::Review;
        return outcome;
    }
    const std::vector<Candidate> left = preferred(question, near);
    if (left.size() > 1 && !areAll(question, left, isCopy)) {
        outcome.verdict = Verdict::Ambiguous;
        return outcome;
    }
    outcome.verdict = Verdict::Match;
    for (const Candidate& candidate : left) {
        outcome.chosen.push_back(candidate.track);
    }
    return outcome;
}

Outcome exactly(const Question& question, const std::vector<int>& tracks)
{
    std::vector<Candidate> same;
    for (const int track : tracks) {
        if (isExactly(question.place(), question.place(track))) {
            same.push_back({ track, score(question.place(), question.place(track)) });
        }
    }
    Outcome outcome;
    outcome.basis = Basis::Exact;
    if (same.empty()) {
        return outcome;
    }
    sortByScore(same);
    const std::vector<Candidate> left = preferred(question, same);
    const bool isOne = left.size() == 1 || areAll(question, left, isCopy);
    outcome.verdict = isOne && !hasOnlyTitle(question) ? Verdict::Match : Verdict::Ambiguous;
    if (outcome.verdict == Verdict::Match) {
        for (const Candidate& candidate : left) {
            outcome.chosen.push_back(candidate.track);
        }
    }
    outcome.candidates = std::move(same);
    return outcome;
}

/// What the user took, with its score for the record.
Outcome picked(const Question& question, const Ruling& ruling)
{
    Outcome outcome;
    outcome.verdict = Verdict::Match;
    outcome.basis = Basis::Decision;
    outcome.chosen = ruling.picked;
    for (const int track : ruling.picked) {
        outcome.candidates.push_back({ track, score(question.place(), question.place(track)) });
    }
    return outcome;
}

} // namespace

Outcome matchOne(const Catalogue& catalogue, const PreparedTracks& rows, int row, Strategy strategy,
    const Ruling& ruling, Scratch& scratch)
{
    const Question question { catalogue, rows, row };
    if (!ruling.picked.empty()) {
        return picked(question, ruling);
    }
    if (ruling.isNone) {
        Outcome none;
        none.basis = Basis::Decision;
        return none;
    }
    const std::vector<int> tracks = lookedUp(question, ruling, scratch);
    if (strategy == Strategy::Exact) {
        return exactly(question, tracks);
    }
    std::vector<Candidate>& candidates = scratch.candidates;
    candidates.clear();
    for (const int track : tracks) {
        if (isHopeless(question, track)) {
            continue;
        }
        const Candidate candidate { track, score(question.place(), question.place(track)) };
        if (candidate.score.total >= kLeastShown) {
            candidates.push_back(candidate);
        }
    }
    return decided(question, candidates);
}

} // namespace match

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/together.h"

#include <QHash>
#include <algorithm>
#include <map>
#include <set>

namespace match {

namespace {

/// The titles of a file may differ more than those of two recordings, but not altogether.
constexpr double kContradicts = 0.5;
constexpr double kSameTitle = 0.9;

bool holds(const std::vector<int>& list, int track)
{
    return std::ranges::find(list, track) != list.end();
}

double bestScore(const Outcome& outcome)
{
    return outcome.candidates.empty() ? 0 : outcome.candidates.front().score.total;
}

double scoreOfTrack(const Outcome& outcome, int track)
{
    const auto found = std::ranges::find(outcome.candidates, track, &Candidate::track);
    return found == outcome.candidates.end() ? 0 : found->score.total;
}

bool isByScore(const Outcome& outcome)
{
    return outcome.verdict == Verdict::Match && outcome.basis == Basis::Score;
}

/// Puts @p track before all other candidates.
void putFirst(Outcome& outcome, const Candidate& candidate)
{
    std::erase_if(
        outcome.candidates, [&](const Candidate& c) { return c.track == candidate.track; });
    outcome.candidates.insert(outcome.candidates.begin(), candidate);
}

void takeByPath(Outcome& outcome, const std::vector<Candidate>& same)
{
    const bool contradicts = same.front().score.title < kContradicts;
    outcome.basis = Basis::Path;
    outcome.chosen.clear();
    for (const Candidate& candidate : same) {
        putFirst(outcome, candidate);
    }
    outcome.verdict = contradicts ? Verdict::Review : Verdict::Match;
    if (contradicts) {
        return;
    }
    for (const Candidate& candidate : same) {
        outcome.chosen.push_back(candidate.track);
    }
}

/// Which rows are of one album: by artist and album in normal form.
QString albumKey(const PreparedTracks& rows, qsizetype row)
{
    const PreparedTrack& track = rows.at(row);
    const AlbumForm& album = rows.album(track.album);
    if (album.isNone()) {
        return {};
    }
    const ArtistForm& albumArtist = rows.artist(track.albumArtist);
    const ArtistForm& artist = albumArtist.isNobody() ? rows.artist(track.artist) : albumArtist;
    return artist.main.letters + u'\n' + album.plain.letters;
}

/// Whether two rows are one listed twice: the same title at the same place, or where no place is
/// told the same recording.
bool isListedTwice(const PreparedTracks& rows, int a, int b)
{
    const PreparedTrack& one = rows.at(a);
    const PreparedTrack& other = rows.at(b);
    if (one.number == 0 || other.number == 0) {
        return isSameRecording({ rows, a }, { rows, b });
    }
    const TitleForm& title = one.readings.front().title;
    const TitleForm& otherTitle = other.readings.front().title;
    return one.number == other.number && std::max(one.disc, 1) == std::max(other.disc, 1)
        && title.version == otherTitle.version
        && similarity(title.core, otherTitle.core) >= kSameTitle;
}

/// The tracks of one album's rows, each given away once.
class AlbumAssignment
{
public:
    AlbumAssignment(
        const Catalogue& catalogue, const PreparedTracks& rows, std::span<Outcome> outcomes)
        : m_catalogue(catalogue)
        , m_rows(rows)
        , m_outcomes(outcomes)
    {
    }

    void assign(std::vector<int> rows)
    {
        m_takenBy.clear();
        std::ranges::stable_sort(
            rows, std::greater(), [this](int row) { return bestScore(m_outcomes[size_t(row)]); });
        for (const int row : rows) {
            Outcome& outcome = m_outcomes[size_t(row)];
            if (!isFree(row, outcome.chosen)) {
                giveNext(row, outcome);
            }
            for (const int track : outcome.chosen) {
                m_takenBy.emplace(track, row);
            }
        }
    }

private:
    [[nodiscard]] bool isFree(int row, const std::vector<int>& tracks) const
    {
        return std::ranges::all_of(tracks, [&](int track) {
            const auto taken = m_takenBy.find(track);
            return taken == m_takenBy.end() || isListedTwice(m_rows, taken->second, row);
        });
    }

    /// The next best that is sure, free and of the same album as the lost one.
    void giveNext(int row, Outcome& outcome) const
    {
        const PreparedTracks& tracks = m_catalogue.prepared();
        const int lost = outcome.chosen.front();
        const auto isOnSameAlbum = [&](int track) {
            return tracks.album(tracks.at(track).album).plain
                == tracks.album(tracks.at(lost).album).plain;
        };
        outcome.chosen.clear();
        for (const Candidate& candidate : outcome.candidates) {
            if (candidate.score.total >= kAccept && isOnSameAlbum(candidate.track)
                && isFree(row, { candidate.track })) {
                outcome.chosen = { candidate.track };
                return;
            }
        }
        outcome.verdict = Verdict::Review;
        outcome.isBetterElsewhere = true;
    }

    const Catalogue& m_catalogue;
    const PreparedTracks& m_rows;
    std::span<Outcome> m_outcomes;
    std::map<int, int> m_takenBy; // track, row
};

} // namespace

std::vector<PathRule> rulesFrom(
    const Catalogue& catalogue, std::span<const Row> rows, std::span<const Outcome> outcomes)
{
    constexpr double kConfident = 0.95;
    std::vector<PathPair> pairs;
    for (size_t i = 0; i < rows.size(); ++i) {
        const bool isSure = outcomes[i].verdict == Verdict::Match
            && outcomes[i].basis != Basis::Path && bestScore(outcomes[i]) >= kConfident;
        if (isSure && !rows[i].track.path.isEmpty()) {
            pairs.push_back(
                { rows[i].track.path, catalogue.track(outcomes[i].chosen.front()).track.path });
        }
    }
    return learnPathRules(pairs);
}

void matchByPath(const Catalogue& catalogue, const PreparedTracks& prepared,
    std::span<const Row> rows, std::span<const PathRule> rules, std::span<const Ruling> rulings,
    std::span<Outcome> outcomes)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        Outcome& outcome = outcomes[i];
        const bool isOpen = outcome.verdict != Verdict::Match && outcome.basis != Basis::Decision;
        if (!isOpen || rows[i].track.path.isEmpty()) {
            continue;
        }
        const QString plain = plainPath(rows[i].track.path);
        std::vector<int> tracks = catalogue.withPath(mappedPath(rules, plain).value_or(plain));
        if (i < rulings.size()) {
            std::erase_if(tracks, [&](int track) { return holds(rulings[i].rejected, track); });
        }
        std::vector<Candidate> same;
        same.reserve(tracks.size());
        for (const int track : tracks) {
            same.push_back(
                { track, score({ prepared, qsizetype(i) }, { catalogue.prepared(), track }) });
        }
        if (!same.empty()) {
            takeByPath(outcome, same);
        }
    }
}

void assignAlbums(
    const Catalogue& catalogue, const PreparedTracks& prepared, std::span<Outcome> outcomes)
{
    QHash<int, int> claims; // by track: how many rows
    for (const Outcome& outcome : outcomes) {
        for (const int track : outcome.chosen) {
            ++claims[track];
        }
    }
    QHash<QString, std::vector<int>> albums;
    for (size_t i = 0; i < outcomes.size(); ++i) {
        if (isByScore(outcomes[i])) {
            albums[albumKey(prepared, qsizetype(i))].push_back(int(i));
        }
    }
    albums.remove(QString()); // rows without album
    AlbumAssignment assignment(catalogue, prepared, outcomes);
    for (const std::vector<int>& rows : std::as_const(albums)) {
        const bool isContested = std::ranges::any_of(rows, [&](int row) {
            return std::ranges::any_of(outcomes[size_t(row)].chosen,
                [&claims](int track) { return claims.value(track) > 1; });
        });
        if (isContested) {
            assignment.assign(rows);
        }
    }
}

std::vector<Claim> resolveClaims(std::span<const Row> rows, std::span<const Outcome> outcomes)
{
    std::map<int, Claim> byTrack;
    for (size_t i = 0; i < outcomes.size(); ++i) {
        for (const int track : outcomes[i].chosen) {
            Claim& claim = byTrack[track];
            claim.track = track;
            claim.rows.push_back(int(i));
        }
    }
    std::vector<Claim> claims;
    for (auto& [track, claim] : byTrack) {
        std::ranges::stable_sort(claim.rows, std::greater(),
            [&, of = track](int row) { return scoreOfTrack(outcomes[size_t(row)], of); });
        std::set<int> values;
        for (const int row : claim.rows) {
            if (rows[size_t(row)].value) {
                values.insert(*rows[size_t(row)].value);
            }
        }
        claim.isConflict = values.size() > 1;
        if (values.size() == 1) {
            claim.value = *values.begin();
        }
        claims.push_back(std::move(claim));
    }
    return claims;
}

} // namespace match

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/importreview.h"

#include "core/match/decisions.h"
#include "core/playlist/filetext_p.h"

#include <QHash>
#include <algorithm>

namespace playlist {

using files::Text;
using match::Basis;
using match::Outcome;
using match::Verdict;

namespace {

/// Takes the tracks of a catalogue that are named, each once.
class Tracks
{
public:
    Tracks(const match::Catalogue& catalogue, ImportReview& review)
        : m_catalogue(catalogue)
        , m_review(review)
    {
    }

    int placeOf(int track)
    {
        const auto found = m_places.constFind(track);
        if (found != m_places.constEnd()) {
            return *found;
        }
        const int place = int(m_review.tracks.size());
        m_review.tracks.push_back(m_catalogue.track(track));
        m_places.insert(track, place);
        return place;
    }

private:
    const match::Catalogue& m_catalogue;
    ImportReview& m_review;
    QHash<int, int> m_places;
};

RowReason reasonOfMatch(const Outcome& outcome, RowReason known)
{
    switch (outcome.basis) {
    case Basis::Decision:
        return known == RowReason::Texts ? RowReason::Decision : known;
    case Basis::Path:
        return RowReason::Path;
    case Basis::Guid:
        return RowReason::Guid;
    case Basis::Score:
    case Basis::Exact:
        break;
    }
    return RowReason::Texts;
}

RowReason reasonOfDoubt(const Outcome& outcome)
{
    if (outcome.isBetterElsewhere) {
        return RowReason::TakenBefore;
    }
    if (outcome.basis == Basis::Path) {
        return RowReason::OtherTitle;
    }
    return outcome.verdict == Verdict::Ambiguous && outcome.candidates.size() > 1
        ? RowReason::Several
        : RowReason::Unsure;
}

void judge(const Outcome& outcome, RowReason known, ImportRow& row)
{
    switch (outcome.verdict) {
    case Verdict::Match:
        row.state = RowState::Found;
        row.reason = reasonOfMatch(outcome, known);
        break;
    case Verdict::Review:
    case Verdict::Ambiguous:
        row.state = RowState::ToDecide;
        row.reason = reasonOfDoubt(outcome);
        break;
    case Verdict::NoMatch:
        row.state = RowState::Missing;
        row.reason = outcome.basis == Basis::Decision ? RowReason::LeftOut : RowReason::Nothing;
        break;
    }
}

} // namespace

float ImportRow::score() const
{
    const auto found = std::ranges::find(candidates, chosen, &ImportCandidate::track);
    if (found != candidates.end()) {
        return found->score;
    }
    return candidates.empty() ? 0 : candidates.front().score;
}

ImportCounts ImportReview::counts() const
{
    ImportCounts counts;
    for (const ImportRow& row : rows) {
        switch (row.state) {
        case RowState::Found:
            ++counts.found;
            break;
        case RowState::ToDecide:
            ++counts.toDecide;
            break;
        case RowState::Missing:
            ++counts.missing;
            break;
        }
    }
    return counts;
}

void ImportReview::choose(qsizetype index, const match::LibraryTrack& track)
{
    const auto known = std::ranges::find(tracks, track.key, &match::LibraryTrack::key);
    const int place = int(known - tracks.begin());
    if (known == tracks.end()) {
        tracks.push_back(track);
    }
    ImportRow& row = rows[size_t(index)];
    row.chosen = place;
    row.state = RowState::Found;
    row.reason = RowReason::Decision;
}

void ImportReview::leaveOut(qsizetype index)
{
    ImportRow& row = rows[size_t(index)];
    row.chosen = -1;
    row.state = RowState::Missing;
    row.reason = RowReason::LeftOut;
}

QList<types::RatingKey> chosenKeys(const ImportReview& review)
{
    QList<types::RatingKey> keys;
    for (const ImportRow& row : review.rows) {
        if (row.state == RowState::Found) {
            keys.append(review.tracks[size_t(row.chosen)].key);
        }
    }
    return keys;
}

FileContent missingRows(const ImportReview& review)
{
    FileContent content;
    content.title = review.title;
    for (const ImportRow& row : review.rows) {
        if (row.state != RowState::Found) {
            content.rows.push_back(row.file);
        }
    }
    return content;
}

QString reasonText(const ImportRow& row)
{
    switch (row.reason) {
    case RowReason::Texts:
        return Text::tr("Title, artist and length fit");
    case RowReason::Path:
        return Text::tr("The same file");
    case RowReason::Key:
        return Text::tr("The server's own key");
    case RowReason::Guid:
        return Text::tr("Plex's name of the recording");
    case RowReason::Decision:
        return Text::tr("Chosen by you");
    case RowReason::LeftOut:
        return Text::tr("Left out by you");
    case RowReason::Several:
        return Text::tr("Several fit equally well");
    case RowReason::OtherTitle:
        return Text::tr("The same file, but with another title");
    case RowReason::TakenBefore:
        return Text::tr("Another row fits this track better");
    case RowReason::Nothing:
    case RowReason::Unsure:
        break;
    }
    if (row.candidates.empty()) {
        return Text::tr("Nothing like it in the library");
    }
    const QString limit = limitText(row.candidates.front().limit);
    return !limit.isEmpty()               ? limit
        : row.reason == RowReason::Unsure ? Text::tr("Similar, but not sure")
                                          : Text::tr("Nothing close enough");
}

QString limitText(match::Limit limit)
{
    switch (limit) {
    case match::Limit::None:
        break;
    case match::Limit::Unsure:
        return Text::tr("Perhaps another version");
    case match::Limit::OtherVersion:
        return Text::tr("Another version");
    case match::Limit::LiveAlbum:
        return Text::tr("One of them is live");
    case match::Limit::OtherNumber:
        return Text::tr("Another part or number");
    case match::Limit::Tribute:
        return Text::tr("A tribute or karaoke");
    case match::Limit::OtherArtist:
        return Text::tr("Another artist");
    case match::Limit::OtherTitle:
        return Text::tr("Another title");
    case match::Limit::OtherLength:
        return Text::tr("Another length");
    case match::Limit::OtherScript:
        return Text::tr("The titles are in different scripts");
    case match::Limit::NoArtist:
        return Text::tr("No artist is named");
    case match::Limit::TitleOnly:
        return Text::tr("Only a title to go by");
    }
    return {};
}

ImportReview reviewOf(const match::Catalogue& catalogue, Matched matched)
{
    ImportReview review;
    Tracks tracks(catalogue, review);
    review.rows.resize(matched.rows.size());
    for (size_t i = 0; i < matched.rows.size(); ++i) {
        ImportRow& row = review.rows[i];
        const Outcome& outcome = matched.outcomes[i];
        row.file = std::move(matched.rows[i]);
        row.name = match::nameOf(matched.asMatched[i]);
        for (const match::Candidate& candidate : outcome.candidates) {
            row.candidates.push_back({ tracks.placeOf(candidate.track),
                float(candidate.score.total), candidate.score.limit });
        }
        judge(outcome, matched.known[i], row);
        if (row.state == RowState::Found) {
            row.chosen = tracks.placeOf(outcome.chosen.front());
        }
    }
    return review;
}

} // namespace playlist

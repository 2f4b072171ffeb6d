// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/score.h"

#include "core/match/foldtext.h"

#include <algorithm>
#include <cstdlib>

namespace match {

namespace {

constexpr double kTitleWeight = 40;
constexpr double kArtistWeight = 25;
constexpr double kAlbumWeight = 16;
constexpr double kLengthWeight = 12;
constexpr double kNumberWeight = 4;

constexpr int kSameLengthMs = 3'000;
constexpr int kSameRecordingMs = 4'000;
constexpr int kOtherLengthMs = 15'000;

constexpr double kSameAlbum = 0.85; // from here on its numbers are compared
constexpr double kTitleAgrees = 0.97;
constexpr double kArtistAgrees = 0.95;
constexpr double kOtherRelease = 0.6; // the album's part for a recording on another album

constexpr double kVersionCap = 0.60;
constexpr double kArtistCap = 0.62;
constexpr double kTitleCap = 0.65;
constexpr double kLengthCap = 0.68;
constexpr double kTitleOnlyCap = 0.75;
constexpr double kScriptCap = 0.75;
constexpr double kNoArtistCap = 0.80;
constexpr double kUnsureCap = 0.84;

constexpr double kLeastTitle = 0.78;
constexpr double kLeastArtist = 0.72;
constexpr double kSureArtist = 0.85; // below this the album has to be the same, too

/// Whether a text that ID3v1 cut off is the beginning of the other.
bool isCutOf(bool isCut, QStringView cut, QStringView whole)
{
    constexpr qsizetype kShortest = 18; // letters in 30 characters
    return isCut && cut.size() >= kShortest && whole.size() >= cut.size() && whole.startsWith(cut);
}

/// How far apart two known lengths are; nothing if one is unknown.
std::optional<int> apart(const PreparedTrack& a, const PreparedTrack& b)
{
    if (a.durationMs == 0 || b.durationMs == 0) {
        return std::nullopt;
    }
    return std::abs(a.durationMs - b.durationMs);
}

double titleFit(const TitleForm& a, const TitleForm& b)
{
    constexpr double kWorthKnowing = 0.5;
    if (isCutOf(a.isCut, a.whole, b.whole) || isCutOf(b.isCut, b.whole, a.whole)) {
        return std::max(kTitleAgrees, similarity(a.core, b.core));
    }
    return similarity(a.core, b.core, kWorthKnowing);
}

double artistFit(const ArtistForm& a, const ArtistForm& b)
{
    constexpr double kFirstOfSeveral = 0.96;
    if (a.main.letters == b.main.letters) {
        return 1;
    }
    if (isCutOf(a.isCut, a.main.letters, b.main.letters)
        || isCutOf(b.isCut, b.main.letters, a.main.letters)) {
        return kTitleAgrees;
    }
    double best = similarity(a.main, b.main, kLeastArtist);
    const bool hasGuests = a.full.letters != a.main.letters || b.full.letters != b.main.letters;
    if (hasGuests) {
        best = std::max(best, similarity(a.full, b.full, kLeastArtist));
    }
    const bool isList = a.first.letters != a.main.letters || b.first.letters != b.main.letters;
    if (isList) {
        best = std::max({ best, kFirstOfSeveral * similarity(a.first, b.main, kLeastArtist),
            kFirstOfSeveral * similarity(a.main, b.first, kLeastArtist) });
    }
    return best;
}

double albumFit(const AlbumForm& a, const AlbumForm& b)
{
    constexpr double kOtherVolume = 0.5;
    if (a.plain.letters == b.plain.letters) {
        return 1;
    }
    if (a.core.letters == b.core.letters || isCutOf(a.isCut, a.plain.letters, b.plain.letters)
        || isCutOf(b.isCut, b.plain.letters, a.plain.letters)) {
        return kEquallyNamed;
    }
    const double fit = kEquallyNamed * similarity(a.core, b.core);
    return compare(a.numbers, b.numbers) == NumberFit::Different ? std::min(fit, kOtherVolume)
                                                                 : fit;
}

double numberFit(const PreparedTrack& a, const PreparedTrack& b)
{
    if (a.number != b.number) {
        return 0;
    }
    return std::max(a.disc, 1) == std::max(b.disc, 1) ? 1 : 0.5;
}

double lengthFit(int differenceMs)
{
    const double beyond = double(differenceMs - kSameLengthMs);
    return std::clamp(1 - beyond / double(kOtherLengthMs - kSameLengthMs), 0.0, 1.0);
}

/// The reading of two tracks that is looked at.
struct Pair
{
    const Place& row;
    const Place& library;
    const Reading& ours;
    const Reading& theirs;
};

/// Whether the words of @p guard are of an artist on either side.
bool isGuarded(const QStringList& guard, const Place& a, const Place& b)
{
    const auto names = [&guard](const Place& place, int artist) {
        const QStringList& words = place.all.artist(artist).words;
        return std::ranges::all_of(guard, [&words](const QString& w) { return words.contains(w); });
    };
    return guard.isEmpty() || names(a, a.track().artist) || names(a, a.track().albumArtist)
        || names(b, b.track().artist) || names(b, b.track().albumArtist);
}

/// The best of the artists that both sides name; nothing if one names none.
std::optional<double> artistsFit(const Pair& pair)
{
    const auto namesOf = [](const Place& place, const Reading& reading) {
        QVarLengthArray<const ArtistForm*, 2> names;
        if (!reading.artist.empty()) {
            names.append(&reading.artist.front());
            return names;
        }
        for (const int artist : { place.track().artist, place.track().albumArtist }) {
            const ArtistForm& form = place.all.artist(artist);
            const bool isNew = names.isEmpty() || names.first()->main.letters != form.main.letters;
            if (!form.isNobody() && isNew) {
                names.append(&form);
            }
        }
        return names;
    };
    std::optional<double> best;
    const auto theirs = namesOf(pair.library, pair.theirs);
    for (const ArtistForm* ours : namesOf(pair.row, pair.ours)) {
        for (const ArtistForm* other : theirs) {
            best = std::max(best.value_or(0), artistFit(*ours, *other));
        }
    }
    return best;
}

VersionFit versionFit(const Pair& pair, const Score& score)
{
    const Version& ours = pair.ours.title.version;
    const Version& theirs = pair.theirs.title.version;
    const VersionFit fit = compare(ours, theirs);
    constexpr quint32 kOnStage = quint32(Mark::Live) | quint32(Mark::Acoustic);
    const quint32 differing = ours.marks ^ theirs.marks;
    if (fit != VersionFit::Different || differing == 0) {
        return fit;
    }
    const bool isSameLength = score.length == 1.0;
    if ((differing & ~kOnStage) == 0) {
        // "Song (Live)" on "Pulse" and "Song" on "Pulse (Live)".
        const bool isSaidByAlbum
            = (ours.isPlain() && pair.row.all.album(pair.row.track().album).isLive)
            || (theirs.isPlain() && pair.library.all.album(pair.library.track().album).isLive);
        if (isSaidByAlbum && (isSameLength || !score.length)) {
            return VersionFit::Same;
        }
        if (isSameLength && score.album.value_or(0) >= kEquallyNamed) {
            return VersionFit::Unsure;
        }
    }
    // Who tells no version may have left it out, if the length is that of the one there is.
    return ours.isPlain() && isSameLength && !theirs.has(Mark::Karaoke) ? VersionFit::Unsure
                                                                        : VersionFit::Different;
}

void cap(Score& score, double most, Limit limit)
{
    if (score.total > most) {
        score.total = most;
        score.limit = limit;
    }
}

/// What the titles and albums say of the version.
void limitByVersion(Score& score, const Pair& pair)
{
    const VersionFit fit = versionFit(pair, score);
    const NumberFit numbers = compare(pair.ours.title.numbers, pair.theirs.title.numbers);
    if (fit == VersionFit::Unsure || numbers == NumberFit::OneSided) {
        cap(score, kUnsureCap, Limit::Unsure);
    }
    if (fit == VersionFit::Different) {
        cap(score, kVersionCap, Limit::OtherVersion);
    }
    if (numbers == NumberFit::Different) {
        cap(score, kVersionCap, Limit::OtherNumber);
    }
    const bool isLiveHere = pair.row.all.album(pair.row.track().album).isLive;
    const bool isLiveThere = pair.library.all.album(pair.library.track().album).isLive;
    const bool isSaid
        = pair.ours.title.version.has(Mark::Live) && pair.theirs.title.version.has(Mark::Live);
    if (isLiveHere != isLiveThere && !isSaid && score.length != 1.0) {
        cap(score, score.length ? kVersionCap : kUnsureCap, Limit::LiveAlbum);
    }
    if (pair.row.track().isTribute != pair.library.track().isTribute) {
        cap(score, kVersionCap, Limit::Tribute);
    }
}

/// Whether a title has a word that is not in the other, not even misspelt: "Love Me Do" and "Love
/// Me" are two songs, "Teen Spirt" is one with "Teen Spirit".
bool hasOwnWord(const TitleForm& title, const TitleForm& other)
{
    constexpr double kMisspelt = 0.6;
    const QStringList others = other.spaced.split(u' ');
    return std::ranges::any_of(title.spaced.split(u' '), [&others](const QString& word) {
        const bool isArticle = word == u"the" || word == u"a" || word == u"an";
        return !isArticle && std::ranges::none_of(others, [&word](const QString& another) {
            return indelRatio(word, another, kMisspelt) >= kMisspelt;
        });
    });
}

/// What is much alike, but may yet be another song or another artist, unless the rest is the same.
void limitByLikeness(Score& score, const Pair& pair)
{
    const double album = score.album.value_or(0);
    if (score.artist && *score.artist < kSureArtist && album < kSameAlbum) {
        cap(score, kUnsureCap, Limit::Unsure);
    }
    const bool isInItsPlace = album >= kEquallyNamed && score.number == 1.0 && score.length == 1.0;
    if (score.total > kUnsureCap && score.title < kTitleAgrees && !isInItsPlace
        && (hasOwnWord(pair.ours.title, pair.theirs.title)
            || hasOwnWord(pair.theirs.title, pair.ours.title))) {
        cap(score, kUnsureCap, Limit::Unsure);
    }
}

void limitByTexts(Score& score, const Pair& pair)
{
    if (score.artist && *score.artist < kLeastArtist) {
        cap(score, kArtistCap, Limit::OtherArtist);
    }
    if (score.title < kLeastTitle) {
        const bool isIncomparable = pair.ours.title.isEastAsian != pair.theirs.title.isEastAsian;
        const bool isElseEqual = score.artist.value_or(0) >= kArtistAgrees
            && score.album.value_or(0) >= kEquallyNamed && score.length == 1.0
            && score.number == 1.0;
        if (isIncomparable && isElseEqual) {
            score.total = kScriptCap;
            score.limit = Limit::OtherScript;
        } else {
            cap(score, kTitleCap, Limit::OtherTitle);
        }
    }
    if (score.length && *score.length <= 0) {
        cap(score, kLengthCap, Limit::OtherLength);
    }
    if (!score.artist && !score.album) {
        cap(score, kTitleOnlyCap, Limit::TitleOnly);
    } else if (!score.artist && score.album.value_or(0) < kSameAlbum) {
        cap(score, kNoArtistCap, Limit::NoArtist);
    }
    // A studio recording does not change its length by 4 s from one release to the next.
    const auto difference = apart(pair.row.track(), pair.library.track());
    if (score.album && *score.album < kSameAlbum && difference && *difference > kSameRecordingMs) {
        cap(score, kUnsureCap, Limit::Unsure);
    }
}

/// The mean of what both tell, and the path's part of what is missing.
double weighed(const Score& score)
{
    double sum = kTitleWeight * score.title;
    double weight = kTitleWeight;
    const auto add = [&](const std::optional<double>& part, double of) {
        if (part) {
            sum += of * *part;
            weight += of;
        }
    };
    add(score.artist, kArtistWeight);
    add(score.album, kAlbumWeight);
    add(score.length, kLengthWeight);
    add(score.number, kNumberWeight);
    const double mean = sum / weight;
    const double bonus = score.pathParts >= 3 ? 0.6 : score.pathParts == 2 ? 0.2 : 0;
    return mean + bonus * (1 - mean);
}

Score scoreOf(const Pair& pair)
{
    Score score;
    score.title = titleFit(pair.ours.title, pair.theirs.title);
    const PreparedTrack& row = pair.row.track();
    const PreparedTrack& track = pair.library.track();
    score.artist = artistsFit(pair);
    const AlbumForm& ourAlbum = pair.row.all.album(row.album);
    const AlbumForm& theirAlbum = pair.library.all.album(track.album);
    const auto difference = apart(row, track);
    if (difference) {
        score.length = lengthFit(*difference);
    }
    if (!ourAlbum.isNone() && !theirAlbum.isNone()) {
        score.album = albumFit(ourAlbum, theirAlbum);
        if (*score.album >= kSameAlbum && row.number > 0 && track.number > 0) {
            score.number = numberFit(row, track);
        }
        const bool isSameRecording = score.title >= kTitleAgrees
            && score.artist.value_or(0) >= kArtistAgrees && difference
            && *difference <= kSameRecordingMs;
        if (isSameRecording) {
            score.album = std::max(*score.album, kOtherRelease);
        }
    }
    score.pathParts = commonParts(row.tail, track.tail);
    score.total = weighed(score);
    limitByVersion(score, pair);
    limitByTexts(score, pair);
    limitByLikeness(score, pair);
    return score;
}

} // namespace

Score score(const Place& row, const Place& library)
{
    Score best;
    best.total = -1;
    for (const Reading& ours : row.track().readings) {
        if (!isGuarded(ours.guard, row, library)) {
            continue;
        }
        for (const Reading& theirs : library.track().readings) {
            if (!isGuarded(theirs.guard, row, library)) {
                continue;
            }
            const Score one = scoreOf({ row, library, ours, theirs });
            best = one.total > best.total ? one : best;
        }
    }
    return best;
}

bool isExactly(const Place& row, const Place& library)
{
    const PreparedTrack& a = row.track();
    const PreparedTrack& b = library.track();
    const Reading& ours = a.readings.front();
    const Reading& theirs = b.readings.front();
    const auto difference = apart(a, b);
    return ours.title.whole == theirs.title.whole
        && row.all.artistOf(a, ours).full == library.all.artistOf(b, theirs).full
        && row.all.album(a.album).plain == library.all.album(b.album).plain
        && difference.value_or(0) <= kSameLengthMs;
}

bool isSameRecording(const Place& a, const Place& b)
{
    const TitleForm& ours = a.track().readings.front().title;
    const TitleForm& theirs = b.track().readings.front().title;
    const auto difference = apart(a.track(), b.track());
    if (difference.value_or(0) > kSameRecordingMs || ours.numbers != theirs.numbers
        || similarity(ours.core, theirs.core, kTitleAgrees) < kTitleAgrees
        || compare(ours.version, theirs.version) != VersionFit::Same
        || a.track().isTribute != b.track().isTribute) {
        return false;
    }
    const auto fit = artistsFit({ a, b, a.track().readings.front(), b.track().readings.front() });
    return fit.value_or(0) >= kArtistAgrees;
}

bool isCopy(const Place& a, const Place& b)
{
    const AlbumForm& ours = a.all.album(a.track().album);
    const AlbumForm& theirs = b.all.album(b.track().album);
    return isSameRecording(a, b) && ours.plain == theirs.plain && !ours.isNone()
        && a.track().number == b.track().number
        && std::max(a.track().disc, 1) == std::max(b.track().disc, 1);
}

} // namespace match

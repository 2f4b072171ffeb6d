// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/marks.h"

#include "core/match/foldtext.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace match {

namespace {

/// Where in a segment a word has to stand to say so: "Live" is a mark, "Live Forever" a title.
enum class Place
{
    Anywhere,
    First,
    Last, ///< but for years, "version" and what is ignored
    Live ///< by a rule of its own
};

struct MarkWord
{
    QLatin1StringView word;
    Mark mark;
    Place place;
};

constexpr std::array kMarkWords {
    MarkWord { "live"_L1, Mark::Live, Place::Live },
    MarkWord { "unplugged"_L1, Mark::Acoustic, Place::Anywhere },
    MarkWord { "acoustic"_L1, Mark::Acoustic, Place::Anywhere },
    MarkWord { "demo"_L1, Mark::Demo, Place::Anywhere },
    MarkWord { "demos"_L1, Mark::Demo, Place::Anywhere },
    MarkWord { "instrumental"_L1, Mark::Instrumental, Place::Anywhere },
    MarkWord { "karaoke"_L1, Mark::Karaoke, Place::Anywhere },
    MarkWord { "remix"_L1, Mark::Remix, Place::Anywhere },
    MarkWord { "remixed"_L1, Mark::Remix, Place::Anywhere },
    MarkWord { "rmx"_L1, Mark::Remix, Place::Anywhere },
    MarkWord { "mix"_L1, Mark::Remix, Place::Last },
    MarkWord { "dub"_L1, Mark::Remix, Place::Last },
    MarkWord { "edit"_L1, Mark::Edit, Place::Last },
    MarkWord { "extended"_L1, Mark::Extended, Place::First },
    MarkWord { "alternate"_L1, Mark::Alternate, Place::First },
    MarkWord { "alternative"_L1, Mark::Alternate, Place::First },
    MarkWord { "alt"_L1, Mark::Alternate, Place::First },
    MarkWord { "take"_L1, Mark::Alternate, Place::Last },
    MarkWord { "outtake"_L1, Mark::Alternate, Place::Anywhere },
    MarkWord { "rehearsal"_L1, Mark::Rehearsal, Place::Anywhere },
    MarkWord { "rehearsals"_L1, Mark::Rehearsal, Place::Anywhere },
    MarkWord { "session"_L1, Mark::Session, Place::Last },
    MarkWord { "sessions"_L1, Mark::Session, Place::Last },
    MarkWord { "cover"_L1, Mark::Cover, Place::Last },
    MarkWord { "reprise"_L1, Mark::Reprise, Place::Last },
    MarkWord { "rerecorded"_L1, Mark::Rerecorded, Place::Anywhere },
    MarkWord { "orchestral"_L1, Mark::Orchestral, Place::Anywhere },
    MarkWord { "cappella"_L1, Mark::Vocal, Place::Anywhere },
    MarkWord { "acappella"_L1, Mark::Vocal, Place::Anywhere },
    MarkWord { "acapella"_L1, Mark::Vocal, Place::Anywhere },
};

/// Segments of these words alone, with years and ordinals, say nothing about the recording.
constexpr std::array kIgnoredWords { "remaster"_L1, "remastered"_L1, "remasters"_L1, "digital"_L1,
    "digitally"_L1, "explicit"_L1, "clean"_L1, "bonus"_L1, "track"_L1, "tracks"_L1, "album"_L1,
    "single"_L1, "version"_L1, "lp"_L1, "ep"_L1, "mono"_L1, "stereo"_L1, "deluxe"_L1, "edition"_L1,
    "standard"_L1, "original"_L1, "anniversary"_L1, "expanded"_L1, "special"_L1, "limited"_L1,
    "collectors"_L1, "super"_L1, "uk"_L1, "us"_L1, "usa"_L1, "eu"_L1, "japan"_L1, "japanese"_L1,
    "european"_L1, "german"_L1, "international"_L1, "import"_L1, "reissue"_L1, "hd"_L1, "hq"_L1,
    "official"_L1, "audio"_L1, "motion"_L1, "picture"_L1, "soundtrack"_L1, "ost"_L1, "disc"_L1,
    "disk"_L1, "cd"_L1, "cd1"_L1, "cd2"_L1, "cd3"_L1, "cd4"_L1, "main"_L1 };

/// Allowed beside them.
constexpr std::array kFillers { "the"_L1, "with"_L1, "of"_L1, "from"_L1, "and"_L1, "including"_L1 };

/// What follows "live" where it is a mark.
constexpr std::array kAfterLive { "at"_L1, "in"_L1, "from"_L1, "on"_L1, "version"_L1, "session"_L1,
    "sessions"_L1, "acoustic"_L1, "recording"_L1, "bootleg"_L1, "edit"_L1, "mix"_L1, "remix"_L1,
    "remaster"_L1, "remastered"_L1, "unplugged"_L1, "album"_L1, "demo"_L1, "take"_L1, "bonus"_L1,
    "performance"_L1, "concert"_L1, "studio"_L1, "radio"_L1 };

/// Say nothing beside the mark.
constexpr std::array kNoDetails { "version"_L1, "versions"_L1, "at"_L1, "in"_L1, "from"_L1, "on"_L1,
    "the"_L1, "recorded"_L1, "recording"_L1, "a"_L1, "by"_L1, "of"_L1, "original"_L1, "bonus"_L1,
    "track"_L1, "remaster"_L1, "remastered"_L1, "album"_L1, "full"_L1, "music"_L1 };

bool isNumber(const QString& word)
{
    return !word.isEmpty()
        && std::ranges::all_of(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// 20th, 1st …
bool isOrdinal(const QString& word)
{
    return word.size() > 2 && isNumber(word.chopped(2))
        && (word.endsWith("th"_L1) || word.endsWith("st"_L1) || word.endsWith("nd"_L1)
            || word.endsWith("rd"_L1));
}

bool isIn(const auto& list, const QString& word)
{
    return std::ranges::find(list, word) != list.end();
}

bool saysNothing(const QStringList& words)
{
    bool hasWord = false;
    for (const QString& word : words) {
        if (isIn(kIgnoredWords, word)) {
            hasWord = true;
        } else if (!isNumber(word) && !isOrdinal(word) && !isIn(kFillers, word)) {
            return false;
        }
    }
    return hasWord;
}

/// "Original Mix" and "Mono Mix" are the plain recording.
bool isPlainMix(const QStringList& words)
{
    return words.size() == 2 && words.last() == "mix"_L1 && isIn(kIgnoredWords, words.first());
}

bool isLiveAt(const QStringList& words, qsizetype at)
{
    if (at + 1 == words.size()) {
        return true;
    }
    const QString& next = words.at(at + 1);
    return isIn(kAfterLive, next) ? (at == 0 || at + 2 < words.size() || next == "version"_L1)
                                  : isNumber(next);
}

/// Whether nothing that matters follows.
bool isLast(const QStringList& words, qsizetype at)
{
    return std::all_of(words.begin() + at + 1, words.end(),
        [](const QString& w) { return isNumber(w) || isIn(kIgnoredWords, w); });
}

bool stands(const MarkWord& mark, const QStringList& words, qsizetype at)
{
    switch (mark.place) {
    case Place::Anywhere:
        return true;
    case Place::First:
        return at == 0;
    case Place::Last:
        return isLast(words, at);
    case Place::Live:
        return isLiveAt(words, at);
    }
    return false;
}

/// "Taylor's Version": somebody's own, if it ends so and does not say only what is ignored.
bool isSomebodysVersion(const QStringList& words)
{
    return words.size() > 1 && (words.last() == "version"_L1 || words.last() == "rework"_L1);
}

std::optional<Version> versionIn(const QStringList& words)
{
    Version version;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto* const found = std::ranges::find(kMarkWords, words.at(i), &MarkWord::word);
        if (found != kMarkWords.end() && stands(*found, words, i)) {
            version.marks |= quint32(found->mark);
        } else if (words.at(i) == "recorded"_L1 && i > 0 && words.at(i - 1) == "re"_L1) {
            version.marks |= quint32(Mark::Rerecorded);
            version.details.removeAll(u"re"_s);
        } else if (!isIn(kNoDetails, words.at(i))) {
            version.details.append(words.at(i));
        }
    }
    if (version.isPlain() && isSomebodysVersion(words)) {
        version.marks = quint32(Mark::Other);
    }
    return version.isPlain() ? std::nullopt : std::optional(version);
}

QStringList numbersIn(const QStringList& words)
{
    QStringList numbers;
    std::ranges::copy_if(words, std::back_inserter(numbers), isNumber);
    return numbers;
}

bool holdsAll(const QStringList& all, const QStringList& some)
{
    return std::ranges::all_of(some, [&all](const QString& word) { return all.contains(word); });
}

} // namespace

bool isGuestWord(const QString& word)
{
    return word == "feat"_L1 || word == "ft"_L1 || word == "featuring"_L1;
}

Segment classify(const QStringList& words, Enclosure enclosure, Version& version)
{
    if (saysNothing(words) || isPlainMix(words)) {
        return Segment::Ignored;
    }
    if (words.size() > 1
        && (isGuestWord(words.first())
            || (enclosure == Enclosure::Bracket && words.first() == "with"_L1))) {
        return Segment::Guest;
    }
    if (const auto found = versionIn(words)) {
        version.marks |= found->marks;
        version.details += found->details;
        return Segment::Version;
    }
    return Segment::Part;
}

VersionFit compare(const Version& a, const Version& b)
{
    constexpr double kSameDetails = 0.72;
    if (a.marks != b.marks) {
        return VersionFit::Different;
    }
    if (a.isPlain() || a.details == b.details) {
        return VersionFit::Same;
    }
    if (a.details.isEmpty() || b.details.isEmpty()) {
        const bool needsName = a.has(Mark::Remix) || a.has(Mark::Other);
        return needsName ? VersionFit::Unsure : VersionFit::Same;
    }
    const QStringList numbersA = numbersIn(a.details);
    const QStringList numbersB = numbersIn(b.details);
    if (!numbersA.isEmpty() && !numbersB.isEmpty() && numbersA != numbersB) {
        return VersionFit::Different;
    }
    if (holdsAll(a.details, b.details) || holdsAll(b.details, a.details)) {
        return VersionFit::Same;
    }
    return similarity(formOf(a.details), formOf(b.details)) >= kSameDetails ? VersionFit::Same
                                                                            : VersionFit::Different;
}

bool isTribute(const QStringList& words)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words.at(i);
        const QString next = words.value(i + 1);
        if (word == "tribute"_L1 || word == "karaoke"_L1
            || (word == "made"_L1 && next == "famous"_L1)
            || (word == "originally"_L1 && next == "performed"_L1)
            || (word == "style"_L1 && next == "of"_L1 && i > 0)) {
            return true;
        }
    }
    return false;
}

} // namespace match

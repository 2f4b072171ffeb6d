// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

/// What stands in brackets or after a dash in a title, and what it says.
namespace match {

/// What makes a recording another one than the plain one of the same title; several may hold.
enum class Mark
{
    Live = 1 << 0,
    Acoustic = 1 << 1, ///< also unplugged
    Demo = 1 << 2,
    Instrumental = 1 << 3,
    Karaoke = 1 << 4,
    Remix = 1 << 5, ///< also mix and dub
    Edit = 1 << 6,
    Extended = 1 << 7,
    Alternate = 1 << 8, ///< also takes and outtakes
    Rehearsal = 1 << 9,
    Session = 1 << 10,
    Cover = 1 << 11,
    Reprise = 1 << 12,
    Rerecorded = 1 << 13,
    Orchestral = 1 << 14,
    Vocal = 1 << 15, ///< a cappella
    Other = 1 << 16 ///< "<somebody>'s version"
};

/// The marks of one title.
struct Version
{
    quint32 marks = 0; ///< of Mark, joined by or
    QStringList details {}; ///< what else was said of them: the remixer, the place, the year
    bool operator==(const Version&) const = default;
    /// Whether this mark is among them.
    [[nodiscard]] bool has(Mark mark) const { return (marks & quint32(mark)) != 0; }
    /// Whether it is the recording that the title alone names.
    [[nodiscard]] bool isPlain() const { return marks == 0; }
};

/// What one bracket, or what follows one dash, is.
enum class Segment
{
    Ignored, ///< says nothing about the recording: remastered, explicit, bonus track, deluxe …
    Version,
    Guest, ///< feat. somebody
    Part ///< of the title
};

/// What encloses a segment. After a dash "with" is no guest, as a title may begin so.
enum class Enclosure
{
    Bracket,
    Dash
};

/// What a segment is; of a version its marks and details are added to @p version.
/// @param words  as wordsOf() makes them, with at least one
[[nodiscard]] Segment classify(const QStringList& words, Enclosure enclosure, Version& version);

/// Whether @p word begins the guests of a title or artist: feat, ft, featuring.
[[nodiscard]] bool isGuestWord(const QString& word);

/// How two versions of a title fit.
enum class VersionFit
{
    Same,
    Unsure, ///< one side tells too little: "(Remix)" and "(Kumarion Remix)"
    Different
};

/// Compares the marks of two titles, and where those agree what else was said of them.
[[nodiscard]] VersionFit compare(const Version& a, const Version& b);

/// Whether the words tell of somebody who plays the music of others: a tribute, karaoke, "made
/// famous by".
[[nodiscard]] bool isTribute(const QStringList& words);

} // namespace match

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/playlist/filerow.h"
#include "core/util/result.h"

#include <QCoreApplication>
#include <QStringView>
#include <optional>

/// What the formats of playlist files share; for their readers and writers alone.
namespace playlist::files {

/// Translates what is said of a file: Text::tr().
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(playlist)
};

/// A file that is not what its name says, or is refused.
[[nodiscard]] util::Error refused(const QString& sentence, const QString& detail = {});

/// The text of a file: UTF-16 by its mark, else UTF-8, and each line that is no UTF-8 as
/// Windows-1252. Errors: InvalidInput for what is no text.
[[nodiscard]] util::Result<QString> decoded(const QByteArray& bytes);

/// @p text in Windows-1252 if reading that gives the same, else UTF-8 with its mark.
[[nodiscard]] QByteArray encodedForOldPlayers(const QString& text);

/// A text on its way in or out: line ends are \n, other control characters and halves of surrogate
/// pairs are gone, and so is what is blank around it.
[[nodiscard]] QString cleaned(const QString& text);

/// A path or URL on its way: only what no file name has is gone.
[[nodiscard]] QString cleanedLocation(const QString& location);

/// A row with all of that done.
[[nodiscard]] FileRow cleanedRow(FileRow row);

/// @p text as a part of one line.
[[nodiscard]] QString onOneLine(QString text);

/// "Artist - Title" of a row, or what of it there is.
[[nodiscard]] QString displayText(const FileRow& row);
/// The reverse: sets artist and title, the title alone if there is no " - " between two texts.
void takeDisplayText(QStringView text, FileRow& row);

/// What of the texts of @p wanted is not in @p plain, as JSON on one line; empty if all is. So a
/// format that has no escapes keeps a title with a line break, for this program at least.
[[nodiscard]] QString exactTexts(const FileRow& wanted, const FileRow& plain);
/// Sets what exactTexts() wrote; anything else is overlooked.
void takeExactTexts(QStringView json, FileRow& row);

/// The key and server of a plexAddress(); false if it is none.
bool takePlexAddress(QStringView address, FileRow& row);

/// Walks through the lines of a text, whichever of \n, \r\n and \r ends them.
class Lines
{
public:
    explicit Lines(QStringView text)
        : m_rest(text)
    {
    }
    /// The next line; false at the end.
    bool next();
    /// The line, without its end.
    [[nodiscard]] QStringView line() const { return m_line; }
    /// Its number, from 1.
    [[nodiscard]] int number() const { return m_number; }

private:
    QStringView m_rest;
    QStringView m_line;
    int m_number = 0;
};

/// Takes the rows of a file as they are read.
class Collector
{
public:
    /// Adds a row, or leaves it out if it names nothing or is too long.
    void add(const FileRow& row, int line);
    /// Notes a line that could not be read.
    void leaveOut(int line, const QString& reason);
    /// Sets the playlist's name, unless there is one.
    void setTitle(const QString& title);
    /// Whether there are more rows than any playlist has.
    [[nodiscard]] bool isTooLong() const;
    /// What was taken; an error if that was too much.
    [[nodiscard]] util::Result<FileContent> take();

private:
    FileContent m_content;
};

/// What a column or a field of a row tells.
enum class Field
{
    Title,
    Artist,
    Album,
    AlbumArtist,
    Milliseconds,
    Duration, ///< seconds, milliseconds or m:ss, as its value looks
    Number,
    Disc,
    Location,
    Guid,
    Key,
    PlexAddress,
    PlaylistTitle
};

/// What a column of that name tells, as programs spell it: "Track Name", "Artist Name(s)",
/// "Duration (ms)", "Künstler". Nothing for others.
/// @param rank  the lower, the surer: "Title" before "Track"
struct Known
{
    Field field = Field::Title;
    int rank = 0;
};
[[nodiscard]] std::optional<Known> fieldNamed(const QString& name);

/// Sets a field of a row from its text; one that makes no sense is overlooked.
void takeField(Field field, const QString& text, FileRow& row);

// One file each: m3ufile.cpp, plsfile.cpp, xspffile.cpp, csvfile.cpp, jsonfile.cpp.
[[nodiscard]] util::Result<FileContent> parseM3u(const QString& text);
[[nodiscard]] util::Result<FileContent> parsePls(const QString& text);
[[nodiscard]] util::Result<FileContent> parseXspf(const QString& text);
[[nodiscard]] util::Result<FileContent> parseCsv(const QString& text);
[[nodiscard]] util::Result<FileContent> parseJson(const QString& text);
[[nodiscard]] QString m3uText(const FileContent& content);
[[nodiscard]] QString plsText(const FileContent& content);
[[nodiscard]] QByteArray xspfBytes(const FileContent& content);
[[nodiscard]] QString csvText(const FileContent& content);
[[nodiscard]] QByteArray jsonBytes(const FileContent& content);

} // namespace playlist::files

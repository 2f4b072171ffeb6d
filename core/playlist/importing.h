// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/library/library.h"
#include "core/match/decisions.h"
#include "core/playlist/importreview.h"
#include "core/util/clock.h"

#include <QThreadPool>

namespace playlist {

/// Finds the rows of playlist files in the library that is open: by path, then by the names that
/// the server and Plex give them, then by their texts. What somebody decided of a row before holds.
///
/// Thread: UI; the work runs on a reader and in the pool. It changes nothing on a server.
class Importing : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive this. @param userFile  keeps the decisions
    Importing(library::Library& library, db::Database& userFile, QThreadPool& pool,
        const util::Clock& clock, QObject* parent = nullptr);

    /// Reads the file at @p path and matches its rows. Progress: 0 … 100, and what is being done.
    /// Errors: those of readFile(), Database, Storage, NotFound (no library is open), Cancelled.
    /// Cost: 65,000 rows against 100,000 tracks 4.4 s of processor time by their texts, in most of
    /// it two threads, 1.5 s by their paths; 480 MB meanwhile.
    [[nodiscard]] util::Future<ImportReview> review(const QString& path, std::stop_token stop = {});
    /// The same for files and folders of this computer: one playlist file, else the music among
    /// them as a list. Errors also: those of listSoundFiles().
    [[nodiscard]] util::Future<ImportReview> reviewFiles(
        const QStringList& paths, std::stop_token stop = {});
    /// The same with rows that were read already. @param folder  what relative paths begin at
    [[nodiscard]] util::Future<ImportReview> reviewRows(
        FileContent content, const QString& folder, std::stop_token stop = {});

    /// The track of the library with this id, for a choice by hand. Errors: Database, NotFound.
    [[nodiscard]] util::Future<match::LibraryTrack> track(types::ItemId id) const;

    /// Remembers that a row is this track, in whichever playlist file it comes.
    /// Errors: Database, Storage.
    [[nodiscard]] util::Future<void> rememberChoice(
        const ImportRow& row, const match::LibraryTrack& track);
    /// Remembers that a row is no track of the library. Errors: Database, Storage.
    [[nodiscard]] util::Future<void> rememberLeftOut(const ImportRow& row);
    /// As if nothing had been decided of a row. Errors: Database, Storage.
    [[nodiscard]] util::Future<void> forget(const ImportRow& row);

    /// Writes what was not found as a file of the format that its name says, else M3U8.
    /// Errors: Storage.
    [[nodiscard]] util::Future<void> saveMissing(
        const ImportReview& review, const QString& path) const;

private:
    struct Job;
    [[nodiscard]] util::Future<ImportReview> reviewRead(
        std::function<util::Result<FileContent>()> read, const QString& folder,
        std::stop_token stop);
    void readLibrary(const std::shared_ptr<Job>& job);
    void readDecisions(const std::shared_ptr<Job>& job);
    void makeCatalogue(const std::shared_ptr<Job>& job);
    void prepare(const std::shared_ptr<Job>& job);
    void matchAll(const std::shared_ptr<Job>& job);
    void matchContradicted(const std::shared_ptr<Job>& job);
    void finish(const std::shared_ptr<Job>& job);
    [[nodiscard]] util::Future<void> remember(match::Decision decision);

    library::Library& m_library;
    db::Database& m_userFile;
    QThreadPool& m_pool;
    const util::Clock& m_clock;
};

/// Under what decisions about rows of playlist files are remembered.
inline constexpr QLatin1StringView kDecisionSource { "playlist-file" };

} // namespace playlist

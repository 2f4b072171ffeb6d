// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changes.h"
#include "core/library/library.h"
#include "core/playlist/drafts.h"

#include <QObject>
#include <deque>
#include <functional>

/// Playlists as a desktop program edits them: rows, whole lists, and how both reach the server.
/// Not for: showing them; what smart playlists follow.
/// Invariant: every edit goes through the journal, and is worked out from what the cache shows.
namespace playlist {

/// How all rows of a playlist are put into another order.
enum class Reorder
{
    Reverse,
    Shuffle
};

/// Makes changes of playlists of the open cache: each call one change, one undo.
///
/// Calls are worked out one after the other, so that the next one sees what the one before did.
/// The futures are delivered as those of change::Changes::submit. Errors of all: NotFound (the
/// playlist is gone, or nothing that was named is there), Unsupported (a smart playlist, or one
/// that may not be changed), Conflict (it is like that already), Cancelled (another library is open
/// by now), those of submit(). Thread: UI.
class Playlists : public QObject
{
    Q_OBJECT
public:
    Playlists(change::Changes& changes, library::Library& library, QObject* parent = nullptr);

    /// Puts rows in front of the entry @p before; an invalid one, or one that is gone: at the end.
    /// A key that the library does not have is a failed step of the change.
    /// @param from  whose cache the ids are of, here and below
    [[nodiscard]] util::Future<types::ChangeId> insert(const library::CacheKey& from,
        types::PlaylistId playlist, const Source& source, types::EntryId before = {});
    /// Moves entries, in the order in which they stand, in front of @p before.
    [[nodiscard]] util::Future<types::ChangeId> move(const library::CacheKey& from,
        types::PlaylistId playlist, const QList<types::EntryId>& entries, types::EntryId before);
    /// Removes entries; the tracks themselves stay where they are.
    [[nodiscard]] util::Future<types::ChangeId> remove(const library::CacheKey& from,
        types::PlaylistId playlist, const QList<types::EntryId>& entries);
    /// Moves entries one row up or down, each group of neighbours past the row beside it.
    [[nodiscard]] util::Future<types::ChangeId> step(const library::CacheKey& from,
        types::PlaylistId playlist, const QList<types::EntryId>& entries, bool isUp);
    /// Keeps the order in which @p entries stand; those that are not named follow as they are.
    [[nodiscard]] util::Future<types::ChangeId> saveOrder(const library::CacheKey& from,
        types::PlaylistId playlist, const std::vector<qint64>& entries);
    /// Puts all rows into another order.
    [[nodiscard]] util::Future<types::ChangeId> reorder(
        const library::CacheKey& from, types::PlaylistId playlist, Reorder how);
    /// Removes rows of an item that stands further up already.
    [[nodiscard]] util::Future<types::ChangeId> removeDuplicates(
        const library::CacheKey& from, types::PlaylistId playlist);
    /// Makes it hold exactly what @p source stands for; rows that it has already stay the same.
    [[nodiscard]] util::Future<types::ChangeId> replace(
        const library::CacheKey& from, types::PlaylistId playlist, const Source& source);

    /// Makes a playlist. Errors also: InvalidInput (no title).
    [[nodiscard]] util::Future<types::ChangeId> create(const library::CacheKey& from,
        const QString& title, const QString& summary, const Source& source);
    /// Makes a playlist of what others hold, smart ones too. Errors also: InvalidInput (no title).
    [[nodiscard]] util::Future<types::ChangeId> combine(const library::CacheKey& from,
        const QString& title, const QList<types::PlaylistId>& playlists, drafts::Combine how);
    /// Gives it other texts. Errors also: InvalidInput (no title).
    [[nodiscard]] util::Future<types::ChangeId> describe(const library::CacheKey& from,
        types::PlaylistId playlist, const QString& title, const QString& summary);
    /// Deletes it; undone, it comes back with its rows.
    [[nodiscard]] util::Future<types::ChangeId> deletePlaylist(
        const library::CacheKey& from, types::PlaylistId playlist);

private:
    using Draft = std::function<util::Result<change::NewChange>(db::Connection&, std::stop_token)>;
    struct Waiting
    {
        library::CacheKey from {};
        Draft draft {};
        util::Promise<types::ChangeId> promise {};
    };
    /// Works out the rows that a playlist is to have, and the facts of new ones.
    using Rows = std::function<util::Result<Tokens>(
        db::Connection&, const drafts::Shown&, Facts&, std::stop_token)>;
    /// What makes the rows of a new one.
    using Content
        = std::function<util::Result<QList<library::EntryRow>>(db::Connection&, std::stop_token)>;
    /// Says what is done to it, for people.
    using Label = std::function<QString(const drafts::Shown&, const Edit&)>;

    [[nodiscard]] util::Future<types::ChangeId> enqueue(const library::CacheKey& from, Draft draft);
    /// @param asked  of which the keys that the library does not have become failed steps
    [[nodiscard]] util::Future<types::ChangeId> edit(const library::CacheKey& from,
        types::PlaylistId playlist, Rows rows, Label label, const Source& asked = {});
    [[nodiscard]] util::Future<types::ChangeId> make(const library::CacheKey& from,
        const QString& title, const QString& summary, Content content, const Source& asked = {});
    void runNext();
    void finishFirst(util::Result<types::ChangeId> result);

    change::Changes& m_changes;
    library::Library& m_library;
    std::deque<Waiting> m_waiting; // the first is under way
};

} // namespace playlist

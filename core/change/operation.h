// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/aliases.h"
#include "core/db/connection.h"
#include "core/util/async.h"

#include <QJsonObject>
#include <functional>

namespace db {
class ChangeSet;
}
namespace plex {
class Server;
}

/// The one write path to a server: journal, local cache, send, read back, undo, offline queue.
/// Not for: knowing what a rating or a playlist is; modules register an Operation for that.
/// Invariant: nothing is sent that is not in the journal, and nothing is shown as done that was
/// not read back.
namespace change {

/// How the target of a step that concerns one item of the library begins.
inline constexpr QLatin1StringView kItemTarget { "item:" };

/// What the server holds of one step's target.
enum class Found
{
    After, ///< what the step asks for
    Before, ///< not that, and nothing of somebody else's is in the way of it
    Other, ///< what somebody else made of it, which the step would overwrite
    Gone ///< the target does not exist any more
};

/// One answer of a read-back.
struct Observed
{
    Found found = Found::Gone;
    /// Applied to the cache, it shows what the server holds; may be empty.
    QJsonObject asPayload {};
    /// Where a part of the step may be done: what of it the server holds, as a payload of its own;
    /// empty if that is nothing. A step that cannot be finished is done so far.
    QJsonObject held {};
    /// With held: what is missing, as a payload of its own.
    QJsonObject rest {};
    /// What the server calls what the step made.
    QList<Alias> aliases {};
};

/// What sending a step may need besides its payload.
struct Sending
{
    /// Keeps a note with the step, in the journal, before what follows is sent. From then on every
    /// payload of the step has it under kNote, also after a restart.
    std::function<util::Future<void>(const QJsonObject& note)> keepNote {};
    /// Tells how far it has come: of how many parts so many are done.
    std::function<void(int done, int total)> progress {};
    /// Stopped when the server is given up, or the user wants no more of it.
    std::stop_token stop {};
};

/// Where a payload holds what was noted while it was sent.
inline constexpr QLatin1StringView kNote { "note" };

/// One kind of modification. Stateless: it may be called from the writer thread and the UI thread
/// at the same time.
///
/// A payload is versioned JSON ("v") that holds the target, the value before and the value after.
class Operation
{
public:
    Operation() = default;
    virtual ~Operation() = default;
    Q_DISABLE_COPY_MOVE(Operation)

    /// Name in the journal, for example "rate".
    [[nodiscard]] virtual QString kind() const = 0;
    /// What the step is about; steps with one target follow each other. For an item of the
    /// library: kItemTarget and its rating key.
    [[nodiscard]] virtual QString target(const QJsonObject& payload) const = 0;
    /// The payload that takes this one back.
    [[nodiscard]] virtual QJsonObject inverse(const QJsonObject& payload) const = 0;
    /// @p payload with the value before as @p first has it: what the server is to hold when steps
    /// in between were never sent.
    [[nodiscard]] virtual QJsonObject madeFrom(
        const QJsonObject& first, const QJsonObject& payload) const = 0;

    /// Whether madeFrom() takes more of the former payload than what was before: then all that were
    /// replaced are brought together, and not the first of them remembered alone.
    [[nodiscard]] virtual bool isFolded() const { return false; }

    /// Whether apply() may have to be called again after @p changes to the cache. Those of items
    /// are looked up by the rows that changed. Thread: the writer's.
    [[nodiscard]] virtual bool isTouchedBy(const db::ChangeSet& changes) const;
    /// Makes the cache show the step's result. Applying twice is the same as once.
    /// Thread: the writer's.
    virtual util::Result<void> apply(
        db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const = 0;
    /// Sends the step to the server. It may be sent again after a lost answer, but not before a
    /// read-back has shown that it is needed.
    [[nodiscard]] virtual util::Future<void> send(
        plex::Server& server, const QJsonObject& payload, const Sending& sending) const = 0;
    /// What the server holds, one answer for each payload, in their order.
    [[nodiscard]] virtual util::Future<QList<Observed>> readBack(
        plex::Server& server, const QList<QJsonObject>& payloads, std::stop_token stop) const = 0;
};

/// How the journal brings payloads of @p operation together, where it has to; else none. Shared
/// with a job in the writer's thread.
[[nodiscard]] std::function<QJsonObject(const QJsonObject& older, const QJsonObject& newer)> foldOf(
    const std::shared_ptr<const Operation>& operation);

} // namespace change

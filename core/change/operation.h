// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/util/async.h"

#include <QJsonObject>

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
    Before, ///< what was there when the step was made
    Other, ///< somebody else's value
    Gone ///< the target does not exist any more
};

/// One answer of a read-back.
struct Observed
{
    Found found = Found::Gone;
    /// Applied to the cache, it shows what the server holds; may be empty.
    QJsonObject asPayload {};
};

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

    /// Makes the cache show the step's result. Applying twice is the same as once.
    /// Thread: the writer's.
    virtual util::Result<void> apply(
        db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const = 0;
    /// Sends the step to the server. It may be sent again after a lost answer, but not before a
    /// read-back has shown that it is needed.
    [[nodiscard]] virtual util::Future<void> send(
        plex::Server& server, const QJsonObject& payload, std::stop_token stop) const = 0;
    /// What the server holds, one answer for each payload, in their order.
    [[nodiscard]] virtual util::Future<QList<Observed>> readBack(
        plex::Server& server, const QList<QJsonObject>& payloads, std::stop_token stop) const = 0;
};

} // namespace change

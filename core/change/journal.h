// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/aliases.h"
#include "core/db/database.h"
#include "core/types/ids.h"

#include <QJsonObject>
#include <QStringList>
#include <functional>
#include <optional>

namespace change {

/// Where a step, and a change as the sum of its steps, stands. The numbers are stored.
enum class State
{
    Pending = 0, ///< to be sent
    Sent = 1, ///< sent, not yet read back
    Verified = 2, ///< read back: the server holds it
    Failed = 3, ///< refused, or not kept by the server; the cache shows what the server holds
    Superseded = 4, ///< a later change of the same target made it unnecessary to send
    Undone = 5 ///< of a whole change only: another change took it back
};

/// Who a change came from.
enum class Role
{
    Do = 0,
    Undo = 1,
    Redo = 2
};

/// Whose library it belongs to.
struct Owner
{
    types::ServerId server {};
    types::UserId user {}; ///< empty: the one whose token was entered
    bool operator==(const Owner&) const = default;
};

/// One target of a change, as the journal has it.
struct Step
{
    qint64 id = 0; ///< ascending in the order of sending
    types::ChangeId change {};
    QString kind {};
    State state = State::Pending;
    bool guarded = false; ///< refuses to overwrite what somebody else changed since
    QString target {};
    QJsonObject payload {};
    /// Payload of the oldest step never sent that this one replaced, which tells what the server
    /// held before; empty if there is none and the step's own payload tells.
    QJsonObject first {};
    QString errorCode {}; ///< of a failed step, as util::codeName() writes it
    QString errorMessage {}; ///< of a failed step, for people
    /// How often it may have left; 0 = it never did, so that a later change can replace it.
    int attempts = 0;
    int refusals = 0; ///< how often a working server did not do it
    QJsonObject note {}; ///< what the operation noted while it was sent
};

/// One change with its steps counted.
struct Summary
{
    types::ChangeId id {};
    QString kind {};
    QString label {};
    Role role = Role::Do;
    types::ChangeId reverses {}; ///< the change that an undo or redo takes back
    bool isUndone = false; ///< a later change takes it back, or will once it is sent
    qint64 createdAt = 0; ///< epoch seconds
    int steps = 0; ///< of all states
    int pending = 0; ///< pending or sent
    int verified = 0; ///< read back; what was replaced before it was sent does not count
    int superseded = 0; ///< replaced by a later change before they were sent
    int failed = 0;
    QString firstError {}; ///< of the first failed step, for people
    /// What is to be said of the whole; Superseded if nothing of it was ever needed to be sent.
    [[nodiscard]] State state() const;
    bool operator==(const Summary&) const = default;
};

/// A change that is to be written.
struct NewChange
{
    /// One step of it.
    struct Part
    {
        QString target {}; ///< as Operation::target() says it
        QJsonObject payload {};
        /// Set for what cannot be done at all: it is written as failed, for the user to see.
        std::optional<util::Error> refused {};
    };
    QString kind {};
    QString label {};
    QList<Part> parts {}; ///< in the order of sending
    Role role = Role::Do;
    types::ChangeId reverses {}; ///< for an undo or redo
    bool guarded = false; ///< for all parts: see Step
};

/// The journal's tables in the user's file. Thread of all functions: writer or reader, as the
/// connection says. Errors of all: Database, Storage.
namespace journal {

/// What insert() wrote.
struct Inserted
{
    types::ChangeId id {};
    QList<Step> steps {}; ///< those to be sent, without Step::first
    QList<qint64> superseded {}; ///< steps of earlier changes that are not sent any more
};

/// Writes a change, in one transaction however large it is: half of what the user asked for must
/// never be found after a crash, and sent. Steps of earlier changes of its kind with the same
/// target that never left become Superseded; the step that replaces them remembers what they were
/// made from. Cost: all other writing waits meanwhile; see below.
/// @param fold  what two payloads, one after the other, come to, where the newer does not say all
///     that the steps before it did; without it the oldest is remembered as it is
using Fold = std::function<QJsonObject(const QJsonObject& older, const QJsonObject& newer)>;
util::Result<Inserted> insert(db::Connection& connection, const Owner& owner,
    const NewChange& change, qint64 now, const Fold& fold = {});
/// Sets the state of those of @p steps that are pending or sent: what became of one that was
/// replaced meanwhile is not its business any more. @p error is kept for State::Failed only.
util::Result<void> setStates(db::Connection& connection, const QList<qint64>& steps, State state,
    const util::Error& error = {});
/// Makes @p steps Sent and counts that they are handed to the network.
/// @return those that still wait to be sent; no other may be
util::Result<QList<qint64>> countAttempt(db::Connection& connection, const QList<qint64>& steps);
/// The counted attempt was not made: those that never left before are pending again.
util::Result<void> takeBackAttempt(db::Connection& connection, const QList<qint64>& steps);
/// Counts an answer that did not do what was asked for.
util::Result<void> countRefusal(db::Connection& connection, const QList<qint64>& steps);
/// Keeps a note with a step that is being sent.
util::Result<void> setNote(db::Connection& connection, qint64 step, const QJsonObject& note);
/// Only a part of @p step was done: it is verified with @p held as its payload, and a step that
/// failed with @p error, for @p rest, is added at the end of its change.
util::Result<void> split(db::Connection& connection, const Step& step, const QJsonObject& held,
    const QJsonObject& rest, const util::Error& error);
/// Steps of a change that never left fail with @p error. @return them
util::Result<QList<Step>> abandon(
    db::Connection& connection, types::ChangeId change, const util::Error& error);
/// What the owner's server calls things that changes made.
util::Result<QList<Alias>> aliases(db::Connection& connection, const Owner& owner);
/// Adds to them, or replaces what has such a name.
util::Result<void> addAliases(
    db::Connection& connection, const Owner& owner, const QList<Alias>& aliases);
/// Marks a change as taken back, or as not taken back after all.
util::Result<void> setUndone(db::Connection& connection, types::ChangeId change, bool undone);
/// Once every step of an undo or redo failed, what it was to take back stands as before.
util::Result<void> restoreIfNothingWasReversed(
    db::Connection& connection, types::ChangeId reversing);
/// Makes failed @p steps pending again, as if they had never been sent, and guarded.
util::Result<void> reopen(db::Connection& connection, const QList<qint64>& steps);

/// For a journal that is older than what was sent: what waits in it, of anybody, may have been
/// sent, and changed again, since. It is looked up before it is sent, and overwrites nothing that
/// the step was not made from.
util::Result<void> doubtUnfinished(db::Connection& connection);

/// Steps that are pending or sent, in the order of sending. Cost: all of them are read.
util::Result<QList<Step>> unfinished(db::Connection& connection, const Owner& owner);
/// The first @p limit of them whose kind is one of @p kinds and whose target none of @p except.
/// Cost: those rows and the ones left out.
util::Result<QList<Step>> nextToSend(db::Connection& connection, const Owner& owner,
    const QStringList& kinds, const QStringList& except, int limit);
/// All steps of a change, in the order of sending.
util::Result<QList<Step>> steps(db::Connection& connection, types::ChangeId change);
/// Those of them that were done or may still be: not failed, and not replaced by one that failed.
util::Result<QList<Step>> standingSteps(db::Connection& connection, types::ChangeId change);
/// The latest @p limit changes, newest first.
util::Result<QList<Summary>> history(db::Connection& connection, const Owner& owner, int limit);
/// Errors also: NotFound, also for a change of somebody else.
util::Result<Summary> summary(
    db::Connection& connection, const Owner& owner, types::ChangeId change);
/// The change that undo would take back: the latest of which something was done or may still be,
/// without those that could not be taken back when it was tried, as somebody else changed what they
/// are about, or it is gone. An invalid id if there is none.
util::Result<Summary> undoCandidate(db::Connection& connection, const Owner& owner);
/// The undo that redo would take back, chosen likewise; an invalid id if there is none.
util::Result<Summary> redoCandidate(db::Connection& connection, const Owner& owner);
/// Whether a later change of the same user waits to be sent to a target of @p change.
util::Result<bool> isFollowedByUnsent(
    db::Connection& connection, const Owner& owner, types::ChangeId change);
/// Whether a later step to the target of @p step waits, was sent or was verified.
util::Result<bool> isOvertaken(db::Connection& connection, const Owner& owner, const Step& step);

/// Every statement above, with its placeholders, for a test of how SQLite runs them.
[[nodiscard]] QStringList statements();

} // namespace journal

} // namespace change

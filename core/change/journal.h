// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/types/ids.h"

#include <QJsonObject>

namespace change {

/// Where a step, and a change as the sum of its steps, stands. The numbers are stored.
enum class State
{
    Pending = 0, ///< to be sent
    Sent = 1, ///< sent, not yet read back
    Verified = 2, ///< read back: the server holds it
    Failed = 3, ///< refused, or not kept by the server; the cache shows the former value again
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
    types::UserId user {};
    bool operator==(const Owner&) const = default;
};

struct Step
{
    qint64 id = 0;
    types::ChangeId change {};
    QString kind {};
    State state = State::Pending;
    bool guarded = false;
    QString target {};
    QJsonObject payload {};
    QString errorCode {};
    QString errorMessage {};
    int attempts = 0;
};

/// One change with its steps counted.
struct Summary
{
    types::ChangeId id {};
    QString kind {};
    QString label {};
    Role role = Role::Do;
    types::ChangeId reverses {};
    bool isUndone = false;
    qint64 createdAt = 0;
    qint64 finishedAt = 0; ///< 0 while steps are under way
    int steps = 0;
    int pending = 0; ///< pending or sent
    int verified = 0; ///< verified or superseded
    int failed = 0;
    QString firstError {}; ///< of the first failed step, for people
    [[nodiscard]] State state() const;
    bool operator==(const Summary&) const = default;
};

/// A change that is to be written.
struct NewChange
{
    struct Part
    {
        QString target {};
        QJsonObject payload {};
    };
    QString kind {};
    QString label {};
    QList<Part> parts {};
    Role role = Role::Do;
    types::ChangeId reverses {};
    bool guarded = false;
};

/// The journal's tables in the user's file. Thread of all functions: writer or reader, as the
/// connection says. Errors: Database, Storage.
namespace journal {

/// Writes a change. Steps of earlier changes with the same target that were never sent become
/// Superseded; the step that follows them is not guarded, because what it would expect on the
/// server never got there.
util::Result<types::ChangeId> insert(
    db::Connection& connection, const Owner& owner, const NewChange& change, qint64 now);
util::Result<void> setStates(db::Connection& connection, const QList<qint64>& steps, State state,
    const util::Error& error = {});
util::Result<void> countAttempt(db::Connection& connection, const QList<qint64>& steps);
/// Sets finished_at once no step is pending or sent.
util::Result<void> finishIfDone(db::Connection& connection, types::ChangeId change, qint64 now);
util::Result<void> setUndone(db::Connection& connection, types::ChangeId change, bool undone);

/// Steps that are pending or sent, oldest first.
util::Result<QList<Step>> unfinished(db::Connection& connection, const Owner& owner);
util::Result<QList<Step>> steps(db::Connection& connection, types::ChangeId change);
util::Result<QList<Summary>> history(db::Connection& connection, const Owner& owner, int limit);
/// Errors also: NotFound.
util::Result<Summary> summary(
    db::Connection& connection, const Owner& owner, types::ChangeId change);
/// The change that undo (or redo) would take back; an invalid id if there is none.
util::Result<Summary> undoCandidate(db::Connection& connection, const Owner& owner);
util::Result<Summary> redoCandidate(db::Connection& connection, const Owner& owner);

} // namespace journal

} // namespace change

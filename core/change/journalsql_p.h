// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// The statements of the journal; of its own source only.
namespace change::journal {

using namespace Qt::StringLiterals;

inline constexpr auto kSummary = R"(
    SELECT c.id, c.kind, c.label, c.role, c.reverses, c.undone, c.created_at, count(s.id),
        coalesce(sum(s.state < 2), 0), coalesce(sum(s.state = 2), 0),
        coalesce(sum(s.state = 4), 0), coalesce(sum(s.state = 3), 0),
        coalesce((SELECT error_message FROM change_step f
                  WHERE f.change_id = c.id AND f.state = 3 ORDER BY f.position LIMIT 1), '')
    FROM change c
    LEFT JOIN change_step s ON s.change_id = c.id
    WHERE c.server_id = ? AND c.user_id = ?)";

inline constexpr auto kInsertChange = R"(
    INSERT INTO change (server_id, user_id, kind, label, role, reverses, undone, created_at)
    VALUES (?, ?, ?, ?, ?, ?, 0, ?))";

inline constexpr auto kInsertStep = R"(
    INSERT INTO change_step (change_id, position, state, guarded, target, payload, first,
        error_code, error_message, attempts, refusals)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0))";

inline constexpr auto kNeverSent = R"(
    SELECT s.id, s.first, s.payload
    FROM change_step s
    CROSS JOIN change c ON c.id = s.change_id
    WHERE s.target = ? AND s.state = 0 AND s.attempts = 0 AND c.server_id = ? AND c.user_id = ?
        AND c.kind = ? AND c.id < ?
    ORDER BY s.id)";

inline constexpr auto kSetState = R"(
    UPDATE change_step
    SET state = ?, error_code = ?, error_message = ?
    WHERE id = ? AND state < 2)";

inline constexpr auto kCountAttempt = R"(
    UPDATE change_step
    SET state = 1, attempts = attempts + 1
    WHERE id = ? AND state < 2)";

inline constexpr auto kTakeBackAttempt = R"(
    UPDATE change_step
    SET state = CASE WHEN attempts > 1 THEN 1 ELSE 0 END, attempts = attempts - 1
    WHERE id = ? AND state = 1 AND attempts > 0)";

inline constexpr auto kCountRefusal = R"(
    UPDATE change_step
    SET refusals = refusals + 1
    WHERE id = ?)";

inline constexpr auto kSetNote = R"(
    UPDATE change_step
    SET note = ?
    WHERE id = ?)";

inline constexpr auto kSplit = R"(
    UPDATE change_step
    SET state = 2, payload = ?, first = '', note = '', error_code = '', error_message = ''
    WHERE id = ? AND state < 2)";

inline constexpr auto kLastPosition = R"(
    SELECT max(position)
    FROM change_step
    WHERE change_id = ?)";

inline constexpr auto kAliases = R"(
    SELECT name, key
    FROM alias
    WHERE server_id = ? AND user_id = ?)";

inline constexpr auto kAddAlias = R"(
    INSERT INTO alias (server_id, user_id, name, key)
    VALUES (?, ?, ?, ?)
    ON CONFLICT (server_id, user_id, name) DO UPDATE
    SET key = excluded.key)";

inline constexpr auto kReopen = R"(
    UPDATE change_step
    SET state = 0, guarded = 1, attempts = 0, refusals = 0, error_code = '', error_message = '',
        note = ''
    WHERE id = ?)";

inline constexpr auto kDoubtUnfinished = R"(
    UPDATE change_step AS s INDEXED BY change_step_unfinished
    SET state = 1, guarded = 1, attempts = max(attempts, 1)
    WHERE state < 2)";

inline constexpr auto kSetUndone = R"(
    UPDATE change
    SET undone = ?
    WHERE id = ?)";

inline constexpr auto kRestore = R"(
    UPDATE change
    SET undone = 0
    WHERE id = (SELECT reverses FROM change WHERE id = ?)
        AND NOT EXISTS (SELECT 1 FROM change_step WHERE change_id = ? AND state <> 3))";

// CROSS JOIN: the steps come first. From the changes on, SQLite would walk the whole history.
inline constexpr auto kStep = R"(
    SELECT s.id, s.change_id, c.kind, s.state, s.guarded, s.target, s.payload, s.first,
        s.error_code, s.error_message, s.attempts, s.refusals, s.note
    FROM change_step s %1
    CROSS JOIN change c ON c.id = s.change_id)";

inline QString stepText(const QString& index, const QString& where)
{
    return QString::fromLatin1(kStep).arg(index) + where;
}

/// Named, as SQLite prefers the index of all steps for its order.
inline QString unfinishedIndex()
{
    return u"INDEXED BY change_step_unfinished"_s;
}

inline QString historyText()
{
    return QLatin1String(kSummary) + u" GROUP BY c.id ORDER BY c.id DESC LIMIT ?"_s;
}

inline QString summaryText()
{
    return QLatin1String(kSummary) + u" AND c.id = ? GROUP BY c.id"_s;
}

/// Whether step %1 of change c was done or may still be. One that was replaced is part of what
/// replaced it last: the first later step of its target that was not replaced itself.
inline constexpr auto kStands = R"(
    (%1.state IN (0, 1, 2) OR %1.state = 4 AND NOT EXISTS
        (SELECT 1
         FROM change_step failed
         CROSS JOIN change f ON f.id = failed.change_id
         WHERE failed.target = %1.target AND failed.state = 3 AND failed.id > %1.id
             AND f.server_id = c.server_id AND f.user_id = c.user_id AND f.kind = c.kind
             AND NOT EXISTS
                 (SELECT 1
                  FROM change_step done
                  CROSS JOIN change d ON d.id = done.change_id
                  WHERE done.target = %1.target AND done.state IN (0, 1, 2)
                      AND done.id > %1.id AND done.id < failed.id AND d.server_id = c.server_id
                      AND d.user_id = c.user_id AND d.kind = c.kind))))";

inline QString standsText(const QString& step)
{
    return QString::fromLatin1(kStands).arg(step);
}

/// Of what can be taken back: something of it was done, and taking it back did not turn out to be
/// impossible before (of which the two codes tell). Otherwise it would be in the way of all others.
inline QString reversibleText()
{
    return u" AND c.undone = 0 AND EXISTS (SELECT 1 FROM change_step part"
           " WHERE part.change_id = c.id AND "_s
        + standsText(u"part"_s) + uR"()
    AND NOT EXISTS
        (SELECT 1
         FROM change tried
         WHERE tried.server_id = c.server_id AND tried.user_id = c.user_id AND tried.id > c.id
             AND tried.reverses = c.id AND NOT EXISTS
                 (SELECT 1
                  FROM change_step attempt
                  WHERE attempt.change_id = tried.id
                      AND (attempt.state <> 3 OR attempt.error_code NOT IN (?, ?)))))"_s;
}

inline QString undoText()
{
    return QLatin1String(kSummary) + u" AND c.role IN (0, 2)"_s + reversibleText()
        + u" GROUP BY c.id ORDER BY c.id DESC LIMIT 1"_s;
}

/// A new change ends what could be redone.
inline QString redoText()
{
    return QLatin1String(kSummary)
        + u" AND c.role = 1 AND c.id > coalesce((SELECT max(id) FROM change"
          " WHERE server_id = c.server_id AND user_id = c.user_id AND role = 0), 0)"_s
        + reversibleText() + u" GROUP BY c.id ORDER BY c.id DESC LIMIT 1"_s;
}

inline QString unfinishedText()
{
    return stepText(unfinishedIndex(),
        u" WHERE s.state < 2 AND c.server_id = ? AND c.user_id = ?"
        " ORDER BY s.change_id, s.position"_s);
}

inline QString nextText()
{
    return stepText(unfinishedIndex(),
        u" WHERE s.state < 2 AND c.server_id = ? AND c.user_id = ?"
        " AND c.kind IN (SELECT value FROM json_each(?))"
        " AND s.target NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY s.change_id, s.position LIMIT ?"_s);
}

inline QString stepsText()
{
    return stepText({}, u" WHERE s.change_id = ? ORDER BY s.position"_s);
}

inline QString standingText()
{
    return stepText(
        {}, u" WHERE s.change_id = ? AND "_s + standsText(u"s"_s) + u" ORDER BY s.position"_s);
}

/// Walks what is unfinished: once for a change, instead of a look for each of its steps.
inline QString anyNeverSentText()
{
    return stepText(unfinishedIndex(),
        u" WHERE s.state < 2 AND s.state = 0 AND s.attempts = 0 AND c.server_id = ?"
        " AND c.user_id = ? AND c.kind = ? AND c.id < ? LIMIT 1"_s);
}

inline QString followedText()
{
    return uR"(
        SELECT 1
        FROM change_step mine
        CROSS JOIN change_step later
            ON later.target = mine.target AND later.state IN (0, 1)
                AND later.change_id > mine.change_id
        CROSS JOIN change c ON c.id = later.change_id
        WHERE mine.change_id = ? AND c.role <> 1 AND c.undone = 0 AND c.server_id = ?
            AND c.user_id = ?
        LIMIT 1)"_s;
}

inline QString overtakenText()
{
    return uR"(
        SELECT 1
        FROM change_step later
        CROSS JOIN change c ON c.id = later.change_id
        WHERE later.target = ? AND later.state IN (0, 1, 2) AND later.id > ?
            AND c.server_id = ? AND c.user_id = ?
        LIMIT 1)"_s;
}

} // namespace change::journal

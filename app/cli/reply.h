// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace cli {

enum class ExitCode
{
    Done = 0,
    Failed = 1,
    Usage = 2,
    Partly = 3,
    Refused = 4, ///< not signed in, or not allowed
    Offline = 5
};

/// What a command says: one JSON object with --json, else text.
struct Reply
{
    QJsonObject json {};
    QString text {};
    QString trouble {}; ///< what explains the code, if it is not Done: to standard error
    ExitCode code = ExitCode::Done;
};

/// What a cell says of a field of its row.
using CellText = QString (*)(const QJsonObject& row, const QString& field);

/// Any value as it stands in the JSON; nothing for null.
[[nodiscard]] QString plainText(const QJsonObject& row, const QString& field);

/// One column of a table: what it shows of each row's JSON.
struct Column
{
    QString heading {};
    QString field {};
    CellText text = plainText;
};

[[nodiscard]] ExitCode exitCodeOf(const util::Error& error);
/// {"error":{"code","message","details"}} and the sentence.
[[nodiscard]] Reply errorReply(const util::Error& error);

/// Wrong use of the command line.
[[nodiscard]] util::Error usage(const QString& sentence);

/// A list: {"<name>": rows, "total": their number}, and the rows as a table.
/// @param whenEmpty  said instead of a table without rows; empty = the headings alone
[[nodiscard]] Reply listReply(const QString& name, const QJsonArray& rows,
    const QList<Column>& columns, const QString& whenEmpty = {});

[[nodiscard]] QString table(const QJsonArray& rows, const QList<Column>& columns);
/// Rows of text in columns, the widest cell deciding; for people, not for parsing.
[[nodiscard]] QString table(const QStringList& header, const QList<QStringList>& rows);

} // namespace cli

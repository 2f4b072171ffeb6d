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
    ExitCode code = ExitCode::Done;
};

[[nodiscard]] ExitCode exitCodeOf(const util::Error& error);
/// {"error":{"code","message","details"}} and the sentence.
[[nodiscard]] Reply errorReply(const util::Error& error);

/// Rows of text in columns, the widest cell deciding; for people, not for parsing.
[[nodiscard]] QString table(const QStringList& header, const QList<QStringList>& rows);

} // namespace cli

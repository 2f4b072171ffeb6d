// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace lint {

/// One text of a .ts file.
struct Message
{
    QString context {};
    QString source {};
    QStringList forms {}; ///< one, or those of the plural in the order of the language
    bool isPlural = false;
    bool isFinished = true;

    /// How a fault names it.
    [[nodiscard]] QString name() const;
};

/// All texts of a .ts file; empty if it cannot be read.
[[nodiscard]] QList<Message> messagesIn(const QString& path);

/// What is missing in @p message: a translation, or one of the two forms of a plural.
[[nodiscard]] QStringList gapsIn(const Message& message);

/// Where @p message says something else than its source: placeholders, a mnemonic, spaces and line
/// breaks at its ends, an ellipsis. What is missing is no fault here.
[[nodiscard]] QStringList faultsIn(const Message& message);

} // namespace lint

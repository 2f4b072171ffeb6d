// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// The checks behind the lint tests: plain functions over text, so that each can be shown bad
/// examples. Not for: anything a compiler or clang-tidy already says.
namespace lint {

/// One file of the tree.
struct Source
{
    QString path; ///< from the top of the tree, with slashes
    QString text;
};

/// One breach of a rule.
struct Finding
{
    QString path;
    int line = 0; ///< 1-based; 0 means the whole file
    QString rule;
    QString what;

    [[nodiscard]] QString toString() const;
};

/// Reads every file below @p folders of @p root whose name ends with one of @p endings.
[[nodiscard]] QList<Source> readTree(
    const QString& root, const QStringList& folders, const QStringList& endings);

/// @p text with comments and the contents of string and character literals made blank; lines and
/// columns stay what they were.
[[nodiscard]] QString codeOnly(const QString& text);

/// The 1-based line of @p offset.
[[nodiscard]] int lineOf(const QString& text, qsizetype offset);

/// The findings one a line, for a test's message.
[[nodiscard]] QString join(const QList<Finding>& findings);

/// The top of the tree, from the environment that ctest sets.
[[nodiscard]] QString sourceRoot();

} // namespace lint

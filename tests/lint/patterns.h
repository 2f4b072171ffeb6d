// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lint/source.h"

#include <QRegularExpression>
#include <QSet>

namespace lint {

/// A form that is not used here.
struct Pattern
{
    QString rule; ///< its name in exceptions.txt
    QRegularExpression form;
    QString why;
    QStringList folders; ///< where the rule holds, with a slash at the end
    QStringList except; ///< beginnings of paths inside them where it does not
    bool inComments = false; ///< looks at the whole text, not at the code alone
};

/// All forbidden patterns.
[[nodiscard]] const QList<Pattern>& patterns();

/// Files where a rule does not hold.
class Exceptions
{
public:
    /// Adds the rows of @p text: "rule path why"; with @p rule given "path why".
    void add(const QString& text, const QString& rule = {});

    /// Whether @p rule is off in @p path; remembers that the row was needed.
    [[nodiscard]] bool allows(const QString& rule, const QString& path);

    /// Rows without a reason, and after a scan of the whole tree rows that nothing needed.
    [[nodiscard]] QStringList faults() const;

private:
    QSet<QPair<QString, QString>> m_rows;
    QSet<QPair<QString, QString>> m_needed;
    QStringList m_unfounded;
};

/// Every breach of patterns() in @p source.
[[nodiscard]] QList<Finding> checkPatterns(const Source& source, Exceptions& exceptions);

/// A lambda that captures by default and is handed to connect() or to an async function.
[[nodiscard]] QList<Finding> checkCaptures(const Source& source, Exceptions& exceptions);

/// The two SPDX lines at the top, and not more lines than a file may have.
[[nodiscard]] QList<Finding> checkShape(const Source& source);

} // namespace lint

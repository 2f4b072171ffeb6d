// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <atomic>
#include <deque>
#include <mutex>

namespace util {

/// One line of the log as people may see it: nothing in it is secret.
struct LogLine
{
    quint64 number = 0; ///< counted from 1
    qint64 at = 0; ///< milliseconds since 1970
    QtMsgType level = QtInfoMsg;
    QString category {};
    QString text {};
    bool operator==(const LogLine&) const = default;
};

/// The latest lines of the log, so that somebody can look at them without a terminal.
///
/// Thread: any, several at once. Bounded: so many lines, each cut where it is too long.
class LogBuffer
{
public:
    static constexpr qsizetype kMostCharacters = 2000; ///< of a line

    /// @param lines  that are kept, at least 1
    explicit LogBuffer(qsizetype lines = 2000);

    /// Numbers the line and keeps it. Cost: a lock that nobody holds for long.
    void append(LogLine line);
    /// The lines after the one with @p number, oldest first; those that had to go are missing.
    [[nodiscard]] QList<LogLine> after(quint64 number) const;
    /// The number of the latest line; 0 before the first. Cost: none.
    [[nodiscard]] quint64 latest() const { return m_latest; }

private:
    const qsizetype m_most;
    mutable std::mutex m_mutex;
    std::deque<LogLine> m_lines;
    std::atomic<quint64> m_latest = 0;
};

} // namespace util

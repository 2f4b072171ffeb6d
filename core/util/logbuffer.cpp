// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/logbuffer.h"

#include <algorithm>

namespace util {

LogBuffer::LogBuffer(qsizetype lines)
    : m_most(std::max<qsizetype>(1, lines))
{
}

void LogBuffer::append(LogLine line)
{
    if (line.text.size() > kMostCharacters) {
        line.text.truncate(kMostCharacters - 1);
        line.text.append(QChar(0x2026)); // …
    }
    const std::lock_guard lock(m_mutex);
    line.number = m_latest + 1;
    m_lines.push_back(std::move(line));
    if (std::ssize(m_lines) > m_most) {
        m_lines.pop_front();
    }
    ++m_latest;
}

QList<LogLine> LogBuffer::after(quint64 number) const
{
    const std::lock_guard lock(m_mutex);
    const auto first = std::ranges::upper_bound(m_lines, number, {}, &LogLine::number);
    return { first, m_lines.cend() };
}

} // namespace util

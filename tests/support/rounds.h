// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QTest>
#include <concepts>

namespace support {

/// How often a kill, fault or property test goes round, and its dice.
///
/// PLEXM8_ROUNDS rounds, else 5 % of what is required; PLEXM8_SEED repeats a run. Both are printed.
class Rounds
{
public:
    explicit Rounds(int required)
        : m_count(qMax(1, fromEnvironment("PLEXM8_ROUNDS", required / 20)))
        , m_seed(quint32(
              fromEnvironment("PLEXM8_SEED", int(QRandomGenerator::global()->bounded(1 << 30)))))
        , m_dice(m_seed)
    {
        qInfo("rounds=%d seed=%u", m_count, m_seed);
    }

    [[nodiscard]] int count() const { return m_count; }
    /// In [from, to).
    template <std::integral T>
    [[nodiscard]] T number(T from, T to)
    {
        return static_cast<T>(m_dice.bounded(qint64(from), qint64(to)));
    }

private:
    static int fromEnvironment(const char* name, int fallback)
    {
        bool ok = false;
        const int given = qEnvironmentVariableIntValue(name, &ok);
        return ok ? given : fallback;
    }

    int m_count;
    quint32 m_seed;
    QRandomGenerator m_dice;
};

} // namespace support

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace demo {

/// A 64-bit mix of its input; the same on every machine, so that a seed is a library.
/// Source: the finaliser of splitmix64.
[[nodiscard]] constexpr quint64 mix(quint64 value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

/// Numbers drawn one after the other from one starting point.
class Draw
{
public:
    explicit constexpr Draw(quint64 seed)
        : m_state(mix(seed))
    {
    }

    constexpr quint64 next() { return m_state = mix(m_state); }
    /// 0…bound-1.
    constexpr quint32 below(quint32 bound)
    {
        return static_cast<quint32>(((next() >> 32) * bound) >> 32);
    }
    /// True in @p percent of the cases.
    constexpr bool chance(quint32 percent) { return below(100) < percent; }

private:
    quint64 m_state;
};

/// Invented names, UTF-8, all from word lists in names.cpp.
namespace names {

/// Writing systems that an artist's names come in.
enum class Script
{
    Latin,
    Accented,
    Cyrillic,
    Greek,
    Japanese,
    Chinese,
    Korean,
    Arabic,
    Hebrew,
    Thai,
    Emoji ///< also those made of several characters
};

/// Mostly Latin; one artist in eight something else.
[[nodiscard]] Script script(Draw& draw);
[[nodiscard]] QByteArray person(Draw& draw);
[[nodiscard]] QByteArray artist(Draw& draw, Script script);
/// A name for a song, an album or a film.
[[nodiscard]] QByteArray title(Draw& draw, Script script);
/// A title that careless code takes for markup, a format or a query, or cannot lay out.
[[nodiscard]] QByteArray oddTitle(Draw& draw);
/// "Tides, The" for "The Tides"; empty when the title sorts as it is.
[[nodiscard]] QByteArray titleSort(const QByteArray& title);
[[nodiscard]] QByteArray studio(Draw& draw);
/// Two or three sentences about nothing in particular.
[[nodiscard]] QByteArray summary(Draw& draw);

[[nodiscard]] const QList<QByteArray>& genres();
[[nodiscard]] const QList<QByteArray>& styles();
[[nodiscard]] const QList<QByteArray>& moods();
[[nodiscard]] const QList<QByteArray>& countries();
[[nodiscard]] const QList<QByteArray>& filmGenres();

} // namespace names

} // namespace demo

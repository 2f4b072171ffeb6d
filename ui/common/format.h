// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/rating.h"
#include "core/util/result.h"

#include <QLocale>
#include <QString>
#include <chrono>

/// Values as people read them, by locale. Tested alone; nobody else makes such text.
namespace ui::format {

/// "4:05", "1:02:03"; empty for 0.
[[nodiscard]] QString duration(
    std::chrono::milliseconds duration, const QLocale& locale = QLocale());
/// As duration(), but "0:00" for 0; for a running time, which is cut, not rounded.
[[nodiscard]] QString clock(std::chrono::milliseconds position, const QLocale& locale = QLocale());
/// "14 h 3 min", "48 min", "less than a minute"; for totals.
[[nodiscard]] QString longDuration(
    std::chrono::milliseconds duration, const QLocale& locale = QLocale());
/// "1,234" as the locale writes it.
[[nodiscard]] QString count(qint64 number, const QLocale& locale = QLocale());
/// "1234" in the digits of the locale: for years, positions and what is technical.
[[nodiscard]] QString plainNumber(qint64 number, const QLocale& locale = QLocale());
/// "1,234 items", of whatever kind.
[[nodiscard]] QString items(qint64 number, const QLocale& locale = QLocale());
/// "1,234 tracks".
[[nodiscard]] QString tracks(qint64 number, const QLocale& locale = QLocale());
/// "1,234 albums".
[[nodiscard]] QString albums(qint64 number, const QLocale& locale = QLocale());
/// "1,234 artists".
[[nodiscard]] QString artists(qint64 number, const QLocale& locale = QLocale());
/// A short date, empty for 0.
[[nodiscard]] QString date(qint64 epochSeconds, const QLocale& locale = QLocale());
/// "just now", "5 min ago", "3 h ago", "yesterday", else the date; empty for 0.
[[nodiscard]] QString ago(qint64 epochSeconds, qint64 now, const QLocale& locale = QLocale());
/// "4½ stars", "no rating"; for tooltips and screen readers.
[[nodiscard]] QString rating(
    const types::OptionalRating& rating, const QLocale& locale = QLocale());
/// The same of a selection, which may be of different ones.
[[nodiscard]] QString rating(const types::SharedRating& rating, const QLocale& locale = QLocale());
/// "FLAC", "FLAC 920 kbit/s"; empty if unknown.
[[nodiscard]] QString quality(
    const QString& codec, int bitrateKbps, const QLocale& locale = QLocale());
/// A name in a menu or on a button: an "&" in it makes no shortcut.
[[nodiscard]] QString label(const QString& name);
/// "Attic", "Attic – shared by Ada".
/// @param owner  who shares it; empty for a server of one's own
[[nodiscard]] QString server(const QString& name, const QString& owner);
/// What somebody can do about @p error, one sentence; empty if nothing.
[[nodiscard]] QString advice(const util::Error& error);

} // namespace ui::format

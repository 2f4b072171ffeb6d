// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

namespace bench {

/// Median and 95th percentile of what was measured, in the unit it was measured in.
[[nodiscard]] double median(QList<double> values);
[[nodiscard]] double percentile95(QList<double> values);
[[nodiscard]] double percentile99(QList<double> values);

/// Resident memory of this process in MB (Linux; 0 elsewhere).
[[nodiscard]] double residentMb();

/// Milliseconds since this process was started, as the system counts (Linux; 0 elsewhere).
[[nodiscard]] double millisecondsSinceStart();

} // namespace bench

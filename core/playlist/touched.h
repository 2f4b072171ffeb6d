// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace playlist {

/// How much a step of a change of a playlist is about, for people who count rows, not steps.
struct Touched
{
    int rows = 0; ///< added, removed or moved; one for what is about no row
    QStringList added {}; ///< rating keys of what was to be added, where that is known
};

/// Of a payload of any kind of this module; nothing of it if it is another, or damaged.
/// Cost: as reading it. Thread: any.
[[nodiscard]] Touched touchedBy(const QString& kind, const QJsonObject& payload);

} // namespace playlist

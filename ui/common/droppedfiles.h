// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace ui {

/// The files on this computer that an import can begin with: playlist files, music, folders. None
/// if @p mime is a drag of this program, which names files for others only.
[[nodiscard]] QStringList importableIn(const QMimeData& mime);

} // namespace ui

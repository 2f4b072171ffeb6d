// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// One folder on the way to another.
struct FolderStep
{
    QString key {}; ///< the server's; of the first step that of the section
    QString title {};
    bool operator==(const FolderStep&) const = default;
};

/// The way to a folder, from its section on. The server names no parents: who opens a folder hands
/// the way on, as the text of a route.
using FolderTrail = QList<FolderStep>;

/// @p trail as one text; long titles are cut, they only name the way.
[[nodiscard]] QString textOf(const FolderTrail& trail);
/// The way back; what is not understood is an empty trail.
[[nodiscard]] FolderTrail trailOf(const QString& text);

} // namespace ui

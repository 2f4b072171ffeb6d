// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/route.h"

#include <QList>
#include <QRect>

namespace settings {
class State;
}

namespace ui {

/// How the window stood when it was last put away. It lies in the State, apart from what somebody
/// chose; whatever of it cannot be read or is out of bounds is as if it had never been kept.
struct WindowState
{
    /// Where the window was.
    struct Place
    {
        QRect inside {}; ///< without the frame, while not maximised; null: not known
        int frameTop = 0; ///< height of the frame above it
        bool isMaximised = false;
        bool operator==(const Place&) const = default;
    };
    /// The panels beside the pages.
    struct Panels
    {
        bool hasSidebar = true;
        bool hasQueue = false;
        int sidebarWidth = 0; ///< as at 100 % text; 0: as designed
        int queueWidth = 0;
        bool operator==(const Panels&) const = default;
    };

    Place place {};
    Panels panels {};
    QList<Route> panes {}; ///< one for each of two panes; empty for a single one
    QList<int> paneSizes {}; ///< as many, relative to each other
    bool operator==(const WindowState&) const = default;

    [[nodiscard]] static WindowState read(const settings::State& state);
    /// Of a route only its place is kept: what an id leads to may be something else next time.
    void write(settings::State& state) const;
};

/// Where a window is to be shown that was at @p place: there, if somebody can still take hold of
/// its title bar, otherwise on the screen that has most of it or on the first; never larger than
/// that screen.
///
/// @param screens  what a window may cover of each; without any the place itself
/// @param least    the window is never made smaller than that
[[nodiscard]] QRect repaired(
    const WindowState::Place& place, const QList<QRect>& screens, const QSize& least);

} // namespace ui

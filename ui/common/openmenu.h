// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/playhow.h"
#include "ui/common/route.h"

#include <functional>

class QAction;
class QKeyEvent;
class QMenu;
class QMouseEvent;

namespace ui {

class Capabilities;

/// "Play", "Play next" and "Add to queue" into @p menu; what is queued may be played when the
/// server is there again, so only the first needs it now.
/// @return the three, for their keys
QList<QAction*> addPlayActions(
    QMenu& menu, Capabilities& capabilities, const std::function<void(PlayHow)>& play);

/// "Open" and "Open in new pane" into @p menu, as Enter and Ctrl+Enter do.
void addOpenActions(QMenu& menu, const std::function<void(OpenIn)>& open);

/// Whether a key that is pressed at something that leads to a page opens it in a new pane.
[[nodiscard]] bool opensNewPane(const QKeyEvent& event);
/// … and a mouse button.
[[nodiscard]] bool opensNewPane(const QMouseEvent& event);

} // namespace ui

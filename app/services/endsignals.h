// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

namespace app {

/// Has @p end called, by the event loop of @p context, when a session that ends (SIGTERM, SIGHUP)
/// or somebody at the terminal (SIGINT) asks the program to end; a signal that is ignored, as under
/// nohup, stays so. Ctrl+C a second time ends it at once, whatever it does. To be called once.
void onEndSignals(QObject& context, std::function<void()> end);

} // namespace app

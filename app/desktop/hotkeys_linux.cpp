// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeysportal_p.h"
#include "app/desktop/hotkeysx11_p.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace app {

std::unique_ptr<Hotkeys> makeHotkeys()
{
    // Under Wayland an X11 program gets only the keys of other X11 programs.
    if (QGuiApplication::platformName() == "xcb"_L1
        && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) {
        return std::make_unique<X11Hotkeys>();
    }
    return std::make_unique<PortalHotkeys>();
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/activation.h"

#include <QGuiApplication>
#include <QWidget>
#include <xcb/xcb.h>

namespace app {

namespace {

xcb_atom_t atomOf(xcb_connection_t* connection, const QByteArray& name)
{
    const auto cookie
        = xcb_intern_atom(connection, 0, static_cast<uint16_t>(name.size()), name.constData());
    xcb_intern_atom_reply_t* reply = xcb_intern_atom_reply(connection, cookie, nullptr);
    const xcb_atom_t atom = reply ? reply->atom : xcb_atom_t(XCB_ATOM_NONE);
    free(reply); // NOLINT(cppcoreguidelines-no-malloc): xcb hands over what malloc() gave
    return atom;
}

/// Qt asks in the program's name and with the time of the last click into it, so that window
/// managers which guard the focus refuse. A click into a panel or a start of the program is the
/// user's own word: source 2 of _NET_ACTIVE_WINDOW (Extended Window Manager Hints 1.5), as panels
/// send it.
void activateUnderX11(xcb_connection_t* connection, const QWidget& window)
{
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(connection)).data;
    xcb_client_message_event_t event {};
    event.response_type = XCB_CLIENT_MESSAGE;
    event.format = 32;
    event.window = static_cast<xcb_window_t>(window.winId());
    event.type = atomOf(connection, "_NET_ACTIVE_WINDOW");
    event.data.data32[0] = 2;
    event.data.data32[1] = XCB_CURRENT_TIME;
    xcb_send_event(connection, 0, screen->root,
        XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY | XCB_EVENT_MASK_SUBSTRUCTURE_REDIRECT,
        reinterpret_cast<const char*>(&event)); // as xcb takes events
    xcb_flush(connection);
}

} // namespace

void activateFor(QWidget& window, const QString& token)
{
    if (!token.isEmpty()) {
        // Qt 6.4 takes it from here when a window asks to be activated under Wayland.
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    }
    window.raise();
    window.activateWindow();
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    xcb_connection_t* connection = x11 ? x11->connection() : nullptr; // none in a screen in memory
    if (connection) {
        activateUnderX11(connection, window);
    }
}

} // namespace app

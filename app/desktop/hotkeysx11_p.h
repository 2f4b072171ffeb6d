// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/hotkeys.h"

#include <QSocketNotifier>
#include <vector>
#include <xcb/xcb.h>

namespace app {

/// Keys by XGrabKey, over a connection of its own: Qt's keeps what it does not know to itself.
///
/// A key is grabbed with each state of Caps Lock and Num Lock, because the server compares them,
/// too. Cost: without a key there is no connection; with some, a few milliseconds when they are
/// chosen.
class X11Hotkeys final : public Hotkeys
{
    Q_OBJECT

public:
    explicit X11Hotkeys(QObject* parent = nullptr);
    ~X11Hotkeys() override;

    void set(const QList<Hotkey>& wanted) override;

private:
    struct Disconnect
    {
        void operator()(xcb_connection_t* connection) const { xcb_disconnect(connection); }
    };
    struct Grab
    {
        xcb_keycode_t code = 0;
        uint16_t modifiers = 0;
        QString id {};
    };
    /// Which bit of a state means what, as this keyboard has it.
    struct Modifiers
    {
        uint16_t alt = XCB_MOD_MASK_1;
        uint16_t meta = XCB_MOD_MASK_4;
        uint16_t numLock = 0;
        uint16_t scrollLock = 0;
    };

    [[nodiscard]] bool connectToServer();
    void readKeyboard();
    void readModifiers();
    void grabAll();
    void ungrabAll();
    /// @return why not; empty if it was taken
    [[nodiscard]] QString grab(const Hotkey& hotkey);
    [[nodiscard]] bool grab(xcb_keycode_t code, uint16_t modifiers);
    void ungrab(xcb_keycode_t code, uint16_t modifiers);
    [[nodiscard]] std::vector<xcb_keycode_t> codesOf(xcb_keysym_t keysym) const;
    [[nodiscard]] uint16_t maskOf(Qt::KeyboardModifiers modifiers) const;
    /// The states of the locks, each of which is grabbed.
    [[nodiscard]] std::vector<uint16_t> locks() const;
    void readEvents();
    void take(const xcb_generic_event_t& event);

    std::unique_ptr<xcb_connection_t, Disconnect> m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
    xcb_window_t m_root = 0;
    std::vector<xcb_keysym_t> m_keysyms; ///< m_columns for each code from m_firstCode on
    int m_columns = 0;
    xcb_keycode_t m_firstCode = 0;
    Modifiers m_modifiers;
    QList<Hotkey> m_wanted;
    std::vector<Grab> m_grabs;
    xcb_keycode_t m_released = 0; ///< the code that was let go last, and when
    xcb_timestamp_t m_releasedAt = 0;
};

} // namespace app

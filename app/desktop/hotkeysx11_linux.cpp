// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeysx11_p.h"

#include "app/desktop/keysyms_p.h"

#include <algorithm>
#include <cstdlib>

namespace app {

namespace {

// keysymdef.h
constexpr xcb_keysym_t kNumLock = 0xff7f;
constexpr xcb_keysym_t kScrollLock = 0xff14;
constexpr xcb_keysym_t kAltLeft = 0xffe9;
constexpr xcb_keysym_t kSuperLeft = 0xffeb;

constexpr uint16_t kModifierBits = 0xff; ///< of a state; the others are buttons and groups

struct Free
{
    void operator()(void* reply) const
    {
        free(reply); // NOLINT(cppcoreguidelines-no-malloc): xcb hands over what malloc() gave
    }
};

/// Owns a reply, an event or an error.
template <class T>
std::unique_ptr<T, Free> owned(T* reply)
{
    return std::unique_ptr<T, Free>(reply);
}

} // namespace

X11Hotkeys::X11Hotkeys(QObject* parent)
    : Hotkeys(parent)
{
}

X11Hotkeys::~X11Hotkeys() = default; // the server lets go of what a connection has grabbed

void X11Hotkeys::set(const QList<Hotkey>& wanted)
{
    if (wanted == m_wanted) {
        return;
    }
    m_wanted = wanted;
    m_grabs.clear();
    if (wanted.isEmpty()) {
        m_notifier.reset();
        m_connection.reset();
        setState({}, {});
        return;
    }
    if (m_connection) {
        ungrabAll();
    } else if (!connectToServer()) {
        setState(impossibleText(), {});
        return;
    }
    readKeyboard();
    grabAll();
}

bool X11Hotkeys::connectToServer()
{
    int screen = 0;
    m_connection.reset(xcb_connect(nullptr, &screen));
    if (xcb_connection_has_error(m_connection.get()) != 0) {
        m_connection.reset();
        return false;
    }
    auto screens = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get()));
    for (; screen > 0 && screens.rem > 1; --screen) {
        xcb_screen_next(&screens);
    }
    m_root = screens.data->root;
    m_notifier = std::make_unique<QSocketNotifier>(
        xcb_get_file_descriptor(m_connection.get()), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &X11Hotkeys::readEvents);
    return true;
}

void X11Hotkeys::readKeyboard()
{
    const xcb_setup_t* setup = xcb_get_setup(m_connection.get());
    m_firstCode = setup->min_keycode;
    const auto count = static_cast<uint8_t>(setup->max_keycode - setup->min_keycode + 1);
    const auto mapping = owned(xcb_get_keyboard_mapping_reply(m_connection.get(),
        xcb_get_keyboard_mapping(m_connection.get(), m_firstCode, count), nullptr));
    m_keysyms.clear();
    m_columns = 0;
    if (mapping) {
        const xcb_keysym_t* keysyms = xcb_get_keyboard_mapping_keysyms(mapping.get());
        m_keysyms.assign(keysyms, keysyms + xcb_get_keyboard_mapping_keysyms_length(mapping.get()));
        m_columns = mapping->keysyms_per_keycode;
    }
    readModifiers();
}

void X11Hotkeys::readModifiers()
{
    m_modifiers = {};
    const auto mapping = owned(xcb_get_modifier_mapping_reply(
        m_connection.get(), xcb_get_modifier_mapping(m_connection.get()), nullptr));
    if (!mapping) {
        return;
    }
    const xcb_keycode_t* codes = xcb_get_modifier_mapping_keycodes(mapping.get());
    const int each = mapping->keycodes_per_modifier;
    const auto find = [this, codes, each](xcb_keysym_t keysym, uint16_t& mask) {
        const std::vector<xcb_keycode_t> wanted = codesOf(keysym);
        for (int bit = 0; bit < 8; ++bit) {
            for (int i = 0; i < each; ++i) {
                const xcb_keycode_t code = codes[bit * each + i];
                if (code != 0 && std::ranges::find(wanted, code) != wanted.end()) {
                    mask = static_cast<uint16_t>(1U << unsigned(bit));
                    return;
                }
            }
        }
    };
    find(kAltLeft, m_modifiers.alt);
    find(kSuperLeft, m_modifiers.meta);
    find(kNumLock, m_modifiers.numLock);
    find(kScrollLock, m_modifiers.scrollLock);
}

std::vector<xcb_keycode_t> X11Hotkeys::codesOf(xcb_keysym_t keysym) const
{
    std::vector<xcb_keycode_t> codes;
    const auto rows = m_columns > 0 ? m_keysyms.size() / size_t(m_columns) : 0;
    // A sign that needs no Shift first: "+" is on two keys of many keyboards.
    for (int column = 0; column < m_columns && codes.empty(); ++column) {
        for (size_t row = 0; row < rows; ++row) {
            if (m_keysyms[row * size_t(m_columns) + size_t(column)] == keysym) {
                codes.push_back(static_cast<xcb_keycode_t>(m_firstCode + row));
            }
        }
    }
    return codes;
}

uint16_t X11Hotkeys::maskOf(Qt::KeyboardModifiers modifiers) const
{
    unsigned mask = 0;
    mask |= modifiers.testFlag(Qt::ShiftModifier) ? unsigned(XCB_MOD_MASK_SHIFT) : 0;
    mask |= modifiers.testFlag(Qt::ControlModifier) ? unsigned(XCB_MOD_MASK_CONTROL) : 0;
    mask |= modifiers.testFlag(Qt::AltModifier) ? m_modifiers.alt : 0U;
    mask |= modifiers.testFlag(Qt::MetaModifier) ? m_modifiers.meta : 0U;
    return static_cast<uint16_t>(mask);
}

std::vector<uint16_t> X11Hotkeys::locks() const
{
    std::vector<uint16_t> states { 0 };
    for (const uint16_t lock :
        { uint16_t(XCB_MOD_MASK_LOCK), m_modifiers.numLock, m_modifiers.scrollLock }) {
        const size_t count = lock == 0 ? 0 : states.size();
        for (size_t i = 0; i < count; ++i) {
            states.push_back(static_cast<uint16_t>(states[i] | lock));
        }
    }
    return states;
}

void X11Hotkeys::grabAll()
{
    QMap<QString, QString> faults;
    for (const Hotkey& hotkey : std::as_const(m_wanted)) {
        if (const QString fault = grab(hotkey); !fault.isEmpty()) {
            faults.insert(hotkey.id, fault);
        }
    }
    setState({}, faults);
    // What came in while we waited for an answer makes the socket no longer readable.
    QMetaObject::invokeMethod(this, &X11Hotkeys::readEvents, Qt::QueuedConnection);
}

QString X11Hotkeys::grab(const Hotkey& hotkey)
{
    const QKeyCombination key = hotkey.keys[0];
    const xcb_keysym_t keysym = keysymOf(key);
    const std::vector<xcb_keycode_t> codes
        = keysym == 0 ? std::vector<xcb_keycode_t>() : codesOf(keysym);
    if (codes.empty()) {
        return unknownText();
    }
    const uint16_t modifiers = maskOf(key.keyboardModifiers());
    for (const xcb_keycode_t code : codes) {
        if (!grab(code, modifiers)) {
            std::erase_if(m_grabs, [this, &hotkey](const Grab& each) {
                if (each.id == hotkey.id) {
                    ungrab(each.code, each.modifiers);
                }
                return each.id == hotkey.id;
            });
            return takenText();
        }
        m_grabs.push_back({ code, modifiers, hotkey.id });
    }
    return {};
}

bool X11Hotkeys::grab(xcb_keycode_t code, uint16_t modifiers)
{
    const std::vector<uint16_t> states = locks();
    std::vector<xcb_void_cookie_t> asked;
    asked.reserve(states.size());
    for (const uint16_t state : states) {
        asked.push_back(xcb_grab_key_checked(m_connection.get(), 0, m_root,
            static_cast<uint16_t>(modifiers | state), code, XCB_GRAB_MODE_ASYNC,
            XCB_GRAB_MODE_ASYNC));
    }
    bool isTaken = true; // by us
    for (const xcb_void_cookie_t& each : asked) {
        isTaken = !owned(xcb_request_check(m_connection.get(), each)) && isTaken;
    }
    if (!isTaken) {
        ungrab(code, modifiers);
    }
    return isTaken;
}

void X11Hotkeys::ungrab(xcb_keycode_t code, uint16_t modifiers)
{
    for (const uint16_t state : locks()) {
        xcb_ungrab_key(m_connection.get(), code, m_root, static_cast<uint16_t>(modifiers | state));
    }
}

void X11Hotkeys::ungrabAll()
{
    m_grabs.clear();
    xcb_ungrab_key(m_connection.get(), XCB_GRAB_ANY, m_root, XCB_MOD_MASK_ANY);
    xcb_flush(m_connection.get());
}

void X11Hotkeys::readEvents()
{
    bool isOtherKeyboard = false;
    while (m_connection) {
        const auto event = owned(xcb_poll_for_event(m_connection.get()));
        if (!event) {
            break;
        }
        if (event->response_type == XCB_MAPPING_NOTIFY) {
            const auto& change = reinterpret_cast<const xcb_mapping_notify_event_t&>(*event);
            isOtherKeyboard |= change.request != XCB_MAPPING_POINTER;
        } else {
            take(*event);
        }
    }
    if (m_connection && xcb_connection_has_error(m_connection.get()) != 0) {
        m_notifier->setEnabled(false); // with the server the program ends, too
    } else if (m_connection && isOtherKeyboard) {
        ungrabAll();
        readKeyboard();
        grabAll();
    }
}

void X11Hotkeys::take(const xcb_generic_event_t& event)
{
    const auto type = event.response_type; // one that a program has sent is of another type
    if (type != XCB_KEY_PRESS && type != XCB_KEY_RELEASE) {
        return;
    }
    const auto& key = reinterpret_cast<const xcb_key_press_event_t&>(event); // as xcb says it is
    if (type == XCB_KEY_RELEASE) {
        m_released = key.detail;
        m_releasedAt = key.time;
        return;
    }
    if (key.detail == m_released && key.time == m_releasedAt) {
        return; // one that is held is let go and pressed in the same instant
    }
    unsigned locked = 0;
    for (const uint16_t state : locks()) {
        locked |= state;
    }
    const unsigned modifiers = key.state & kModifierBits & ~locked;
    const auto grab = std::ranges::find_if(m_grabs, [&key, modifiers](const Grab& each) {
        return each.code == key.detail && each.modifiers == modifiers;
    });
    if (grab != m_grabs.end()) {
        const QString id = grab->id; // what it leads to may choose other keys
        Q_EMIT pressed(id);
    }
}

} // namespace app

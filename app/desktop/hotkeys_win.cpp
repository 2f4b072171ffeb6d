// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeys.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <windows.h>

namespace app {

namespace {

struct Named
{
    Qt::Key key;
    UINT code;
};

constexpr Named kNamed[] {
    { Qt::Key_Pause, VK_PAUSE },
    { Qt::Key_Print, VK_SNAPSHOT },
    { Qt::Key_ScrollLock, VK_SCROLL },
    { Qt::Key_Space, VK_SPACE },
    { Qt::Key_Return, VK_RETURN },
    { Qt::Key_Backspace, VK_BACK },
    { Qt::Key_Tab, VK_TAB },
    { Qt::Key_Insert, VK_INSERT },
    { Qt::Key_Delete, VK_DELETE },
    { Qt::Key_Home, VK_HOME },
    { Qt::Key_End, VK_END },
    { Qt::Key_PageUp, VK_PRIOR },
    { Qt::Key_PageDown, VK_NEXT },
    { Qt::Key_Left, VK_LEFT },
    { Qt::Key_Up, VK_UP },
    { Qt::Key_Right, VK_RIGHT },
    { Qt::Key_Down, VK_DOWN },
    { Qt::Key_MediaPlay, VK_MEDIA_PLAY_PAUSE },
    { Qt::Key_MediaTogglePlayPause, VK_MEDIA_PLAY_PAUSE },
    { Qt::Key_MediaStop, VK_MEDIA_STOP },
    { Qt::Key_MediaNext, VK_MEDIA_NEXT_TRACK },
    { Qt::Key_MediaPrevious, VK_MEDIA_PREV_TRACK },
};

/// What Windows calls a key; 0 if this keyboard has none.
UINT codeOf(Qt::Key key)
{
    for (const Named& each : kNamed) {
        if (each.key == key) {
            return each.code;
        }
    }
    if (key >= Qt::Key_F1 && key <= Qt::Key_F24) {
        return VK_F1 + UINT(key - Qt::Key_F1);
    }
    if (key > Qt::Key_Space && key <= Qt::Key_ydiaeresis) {
        const SHORT scanned = VkKeyScanW(QChar(char16_t(key)).toLower().unicode());
        return scanned == -1 ? 0 : LOBYTE(scanned);
    }
    return 0;
}

UINT modifiersOf(Qt::KeyboardModifiers modifiers)
{
    UINT result = MOD_NOREPEAT;
    result |= modifiers.testFlag(Qt::ShiftModifier) ? MOD_SHIFT : 0U;
    result |= modifiers.testFlag(Qt::ControlModifier) ? MOD_CONTROL : 0U;
    result |= modifiers.testFlag(Qt::AltModifier) ? MOD_ALT : 0U;
    result |= modifiers.testFlag(Qt::MetaModifier) ? MOD_WIN : 0U;
    return result;
}

/// RegisterHotKey without a window: the keys come to the thread. The locks make no difference.
class WindowsHotkeys final : public Hotkeys, private QAbstractNativeEventFilter
{
public:
    WindowsHotkeys() { qApp->installNativeEventFilter(this); }
    ~WindowsHotkeys() override
    {
        giveBack();
        qApp->removeNativeEventFilter(this);
    }
    Q_DISABLE_COPY_MOVE(WindowsHotkeys)

    void set(const QList<Hotkey>& wanted) override
    {
        if (wanted == m_wanted) {
            return;
        }
        giveBack();
        m_wanted = wanted;
        QMap<QString, QString> faults;
        for (int i = 0; i < m_wanted.size(); ++i) {
            const Hotkey& hotkey = m_wanted.at(i);
            const UINT code = codeOf(hotkey.keys[0].key());
            if (code == 0) {
                faults.insert(hotkey.id, unknownText());
            } else if (!RegisterHotKey(
                           nullptr, i, modifiersOf(hotkey.keys[0].keyboardModifiers()), code)) {
                faults.insert(hotkey.id, takenText());
            }
        }
        setState({}, faults);
    }

private:
    void giveBack()
    {
        for (int i = 0; i < m_wanted.size(); ++i) {
            UnregisterHotKey(nullptr, i);
        }
    }

    bool nativeEventFilter(const QByteArray&, void* message, qintptr*) override
    {
        const auto* event = static_cast<const MSG*>(message);
        if (event->message != WM_HOTKEY || event->wParam >= WPARAM(m_wanted.size())) {
            return false;
        }
        const QString id = m_wanted.at(qsizetype(event->wParam)).id;
        Q_EMIT pressed(id);
        return true;
    }

    QList<Hotkey> m_wanted; ///< the number of a key is its row
};

} // namespace

std::unique_ptr<Hotkeys> makeHotkeys()
{
    return std::make_unique<WindowsHotkeys>();
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktoplook.h"

namespace app {

/// Nobody is asked here: what is wished for is chosen in Settings.
class DesktopLook::Watch
{
};

DesktopLook::DesktopLook(QObject* parent)
    : QObject(parent)
{
}

DesktopLook::~DesktopLook() = default;

bool DesktopLook::wantsContrast() const
{
    return false;
}

bool DesktopLook::wantsMotion() const
{
    return true;
}

} // namespace app

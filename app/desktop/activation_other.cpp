// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/activation.h"

#include <QWidget>

namespace app {

void activateFor(QWidget& window, const QString&)
{
    window.raise();
    window.activateWindow();
}

} // namespace app

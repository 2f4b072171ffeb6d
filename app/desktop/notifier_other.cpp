// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/notifier.h"

// What the icon in the tray can show is all there is.
namespace app {

class Notifier::Service
{
};

Notifier::Notifier(QObject* parent)
    : QObject(parent)
{
}

Notifier::~Notifier() = default;

void Notifier::show(const Notice& notice)
{
    Q_EMIT unshown(notice);
}

} // namespace app

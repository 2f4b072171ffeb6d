// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/hotkeys.h"

namespace app {

Hotkeys::Hotkeys(QObject* parent)
    : QObject(parent)
{
}

Hotkeys::~Hotkeys() = default;

void Hotkeys::setState(const QString& impossible, const QMap<QString, QString>& faults)
{
    if (impossible != m_impossible || faults != m_faults) {
        m_impossible = impossible;
        m_faults = faults;
        Q_EMIT stateChanged();
    }
}

QString Hotkeys::takenText()
{
    return tr("Another program has this key.");
}

QString Hotkeys::unknownText()
{
    return tr("This keyboard has no such key.");
}

QString Hotkeys::impossibleText()
{
    return tr("This desktop lets no program have keys while another one has the focus.");
}

} // namespace app

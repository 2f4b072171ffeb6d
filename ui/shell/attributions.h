// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace ui {

/// Something that the program is, or is built with.
struct Attribution
{
    QString name {};
    QString version {}; ///< may be unknown
    QString licence {}; ///< its name
    QString text {}; ///< path of the licence's text, a resource
};

/// The program itself first.
[[nodiscard]] QList<Attribution> attributions();

/// For whoever reports a fault: versions and the system. No name of a person, a computer, a server
/// or a folder is in it.
[[nodiscard]] QString versionInformation();

} // namespace ui

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/transfer.h"

namespace ui {

/// A setting that export, import and reset know, in words.
struct ListedSetting
{
    settings::Portable portable {};
    QString title {};
    QMap<QString, QString> values {}; ///< what the values of a file are called
};

/// Every setting a person chose by hand. Never in it: accounts, servers, certificates, anything
/// that identifies this computer.
[[nodiscard]] QList<ListedSetting> listedSettings();
[[nodiscard]] QList<settings::Portable> portableSettings();

/// "Theme: Light → Dark"; a name that is not listed stands for itself.
[[nodiscard]] QString textOf(
    const settings::Difference& difference, const QList<ListedSetting>& listed);

} // namespace ui

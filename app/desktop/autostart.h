// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QString>

namespace app {

/// Whether this user's session starts the program in the tray. The session's own record is the
/// truth: another program may change it. Thread: any. Cost: one small file, or one key of the
/// registry.
class Autostart final
{
public:
    /// @param program  its whole path
    explicit Autostart(QString program);

    [[nodiscard]] bool isOn() const;
    /// Errors: Storage; Unsupported where this program does not know how.
    [[nodiscard]] util::Result<void> set(bool on) const;

private:
    QString m_program;
};

} // namespace app

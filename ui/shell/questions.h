// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

class QWidget;

namespace ui {

/// Asks over @p window whether a token that was never used at @p server is a new one of the user
/// who is signed in there, or somebody else's. Cancelled when it is not answered.
[[nodiscard]] util::Future<bool> askSameUser(QWidget& window, const QString& server);

/// Asks over @p window whether what this computer holds of @p server is to be deleted, and says
/// what stays. @param waiting  how many changes were not sent yet. Cancelled unless confirmed.
[[nodiscard]] util::Future<void> askForget(QWidget& window, const QString& server, int waiting);

} // namespace ui

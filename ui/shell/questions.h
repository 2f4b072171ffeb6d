// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/certificate.h"
#include "core/util/async.h"

class QWidget;

namespace ui {

/// Asks over @p window whether a token that was never used at @p server is a new one of the user
/// who is signed in there, or somebody else's. Cancelled when it is not answered.
[[nodiscard]] util::Future<bool> askSameUser(QWidget& window, const QString& server);

/// Asks over @p window whether what this computer holds of @p server is to be deleted, and says
/// what stays. @param waiting  how many changes were not sent yet. Cancelled unless confirmed.
[[nodiscard]] util::Future<void> askForget(QWidget& window, const QString& server, int waiting);

/// Asks over @p window whether a certificate that nobody vouches for is to be trusted for
/// @p address, from now on and nowhere else. Cancelled unless confirmed.
/// @param former  the fingerprint that was trusted there before; empty if none was
[[nodiscard]] util::Future<void> askCertificate(QWidget& window, const QUrl& address,
    const net::Certificate& certificate, const QByteArray& former);

/// Asks over @p window whether the library on this computer is to be emptied and read again.
/// Cancelled unless confirmed.
[[nodiscard]] util::Future<void> askFlushLibrary(QWidget& window);

/// Asks over @p window what closing it means: true = it stays in the tray, false = the program
/// ends. Cancelled when it is not answered; then the window stays.
[[nodiscard]] util::Future<bool> askOnClose(QWidget& window);

/// Asks over @p window whether this computer signs out of an account, and says what goes.
/// @param servers  how many of its servers are known here
/// @param waiting  how many changes were not sent yet
[[nodiscard]] util::Future<void> askSignOut(
    QWidget& window, const QString& account, int servers, int waiting);

} // namespace ui

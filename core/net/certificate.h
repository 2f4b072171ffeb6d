// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

#include <QDateTime>
#include <QObject>
#include <QSslError>
#include <QStringList>
#include <QUrl>

class QNetworkReply;

namespace net {

/// A server's certificate, as a person judges it who is asked to trust it.
struct Certificate
{
    QByteArray sha256 {}; ///< of its DER form, 32 bytes: the fingerprint
    QString subject {};
    QString issuer {};
    QStringList names {}; ///< hosts that it is for
    QDateTime validFrom {};
    QDateTime validUntil {};
    QStringList faults {}; ///< why it is not accepted, one sentence each; empty = it is
    /// Whether a pin can make up for the faults: not for what has expired or was revoked.
    bool canBePinned = false;
    bool operator==(const Certificate&) const = default;
};

/// The fingerprint of a certificate.
[[nodiscard]] QByteArray fingerprintOf(const QSslCertificate& certificate);

/// What of @p errors is made up for by a pin: all of them, if @p peer has the @p pinned fingerprint
/// and each is about who vouches for it or what it is called; else none.
[[nodiscard]] QList<QSslError> pardonedBy(
    const QByteArray& pinned, const QSslCertificate& peer, const QList<QSslError>& errors);

/// Lets a request go on if a pin makes up for all @p errors; else it fails with Tls by itself.
void pardon(QNetworkReply& reply, const QByteArray& pinned, const QList<QSslError>& errors);

/// Looks at the certificates of servers without sending them anything.
///
/// Thread: its creator's.
class CertificateReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Shakes hands with the host of an https @p url, with full verification, and hangs up.
    /// Errors: Offline, Timeout (5 s), Tls (no certificate came), InvalidInput (no https URL).
    [[nodiscard]] util::Future<Certificate> read(const QUrl& url);
};

} // namespace net

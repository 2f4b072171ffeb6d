// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/certificate.h"

#include "core/net/failure_p.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;

namespace net {
namespace {

constexpr auto kLimit = std::chrono::seconds(5);
constexpr int kHttpsPort = 443;

/// About who vouches for a certificate, or what it is called; not about its time or revocation.
bool canBePardoned(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::HostNameMismatch:
        return true;
    default:
        return false;
    }
}

struct CertificateText
{
    Q_DECLARE_TR_FUNCTIONS(net::Certificate)
};

QString sentence(QSslError::SslError error)
{
    switch (error) {
    case QSslError::SelfSignedCertificate:
        return CertificateText::tr("It was issued by the server itself.");
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return CertificateText::tr("This computer does not know who issued it.");
    case QSslError::HostNameMismatch:
        return CertificateText::tr("It is for another name than the address of the server.");
    case QSslError::CertificateExpired:
        return CertificateText::tr("It has expired.");
    case QSslError::CertificateNotYetValid:
        return CertificateText::tr("It is not valid yet. Check the clock of this computer.");
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return CertificateText::tr("It was revoked.");
    default:
        return CertificateText::tr("It is not valid.");
    }
}

Certificate describe(const QSslCertificate& peer, const QList<QSslError>& errors)
{
    Certificate certificate;
    certificate.sha256 = fingerprintOf(peer);
    certificate.subject = peer.subjectDisplayName();
    certificate.issuer = peer.issuerDisplayName();
    certificate.names = peer.subjectAlternativeNames().values(QSsl::DnsEntry)
        + peer.subjectAlternativeNames().values(QSsl::IpAddressEntry);
    certificate.validFrom = peer.effectiveDate();
    certificate.validUntil = peer.expiryDate();
    certificate.canBePinned = true;
    for (const QSslError& error : errors) {
        certificate.faults.append(sentence(error.error()));
        certificate.canBePinned = certificate.canBePinned && canBePardoned(error.error());
    }
    certificate.faults.removeDuplicates();
    return certificate;
}

} // namespace

QByteArray fingerprintOf(const QSslCertificate& certificate)
{
    return certificate.digest(QCryptographicHash::Sha256);
}

QList<QSslError> pardonedBy(
    const QByteArray& pinned, const QSslCertificate& peer, const QList<QSslError>& errors)
{
    const bool isPinned = !pinned.isEmpty() && !peer.isNull() && fingerprintOf(peer) == pinned;
    const bool canBe = std::ranges::all_of(
        errors, [](const QSslError& error) { return canBePardoned(error.error()); });
    return isPinned && canBe ? errors : QList<QSslError>();
}

void pardon(QNetworkReply& reply, const QByteArray& pinned, const QList<QSslError>& errors)
{
    const QList<QSslError> pardoned
        = pardonedBy(pinned, reply.sslConfiguration().peerCertificate(), errors);
    if (!pardoned.isEmpty()) {
        reply.ignoreSslErrors(pardoned);
    }
}

util::Future<Certificate> CertificateReader::read(const QUrl& url)
{
    if (url.scheme() != "https"_L1 || url.host().isEmpty()) {
        return util::async::ready<Certificate>(Error { Error::Code::InvalidInput,
            tr("Only an encrypted address has a certificate."), u"no https URL"_s, 0, {} });
    }
    auto* socket = new QSslSocket(this);
    auto* limit = new QTimer(socket);
    util::Promise<Certificate> promise;
    const auto finish = [socket, promise](util::Result<Certificate> result) {
        promise.finish(std::move(result));
        socket->disconnect();
        socket->abort();
        socket->deleteLater();
    };
    const auto fail = [finish, url](QNetworkReply::NetworkError error) {
        finish(toError({ 0, error, "TLS", url, {} }));
    };
    connect(socket, &QSslSocket::sslErrors, this, [socket, finish](const QList<QSslError>& errors) {
        finish(describe(socket->peerCertificate(), errors));
    });
    connect(socket, &QSslSocket::encrypted, this,
        [socket, finish] { finish(describe(socket->peerCertificate(), {})); });
    connect(socket, &QSslSocket::errorOccurred, this, [fail](QAbstractSocket::SocketError error) {
        fail(error == QAbstractSocket::SslHandshakeFailedError
                ? QNetworkReply::SslHandshakeFailedError
                : QNetworkReply::ConnectionRefusedError);
    });
    connect(limit, &QTimer::timeout, this, [fail] { fail(QNetworkReply::TimeoutError); });
    limit->setSingleShot(true);
    limit->start(kLimit);
    socket->connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(kHttpsPort)));
    return promise.future();
}

} // namespace net

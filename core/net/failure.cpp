// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/failure_p.h"

#include "core/net/redact.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMetaEnum>
#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;

namespace net {
namespace {

constexpr std::chrono::milliseconds kLeave { 1000 };
constexpr std::chrono::seconds kLongestWait { 24 * 60 * 60 }; // a timer holds 24 days

Error::Code codeOfStatus(int status)
{
    switch (status) {
    case 401:
    case 498: // plex.tv: the signed token has expired
        return Error::Code::Unauthorised;
    case 403:
        return Error::Code::Forbidden;
    case 404:
    case 410:
        return Error::Code::NotFound;
    case 405:
    case 501:
        return Error::Code::Unsupported;
    case 409:
        return Error::Code::Conflict;
    case 408:
        return Error::Code::Timeout;
    case 429:
        return Error::Code::RateLimited;
    default:
        break;
    }
    if (status >= 500) {
        return Error::Code::Server;
    }
    return status >= 400 ? Error::Code::InvalidInput : Error::Code::Protocol;
}

Error::Code codeOfNetwork(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Error::Code::Tls;
    // Qt's transfer timeout aborts the reply; our own aborts never get here.
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Error::Code::Timeout;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return Error::Code::Protocol;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Error::Code::Forbidden;
    default:
        return Error::Code::Offline;
    }
}

struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(net::Client)
};

QString sentence(Error::Code code)
{
    switch (code) {
    case Error::Code::Unauthorised:
        return FailureText::tr("The server does not accept this sign-in.");
    case Error::Code::Forbidden:
        return FailureText::tr("This user is not allowed to do that on this server.");
    case Error::Code::NotFound:
        return FailureText::tr("The server does not have this any more.");
    case Error::Code::Conflict:
        return FailureText::tr("The server already has something of that name.");
    case Error::Code::RateLimited:
        return FailureText::tr("The server asks for fewer requests. Try again in a moment.");
    case Error::Code::Server:
        return FailureText::tr(
            "The server reports a fault of its own. It may be starting; try again in a moment.");
    case Error::Code::Unsupported:
        return FailureText::tr("This server does not offer that.");
    case Error::Code::InvalidInput:
        return FailureText::tr("The server refused the request.");
    case Error::Code::Timeout:
        return FailureText::tr("The server did not answer in time.");
    case Error::Code::Tls:
        return FailureText::tr("The server's certificate is not valid, so nothing was sent to it.");
    case Error::Code::Protocol:
        return FailureText::tr("The server's answer could not be understood.");
    default:
        return FailureText::tr("The server cannot be reached.");
    }
}

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray& header)
{
    bool isNumber = false;
    const qint64 seconds = header.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        return seconds >= 0 ? std::optional(std::min(std::chrono::seconds(seconds), kLongestWait))
                            : std::nullopt;
    }
    // RFC 9110: also a date, which ends in "GMT" where Qt wants an offset.
    QString text = QString::fromLatin1(header.trimmed());
    text.replace(u" GMT"_s, u" +0000"_s);
    const QDateTime date = QDateTime::fromString(text, Qt::RFC2822Date);
    if (!date.isValid()) {
        return std::nullopt;
    }
    const qint64 wait = QDateTime::currentDateTimeUtc().secsTo(date);
    return std::clamp(std::chrono::seconds(wait), std::chrono::seconds(0), kLongestWait);
}

} // namespace

Error toError(const Failure& failure)
{
    const Error::Code code
        = failure.status > 0 ? codeOfStatus(failure.status) : codeOfNetwork(failure.error);
    const QString reason = failure.status > 0
        ? QString::number(failure.status)
        : QString::fromLatin1(
            QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(failure.error));
    return Error { code, sentence(code),
        u"%1 %2: %3"_s.arg(QString::fromLatin1(failure.verb), redact(failure.url), reason),
        failure.status, parseRetryAfter(failure.retryAfter) };
}

void giveUp(QNetworkReply& reply)
{
    QObject::connect(&reply, &QNetworkReply::finished, &reply, &QObject::deleteLater);
    QTimer::singleShot(kLeave, &reply, &QNetworkReply::abort);
    if (reply.isFinished()) {
        reply.deleteLater();
    }
}

Error protocolError(const QByteArray& verb, const QUrl& url, const QString& what)
{
    return Error { Error::Code::Protocol, sentence(Error::Code::Protocol),
        u"%1 %2: %3"_s.arg(QString::fromLatin1(verb), redact(url), redact(what)), 0, {} };
}

bool isPassing(const Error& error)
{
    switch (error.code) {
    case Error::Code::Offline:
    case Error::Code::Timeout:
    case Error::Code::RateLimited:
    case Error::Code::Server:
        return true;
    default:
        return false;
    }
}

} // namespace net

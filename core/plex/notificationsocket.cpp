// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plex/notificationsocket.h"

#include "core/net/certificate.h"
#include "core/plex/log.h"

#include <QNetworkRequest>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslSocket>
#include <QUrlQuery>
#include <QWebSocket>
#include <utility>

using namespace Qt::StringLiterals;

namespace plex {

Q_LOGGING_CATEGORY(lcPlex, "plex", QtInfoMsg)

NotificationSocket::NotificationSocket(const QUrl& base, util::SecretString token,
    const ClientIdentity& identity, QByteArray pinnedCertificate, QObject* parent)
    : QObject(parent)
    , m_url(base)
    , m_token(std::move(token))
    , m_identity(identity)
    , m_pinnedCertificate(std::move(pinnedCertificate))
{
    m_url.setScheme(base.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    QString path = base.path();
    path.chop(path.endsWith(u'/') ? 1 : 0);
    m_url.setPath(path + u"/:/websockets/notifications"_s); // behind a proxy's own path
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &NotificationSocket::open);
    connect(&m_ping, &QTimer::timeout, this, &NotificationSocket::look);
    m_handshake.setSingleShot(true);
    connect(&m_handshake, &QTimer::timeout, this, [this] {
        qCInfo(lcPlex) << "event=notifications_unanswered";
        noteBreak();
    });
}

NotificationSocket::~NotificationSocket()
{
    close();
}

void NotificationSocket::start()
{
    m_ping.setInterval(m_timing.ping);
    open();
}

void NotificationSocket::open()
{
    close();
    QUrl url = m_url;
    QNetworkRequest request;
    const QByteArray& token = m_token.reveal();
    if (std::ranges::any_of(token, [](char c) { return uchar(c) <= 0x20 || uchar(c) >= 0x7f; })) {
        return; // it would be more than one header; requests fail with a sentence
    }
    m_isInQuery = std::exchange(m_wasRefused, false);
    if (m_isInQuery) {
        QUrlQuery query;
        query.addQueryItem(u"X-Plex-Token"_s,
            QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(token))));
        url.setQuery(query);
    } else {
        request.setRawHeader("X-Plex-Token", token);
    }
    request.setUrl(url);
    for (const auto& [name, value] : headersOf(m_identity)) {
        request.setRawHeader(name, value);
    }
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingFrameSize(quint64(kLargestFrame));
    m_socket->setMaxAllowedIncomingMessageSize(quint64(kLargestFrame));
    connect(m_socket.get(), &QWebSocket::connected, this, [this] {
        m_isConnected = true;
        m_wasDistrusted = false;
        m_handshake.stop();
        m_heard.start();
        m_ping.start();
        qCInfo(lcPlex) << "event=notifications_connected";
        Q_EMIT connected();
    });
    connect(m_socket.get(), &QWebSocket::sslErrors, this, &NotificationSocket::judgeCertificate);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &NotificationSocket::take);
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_heard.start(); });
    connect(m_socket.get(), &QWebSocket::disconnected, this, &NotificationSocket::noteBreak);
    const auto failed
        = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error); // 6.5: errorOccurred
    connect(m_socket.get(), failed, this, [this] {
        if (!m_isConnected) { // else disconnected() follows
            noteFailure();
        }
    });
    m_handshake.start(m_timing.handshake); // Qt has no limit of its own
    m_socket->open(request);
}

void NotificationSocket::judgeCertificate(const QList<QSslError>& errors)
{
    // A QWebSocket does not show its peer's certificate (6.4), but its socket is its child. An
    // error may be about any certificate of the chain, so that it does not tell.
    const auto* tls = m_socket->findChild<QSslSocket*>();
    const QSslCertificate peer = tls ? tls->peerCertificate() : QSslCertificate();
    const QList<QSslError> pardoned = net::pardonedBy(m_pinnedCertificate, peer, errors);
    if (!pardoned.isEmpty()) {
        m_socket->ignoreSslErrors(pardoned);
    } else if (!std::exchange(m_wasDistrusted, true)) { // once, not at each try
        qCWarning(lcPlex) << "event=notifications_distrusted pinned="
                          << !m_pinnedCertificate.isEmpty();
    }
}

void NotificationSocket::close()
{
    m_ping.stop();
    m_handshake.stop();
    m_isConnected = false;
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // one of its signals may be what leads here
    }
}

void NotificationSocket::noteFailure()
{
    // Qt keeps the status to itself, except in this text.
    const bool isRefused = m_socket->errorString().contains("401"_L1);
    if (!isRefused || !m_isInQuery) {
        m_wasRefused = isRefused;
        noteBreak();
        return;
    }
    close();
    qCWarning(lcPlex) << "event=notifications_refused";
    Q_EMIT refused();
}

void NotificationSocket::noteBreak()
{
    const bool wasConnected = m_isConnected;
    close();
    m_backOff = std::clamp(m_backOff * 2, m_timing.firstRetry, m_timing.longestRetry);
    const auto longest = static_cast<int>(m_backOff.count());
    m_retry.start(longest / 2 + QRandomGenerator::global()->bounded(longest / 2 + 1));
    if (wasConnected) {
        qCInfo(lcPlex) << "event=notifications_broken";
        Q_EMIT disconnected();
    }
}

void NotificationSocket::take(const QString& frame)
{
    m_heard.start();
    m_backOff = std::chrono::milliseconds(0); // only now: a proxy may accept, and no more
    const auto notification = parseNotification(frame.toUtf8());
    if (!notification) {
        qCDebug(lcPlex).noquote() << "event=notification_passed_over detail="
                                  << notification.error().detail;
    } else if (*notification != Notification()) {
        Q_EMIT received(*notification);
    }
}

void NotificationSocket::look()
{
    if (m_heard.hasExpired(m_timing.silence.count())) {
        noteBreak();
    } else {
        m_socket->ping();
    }
}

} // namespace plex

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plex/clientidentity.h"
#include "core/plex/notification.h"
#include "core/util/secretstring.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QUrl>
#include <memory>

class QWebSocket;

namespace plex {

/// Listens to what a server tells of itself, and keeps listening: after each break it connects
/// again, at growing intervals. Nothing is repeated by the server: whoever listens has to look
/// what changed after each connected().
///
/// The token goes as a header. A server or proxy that answers this with 401 gets it once in the
/// query of the URL, which is shown and logged nowhere; if that is refused, too, nothing is tried
/// any more. Thread: UI.
class NotificationSocket : public QObject
{
    Q_OBJECT
public:
    struct Timing
    {
        std::chrono::milliseconds firstRetry = std::chrono::seconds(1); ///< less up to a half
        std::chrono::milliseconds longestRetry = std::chrono::seconds(60);
        std::chrono::milliseconds ping = std::chrono::seconds(30);
        /// From the first packet to the end of the opening handshake, TLS included.
        std::chrono::milliseconds handshake = std::chrono::seconds(20);
        /// Without a frame or an answer to a ping: a proxy has dropped the connection silently.
        std::chrono::milliseconds silence = std::chrono::seconds(75);
    };

    /// Nothing is opened yet. @param base  the server's address, http or https
    /// @param pinnedCertificate  see net::Client::Options
    NotificationSocket(const QUrl& base, util::SecretString token, const ClientIdentity& identity,
        QByteArray pinnedCertificate = {}, QObject* parent = nullptr);
    ~NotificationSocket() override;

    void setTiming(const Timing& timing) { m_timing = timing; }
    /// Connects, and again whenever the connection breaks. After refused(): tries anew.
    void start();
    [[nodiscard]] bool isConnected() const { return m_isConnected; }

Q_SIGNALS:
    /// From now on everything is told; what happened before is not.
    void connected();
    void disconnected();
    /// The token was accepted neither way: nothing is tried before the next start().
    void refused();
    /// A frame that tells something. Frames that make no sense are passed over.
    void received(const plex::Notification& notification);

private:
    void open();
    void judgeCertificate(const QList<QSslError>& errors);
    void close();
    void noteFailure();
    void noteBreak();
    void take(const QString& frame);
    void look();

    QUrl m_url;
    util::SecretString m_token;
    ClientIdentity m_identity;
    QByteArray m_pinnedCertificate;
    Timing m_timing;
    std::unique_ptr<QWebSocket> m_socket;
    QTimer m_retry;
    QTimer m_ping;
    QTimer m_handshake;
    QElapsedTimer m_heard; // since the last sign of life
    std::chrono::milliseconds m_backOff { 0 };
    bool m_wasDistrusted = false; ///< the certificate, at any try
    bool m_isConnected = false;
    bool m_isInQuery = false; // the token, in the try that is being made
    bool m_wasRefused = false; // the token as a header, in the try before
};

} // namespace plex

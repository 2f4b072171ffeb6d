// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/request.h"
#include "core/util/async.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

namespace net {

class Client;

/// One send() from queue to result, with its retries.
class Exchange : public QObject
{
    Q_OBJECT
public:
    Exchange(
        Client& client, Request request, util::Promise<Response> promise, std::stop_token stop);
    ~Exchange() override;

    /// Sends the first time. The exchange tells the client when it is over.
    void start();

private:
    void sendOnce();
    void judgeCertificate(const QList<QSslError>& errors);
    void readHead();
    void readBody();
    /// Ends this try as its status says, without the rest of the body.
    void failByStatus(int status);
    void finishTry();
    /// Ends this try with an error: again, or over.
    void failTry(util::Error error);
    void finish(util::Result<Response> result);
    void dropReply();
    [[nodiscard]] std::chrono::milliseconds pauseBefore(
        int nextTry, const util::Error& error) const;

    Client& m_client;
    Request m_request;
    util::Promise<Response> m_promise;
    QNetworkReply* m_reply = nullptr; // a child of the manager; dropped with deleteLater
    QByteArray m_body;
    qint64 m_received = 0; // of this try's body, kept or not
    QTimer m_deadline;
    QTimer m_pause;
    QElapsedTimer m_clock;
    int m_tries = 0;
    bool m_isOver = false;
    std::optional<std::stop_callback<std::function<void()>>>
        m_onStop; // last: its thread may be any
};

} // namespace net

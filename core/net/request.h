// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <chrono>
#include <utility>

namespace net {

/// One HTTP request, relative to a Client's base.
struct Request
{
    QByteArray verb = "GET";
    QString path {}; ///< from the base, "/library/sections"; may end in an encoded "?query"
    QList<std::pair<QString, QString>> query {}; ///< plain text; encoded strictly (RFC 3986)
    QList<std::pair<QByteArray, QByteArray>> headers {};
    QByteArray body {};
    bool idempotent = true; ///< may be sent again after a failure
    bool anonymous = false; ///< without the client's secret headers
    int tries = 3; ///< in all, if idempotent
    std::chrono::milliseconds timeout { 30'000 }; ///< without a byte in either direction
    std::chrono::milliseconds deadline { 300'000 }; ///< for one whole try; the last if it ends so
    qint64 maxBytes = qint64(64) * 1024 * 1024; ///< of the body, after decompression
};

/// A 2xx answer, or 304 (nothing new, no body) to a request that asked on a condition.
struct Response
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers {}; ///< names in lower case
    QByteArray body {};
};

} // namespace net

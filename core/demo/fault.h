// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>

namespace demo {

/// Something that goes wrong on purpose, for requests whose path starts with pathPrefix.
///
/// The first injected fault that matches is used; several members may be set at once.
struct Fault
{
    QByteArray service {}; ///< "pms", "plextv", "discover", "stranger"; empty = every one
    QString pathPrefix {};
    QByteArray method {}; ///< empty = every method
    QString key {}; ///< only requests about this rating key; empty = all
    int times = 1; ///< how many requests; -1 = for ever
    std::optional<int> status {}; ///< answer this with an HTML body and do nothing else
    std::chrono::milliseconds delay { 0 }; ///< before the answer, after the work is done
    std::optional<qint64> cutAfterBytes {}; ///< close the connection after so many body bytes
    std::optional<qint64> claimLength {}; ///< send this Content-Length whatever the body is
    QByteArray garbageBody {}; ///< instead of the body, status and type as they would be
    std::optional<int> retryAfterSeconds {}; ///< adds a Retry-After header
    QUrl redirectTo {}; ///< 302 to there
    bool noRange = false; ///< ignore the Range header: 200 and everything
    qint64 dripBytesPerSecond = 0; ///< > 0: send the body that slowly
    bool chunked = false; ///< Transfer-Encoding: chunked instead of a length
    bool dropConnection = false; ///< do the work, then close without an answer

    /// The server is starting: 503 with an HTML page on everything.
    [[nodiscard]] static Fault starting(int times = -1)
    {
        Fault fault;
        fault.pathPrefix = QStringLiteral("/");
        fault.times = times;
        fault.status = 503;
        return fault;
    }
};

} // namespace demo

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
    QString except {}; ///< a path that is spared
    QByteArray method {}; ///< empty = every method
    QString key {}; ///< only requests about this rating key, also among others; empty = all
    int times = 1; ///< how many requests; -1 = for ever
    std::optional<int> status {}; ///< answer this with an HTML body and do nothing else
    std::chrono::milliseconds delay { 0 }; ///< before the answer, after the work is done
    std::optional<qint64> cutAfterBytes {}; ///< close the connection after so many body bytes
    std::optional<qint64> claimLength {}; ///< send this Content-Length whatever the body is
    QByteArray garbageBody {}; ///< instead of the body, status and type as they would be
    bool isLoginPage = false; ///< 200 with somebody else's HTML page, as a captive portal answers
    int nestedLevels = 0; ///< > 0: a body of so many lists within each other
    qint64 bombBytes = 0; ///< > 0: gzip of so many zeros, about a thousandth of that long
    bool isEndless = false; ///< a body that never ends; with claimLength as long as that says
    bool hasBrokenGzip = false; ///< the body compressed, whatever is accepted, and damaged
    std::optional<int> retryAfterSeconds {}; ///< adds a Retry-After header
    std::optional<std::chrono::seconds> retryAfterDate {}; ///< the same as a date, from now
    QUrl redirectTo {}; ///< 302 to there
    QByteArray etag {}; ///< adds it to the answer, which is 304 to who names it in If-None-Match
    QByteArray lastModified {}; ///< likewise, and If-Modified-Since
    bool noRange = false; ///< ignore the Range header: 200 and everything
    qint64 dripBytesPerSecond = 0; ///< > 0: send the body that slowly
    bool chunked = false; ///< Transfer-Encoding: chunked instead of a length
    bool dropConnection = false; ///< do the work, then close without an answer

    /// The server is starting: 503 with an HTML page on everything.
    [[nodiscard]] static Fault starting(int times = -1)
    {
        Fault fault = everywhere(times);
        fault.status = 503;
        return fault;
    }
    /// A network that wants its own login first: everything is an HTML page with status 200.
    [[nodiscard]] static Fault captivePortal(int times = -1)
    {
        Fault fault = everywhere(times);
        fault.isLoginPage = true;
        return fault;
    }
    /// Tokens are refused: 401 with an HTML page on everything but /identity. The hooks of Server
    /// that revoke tokens do it for good.
    [[nodiscard]] static Fault expiredToken(int times = -1)
    {
        Fault fault = everywhere(times);
        fault.except = QStringLiteral("/identity");
        fault.status = 401;
        return fault;
    }
    /// The body says it is 10 GB long, and keeps coming.
    [[nodiscard]] static Fault huge(const QString& pathPrefix)
    {
        Fault fault;
        fault.pathPrefix = pathPrefix;
        fault.claimLength = 10'000'000'000;
        fault.isEndless = true;
        return fault;
    }

private:
    [[nodiscard]] static Fault everywhere(int times)
    {
        Fault fault;
        fault.pathPrefix = QStringLiteral("/");
        fault.times = times;
        return fault;
    }
};

} // namespace demo

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QNetworkReply>

namespace net {

/// What a failed exchange becomes: one sentence for people, a redacted detail for the log.
struct Failure
{
    int status = 0; ///< 0 = no answer
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray verb {};
    QUrl url {};
    QByteArray retryAfter {}; ///< the header as sent
};

/// Never looks at QNetworkReply::errorString(), which holds the whole URL (measured).
[[nodiscard]] util::Error toError(const Failure& failure);

/// The error of an answer that breaks the protocol or a limit. @p what is untranslated.
[[nodiscard]] util::Error protocolError(
    const QByteArray& verb, const QUrl& url, const QString& what);

/// Drops a reply whose status is an error, in a moment and without its body; nothing of it is heard
/// any more. Aborting while Qt has its own error on the way makes it complain of a second one.
void giveUp(QNetworkReply& reply);

/// Whether the same request may succeed a moment later.
[[nodiscard]] bool isPassing(const util::Error& error);

} // namespace net

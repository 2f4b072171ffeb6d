// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

#include <QHostAddress>
#include <QObject>
#include <QUrl>

namespace net {

/// Looks how far one gets towards a host, below HTTP; for finding out what is wrong.
///
/// Thread: its creator's.
class Reach : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The addresses that a host name has here. A literal address is its own.
    /// Errors: NotFound (the resolver does not know the name), Offline (no resolver answers).
    [[nodiscard]] util::Future<QList<QHostAddress>> resolve(const QString& host);
    /// Whether something accepts connections at the host and port of an http or https @p url.
    /// Errors: Offline (refused, no way there), Timeout (3 s), NotFound (unknown name).
    [[nodiscard]] util::Future<void> knock(const QUrl& url);
};

} // namespace net

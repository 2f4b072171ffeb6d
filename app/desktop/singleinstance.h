// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/startrequest.h"
#include "core/util/async.h"

#include <QLocalServer>
#include <QLockFile>
#include <memory>

class QLocalSocket;

namespace app {

/// One running program for each profile. A lock in the user's runtime folder says which process it
/// is; the system gives it back however that process ends. The first one listens on a socket beside
/// it, and a later one hands over what it was started with and ends.
///
/// Thread: UI. Cost: a file is made and locked, about 0.1 ms.
class SingleInstance final
{
public:
    /// @param dataFolder  of the profile; it exists
    explicit SingleInstance(const QString& dataFolder);

    /// Whether this process is the one of the profile, from now until it ends.
    /// Errors: Storage where that cannot be told; then every process goes its own way.
    [[nodiscard]] util::Result<bool> claim();

    /// Hands @p request to the process that has the profile, which may be just starting.
    /// Errors: InvalidInput, Timeout if it does not answer.
    [[nodiscard]] util::Future<void> pass(const StartRequest& request, QObject& context) const;

    /// Of the socket; a pipe's name on Windows.
    [[nodiscard]] const QString& address() const { return m_address; }

private:
    QString m_address;
    QLockFile m_lock;
};

/// Takes what later starts hand over. Nobody but this user can connect, and what cannot be read, is
/// too long or does not come to its end in time is refused.
///
/// Thread: UI.
class StartListener final : public QObject
{
    Q_OBJECT

public:
    /// @param address  as SingleInstance::address() of the process that has the claim
    explicit StartListener(QString address, QObject* parent = nullptr);

    /// What a process that was killed left there is taken over. Errors: Storage.
    [[nodiscard]] util::Result<void> listen();

Q_SIGNALS:
    void received(const app::StartRequest& request);

private:
    void receive();
    void read(QLocalSocket* visitor);
    static void refuse(QLocalSocket* visitor, const char* why);

    QString m_address;
    QLocalServer m_server;
};

} // namespace app

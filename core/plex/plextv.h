// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/client.h"
#include "core/plex/clientidentity.h"
#include "core/plex/parseplextv.h"

#include <QThreadPool>
#include <functional>

namespace plex {

/// Where plex.tv is. Two hosts answer the same; both are the same one under a test.
struct CloudHosts
{
    QUrl main { QStringLiteral("https://plex.tv") };
    QUrl other { QStringLiteral("https://clients.plex.tv") };
};

/// The endpoints of plex.tv, for one account token or for none.
///
/// Thread: UI. Every function returns at once.
/// Errors of all: those of net::Client::send with sentences about plex.tv; Protocol for an answer
/// that makes no sense, as a hotel's network gives. Only Unauthorised says that a token is bad.
class PlexTv : public QObject
{
    Q_OBJECT
public:
    /// @param token  of an account or Home user; empty for signing in
    /// @param pool  must outlive the object
    PlexTv(const CloudHosts& hosts, const util::SecretString& token, const ClientIdentity& identity,
        QThreadPool& pool, QObject* parent = nullptr);

    /// POST /api/v2/pins: begins a sign-in.
    [[nodiscard]] util::Future<Pin> createPin(std::stop_token stop = {});
    /// GET /api/v2/pins/{id}: whether it was confirmed. Errors also: NotFound, when it expired.
    [[nodiscard]] util::Future<Pin> pollPin(const Pin& pin, std::stop_token stop = {});
    /// The picture of a pin's code. Errors also: Unsupported, when there is none at plex.tv.
    [[nodiscard]] util::Future<QByteArray> qrCode(const Pin& pin, std::stop_token stop = {});

    /// GET /api/v2/user: who the token belongs to.
    [[nodiscard]] util::Future<CloudUser> user(std::stop_token stop = {});
    /// GET /api/v2/resources: the servers the user may use, with a token for each.
    [[nodiscard]] util::Future<QList<CloudServer>> servers(std::stop_token stop = {});
    /// GET /api/v2/home/users; none for an account without a Home.
    [[nodiscard]] util::Future<QList<HomeUser>> homeUsers(std::stop_token stop = {});
    /// POST /api/v2/home/users/{uuid}/switch: the account token of a member of the Home.
    /// @param pin  empty if the user has none
    /// Errors also: Forbidden, when the PIN is wrong or missing.
    [[nodiscard]] util::Future<util::SecretString> switchUser(
        const QString& uuid, const util::SecretString& pin, std::stop_token stop = {});
    /// DELETE /api/v2/users/signout: the token is worth nothing from then on.
    [[nodiscard]] util::Future<void> signOut(std::stop_token stop = {});

private:
    /// Sends to the main host and, when that cannot be reached, to the other.
    util::Future<net::Response> send(const net::Request& request, const std::stop_token& stop);
    template <class T>
    util::Future<T> ask(const net::Request& request,
        util::Result<T> (*parse)(const QByteArray& body, const QString& endpoint),
        const std::stop_token& stop);

    net::Client m_main;
    net::Client m_other;
    QThreadPool& m_pool;
};

/// The page at which a person confirms a sign-in in the browser. It holds the code: to be opened
/// or shown to that person, never logged.
[[nodiscard]] QUrl signInPage(const Pin& pin, const ClientIdentity& identity);

} // namespace plex

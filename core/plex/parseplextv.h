// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"
#include "core/util/result.h"
#include "core/util/secretstring.h"

#include <QList>
#include <QString>
#include <QUrl>
#include <chrono>

namespace plex {

/// A sign-in that waits for its owner in a browser. Whoever has id and code gets the token.
struct Pin
{
    util::SecretString id {};
    util::SecretString code {};
    QUrl qrCode {}; ///< a picture of the code, at plex.tv; may be invalid
    std::chrono::seconds expiresIn { 0 };
    util::SecretString token {}; ///< of the account; empty until the sign-in is confirmed
};

/// Who an account token belongs to.
struct CloudUser
{
    QString uuid {};
    QString name {};
    bool hasPlexPass = false;
    bool hasHome = false; ///< shares a Plex Home with others
    bool operator==(const CloudUser&) const = default;
};

/// One member of a Plex Home.
struct HomeUser
{
    QString uuid {};
    QString name {};
    bool isProtected = false; ///< asks for a PIN of four digits
    bool isAdmin = false;
    bool isRestricted = false;
    bool operator==(const HomeUser&) const = default;
};

/// One address under which a server may or may not be reached.
struct PublishedAddress
{
    QUrl url {};
    QString host {}; ///< the bare address behind a plex.direct name
    int port = 0;
    bool isLocal = false;
    bool isRelay = false;
    bool isIPv6 = false;
    bool operator==(const PublishedAddress&) const = default;
};

/// A server that an account may use.
struct CloudServer
{
    types::ServerId id {};
    QString name {};
    QString owner {}; ///< the name of who shares it; empty for a server of one's own
    util::SecretString token {}; ///< for this server and no other
    bool isOwned = false;
    bool isHttpsRequired = false;
    /// The public address is that of this network, so local addresses may be real ones.
    bool isInThisNetwork = false;
    bool wasSeen = false; ///< the server told plex.tv lately that it runs
    QList<PublishedAddress> addresses {};
};

/// Pure functions from what plex.tv answers to values. Unlike a server's, its JSON has no envelope.
/// Thread: any. Errors: Protocol, naming what is missing and @p endpoint.
[[nodiscard]] util::Result<Pin> parsePin(const QByteArray& body, const QString& endpoint);
[[nodiscard]] util::Result<CloudUser> parseCloudUser(
    const QByteArray& body, const QString& endpoint);
/// Only what is a server; players are in the same list.
[[nodiscard]] util::Result<QList<CloudServer>> parseCloudServers(
    const QByteArray& body, const QString& endpoint);
/// In a list of their own, or bare.
[[nodiscard]] util::Result<QList<HomeUser>> parseHomeUsers(
    const QByteArray& body, const QString& endpoint);
/// The account token of the user who was switched to; other fields of the answer drift.
[[nodiscard]] util::Result<util::SecretString> parseSwitchedUser(
    const QByteArray& body, const QString& endpoint);

} // namespace plex

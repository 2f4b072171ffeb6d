// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/router.h"

#include <QUrl>

namespace demo {

/// What plex.tv is asked for at sign-in: user, resources, PINs.
class PlexTv
{
public:
    struct Identity
    {
        QByteArray accountToken {};
        QByteArray serverToken {};
        QByteArray machineIdentifier {};
    };

    explicit PlexTv(Identity identity)
        : m_identity(std::move(identity))
    {
    }

    void addRoutes(Router& router);
    /// Where the server can be reached; known once it listens.
    void setServer(const QUrl& url) { m_server = url; }

private:
    struct Pin
    {
        QByteArray code {};
        QByteArray client {};
        int polls = 0;
    };

    [[nodiscard]] bool isSignedIn(const Call& call) const;
    [[nodiscard]] Response user(const Call& call) const;
    [[nodiscard]] Response resources(const Call& call) const;
    [[nodiscard]] Response createPin(const Call& call);
    [[nodiscard]] Response pollPin(const Call& call);
    [[nodiscard]] QByteArray pinBody(int id, const Pin& pin, bool claimed) const;

    Identity m_identity;
    QUrl m_server;
    QHash<int, Pin> m_pins;
    int m_lastPin = 1'800'456'000;
};

} // namespace demo

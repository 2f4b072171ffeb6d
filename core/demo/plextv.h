// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/homeuser.h"
#include "core/demo/model.h"
#include "core/demo/pins.h"
#include "core/demo/router.h"
#include "core/demo/tokens.h"

#include <QJsonObject>
#include <QUrl>

namespace demo {

/// What plex.tv is asked for about accounts: PINs, the user, the Home, signing out.
class PlexTv
{
public:
    PlexTv(const Model& model, Tokens& tokens)
        : m_model(model)
        , m_tokens(tokens)
    {
    }

    void addRoutes(Router& router);
    /// Where it can be reached; known once it listens. For the address of the QR picture.
    void setAddress(const QUrl& url) { m_address = url; }
    /// Without a Home the account's list of users is refused.
    void setHome(bool hasHome) { m_hasHome = hasHome; }

    Pins pins {};

private:
    [[nodiscard]] std::optional<UserId> userOf(const Call& call) const;
    [[nodiscard]] Response user(const Call& call) const;
    [[nodiscard]] Response ping(const Call& call) const;
    [[nodiscard]] Response signOut(const Call& call);
    [[nodiscard]] Response createPin(const Call& call);
    [[nodiscard]] Response pollPin(const Call& call);
    [[nodiscard]] Response linkPin(const Call& call);
    [[nodiscard]] Response pinPicture(const Call& call) const;
    [[nodiscard]] Response homeUsers(const Call& call) const;
    [[nodiscard]] Response switchUser(const Call& call);
    [[nodiscard]] QJsonObject userBody(const HomeUser& user, const QByteArray& token) const;
    [[nodiscard]] QJsonObject pinBody(const Pin& pin);

    const Model& m_model;
    Tokens& m_tokens;
    QUrl m_address;
    bool m_hasHome = true;
};

} // namespace demo

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"
#include "core/demo/route.h"
#include "core/demo/router.h"
#include "core/demo/tokens.h"

#include <QJsonArray>
#include <QUrl>

namespace demo {

/// The servers and players of an account, as plex.tv lists them with the ways to reach each.
class Resources
{
public:
    /// A server that another Server is.
    struct Guest
    {
        QString name {};
        QString owner {}; ///< empty: the account's own
        QByteArray machineIdentifier {};
        QByteArray token {};
        QUrl http {};
        QUrl https {};
    };

    Resources(const Model& model, Tokens& tokens, QString name)
        : m_model(model)
        , m_tokens(tokens)
        , m_name(std::move(name))
    {
    }

    void addRoutes(Router& router);
    /// Where the candidates lead; known once the server listens.
    void setAddress(const Candidate& candidate, const QUrl& url);
    void setCandidates(const QList<Candidate>& candidates) { m_candidates = candidates; }
    void setHttpsRequired(bool required) { m_isHttpsRequired = required; }
    [[nodiscard]] bool isHttpsRequired() const { return m_isHttpsRequired; }
    void add(const Guest& guest) { m_guests.append(guest); }

private:
    [[nodiscard]] Response list(const Call& call) const;
    [[nodiscard]] Response formerList(const Call& call) const;
    [[nodiscard]] QJsonArray devices(const Call& call, UserId user) const;
    [[nodiscard]] QJsonObject ownServer(const Call& call, UserId user) const;
    [[nodiscard]] QJsonObject guestServer(const Call& call, const Guest& guest) const;
    [[nodiscard]] QJsonArray connections(const Call& call) const;

    const Model& m_model;
    Tokens& m_tokens;
    QString m_name;
    QHash<std::pair<Route, bool>, QUrl> m_addresses;
    QList<Candidate> m_candidates { { Route::Closed, false }, { Route::WrongMachine, false },
        { Route::Lan, true }, { Route::Lan, false }, { Route::Remote, true },
        { Route::Remote, false }, { Route::Relay, true }, { Route::Relay, false } };
    QList<Guest> m_guests;
    bool m_isHttpsRequired = false;
};

} // namespace demo

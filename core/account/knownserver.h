// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account/candidate.h"

#include <QMap>
#include <optional>

namespace account {

/// Which ways to a server may be taken.
enum class Preference
{
    Automatic,
    LanOnly,
    NoRelay,
    Fixed ///< one address that the user gave
};

/// A server that was connected to before.
///
/// A user here is an identity of ours: whoever cache, journal and stored token belong to. A server
/// does not say whose a token is, and one user has several in the course of time.
struct KnownServer
{
    types::ServerId id {};
    QString name {};
    ServerAddress address {}; ///< where it was reached last
    std::optional<Route> route {}; ///< how, there; nothing = as the address suggests
    types::UserId user {}; ///< who is signed in; empty = since before users were told apart
    /// Whose the tokens are that were used here, by their marks: hashes that tell nothing of them.
    QMap<QString, types::UserId> tokens {};
    /// Whose the users of plex.tv are that were signed in here, by their uuid.
    QMap<QString, types::UserId> plexUsers {};

    QString account {}; ///< uuid of the plex.tv account that gives access; empty = by token
    QString owner {}; ///< who shares it; empty for a server of one's own
    QList<Candidate> candidates {}; ///< as plex.tv said last; none for a server given by address
    Preference preference = Preference::Automatic;
    ServerAddress fixed {}; ///< for Preference::Fixed
    /// The user agreed that the token may travel unencrypted in the local network.
    bool mayBePlain = false;

    bool operator==(const KnownServer&) const = default;

    /// Takes over what the user chose for the same server as it was known before: ways, consent.
    void keepChoicesOf(const KnownServer& before);
    /// Whether plex.tv said once who this user of ours is.
    [[nodiscard]] bool isOfPlexTv(const types::UserId& who) const;
    /// uuid of the plex.tv user who is signed in here; empty if that was by a token alone. Members
    /// of one Home may use one server each: only this says with whose token plex.tv is asked.
    [[nodiscard]] QString plexUser() const;
};

/// The addresses to try now, in no particular order: those that the preference allows.
[[nodiscard]] QList<Candidate> candidatesFor(const KnownServer& server);

/// The address may be used only after a consent that was not given.
[[nodiscard]] bool needsConsent(const Candidate& candidate, const KnownServer& server);
/// Whether what the user chose for the server lets it be used at this address.
[[nodiscard]] bool mayBeUsed(const KnownServer& server, const QUrl& at);

/// As the settings keep it.
[[nodiscard]] QString writeServer(const KnownServer& server);
/// Nothing if it is none.
[[nodiscard]] std::optional<KnownServer> parseServer(const QString& text);

/// What is kept of a server that was signed out: whose the tokens were.
[[nodiscard]] QString writeFormerServer(const KnownServer& server);
[[nodiscard]] KnownServer parseFormerServer(const QString& text);

} // namespace account

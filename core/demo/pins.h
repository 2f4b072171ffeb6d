// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pinpolicy.h"
#include "core/demo/state.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

namespace demo {

/// One PIN of a sign-in that is under way or done.
struct Pin
{
    int id = 0;
    QByteArray code {}; ///< 24 characters when strong, else 4 that a person types
    QByteArray client {}; ///< X-Plex-Client-Identifier: nobody else may ask for it
    QByteArray product {};
    QDateTime createdAt {};
    QDateTime expiresAt {};
    QDateTime polledAt {}; ///< the last time, invalid before the first
    int polls = 0;
    std::optional<UserId> claimedBy {};
};

/// The PINs of plex.tv. Not thread-safe: the server guards it.
class Pins
{
public:
    void setPolicy(const PinPolicy& policy) { m_policy = policy; }

    Pin& create(const QByteArray& client, const QByteArray& product, bool strong);
    /// That client's PIN; null when it is unknown, expired or another client's.
    [[nodiscard]] Pin* find(int id, const QByteArray& client);
    /// One more poll; it may claim the PIN. False when it came too soon after the one before.
    [[nodiscard]] bool poll(Pin& pin) const;
    /// Somebody who is signed in enters the code. False when it is unknown or expired.
    bool link(const QByteArray& code, UserId user);
    /// Somebody confirms every sign-in that waits.
    void claimAll();
    void expireAll() { m_pins.clear(); }

private:
    QHash<int, Pin> m_pins;
    PinPolicy m_policy;
    int m_last = 1'800'456'000;
};

} // namespace demo

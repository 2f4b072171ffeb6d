// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/state.h"

#include <array>

namespace demo {

/// One member of the Home that the demo account has.
struct HomeUser
{
    UserId id = kOwner; ///< what the PMS calls the user
    int plexId = 0; ///< what plex.tv calls the user
    const char* uuid = "";
    const char* title = "";
    const char* username = ""; ///< empty: a managed user without an account of its own
    const char* pin = ""; ///< empty = none
    bool isAdmin = false;
    bool isRestricted = false;
};

/// The Home: its admin, one who has a PIN, and a restricted one without.
inline constexpr std::array kHome {
    HomeUser { kOwner, 1'234'567, "abcdef0123456789", "demo", "demo", "", true, false },
    HomeUser { kHomeUser, 2'345'678, "0f1e2d3c4b5a6978", "guest", "guest", "2468", false, false },
    HomeUser {
        kRestrictedUser, 3'456'789, "99aabbccddeeff00", "Zoë & 小さい", "", "", false, true },
};

/// The member that the PMS calls @p id; the admin for users from outside.
[[nodiscard]] constexpr const HomeUser& homeUser(UserId id)
{
    const auto found
        = std::ranges::find_if(kHome, [id](const HomeUser& user) { return user.id == id; });
    return found == kHome.end() ? kHome.front() : *found;
}

/// How the PMS numbers users in its history: the owner is 1, not what plex.tv calls him.
[[nodiscard]] constexpr int accountId(UserId user)
{
    if (user == kOwner) {
        return 1;
    }
    return user == kSharedUser ? 7'654'321 : homeUser(user).plexId;
}

/// The user with that number; a UserId that nobody has for unknown ones.
[[nodiscard]] constexpr UserId userOfAccount(int account)
{
    for (const UserId user : { kOwner, kHomeUser, kRestrictedUser, kSharedUser }) {
        if (accountId(user) == account) {
            return user;
        }
    }
    return 0;
}

} // namespace demo

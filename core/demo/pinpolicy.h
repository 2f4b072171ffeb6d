// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace demo {

/// How plex.tv treats the PINs of a sign-in.
struct PinPolicy
{
    enum class Claim
    {
        AfterPolls, ///< as if somebody confirmed it in the browser meanwhile
        OnRequest, ///< only by Server::claimPin()
        Never
    };
    Claim claim = Claim::AfterPolls;
    int polls = 2; ///< AfterPolls: the poll that finds it claimed
    std::chrono::seconds strongLifetime { 1800 };
    std::chrono::seconds shortLifetime { 900 }; ///< of codes of four characters
    std::chrono::milliseconds leastInterval { 0 }; ///< sooner polls are answered 429
};

} // namespace demo

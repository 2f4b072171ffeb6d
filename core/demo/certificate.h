// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace demo {

/// What the server shows who connects by HTTPS. All are test material whose key is published
/// with the source: they prove nothing to anybody.
enum class Certificate
{
    Good, ///< by the authority of Server::authorityPem(), for localhost and 127.0.0.1
    GoodInChain, ///< the same, and the authority's is shown with it
    SelfSigned, ///< for the same names
    WrongHost, ///< by the authority, for elsewhere.example
    Expired ///< by the authority, for localhost and 127.0.0.1, until 2021
};

} // namespace demo

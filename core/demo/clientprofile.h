// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/catalogue.h"
#include "core/demo/http.h"

namespace demo {

/// What the asking program can play and would take converted: the built-in profile of its platform
/// and what it brings along itself in X-Plex-Client-Profile-Extra.
class ClientProfile
{
public:
    /// The profile of a request; nothing for a platform the server does not know, and most names of
    /// desktop systems are unknown to it.
    [[nodiscard]] static std::optional<ClientProfile> of(const Request& request);

    [[nodiscard]] bool directPlays(const AudioFile& file) const;
    /// Whether music may be converted to something sent over that protocol.
    [[nodiscard]] bool hasMusicTarget(const QString& protocol) const;

private:
    /// "add-transcode-target(type=musicProfile&…)"
    struct Directive
    {
        QString name {};
        QueryPairs values {};

        [[nodiscard]] QString value(const QString& key) const;
    };

    void addBuiltIn();
    void addExtra(const QString& text);

    std::vector<Directive> m_directives;
};

} // namespace demo

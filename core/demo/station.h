// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/state.h"

#include <QString>

namespace demo {

class Listings;
struct Model;

/// A radio: tracks without an end, chosen by where it starts from.
struct Station
{
    QByteArray query {}; ///< of the section: what may be played; empty = everything
    std::optional<Item> seed {}; ///< an artist, album or track: what sounds like it comes first
    quint64 number = 0; ///< tells two runs of one station apart

    bool operator==(const Station&) const = default;
};

namespace stations {

constexpr int kBatch = 25; ///< tracks that are added at once

/// The station of a key such as "/library/sections/2/stations/1" or
/// "/library/metadata/1000/station/<uuid>?type=10"; nothing for what is none.
[[nodiscard]] std::optional<Station> parse(const Model& model, const QString& key);

/// The next tracks of it, other than @p played as long as there are others.
[[nodiscard]] std::vector<Item> next(const Model& model, Listings& listings, UserId user,
    const Station& station, const std::vector<Item>& played);

} // namespace stations

} // namespace demo

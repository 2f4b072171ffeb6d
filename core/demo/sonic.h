// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/model.h"

/// How alike music sounds, as a server that has analysed it says. The numbers are invented from
/// the position of an item in its catalogue: always the same, symmetrical, and smaller between
/// what one artist made.
namespace demo::sonic {

constexpr double kUsualDistance = 0.25;
constexpr int kUsualCount = 50;

/// What to look for.
struct Search
{
    int limit = kUsualCount;
    double maxDistance = kUsualDistance;
    std::optional<Item> exceptParent {};
    std::optional<Item> exceptGrandparent {};
};

/// One item and how far it is from the seed, 0 (alike) to about 1.7.
struct Neighbour
{
    Item item {};
    double distance = 0;
};

/// Whether the item was analysed: without that, and without a Plex Pass, it is like nothing.
[[nodiscard]] bool isAnalysed(const Model& model, Item item);
[[nodiscard]] double distance(const Model& model, Item a, Item b);
/// Within the usual distance, both analysed, and not the same item.
[[nodiscard]] bool areSimilar(const Model& model, Item a, Item b);

/// The nearest items of the seed's kind without itself, nearest first.
/// Cost: about 50 ns for each item of that kind.
[[nodiscard]] std::vector<Neighbour> nearest(const Model& model, Item seed, const Search& search);
/// From one track to another in @p count steps, both included; empty if either is not analysed.
/// Cost: as nearest() for each step.
[[nodiscard]] std::vector<Item> path(const Model& model, Item from, Item to, int count);

} // namespace demo::sonic

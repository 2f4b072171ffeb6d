// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changes.h"
#include "core/playback/player.h"
#include "core/rating/ratings.h"

namespace app {

/// Rates the track that plays when somebody asks for it, one wish after the other: half a star more
/// counts from what the wish before it left. Sets, never toggles.
///
/// Thread: UI.
class CurrentRater final : public QObject
{
    Q_OBJECT

public:
    /// What became of a wish.
    struct Outcome
    {
        playback::QueueEntry track {};
        types::OptionalRating rating {}; ///< that it has now
        types::ChangeId change {}; ///< to be taken back; invalid: nothing was changed
    };

    /// All must outlive it.
    CurrentRater(playback::Player& player, library::Library& library, rating::Ratings& ratings,
        change::Changes& changes, QObject* parent = nullptr);

    /// Nothing happens while there is no track.
    void rate(const types::OptionalRating& rating);
    /// @param track  played, or it did a moment ago: it is of the open library
    void rate(const playback::QueueEntry& track, const types::OptionalRating& rating);
    /// @param halves  of a star, more or less than there are
    void step(int halves);
    /// Takes back what an outcome was about.
    void undo(const Outcome& outcome);

Q_SIGNALS:
    void rated(const app::CurrentRater::Outcome& outcome);
    void failed(const util::Error& error, const playback::QueueEntry& track);

private:
    struct Wish
    {
        library::CacheKey from {}; ///< whose track it is
        playback::QueueEntry track {};
        types::OptionalRating rating {};
        int halves = 0; ///< not 0: counted from what there is
    };

    void add(const playback::QueueEntry& track, const types::OptionalRating& rating, int halves);
    void begin();
    void fulfil(const Wish& wish, const types::OptionalRating& rating);
    void finish(const Wish& wish, const util::Result<Outcome>& outcome);

    playback::Player& m_player;
    library::Library& m_library;
    rating::Ratings& m_ratings;
    change::Changes& m_changes;
    QList<Wish> m_wishes;
    bool m_isBusy = false;
};

} // namespace app

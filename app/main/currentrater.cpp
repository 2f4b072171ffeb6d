// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/currentrater.h"

#include <cmath>

namespace async = util::async;
using types::OptionalRating;
using util::Error;
using util::Result;

namespace app {

namespace {

/// The next half star above or below; a value between two of them steps to the nearer one first.
OptionalRating stepped(const OptionalRating& from, int halves)
{
    const double plex = from ? from->plex() : 0;
    const double to = halves > 0 ? std::floor(plex) + halves : std::ceil(plex) + halves;
    return to > 0 ? OptionalRating(types::Rating::fromPlex(to)) : std::nullopt;
}

} // namespace

CurrentRater::CurrentRater(playback::Player& player, library::Library& library,
    rating::Ratings& ratings, change::Changes& changes, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_library(library)
    , m_ratings(ratings)
    , m_changes(changes)
{
}

void CurrentRater::rate(const OptionalRating& rating)
{
    if (const playback::QueueEntry* track = m_player.current()) {
        add(*track, rating, 0);
    }
}

void CurrentRater::rate(const playback::QueueEntry& track, const OptionalRating& rating)
{
    add(track, rating, 0);
}

void CurrentRater::step(int halves)
{
    if (const playback::QueueEntry* track = m_player.current()) {
        add(*track, {}, halves);
    }
}

void CurrentRater::add(const playback::QueueEntry& track, const OptionalRating& rating, int halves)
{
    if (m_library.isOpen()) {
        m_wishes.append({ m_library.key(), track, rating, halves });
        begin();
    }
}

void CurrentRater::begin()
{
    if (m_isBusy || m_wishes.isEmpty()) {
        return;
    }
    m_isBusy = true;
    const Wish wish = m_wishes.takeFirst();
    if (wish.halves == 0) {
        fulfil(wish, wish.rating);
        return;
    }
    async::deliver(
        m_library.item(wish.track.ratingKey), this, [this, wish](const Result<types::Item>& item) {
            if (item) {
                fulfil(wish, stepped(item->userRating, wish.halves));
            } else {
                finish(wish, item.error());
            }
        });
}

void CurrentRater::fulfil(const Wish& wish, const OptionalRating& rating)
{
    async::deliver(m_ratings.rateKeys(wish.from, { wish.track.ratingKey }, rating), this,
        [this, wish, rating](const Result<types::ChangeId>& change) {
            if (change) {
                finish(wish, Outcome { wish.track, rating, *change });
            } else if (change.error().code == Error::Code::Conflict) { // it has this one already
                finish(wish, Outcome { wish.track, rating, {} });
            } else {
                finish(wish, change.error());
            }
        });
}

void CurrentRater::finish(const Wish& wish, const Result<Outcome>& outcome)
{
    m_isBusy = false;
    if (outcome) {
        Q_EMIT rated(*outcome);
    } else if (outcome.error().code != Error::Code::Cancelled) {
        Q_EMIT failed(outcome.error(), wish.track);
    }
    begin();
}

void CurrentRater::undo(const Outcome& outcome)
{
    const auto undone = async::andThen(m_changes.undo(outcome.change), this,
        [this, key = outcome.track.ratingKey](types::ChangeId) { return m_library.item(key); });
    async::deliver(undone, this, [this, track = outcome.track](const Result<types::Item>& item) {
        if (item) {
            Q_EMIT rated({ track, item->userRating, {} });
        } else if (item.error().code != Error::Code::Cancelled) {
            Q_EMIT failed(item.error(), track);
        }
    });
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/keys.h"

#include <QByteArray>
#include <QList>
#include <vector>

namespace demo {

/// A film, show, season or episode. Texts UTF-8; empty or 0 = attribute omitted.
struct Video
{
    quint32 parent = 0; ///< show of a season, season of an episode: index among its kind
    QByteArray title {};
    QByteArray titleSort {};
    QByteArray guid {};
    QByteArray studio {};
    QByteArray summary {};
    QByteArray tagline {};
    QByteArray contentRating {};
    QByteArray date {}; ///< YYYY-MM-DD
    int year = 0;
    int index = 0; ///< number of the season or episode
    qint64 duration = 0; ///< ms; of an episode or film
    double rating = 0;
    double audienceRating = 0;
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    QList<QByteArray> genres {};
    QList<QByteArray> roles {}; ///< "Actor|Character"
    QByteArray director {};
    QByteArray originalTitle {}; ///< of a film from elsewhere, in its own script
    QByteArray country {};
    QList<QByteArray> writers {};
    QByteArray imdb {}; ///< "tt0123456"; empty for what is not matched
    int tmdb = 0;
    qint64 introEnd = 0; ///< ms; an intro starts 20 s before
    qint64 creditsStart = 0; ///< ms
};

/// Films and shows that do not exist, made from a seed. Immutable; thread: any.
class VideoShelf
{
public:
    /// 60 films and 12 shows; ages count back from @p today (epoch seconds).
    VideoShelf(quint32 seed, qint64 today);

    /// All of one kind; empty for the kinds of music.
    [[nodiscard]] const std::vector<Video>& all(Kind kind) const;
    /// Seasons of a show, episodes of a season: their indices, in order.
    [[nodiscard]] std::vector<quint32> childrenOf(Item item) const;

private:
    void addShow(quint64 seed, quint32 number, qint64 today);

    std::vector<Video> m_movies;
    std::vector<Video> m_shows;
    std::vector<Video> m_seasons;
    std::vector<Video> m_episodes;
    std::vector<Video> m_none;
};

} // namespace demo

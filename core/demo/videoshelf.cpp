// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/videoshelf.h"

#include "core/demo/names.h"

#include <QDate>

namespace demo {

namespace {

constexpr qint64 kDay = 86'400;
constexpr quint32 kMovieCount = 60;
constexpr quint32 kShowCount = 12;

QByteArray guid(const char* kind, quint64 value)
{
    return QByteArray("plex://") + kind + '/'
        + QByteArray::number(mix(value), 16).rightJustified(16, '0') + "0000abcd";
}

/// What films and shows have in common.
Video invented(Draw& draw, qint64 today)
{
    static const QList<QByteArray> ratings { "G", "PG", "PG-13", "R", "TV-14", "TV-MA" };
    Video video;
    video.title
        = names::title(draw, draw.chance(10) ? names::Script::Accented : names::Script::Latin);
    video.titleSort = names::titleSort(video.title);
    video.studio = names::studio(draw);
    video.summary = names::summary(draw);
    video.contentRating = draw.chance(85)
        ? ratings.at(draw.below(static_cast<quint32>(ratings.size())))
        : QByteArray();
    video.year = 1960 + static_cast<int>(draw.below(64));
    video.date = QDate(video.year, 1, 1).addDays(draw.below(365)).toString(Qt::ISODate).toLatin1();
    video.rating = draw.chance(70) ? 3 + draw.below(70) / 10.0 : 0;
    video.audienceRating = draw.chance(80) ? 3 + draw.below(70) / 10.0 : 0;
    video.addedAt = today - draw.below(1500) * kDay - draw.below(static_cast<quint32>(kDay));
    video.updatedAt = std::min(today, video.addedAt + draw.below(20) * kDay / 2);
    const auto& genres = names::filmGenres();
    video.genres = { genres.at(draw.below(6)), genres.at(6 + draw.below(6)) };
    for (int i = 0; i < 4; ++i) {
        const QByteArray actor = names::person(draw);
        video.roles.append(actor + '|' + names::person(draw));
    }
    video.director = names::person(draw);
    return video;
}

/// What was added later has numbers of its own, so that a seed stays the same library.
void addDetails(Video& video, quint64 seed, bool isFilm)
{
    Draw draw(mix(seed) ^ (quint64 { 103 } << 40));
    if (isFilm && draw.chance(25)) {
        video.originalTitle = names::title(draw, static_cast<names::Script>(1 + draw.below(9)));
    }
    const QList<QByteArray>& countries = names::countries();
    video.country = countries.at(draw.below(static_cast<quint32>(countries.size())));
    for (quint32 i = draw.below(3); i > 0; --i) {
        video.writers.append(names::person(draw));
    }
    if (draw.chance(90)) {
        video.imdb = "tt" + QByteArray::number(1'000'000 + draw.below(8'000'000));
        video.tmdb = 1000 + static_cast<int>(draw.below(900'000));
    }
}

/// Where the intro and the credits are, in what is long enough to have them.
void addMarkers(Video& video, Draw& draw)
{
    video.introEnd = draw.chance(60) ? 30'000 + draw.below(90'000) : 0;
    video.creditsStart = draw.chance(80) ? video.duration - 60'000 - draw.below(60'000) : 0;
}

} // namespace

VideoShelf::VideoShelf(quint32 seed, qint64 today)
{
    for (quint32 i = 0; i < kMovieCount; ++i) {
        Draw draw(mix(seed) ^ (quint64 { 101 } << 40) ^ i);
        Video movie = invented(draw, today);
        movie.guid = guid("movie", seed ^ (quint64 { i } << 20) ^ 1);
        movie.tagline
            = draw.chance(60) ? names::title(draw, names::Script::Latin) + '.' : QByteArray();
        movie.duration = (80 + draw.below(70)) * qint64 { 60'000 } + draw.below(60'000);
        addDetails(movie, seed ^ (quint64 { i } << 8), true);
        Draw markers(mix(seed) ^ (quint64 { 104 } << 40) ^ i);
        addMarkers(movie, markers);
        movie.introEnd = 0; // films start at once
        m_movies.push_back(std::move(movie));
    }
    for (quint32 i = 0; i < kShowCount; ++i) {
        addShow(mix(seed) ^ (quint64 { 102 } << 40) ^ i, i, today);
    }
}

void VideoShelf::addShow(quint64 seed, quint32 number, qint64 today)
{
    Draw draw(seed);
    Video show = invented(draw, today);
    show.guid = guid("show", seed);
    addDetails(show, seed, false);
    Draw markers(seed ^ (quint64 { 104 } << 40));
    const quint64 own = mix(seed); // the seeds of two shows differ in one bit, as parts of one do
    show.duration = (22 + draw.below(30)) * qint64 { 60'000 };
    const quint32 seasons = 1 + draw.below(4);
    for (quint32 s = 0; s < seasons; ++s) {
        Video season;
        season.parent = number;
        season.index = static_cast<int>(s) + 1;
        season.title = "Season " + QByteArray::number(s + 1);
        season.guid = guid("season", own ^ (s + 1));
        season.year = show.year + static_cast<int>(s);
        season.addedAt = show.addedAt;
        season.updatedAt = show.updatedAt;
        const auto seasonIndex = static_cast<quint32>(m_seasons.size());
        m_seasons.push_back(season);
        const quint32 episodes = 6 + draw.below(7);
        for (quint32 e = 0; e < episodes; ++e) {
            Video episode = season;
            episode.parent = seasonIndex;
            episode.index = static_cast<int>(e) + 1;
            episode.title = names::title(draw, names::Script::Latin);
            episode.titleSort = names::titleSort(episode.title);
            episode.guid = guid("episode", own ^ ((s + 1) * 1000) ^ (e + 1));
            episode.summary = names::summary(draw);
            episode.duration = show.duration + draw.below(240'000);
            episode.contentRating = show.contentRating;
            episode.audienceRating = draw.chance(70) ? 5 + draw.below(50) / 10.0 : 0;
            episode.date = QDate(season.year, 1, 4)
                               .addDays(7 * qint64 { e })
                               .toString(Qt::ISODate)
                               .toLatin1();
            addMarkers(episode, markers);
            m_episodes.push_back(std::move(episode));
        }
    }
    m_shows.push_back(std::move(show));
}

const std::vector<Video>& VideoShelf::all(Kind kind) const
{
    switch (kind) {
    case Kind::Movie:
        return m_movies;
    case Kind::Show:
        return m_shows;
    case Kind::Season:
        return m_seasons;
    case Kind::Episode:
        return m_episodes;
    default:
        return m_none;
    }
}

std::vector<quint32> VideoShelf::childrenOf(Item item) const
{
    std::vector<quint32> children;
    if (item.kind != Kind::Show && item.kind != Kind::Season) {
        return children;
    }
    const auto& candidates = item.kind == Kind::Show ? m_seasons : m_episodes;
    for (size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].parent == item.index) {
            children.push_back(static_cast<quint32>(i));
        }
    }
    return children;
}

} // namespace demo

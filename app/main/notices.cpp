// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/notices.h"

#include "ui/common/behaviour.h"

#include <QGuiApplication>
#include <QWindow>

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// A track that is skipped at once is not told, and by then its cover is there.
constexpr auto kSettled = std::chrono::milliseconds(700);

const QString kUndo = u"undo/"_s; ///< with the number of the change
const QString kStars = u"stars/"_s; ///< with their number and that of the track

QString idOf(const playback::QueueEntry& track, int stars)
{
    return u"%1%2/%3"_s.arg(kStars).arg(stars).arg(track.id.value);
}

} // namespace

Notices::Notices(playback::Player& player, CurrentRater& rater, const NowPlaying& nowPlaying,
    const settings::Settings& settings, QObject* parent)
    : QObject(parent)
    , m_player(player)
    , m_rater(rater)
    , m_nowPlaying(nowPlaying)
    , m_settings(settings)
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(kSettled);
    connect(&m_settled, &QTimer::timeout, this, &Notices::tellTrack);
    connect(&player, &playback::Player::trackChanged, this, &Notices::followTrack);
    connect(&rater, &CurrentRater::rated, this, &Notices::tellRating);
    connect(&rater, &CurrentRater::failed, this, &Notices::tellFailure);
    connect(&m_notifier, &Notifier::pressed, this, &Notices::press);
    connect(&m_notifier, &Notifier::unshown, this, &Notices::unshown);
}

void Notices::tellRating(const CurrentRater::Outcome& outcome)
{
    if (!m_settings.value(ui::behaviour::kTellsRatings) || (m_tellsItself && m_tellsItself())) {
        return;
    }
    m_told = outcome;
    const QString rating = rating::ratingText(outcome.rating);
    Notice notice { tr("%1 – %2", "title, rating").arg(outcome.track.title, rating),
        outcome.track.artist, m_nowPlaying.coverOf(outcome.track.id), {} };
    if (outcome.change.isValid()) {
        notice.buttons.append({ kUndo + QString::number(outcome.change.value), tr("Undo") });
    }
    m_notifier.show(notice);
}

void Notices::tellFailure(const util::Error& error, const playback::QueueEntry& track)
{
    m_notifier.show({ tr("“%1” could not be rated.").arg(track.title), error.message, {}, {} });
}

void Notices::followTrack()
{
    if (m_settings.value(ui::behaviour::kTellsTracks)) {
        m_settled.start();
    }
}

void Notices::tellTrack()
{
    const QWindow* window = QGuiApplication::focusWindow();
    const bool isSeen = window && window->isVisible();
    const auto state = m_player.state();
    const bool plays
        = state == playback::Player::State::Playing || state == playback::Player::State::Loading;
    if (plays && !isSeen) {
        askForRating();
    }
}

void Notices::askForRating()
{
    const playback::QueueEntry* track = m_player.current();
    if (!track) {
        return;
    }
    m_asked = *track;
    Notice notice { track->title, track->artist, m_nowPlaying.coverOf(track->id), {} };
    // The desktops that have room for buttons have it for three.
    for (const int stars : { 3, 4, 5 }) {
        notice.buttons.append(
            { idOf(m_asked, stars), rating::ratingText(types::Rating::fromStars(stars)) });
    }
    m_notifier.show(notice);
}

void Notices::press(const QString& button)
{
    if (button == kUndo + QString::number(m_told.change.value)) {
        m_rater.undo(m_told);
        return;
    }
    for (const int stars : { 3, 4, 5 }) {
        if (button == idOf(m_asked, stars)) {
            m_rater.rate(m_asked, types::Rating::fromStars(stars));
        }
    }
}

} // namespace app

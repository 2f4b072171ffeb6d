// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mprisplayer_p.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::Player;
using playback::QueueEntry;
using playback::Repeat;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace app {

namespace {

constexpr auto kJump = 500ms; ///< of the position, that listeners are told of
constexpr int kBefore = 20; ///< rows of the queue that are told, before what is heard
constexpr int kRows = 120; ///< and at most in all

const QString kTrack = u"/org/plexm8/track/"_s;

QDBusObjectPath pathOf(const QueueEntry& entry)
{
    return QDBusObjectPath(kTrack + QString::number(entry.id.value));
}

qlonglong inMicroseconds(milliseconds time)
{
    return microseconds(time).count();
}

bool isRunning(Player::State state)
{
    return state == Player::State::Playing || state == Player::State::Loading;
}

} // namespace

MprisPlayer::MprisPlayer(Player& player, QObject* parent)
    : QObject(parent)
    , m_player(player)
{
    followTrack();
    connect(&player, &Player::trackChanged, this, &MprisPlayer::followTrack);
    connect(&player, &Player::stateChanged, this, [this] {
        if (isRunning(m_player.state()) != m_isCounting) {
            const milliseconds position = m_player.position();
            check(position);
            expectFrom(position);
        }
    });
    connect(&player, &Player::positionChanged, this, &MprisPlayer::check);
}

void MprisPlayer::followTrack()
{
    const QueueEntry* entry = m_player.current();
    const auto id = entry ? entry->id : playback::QueueEntryId();
    if (id != m_heard) { // the same one once more is a jump
        m_heard = id;
        expectFrom(0ms);
    }
}

void MprisPlayer::expectFrom(milliseconds position)
{
    m_from = position;
    m_isCounting = isRunning(m_player.state());
    m_since.start();
}

void MprisPlayer::check(milliseconds position)
{
    const milliseconds expected
        = m_from + (m_isCounting ? milliseconds(m_since.elapsed()) : milliseconds(0));
    if (std::chrono::abs(position - expected) > kJump) {
        expectFrom(position);
        Q_EMIT jumped();
    }
}

QVariantMap MprisPlayer::properties() const
{
    const bool hasTrack = m_player.current();
    return {
        { u"PlaybackStatus"_s, status() },
        { u"LoopStatus"_s, loopStatus() },
        { u"Shuffle"_s, m_player.queue().isShuffled() },
        { u"Metadata"_s, metadata() },
        { u"Volume"_s, volume() },
        { u"CanGoNext"_s, m_player.queue().skipIndex().has_value() },
        { u"CanGoPrevious"_s, hasTrack },
        { u"CanPlay"_s, hasTrack },
        { u"CanPause"_s, hasTrack },
        { u"CanSeek"_s, canSeek() },
    };
}

qlonglong MprisPlayer::position() const
{
    return inMicroseconds(m_player.position());
}

QString MprisPlayer::status() const
{
    if (m_player.state() == Player::State::Paused) {
        return u"Paused"_s;
    }
    return isRunning(m_player.state()) ? u"Playing"_s : u"Stopped"_s;
}

QString MprisPlayer::loopStatus() const
{
    switch (m_player.queue().repeat()) {
    case Repeat::All:
        return u"Playlist"_s;
    case Repeat::One:
        return u"Track"_s;
    case Repeat::Off:
        break;
    }
    return u"None"_s;
}

void MprisPlayer::setLoopStatus(const QString& status)
{
    if (status == "Playlist"_L1) {
        m_player.setRepeat(Repeat::All);
    } else if (status == "Track"_L1) {
        m_player.setRepeat(Repeat::One);
    } else if (status == "None"_L1) {
        m_player.setRepeat(Repeat::Off);
    }
}

double MprisPlayer::volume() const
{
    return m_player.isMuted() ? 0 : m_player.volume();
}

void MprisPlayer::setVolume(double volume)
{
    if (std::isfinite(volume)) {
        m_player.setVolume(qBound(0.0, volume, 1.0));
        m_player.setMuted(false);
    }
}

bool MprisPlayer::canSeek() const
{
    return m_player.current() && m_player.duration() > 0ms;
}

void MprisPlayer::seek(qlonglong offset)
{
    if (!canSeek()) {
        return;
    }
    const milliseconds end = m_player.duration();
    // Nobody's clock runs this far, and what is beyond cannot be added.
    const microseconds far = microseconds(end) * 2;
    const auto to = m_player.position()
        + std::chrono::duration_cast<milliseconds>(std::clamp(microseconds(offset), -far, far));
    if (to > end) {
        m_player.next();
    } else {
        m_player.seek(std::max(to, milliseconds(0)));
    }
}

void MprisPlayer::setPosition(const QDBusObjectPath& track, qlonglong position)
{
    const auto to = std::chrono::duration_cast<milliseconds>(microseconds(position));
    // A late message means a track that has ended meanwhile.
    if (canSeek() && track == current() && position >= 0 && to <= m_player.duration()) {
        m_player.seek(to);
    }
}

QDBusObjectPath MprisPlayer::current() const
{
    const QueueEntry* entry = m_player.current();
    return entry ? pathOf(*entry) : QDBusObjectPath(u"/org/mpris/MediaPlayer2/TrackList/NoTrack"_s);
}

QVariantMap MprisPlayer::metadata() const
{
    const QueueEntry* entry = m_player.current();
    return entry ? metadataOf(*entry) : QVariantMap();
}

QVariantMap MprisPlayer::metadataOf(const QueueEntry& entry) const
{
    const bool isHeard = m_player.current() && m_player.current()->id == entry.id;
    const bool isKnown = m_details.entry == entry.id;
    const milliseconds length = isHeard ? m_player.duration() : entry.duration;
    const types::OptionalRating rating = isKnown ? m_details.rating : entry.rating;
    QVariantMap map { { u"mpris:trackid"_s, QVariant::fromValue(pathOf(entry)) } };
    const auto add = [&map](const QString& key, bool isThere, const QVariant& value) {
        if (isThere) {
            map.insert(key, value);
        }
    };
    add(u"xesam:title"_s, true, entry.title);
    add(u"xesam:artist"_s, !entry.artist.isEmpty(), QStringList { entry.artist });
    add(u"xesam:album"_s, !entry.album.isEmpty(), entry.album);
    add(u"mpris:length"_s, length > 0ms, inMicroseconds(length));
    add(u"xesam:userRating"_s, rating.has_value(), rating ? rating->plex() / 10 : 0.0);
    if (isKnown) {
        add(u"xesam:albumArtist"_s, !m_details.albumArtist.isEmpty(),
            QStringList { m_details.albumArtist });
        add(u"xesam:trackNumber"_s, m_details.number > 0, m_details.number);
        add(u"xesam:discNumber"_s, m_details.disc > 0, m_details.disc);
        add(u"mpris:artUrl"_s, m_details.cover.isValid(), m_details.cover.toString());
    }
    return map;
}

Tracks MprisPlayer::tracks() const
{
    const QList<QueueEntry>& entries = m_player.queue().entries();
    const qsizetype first = std::max(m_player.queue().currentIndex() - kBefore, 0);
    Tracks tracks;
    for (qsizetype row = first; row < std::min(first + kRows, entries.size()); ++row) {
        tracks.append(pathOf(entries.at(row)));
    }
    return tracks;
}

const QueueEntry* MprisPlayer::find(const QDBusObjectPath& track) const
{
    bool isNumber = false;
    const qint64 id = track.path().mid(kTrack.size()).toLongLong(&isNumber);
    const auto row = isNumber && track.path().startsWith(kTrack)
        ? m_player.queue().indexOf(playback::QueueEntryId { id })
        : std::nullopt;
    return row ? &m_player.queue().entries().at(*row) : nullptr;
}

Metadata MprisPlayer::metadata(const Tracks& tracks) const
{
    Metadata result;
    for (const QDBusObjectPath& track : tracks.mid(0, kRows)) {
        if (const QueueEntry* entry = find(track)) {
            result.append(metadataOf(*entry));
        }
    }
    return result;
}

void MprisPlayer::goTo(const QDBusObjectPath& track)
{
    if (const QueueEntry* entry = find(track)) {
        m_player.playAt(*m_player.queue().indexOf(entry->id));
    }
}

bool MprisPlayer::setDetails(const TrackDetails& details)
{
    const QueueEntry* entry = m_player.current();
    if (!entry || entry->id != details.entry || details == m_details) {
        return false;
    }
    m_details = details;
    return true;
}

MprisRoot::MprisRoot(Mpris& owner, QObject* exported)
    : QDBusAbstractAdaptor(exported)
    , m_owner(owner)
{
}

QString MprisRoot::identity() const
{
    return u"PlexM8"_s;
}

QString MprisRoot::desktopEntry() const
{
    return u"org.plexm8.PlexM8"_s;
}

void MprisRoot::Raise()
{
    Q_EMIT m_owner.raiseRequested();
}

void MprisRoot::Quit()
{
    Q_EMIT m_owner.quitRequested();
}

MprisControls::MprisControls(MprisPlayer& player, QObject* exported)
    : QDBusAbstractAdaptor(exported)
    , m_player(player)
{
}

void MprisControls::setRate(double rate)
{
    if (qFuzzyIsNull(rate)) { // what the specification makes of it
        Pause();
    }
}

bool MprisControls::isShuffled() const
{
    return m_player.player().queue().isShuffled();
}

void MprisControls::setShuffled(bool shuffled)
{
    m_player.player().setShuffled(shuffled);
}

bool MprisControls::canGoNext() const
{
    return m_player.player().queue().skipIndex().has_value();
}

bool MprisControls::hasTrack() const
{
    return m_player.player().current();
}

void MprisControls::Next()
{
    m_player.player().next();
}

void MprisControls::Previous()
{
    m_player.player().previous();
}

void MprisControls::Pause()
{
    m_player.player().pause();
}

void MprisControls::PlayPause()
{
    m_player.player().toggle();
}

void MprisControls::Stop()
{
    m_player.player().stop();
}

void MprisControls::Play()
{
    if (!isRunning(m_player.player().state())) {
        m_player.player().resume();
    }
}

void MprisControls::Seek(qlonglong offset)
{
    m_player.seek(offset);
}

void MprisControls::SetPosition(const QDBusObjectPath& track, qlonglong position)
{
    m_player.setPosition(track, position);
}

MprisTracks::MprisTracks(MprisPlayer& player, QObject* exported)
    : QDBusAbstractAdaptor(exported)
    , m_player(player)
{
}

Metadata MprisTracks::GetTracksMetadata(const QList<QDBusObjectPath>& tracks)
{
    return m_player.metadata(tracks);
}

void MprisTracks::GoTo(const QDBusObjectPath& track)
{
    m_player.goTo(track);
}

} // namespace app

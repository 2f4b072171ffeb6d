// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/mpris.h"

#include <QDBusAbstractAdaptor>
#include <QDBusObjectPath>
#include <QElapsedTimer>
#include <QVariantMap>

namespace app {

using Tracks = QList<QDBusObjectPath>;
using Metadata = QList<QVariantMap>;

/// The player in the words of MPRIS: what its properties are now, and what its methods do. Tells
/// when the position is not where a listener who only counts the seconds takes it to be.
class MprisPlayer final : public QObject
{
    Q_OBJECT

public:
    /// @param player  outlives this
    explicit MprisPlayer(playback::Player& player, QObject* parent = nullptr);

    [[nodiscard]] playback::Player& player() const { return m_player; }
    /// All properties of the interface of the player but the position.
    [[nodiscard]] QVariantMap properties() const;
    [[nodiscard]] qlonglong position() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString loopStatus() const;
    [[nodiscard]] double volume() const;
    [[nodiscard]] bool canSeek() const;
    /// Of the track that is heard; empty if there is none.
    [[nodiscard]] QVariantMap metadata() const;

    /// A part of the queue around what is heard: a queue may have a hundred thousand tracks.
    [[nodiscard]] Tracks tracks() const;
    [[nodiscard]] Metadata metadata(const Tracks& tracks) const;
    /// What is heard, or the path that means that there is nothing.
    [[nodiscard]] QDBusObjectPath current() const;
    void goTo(const QDBusObjectPath& track);

    void seek(qlonglong offset);
    void setPosition(const QDBusObjectPath& track, qlonglong position);
    void setLoopStatus(const QString& status);
    void setVolume(double volume);

    /// False if they are those that were there before, or of another track.
    bool setDetails(const TrackDetails& details);

Q_SIGNALS:
    void jumped();

private:
    [[nodiscard]] QVariantMap metadataOf(const playback::QueueEntry& entry) const;
    [[nodiscard]] const playback::QueueEntry* find(const QDBusObjectPath& track) const;
    void followTrack();
    /// Compares with what is expected by now.
    void check(std::chrono::milliseconds position);
    void expectFrom(std::chrono::milliseconds position);

    playback::Player& m_player;
    TrackDetails m_details;
    playback::QueueEntryId m_heard;
    std::chrono::milliseconds m_from { 0 }; ///< where a listener began to count
    QElapsedTimer m_since;
    bool m_isCounting = false;
};

// Named as they are on the bus, all of it. MPRIS D-Bus Interface Specification 2.2.

/// The program.
class MprisRoot final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2")
    Q_PROPERTY(bool CanQuit READ yes CONSTANT)
    Q_PROPERTY(bool CanRaise READ yes CONSTANT)
    Q_PROPERTY(bool HasTrackList READ yes CONSTANT)
    Q_PROPERTY(QString Identity READ identity CONSTANT)
    Q_PROPERTY(QString DesktopEntry READ desktopEntry CONSTANT)
    Q_PROPERTY(QStringList SupportedUriSchemes READ nothing CONSTANT)
    Q_PROPERTY(QStringList SupportedMimeTypes READ nothing CONSTANT)

public:
    MprisRoot(Mpris& owner, QObject* exported);

    [[nodiscard]] bool yes() const { return true; }
    [[nodiscard]] QString identity() const;
    [[nodiscard]] QString desktopEntry() const;
    [[nodiscard]] QStringList nothing() const { return {}; }

public Q_SLOTS:
    void Raise();
    void Quit();

private:
    Mpris& m_owner;
};

/// What it plays.
class MprisControls final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.Player")
    Q_PROPERTY(QString PlaybackStatus READ status)
    Q_PROPERTY(QString LoopStatus READ loopStatus WRITE setLoopStatus)
    Q_PROPERTY(double Rate READ rate WRITE setRate)
    Q_PROPERTY(bool Shuffle READ isShuffled WRITE setShuffled)
    Q_PROPERTY(QVariantMap Metadata READ metadata)
    Q_PROPERTY(double Volume READ volume WRITE setVolume)
    Q_PROPERTY(qlonglong Position READ position)
    Q_PROPERTY(double MinimumRate READ rate CONSTANT)
    Q_PROPERTY(double MaximumRate READ rate CONSTANT)
    Q_PROPERTY(bool CanGoNext READ canGoNext)
    Q_PROPERTY(bool CanGoPrevious READ hasTrack)
    Q_PROPERTY(bool CanPlay READ hasTrack)
    Q_PROPERTY(bool CanPause READ hasTrack)
    Q_PROPERTY(bool CanSeek READ canSeek)
    Q_PROPERTY(bool CanControl READ yes CONSTANT)

public:
    MprisControls(MprisPlayer& player, QObject* exported);

    [[nodiscard]] QString status() const { return m_player.status(); }
    [[nodiscard]] QString loopStatus() const { return m_player.loopStatus(); }
    void setLoopStatus(const QString& status) { m_player.setLoopStatus(status); }
    [[nodiscard]] double rate() const { return 1; }
    void setRate(double rate);
    [[nodiscard]] bool isShuffled() const;
    void setShuffled(bool shuffled);
    [[nodiscard]] QVariantMap metadata() const { return m_player.metadata(); }
    [[nodiscard]] double volume() const { return m_player.volume(); }
    void setVolume(double volume) { m_player.setVolume(volume); }
    [[nodiscard]] qlonglong position() const { return m_player.position(); }
    [[nodiscard]] bool canGoNext() const;
    [[nodiscard]] bool hasTrack() const;
    [[nodiscard]] bool canSeek() const { return m_player.canSeek(); }
    [[nodiscard]] bool yes() const { return true; }

public Q_SLOTS:
    void Next();
    void Previous();
    void Pause();
    void PlayPause();
    void Stop();
    void Play();
    void Seek(qlonglong offset);
    void SetPosition(const QDBusObjectPath& track, qlonglong position);
    /// Music comes from the library only.
    void OpenUri(const QString&) { }

Q_SIGNALS:
    void Seeked(qlonglong position);

private:
    MprisPlayer& m_player;
};

/// What it will play.
class MprisTracks final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.TrackList")
    Q_PROPERTY(app::Tracks Tracks READ tracks)
    Q_PROPERTY(bool CanEditTracks READ canEdit CONSTANT)

public:
    MprisTracks(MprisPlayer& player, QObject* exported);

    [[nodiscard]] app::Tracks tracks() const { return m_player.tracks(); }
    [[nodiscard]] bool canEdit() const { return false; }

public Q_SLOTS:
    app::Metadata GetTracksMetadata(const QList<QDBusObjectPath>& tracks);
    void AddTrack(const QString&, const QDBusObjectPath&, bool) { }
    void RemoveTrack(const QDBusObjectPath&) { }
    void GoTo(const QDBusObjectPath& track);

Q_SIGNALS:
    void TrackListReplaced(const QList<QDBusObjectPath>& tracks, const QDBusObjectPath& current);
    void TrackMetadataChanged(const QDBusObjectPath& track, const QVariantMap& metadata);

private:
    MprisPlayer& m_player;
};

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/catalogue.h"
#include "core/demo/keys.h"

#include <QHash>
#include <QSet>
#include <deque>
#include <vector>

namespace demo {

class VideoShelf;

/// Who asks: 1 is the server's owner; the others have rated and played nothing at first.
using UserId = int;
constexpr UserId kOwner = 1;
constexpr UserId kHomeUser = 2;
constexpr UserId kRestrictedUser = 3; ///< of the same Home
constexpr UserId kSharedUser = 4; ///< somebody else, whom the owner lets in

/// One row of a dumb playlist.
struct PlaylistEntry
{
    quint64 itemId = 0; ///< playlistItemID, unique on the server
    Item item {};

    bool operator==(const PlaylistEntry&) const = default;
};

/// A playlist of one user. Smart ones have content and no entries.
struct Playlist
{
    quint64 key = 0;
    UserId owner = kOwner;
    QByteArray title {};
    QByteArray summary {};
    QByteArray type { "audio" };
    QByteArray guid {};
    bool isSmart = false;
    QByteArray query {}; ///< smart: the encoded query after /library/sections/N/all?
    bool hasLegacyContent = false; ///< smart: written as library://…/directory/…
    std::vector<PlaylistEntry> entries {};
    qint64 addedAt = 0;
    qint64 updatedAt = 0;
    int viewCount = 0;
    qint64 viewedAt = 0;
};

/// One playback that a client reports.
struct Session
{
    int number = 0; ///< sessionKey
    quint64 queue = 0; ///< playQueueID; 0 = none
    quint64 queueItem = 0;
    UserId user = kOwner;
    Item item {};
    QByteArray id {}; ///< X-Plex-Session-Identifier, or made up
    QByteArray client {}; ///< X-Plex-Client-Identifier
    QByteArray product {};
    QByteArray device {};
    QByteArray state {};
    qint64 time = 0; ///< ms
    bool wasBelow = false; ///< a report below the played threshold was seen
    bool isCounted = false;
};

/// One play that was counted.
struct Play
{
    qint64 id = 0;
    UserId user = kOwner;
    Item item {};
    qint64 at = 0; ///< epoch seconds
    int device = 0; ///< 1…, the position in State::devices()
};

/// A client that has reported playback.
struct Device
{
    QByteArray client {}; ///< X-Plex-Client-Identifier
    QByteArray name {};
    QByteArray platform {};
};

/// Everything about the library that changes while the server runs.
///
/// Laid over an immutable Catalogue. Not thread-safe: the server guards it.
class State
{
public:
    State(const Catalogue& music, const VideoShelf& video);

    // --- marks -------------------------------------------------------------------------------
    [[nodiscard]] Mark mark(UserId user, Item item) const;
    /// Whether editMark() was ever called for it.
    [[nodiscard]] bool hasMark(UserId user, Item item) const;
    /// For changing; counts as a change of that user's view.
    Mark& editMark(UserId user, Item item);

    // --- keys --------------------------------------------------------------------------------
    /// The rating key the item has now.
    [[nodiscard]] quint64 key(Item item) const;
    /// The item that has the key now; nothing for unknown, removed and former keys.
    [[nodiscard]] std::optional<Item> find(quint64 key) const;
    /// Gives the item a new rating key, as a server does after a re-scan @p now. Returns it.
    quint64 rekey(Item item, qint64 now);
    [[nodiscard]] bool exists(Item item) const;

    // --- edits by somebody else --------------------------------------------------------------
    /// Removes a track, or an artist or album with what it holds; playlists lose it too.
    void remove(Item item);
    /// Takes back remove(), with what the item holds; playlists do not get it again.
    void restore(Item item, qint64 now);
    [[nodiscard]] bool hasRemovals() const { return !m_removed.isEmpty(); }
    [[nodiscard]] bool isRemoved(Item item) const { return m_removed.contains(item); }
    void rename(Item item, const QByteArray& title, qint64 now);
    /// Something about the item changed that nobody sees, then.
    void touch(Item item, qint64 at);
    /// The title given by rename(), or empty.
    [[nodiscard]] QByteArray newTitle(Item item) const { return m_titles.value(item); }
    /// When rename() or rekey() last touched the item, or 0.
    [[nodiscard]] qint64 editedAt(Item item) const { return m_editedAt.value(item); }

    // --- playlists ---------------------------------------------------------------------------
    [[nodiscard]] const std::vector<Playlist>& playlists() const { return m_playlists; }
    /// The user's playlist of that key, or null; also null for somebody else's.
    [[nodiscard]] Playlist* playlist(UserId user, quint64 key);
    Playlist& addPlaylist(UserId user, const QByteArray& title, qint64 now);
    void append(Playlist& playlist, Item item);
    bool removePlaylist(UserId user, quint64 key);

    // --- playback ----------------------------------------------------------------------------
    std::vector<Session> sessions {};
    int lastSessionNumber = 100;

    [[nodiscard]] const std::vector<Play>& plays() const { return m_plays; }
    /// @param play  gets an id of its own
    void addPlay(Play play);
    bool removePlay(qint64 id);
    [[nodiscard]] const std::vector<Device>& devices() const { return m_devices; }
    /// The number of that client's device, which is remembered.
    int deviceNumber(const Device& device);

    /// Grows with every change of the library's rows or of anybody's marks.
    [[nodiscard]] quint64 version() const { return m_version; }
    /// What that user marked after that version(), an item perhaps twice; nothing when that was too
    /// long ago to be remembered.
    [[nodiscard]] std::optional<std::vector<Item>> markedSince(quint64 version, UserId user) const;
    /// Grows only when rows appear, vanish or are renamed.
    [[nodiscard]] quint64 rowVersion() const { return m_rowVersion; }

private:
    void removeOne(Item item);
    [[nodiscard]] std::vector<Item> childrenOf(Item item) const;

    const Catalogue& m_music;
    const VideoShelf& m_video;
    QHash<UserId, QHash<Item, Mark>> m_marks;
    struct Marked
    {
        quint64 version = 0;
        UserId user = kOwner;
        Item item {};
    };
    std::deque<Marked> m_lastMarked; // ascending by version
    quint64 m_forgotten = 0; // version of the last one that is no longer there
    QHash<Item, quint64> m_newKeys;
    QHash<quint64, Item> m_rekeyed;
    QSet<Item> m_removed;
    QHash<Item, QByteArray> m_titles;
    QHash<Item, qint64> m_editedAt;
    std::vector<Playlist> m_playlists;
    std::vector<Play> m_plays;
    std::vector<Device> m_devices { { "a1b2c3d4e5f60718-com-plexapp-android", "Phone",
        "Android" } };
    qint64 m_lastPlay = 5000;
    quint64 m_nextPlaylist = keys::kPlaylists;
    quint64 m_nextEntry = 880'001;
    quint64 m_nextKey = keys::kRekeyed;
    quint64 m_version = 1;
    quint64 m_rowVersion = 1;
};

} // namespace demo

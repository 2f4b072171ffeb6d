// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/state.h"

#include "core/demo/names.h"
#include "core/demo/videoshelf.h"

namespace demo {

namespace {

constexpr size_t kRememberedMarks = 1'000;

} // namespace

State::State(const Catalogue& music, const VideoShelf& video)
    : m_music(music)
    , m_video(video)
{
}

Mark State::mark(UserId user, Item item) const
{
    const auto marks = m_marks.constFind(user);
    if (marks != m_marks.cend()) {
        if (const auto found = marks->constFind(item); found != marks->cend()) {
            return *found;
        }
    }
    if (user == kOwner && item.kind == Kind::Track) {
        return m_music.firstMark(item.index);
    }
    return {};
}

bool State::hasMark(UserId user, Item item) const
{
    const auto marks = m_marks.constFind(user);
    return marks != m_marks.cend() && marks->contains(item);
}

Mark& State::editMark(UserId user, Item item)
{
    m_lastMarked.push_back({ ++m_version, user, item });
    if (m_lastMarked.size() > kRememberedMarks) {
        m_forgotten = m_lastMarked.front().version;
        m_lastMarked.pop_front();
    }
    QHash<Item, Mark>& marks = m_marks[user];
    if (!marks.contains(item)) {
        Mark first;
        if (user == kOwner && item.kind == Kind::Track) {
            first = m_music.firstMark(item.index);
        }
        marks.insert(item, first);
    }
    return marks[item];
}

std::optional<std::vector<Item>> State::markedSince(quint64 version, UserId user) const
{
    if (version < m_forgotten) {
        return std::nullopt;
    }
    std::vector<Item> items;
    for (auto it = m_lastMarked.rbegin(); it != m_lastMarked.rend() && it->version > version;
         ++it) {
        if (it->user == user) {
            items.push_back(it->item);
        }
    }
    return items;
}

quint64 State::key(Item item) const
{
    if (!m_newKeys.isEmpty()) {
        if (const auto found = m_newKeys.constFind(item); found != m_newKeys.cend()) {
            return *found;
        }
    }
    return keys::original(item);
}

std::optional<Item> State::find(quint64 key) const
{
    std::optional<Item> item;
    if (const auto found = m_rekeyed.constFind(key); found != m_rekeyed.cend()) {
        item = *found;
    } else {
        item = keys::itemOf(key);
    }
    if (!item || this->key(*item) != key || !exists(*item)) {
        return std::nullopt;
    }
    return item;
}

quint64 State::rekey(Item item, qint64 now)
{
    m_editedAt.insert(item, now);
    m_rekeyed.remove(key(item));
    const quint64 fresh = m_nextKey++;
    m_newKeys.insert(item, fresh);
    m_rekeyed.insert(fresh, item);
    ++m_version;
    ++m_rowVersion;
    return fresh;
}

bool State::exists(Item item) const
{
    if (m_removed.contains(item)) {
        return false;
    }
    switch (item.kind) {
    case Kind::Artist:
        return item.index < m_music.artistCount();
    case Kind::Album:
        return item.index < m_music.albumCount();
    case Kind::Track:
        return item.index < m_music.trackCount();
    default:
        return item.index < m_video.all(item.kind).size();
    }
}

void State::removeOne(Item item)
{
    m_removed.insert(item);
    for (Playlist& playlist : m_playlists) {
        std::erase_if(
            playlist.entries, [item](const PlaylistEntry& entry) { return entry.item == item; });
    }
}

std::vector<Item> State::childrenOf(Item item) const
{
    const bool isArtist = item.kind == Kind::Artist;
    if (!isArtist && item.kind != Kind::Album) {
        return {};
    }
    const Range range = isArtist ? m_music.albumsOf(item.index) : m_music.tracksOf(item.index);
    std::vector<Item> children;
    for (quint32 i = 0; i < range.count; ++i) {
        children.push_back({ isArtist ? Kind::Album : Kind::Track, range.first + i });
    }
    return children;
}

void State::remove(Item item)
{
    for (const Item& child : childrenOf(item)) {
        remove(child);
    }
    removeOne(item);
    ++m_version;
    ++m_rowVersion;
}

void State::restore(Item item, qint64 now)
{
    for (const Item& child : childrenOf(item)) {
        restore(child, now);
    }
    m_removed.remove(item);
    m_editedAt.insert(item, now);
    ++m_version;
    ++m_rowVersion;
}

void State::rename(Item item, const QByteArray& title, qint64 now)
{
    m_titles.insert(item, title);
    m_editedAt.insert(item, now);
    ++m_version;
    ++m_rowVersion;
}

void State::touch(Item item, qint64 at)
{
    m_editedAt.insert(item, at);
    ++m_version;
    ++m_rowVersion;
}

Playlist* State::playlist(UserId user, quint64 key)
{
    const auto found = std::find_if(m_playlists.begin(), m_playlists.end(),
        [user, key](const Playlist& p) { return p.key == key && p.owner == user; });
    return found == m_playlists.end() ? nullptr : &*found;
}

Playlist& State::addPlaylist(UserId user, const QByteArray& title, qint64 now)
{
    Playlist playlist;
    playlist.key = m_nextPlaylist++;
    playlist.owner = user;
    playlist.title = title;
    const QByteArray hex = QByteArray::number(mix(playlist.key), 16).rightJustified(16, '0');
    playlist.guid = "com.plexapp.agents.none://" + hex.first(8) + '-' + hex.mid(8, 4) + "-4"
        + hex.mid(12, 3) + "-8000-" + hex.first(12);
    playlist.addedAt = now;
    playlist.updatedAt = now;
    m_playlists.push_back(std::move(playlist));
    return m_playlists.back();
}

void State::append(Playlist& playlist, Item item)
{
    playlist.entries.push_back({ m_nextEntry++, item });
}

bool State::removePlaylist(UserId user, quint64 key)
{
    return std::erase_if(m_playlists, [user, key](const Playlist& playlist) {
        return playlist.key == key && playlist.owner == user;
    }) > 0;
}

void State::addPlay(Play play)
{
    play.id = ++m_lastPlay;
    m_plays.push_back(play);
}

bool State::removePlay(qint64 id)
{
    return std::erase_if(m_plays, [id](const Play& play) { return play.id == id; }) > 0;
}

int State::deviceNumber(const Device& device)
{
    const auto found = std::ranges::find_if(
        m_devices, [&device](const Device& one) { return one.client == device.client; });
    if (found != m_devices.end()) {
        return static_cast<int>(found - m_devices.begin()) + 1;
    }
    m_devices.push_back(device);
    return static_cast<int>(m_devices.size());
}

} // namespace demo

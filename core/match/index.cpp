// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/index.h"

#include <algorithm>

namespace match {

namespace {

constexpr int kPartitionBits = 6;
constexpr int kSlotBits = 14;
static_assert(Index::kPartitions == 1 << kPartitionBits);

constexpr qsizetype kShortestWithTypos = 5;
constexpr qsizetype kLongestWithTypos = 40; // longer ones are found by their longest words
constexpr quint64 kBase = 0x100000001b3;

/// What a key is made of; part of its hash, so that kinds do not mix.
enum class KeyKind : quint64
{
    Title = 1,
    ArtistTitle,
    ArtistAlbum,
    AlbumTitle,
    LongestWords,
    Path
};

/// The finaliser of MurmurHash3: every bit of the input moves every bit of the result.
quint32 mixed(quint64 value, KeyKind kind)
{
    value ^= quint64(kind) * 0x9e3779b97f4a7c15;
    value ^= value >> 33;
    value *= 0xff51afd7ed558ccd;
    value ^= value >> 33;
    value *= 0xc4ceb9fe1a85ec53;
    return quint32(value >> 32);
}

/// A hash whose value for a text less one letter follows from parts of it.
quint64 polynomial(QStringView text, quint64 start = 0)
{
    quint64 hash = start;
    for (const QChar c : text) {
        hash = hash * kBase + c.unicode();
    }
    return hash;
}

quint32 pairKey(QStringView a, QStringView b, KeyKind kind)
{
    return mixed(polynomial(b, polynomial(a) * kBase + 1), kind);
}

/// Keys of the title less each of its letters.
void addTypos(Keys& keys, QStringView letters)
{
    if (letters.size() < kShortestWithTypos || letters.size() > kLongestWithTypos) {
        return;
    }
    QVarLengthArray<quint64, kLongestWithTypos + 1> heads { 0 }; // hashes of the beginnings
    for (const QChar c : letters) {
        heads.append(heads.last() * kBase + c.unicode());
    }
    quint64 tail = 0; // the hash of what follows the letter left out
    quint64 power = 1; // kBase to the power of its length
    for (qsizetype i = letters.size() - 1; i >= 0; --i) {
        const bool isRepeated = i + 1 < letters.size() && letters.at(i + 1) == letters.at(i);
        if (!isRepeated) {
            keys.append(mixed(heads.at(i) * power + tail, KeyKind::Title));
        }
        tail += letters.at(i).unicode() * power;
        power *= kBase;
    }
}

void addArtistKeys(Keys& keys, const ArtistForm& artist, QStringView letters)
{
    constexpr qsizetype kBeginning = 3;
    if (artist.isNobody()) {
        return;
    }
    const QStringView beginning = letters.first(std::min(kBeginning, letters.size()));
    keys.append(pairKey(artist.main.letters, beginning, KeyKind::ArtistTitle));
    if (artist.first.letters != artist.main.letters) {
        keys.append(pairKey(artist.first.letters, beginning, KeyKind::ArtistTitle));
    }
}

} // namespace

quint32 titleKey(const TitleForm& title)
{
    return mixed(polynomial(title.core.letters), KeyKind::Title);
}

Keys keysOf(const PreparedTracks& tracks, qsizetype index)
{
    constexpr qsizetype kBeginning = 5;
    Keys keys;
    const PreparedTrack& track = tracks.at(index);
    const ArtistForm& artist = tracks.artist(track.artist);
    const ArtistForm& albumArtist = tracks.artist(track.albumArtist);
    const AlbumForm& album = tracks.album(track.album);
    const bool hasTwoArtists = artist.main.letters != albumArtist.main.letters;
    for (const Reading& reading : track.readings) {
        const QStringView letters = reading.title.core.letters;
        keys.append(titleKey(reading.title));
        addTypos(keys, letters);
        for (const ArtistForm& named : reading.artist) {
            addArtistKeys(keys, named, letters);
        }
        addArtistKeys(keys, artist, letters);
        if (hasTwoArtists) {
            addArtistKeys(keys, albumArtist, letters);
        }
        if (!album.isNone()) {
            keys.append(pairKey(album.core.letters,
                letters.first(std::min(kBeginning, letters.size())), KeyKind::AlbumTitle));
        }
        if (reading.title.longestWords != 0) {
            keys.append(mixed(reading.title.longestWords, KeyKind::LongestWords));
        }
    }
    if (!album.isNone() && !artist.isNobody()) {
        keys.append(pairKey(artist.main.letters, album.core.letters, KeyKind::ArtistAlbum));
    }
    if (!album.isNone() && !albumArtist.isNobody() && hasTwoArtists) {
        keys.append(pairKey(albumArtist.main.letters, album.core.letters, KeyKind::ArtistAlbum));
    }
    if (track.tail[1] != 0) {
        keys.append(mixed(track.tail[0] * kBase + track.tail[1], KeyKind::Path));
    }
    return keys;
}

void Index::collect(const PreparedTracks& tracks, qsizetype first, qsizetype last, Piece& piece)
{
    for (qsizetype i = first; i < last; ++i) {
        Keys keys = keysOf(tracks, i);
        std::ranges::sort(keys);
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        for (const quint32 key : keys) {
            piece.at(key >> (32 - kPartitionBits)).push_back(quint64(key) << 32 | quint64(i));
        }
    }
}

void Index::build(int number, std::span<const Piece> pieces)
{
    Partition& partition = m_partitions.at(size_t(number));
    size_t count = 0;
    for (const Piece& piece : pieces) {
        count += piece.at(size_t(number)).size();
    }
    partition.entries.clear();
    partition.entries.reserve(count);
    for (const Piece& piece : pieces) {
        const std::vector<quint64>& part = piece.at(size_t(number));
        partition.entries.insert(partition.entries.end(), part.begin(), part.end());
    }
    std::ranges::sort(partition.entries);
    constexpr size_t kSlots = size_t(1) << kSlotBits;
    partition.starts.assign(kSlots + 1, 0);
    for (const quint64 entry : partition.entries) {
        ++partition.starts[((entry >> (64 - kPartitionBits - kSlotBits)) & (kSlots - 1)) + 1];
    }
    for (size_t i = 0; i < kSlots; ++i) {
        partition.starts[i + 1] += partition.starts[i];
    }
}

std::span<const quint64> Index::bucket(quint32 key) const
{
    const Partition& partition = m_partitions[key >> (32 - kPartitionBits)];
    if (partition.starts.empty()) {
        return {};
    }
    const size_t slot = (key >> (32 - kPartitionBits - kSlotBits)) & ((size_t(1) << kSlotBits) - 1);
    const std::span<const quint64> entries
        = std::span(partition.entries)
              .subspan(partition.starts[slot], partition.starts[slot + 1] - partition.starts[slot]);
    const auto keyOf = [](quint64 entry) { return quint32(entry >> 32); };
    return { std::ranges::lower_bound(entries, key, {}, keyOf),
        std::ranges::upper_bound(entries, key, {}, keyOf) };
}

void Index::lookUp(const Keys& keys, qsizetype trackCount, Scratch& scratch) const
{
    scratch.found.tracks.clear();
    scratch.found.hasSkipped = false;
    scratch.seen.resize(size_t(trackCount), 0);
    ++scratch.round;
    for (const quint32 key : keys) {
        const auto entries = bucket(key);
        if (qsizetype(entries.size()) > kBucketLimit) {
            scratch.found.hasSkipped = true;
            continue;
        }
        for (const quint64 entry : entries) {
            const auto track = quint32(entry);
            if (scratch.seen[track] != scratch.round) {
                scratch.seen[track] = scratch.round;
                scratch.found.tracks.push_back(int(track));
            }
        }
    }
}

std::vector<int> Index::someOf(quint32 key) const
{
    auto entries = bucket(key);
    entries = entries.first(std::min(entries.size(), size_t(kBucketLimit)));
    std::vector<int> tracks;
    for (const quint64 entry : entries) {
        tracks.push_back(int(quint32(entry)));
    }
    return tracks;
}

} // namespace match

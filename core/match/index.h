// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/prepared.h"

#include <QVarLengthArray>
#include <array>
#include <span>
#include <vector>

namespace match {

/// What tracks are looked up by: hashes of the title, of the title less each of its letters (which
/// finds typing errors), of artist and beginning of the title, artist and album, album and
/// beginning of the title, the two longest words, and the last two parts of the path.
using Keys = QVarLengthArray<quint32, 64>;
[[nodiscard]] Keys keysOf(const PreparedTracks& tracks, qsizetype index);

/// Finds the tracks that share a key. Two steps make it, each of which several threads can do in
/// pieces: keys are collected from ranges of tracks, then each partition is built of all pieces.
/// Memory: 12 bytes a key, about 25 keys a track; 100,000 tracks 30 MB.
class Index
{
public:
    static constexpr int kPartitions = 64;
    /// A key that so many tracks share ("Intro") finds nothing: others narrow it.
    static constexpr qsizetype kBucketLimit = 400;

    /// Keys of a range of tracks by the partition they belong to.
    using Piece = std::array<std::vector<quint64>, kPartitions>;
    /// The first step: adds the keys of the tracks [first, last).
    static void collect(
        const PreparedTracks& tracks, qsizetype first, qsizetype last, Piece& piece);
    /// The second step: one partition of all pieces.
    void build(int partition, std::span<const Piece> pieces);

    /// What was found of one track.
    struct Found
    {
        std::vector<int> tracks {}; ///< each once, in no order
        bool hasSkipped = false; ///< a key was shared by too many
    };
    /// What lookUp() needs again and again; one for each thread.
    struct Scratch
    {
        Found found {};
        std::vector<quint32> seen {}; ///< for each track the round in which it was found last
        quint32 round = 0;
    };
    /// The tracks that share a key, in Scratch::found. @param trackCount  of the index
    void lookUp(const Keys& keys, qsizetype trackCount, Scratch& scratch) const;
    /// The first kBucketLimit tracks of one key, however many share it.
    [[nodiscard]] std::vector<int> someOf(quint32 key) const;

private:
    struct Partition
    {
        std::vector<quint64> entries; ///< key << 32 | track, sorted
        std::vector<quint32> starts; ///< where the entries of each slot of keys begin
    };
    [[nodiscard]] std::span<const quint64> bucket(quint32 key) const;

    std::array<Partition, kPartitions> m_partitions;
};

/// The key of a title alone, the first that keysOf() tells.
[[nodiscard]] quint32 titleKey(const TitleForm& title);

} // namespace match

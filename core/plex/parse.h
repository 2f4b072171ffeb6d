// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/activity.h"
#include "core/types/play.h"
#include "core/types/playlist.h"
#include "core/util/result.h"

#include <QByteArray>
#include <QList>
#include <optional>

namespace plex {

/// One page of a listing.
template <class T>
struct Page
{
    QList<T> items {};
    qint64 offset = 0;
    /// How many there are in all; absent where the server does not say: stop at an empty page.
    std::optional<qint64> total {};
    qint64 received = 0; ///< rows of the answer, also those that were skipped as broken
};

/// Who made something, as the server names it.
struct Credit
{
    QString role {}; ///< the server's word: "Director", "Producer", "Writer", or what they played
    QString name {};
    bool operator==(const Credit&) const = default;
};

/// What the server tells of an item that is asked for by itself.
struct ItemDetails
{
    types::Item item {}; ///< with all its tags
    QList<Credit> credits {};
};

/// A row of a folder listing: a folder, which is no item and has neither type nor rating key, or an
/// item that lies in the folder.
struct FolderEntry
{
    QString key {}; ///< of a folder: the path to ask for; of an item: its own
    QString title {};
    std::optional<types::Item> item {}; ///< nothing: a folder
    bool operator==(const FolderEntry&) const = default;
};

/// Pure functions from a JSON body to values. Absent keys are empty lists or absent values; an
/// item that makes no sense is left out, the rest stays. Thread: any.
/// Errors: Protocol, naming what is missing and @p endpoint.
[[nodiscard]] util::Result<types::ServerInfo> parseServerInfo(
    const QByteArray& body, const QString& endpoint);
[[nodiscard]] util::Result<QList<types::Section>> parseSections(
    const QByteArray& body, const QString& endpoint);
/// Cost: about 15 µs a track.
[[nodiscard]] util::Result<Page<types::Item>> parseItems(
    const QByteArray& body, const QString& endpoint);
/// The same with credits.
[[nodiscard]] util::Result<Page<ItemDetails>> parseDetails(
    const QByteArray& body, const QString& endpoint);
/// The rows of a folder; one that is neither folder nor item is left out.
[[nodiscard]] util::Result<Page<FolderEntry>> parseFolder(
    const QByteArray& body, const QString& endpoint);
/// Of the same answers, whether each item has had its sonic analysis.
[[nodiscard]] util::Result<Page<bool>> parseAnalysed(
    const QByteArray& body, const QString& endpoint);
/// Of the same answers, the rating keys alone.
[[nodiscard]] util::Result<Page<types::RatingKey>> parseKeys(
    const QByteArray& body, const QString& endpoint);
[[nodiscard]] util::Result<Page<types::Playlist>> parsePlaylists(
    const QByteArray& body, const QString& endpoint);
[[nodiscard]] util::Result<Page<types::PlaylistItem>> parsePlaylistItems(
    const QByteArray& body, const QString& endpoint);
/// Of the same answers, what identifies each row.
[[nodiscard]] util::Result<Page<types::PlaylistKey>> parsePlaylistKeys(
    const QByteArray& body, const QString& endpoint);

/// What runs on the server; without a uuid it cannot be named and is left out.
[[nodiscard]] util::Result<QList<types::Activity>> parseActivities(
    const QByteArray& body, const QString& endpoint);
/// Rows of the history of plays.
[[nodiscard]] util::Result<Page<types::Play>> parsePlays(
    const QByteArray& body, const QString& endpoint);

/// What the server answers to a timeline report.
struct TimelineAnswer
{
    std::optional<int> terminationCode {}; ///< set: an administrator ended this playback
    QString terminationText {};
};
/// An empty or foreign body is an answer without a termination.
[[nodiscard]] TimelineAnswer parseTimelineAnswer(const QByteArray& body);

} // namespace plex

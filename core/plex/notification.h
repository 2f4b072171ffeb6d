// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/item.h"
#include "core/util/result.h"

#include <QByteArrayView>
#include <QMetaType>

namespace plex {

/// What one frame of the notification socket tells, as far as it matters to a client. A frame of an
/// unknown type, or an empty one, tells nothing: all lists are empty.
struct Notification
{
    /// Something happened to one item or playlist.
    struct Entry
    {
        /// How far the server is with it; other values are passed on as they are.
        enum State
        {
            Created = 0,
            Processed = 5,
            Deleted = 9
        };
        types::RatingKey key {}; ///< never empty
        types::ItemType type = types::ItemType::Unknown;
        int state = Created;
        bool operator==(const Entry&) const = default;
    };
    /// The server has worked at something.
    struct Activity
    {
        QString type {}; ///< "library.update.section"
        bool hasEnded = false;
        bool operator==(const Activity&) const = default;
    };

    QList<Entry> entries {};
    QList<Activity> activities {};
    bool isCut = false; ///< there were more than kMostEntries
    bool operator==(const Notification&) const = default;
};

inline constexpr qsizetype kLargestFrame = qsizetype(4) * 1024 * 1024;
inline constexpr qsizetype kMostEntries = 10'000;

/// Reads a frame. An entry that makes no sense, or is not the library's, is left out. Thread: any.
/// Errors: Protocol for what is no JSON object, or too large.
[[nodiscard]] util::Result<Notification> parseNotification(QByteArrayView frame);

} // namespace plex

Q_DECLARE_METATYPE(plex::Notification)

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ids.h"

#include <QList>

namespace types {

/// That something was played.
struct Play
{
    RatingKey ratingKey {}; ///< empty = it is not on the server any more
    QString title {};
    QString artist {}; ///< or the show; may be empty
    QString album {}; ///< or the season; may be empty
    qint64 at = 0; ///< UTC seconds
    bool operator==(const Play&) const = default;
};

/// The latest of them, newest first.
struct Plays
{
    QList<Play> list {};
    bool isComplete = false; ///< each play, as the server keeps them; else only each track's latest
    bool operator==(const Plays&) const = default;
};

} // namespace types

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

class QWidget;

namespace ui {

/// The texts of a playlist.
struct PlaylistTexts
{
    QString title {};
    QString summary {};
};

/// Asks over @p window what a playlist is to be called. Cancelled when it is not answered; an
/// answer has a title.
/// @param before  what stands in the fields at first; without a title a new one is asked for
[[nodiscard]] util::Future<PlaylistTexts> askPlaylistTexts(
    QWidget& window, const PlaylistTexts& before, bool isNew);

/// Asks over @p window whether the playlist @p title with @p tracks is to be deleted. Cancelled
/// unless confirmed.
[[nodiscard]] util::Future<void> askDeletePlaylist(
    QWidget& window, const QString& title, int tracks);

} // namespace ui

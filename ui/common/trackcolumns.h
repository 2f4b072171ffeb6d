// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/trackview.h"
#include "core/types/rows.h"

#include <QVariant>
#include <span>

namespace ui {

struct Dragging;

/// The columns a list of tracks can show. The numbers are stored with a view's columns.
enum class TrackColumn
{
    Position, ///< place in a playlist, or disc and number
    Title,
    Artist,
    Album,
    Year,
    Rating,
    Duration,
    Plays,
    LastPlayed,
    Added,
    Quality
};

/// One row of the static column table.
struct TrackColumnSpec
{
    TrackColumn column;
    Qt::Alignment alignment;
    const char* title; ///< untranslated; trackColumnTitle() translates
    int width; ///< at 100 % text; 0 = takes what is left
    library::TrackSort sort;
};

[[nodiscard]] std::span<const TrackColumnSpec> trackColumns();
[[nodiscard]] const TrackColumnSpec& specOf(TrackColumn column);
[[nodiscard]] QString trackColumnTitle(TrackColumn column);
/// A cell's text; empty where the value is unknown.
[[nodiscard]] QString trackText(const types::TrackRow& track, TrackColumn column);
/// What a screen reader says: as the text, with a word where the cell is a picture.
[[nodiscard]] QString trackAccessibleText(const types::TrackRow& track, TrackColumn column);
/// What all track models answer for @p role.
[[nodiscard]] QVariant trackData(const types::TrackRow* track, TrackColumn column, int role);

/// What a list sorted by @p keys is sorted by after a click on the column of @p sort: ascending,
/// then descending, then no more.
/// @param adding  the other columns stay; a fifth one is not taken
[[nodiscard]] QList<library::SortKey> nextSort(
    const QList<library::SortKey>& keys, library::TrackSort sort, bool adding);
/// "Title, sorted ascending", for screen readers; with its number if there are several keys.
[[nodiscard]] QString columnAccessibleTitle(
    TrackColumn column, const QList<library::SortKey>& keys);

/// What a track table needs from its model besides the model itself.
class TrackRows
{
public:
    TrackRows() = default;
    virtual ~TrackRows() = default;
    Q_DISABLE_COPY_MOVE(TrackRows)

    /// The track in @p row; nothing while it is being read.
    [[nodiscard]] virtual const types::TrackRow* track(int row) const = 0;
    /// The library item in @p row, without reading anything; invalid if it is not known yet.
    [[nodiscard]] virtual types::ItemId item(int row) const = 0;
    /// Whether the row still stands for something that can be played.
    [[nodiscard]] virtual bool isMissing(int row) const = 0;
    /// What is dragged of @p rows, without reading any of them.
    [[nodiscard]] virtual Dragging dragging(const QList<int>& rows) const = 0;
};

} // namespace ui

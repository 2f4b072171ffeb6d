// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/match/matcher.h"
#include "core/types/ids.h"

#include <QList>
#include <QStringList>

namespace match {

/// Whose decisions, and about which library.
struct Owner
{
    types::ServerId server {};
    types::UserId user {};
    bool operator==(const Owner&) const = default;
};

/// What the user said of a row. The numbers are stored.
enum class DecisionKind
{
    Pick = 0, ///< it is this track
    Reject = 1, ///< it is not this track; without a track: it is none at all
    Always = 2 ///< whatever source says these texts means this track
};

/// A track as it is found again after the server gave it another key.
struct TrackName
{
    QString path {}; ///< as the server has it
    QString guid {};
    types::RatingKey key {};
    bool operator==(const TrackName&) const = default;
    /// Whether it names no track.
    [[nodiscard]] bool isNone() const { return path.isEmpty() && guid.isEmpty() && !key.isValid(); }
};

/// One remembered decision.
struct Decision
{
    qint64 id = 0; ///< given by record()
    DecisionKind kind = DecisionKind::Pick;
    QString source {}; ///< which library or file; not looked at for Always
    QString name {}; ///< nameOf() the row; for Always textOf() it
    TrackName track {};
    qint64 madeAt = 0; ///< epoch seconds
    bool operator==(const Decision&) const = default;
};

/// The texts of a row in a form that no later version of the program makes otherwise: what a
/// decision that always holds is remembered by.
[[nodiscard]] QString textOf(const Track& track);

/// What a row is called in its source: its id, or its texts where it has none.
[[nodiscard]] QString nameOf(const Row& row);

/// What names @p track for ever.
[[nodiscard]] TrackName nameOf(const LibraryTrack& track);

/// What @p decisions say of each row, as places in @p catalogue: of the track's path, or else its
/// guid; its key only where it has neither. A track that is gone says nothing, until it is back.
/// @param decisions  as decisions::of() reads them; of two picks of one row the later holds
/// @return one for each row
[[nodiscard]] std::vector<Ruling> rulingsFor(
    const Catalogue& catalogue, std::span<const Row> rows, const QList<Decision>& decisions);

/// The table decision in the user's file. Thread of all functions: writer or reader, as the
/// connection says. Errors of all: Database, Storage.
namespace decisions {

/// Remembers a decision: a pick replaces what was picked for the row before, and a rejection of the
/// same track; a rejection takes back the pick of that track.
/// @return its id
util::Result<qint64> record(
    db::Connection& connection, const Owner& owner, const Decision& decision);

/// All that was decided about rows of @p source, and what always holds, the oldest first.
util::Result<QList<Decision>> of(
    db::Connection& connection, const Owner& owner, const QString& source);

/// As if it had never been said. An id that is not there is no error.
util::Result<void> forget(db::Connection& connection, const Owner& owner, qint64 id);

/// Every statement above, with its placeholders, for a test of how SQLite runs them.
[[nodiscard]] QStringList statements();

} // namespace decisions

} // namespace match

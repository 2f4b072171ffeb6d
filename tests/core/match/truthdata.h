// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/match/matcher.h"

#include <QHash>
#include <QSet>

/// The rating sources with known answers that lie beside the project, data/ratings. They are no
/// part of it: where they are absent, tests that need them are skipped.
namespace truthdata {

/// Their folder; empty if it is not there.
QString folder();

/// The tracks of plex_tracks.json.
std::vector<match::LibraryTrack> library();

/// The rows of one source that are music, with the id that the truth calls them.
std::vector<match::Row> itunesRows();
std::vector<match::Row> mediaMonkeyRows(const QString& temporaryFolder);
std::vector<match::Row> foobarRows();

/// What is right for one row.
struct Truth
{
    QString verdict {}; ///< match, ambiguous, no_match, skip
    QSet<QString> keys {}; ///< rating keys, each of which is right
    QString perturbations {};
};
/// Of one source, by the id of the row: itunes, mediamonkey, foobar.
QHash<QString, Truth> truth(const QString& source);

/// How a matcher did, as score.py counts.
struct Figures
{
    int rows = 0; ///< whose right verdict is match
    int automatic = 0;
    int right = 0;
    int wrongOnAmbiguous = 0;
    int ambiguous = 0; ///< rows whose right verdict that is
    int ambiguousFound = 0; ///< … that were found so, with every candidate
    QStringList wrong {}; ///< automatic matches that are not right
    QStringList missed {};
    [[nodiscard]] double precision() const { return double(right) / std::max(automatic, 1); }
    [[nodiscard]] double recall() const { return double(right) / std::max(rows, 1); }
};
Figures figures(const QHash<QString, Truth>& truth, const std::vector<match::Row>& rows,
    const std::vector<match::Outcome>& outcomes, const match::Catalogue& catalogue);

} // namespace truthdata

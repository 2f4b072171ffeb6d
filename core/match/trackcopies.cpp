// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/trackcopies.h"

#include "core/library/trackview.h"
#include "core/match/copies.h"
#include "core/match/librarytracks.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace match {

namespace {

constexpr size_t kMostCandidates = 500;

/// What the title of a copy has in common with this one: without "(Remastered)", "- Live" …
QString stem(const QString& title)
{
    static const QRegularExpression addition(
        u"\\s*(\\(|\\[| - | feat\\.? | ft\\.? ).*$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString cut = QString(title).remove(addition).simplified();
    return cut.isEmpty() ? title : cut;
}

/// The first word of an artist's name that says something.
QString firstWord(const QString& artist)
{
    const QStringList words = artist.simplified().split(u' ', Qt::SkipEmptyParts);
    const bool hasArticle = words.size() > 1
        && QString::compare(words.constFirst(), "the"_L1, Qt::CaseInsensitive) == 0;
    return words.value(hasArticle ? 1 : 0);
}

} // namespace

Result<QList<types::ItemId>> copiesOfTrack(
    db::Connection& connection, types::ItemId track, const std::stop_token& stop)
{
    const auto self = readLibraryTracks(connection, { track.value }, stop);
    if (!self) {
        return self.error();
    }
    if (self->empty()) {
        return Error { Error::Code::NotFound, {}, u"track is gone"_s, 0, {} };
    }
    const Track& wanted = self->front().track;
    library::TrackQuery query;
    query.text = stem(wanted.title) + u' '
        + firstWord(wanted.artist.isEmpty() ? wanted.albumArtist : wanted.artist);
    auto ids = library::trackIds(connection, query, stop);
    if (!ids) {
        return std::move(ids).error();
    }
    ids->resize(std::min(ids->size(), kMostCandidates));
    if (std::ranges::find(*ids, track.value) == ids->end()) {
        ids->push_back(track.value);
    }
    auto tracks = readLibraryTracks(connection, QList<qint64>(ids->begin(), ids->end()), stop);
    if (!tracks) {
        return std::move(tracks).error();
    }
    const auto place = std::ranges::find(*tracks, track, &LibraryTrack::id) - tracks->begin();
    const Catalogue catalogue(std::move(tracks).value());
    Scratch scratch;
    QList<types::ItemId> copies;
    for (const int other : copiesOf(catalogue, static_cast<int>(place), scratch)) {
        copies.append(catalogue.track(other).id);
    }
    std::ranges::sort(copies, {}, &types::ItemId::value);
    return copies;
}

} // namespace match

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/trackcolumns.h"

#include "ui/common/format.h"
#include "ui/common/pagedmodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using Sort = library::TrackSort;

constexpr TrackColumnSpec kColumns[] = {
    { TrackColumn::Position, Qt::AlignRight, QT_TRANSLATE_NOOP("ui::TrackColumn", "#"), 48,
        Sort::Number },
    { TrackColumn::Title, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Title"), 0,
        Sort::Title },
    { TrackColumn::Artist, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Artist"), 190,
        Sort::Artist },
    { TrackColumn::Album, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Album"), 210,
        Sort::Album },
    { TrackColumn::Year, Qt::AlignRight, QT_TRANSLATE_NOOP("ui::TrackColumn", "Year"), 64,
        Sort::Year },
    { TrackColumn::Rating, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Rating"), 118,
        Sort::Rating },
    { TrackColumn::Duration, Qt::AlignRight, QT_TRANSLATE_NOOP("ui::TrackColumn", "Time"), 68,
        Sort::Duration },
    { TrackColumn::Plays, Qt::AlignRight, QT_TRANSLATE_NOOP("ui::TrackColumn", "Plays"), 68,
        Sort::Plays },
    { TrackColumn::LastPlayed, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Last played"),
        104, Sort::LastPlayed },
    { TrackColumn::Added, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Added"), 104,
        Sort::Added },
    { TrackColumn::Quality, Qt::AlignLeft, QT_TRANSLATE_NOOP("ui::TrackColumn", "Quality"), 132,
        Sort::Bitrate },
};

QString positionText(const types::TrackRow& track)
{
    return track.number > 0 ? format::plainNumber(track.number) : QString();
}

} // namespace

std::span<const TrackColumnSpec> trackColumns()
{
    return kColumns;
}

const TrackColumnSpec& specOf(TrackColumn column)
{
    return kColumns[static_cast<size_t>(column)];
}

QString trackColumnTitle(TrackColumn column)
{
    return QCoreApplication::translate("ui::TrackColumn", specOf(column).title);
}

QString trackText(const types::TrackRow& track, TrackColumn column)
{
    switch (column) {
    case TrackColumn::Position:
        return positionText(track);
    case TrackColumn::Title:
        return track.title;
    case TrackColumn::Artist:
        return track.artist;
    case TrackColumn::Album:
        return track.album;
    case TrackColumn::Year:
        return track.year > 0 ? format::plainNumber(track.year) : QString();
    case TrackColumn::Rating:
        return {};
    case TrackColumn::Duration:
        return format::duration(track.duration);
    case TrackColumn::Plays:
        return track.plays > 0 ? format::count(track.plays) : QString();
    case TrackColumn::LastPlayed:
        return format::date(track.lastPlayedAt);
    case TrackColumn::Added:
        return format::date(track.addedAt);
    case TrackColumn::Quality:
        return format::quality(track.codec, track.bitrateKbps);
    }
    return {};
}

QString trackAccessibleText(const types::TrackRow& track, TrackColumn column)
{
    return column == TrackColumn::Rating ? format::rating(track.rating) : trackText(track, column);
}

QVariant trackData(const types::TrackRow* track, TrackColumn column, int role)
{
    if (role == PagedModelBase::PlaceholderRole) {
        return track == nullptr;
    }
    if (role == Qt::TextAlignmentRole) {
        return int(specOf(column).alignment | Qt::AlignVCenter);
    }
    if (!track) {
        return role == Qt::AccessibleTextRole
            ? QCoreApplication::translate("ui::TrackColumn", "being read")
            : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return trackText(*track, column);
    case Qt::AccessibleTextRole:
        return trackAccessibleText(*track, column);
    case PagedModelBase::IdRole:
        return track->id.value;
    case PagedModelBase::ValueRole:
        return column == TrackColumn::Rating && track->rating ? QVariant(track->rating->plex())
                                                              : QVariant();
    default:
        return {};
    }
}

QList<library::SortKey> nextSort(
    const QList<library::SortKey>& keys, library::TrackSort sort, bool adding)
{
    const auto present = std::ranges::find(keys, sort, &library::SortKey::sort);
    const qsizetype at = present - keys.begin();
    if (!adding) {
        const bool isOnly = keys.size() == 1 && at == 0;
        if (isOnly && keys.constFirst().descending) {
            return {};
        }
        return { { sort, isOnly } };
    }
    QList<library::SortKey> next = keys;
    if (at == keys.size()) {
        if (keys.size() < library::kMostSortKeys) {
            next.append({ sort, false });
        }
    } else if (keys.at(at).descending) {
        next.removeAt(at);
    } else {
        next[at].descending = true;
    }
    return next;
}

QString columnAccessibleTitle(TrackColumn column, const QList<library::SortKey>& keys)
{
    QString title = trackColumnTitle(column);
    const auto key = std::ranges::find(keys, specOf(column).sort, &library::SortKey::sort);
    if (key == keys.end()) {
        return title;
    }
    const auto translate
        = [](const char* text) { return QCoreApplication::translate("ui::TrackColumn", text); };
    if (keys.size() == 1) {
        return (key->descending
                ? translate(QT_TRANSLATE_NOOP("ui::TrackColumn", "%1, sorted descending"))
                : translate(QT_TRANSLATE_NOOP("ui::TrackColumn", "%1, sorted ascending")))
            .arg(title);
    }
    return (key->descending
            ? translate(QT_TRANSLATE_NOOP("ui::TrackColumn", "%1, sort key %2, descending"))
            : translate(QT_TRANSLATE_NOOP("ui::TrackColumn", "%1, sort key %2, ascending")))
        .arg(title)
        .arg(key - keys.begin() + 1);
}

} // namespace ui

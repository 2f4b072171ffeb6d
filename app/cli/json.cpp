// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using types::ItemType;

namespace cli {

QString typeName(ItemType type)
{
    switch (type) {
    case ItemType::Movie:
        return u"movie"_s;
    case ItemType::Show:
        return u"show"_s;
    case ItemType::Season:
        return u"season"_s;
    case ItemType::Episode:
        return u"episode"_s;
    case ItemType::Artist:
        return u"artist"_s;
    case ItemType::Album:
        return u"album"_s;
    case ItemType::Track:
        return u"track"_s;
    case ItemType::Photo:
        return u"photo"_s;
    case ItemType::Playlist:
        return u"playlist"_s;
    case ItemType::Collection:
        return u"collection"_s;
    case ItemType::Unknown:
        break;
    }
    return u"unknown"_s;
}

QJsonValue ratingJson(const types::OptionalRating& rating)
{
    return rating ? QJsonValue(rating->plex()) : QJsonValue();
}

QString starsText(const QJsonObject& row, const QString& field)
{
    const QJsonValue rating = row.value(field);
    return rating.isNull() ? u"–"_s
                           : QLocale().toString(types::Rating::fromPlex(rating.toDouble()).stars());
}

QString numberText(const QJsonObject& row, const QString& field)
{
    return QLocale().toString(row.value(field).toInteger());
}

QString durationText(const QJsonObject& row, const QString& field)
{
    const qint64 milliseconds = row.value(field).toInteger();
    if (milliseconds == 0) {
        return {}; // not known: a smart playlist's is not told
    }
    const qint64 seconds = milliseconds / 1000;
    const QString tail = u"%1:%2"_s.arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QChar(u'0'))
                             .arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds >= 3600 ? QString::number(seconds / 3600) + u':' + tail : tail;
}

QJsonObject toJson(const types::TrackRow& row)
{
    return { { "type"_L1, "track"_L1 }, { "ratingKey"_L1, row.ratingKey.value },
        { "title"_L1, row.title }, { "artist"_L1, row.artist }, { "album"_L1, row.album },
        { "year"_L1, row.year > 0 ? QJsonValue(row.year) : QJsonValue() },
        { "userRating"_L1, ratingJson(row.rating) },
        { "durationMs"_L1, qint64(row.duration.count()) }, { "plays"_L1, row.plays },
        { "addedAt"_L1, row.addedAt } };
}

QJsonObject toJson(const types::AlbumRow& row)
{
    return { { "type"_L1, "album"_L1 }, { "ratingKey"_L1, row.ratingKey.value },
        { "title"_L1, row.title }, { "artist"_L1, row.artist }, { "album"_L1, row.title },
        { "year"_L1, row.year > 0 ? QJsonValue(row.year) : QJsonValue() },
        { "userRating"_L1, ratingJson(row.rating) },
        { "durationMs"_L1, qint64(row.duration.count()) } };
}

QJsonObject toJson(const types::ArtistRow& row)
{
    return { { "type"_L1, "artist"_L1 }, { "ratingKey"_L1, row.ratingKey.value },
        { "title"_L1, row.title }, { "artist"_L1, row.title }, { "album"_L1, QJsonValue() },
        { "year"_L1, QJsonValue() }, { "userRating"_L1, ratingJson(row.rating) },
        { "durationMs"_L1, 0 } };
}

QJsonObject toJson(const types::Item& item)
{
    const QString artist
        = item.originalTitle.isEmpty() ? item.grandparentTitle : item.originalTitle;
    return { { "type"_L1, typeName(item.type) }, { "ratingKey"_L1, item.ratingKey.value },
        { "title"_L1, item.title }, { "artist"_L1, artist }, { "album"_L1, item.parentTitle },
        { "year"_L1, item.year ? QJsonValue(*item.year) : QJsonValue() },
        { "userRating"_L1, ratingJson(item.userRating) },
        { "durationMs"_L1, qint64(item.duration.count()) }, { "guid"_L1, item.guid },
        { "file"_L1, item.media.file }, { "container"_L1, item.media.container },
        { "codec"_L1, item.media.codec }, { "bitrate"_L1, item.media.bitrateKbps },
        { "viewCount"_L1, item.viewCount }, { "addedAt"_L1, item.addedAt },
        { "updatedAt"_L1, item.updatedAt } };
}

QJsonObject toJson(const types::PlaylistRow& row)
{
    return { { "id"_L1, row.ratingKey.value }, { "title"_L1, row.title }, { "smart"_L1, row.smart },
        { "count"_L1, row.count }, { "durationMs"_L1, qint64(row.duration.count()) } };
}

QString stateName(change::State state)
{
    switch (state) {
    case change::State::Pending:
        return u"pending"_s;
    case change::State::Sent:
        return u"sent"_s;
    case change::State::Verified:
        return u"verified"_s;
    case change::State::Failed:
        return u"failed"_s;
    case change::State::Superseded:
        return u"superseded"_s;
    case change::State::Undone:
        return u"undone"_s;
    }
    return {};
}

QJsonObject toJson(const change::Summary& summary)
{
    return { { "changeId"_L1, summary.id.value }, { "label"_L1, summary.label },
        { "kind"_L1, summary.kind },
        { "role"_L1,
            summary.role == change::Role::Do         ? "do"_L1
                : summary.role == change::Role::Undo ? "undo"_L1
                                                     : "redo"_L1 },
        { "state"_L1, stateName(summary.state()) }, { "createdAt"_L1, summary.createdAt },
        { "requested"_L1, summary.steps }, { "applied"_L1, summary.verified },
        { "pending"_L1, summary.pending }, { "failed"_L1, summary.failed } };
}

} // namespace cli

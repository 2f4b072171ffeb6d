// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/rowreader.h"

#include "core/demo/names.h"

#include <QDate>

namespace demo {

namespace {

std::optional<double> unlessZero(double value)
{
    return value == 0 ? std::nullopt : std::optional<double>(value);
}

int decadeOf(int year)
{
    return year / 10 * 10;
}

double epochOf(const QByteArray& date)
{
    const QDate day = QDate::fromString(QString::fromLatin1(date), Qt::ISODate);
    return day.isValid() ? static_cast<double>(day.startOfDay(Qt::UTC).toSecsSinceEpoch()) : 0;
}

const QList<int>* tagsOf(const Artist& artist, FieldId id)
{
    return id == FieldId::Genre ? &artist.genres
        : id == FieldId::Style  ? &artist.styles
        : id == FieldId::Mood   ? &artist.moods
                                : nullptr;
}

const QList<int>* tagsOf(const Album& album, FieldId id)
{
    return id == FieldId::Genre ? &album.genres
        : id == FieldId::Style  ? &album.styles
        : id == FieldId::Mood   ? &album.moods
                                : nullptr;
}

TagKind tagKindOf(FieldId id)
{
    switch (id) {
    case FieldId::Style:
        return TagKind::Style;
    case FieldId::Mood:
        return TagKind::Mood;
    case FieldId::Country:
        return TagKind::Country;
    case FieldId::Format:
        return TagKind::Format;
    case FieldId::Subformat:
        return TagKind::Subformat;
    case FieldId::Label:
        return TagKind::Label;
    default:
        return TagKind::Genre;
    }
}

} // namespace

void RowReader::seek(Item item)
{
    m_row = item;
}

const Artist& RowReader::artist(quint32 index)
{
    if (index != m_artistIndex) {
        m_artist = m_model.music.artist(index);
        m_artistIndex = index;
    }
    return m_artist;
}

const Album& RowReader::album(quint32 index)
{
    if (index != m_albumIndex) {
        m_album = m_model.music.album(index);
        m_albumIndex = index;
    }
    return m_album;
}

const Track& RowReader::track(quint32 index)
{
    if (index != m_trackIndex) {
        m_track = m_model.music.track(index);
        m_trackIndex = index;
    }
    return m_track;
}

const Video* RowReader::video(Item item) const
{
    const auto& all = m_model.video.all(item.kind);
    return item.index < all.size() ? &all[item.index] : nullptr;
}

std::optional<Item> RowReader::inScope(Kind scope) const
{
    if (scope == m_row.kind) {
        return m_row;
    }
    if (m_row.kind == Kind::Track && scope == Kind::Album) {
        return Item { scope, m_model.music.albumOf(m_row.index) };
    }
    if (m_row.kind == Kind::Track && scope == Kind::Artist) {
        return Item { scope, m_model.music.artistOf(m_model.music.albumOf(m_row.index)) };
    }
    if (m_row.kind == Kind::Album && scope == Kind::Artist) {
        return Item { scope, m_model.music.artistOf(m_row.index) };
    }
    if ((m_row.kind == Kind::Episode && scope == Kind::Season)
        || (m_row.kind == Kind::Season && scope == Kind::Show)) {
        return Item { scope, video(m_row)->parent };
    }
    if (m_row.kind == Kind::Episode && scope == Kind::Show) {
        return Item { scope, m_model.video.all(Kind::Season)[video(m_row)->parent].parent };
    }
    return std::nullopt;
}

std::optional<double> RowReader::markNumber(Item item, FieldId id) const
{
    const Mark mark = m_model.state.mark(m_user, item);
    switch (id) {
    case FieldId::UserRating:
        return mark.rating;
    case FieldId::ViewCount:
        return mark.viewCount; // never played filters as 0
    case FieldId::SkipCount:
        return mark.skipCount;
    case FieldId::LastViewedAt:
        return unlessZero(static_cast<double>(mark.viewedAt));
    case FieldId::LastRatedAt:
        return unlessZero(static_cast<double>(mark.ratedAt));
    default:
        return mark.viewCount == 0 ? 1 : 0;
    }
}

std::optional<double> RowReader::musicNumber(Item item, FieldId id)
{
    const quint32 i = item.index;
    const bool isTrack = item.kind == Kind::Track;
    const bool isAlbum = item.kind == Kind::Album;
    switch (id) {
    case FieldId::AddedAt:
        return static_cast<double>(isTrack ? track(i).addedAt
                : isAlbum                  ? album(i).addedAt
                                           : artist(i).addedAt);
    case FieldId::UpdatedAt:
        return static_cast<double>(std::max(m_model.state.editedAt(item),
            isTrack       ? track(i).updatedAt
                : isAlbum ? album(i).updatedAt
                          : artist(i).updatedAt));
    case FieldId::Year:
        return isAlbum ? unlessZero(album(i).year) : std::nullopt;
    case FieldId::Decade:
        return isAlbum ? unlessZero(decadeOf(album(i).year)) : std::nullopt;
    case FieldId::ReleaseDate:
        return isAlbum ? unlessZero(epochOf(album(i).date)) : std::nullopt;
    case FieldId::CriticRating:
        return isAlbum ? unlessZero(album(i).rating) : std::nullopt;
    case FieldId::Duration:
        return isTrack ? unlessZero(static_cast<double>(m_model.music.trackDuration(i)))
                       : std::nullopt;
    case FieldId::Index:
        return isTrack ? unlessZero(track(i).index) : std::nullopt;
    case FieldId::DiscIndex:
        return isTrack ? unlessZero(track(i).disc) : std::nullopt;
    case FieldId::RatingCount:
        return isTrack ? track(i).ratingCount : std::optional<double>();
    case FieldId::Bitrate:
        return isTrack ? unlessZero(track(i).file.bitrate) : std::nullopt;
    default:
        return std::nullopt;
    }
}

bool RowReader::isInColumn(Item item, FieldId id) const
{
    if (!m_columns || !Columns::has(item.kind, id)) {
        return false;
    }
    const bool isMark = id != FieldId::AddedAt && id != FieldId::UpdatedAt;
    return isMark ? m_user == kOwner && !m_model.state.hasMark(kOwner, item)
                  : m_model.state.editedAt(item) == 0;
}

std::optional<double> RowReader::number(const Field& field)
{
    const std::optional<Item> item = inScope(field.scope);
    if (!item) {
        return std::nullopt;
    }
    if (isInColumn(*item, field.id)) {
        return m_columns->value(*item, field.id);
    }
    switch (field.id) {
    case FieldId::Id:
        return static_cast<double>(m_model.state.key(*item));
    case FieldId::UserRating:
    case FieldId::ViewCount:
    case FieldId::SkipCount:
    case FieldId::LastViewedAt:
    case FieldId::LastRatedAt:
    case FieldId::Unwatched:
        return markNumber(*item, field.id);
    default:
        break;
    }
    const Video* film = video(*item);
    if (!film) {
        return musicNumber(*item, field.id);
    }
    switch (field.id) {
    case FieldId::AddedAt:
        return static_cast<double>(film->addedAt);
    case FieldId::UpdatedAt:
        return static_cast<double>(film->updatedAt);
    case FieldId::Year:
        return unlessZero(film->year);
    case FieldId::Decade:
        return unlessZero(decadeOf(film->year));
    case FieldId::ReleaseDate:
        return unlessZero(epochOf(film->date));
    case FieldId::CriticRating:
        return unlessZero(film->rating);
    case FieldId::Duration:
        return unlessZero(static_cast<double>(film->duration));
    case FieldId::Index:
        return unlessZero(film->index);
    default:
        return std::nullopt;
    }
}

QByteArray RowReader::text(const Field& field)
{
    const std::optional<Item> item = inScope(field.scope);
    if (!item) {
        return {};
    }
    const Video* film = video(*item);
    const quint32 i = item->index;
    switch (field.id) {
    case FieldId::Guid:
        return film                     ? film->guid
            : item->kind == Kind::Track ? track(i).guid
            : item->kind == Kind::Album ? album(i).guid
                                        : artist(i).guid;
    case FieldId::Studio:
        return film ? film->studio : item->kind == Kind::Album ? album(i).studio : QByteArray();
    default:
        break;
    }
    return m_model.title(*item,
        film                            ? film->title
            : item->kind == Kind::Track ? m_model.music.trackTitle(i)
            : item->kind == Kind::Album ? album(i).title
                                        : artist(i).title);
}

QList<int> RowReader::tags(const Field& field)
{
    const std::optional<Item> item = inScope(field.scope);
    if (!item || video(*item)) {
        return {};
    }
    const quint32 i = item->index;
    if (item->kind == Kind::Artist) {
        if (field.id == FieldId::Country) {
            return { artist(i).country };
        }
        const QList<int>* list = tagsOf(artist(i), field.id);
        return list ? *list : QList<int>();
    }
    if (item->kind == Kind::Album) {
        switch (field.id) {
        case FieldId::Format:
            return { album(i).format };
        case FieldId::Subformat:
            return { album(i).subformat };
        case FieldId::Label:
            return { album(i).label };
        default:
            break;
        }
        const QList<int>* list = tagsOf(album(i), field.id);
        return list ? *list : QList<int>();
    }
    return field.id == FieldId::Mood ? track(i).moods
        : field.id == FieldId::Genre ? track(i).genres
                                     : QList<int>();
}

bool RowReader::tagMatches(const Field& field, const QString& value)
{
    bool isId = false;
    const int id = value.toInt(&isId);
    const std::optional<Item> item = inScope(field.scope);
    if (const Video* film = item ? video(*item) : nullptr) {
        constexpr int firstFilmGenre = 21;
        const QByteArray name
            = isId ? names::filmGenres().value(id - firstFilmGenre) : value.toUtf8();
        return field.id == FieldId::Genre && film->genres.contains(name);
    }
    const QList<int> ids = tags(field);
    if (isId) {
        return id != 0 && ids.contains(id);
    }
    const TagTable& table = m_model.music.tags(tagKindOf(field.id));
    return std::any_of(ids.begin(), ids.end(), [&table, name = value.toUtf8()](int tag) {
        return table.name(tag).compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace demo

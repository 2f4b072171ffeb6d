// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/listing.h"

#include "core/demo/names.h"
#include "core/demo/sonic.h"
#include "core/util/fold.h"

#include <QDate>
#include <QtEndian>
#include <limits>
#include <numeric>

namespace demo {

namespace {

constexpr size_t kKeptListings = 12;

quint32 countOf(const Model& model, Kind kind)
{
    switch (kind) {
    case Kind::Artist:
        return model.music.artistCount();
    case Kind::Album:
        return model.music.albumCount();
    case Kind::Track:
        return model.music.trackCount();
    default:
        return static_cast<quint32>(model.video.all(kind).size());
    }
}

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

bool textCompares(Operator op, const QString& text, const QString& value)
{
    switch (op) {
    case Operator::Equal:
        return text.contains(value, Qt::CaseInsensitive);
    case Operator::NotEqual:
        return !text.contains(value, Qt::CaseInsensitive);
    case Operator::Is:
        return text.compare(value, Qt::CaseInsensitive) == 0;
    case Operator::IsNot:
        return text.compare(value, Qt::CaseInsensitive) != 0;
    case Operator::AtMost:
        return text.startsWith(value, Qt::CaseInsensitive);
    case Operator::AtLeast:
        return text.endsWith(value, Qt::CaseInsensitive);
    default:
        return true;
    }
}

bool numberCompares(Operator op, std::optional<double> number, double value)
{
    const auto about = [value](double n) { return std::abs(n - value) < 1e-6; };
    switch (op) {
    case Operator::Equal:
    case Operator::Is:
        return number && about(*number);
    case Operator::NotEqual:
    case Operator::IsNot:
        return !number || !about(*number);
    case Operator::Greater:
        return number && *number > value && !about(*number);
    case Operator::Less:
        return number && *number < value && !about(*number);
    case Operator::AtLeast:
        return number && (*number > value || about(*number));
    case Operator::AtMost:
        return number && (*number < value || about(*number));
    }
    return true;
}

bool isNegative(Operator op)
{
    return op == Operator::NotEqual || op == Operator::IsNot;
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

bool Listings::compares(const Rule& rule, RowReader& reader) const
{
    const auto one = [this, &rule, &reader](const QString& value, double number) {
        switch (kindOf(rule.field.id)) {
        case FieldKind::Text:
            return textCompares(rule.comparison, QString::fromUtf8(reader.text(rule.field)), value);
        case FieldKind::Tag:
            return reader.tagMatches(rule.field, value) != isNegative(rule.comparison);
        case FieldKind::Nearness: {
            const std::optional<Item> item = reader.inScope(rule.field.scope);
            const std::optional<Item> seed = m_model.state.find(value.toULongLong());
            return (item && seed && sonic::areSimilar(m_model, *item, *seed))
                != isNegative(rule.comparison);
        }
        case FieldKind::Truth:
            return (reader.number(rule.field).value_or(0) != 0)
                == ((value != u"0") != isNegative(rule.comparison));
        case FieldKind::Date:
        case FieldKind::Number:
            break;
        }
        return numberCompares(rule.comparison, reader.number(rule.field), number);
    };
    const bool isForAll = isNegative(rule.comparison);
    for (size_t i = 0; i < rule.numbers.size(); ++i) {
        if (one(rule.values.at(static_cast<qsizetype>(i)), rule.numbers[i]) != isForAll) {
            return !isForAll;
        }
    }
    return isForAll;
}

bool Listings::matches(const Rule& rule, RowReader& reader) const
{
    if (!rule.isGroup) {
        return compares(rule, reader);
    }
    const auto one = [this, &reader](const Rule& inner) { return matches(inner, reader); };
    return rule.any ? std::any_of(rule.rules.begin(), rule.rules.end(), one)
                    : std::all_of(rule.rules.begin(), rule.rules.end(), one);
}

std::vector<quint32> Listings::filtered(const ListingQuery& query, UserId user)
{
    const quint32 count = countOf(m_model, query.kind);
    std::vector<quint32> rows;
    if (query.rule.rules.empty() && !m_model.state.hasRemovals()) {
        rows.resize(count);
        std::iota(rows.begin(), rows.end(), quint32 { 0 });
        return rows;
    }
    RowReader reader(m_model, user, &m_columns);
    const Rule rule = withNumbers(query.rule, Model::now());
    for (quint32 i = 0; i < count; ++i) {
        const Item item { query.kind, i };
        reader.seek(item);
        if (!m_model.state.isRemoved(item) && matches(rule, reader)) {
            rows.push_back(i);
        }
    }
    return rows;
}

std::vector<qint64> Listings::titleRanks(
    const std::vector<quint32>& rows, Kind kind, Kind scope, UserId user) const
{
    // Sort keys in one buffer: a million small strings would cost three times the memory.
    RowReader reader(m_model, user);
    std::vector<size_t> ends;
    std::vector<quint32> keyOfRow(rows.size());
    QByteArray keys;
    Item last { Kind::Movie, ~quint32 { 0 } };
    for (size_t i = 0; i < rows.size(); ++i) {
        reader.seek({ kind, rows[i] });
        const std::optional<Item> item = reader.inScope(scope);
        if (!item || !(*item == last)) {
            last = item.value_or(last);
            const QByteArray title = item ? reader.text({ scope, FieldId::Title }) : QByteArray();
            keys += util::sortKey(QString::fromUtf8(title)).toUtf8();
            ends.push_back(static_cast<size_t>(keys.size()));
        }
        keyOfRow[i] = static_cast<quint32>(ends.size() - 1);
    }
    const auto key = [&keys, &ends](quint32 index) {
        const size_t from = index == 0 ? 0 : ends[index - 1];
        return std::string_view(keys.constData() + from, ends[index] - from);
    };
    std::vector<quint32> order(ends.size());
    std::iota(order.begin(), order.end(), quint32 { 0 });
    std::sort(order.begin(), order.end(), [&key](quint32 a, quint32 b) { return key(a) < key(b); });
    std::vector<qint64> rankOfKey(ends.size());
    qint64 rank = 0;
    for (size_t i = 0; i < order.size(); ++i) {
        rank += i > 0 && key(order[i]) != key(order[i - 1]) ? 1 : 0;
        rankOfKey[order[i]] = rank;
    }
    std::vector<qint64> ranks(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        ranks[i] = rankOfKey[keyOfRow[i]];
    }
    return ranks;
}

std::vector<qint64> Listings::column(
    const std::vector<quint32>& rows, Kind kind, const SortKey& key, UserId user)
{
    if (!key.random && kindOf(key.field.id) == FieldKind::Text && key.field.id == FieldId::Title) {
        std::vector<qint64> ranks = titleRanks(rows, kind, key.field.scope, user);
        if (key.descending) {
            std::transform(ranks.begin(), ranks.end(), ranks.begin(), std::negate<>());
        }
        return ranks;
    }
    Draw draw(static_cast<quint64>(Model::now()) ^ (key.random ? ++m_shuffles << 32 : 0));
    RowReader reader(m_model, user, &m_columns);
    std::vector<qint64> values(rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        if (key.random) {
            values[i] = static_cast<qint64>(draw.next() >> 1);
            continue;
        }
        reader.seek({ kind, rows[i] });
        const std::optional<double> number = reader.number(key.field);
        if (!number) {
            // Unset is the lowest, unless asked for last.
            values[i] = key.nullsLast || key.descending ? std::numeric_limits<qint64>::max()
                                                        : std::numeric_limits<qint64>::min();
        } else {
            const auto value = static_cast<qint64>(*number * 1000);
            values[i] = key.descending ? -value : value;
        }
    }
    return values;
}

void Listings::sort(std::vector<quint32>& rows, const ListingQuery& query, UserId user)
{
    const bool isByOneNumber = query.sort.size() == 1 && query.rule.rules.empty()
        && !query.sort.front().random && kindOf(query.sort.front().field.id) != FieldKind::Text
        && query.sort.front().field.id != FieldId::Id;
    if (isByOneNumber) {
        KeptOrder& order = m_orders[query.fingerprint + '@' + QByteArray::number(user)];
        order.sort(
            rows, column(rows, query.kind, query.sort.front(), user), countOf(m_model, query.kind));
        return;
    }
    std::vector<std::vector<qint64>> columns;
    for (const SortKey& key : query.sort) {
        if (key.field.id == FieldId::Id && key.field.scope == query.kind && !key.descending
            && columns.empty() && !key.random) {
            break; // the order the rows are in
        }
        columns.push_back(column(rows, query.kind, key, user));
    }
    if (columns.empty()) {
        return;
    }
    std::vector<quint32> order(rows.size());
    std::iota(order.begin(), order.end(), quint32 { 0 });
    std::sort(order.begin(), order.end(), [&columns](quint32 a, quint32 b) {
        for (const auto& values : columns) {
            if (values[a] != values[b]) {
                return values[a] < values[b];
            }
        }
        return a < b;
    });
    std::vector<quint32> sorted(rows.size());
    std::transform(order.begin(), order.end(), sorted.begin(),
        [&rows](quint32 position) { return rows[position]; });
    rows = std::move(sorted);
}

Rows Listings::rows(const ListingQuery& query, UserId user)
{
    const QByteArray fingerprint = query.fingerprint + '@' + QByteArray::number(user);
    const quint64 version
        = query.touchesMarks ? m_model.state.version() : m_model.state.rowVersion();
    const bool isRandom = std::any_of(
        query.sort.begin(), query.sort.end(), [](const SortKey& key) { return key.random; });
    for (auto kept = m_kept.begin(); kept != m_kept.end(); ++kept) {
        if (kept->fingerprint == fingerprint && kept->version == version && !isRandom) {
            m_kept.splice(m_kept.begin(), m_kept, kept);
            return kept->rows;
        }
    }
    std::vector<quint32> found;
    if (!query.isCollections) {
        found = filtered(query, user);
        sort(found, query, user);
    }
    auto rows = std::make_shared<const std::vector<quint32>>(std::move(found));
    m_kept.push_front({ fingerprint, version, rows });
    if (m_kept.size() > kKeptListings) {
        m_kept.pop_back();
    }
    return rows;
}

} // namespace demo

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/query.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QHash<QString, FieldId>& fieldNames()
{
    static const QHash<QString, FieldId> names { { u"title"_s, FieldId::Title },
        { u"titleSort"_s, FieldId::Title }, { u"userRating"_s, FieldId::UserRating },
        { u"viewCount"_s, FieldId::ViewCount }, { u"skipCount"_s, FieldId::SkipCount },
        { u"lastViewedAt"_s, FieldId::LastViewedAt }, { u"lastRatedAt"_s, FieldId::LastRatedAt },
        { u"addedAt"_s, FieldId::AddedAt }, { u"updatedAt"_s, FieldId::UpdatedAt },
        { u"year"_s, FieldId::Year }, { u"decade"_s, FieldId::Decade },
        { u"originallyAvailableAt"_s, FieldId::ReleaseDate }, { u"duration"_s, FieldId::Duration },
        { u"index"_s, FieldId::Index }, { u"absoluteIndex"_s, FieldId::DiscIndex },
        { u"parentIndex"_s, FieldId::DiscIndex }, { u"id"_s, FieldId::Id },
        { u"guid"_s, FieldId::Guid }, { u"studio"_s, FieldId::Studio },
        { u"rating"_s, FieldId::CriticRating }, { u"ratingCount"_s, FieldId::RatingCount },
        { u"mediaBitrate"_s, FieldId::Bitrate }, { u"unwatched"_s, FieldId::Unwatched },
        { u"genre"_s, FieldId::Genre }, { u"style"_s, FieldId::Style },
        { u"mood"_s, FieldId::Mood }, { u"country"_s, FieldId::Country },
        { u"format"_s, FieldId::Format }, { u"subformat"_s, FieldId::Subformat },
        { u"label"_s, FieldId::Label }, { u"sonicallySimilar"_s, FieldId::SonicallySimilar } };
    return names;
}

const QHash<QString, Kind>& scopeNames()
{
    static const QHash<QString, Kind> names { { u"artist"_s, Kind::Artist },
        { u"album"_s, Kind::Album }, { u"track"_s, Kind::Track }, { u"movie"_s, Kind::Movie },
        { u"show"_s, Kind::Show }, { u"season"_s, Kind::Season }, { u"episode"_s, Kind::Episode } };
    return names;
}

std::optional<Field> fieldOf(const QString& name, Kind own)
{
    const qsizetype dot = name.indexOf(u'.');
    Field field;
    field.scope = own;
    if (dot >= 0) {
        const auto scope = scopeNames().constFind(name.left(dot));
        if (scope == scopeNames().cend()) {
            return std::nullopt;
        }
        field.scope = *scope;
    }
    const auto found = fieldNames().constFind(name.mid(dot + 1));
    if (found == fieldNames().cend()) {
        return std::nullopt;
    }
    field.id = *found;
    return field;
}

bool isMark(FieldId field)
{
    return field == FieldId::UserRating || field == FieldId::ViewCount
        || field == FieldId::SkipCount || field == FieldId::LastViewedAt
        || field == FieldId::LastRatedAt || field == FieldId::Unwatched;
}

/// Takes the operator off the end of the key and the start of the value.
std::optional<Rule> comparison(QString key, QString value, Kind own)
{
    Rule rule;
    bool isNot = false;
    if (key.endsWith(u">>")) {
        rule.comparison = Operator::Greater;
        key.chop(2);
    } else if (key.endsWith(u"<<")) {
        rule.comparison = Operator::Less;
        key.chop(2);
    } else if (key.endsWith(u'>')) {
        rule.comparison = Operator::AtLeast;
        key.chop(1);
    } else if (key.endsWith(u'<')) {
        rule.comparison = Operator::AtMost;
        key.chop(1);
    } else {
        // "title==x", or encoded by somebody to whom the operator is part of the key: "title%3D=x".
        const bool exact = key.endsWith(u'=') || value.startsWith(u'=');
        if (key.endsWith(u'=')) {
            key.chop(1);
        } else if (exact) {
            value.remove(0, 1);
        }
        isNot = key.endsWith(u'!');
        if (isNot) {
            key.chop(1);
        }
        rule.comparison = exact ? (isNot ? Operator::IsNot : Operator::Is)
                                : (isNot ? Operator::NotEqual : Operator::Equal);
    }
    const std::optional<Field> field = fieldOf(key, own);
    if (!field) {
        return std::nullopt;
    }
    rule.field = *field;
    // A comma separates alternatives, except in texts, which may contain one.
    rule.values = kindOf(field->id) == FieldKind::Text ? QStringList { value } : value.split(u',');
    return rule;
}

std::vector<SortKey> parseSort(const QString& text, Kind own)
{
    std::vector<SortKey> sort;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QStringList words = part.split(u':');
        SortKey key;
        key.descending = words.contains(u"desc"_s);
        key.nullsLast = words.contains(u"nullsLast"_s);
        key.random = words.first() == u"random";
        const std::optional<Field> field = fieldOf(words.first(), own);
        if (!field && !key.random) {
            continue;
        }
        key.field = field.value_or(Field {});
        sort.push_back(key);
    }
    return sort;
}

const char* defaultSort(Kind kind)
{
    switch (kind) {
    case Kind::Album:
        return "artist.titleSort,album.titleSort,album.id";
    case Kind::Track:
        return "artist.titleSort,album.titleSort,album.id,track.id";
    case Kind::Season:
        return "show.titleSort,season.index";
    case Kind::Episode:
        return "show.titleSort,season.index,episode.index";
    default:
        return "titleSort";
    }
}

bool anyMark(const Rule& rule)
{
    return rule.isGroup ? std::any_of(rule.rules.begin(), rule.rules.end(), anyMark)
                        : isMark(rule.field.id);
}

bool anyRelative(const Rule& rule)
{
    if (rule.isGroup) {
        return std::any_of(rule.rules.begin(), rule.rules.end(), anyRelative);
    }
    return kindOf(rule.field.id) == FieldKind::Date
        && std::any_of(rule.values.begin(), rule.values.end(), [](const QString& value) {
               bool isTime = false;
               (void)value.toLongLong(&isTime);
               return !isTime;
           });
}

/// Builds the tree of push, pop, and, or.
class RuleReader
{
public:
    explicit RuleReader(Kind own)
        : m_own(own)
    {
        m_open.push_back(group());
    }

    void take(const QString& key, const QString& value)
    {
        if (key == u"push") {
            m_open.push_back(group());
        } else if (key == u"pop") {
            close();
        } else if (key == u"or") {
            m_open.back().any = true;
        } else if (std::optional<Rule> rule = comparison(key, value, m_own)) {
            m_open.back().rules.push_back(std::move(*rule));
        }
    }

    Rule finish()
    {
        while (m_open.size() > 1) {
            close();
        }
        return std::move(m_open.front());
    }

private:
    static Rule group()
    {
        Rule rule;
        rule.isGroup = true;
        return rule;
    }

    void close()
    {
        if (m_open.size() < 2) {
            return;
        }
        Rule done = std::move(m_open.back());
        m_open.pop_back();
        if (!done.rules.empty()) {
            m_open.back().rules.push_back(std::move(done));
        }
    }

    Kind m_own;
    std::vector<Rule> m_open;
};

} // namespace

FieldKind kindOf(FieldId field)
{
    switch (field) {
    case FieldId::Title:
    case FieldId::Guid:
    case FieldId::Studio:
        return FieldKind::Text;
    case FieldId::LastViewedAt:
    case FieldId::LastRatedAt:
    case FieldId::AddedAt:
    case FieldId::UpdatedAt:
    case FieldId::ReleaseDate:
        return FieldKind::Date;
    case FieldId::Genre:
    case FieldId::Style:
    case FieldId::Mood:
    case FieldId::Country:
    case FieldId::Format:
    case FieldId::Subformat:
    case FieldId::Label:
        return FieldKind::Tag;
    case FieldId::Unwatched:
        return FieldKind::Truth;
    case FieldId::SonicallySimilar:
        return FieldKind::Nearness;
    default:
        return FieldKind::Number;
    }
}

ListingQuery parseListing(const QueryPairs& pairs, Kind defaultKind)
{
    ListingQuery query;
    query.kind = defaultKind;
    QString sort;
    for (const auto& [key, value] : pairs) {
        if (key == u"type") {
            query.isCollections = value == u"18";
            query.kind = kindOfType(value.toInt()).value_or(defaultKind);
        } else if (key == u"sort") {
            sort = value;
        } else if (key == u"limit") {
            query.limit = value.toInt();
        }
    }
    RuleReader reader(query.kind);
    for (const auto& [key, value] : pairs) {
        if (key.startsWith(u"X-Plex-") || key == u"type" || key == u"sort" || key == u"limit") {
            continue;
        }
        reader.take(key, value);
        if (!key.startsWith(u"include")
            && !key.startsWith(u"exclude")) { // which rows, not what of them
            query.filterText
                += QUrl::toPercentEncoding(key) + '=' + QUrl::toPercentEncoding(value) + '&';
        }
    }
    query.rule = reader.finish();
    query.sort = parseSort(
        sort.isEmpty() ? QString::fromLatin1(defaultSort(query.kind)) : sort, query.kind);
    query.isRelativeToNow = anyRelative(query.rule);
    query.touchesMarks = anyMark(query.rule)
        || std::any_of(query.sort.begin(), query.sort.end(),
            [](const SortKey& key) { return isMark(key.field.id) || key.random; });
    query.sortText = QUrl::toPercentEncoding(sort);
    return query;
}

QByteArray ListingQuery::fingerprint() const
{
    return filterText + '#' + QByteArray::number(static_cast<int>(kind)) + '#' + sortText;
}

ListingQuery ListingQuery::unsorted() const
{
    ListingQuery query = *this;
    query.sort.clear();
    query.touchesMarks = anyMark(query.rule);
    query.sortText = "!none";
    return query;
}

qint64 parseDate(const QString& value, qint64 now)
{
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber) {
        return seconds;
    }
    static const QHash<QString, qint64> units { { u"s"_s, 1 }, { u"m"_s, 60 }, { u"h"_s, 3600 },
        { u"d"_s, 86'400 }, { u"w"_s, 604'800 }, { u"mon"_s, 2'629'800 }, { u"y"_s, 31'557'600 } };
    qsizetype digits = value.startsWith(u'-') ? 1 : 0;
    while (digits < value.size() && value.at(digits).isDigit()) {
        ++digits;
    }
    const QString unit = value.mid(digits);
    if (units.contains(unit)) {
        return now + value.left(digits).toLongLong() * units.value(unit);
    }
    const QDateTime date = QDateTime::fromString(value, Qt::ISODate);
    return date.isValid() ? date.toSecsSinceEpoch() : 0;
}

Rule withNumbers(Rule rule, qint64 now)
{
    for (const QString& value : std::as_const(rule.values)) {
        rule.numbers.push_back(kindOf(rule.field.id) == FieldKind::Date
                ? static_cast<double>(parseDate(value, now))
                : value.toDouble());
    }
    for (Rule& inner : rule.rules) {
        inner = withNumbers(std::move(inner), now);
    }
    return rule;
}

} // namespace demo

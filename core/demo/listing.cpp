// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/listing.h"

#include "core/demo/names.h"
#include "core/demo/sonic.h"
#include "core/util/fold.h"

#include <limits>
#include <numeric>

namespace demo {

namespace {

constexpr size_t kKeptListings = 64;
constexpr size_t kKeptNumbers
    = 60'000'000; // of 4 bytes; the listings of a sync of a million tracks

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

/// Whether the order is that of one number which changes only with the row itself or what it
/// belongs to: such a listing can be put right in places.
bool isByOneNumber(const ListingQuery& query)
{
    return query.sort.size() == 1 && !query.sort.front().random
        && kindOf(query.sort.front().field.id) != FieldKind::Text
        && query.sort.front().field.id != FieldId::Id;
}

/// By the values of the rows' indices, and by index among equals.
struct ByValue
{
    const std::vector<qint64>& values;

    bool operator()(quint32 a, quint32 b) const
    {
        return values[a] != values[b] ? values[a] < values[b] : a < b;
    }
};

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

Listings::Kept Listings::evaluated(const ListingQuery& query, UserId user)
{
    Kept kept { {}, m_model.state.version(), m_model.state.rowVersion(), {}, {} };
    if (query.sort.empty()) {
        kept.rows = std::make_shared<const std::vector<quint32>>(filtered(query, user));
        return kept;
    }
    std::vector<quint32> found = *rows(query.unsorted(), user);
    if (isByOneNumber(query)) {
        const std::vector<qint64> values = column(found, query.kind, query.sort.front(), user);
        kept.values.resize(countOf(m_model, query.kind));
        for (size_t i = 0; i < found.size(); ++i) {
            kept.values[found[i]] = values[i];
        }
        std::sort(found.begin(), found.end(), ByValue { kept.values });
    } else {
        sort(found, query, user);
    }
    kept.rows = std::make_shared<const std::vector<quint32>>(std::move(found));
    return kept;
}

std::vector<quint32> Listings::rowsOf(const std::vector<Item>& marked, Kind kind) const
{
    std::vector<quint32> rows;
    const auto add = [&rows](Range range) {
        for (quint32 i = 0; i < range.count; ++i) {
            rows.push_back(range.first + i);
        }
    };
    const auto addVideos = [this, &rows](Item parent) {
        const auto& children = m_model.video.childrenOf(parent);
        rows.insert(rows.end(), children.begin(), children.end());
    };
    for (const Item& item : marked) {
        if (item.kind == kind) {
            rows.push_back(item.index);
        } else if (item.kind == Kind::Artist && kind == Kind::Album) {
            add(m_model.music.albumsOf(item.index));
        } else if (item.kind == Kind::Album && kind == Kind::Track) {
            add(m_model.music.tracksOf(item.index));
        } else if (item.kind == Kind::Artist && kind == Kind::Track) {
            const Range albums = m_model.music.albumsOf(item.index);
            for (quint32 i = 0; i < albums.count; ++i) {
                add(m_model.music.tracksOf(albums.first + i));
            }
        } else if ((item.kind == Kind::Show && kind == Kind::Season)
            || (item.kind == Kind::Season && kind == Kind::Episode)) {
            addVideos(item);
        } else if (item.kind == Kind::Show && kind == Kind::Episode) {
            for (const quint32 season : m_model.video.childrenOf(item)) {
                addVideos({ Kind::Season, season });
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

bool Listings::update(Kept& kept, const ListingQuery& query, UserId user)
{
    const auto marked = m_model.state.markedSince(kept.version, user);
    if (kept.rowVersion != m_model.state.rowVersion() || !marked
        || !(query.sort.empty() || isByOneNumber(query))) {
        return false;
    }
    kept.version = m_model.state.version();
    const std::vector<quint32> changed = rowsOf(*marked, query.kind);
    if (changed.empty()) {
        return true;
    }
    RowReader reader(m_model, user, &m_columns);
    const Rule rule = withNumbers(query.rule, Model::now());
    std::vector<quint32> moved;
    for (const quint32 row : changed) {
        const Item item { query.kind, row };
        reader.seek(item);
        if (!m_model.state.isRemoved(item) && matches(rule, reader)) {
            moved.push_back(row);
        }
    }
    std::vector<quint32> stayed;
    stayed.reserve(kept.rows->size());
    std::copy_if(
        kept.rows->begin(), kept.rows->end(), std::back_inserter(stayed), [&changed](quint32 row) {
            return !std::binary_search(changed.begin(), changed.end(), row);
        });
    std::vector<quint32> found;
    found.reserve(stayed.size() + moved.size());
    if (query.sort.empty()) {
        std::merge(
            stayed.begin(), stayed.end(), moved.begin(), moved.end(), std::back_inserter(found));
    } else {
        const std::vector<qint64> values = column(moved, query.kind, query.sort.front(), user);
        for (size_t i = 0; i < moved.size(); ++i) {
            kept.values[moved[i]] = values[i];
        }
        const ByValue isBefore { kept.values };
        std::sort(moved.begin(), moved.end(), isBefore);
        std::merge(stayed.begin(), stayed.end(), moved.begin(), moved.end(),
            std::back_inserter(found), isBefore);
    }
    kept.rows = std::make_shared<const std::vector<quint32>>(std::move(found));
    return true;
}

Listings::KeptList::iterator Listings::find(const QByteArray& fingerprint)
{
    return std::find_if(m_kept.begin(), m_kept.end(),
        [&fingerprint](const Kept& kept) { return kept.fingerprint == fingerprint; });
}

void Listings::trim()
{
    size_t numbers = 0;
    size_t listings = 0;
    for (auto it = m_kept.begin(); it != m_kept.end(); ++it) {
        numbers += it->rows->size() + 2 * it->values.size(); // which are twice as large
        if (++listings > kKeptListings || (listings > 1 && numbers > kKeptNumbers)) {
            m_kept.erase(it, m_kept.end());
            return;
        }
    }
}

Rows Listings::rows(const ListingQuery& query, UserId user)
{
    if (query.isCollections) {
        return std::make_shared<const std::vector<quint32>>();
    }
    const bool isRandom = std::any_of(
        query.sort.begin(), query.sort.end(), [](const SortKey& key) { return key.random; });
    if (isRandom) {
        return evaluated(query, user).rows;
    }
    QByteArray fingerprint = query.fingerprint() + '@' + QByteArray::number(user);
    if (query.isRelativeToNow) {
        fingerprint += '@' + QByteArray::number(Model::now() / 60); // that exact is enough
    }
    auto kept = find(fingerprint);
    if (kept != m_kept.end()) {
        const bool isOfNow = query.touchesMarks ? kept->version == m_model.state.version()
                                                : kept->rowVersion == m_model.state.rowVersion();
        if (isOfNow || update(*kept, query, user)) {
            m_kept.splice(m_kept.begin(), m_kept, kept);
        } else {
            m_kept.erase(kept);
            kept = m_kept.end();
        }
    }
    if (kept == m_kept.end()) {
        Kept fresh = evaluated(query, user);
        fresh.fingerprint = fingerprint;
        m_kept.push_front(std::move(fresh));
    }
    Rows rows = m_kept.front().rows;
    trim();
    return rows;
}

} // namespace demo

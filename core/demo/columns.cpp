// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/columns.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace demo {

namespace {

constexpr qint32 kNone = std::numeric_limits<qint32>::min();
constexpr qint64 kAbsent = std::numeric_limits<qint64>::min();

double scaleOf(FieldId field)
{
    return field == FieldId::UserRating ? 1000 : 1;
}

quint32 countOf(const Catalogue& music, Kind kind)
{
    return kind == Kind::Artist ? music.artistCount()
        : kind == Kind::Album   ? music.albumCount()
                                : music.trackCount();
}

template <class T>
double stampOf(const T& row, FieldId field)
{
    return static_cast<double>(field == FieldId::AddedAt ? row.addedAt : row.updatedAt);
}

std::optional<double> firstValue(const Catalogue& music, Item item, FieldId field)
{
    if (field == FieldId::AddedAt || field == FieldId::UpdatedAt) {
        return item.kind == Kind::Artist ? stampOf(music.artist(item.index), field)
            : item.kind == Kind::Album   ? stampOf(music.album(item.index), field)
                                         : stampOf(music.track(item.index), field);
    }
    const Mark mark = music.firstMark(item.index);
    const qint64 stamp = field == FieldId::LastRatedAt ? mark.ratedAt : mark.viewedAt;
    return field == FieldId::UserRating ? mark.rating
        : stamp == 0                    ? std::nullopt
                                        : std::optional<double>(static_cast<double>(stamp));
}

} // namespace

bool Columns::has(Kind kind, FieldId field)
{
    const bool isStamp = field == FieldId::AddedAt || field == FieldId::UpdatedAt;
    const bool isMark = field == FieldId::UserRating || field == FieldId::LastRatedAt
        || field == FieldId::LastViewedAt;
    return kind == Kind::Track ? isStamp || isMark
                               : isStamp && (kind == Kind::Album || kind == Kind::Artist);
}

const Columns::Column& Columns::column(Kind kind, FieldId field)
{
    if (m_last && m_lastKey == std::pair(kind, field)) {
        return *m_last;
    }
    Column& column = m_columns[{ kind, field }];
    m_lastKey = { kind, field };
    m_last = &column;
    const quint32 count = countOf(m_model.music, kind);
    if (column.size() != count) {
        column.resize(count);
        for (quint32 i = 0; i < count; ++i) {
            const auto value = firstValue(m_model.music, { kind, i }, field);
            column[i] = value ? static_cast<qint32>(*value * scaleOf(field)) : kNone;
        }
    }
    return column;
}

std::optional<double> Columns::value(Item item, FieldId field)
{
    const qint32 value = column(item.kind, field)[item.index];
    return value == kNone ? std::nullopt : std::optional<double>(value / scaleOf(field));
}

void KeptOrder::sort(std::vector<quint32>& rows, const std::vector<qint64>& values, quint32 count)
{
    std::vector<qint64> now(count, kAbsent); // no column has this value
    for (size_t i = 0; i < rows.size(); ++i) {
        now[rows[i]] = std::max(values[i], kAbsent + 1);
    }
    const auto isBefore
        = [&now](quint32 a, quint32 b) { return now[a] != now[b] ? now[a] < now[b] : a < b; };
    std::vector<quint32> kept;
    kept.reserve(rows.size());
    if (m_values.size() == count) {
        for (const quint32 row : m_rows) {
            if (now[row] != kAbsent && now[row] == m_values[row]) {
                kept.push_back(row);
            }
        }
    } else {
        m_values.assign(count, kAbsent);
    }
    std::vector<quint32> moved;
    for (const quint32 row : rows) {
        if (now[row] != m_values[row]) {
            moved.push_back(row);
        }
    }
    std::sort(moved.begin(), moved.end(), isBefore);
    rows.clear();
    std::merge(
        kept.begin(), kept.end(), moved.begin(), moved.end(), std::back_inserter(rows), isBefore);
    m_rows = rows;
    m_values = std::move(now);
}

} // namespace demo

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

std::optional<double> firstValue(const Catalogue& music, quint32 track, FieldId field)
{
    const auto unlessZero = [](qint64 value) {
        return value == 0 ? std::nullopt : std::optional<double>(static_cast<double>(value));
    };
    switch (field) {
    case FieldId::AddedAt:
        return static_cast<double>(music.track(track).addedAt);
    case FieldId::UpdatedAt:
        return static_cast<double>(music.track(track).updatedAt);
    case FieldId::UserRating:
        return music.firstMark(track).rating;
    case FieldId::LastRatedAt:
        return unlessZero(music.firstMark(track).ratedAt);
    default:
        return unlessZero(music.firstMark(track).viewedAt);
    }
}

} // namespace

bool Columns::has(FieldId field)
{
    return field == FieldId::AddedAt || field == FieldId::UpdatedAt || field == FieldId::UserRating
        || field == FieldId::LastRatedAt || field == FieldId::LastViewedAt;
}

const Columns::Column& Columns::column(FieldId field)
{
    Column& column = m_columns[field];
    const quint32 count = m_model.music.trackCount();
    if (column.size() != count) {
        column.resize(count);
        for (quint32 track = 0; track < count; ++track) {
            const auto value = firstValue(m_model.music, track, field);
            column[track] = value ? static_cast<qint32>(*value * scaleOf(field)) : kNone;
        }
    }
    return column;
}

std::optional<double> Columns::value(quint32 track, FieldId field)
{
    const qint32 value = column(field)[track];
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

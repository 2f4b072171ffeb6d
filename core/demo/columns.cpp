// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/columns.h"

#include <limits>

namespace demo {

namespace {

constexpr qint32 kNone = std::numeric_limits<qint32>::min();

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

} // namespace demo

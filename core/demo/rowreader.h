// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/columns.h"
#include "core/demo/model.h"
#include "core/demo/query.h"

namespace demo {

/// Reads the fields of one row after the other, fetching album and artist only when they change.
class RowReader
{
public:
    /// @param columns  spares making a track to read a number of it
    RowReader(const Model& model, UserId user, Columns* columns = nullptr)
        : m_model(model)
        , m_user(user)
        , m_columns(columns)
    {
    }

    void seek(Item item);
    /// The row itself or what it belongs to; nothing where the scope does not fit the row.
    [[nodiscard]] std::optional<Item> inScope(Kind scope) const;
    /// Absent values are nothing, except that a count never set is 0.
    [[nodiscard]] std::optional<double> number(const Field& field);
    [[nodiscard]] QByteArray text(const Field& field);
    [[nodiscard]] QList<int> tags(const Field& field);
    /// Names of a film's genres, which have no ids of their own.
    [[nodiscard]] bool tagMatches(const Field& field, const QString& value);

    [[nodiscard]] const Artist& artist(quint32 index);
    [[nodiscard]] const Album& album(quint32 index);
    [[nodiscard]] const Track& track(quint32 index);

private:
    [[nodiscard]] const Video* video(Item item) const;
    [[nodiscard]] std::optional<double> musicNumber(Item item, FieldId id);
    [[nodiscard]] std::optional<double> markNumber(Item item, FieldId id) const;
    [[nodiscard]] bool isInColumn(Item item, FieldId id) const;

    const Model& m_model;
    UserId m_user;
    Columns* m_columns;
    Item m_row {};
    Artist m_artist {};
    Album m_album {};
    Track m_track {};
    quint32 m_artistIndex = ~quint32 { 0 };
    quint32 m_albumIndex = ~quint32 { 0 };
    quint32 m_trackIndex = ~quint32 { 0 };
};

} // namespace demo

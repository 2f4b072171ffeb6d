// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/rowreader.h"

#include <list>
#include <memory>

namespace demo {

/// Rows of one kind in the order asked for: indices into the catalogue.
using Rows
    = std::shared_ptr<const std::vector<quint32>>; // shared by the cache and the reply under way

/// Answers listing queries; keeps the last of them, so that paging does not sort a million rows
/// again, and puts them right where somebody rated or played something: a server with an index does
/// not look at a million rows for that either. Thread: under the server's lock.
class Listings
{
public:
    explicit Listings(const Model& model)
        : m_model(model)
        , m_columns(model)
    {
    }

    [[nodiscard]] Rows rows(const ListingQuery& query, UserId user);

private:
    struct Kept
    {
        QByteArray fingerprint {};
        quint64 version = 0;
        quint64 rowVersion = 0;
        Rows rows {};
        std::vector<qint64> values {}; // by index, of what is sorted by one number
    };
    using KeptList = std::list<Kept>;

    [[nodiscard]] KeptList::iterator find(const QByteArray& fingerprint);
    /// Forgets what was not asked for for the longest time.
    void trim();
    /// Puts right what is of a former version; false where everything has to be looked at.
    [[nodiscard]] bool update(Kept& kept, const ListingQuery& query, UserId user);
    [[nodiscard]] Kept evaluated(const ListingQuery& query, UserId user);
    /// The rows of that kind that the marks of those items are shown in, each once.
    [[nodiscard]] std::vector<quint32> rowsOf(const std::vector<Item>& marked, Kind kind) const;

    [[nodiscard]] std::vector<quint32> filtered(const ListingQuery& query, UserId user);
    void sort(std::vector<quint32>& rows, const ListingQuery& query, UserId user);
    [[nodiscard]] std::vector<qint64> column(
        const std::vector<quint32>& rows, Kind kind, const SortKey& key, UserId user);
    [[nodiscard]] std::vector<qint64> titleRanks(
        const std::vector<quint32>& rows, Kind kind, Kind scope, UserId user) const;
    [[nodiscard]] bool matches(const Rule& rule, RowReader& reader) const;
    [[nodiscard]] bool compares(const Rule& rule, RowReader& reader) const;

    const Model& m_model;
    Columns m_columns;
    KeptList m_kept; // the last one asked for is the first
    quint64 m_shuffles = 0; // sort=random: another order for every evaluation
};

} // namespace demo

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"
#include "core/library/prepareditem.h"
#include "core/library/seenids.h"

namespace library {

/// What writing a page did.
struct WriteOutcome
{
    int added = 0;
    int updated = 0;
    int removed = 0;
    /// Written without a parent, because the cache does not have it.
    QList<types::RatingKey> orphans {};

    WriteOutcome& operator+=(const WriteOutcome& other)
    {
        added += other.added;
        updated += other.updated;
        removed += other.removed;
        orphans += other.orphans;
        return *this;
    }
};

/// Writes items into the cache: only rows that differ, each with tags, full text and order.
///
/// Thread: the writer's, inside a transaction; one object per transaction.
class ItemWriter
{
public:
    /// @param connection  with the transaction open; outlives this object, as does @p changes
    /// @param changes  gets every row that is written or removed
    ItemWriter(db::Connection& connection, db::ChangeSet& changes)
        : m_connection(connection)
        , m_changes(changes)
    {
    }

    /// What becomes of the parents' titles that are stored with the items below one whose title
    /// changed.
    enum class Titles
    {
        Stay, ///< those items are written, too
        Hand ///< handed down: the server does not count them as changed
    };

    /// What is to be expected of the rows; it makes no difference to what is written.
    enum class Rows
    {
        Mixed,
        New ///< hardly any is in the cache: looked up only where that turns out to be wrong
    };

    /// Inserts or updates @p items of one section; the ids of all of them go to @p seen, unless it
    /// is null. Ranks are noted as stale if the order of tracks may be another now.
    util::Result<WriteOutcome> write(qint64 sectionId, const QList<PreparedItem>& items,
        SeenIds* seen, Titles titles = Titles::Stay, Rows rows = Rows::Mixed);

    /// Removes the items of @p ids from the cache; what is below them stays, to be read again.
    util::Result<void> remove(const QList<qint64>& ids);

private:
    struct Known
    {
        qint64 id = 0;
        qint64 hash = 0;
    };
    struct Parents
    {
        qint64 parent = 0; // 0 = none, or not in the cache
        qint64 grandparent = 0;
        bool operator==(const Parents&) const = default;
        /// Whether each that the server names is in the cache.
        [[nodiscard]] bool isWhole(const types::Item& item) const
        {
            return (parent > 0 || !item.parentKey.isValid())
                && (grandparent > 0 || !item.grandparentKey.isValid());
        }
    };
    /// What decides where a track stands, or the tracks below an artist or album.
    struct Place
    {
        QString titleSort {};
        Parents parents {};
        int year = 0;
        int discAndNumber = 0;
        bool operator==(const Place&) const = default;
    };
    struct Before
    {
        SearchText search {};
        Place place {};
    };
    struct SearchChange
    {
        qint64 id = 0;
        std::optional<SearchText> before {};
        SearchText after {};
    };
    util::Result<QHash<QString, Known>> findAll(const QList<PreparedItem>& items);
    util::Result<Before> before(qint64 id);
    util::Result<Parents> parentsOf(const types::Item& item);
    util::Result<qint64> idOf(const types::RatingKey& key);
    util::Result<qint64> newId(types::ItemType type);
    util::Result<Known> write(
        qint64 sectionId, const PreparedItem& row, const Known& before, WriteOutcome& outcome);
    /// @return the id; 0 if the item is there already, and nothing was written
    util::Result<qint64> add(qint64 sectionId, const PreparedItem& row, WriteOutcome& outcome);
    util::Result<qint64> change(
        qint64 id, qint64 sectionId, const PreparedItem& row, WriteOutcome& outcome);
    util::Result<int> store(const char* sql, qint64 id, qint64 sectionId, const PreparedItem& row,
        const Parents& parents);
    util::Result<void> detachChildren(qint64 id);
    util::Result<void> handTitleDown(qint64 id, const types::Item& item);
    util::Result<void> handTitleDown(
        qint64 id, const types::Item& item, const char* select, const char* update);
    util::Result<bool> showsMoreThan(qint64 id, const QList<types::Tag>& tags);
    util::Result<void> storeTags(qint64 id, const types::Item& item);
    util::Result<void> forgetTags(qint64 id);
    util::Result<void> storeSearch();
    util::Result<void> forgetSearch(qint64 id, const SearchText& text);
    util::Result<void> addOrder(qint64 id, qint64 sectionId, const types::Item& item);
    util::Result<void> changeOrder(
        qint64 id, qint64 sectionId, const types::Item& item, bool keepRanks);
    util::Result<qint64> tagId(const types::Tag& tag);

    db::Connection& m_connection;
    db::ChangeSet& m_changes;
    QHash<int, qint64> m_lastIds; // by type, within this transaction
    QHash<QString, qint64> m_parents; // by rating key
    QHash<std::pair<int, QString>, qint64> m_tags;
    Titles m_titles = Titles::Stay;
    bool m_ranksStale = false;
    // Written last: FTS5 flushes its buffer whenever another statement opens a savepoint.
    QList<SearchChange> m_searchChanges;
};

/// The section's items of @p type that are not in @p seen. Thread: a reader or the writer's.
util::Result<QList<qint64>> unseenIds(
    db::Connection& connection, qint64 sectionId, types::ItemType type, const SeenIds& seen);

/// The row ids of those of @p keys that are in the cache, by key. Thread: a reader or the writer's.
util::Result<QHash<types::RatingKey, qint64>> idsOf(
    db::Connection& connection, const QList<types::RatingKey>& keys);

/// The rating as track_order stores it: hundredths, −1 for unrated.
[[nodiscard]] int orderRating(const types::OptionalRating& rating);

/// Sets the rating of one item in the cache, as a change or another client made it.
/// @return whether the cache knows the item
util::Result<bool> setRating(db::Connection& connection, db::ChangeSet& changes,
    const types::RatingKey& key, const types::OptionalRating& rating, qint64 ratedAt);

} // namespace library

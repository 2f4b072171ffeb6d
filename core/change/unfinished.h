// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/journal.h"
#include "core/change/operation.h"

#include <QSet>
#include <array>
#include <atomic>
#include <functional>

namespace change {

/// The steps of one owner that wait or are under way, to be applied on top of what a sync writes.
///
/// While a sync runs, steps that end are kept: a page that was fetched before may still be on its
/// way to the cache. Thread: one; applier()'s function runs in the writer's.
/// Cost: what a call changes, and about 1/kBuckets of all for each step of it; never all.
class Unfinished
{
public:
    /// Applies to the rows that the transaction's change set names.
    using Applier = std::function<util::Result<void>(db::Connection&, db::ChangeSet&)>;

    /// A step and what applies it; the operation is null for an unknown kind.
    struct Entry
    {
        qint64 step = 0;
        QString target {};
        std::shared_ptr<const Operation> operation {}; // shared with jobs in the writer thread
        QJsonObject payload {};
        bool isOver = false; ///< verified or failed; kept until the sync has ended
    };

    /// Nothing waits yet.
    Unfinished();

    /// Replaces everything.
    void set(const QList<Entry>& entries);
    /// Takes in more, in any order; a step that was kept is no longer over.
    void add(const QList<Entry>& entries);
    /// The steps ended. @p shown replaces the payload of one where the server holds something else.
    void settle(const QList<qint64>& steps, const QHash<qint64, QJsonObject>& shown = {});
    /// The steps are as if they had never been.
    void remove(const QList<qint64>& steps);
    /// Whether what ends from now on is kept.
    void setSyncing(bool isSyncing) { m_isSyncing = isSyncing; }
    /// The steps that are over and kept.
    [[nodiscard]] QList<qint64> kept() const { return m_kept.values(); }
    /// Forgets those of @p steps that are over.
    void forgetKept(const QList<qint64>& steps);

    /// Steps that are not over.
    [[nodiscard]] int count() const { return static_cast<int>(m_targets.size() - m_kept.size()); }
    /// All entries with one of @p targets, in the order of sending.
    [[nodiscard]] QList<Entry> entries(const QSet<QString>& targets) const;
    /// All entries, in the order of sending within each target.
    [[nodiscard]] QList<Entry> entries() const;
    /// Valid for ever; what it applies follows this object.
    [[nodiscard]] Applier applier() const;

private:
    static constexpr size_t kBuckets = 1024;
    using Bucket = QHash<QString, QList<Entry>>;
    /// Copied whole for the writer: a bucket that did not change is shared.
    struct Lists
    {
        std::array<Bucket, kBuckets> items; // by rating key, each in the bucket of its hash
        Bucket others; // by target
        [[nodiscard]] bool hasItems() const;
    };
    static util::Result<void> applyTo(
        const Lists& lists, db::Connection& connection, db::ChangeSet& changes);
    static size_t bucketOf(const QString& ratingKey) { return qHash(ratingKey) % kBuckets; }
    Bucket& bucketWith(const QString& target);
    void forget(qint64 step);
    void publish();

    Lists m_lists;
    QHash<qint64, QString> m_targets; // by step
    QSet<qint64> m_kept; // steps that are over
    bool m_isSyncing = false;
    // Shared with the appliers, which read it in the writer thread while this one replaces it.
    std::shared_ptr<std::atomic<std::shared_ptr<const Lists>>> m_published;
};

} // namespace change

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"
#include "ui/common/spinediff.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <vector>

namespace ui {

/// A list of any length: the ids of all its rows (the spine) and the rows of the pages in sight.
///
/// rowCount() is the spine's length from the first moment, so scroll bars and selections are exact;
/// a row that is not there yet is a placeholder, and its page is asked for. This half knows ids and
/// pages; PagedModel<Row> adds the rows. Thread: UI; never blocks.
class PagedModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kPageRows = 256;
    static constexpr int kMaxPages = 64;
    static constexpr int kMaxRequests = 4; ///< pages asked for at once; older ones are stopped
    static constexpr size_t kMaxRuns = 64; ///< beyond this a new spine is a model reset

    enum class State
    {
        Empty,
        Loading,
        Ready,
        Failed
    };
    enum Role
    {
        IdRole = Qt::UserRole, ///< qint64
        PlaceholderRole, ///< bool: this row is still being read
        ValueRole, ///< what a delegate paints, as the column defines it
        UserRoles
    };

    explicit PagedModelBase(QObject* parent = nullptr);
    ~PagedModelBase() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const util::Error& error() const { return m_error; }
    [[nodiscard]] qint64 idAt(int row) const;
    [[nodiscard]] const std::vector<qint64>& spine() const { return m_spine; }
    /// The row of @p id, or -1. Cost: about 0.5 ms at 1 M rows.
    [[nodiscard]] int rowOf(qint64 id) const;

    /// Reads the spine again: at once if the last time is long enough ago, else later; never
    /// more than once a second or a tenth of the time. The last call always leads to a read.
    void reload();
    /// Reads the spine now, whatever was asked before; for a new query.
    void reloadNow();
    /// Drops all rows: they are another library's. What is being read is read again.
    void forget();
    /// Reads those of @p ids again that are in a page at hand.
    void refreshRows(const QSet<qint64>& ids);
    /// Reads every page at hand again when it is next shown.
    void refreshAll();

Q_SIGNALS:
    void stateChanged();
    /// A spine arrived, changed or not.
    void loaded();
    void pageFailed(const util::Error& error);

protected:
    using Ids = std::vector<qint64>;

    [[nodiscard]] virtual util::Future<Ids> readSpine(std::stop_token stop) = 0;
    /// Starts reading @p ids; the answer goes to pageArrived() with @p page, or to rowsPatched().
    virtual void readPage(int page, const QList<qint64>& ids, std::stop_token stop) = 0;
    virtual void readPatch(const QList<qint64>& ids) = 0;
    virtual void dropPage(int page) = 0;
    /// Takes the rows out of their pages before the spine changes …
    virtual void detachRows() = 0;
    /// Which pages of a new spine are kept, gaps and all: after a precise change those of which
    /// one end is at hand, after another order only those of which both are.
    enum class Kept
    {
        OneEnd,
        Ends
    };
    /// … and puts them where the new spine has them.
    virtual void rehome(Kept kept) = 0;

    /// The rows are another list's: should the new one not be read, they go.
    void expectNewRows() { m_isOfSource = false; }
    /// Notes that a row of @p page was looked at; asks for the page unless it is @p atHand.
    void touch(int page, bool atHand) const;
    void pageArrived(int page, quint64 generation, const util::Result<void>& result);
    void rowsPatched(const QSet<int>& pages);
    [[nodiscard]] quint64 generation() const { return m_generation; }
    void setRecentPages(const QList<int>& pages) { m_recent = pages; }
    [[nodiscard]] QList<qint64> idsOfPage(int page) const;

private:
    void startRead();
    void spineArrived(util::Result<Ids> result);
    void replaceSpine(Ids spine);
    void applyRuns(const std::vector<SpineRun>& runs, const Ids& spine);
    void requestWanted();
    void stopRequests();
    void emitPageChanged(int page);
    void setState(State state);

    Ids m_spine;
    State m_state = State::Empty;
    util::Error m_error;
    util::async::Latest m_latest;
    QElapsedTimer m_sinceRead;
    qint64 m_readMilliseconds = 0;
    bool m_isOfSource = false; ///< the spine is of this source, not of the one before
    bool m_isReading = false;
    QTimer m_reloadTimer;
    quint64 m_generation = 0; ///< of the spine; answers for another one are dropped
    // data() is const but must note what was looked at.
    mutable QList<int> m_recent; ///< pages at hand, least recently used first
    mutable QList<int> m_wanted;
    mutable bool m_requestQueued = false;
    QHash<int, std::stop_source> m_requests;
    QList<int> m_requestOrder;
    QSet<int> m_failed;
};

/// PagedModelBase with rows of type @p Row; a list subclasses it with its columns.
template <class Row>
class PagedModel : public PagedModelBase
{
public:
    /// Where ids and rows come from; rows may come short, idOf() tells which are there.
    struct Source
    {
        std::function<util::Future<std::vector<qint64>>(std::stop_token)> ids;
        std::function<util::Future<QList<Row>>(const QList<qint64>&, std::stop_token)> rows;
        std::function<qint64(const Row&)> idOf;
    };

    using PagedModelBase::PagedModelBase;

    /// Shows another query; what is there stays until its spine has arrived.
    /// @param atHand  rows of it that were just read: they are shown without being read again
    void setSource(Source source, const QList<Row>& atHand = {})
    {
        m_source = std::move(source);
        m_offered = atHand;
        expectNewRows();
        reloadNow();
    }

    /// The row, or nothing while it is being read (and then it is asked for).
    [[nodiscard]] const Row* rowAt(int row) const
    {
        if (row < 0 || row >= rowCount()) {
            return nullptr;
        }
        const int page = row / kPageRows;
        const auto found = m_pages.constFind(page);
        touch(page, found != m_pages.cend());
        return found == m_pages.cend() ? nullptr : at(*found, row % kPageRows);
    }

    /// As rowAt(), but without asking for it.
    [[nodiscard]] const Row* rowAtHand(int row) const
    {
        const auto found = m_pages.constFind(row / kPageRows);
        return row < 0 || found == m_pages.cend() ? nullptr : at(*found, row % kPageRows);
    }

protected:
    util::Future<Ids> readSpine(std::stop_token stop) override
    {
        return m_source.ids ? m_source.ids(stop) : util::async::ready<Ids>(Ids());
    }

    void readPage(int page, const QList<qint64>& ids, std::stop_token stop) override
    {
        util::async::deliver(m_source.rows(ids, stop), this,
            [this, page, ids, mine = generation()](util::Result<QList<Row>> result) {
                if (mine != generation()) {
                    return;
                }
                if (!result) {
                    pageArrived(page, mine, result.error());
                    return;
                }
                m_pages.insert(page, placed(ids, std::move(*result)));
                pageArrived(page, mine, {});
            });
    }

    void readPatch(const QList<qint64>& ids) override
    {
        util::async::deliver(m_source.rows(ids, {}), this,
            [this](util::Result<QList<Row>> result) { patch(std::move(result)); });
    }

    void dropPage(int page) override { m_pages.remove(page); }

    void detachRows() override
    {
        for (Page& page : m_pages) {
            for (auto& row : page) {
                if (row) {
                    const qint64 id = m_source.idOf(*row);
                    m_detached.insert(id, std::move(*row));
                }
            }
        }
        m_pages.clear();
        for (const Row& row : std::exchange(m_offered, {})) {
            const qint64 id = m_source.idOf(row);
            if (!m_detached.contains(id)) { // those that were shown followed each change
                m_detached.insert(id, row);
            }
        }
    }

    void rehome(Kept kept) override
    {
        QList<int> pages;
        QList<qint64> missing;
        for (int page = 0; page * kPageRows < rowCount(); ++page) {
            const bool hasFirst = m_detached.contains(idAt(page * kPageRows));
            const int last = qMin((page + 1) * kPageRows, rowCount()) - 1;
            const bool hasLast = m_detached.contains(idAt(last));
            if (kept == Kept::OneEnd ? !hasFirst && !hasLast : !hasFirst || !hasLast) {
                continue;
            }
            Page rows;
            for (const qint64 id : idsOfPage(page)) {
                const auto found = m_detached.constFind(id);
                rows.push_back(found == m_detached.cend() ? std::optional<Row>() : *found);
                if (found == m_detached.cend()) {
                    missing.append(id);
                }
            }
            m_pages.insert(page, std::move(rows));
            pages.append(page);
        }
        m_detached.clear();
        setRecentPages(pages);
        if (!missing.isEmpty()) {
            readPatch(missing);
        }
    }

private:
    using Page = std::vector<std::optional<Row>>;

    static const Row* at(const Page& page, int row)
    {
        return size_t(row) < page.size() && page[size_t(row)] ? &*page[size_t(row)] : nullptr;
    }

    Page placed(const QList<qint64>& ids, QList<Row> rows) const
    {
        Page page(size_t(ids.size()));
        qsizetype next = 0;
        for (Row& row : rows) {
            const qint64 id = m_source.idOf(row);
            const qsizetype found = ids.indexOf(id, next);
            if (found >= 0) {
                page[size_t(found)] = std::move(row);
                next = found + 1;
            }
        }
        return page;
    }

    void patch(util::Result<QList<Row>> result)
    {
        if (!result) {
            return; // the rows shown stay; the next read of their page tells what is wrong
        }
        QHash<qint64, Row> fresh;
        for (Row& row : *result) {
            const qint64 id = m_source.idOf(row);
            fresh.insert(id, std::move(row));
        }
        QSet<int> pages;
        for (auto page = m_pages.begin(); page != m_pages.end(); ++page) {
            const QList<qint64> ids = idsOfPage(page.key());
            for (size_t i = 0; i < page->size(); ++i) {
                const auto found = fresh.constFind(ids.at(qsizetype(i)));
                if (found != fresh.cend()) {
                    (*page)[i] = *found;
                    pages.insert(page.key());
                }
            }
        }
        rowsPatched(pages);
    }

    Source m_source;
    QHash<int, Page> m_pages;
    QList<Row> m_offered; ///< until the spine of their query arrives
    QHash<qint64, Row> m_detached; ///< between detachRows() and rehome()
};

} // namespace ui

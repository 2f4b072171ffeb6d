// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/textlookup.h"
#include "core/util/fold.h"
#include "ui/common/cards.h"

#include <QHash>
#include <QSet>

namespace ui {

/// Whether each word of @p filter begins a word of @p text, as the library's own filters have it.
[[nodiscard]] bool matchesWords(const QString& text, const QString& filter);

/// Cards of a list that the library gives as a whole, filtered and sorted here: some hundreds, not
/// some hundred thousand.
template <class Row>
class MemoryCards : public PagedCards<Row>
{
public:
    /// What is shown, in which order.
    struct Order
    {
        QString filter {};
        /// By what beside the title; ascending. Nothing: by title alone.
        std::function<qint64(const Row&)> value {};
        bool descending = false;
    };

    using PagedCards<Row>::PagedCards;

    void show(const Order& order)
    {
        m_order = order;
        this->setSource({ [this](std::stop_token stop) {
                             return util::async::andThen(readAll(std::move(stop)), this,
                                 [this](const QList<Row>& rows) { return arrange(rows); });
                         },
            [this](const QList<qint64>& ids, std::stop_token) {
                QList<Row> rows;
                rows.reserve(ids.size());
                for (const qint64 id : ids) {
                    rows.append(m_rows.value(id));
                }
                return util::async::ready<QList<Row>>(rows);
            },
            [this](const Row& row) { return idOf(row); } });
    }

    /// Nothing where the list is not by title.
    [[nodiscard]] QList<library::JumpMark> marks() const
    {
        QList<library::JumpMark> marks;
        for (int row = 0; !m_order.value && row < this->rowCount(); ++row) {
            const QString label = library::jumpLabel(keyAt(row));
            if (std::ranges::find(marks, label, &library::JumpMark::label) == marks.end()) {
                marks.append({ label, row });
            }
        }
        return marks;
    }

    /// As library::rowBeginningWith().
    [[nodiscard]] qint64 rowBeginningWith(const QString& text, qint64 from) const
    {
        const QString key = util::sortKey(text);
        const int rows = this->rowCount();
        for (int i = 0; !key.isEmpty() && i < rows; ++i) {
            const int row = int((from + i) % rows);
            if (keyAt(row).startsWith(key)) {
                return row;
            }
        }
        return -1;
    }

    [[nodiscard]] Row row(qint64 id) const { return m_rows.value(id); }

protected:
    [[nodiscard]] virtual util::Future<QList<Row>> readAll(std::stop_token stop) = 0;
    /// The same number for the same row as long as the model lives, above 0.
    [[nodiscard]] virtual qint64 idOf(const Row& row) const = 0;
    [[nodiscard]] virtual QString titleOf(const Row& row) const = 0;

private:
    [[nodiscard]] QString keyAt(int row) const
    {
        return util::sortKey(titleOf(m_rows.value(this->idAt(row))));
    }

    std::vector<qint64> arrange(const QList<Row>& rows)
    {
        struct Place
        {
            qint64 value;
            QString key;
            qint64 id;
        };
        std::vector<Place> places;
        QSet<qint64> differing; // in the same place they would be shown as they were
        const QHash<qint64, Row> before = std::exchange(m_rows, {});
        for (const Row& row : rows) {
            const QString title = titleOf(row);
            if (matchesWords(title, m_order.filter)) {
                m_rows.insert(idOf(row), row);
                if (const auto was = before.constFind(idOf(row));
                    was != before.cend() && *was != row) {
                    differing.insert(idOf(row));
                }
                places.push_back(
                    { m_order.value ? m_order.value(row) : 0, util::sortKey(title), idOf(row) });
            }
        }
        std::ranges::sort(places, [this](const Place& a, const Place& b) {
            const bool isTurned = m_order.descending;
            if (a.value != b.value) {
                return isTurned ? a.value > b.value : a.value < b.value;
            }
            const int order = QString::compare(a.key, b.key);
            // Equal values stand by title in both directions.
            return order == 0 ? a.id < b.id : isTurned && !m_order.value ? order > 0 : order < 0;
        });
        std::vector<qint64> ids;
        ids.reserve(places.size());
        for (const Place& place : places) {
            ids.push_back(place.id);
        }
        this->refreshRows(differing);
        return ids;
    }

    Order m_order;
    QHash<qint64, Row> m_rows;
};

} // namespace ui

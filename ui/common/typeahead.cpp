// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/typeahead.h"

#include "core/util/fold.h"

namespace ui {

namespace {

constexpr int kBlock = 1024;

} // namespace

TypeAhead::TypeAhead(Reader reader, std::function<int()> rowCount, QObject* parent)
    : QObject(parent)
    , m_reader(std::move(reader))
    , m_rowCount(std::move(rowCount))
{
}

void TypeAhead::find(const QString& text, int from)
{
    const QString key = util::sortKey(text);
    const std::stop_token stop = m_latest.begin();
    if (!key.isEmpty() && m_rowCount() > 0) {
        readBlock(key, qBound(0, from, m_rowCount() - 1), m_rowCount(), stop);
    }
}

void TypeAhead::readBlock(const QString& key, int first, int left, std::stop_token stop)
{
    const int rows = m_rowCount();
    if (left <= 0 || first >= rows) {
        return;
    }
    const int count = std::min({ kBlock, left, rows - first });
    m_latest.deliver(m_reader(first, count, stop), this,
        [this, key, first, left, count, rows, stop](util::Result<QStringList> texts) {
            if (!texts) {
                return; // nothing found; the list itself tells what is wrong
            }
            for (qsizetype i = 0; i < texts->size(); ++i) {
                if (util::sortKey(texts->at(i)).startsWith(key)) {
                    Q_EMIT found(first + int(i));
                    return;
                }
            }
            readBlock(key, (first + count) % rows, left - count, stop);
        });
}

} // namespace ui

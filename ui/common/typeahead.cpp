// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/typeahead.h"

#include "core/util/fold.h"

namespace ui {

namespace {

constexpr int kPauseMilliseconds = 1500;
constexpr int kBlock = 1024;

/// One look through the texts of a list; shared by the reads of its blocks.
struct TextSearch
{
    RowTexts texts;
    QObject* context;
    QString key; ///< as texts are sorted
    int rows = 0;
    std::stop_token stop;
    util::Promise<qint64> promise {};
};

void readBlock(const std::shared_ptr<TextSearch>& search, int first, int left)
{
    const int count = std::min({ kBlock, left, search->rows - first });
    if (count <= 0) {
        search->promise.finish(qint64(-1));
        return;
    }
    util::async::deliver(search->texts(first, count, search->stop), search->context,
        [search, first, count, left](const util::Result<QStringList>& texts) {
            if (!texts) {
                search->promise.finish(texts.error());
                return;
            }
            for (qsizetype i = 0; i < texts->size(); ++i) {
                if (util::sortKey(texts->at(i)).startsWith(search->key)) {
                    search->promise.finish(first + i);
                    return;
                }
            }
            readBlock(search, (first + count) % search->rows, left - count);
        });
}

} // namespace

bool TypedText::isActive() const
{
    return !m_text.isEmpty() && m_sinceTyped.isValid()
        && !m_sinceTyped.hasExpired(kPauseMilliseconds);
}

const QString& TypedText::add(const QString& text)
{
    if (!isActive()) {
        m_text.clear();
    }
    m_text += text;
    m_sinceTyped.start();
    return m_text;
}

TypeAhead::TypeAhead(Finder finder, QObject* parent)
    : QObject(parent)
    , m_finder(std::move(finder))
{
}

void TypeAhead::find(const QString& text, int from)
{
    const std::stop_token stop = m_latest.begin();
    m_latest.deliver(m_finder(text, from, stop), this, [this](const util::Result<qint64>& row) {
        if (row && *row >= 0) { // else the list itself tells what is wrong
            Q_EMIT found(int(*row));
        }
    });
}

TypeAhead::Finder findInTexts(RowTexts texts, std::function<int()> rowCount, QObject* context)
{
    return [texts = std::move(texts), rowCount = std::move(rowCount), context](
               const QString& text, qint64 from, std::stop_token stop) {
        const int rows = rowCount();
        const QString key = util::sortKey(text);
        if (key.isEmpty() || rows == 0) {
            return util::async::ready<qint64>(qint64(-1));
        }
        const auto search = std::make_shared<TextSearch>(
            TextSearch { texts, context, key, rows, std::move(stop) });
        readBlock(search, int(std::clamp<qint64>(from, 0, rows - 1)), rows);
        return search->promise.future();
    };
}

} // namespace ui

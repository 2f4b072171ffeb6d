// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/textlookup.h"

#include "core/library/statements.h"
#include "core/library/tables.h"
#include "core/util/fold.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using types::ItemType;
using util::Result;

namespace library {

namespace {

constexpr qsizetype kMostMarks = 200; // more letters than any alphabet has
constexpr qint64 kMostGone = 64; // rows in a row that are no longer there
constexpr size_t kStopEvery = 4096;
/// Rows that are looked at before all that fits is: what fits so many is among them.
constexpr qint64 kLookedAt = 500;

const char* selectOf(ItemType type, ListText text)
{
    if (type == ItemType::Track && text == ListText::Artist) {
        return "SELECT CASE original_title WHEN '' THEN grandparent_title ELSE original_title END "
               "FROM item WHERE id = ?";
    }
    const bool isAbove = text == ListText::Album || text == ListText::Artist;
    if (isAbove) { // of a track the album, of an album the artist
        return "SELECT coalesce(a.title_sort, '') FROM item i "
               "LEFT JOIN item a ON a.id = i.parent_id WHERE i.id = ?";
    }
    if (text == ListText::AlbumArtist) {
        return "SELECT coalesce(a.title_sort, '') FROM item i "
               "LEFT JOIN item a ON a.id = i.grandparent_id WHERE i.id = ?";
    }
    return "SELECT title_sort FROM item WHERE id = ?";
}

/// The texts of a list's rows as they are sorted, read one by one.
class TextReader
{
public:
    TextReader(db::Connection& connection, const std::vector<qint64>& ids, ListText text)
        : m_connection(connection)
        , m_ids(ids)
        , m_type(ids.empty() ? ItemType::Unknown : static_cast<ItemType>(ids.front() >> kTypeShift))
        , m_text(text)
    {
    }

    [[nodiscard]] qint64 size() const { return std::ssize(m_ids); }
    /// The text of a row, or of the next one that is still there; empty if there is none.
    Result<QString> at(qint64 row)
    {
        for (qint64 next = row; next < size() && next < row + kMostGone; ++next) {
            auto statement = m_connection.prepare(selectOf(m_type, m_text));
            statement.bind(m_ids[size_t(next)]);
            if (statement.next()) {
                const QString text = statement.text(0);
                const bool isRaw = m_type == ItemType::Track && m_text == ListText::Artist;
                return isRaw ? util::sortKey(text) : text;
            }
            if (auto status = statement.status(); !status) {
                return std::move(status).error();
            }
        }
        return QString();
    }

private:
    db::Connection& m_connection;
    const std::vector<qint64>& m_ids;
    ItemType m_type;
    ListText m_text;
};

/// The first row in [first, last) from which on @p isBehind(text) holds; last if there is none.
template <class F>
Result<qint64> firstRow(TextReader& texts, qint64 first, qint64 last, F&& isBehind)
{
    while (first < last) {
        const qint64 middle = first + (last - first) / 2;
        const auto text = texts.at(middle);
        if (!text) {
            return text.error();
        }
        if (isBehind(*text)) {
            last = middle;
        } else {
            first = middle + 1;
        }
    }
    return first;
}

/// Which ids of a type have a title that begins with @p key.
Result<std::vector<bool>> idsWithTitle(
    db::Connection& connection, ItemType type, const QString& key, const std::stop_token& stop)
{
    std::vector<bool> isMeant;
    auto statement = connection.prepare(sql::kIdsWithTitle);
    statement.bind(int(type), key, afterPrefix(key));
    const qint64 first = idRange(type).first;
    size_t seen = 0;
    while (statement.next()) {
        const auto number = size_t(statement.integer(0) - first);
        if (number >= isMeant.size()) {
            isMeant.resize(std::max(number + 1, isMeant.size() * 2));
        }
        isMeant[number] = true;
        if (++seen % kStopEvery == 0 && stop.stop_requested()) {
            return util::Error::cancelled();
        }
    }
    if (auto status = statement.status(); !status) {
        return std::move(status).error();
    }
    return isMeant;
}

Result<qint64> rowWithTitle(db::Connection& connection, const std::vector<qint64>& ids,
    const QString& key, qint64 from, const std::stop_token& stop)
{
    TextReader texts(connection, ids, ListText::Title);
    for (qint64 row = from; row < std::min(from + kLookedAt, texts.size()); ++row) {
        const auto text = texts.at(row);
        if (!text || text->startsWith(key)) {
            return text ? Result<qint64>(row) : text.error();
        }
    }
    const auto type = static_cast<ItemType>(ids.front() >> kTypeShift);
    const auto isMeant = idsWithTitle(connection, type, key, stop);
    if (!isMeant) {
        return isMeant.error();
    }
    const qint64 first = idRange(type).first;
    const auto fits = [&](qint64 id) {
        const auto number = size_t(id - first);
        return number < isMeant->size() && (*isMeant)[number];
    };
    const auto begin = ids.begin() + from;
    auto found = std::find_if(begin, ids.end(), fits);
    if (found == ids.end()) {
        found = std::find_if(ids.begin(), begin, fits);
        return found == begin ? qint64(-1) : qint64(found - ids.begin());
    }
    return qint64(found - ids.begin());
}

} // namespace

std::optional<ListOrder> listOrderOf(const TrackQuery& query)
{
    const SortKey first = query.sort.value(0);
    switch (first.sort) {
    case TrackSort::Default:
        return ListOrder { ListText::AlbumArtist, first.descending };
    case TrackSort::Title:
        return ListOrder { ListText::Title, first.descending };
    case TrackSort::Artist:
        return ListOrder { ListText::Artist, first.descending };
    case TrackSort::Album:
        return ListOrder { ListText::Album, first.descending };
    default:
        return std::nullopt;
    }
}

std::optional<ListOrder> listOrderOf(const AlbumQuery& query)
{
    switch (query.sort) {
    case AlbumSort::Artist:
        return ListOrder { ListText::Artist, query.descending };
    case AlbumSort::Title:
        return ListOrder { ListText::Title, query.descending };
    default:
        return std::nullopt;
    }
}

std::optional<ListOrder> listOrderOf(const ArtistQuery& query)
{
    return query.sort == ArtistSort::Title
        ? std::optional(ListOrder { ListText::Title, query.descending })
        : std::nullopt;
}

QString jumpLabel(const QString& text)
{
    if (text.isEmpty()) {
        return u"#"_s;
    }
    const char32_t first = text.at(0).isHighSurrogate() && text.size() > 1
        ? QChar::surrogateToUcs4(text.at(0), text.at(1))
        : text.at(0).unicode();
    switch (QChar::script(first)) {
    case QChar::Script_Han:
        return u"漢"_s;
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return u"あ"_s;
    case QChar::Script_Hangul:
        return u"가"_s;
    default:
        break;
    }
    const char32_t capital = QChar::toUpper(first);
    return QChar::isLetter(first) ? QString::fromUcs4(&capital, 1) : u"#"_s;
}

Result<QList<JumpMark>> jumpMarks(db::Connection& connection, const std::vector<qint64>& ids,
    ListOrder order, std::stop_token stop)
{
    QList<JumpMark> marks;
    TextReader texts(connection, ids, order.text);
    for (qint64 row = 0; row < texts.size() && marks.size() < kMostMarks;) {
        if (stop.stop_requested()) {
            return util::Error::cancelled();
        }
        const auto text = texts.at(row);
        if (!text) {
            return text.error();
        }
        const QString label = jumpLabel(*text);
        if (std::ranges::find(marks, label, &JumpMark::label) == marks.end()) {
            marks.append({ label, row });
        }
        const auto next = firstRow(texts, row + 1, texts.size(),
            [&label](const QString& other) { return jumpLabel(other) != label; });
        if (!next) {
            return next.error();
        }
        row = *next;
    }
    return marks;
}

Result<qint64> rowBeginningWith(db::Connection& connection, const std::vector<qint64>& ids,
    std::optional<ListOrder> order, const QString& text, qint64 from, std::stop_token stop)
{
    const QString key = util::sortKey(text);
    if (key.isEmpty() || ids.empty()) {
        return qint64(-1);
    }
    from = std::clamp<qint64>(from, 0, std::ssize(ids) - 1);
    if (!order) {
        return rowWithTitle(connection, ids, key, from, stop);
    }
    TextReader texts(connection, ids, order->text);
    const auto here = texts.at(from);
    if (!here || here->startsWith(key)) {
        return here ? Result<qint64>(from) : here.error();
    }
    // All that begin with it stand together.
    const auto found = firstRow(texts, 0, texts.size(), [&](const QString& other) {
        return other.startsWith(key) || (order->descending ? other < key : other > key);
    });
    if (!found || *found == texts.size()) {
        return found ? Result<qint64>(qint64(-1)) : found;
    }
    const auto there = texts.at(*found);
    if (!there) {
        return there.error();
    }
    return there->startsWith(key) ? *found : qint64(-1);
}

QString afterPrefix(const QString& prefix)
{
    return prefix + QString::fromUcs4(U"\U0010ffff");
}

} // namespace library

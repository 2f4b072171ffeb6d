// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/ratings.h"

#include "core/rating/rateoperation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace rating {

namespace {

struct Rated
{
    Subject subject {};
    Given before {};
    bool isKnown = false;
};

/// The cache's items with these keys, each key once, in their order.
Result<QList<Rated>> lookUp(db::Connection& connection, const QList<types::RatingKey>& keys)
{
    QList<Rated> list;
    QSet<types::RatingKey> seen;
    for (const types::RatingKey& key : keys) {
        if (seen.contains(key)) {
            continue;
        }
        seen.insert(key);
        auto item = connection.prepare(R"(
            SELECT title, original_title, grandparent_title, parent_title, guid, file, rating,
                rated_at
            FROM item
            WHERE rating_key = ?)");
        item.bind(key);
        Rated rated { { key, {}, {}, {}, {}, {} }, {}, item.next() };
        if (rated.isKnown) {
            const QString artist = item.text(1).isEmpty() ? item.text(2) : item.text(1);
            rated.subject = { key, item.text(0), artist, item.text(3), item.text(4), item.text(5) };
            if (!item.isNull(6)) {
                rated.before.rating = types::Rating::fromPlex(item.real(6));
            }
            rated.before.at = item.integer(7);
        }
        if (auto status = item.status(); !status) {
            return std::move(status).error();
        }
        list.append(rated);
    }
    return list;
}

/// A change without its label.
struct Draft
{
    change::NewChange change { RateOperation::name(), {}, {}, change::Role::Do, {}, false };
    QStringList titles {}; ///< of the items to be rated
    QStringList unknown {}; ///< keys that are not in the library
    bool isAnyKnown = false;
};

/// Made where the library is read: the payloads of many items take their time.
Draft draftOf(const QList<Rated>& items, const Given& to, const Error& missing)
{
    Draft draft;
    draft.isAnyKnown = std::ranges::any_of(items, &Rated::isKnown);
    const RateOperation operation;
    for (const Rated& item : items) {
        if (item.isKnown && item.before.rating == to.rating) {
            continue;
        }
        const QJsonObject payload = RateOperation::payload(item.subject, item.before, to);
        draft.change.parts.append({ operation.target(payload), payload,
            item.isKnown ? std::nullopt : std::optional(missing) });
        if (item.isKnown) {
            draft.titles.append(item.subject.title);
        } else {
            draft.unknown.append(item.subject.key.value);
        }
    }
    return draft;
}

} // namespace

QString ratingText(const types::OptionalRating& rating)
{
    if (!rating) {
        return QCoreApplication::translate("rating", "No rating");
    }
    const int halves = rating->halfStars();
    if (halves % 2 == 0) {
        const int stars = halves / 2;
        return QCoreApplication::translate("rating", "%Ln star(s)", nullptr, stars);
    }
    return halves == 1 ? QCoreApplication::translate("rating", "½ star")
                       : QCoreApplication::translate("rating", "%L1½ stars").arg(halves / 2);
}

Ratings::Ratings(
    change::Changes& changes, library::Library& library, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_changes(changes)
    , m_library(library)
    , m_clock(clock)
{
}

QString Ratings::label(const QStringList& titles, const types::OptionalRating& to) const
{
    if (titles.size() == 1) {
        return to ? tr("Rate “%1” %2").arg(titles.first(), ratingText(to))
                  : tr("Clear the rating of “%1”").arg(titles.first());
    }
    const int count = static_cast<int>(titles.size());
    return to ? tr("Rate %Ln item(s) %1", nullptr, count).arg(ratingText(to))
              : tr("Clear the rating of %Ln item(s)", nullptr, count);
}

util::Future<types::ChangeId> Ratings::rate(const library::CacheKey& from,
    const QList<types::ItemId>& items, const types::OptionalRating& rating)
{
    const auto found = m_library.readFrom(from,
        [items](db::Connection& c, std::stop_token) { return library::ratingKeys(c, items); });
    return async::andThen(found, this, [this, from, rating](const QList<types::RatingKey>& keys) {
        return rateKeys(from, keys, rating);
    });
}

util::Future<types::ChangeId> Ratings::rateKeys(const library::CacheKey& from,
    const QList<types::RatingKey>& keys, const types::OptionalRating& rating)
{
    const Given to { rating, m_clock.epochSeconds() };
    const Error missing { Error::Code::NotFound, tr("This item is not in the library."), {}, 0,
        {} };
    const auto drafted = m_library.readFrom(
        from, [keys, to, missing](db::Connection& c, std::stop_token) -> Result<Draft> {
            const auto found = lookUp(c, keys);
            return found ? draftOf(*found, to, missing) : Result<Draft>(found.error());
        });
    return async::andThen(drafted, this, [this, from, rating](const Draft& draft) {
        if (m_library.key() != from
            || m_changes.owner() != change::Owner { from.server, from.user }) {
            return async::ready<types::ChangeId>(Error::cancelled());
        }
        if (!draft.isAnyKnown) {
            return async::ready<types::ChangeId>(Error {
                Error::Code::NotFound, tr("None of these items is in the library."), {}, 0, {} });
        }
        if (draft.change.parts.isEmpty()) {
            return async::ready<types::ChangeId>(
                Error { Error::Code::Conflict, tr("The rating is already set."), {}, 0, {} });
        }
        change::NewChange change = draft.change;
        change.label = label(draft.titles.isEmpty() ? draft.unknown : draft.titles, rating);
        return m_changes.submit(std::move(change));
    });
}

util::Future<QList<PastRating>> Ratings::history(const types::RatingKey& key, int limit) const
{
    return m_changes.read([key, limit, owner = m_changes.owner()](db::Connection& c,
                              std::stop_token) { return pastRatings(c, owner, key, limit); });
}

} // namespace rating

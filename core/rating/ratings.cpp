// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/ratings.h"

#include "core/rating/rateoperation.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace rating {

namespace {

struct Rated
{
    types::RatingKey key {};
    QString title {};
    types::OptionalRating before {};
};

Result<QList<Rated>> known(db::Connection& connection, const QList<types::RatingKey>& keys)
{
    QList<Rated> list;
    for (const types::RatingKey& key : keys) {
        auto item = connection.prepare("SELECT title, rating FROM item WHERE rating_key = ?");
        item.bind(key);
        if (item.next()) {
            Rated rated { key, item.text(0), std::nullopt };
            if (!item.isNull(1)) {
                rated.before = types::Rating::fromPlex(item.real(1));
            }
            list.append(rated);
        }
        if (auto status = item.status(); !status) {
            return std::move(status).error();
        }
    }
    return list;
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
        return QCoreApplication::translate("rating", "%n star(s)", nullptr, stars);
    }
    return halves == 1 ? QCoreApplication::translate("rating", "½ star")
                       : QCoreApplication::translate("rating", "%1½ stars").arg(halves / 2);
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
    return to ? tr("Rate %n item(s) %1", nullptr, count).arg(ratingText(to))
              : tr("Clear the rating of %n item(s)", nullptr, count);
}

util::Future<types::ChangeId> Ratings::rate(
    const QList<types::ItemId>& items, const types::OptionalRating& rating)
{
    return async::andThen(m_library.ratingKeys(items), this,
        [this, rating](const QList<types::RatingKey>& keys) { return rateKeys(keys, rating); });
}

util::Future<types::ChangeId> Ratings::rateKeys(
    const QList<types::RatingKey>& keys, const types::OptionalRating& rating)
{
    const auto found
        = m_library.read([keys](db::Connection& c, std::stop_token) { return known(c, keys); });
    return async::andThen(found, this, [this, rating](const QList<Rated>& list) {
        if (list.isEmpty()) {
            return async::ready<types::ChangeId>(Error {
                Error::Code::NotFound, tr("None of these items is in the library."), {}, 0, {} });
        }
        change::NewChange change { RateOperation::name(), {}, {}, change::Role::Do, {}, false };
        QStringList titles;
        for (const Rated& item : list) {
            if (item.before == rating) {
                continue;
            }
            const QJsonObject payload = RateOperation::payload(
                item.key, item.title, item.before, rating, m_clock.epochSeconds());
            change.parts.append({ RateOperation().target(payload), payload });
            titles.append(item.title);
        }
        if (change.parts.isEmpty()) {
            return async::ready<types::ChangeId>(
                Error { Error::Code::Conflict, tr("The rating is already set."), {}, 0, {} });
        }
        change.label = label(titles, rating);
        return m_changes.submit(std::move(change));
    });
}

} // namespace rating

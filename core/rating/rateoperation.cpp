// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rateoperation.h"

#include "core/library/itemwriter.h"
#include "core/plex/server.h"

#include <QHash>

using namespace Qt::StringLiterals;
namespace async = util::async;

namespace rating {

namespace {

constexpr int kVersion = 1;
/// Keys in one read-back: the request line stays far below what servers refuse.
constexpr qsizetype kKeysPerRequest = 100;

types::OptionalRating ratingIn(const QJsonValue& value)
{
    if (!value.isDouble()) {
        return std::nullopt;
    }
    return types::Rating::fromPlex(value.toDouble());
}

QJsonValue jsonOf(const types::OptionalRating& rating)
{
    return rating ? QJsonValue(rating->plex()) : QJsonValue();
}

types::RatingKey keyIn(const QJsonObject& payload)
{
    return { payload.value("key"_L1).toString() };
}

/// Servers keep one decimal; anything closer is the same rating.
bool isSame(const types::OptionalRating& a, const types::OptionalRating& b)
{
    if (!a || !b) {
        return !a && !b;
    }
    return qAbs(a->plex() - b->plex()) < 0.05;
}

} // namespace

QString RateOperation::name()
{
    return u"rate"_s;
}

QJsonObject RateOperation::payload(const Subject& subject, const Given& from, const Given& to)
{
    QJsonObject payload { { "v"_L1, kVersion }, { "key"_L1, subject.key.value },
        { "title"_L1, subject.title }, { "from"_L1, jsonOf(from.rating) }, { "fromAt"_L1, from.at },
        { "to"_L1, jsonOf(to.rating) }, { "at"_L1, to.at } };
    const std::initializer_list<std::pair<QLatin1StringView, QString>> texts
        = { { "artist"_L1, subject.artist }, { "album"_L1, subject.album },
              { "guid"_L1, subject.guid }, { "file"_L1, subject.file } };
    for (const auto& [name, text] : texts) {
        if (!text.isEmpty()) {
            payload.insert(name, text);
        }
    }
    return payload;
}

QString RateOperation::target(const QJsonObject& payload) const
{
    return change::kItemTarget + keyIn(payload).value;
}

QJsonObject RateOperation::inverse(const QJsonObject& payload) const
{
    QJsonObject back = payload;
    back.insert("from"_L1, payload.value("to"_L1));
    back.insert("fromAt"_L1, payload.value("at"_L1));
    back.insert("to"_L1, payload.value("from"_L1));
    back.insert("at"_L1, payload.value("fromAt"_L1).toInteger());
    return back;
}

QJsonObject RateOperation::madeFrom(const QJsonObject& first, const QJsonObject& payload) const
{
    QJsonObject asked = payload;
    asked.insert("from"_L1, first.value("from"_L1));
    asked.insert("fromAt"_L1, first.value("fromAt"_L1));
    return asked;
}

util::Result<void> RateOperation::apply(
    db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const
{
    auto done = library::setRating(cache, changes, keyIn(payload), ratingIn(payload.value("to"_L1)),
        payload.value("at"_L1).toInteger());
    // An item that the cache does not know yet is no failure: its page brings it.
    return done ? util::Result<void>() : util::Result<void>(std::move(done).error());
}

util::Future<void> RateOperation::send(
    plex::Server& server, const QJsonObject& payload, const change::Sending& sending) const
{
    return server.rate(keyIn(payload), ratingIn(payload.value("to"_L1)), sending.stop);
}

util::Future<QList<change::Observed>> RateOperation::readBack(
    plex::Server& server, const QList<QJsonObject>& payloads, std::stop_token stop) const
{
    QList<util::Future<QList<types::Item>>> answers;
    for (qsizetype at = 0; at < payloads.size(); at += kKeysPerRequest) {
        QList<types::RatingKey> keys;
        for (const QJsonObject& payload : payloads.mid(at, kKeysPerRequest)) {
            keys.append(keyIn(payload));
        }
        answers.append(server.metadata(keys, stop));
    }
    return async::andThen(
        async::all(answers, &server), &server, [payloads](const QList<QList<types::Item>>& pages) {
            QHash<QString, Given> held;
            for (const auto& page : pages) {
                for (const types::Item& item : page) {
                    held.insert(item.ratingKey.value, { item.userRating, item.lastRatedAt });
                }
            }
            QList<change::Observed> observed;
            for (const QJsonObject& payload : payloads) {
                const auto found = held.constFind(keyIn(payload).value);
                if (found == held.constEnd()) {
                    observed.append({ change::Found::Gone, {} });
                    continue;
                }
                QJsonObject now = payload;
                now.insert("to"_L1, jsonOf(found->rating));
                now.insert("at"_L1, found->at);
                const auto to = ratingIn(payload.value("to"_L1));
                const auto from = ratingIn(payload.value("from"_L1));
                const auto what = isSame(found->rating, to) ? change::Found::After
                    : isSame(found->rating, from)           ? change::Found::Before
                                                            : change::Found::Other;
                // What was asked for is shown already, with the time that it was asked for with.
                observed.append({ what, what == change::Found::After ? QJsonObject() : now });
            }
            return observed;
        });
}

} // namespace rating

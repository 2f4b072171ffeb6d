// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/pastratings.h"

#include "core/change/operation.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace rating {

namespace {

types::OptionalRating ratingIn(const QJsonValue& value)
{
    return value.isDouble() ? types::Rating::fromPlex(value.toDouble()) : types::OptionalRating();
}

} // namespace

util::Result<QList<PastRating>> pastRatings(
    db::Connection& connection, const change::Owner& owner, const types::RatingKey& key, int limit)
{
    const auto steps = change::stepsTo(connection, owner, change::kItemTarget + key.value, limit);
    if (!steps) {
        return steps.error();
    }
    QList<PastRating> ratings;
    for (const change::PastStep& step : *steps) {
        const QJsonObject& payload = step.payload;
        if (payload.contains("to"_L1) && payload.contains("from"_L1)) { // of whatever kind it is
            ratings.append({ step.madeAt, ratingIn(payload.value("from"_L1)),
                ratingIn(payload.value("to"_L1)), step.role, step.state, step.errorMessage });
        }
    }
    return ratings;
}

} // namespace rating

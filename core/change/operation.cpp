// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/operation.h"

namespace change {

bool Operation::isTouchedBy(const db::ChangeSet& changes) const
{
    (void)changes;
    return true;
}

std::function<QJsonObject(const QJsonObject&, const QJsonObject&)> foldOf(
    const std::shared_ptr<const Operation>& operation)
{
    if (!operation->isFolded()) {
        return {};
    }
    return [operation](const QJsonObject& older, const QJsonObject& newer) {
        return operation->madeFrom(older, newer);
    };
}

} // namespace change

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

#include <QTest>

namespace support {

/// Turns the event loop until @p future has finished; Timeout after @p limit.
template <class T>
util::Result<T> await(
    const util::Future<T>& future, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    std::optional<util::Result<T>> result;
    QObject context;
    util::async::deliver(
        future, &context, [&result](util::Result<T> r) { result.emplace(std::move(r)); });
    if (!QTest::qWaitFor(
            [&result] { return result.has_value(); }, static_cast<int>(limit.count()))) {
        return util::Error { util::Error::Code::Timeout, QStringLiteral("await: timed out"), {}, 0,
            {} };
    }
    return *result;
}

} // namespace support

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/async.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <concepts>

namespace support {

/// Turns the event loop until @p future has finished; Timeout after @p limit.
template <class T>
util::Result<T> await(
    const util::Future<T>& future, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    std::optional<util::Result<T>> result;
    QObject context;
    // A loop of its own: QTest's waiting sleeps 10 ms between looks, once for every hop.
    QEventLoop loop;
    util::async::deliver(future, &context, [&result, &loop](util::Result<T> r) {
        result.emplace(std::move(r));
        loop.quit();
    });
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    loop.exec();
    if (!result) {
        return util::Error { util::Error::Code::Timeout, QStringLiteral("await: timed out"), {}, 0,
            {} };
    }
    return *result;
}

/// Turns the event loop until @p holds answers true, which it is asked every millisecond; false
/// after @p limit. For measuring: QTRY_* looks only every 10 ms.
template <std::predicate Holds>
bool awaitThat(const Holds& holds, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    QEventLoop loop;
    bool isSo = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&holds, &loop, &isSo] {
        isSo = holds();
        if (isSo) {
            loop.quit();
        }
    });
    look.start(std::chrono::milliseconds(1));
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    loop.exec();
    return isSo;
}

/// Turns the event loop for @p time, whatever happens meanwhile. Not to wait for something: that is
/// await() or QTRY_*.
inline void turn(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace support

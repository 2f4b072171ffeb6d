// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <QPromise>
#include <QThread>
#include <QThreadPool>
#include <atomic>
#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

/// The one way to wait for something. Only this header and tests touch QFuture's own members: in
/// Qt 6.4 `.then(context)` asserts when the context has died, a second `.then` replaces the first,
/// and a dropped QPromise leaves a finished future without a value.
namespace util {

namespace async::detail {
struct Access;
} // namespace async::detail

/// A Result<T> that arrives later. Copies share the same result; T is copyable.
///
/// Dropping one is a warning: deliver it, chain it, or hand it on.
template <class T>
class [[nodiscard]] Future
{
public:
    using value_type = T;

    /// Whether the result is there. Thread: any.
    [[nodiscard]] bool isFinished() const { return m_future.isFinished(); }

private:
    friend struct async::detail::Access;
    explicit Future(QFuture<Result<T>> future)
        : m_future(std::move(future))
    {
    }
    QFuture<Result<T>> m_future;
};

/// The writing end of a Future: finishes exactly once, with Cancelled if nobody else did.
///
/// Thread: any, one at a time. Copyable so that it fits in std::function; copies share the state.
template <class T>
class Promise
{
public:
    Promise()
        : m_state(std::make_shared<State>())
    {
        m_state->promise.start();
    }

    Future<T> future() const;

    /// Sets the result; later calls are ignored.
    void finish(Result<T> result) const { m_state->finish(std::move(result)); }

    /// Reports progress, thinned by Qt to what an event loop can take (25 a second at most).
    void progress(int done, int total, const QString& text = {}) const
    {
        m_state->promise.setProgressRange(0, total);
        m_state->promise.setProgressValueAndText(done, text);
    }

private:
    struct State
    {
        QPromise<Result<T>> promise;
        std::atomic_flag finished = ATOMIC_FLAG_INIT;

        void finish(Result<T> result)
        {
            if (!finished.test_and_set()) {
                promise.addResult(std::move(result));
                promise.finish();
            }
        }
        ~State() { finish(Result<T>(Error::cancelled())); }
    };
    std::shared_ptr<State> m_state; // shared by the copies of one promise, see the class comment
};

namespace async {

namespace detail {
struct Access
{
    template <class T>
    static Future<T> wrap(QFuture<Result<T>> future)
    {
        return Future<T>(std::move(future));
    }
    template <class T>
    static const QFuture<Result<T>>& raw(const Future<T>& future)
    {
        return future.m_future;
    }
};

/// What a continuation's return type makes of the chained future.
template <class R>
struct Chained
{
    using type = R;
};
template <class U>
struct Chained<Future<U>>
{
    using type = U;
};
template <class U>
struct Chained<Result<U>>
{
    using type = U;
};

template <class F, class T>
struct Returned
{
    using type = std::invoke_result_t<F, T>;
};
template <class F>
struct Returned<F, void>
{
    using type = std::invoke_result_t<F>;
};
} // namespace detail

/// Calls fn(Result<T>) once in @p context's thread; never if the context dies first.
///
/// Call from the context's thread. fn never runs inside this call, also when the result is
/// there already. Cost: about 5 µs; per page or request, never per row.
template <class T, class F>
void deliver(const Future<T>& future, QObject* context, F fn)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
            watcher->deleteLater();
            fn(watcher->future().result());
        });
    watcher->setFuture(detail::Access::raw(future));
}

/// As deliver(), and the result is moved to fn: for what is large, and nobody else waits for.
///
/// Every other copy of @p future has no result any more.
template <class T, class F>
void handOver(Future<T>&& future, QObject* context, F fn)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
            watcher->deleteLater();
            fn(watcher->future().takeResult());
        });
    watcher->setFuture(detail::Access::raw(future));
}

/// Calls fn(done, total, text) in @p context's thread while the work runs.
template <class T, class F>
void watchProgress(const Future<T>& future, QObject* context, F fn)
{
    Q_ASSERT(context && context->thread() == QThread::currentThread());
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::progressValueChanged, context,
        [watcher, fn = std::move(fn)](
            int value) mutable { fn(value, watcher->progressMaximum(), watcher->progressText()); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(detail::Access::raw(future));
}

/// A future that is finished from the start.
template <class T>
Future<T> ready(Result<T> result)
{
    Promise<T> promise;
    promise.finish(std::move(result));
    return promise.future();
}

/// Runs fn(T) in @p context's thread after success; fn returns a Future, a Result or a value.
///
/// An error passes by fn. When the context dies first the chained future yields Cancelled.
/// Call from the context's thread.
template <class T, class F>
auto andThen(const Future<T>& future, QObject* context, F fn)
{
    using R = typename detail::Returned<F, T>::type;
    using U = typename detail::Chained<R>::type;
    Promise<U> promise;
    deliver(future, context, [promise, context, fn = std::move(fn)](Result<T> result) mutable {
        (void)context; // only a future that fn returns needs it
        if (!result) {
            promise.finish(std::move(result).error());
            return;
        }
        auto call = [&] {
            if constexpr (std::is_void_v<T>) {
                return fn();
            } else {
                return fn(std::move(result).value());
            }
        };
        if constexpr (std::is_same_v<R, Future<U>>) {
            deliver(
                call(), context, [promise](Result<U> inner) { promise.finish(std::move(inner)); });
        } else if constexpr (std::is_void_v<R>) {
            call();
            promise.finish(Result<void>());
        } else {
            promise.finish(call());
        }
    });
    return promise.future();
}

/// Runs fn() → Result<T> on @p pool. The pool must outlive its work.
template <class F>
auto run(QThreadPool& pool, F fn) -> Future<typename std::invoke_result_t<F>::value_type>
{
    using T = typename std::invoke_result_t<F>::value_type;
    Promise<T> promise;
    auto shared = std::make_shared<F>(std::move(fn)); // std::function wants a copyable functor
    pool.start([promise, shared] { promise.finish((*shared)()); });
    return promise.future();
}

/// All values in the order of @p futures, or the first error after all have finished.
template <class T>
Future<QList<T>> all(const QList<Future<T>>& futures, QObject* context)
{
    if (futures.isEmpty()) {
        return ready<QList<T>>(QList<T>());
    }
    struct Gathered
    {
        std::vector<std::optional<Result<T>>> results;
        qsizetype missing = 0;
    };
    auto gathered = std::make_shared<Gathered>(); // shared by the deliveries of this call
    gathered->results.resize(static_cast<size_t>(futures.size()));
    gathered->missing = futures.size();
    Promise<QList<T>> promise;
    for (qsizetype i = 0; i < futures.size(); ++i) {
        deliver(futures.at(i), context, [gathered, promise, i](Result<T> result) {
            gathered->results[static_cast<size_t>(i)] = std::move(result);
            if (--gathered->missing > 0) {
                return;
            }
            QList<T> values;
            for (auto& entry : gathered->results) {
                if (!*entry) {
                    promise.finish(entry->error());
                    return;
                }
                values.append(std::move(*entry).value());
            }
            promise.finish(std::move(values));
        });
    }
    return promise.future();
}

/// "Newest wins": begin() stops the request before, and drops what it still delivers.
///
/// Thread: one. Typical: a member of the widget that types or switches.
class Latest
{
public:
    ~Latest() { m_stop.request_stop(); }

    /// Starts a new generation and returns the token for its work.
    std::stop_token begin()
    {
        m_stop.request_stop();
        m_stop = std::stop_source();
        ++*m_generation;
        return m_stop.get_token();
    }

    /// As async::deliver, unless begin() was called since.
    template <class T, class F>
    void deliver(const Future<T>& future, QObject* context, F fn)
    {
        async::deliver(future, context,
            [generation = m_generation, mine = *m_generation, fn = std::move(fn)](
                Result<T> result) mutable {
                if (*generation == mine) {
                    fn(std::move(result));
                }
            });
    }

private:
    std::stop_source m_stop;
    // Shared with the deliveries under way, which may outlive this object.
    std::shared_ptr<quint64> m_generation = std::make_shared<quint64>(0);
};

} // namespace async

template <class T>
Future<T> Promise<T>::future() const
{
    return async::detail::Access::wrap<T>(m_state->promise.future());
}

} // namespace util

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

/// What every module stands on: results, futures, ids, secrets, time, text folding.
/// Not for: anything that knows music, a server, a file format or a window.
/// Invariant: includes nothing of the project outside core/util.
namespace util {

/// Why something that can be expected to fail did fail.
struct Error
{
    /// What callers branch on. A new code needs a use that branches on it.
    enum class Code
    {
        Cancelled,
        Offline,
        Timeout,
        Tls,
        Unauthorised,
        Forbidden,
        NotFound,
        Conflict,
        RateLimited,
        Server,
        Protocol,
        Database,
        Storage,
        InvalidInput,
        Unsupported,
        Internal
    };
    Code code = Code::Internal;
    QString message {}; ///< One translated sentence for people. No URL, no token, no server text.
    QString detail {}; ///< Untranslated, already redacted; for the log and "Copy details".
    int httpStatus = 0; ///< 0 unless an HTTP reply caused it
    std::optional<std::chrono::seconds> retryAfter {}; ///< what the server asked for, if it did

    bool operator==(const Error&) const = default;

    /// The result of something that was stopped on purpose; never shown as an error.
    [[nodiscard]] static Error cancelled() { return Error { Code::Cancelled, {}, {}, 0, {} }; }
};

/// The code's name as written in logs and in the command line's JSON, for example "not_found".
[[nodiscard]] QString codeName(Error::Code code);

/// A T or an Error; the member names are those of std::expected, so that it can become an alias.
///
/// Reading the wrong side is a programming error and asserts.
template <class T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }
    template <class U>
    requires(
        std::is_convertible_v<U,
            T> && !std::is_same_v<std::remove_cvref_t<U>, T> && !std::is_same_v<std::remove_cvref_t<U>, Error> && !std::is_same_v<std::remove_cvref_t<U>, Result>)
        Result(U&& value)
        : m_state(std::in_place_index<0>, std::forward<U>(value))
    {
    }

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] T& value() &
    {
        Q_ASSERT(has_value());
        return std::get<0>(m_state);
    }
    [[nodiscard]] const T& value() const&
    {
        Q_ASSERT(has_value());
        return std::get<0>(m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        Q_ASSERT(has_value());
        return std::get<0>(std::move(m_state));
    }
    [[nodiscard]] const Error& error() const&
    {
        Q_ASSERT(!has_value());
        return std::get<1>(m_state);
    }
    [[nodiscard]] Error&& error() &&
    {
        Q_ASSERT(!has_value());
        return std::get<1>(std::move(m_state));
    }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }

    template <class U>
    [[nodiscard]] T value_or(U&& fallback) const&
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }
    [[nodiscard]] bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    void value() const { Q_ASSERT(has_value()); }
    [[nodiscard]] const Error& error() const&
    {
        Q_ASSERT(!has_value());
        return *m_error;
    }
    [[nodiscard]] Error&& error() &&
    {
        Q_ASSERT(!has_value());
        return *std::move(m_error);
    }

private:
    std::optional<Error> m_error;
};

} // namespace util

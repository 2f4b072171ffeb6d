// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"
#include "core/util/result.h"

#include <QJsonValue>
#include <QVariant>
#include <functional>

namespace settings {

/// One setting that may leave this computer, without its type: what may not, as servers, accounts
/// and anything secret, is never made one of these.
struct Portable
{
    QString key {};
    std::function<QJsonValue(const Settings&)> read {};
    /// Whether a file's value can be this setting's.
    std::function<bool(const QJsonValue&)> fits {};
    /// Only with a value that fits.
    std::function<void(Settings&, const QJsonValue&)> write {};
    std::function<void(Settings&)> reset {};
    /// What read() would give where nobody has chosen anything.
    QJsonValue fallback {};
};

/// What a file, or a reset, would make of one setting.
struct Difference
{
    QString key {};
    QVariant from {}; ///< as it is: text (an enum's name), number, truth, or texts
    QVariant to {}; ///< as it would be
    bool operator==(const Difference&) const = default;
};

/// What a file of settings says.
struct Import
{
    QList<Difference> differences {}; ///< in the order of the settings
    int unknown = 0; ///< names in the file that are no setting here
};

namespace detail {

QJsonValue nameIn(const QStringList& names, int number);
std::optional<int> numberIn(const QStringList& names, const QJsonValue& value);
std::optional<int> wholeNumber(const QJsonValue& value);
std::optional<QStringList> texts(const QJsonValue& value);

template <Storable T>
QJsonValue toJson(const T& value, const QStringList& names)
{
    if constexpr (std::is_enum_v<T>) {
        return nameIn(names, int(value));
    } else if constexpr (std::same_as<T, std::chrono::milliseconds>) {
        return QJsonValue(qint64(value.count()));
    } else if constexpr (std::same_as<T, QStringList>) {
        return QJsonValue::fromVariant(value);
    } else {
        return QJsonValue(value);
    }
}

template <Storable T>
std::optional<T> fromJson(const QJsonValue& value, const QStringList& names)
{
    if constexpr (std::is_enum_v<T>) {
        const std::optional<int> number = numberIn(names, value);
        return number ? std::optional(static_cast<T>(*number)) : std::nullopt;
    } else if constexpr (std::same_as<T, bool>) {
        return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
    } else if constexpr (std::same_as<T, QString>) {
        return value.isString() ? std::optional(value.toString()) : std::nullopt;
    } else if constexpr (std::same_as<T, QStringList>) {
        return texts(value);
    } else if constexpr (std::same_as<T, double>) {
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    } else {
        const std::optional<int> number = wholeNumber(value);
        return number ? std::optional(T(*number)) : std::nullopt;
    }
}

template <Storable T>
bool isInside(const Setting<T>& setting, const T& value)
{
    if constexpr (std::same_as<T,
                      bool> || std::same_as<T, QString> || std::same_as<T, QStringList>) {
        return true;
    } else {
        return !(setting.min && value < *setting.min) && !(setting.max && *setting.max < value);
    }
}

} // namespace detail

/// @param names  of an enum's values in the file, by their number
template <Storable T>
[[nodiscard]] Portable portable(const Setting<T>& setting, const QStringList& names = {})
{
    Portable made;
    made.key = QLatin1String(setting.key);
    made.read = [setting, names](
                    const Settings& from) { return detail::toJson<T>(from.value(setting), names); };
    made.fits = [setting, names](const QJsonValue& value) {
        const std::optional<T> read = detail::fromJson<T>(value, names);
        return read && detail::isInside(setting, *read);
    };
    made.write = [setting, names](Settings& to, const QJsonValue& value) {
        if (const std::optional<T> read = detail::fromJson<T>(value, names)) {
            to.set(setting, *read);
        }
    };
    made.reset = [setting](Settings& in) { in.reset(setting); };
    if constexpr (std::same_as<T, QString>) {
        made.fallback
            = QJsonValue(setting.fallback ? QString::fromUtf16(setting.fallback) : QString());
    } else if constexpr (std::same_as<T, QStringList>) {
        made.fallback = QJsonValue::fromVariant(QStringList());
    } else {
        made.fallback = detail::toJson<T>(setting.fallback, names);
    }
    return made;
}

/// All of @p list as a JSON file that a person can read and change; nothing else of @p from is in
/// it. Thread: that of the settings.
[[nodiscard]] QByteArray exported(const Settings& from, const QList<Portable>& list);

/// Reads a file of exported(). Nothing is changed.
///
/// Errors: InvalidInput (no such file, damaged, a value that cannot be; the message says which),
/// Unsupported (of a later version). Thread: that of the settings. Cost: at most 1 MiB is read.
[[nodiscard]] util::Result<Import> imported(
    const QByteArray& file, const Settings& into, const QList<Portable>& list);

/// exported() into the file at @p path, which is replaced. Errors: Storage.
[[nodiscard]] util::Result<void> exportTo(
    const QString& path, const Settings& from, const QList<Portable>& list);

/// imported() from the file at @p path. Errors also: Storage.
[[nodiscard]] util::Result<Import> importFrom(
    const QString& path, const Settings& into, const QList<Portable>& list);

/// What a reset would change. Thread of this and of what follows: that of the settings.
[[nodiscard]] QList<Difference> resetOf(const Settings& settings, const QList<Portable>& list);

/// What it takes to make @p settings what @p former is.
[[nodiscard]] QList<Difference> differencesTo(
    const Settings& former, const Settings& settings, const QList<Portable>& list);

/// Makes each setting what the difference says; a value that is its fallback is not stored. Who
/// listens to the settings is told of each.
void apply(const QList<Difference>& differences, Settings& settings, const QList<Portable>& list);

} // namespace settings

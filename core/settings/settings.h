// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/inifile.h"

#include <QByteArray>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <chrono>
#include <concepts>
#include <optional>

/// Typed configuration and window state over QSettings.
/// Not for: secrets (account::TokenStore), anything that belongs to a library (the databases).
/// Invariant: value() always returns something inside the setting's range.
namespace settings {

/// What a Setting may hold. An enum is stored as its number, milliseconds as an integer.
template <class T>
concept Storable = std::same_as<T, bool> || std::same_as<T, int> || std::same_as<T,
    double> || std::same_as<T, QString> || std::same_as<T, QStringList> || std::same_as<T,
    std::chrono::milliseconds> || std::is_enum_v<T>;

/// The type that constants hold: QString and QStringList have no constexpr constructor.
template <class T>
struct Literal
{
    using type = T;
};
template <>
struct Literal<QString>
{
    using type = const char16_t*;
};
template <>
struct Literal<QStringList>
{
    using type = std::nullptr_t; ///< the fallback of a list is the empty list
};

/// One value of the configuration: `inline constexpr Setting<int> kVolume{"playback/volume", 80, 0,
/// 100};`
///
/// A text or list has no range; a text's fallback is a u"" literal. An enum's range is its first
/// and last enumerator.
template <Storable T>
struct Setting
{
    const char* key;
    typename Literal<T>::type fallback {};
    std::optional<typename Literal<T>::type> min {};
    std::optional<typename Literal<T>::type> max {};
};

/// The configuration: what a user chose. Handed to who needs it by reference.
///
/// Thread: the thread of its creator only. Writing is cheap; IniFile saves.
class Settings : public QObject
{
    Q_OBJECT
public:
    /// @param iniFile  the file; it is created with the first set()
    explicit Settings(const QString& iniFile, QObject* parent = nullptr);

    /// As IniFile::saveIn.
    void saveIn(QThreadPool& pool) { m_file.saveIn(pool); }

    /// The stored value, or the fallback if there is none or it is not valid, logged once a key.
    template <Storable T>
    [[nodiscard]] T value(const Setting<T>& setting) const
    {
        const QVariant stored = m_file.value(QLatin1String(setting.key));
        if (!stored.isValid()) {
            return fallback(setting);
        }
        const std::optional<T> read = fromVariant<T>(stored);
        if (!read || !inRange(setting, *read)) {
            reportOnce(QLatin1String(setting.key));
            return fallback(setting);
        }
        return *read;
    }

    /// Stores a value, moved into the range if it lies outside; signals only a difference.
    template <Storable T>
    void set(const Setting<T>& setting, const T& value)
    {
        T kept = value; // NOLINT(performance-unnecessary-copy-initialization): without a range
        if constexpr (hasRange<T>) {
            if (setting.min && kept < *setting.min) {
                kept = *setting.min;
            }
            if (setting.max && *setting.max < kept) {
                kept = *setting.max;
            }
        }
        store(QLatin1String(setting.key), toVariant(kept));
    }

    /// Back to the fallback.
    template <Storable T>
    void reset(const Setting<T>& setting)
    {
        remove(QLatin1String(setting.key));
    }

    /// Writes to the file now; false if that failed (a full or read-only disk).
    [[nodiscard]] bool save() { return m_file.save(); }
    /// The path of the file, which may not be there yet.
    [[nodiscard]] QString file() const { return m_file.path(); }

Q_SIGNALS:
    void changed(const QString& key);

private:
    template <class T>
    static constexpr bool hasRange
        = !std::same_as<T, bool> && !std::same_as<T, QString> && !std::same_as<T, QStringList>;

    template <class T>
    static T fallback(const Setting<T>& setting)
    {
        if constexpr (std::same_as<T, QString>) {
            return setting.fallback ? QString::fromUtf16(setting.fallback) : QString();
        } else if constexpr (std::same_as<T, QStringList>) {
            return {};
        } else {
            return setting.fallback;
        }
    }

    template <class T>
    static bool inRange(const Setting<T>& setting, const T& value)
    {
        if constexpr (hasRange<T>) {
            return !(setting.min && value < *setting.min) && !(setting.max && *setting.max < value);
        } else {
            return true;
        }
    }

    template <class T>
    static std::optional<T> fromVariant(const QVariant& stored)
    {
        if constexpr (std::same_as<T, bool>) {
            return toBool(stored);
        } else if constexpr (std::same_as<T, int>) {
            return toInt(stored);
        } else if constexpr (std::same_as<T, double>) {
            return toDouble(stored);
        } else if constexpr (std::same_as<T, QString>) {
            return stored.toString();
        } else if constexpr (std::same_as<T, QStringList>) {
            return stored.toStringList();
        } else if constexpr (std::same_as<T, std::chrono::milliseconds>) {
            const std::optional<qint64> number = toInt64(stored);
            return number ? std::optional(T(*number)) : std::nullopt;
        } else {
            const std::optional<int> number = toInt(stored);
            return number ? std::optional(static_cast<T>(*number)) : std::nullopt;
        }
    }

    template <class T>
    static QVariant toVariant(const T& value)
    {
        if constexpr (std::same_as<T, std::chrono::milliseconds>) {
            return static_cast<qlonglong>(value.count());
        } else if constexpr (std::is_enum_v<T>) {
            return static_cast<int>(value);
        } else {
            return value;
        }
    }

    static std::optional<bool> toBool(const QVariant& stored);
    static std::optional<int> toInt(const QVariant& stored);
    static std::optional<qint64> toInt64(const QVariant& stored);
    static std::optional<double> toDouble(const QVariant& stored);
    void store(const QString& key, const QVariant& value);
    void remove(const QString& key);
    void reportOnce(const QString& key) const;

    IniFile m_file;
    mutable QSet<QString> m_reported;
};

/// Where windows and columns were: kept apart from the configuration, free to be thrown away.
///
/// Thread: the thread of its creator only.
class State
{
public:
    /// @param iniFile  the file; it is created with the first setValue()
    explicit State(const QString& iniFile);

    /// As IniFile::saveIn.
    void saveIn(QThreadPool& pool) { m_file.saveIn(pool); }

    [[nodiscard]] QByteArray value(const QString& key) const;
    void setValue(const QString& key, const QByteArray& value);

private:
    IniFile m_file;
};

} // namespace settings

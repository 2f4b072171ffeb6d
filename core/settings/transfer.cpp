// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/transfer.h"

#include "core/settings/setaside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using util::Error;

namespace settings {

namespace {

constexpr qsizetype kMostBytes = 1024 * 1024; // a hundred times what an export has

struct TransferText
{
    Q_DECLARE_TR_FUNCTIONS(settings::Transfer)
};

Error unusable(Error::Code code, const QString& message, const QString& detail)
{
    return { code, message, detail, 0, {} };
}

Error damaged(const QString& detail)
{
    return unusable(Error::Code::InvalidInput,
        TransferText::tr("This is not a settings file of PlexM8, or it is damaged."), detail);
}

const Portable* find(const QList<Portable>& list, const QString& key)
{
    const auto found = std::ranges::find(list, key, &Portable::key);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

namespace detail {

QJsonValue nameIn(const QStringList& names, int number)
{
    return number >= 0 && number < names.size() ? QJsonValue(names.at(number)) : QJsonValue(number);
}

std::optional<int> numberIn(const QStringList& names, const QJsonValue& value)
{
    const auto number = value.isString() ? names.indexOf(value.toString()) : -1;
    return number >= 0 ? std::optional(int(number)) : std::nullopt;
}

std::optional<int> wholeNumber(const QJsonValue& value)
{
    const double number = value.toDouble();
    const bool isWhole = value.isDouble() && std::floor(number) == number
        && std::abs(number) <= std::numeric_limits<int>::max();
    return isWhole ? std::optional(int(number)) : std::nullopt;
}

std::optional<QStringList> texts(const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    const bool areTexts = value.isArray()
        && std::ranges::all_of(array, [](const auto& each) { return each.isString(); });
    return areTexts ? std::optional(value.toVariant().toStringList()) : std::nullopt;
}

} // namespace detail

QByteArray exported(const Settings& from, const QList<Portable>& list)
{
    QJsonObject values;
    for (const Portable& setting : list) {
        values.insert(setting.key, setting.read(from));
    }
    return QJsonDocument(QJsonObject { { u"program"_s, u"PlexM8"_s }, { u"format"_s, kFormat },
                             { u"settings"_s, values } })
        .toJson(QJsonDocument::Indented);
}

util::Result<Import> imported(
    const QByteArray& file, const Settings& into, const QList<Portable>& list)
{
    if (file.size() > kMostBytes) {
        return damaged(u"too large"_s);
    }
    QJsonParseError fault;
    const QJsonObject root = QJsonDocument::fromJson(file, &fault).object();
    if (root.value("program"_L1).toString() != "PlexM8"_L1) {
        return damaged(u"json fault %1"_s.arg(int(fault.error)));
    }
    const std::optional<int> format = detail::wholeNumber(root.value("format"_L1));
    if (!format || *format < 1 || !root.value("settings"_L1).isObject()) {
        return damaged(u"no format or no settings"_s);
    }
    if (*format > kFormat) {
        return unusable(Error::Code::Unsupported,
            TransferText::tr("This settings file is of a later version of PlexM8."),
            u"format %1"_s.arg(*format));
    }
    const QJsonObject values = root.value("settings"_L1).toObject();
    Import import;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const Portable* setting = find(list, value.key());
        import.unknown += setting ? 0 : 1;
        if (setting && !setting->fits(value.value())) {
            return unusable(Error::Code::InvalidInput,
                TransferText::tr("This settings file has a value that cannot be, for “%1”.")
                    .arg(value.key()),
                value.key());
        }
    }
    for (const Portable& setting : list) {
        const QJsonValue to = values.value(setting.key);
        const QJsonValue from = setting.read(into);
        if (!to.isUndefined() && to != from) {
            import.differences.append({ setting.key, from.toVariant(), to.toVariant() });
        }
    }
    return import;
}

util::Result<void> exportTo(const QString& path, const Settings& from, const QList<Portable>& list)
{
    const QByteArray content = exported(from, list);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()
        || !file.commit()) {
        return unusable(Error::Code::Storage,
            TransferText::tr("The file could not be written: %1")
                .arg(QDir::toNativeSeparators(path)),
            u"code %1"_s.arg(int(file.error())));
    }
    return {};
}

util::Result<Import> importFrom(
    const QString& path, const Settings& into, const QList<Portable>& list)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return unusable(Error::Code::Storage,
            TransferText::tr("The file could not be read: %1").arg(QDir::toNativeSeparators(path)),
            u"code %1"_s.arg(int(file.error())));
    }
    return imported(file.read(kMostBytes + 1), into, list);
}

QList<Difference> resetOf(const Settings& settings, const QList<Portable>& list)
{
    QList<Difference> differences;
    for (const Portable& setting : list) {
        if (const QJsonValue from = setting.read(settings); from != setting.fallback) {
            differences.append({ setting.key, from.toVariant(), setting.fallback.toVariant() });
        }
    }
    return differences;
}

QList<Difference> differencesTo(
    const Settings& former, const Settings& settings, const QList<Portable>& list)
{
    QList<Difference> differences;
    for (const Portable& setting : list) {
        const QJsonValue from = setting.read(settings);
        if (const QJsonValue to = setting.read(former); to != from) {
            differences.append({ setting.key, from.toVariant(), to.toVariant() });
        }
    }
    return differences;
}

void apply(const QList<Difference>& differences, Settings& settings, const QList<Portable>& list)
{
    for (const Difference& difference : differences) {
        const Portable* setting = find(list, difference.key);
        const QJsonValue to = QJsonValue::fromVariant(difference.to);
        if (!setting || !setting->fits(to)) {
            continue;
        }
        if (to == setting->fallback) {
            setting->reset(settings);
        } else {
            setting->write(settings, to);
        }
    }
}

} // namespace settings

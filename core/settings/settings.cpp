// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include "core/settings/log.h"
#include "core/settings/setaside.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace settings {

Q_LOGGING_CATEGORY(lcSettings, "settings", QtInfoMsg)

Settings::Settings(const QString& iniFile, QObject* parent)
    : QObject(parent)
    , m_file(iniFile)
{
}

// An ini file holds text, and QVariant reads any text but "false" and "0" as true.
std::optional<bool> Settings::toBool(const QVariant& stored)
{
    const QString text = stored.toString().toLower();
    if (text == "true"_L1 || text == "1"_L1) {
        return true;
    }
    if (text == "false"_L1 || text == "0"_L1) {
        return false;
    }
    return std::nullopt;
}

std::optional<int> Settings::toInt(const QVariant& stored)
{
    bool ok = false;
    const int number = stored.toString().toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<qint64> Settings::toInt64(const QVariant& stored)
{
    bool ok = false;
    const qint64 number = stored.toString().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<double> Settings::toDouble(const QVariant& stored)
{
    bool ok = false;
    const double number = stored.toString().toDouble(&ok);
    return ok && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

void Settings::store(const QString& key, const QVariant& value)
{
    if (m_file.contains(key) && m_file.value(key).toString() == value.toString()
        && m_file.value(key).toStringList() == value.toStringList()) {
        return;
    }
    m_file.setValue(u"format"_s, kFormat);
    m_file.setValue(key, value);
    m_reported.remove(key);
    Q_EMIT changed(key);
}

void Settings::remove(const QString& key)
{
    if (m_file.contains(key)) {
        m_file.remove(key);
        Q_EMIT changed(key);
    }
}

void Settings::reportOnce(const QString& key) const
{
    if (!m_reported.contains(key)) {
        m_reported.insert(key);
        qCWarning(lcSettings).noquote()
            << u"invalid value replaced by the fallback key=%1"_s.arg(key);
    }
}

State::State(const QString& iniFile)
    : m_file(iniFile)
{
}

QByteArray State::value(const QString& key) const
{
    return m_file.value(key).toByteArray();
}

void State::setValue(const QString& key, const QByteArray& value)
{
    m_file.setValue(key, value);
}

} // namespace settings

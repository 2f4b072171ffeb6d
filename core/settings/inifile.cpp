// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/inifile.h"

#include "core/util/async.h"

#include <QSettings>

namespace settings {

namespace {

QHash<QString, QVariant> allOf(const QSettings& file)
{
    QHash<QString, QVariant> values;
    const QStringList keys = file.allKeys();
    for (const QString& key : keys) {
        values.insert(key, file.value(key));
    }
    return values;
}

/// @p changes and, where they have the same key, the @p newer ones.
QHash<QString, QVariant> merged(
    QHash<QString, QVariant> changes, const QHash<QString, QVariant>& newer)
{
    changes.insert(newer);
    return changes;
}

} // namespace

IniFile::IniFile(const QString& path)
    : m_path(path)
    , m_values(allOf(QSettings(path, QSettings::IniFormat)))
{
}

IniFile::~IniFile()
{
    (void)save();
}

void IniFile::setValue(const QString& key, const QVariant& value)
{
    m_values.insert(key, value);
    change(key, value);
}

void IniFile::remove(const QString& key)
{
    m_values.remove(key);
    change(key, {});
}

void IniFile::change(const QString& key, const QVariant& value)
{
    m_changes.insert(key, value);
    if (!m_isDue && !m_isSaving) {
        saveSoon();
    }
}

void IniFile::saveSoon()
{
    m_isDue = true; // what changes in the same turn is saved together
    QMetaObject::invokeMethod(this, &IniFile::saveNow, Qt::QueuedConnection);
}

void IniFile::saveNow()
{
    m_isDue = false;
    if (m_changes.isEmpty()) {
        return;
    }
    if (!m_pool) {
        (void)save();
        return;
    }
    m_isSaving = true;
    m_saving = std::exchange(m_changes, {});
    const auto work = [path = m_path, changes = m_saving] { return write(path, changes); };
    util::async::deliver(
        util::async::run(*m_pool, work), this, [this](const util::Result<Values>& written) {
            m_isSaving = false;
            takeWritten(written);
            if (written && !m_changes.isEmpty()) {
                saveSoon();
            }
        });
}

void IniFile::takeWritten(const util::Result<Values>& written)
{
    const Values saved = std::exchange(m_saving, {});
    if (written) {
        m_values = merged(*written, m_changes); // another process may have changed some
        m_values.removeIf([](const auto& each) { return !each.value().isValid(); });
    } else {
        m_changes = merged(saved, m_changes);
    }
}

bool IniFile::save()
{
    const Values changes = merged(m_saving, m_changes);
    if (changes.isEmpty()) {
        return true;
    }
    const auto written = write(m_path, changes);
    if (m_isSaving) {
        return bool(written); // what the pool writes is older: the changes are written after it
    }
    m_saving = std::exchange(m_changes, {});
    takeWritten(written);
    return bool(written);
}

util::Result<IniFile::Values> IniFile::write(const QString& path, const Values& changes)
{
    QSettings file(path, QSettings::IniFormat);
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        if (it.value().isValid()) {
            file.setValue(it.key(), it.value());
        } else {
            file.remove(it.key());
        }
    }
    file.sync();
    if (file.status() != QSettings::NoError) {
        return util::Error { util::Error::Code::Storage, {}, path, 0, {} };
    }
    return allOf(file);
}

} // namespace settings

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/result.h"

#include <QHash>
#include <QObject>
#include <QVariant>

class QThreadPool;

namespace settings {

/// The values of one ini file, at hand in memory. QSettings reads and writes the file, but whoever
/// saves with it waits for the disk: 100 ms where something else writes, for a click on a header.
///
/// Thread: the thread of its creator only. Reading and changing are cheap.
class IniFile final : public QObject
{
    Q_OBJECT
public:
    /// Reads @p path, which is created with the first change.
    explicit IniFile(const QString& path);
    /// Saves what is not saved.
    ~IniFile() override;

    /// From now on what changes is saved by @p pool; before, in the next turn of this thread. The
    /// pool has no work left when this goes.
    void saveIn(QThreadPool& pool) { m_pool = &pool; }

    [[nodiscard]] bool contains(const QString& key) const { return m_values.contains(key); }
    [[nodiscard]] QVariant value(const QString& key) const { return m_values.value(key); }
    void setValue(const QString& key, const QVariant& value);
    void remove(const QString& key);

    /// Writes to the file now; false if that failed (a full or read-only disk). What was not
    /// written is kept, and tried again with the next change.
    [[nodiscard]] bool save();
    [[nodiscard]] QString path() const { return m_path; }

private:
    using Values = QHash<QString, QVariant>; ///< of changes: not valid where a key is removed

    [[nodiscard]] static util::Result<Values> write(const QString& path, const Values& changes);
    void change(const QString& key, const QVariant& value);
    void saveSoon();
    void saveNow();
    void takeWritten(const util::Result<Values>& written);

    QString m_path;
    Values m_values;
    Values m_changes; ///< not saved yet
    Values m_saving; ///< by the pool
    QThreadPool* m_pool = nullptr;
    bool m_isDue = false;
    bool m_isSaving = false;
};

} // namespace settings

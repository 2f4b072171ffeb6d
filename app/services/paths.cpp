// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

Paths Paths::standard()
{
    const auto in = [](QStandardPaths::StandardLocation location) {
        return QStandardPaths::writableLocation(location) + u"/plexm8"_s;
    };
    return { in(QStandardPaths::GenericConfigLocation), in(QStandardPaths::GenericDataLocation),
        in(QStandardPaths::GenericCacheLocation) };
}

Paths Paths::below(const QString& folder)
{
    const QString root = QDir(folder).absolutePath();
    return { root + u"/config"_s, root + u"/data"_s, root + u"/cache"_s };
}

bool Paths::make() const
{
    return makeFolder(config) && makeFolder(data) && makeFolder(cache);
}

bool Paths::makeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder) || !QFileInfo(folder).isWritable()) {
        return false;
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return true;
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/ground.h"

#include "core/settings/setaside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using util::Error;

namespace app {

namespace {

struct GroundText
{
    Q_DECLARE_TR_FUNCTIONS(app::Ground)
};

QString settingsTrouble(const QString& iniFile)
{
    using Fault = settings::SetAside::Fault;
    const auto aside = settings::setAsideIfUnusable(iniFile);
    if (!aside) {
        return GroundText::tr("The settings cannot be read, and a change may not be kept: %1")
            .arg(QDir::toNativeSeparators(iniFile));
    }
    if (!*aside) {
        return {};
    }
    const QString name = QFileInfo((*aside)->keptAs).fileName();
    return (*aside)->fault == Fault::Newer
        ? GroundText::tr("The settings are those of a later version of PlexM8. They are kept as "
                         "“%1”, and this version begins with its own.")
              .arg(name)
        : GroundText::tr("The settings were damaged. They are kept as “%1”, and PlexM8 begins with "
                         "new ones.")
              .arg(name);
}

Error unwritable(const QString& folder)
{
    return { Error::Code::Storage,
        GroundText::tr("This folder cannot be written to: %1")
            .arg(QDir::toNativeSeparators(folder)),
        {}, 0, {} };
}

} // namespace

util::Result<Ground> prepareGround(const Paths& wanted, const QString& spare)
{
    Ground ground { wanted, {} };
    struct Folder
    {
        QString& path;
        QString name;
        QString consequence;
    };
    const QString forgotten = GroundText::tr(
        "This folder cannot be written to, so what is done now is forgotten at the end: %1");
    const Folder folders[] = { { ground.paths.data, u"data"_s, forgotten },
        { ground.paths.config, u"config"_s,
            GroundText::tr("This folder cannot be written to, so settings are not kept: %1") },
        { ground.paths.cache, u"cache"_s,
            GroundText::tr("This folder cannot be written to, so the library is read again at each "
                           "start: %1") } };
    for (const Folder& folder : folders) {
        if (Paths::makeFolder(folder.path)) {
            continue;
        }
        const QString instead = spare + u'/' + folder.name;
        if (spare.isEmpty() || !Paths::makeFolder(instead)) {
            return unwritable(folder.path);
        }
        ground.troubles.append(folder.consequence.arg(QDir::toNativeSeparators(folder.path)));
        folder.path = instead;
    }
    const QString trouble = settingsTrouble(ground.paths.config + u"/settings.ini"_s);
    if (!trouble.isEmpty()) {
        ground.troubles.append(trouble);
    }
    return ground;
}

} // namespace app

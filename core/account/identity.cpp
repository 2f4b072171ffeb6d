// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/identity.h"

#include "core/account/settings.h"
#include "core/util/version.h"

#include <QLocale>
#include <QSysInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace account {

plex::ClientIdentity identityOf(settings::Settings& settings)
{
    QString identifier = settings.value(kClientIdentifier);
    if (identifier.isEmpty()) {
        identifier = QUuid::createUuid().toString(QUuid::WithoutBraces);
        settings.set(kClientIdentifier, identifier);
    }
    return { .clientIdentifier = identifier,
        .product = u"PlexM8"_s,
        .version = QString(util::kVersion),
        .platform = QSysInfo::productType(),
        .platformVersion = QSysInfo::productVersion(),
        .deviceName = QSysInfo::machineHostName(),
        .language = QLocale().bcp47Name() };
}

} // namespace account

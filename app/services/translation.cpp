// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace app {

void installTranslation(QCoreApplication& application)
{
    auto* translator = new QTranslator(&application);
    if (translator->load(QLocale(), u"plexm8"_s, u"_"_s, u":/i18n"_s)
        || translator->load(u":/i18n/plexm8_en.qm"_s)) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace app

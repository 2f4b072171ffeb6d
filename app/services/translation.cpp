// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/translation.h"

#include "app/services/pseudotranslator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto kMark = "plexm8Translator"_L1;

/// Takes away what an earlier call installed.
void removeTranslators(QCoreApplication& application)
{
    const auto all = application.findChildren<QTranslator*>(kMark, Qt::FindDirectChildrenOnly);
    for (QTranslator* translator : all) {
        QCoreApplication::removeTranslator(translator);
        translator->deleteLater();
    }
}

void install(QCoreApplication& application, std::unique_ptr<QTranslator> translator)
{
    translator->setObjectName(kMark);
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

/// Speaks @p language as it is written in the system's country; with the system's own language, or
/// one that there is not, everything stays as the system says.
QLocale localeOf(const QString& language)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(language);
    const bool isOther = !language.isEmpty() && wanted.language() != QLocale::C
        && wanted.language() != system.language();
    if (isOther) {
        return { wanted.language(), system.territory() };
    }
    // A system without a language, as cron has it, wants digits and nothing between them.
    return system.language() == QLocale::C ? QLocale::c() : system;
}

} // namespace

void installTranslation(QCoreApplication& application, const QString& language)
{
    removeTranslators(application);
    if (language == kPseudoLanguage) {
        install(application, std::make_unique<PseudoTranslator>());
        return;
    }
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale); // also after another language
    // Qt's own first: the translator installed last is asked first.
    auto ofQt = std::make_unique<QTranslator>();
    if (ofQt->load(
            locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        install(application, std::move(ofQt));
    }
    auto ours = std::make_unique<QTranslator>();
    if (ours->load(locale, u"plexm8"_s, u"_"_s, u":/i18n"_s)
        || ours->load(u":/i18n/plexm8_en.qm"_s)) {
        install(application, std::move(ours));
    }
}

} // namespace app

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/cards.h"

#include "core/playback/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/format.h"
#include "ui/common/sectioncard.h"
#include "ui/settings/choices.h"

#include <QBoxLayout>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui::cards {

namespace {

struct CardText
{
    Q_DECLARE_TR_FUNCTIONS(ui::SettingsCards)
};

QComboBox* box(const QString& name)
{
    auto* made = new QComboBox;
    made->setObjectName(name);
    return made;
}

QComboBox* themes()
{
    auto* themes = box(u"settingsTheme"_s);
    themes->addItem(CardText::tr("As the system"), int(ThemeChoice::System));
    themes->addItem(CardText::tr("Light"), int(ThemeChoice::Light));
    themes->addItem(CardText::tr("Dark"), int(ThemeChoice::Dark));
    themes->addItem(CardText::tr("High contrast"), int(ThemeChoice::HighContrast));
    return themes;
}

} // namespace

QWidget* makeAppearance(settings::Settings& settings)
{
    auto* theme = themes();
    auto* density = box(u"settingsDensity"_s);
    density->addItem(CardText::tr("Comfortable"), int(Density::Comfortable));
    density->addItem(CardText::tr("Compact"), int(Density::Compact));
    auto* text = box(u"settingsText"_s);
    for (const int percent : { 100, 110, 125, 150, 175, 200 }) {
        text->addItem(CardText::tr("%1%").arg(format::count(percent)), percent);
    }
    auto* motion = box(u"settingsMotion"_s);
    motion->addItem(CardText::tr("As the system"), int(Motion::System));
    motion->addItem(CardText::tr("On"), int(Motion::On));
    motion->addItem(CardText::tr("Off"), int(Motion::Off));
    auto* language = box(u"settingsLanguage"_s);
    language->addItem(CardText::tr("As the system"), QString());
    // A language calls itself by its own name.
    language->addItem(u"Deutsch"_s, u"de"_s);
    language->addItem(u"English"_s, u"en"_s);
    choices::bind(theme, settings, appearance::kTheme);
    choices::bind(density, settings, appearance::kDensity);
    choices::bind(text, settings, appearance::kTextPercent);
    choices::bind(motion, settings, appearance::kMotion);
    choices::bind(language, settings, appearance::kLanguage);
    auto* card = new SectionCard(CardText::tr("Appearance"),
        CardText::tr("Applies at once; another language at the next start."));
    card->add(choices::line(CardText::tr("Theme"), theme));
    card->add(choices::line(CardText::tr("Rows"), density));
    card->add(choices::line(CardText::tr("Text size"), text));
    card->add(choices::line(CardText::tr("Motion"), motion));
    card->add(choices::line(CardText::tr("Language"), language));
    return card;
}

QWidget* makePlayback(settings::Settings& settings)
{
    using playback::GainMode;
    auto* loudness = box(u"settingsLoudness"_s);
    loudness->addItem(CardText::tr("As it was recorded"), int(GainMode::Off));
    loudness->addItem(CardText::tr("The same for each track"), int(GainMode::Track));
    loudness->addItem(CardText::tr("The same for each album"), int(GainMode::Album));
    auto* fade = box(u"settingsFade"_s);
    fade->addItem(CardText::tr("None"), 0);
    fade->addItem(CardText::tr("Not heard, but without a click"), 8);
    fade->addItem(CardText::tr("Short"), 200);
    fade->addItem(CardText::tr("Long"), 800);
    choices::bind(loudness, settings, playback::kGain);
    choices::bind(fade, settings, playback::kFadeMilliseconds);
    auto* card = new SectionCard(CardText::tr("Playback"),
        CardText::tr("Tracks follow each other without a gap. Music is heard from the sound device "
                     "that the system has chosen."));
    card->add(choices::line(CardText::tr("Loudness"), loudness));
    card->add(choices::hint(CardText::tr("Begins with the next track, where the server has "
                                         "analysed it. As it was recorded leaves each sample as it "
                                         "is.")));
    card->add(choices::line(CardText::tr("Fade on pause, stop and seek"), fade));
    return card;
}

} // namespace ui::cards

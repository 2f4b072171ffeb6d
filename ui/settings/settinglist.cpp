// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settinglist.h"

#include "core/library/settings.h"
#include "core/playback/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/behaviour.h"
#include "ui/common/diagnostics.h"
#include "ui/common/format.h"
#include "ui/common/keymap.h"
#include "ui/common/lists.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using settings::portable;

namespace ui {

namespace {

struct SettingText
{
    Q_DECLARE_TR_FUNCTIONS(ui::SettingList)
};

QList<ListedSetting> looks()
{
    return {
        { portable(appearance::kTheme, { u"system"_s, u"light"_s, u"dark"_s, u"high-contrast"_s }),
            SettingText::tr("Theme"),
            { { u"system"_s, SettingText::tr("As the system") },
                { u"light"_s, SettingText::tr("Light") }, { u"dark"_s, SettingText::tr("Dark") },
                { u"high-contrast"_s, SettingText::tr("High contrast") } } },
        { portable(appearance::kDensity, { u"comfortable"_s, u"compact"_s }),
            SettingText::tr("Rows"),
            { { u"comfortable"_s, SettingText::tr("Comfortable") },
                { u"compact"_s, SettingText::tr("Compact") } } },
        { portable(appearance::kTextPercent), SettingText::tr("Text size in per cent"), {} },
        { portable(appearance::kMotion, { u"system"_s, u"on"_s, u"off"_s }),
            SettingText::tr("Motion"),
            { { u"system"_s, SettingText::tr("As the system") }, { u"on"_s, SettingText::tr("On") },
                { u"off"_s, SettingText::tr("Off") } } },
        { portable(appearance::kLanguage), SettingText::tr("Language"),
            { { u""_s, SettingText::tr("As the system") }, { u"de"_s, u"Deutsch"_s },
                { u"en"_s, u"English"_s } } },
    };
}

QList<ListedSetting> others()
{
    return {
        { portable(behaviour::kOnClose, { u"ask"_s, u"quit"_s, u"keep-in-tray"_s }),
            SettingText::tr("When the window is closed"),
            { { u"ask"_s, SettingText::tr("Ask the first time") },
                { u"quit"_s, SettingText::tr("Quit") },
                { u"keep-in-tray"_s, SettingText::tr("Keep PlexM8 in the tray") } } },
        { portable(behaviour::kTellsRatings),
            SettingText::tr("A notification of what was rated outside of the window"), {} },
        { portable(behaviour::kTellsTracks), SettingText::tr("A notification when a track begins"),
            {} },
        { portable(behaviour::kAsksAtEnd),
            SettingText::tr("A small window to rate a track before it ends"), {} },
        { portable(library::kSyncMinutes),
            SettingText::tr("Ask the server what is new, every so many minutes"), {} },
        { portable(lists::kLockRatings), SettingText::tr("Ratings are locked"), {} },
        { portable(playback::kGain, { u"off"_s, u"track"_s, u"album"_s }),
            SettingText::tr("Loudness"),
            { { u"off"_s, SettingText::tr("As it was recorded") },
                { u"track"_s, SettingText::tr("The same for each track") },
                { u"album"_s, SettingText::tr("The same for each album") } } },
        { portable(playback::kFadeMilliseconds), SettingText::tr("Fade in milliseconds"), {} },
        { portable(kOwnKeys), SettingText::tr("Keys"), {} },
        { portable(diagnostics::kLogLevel, { u"warnings"_s, u"normal"_s, u"detailed"_s }),
            SettingText::tr("Log"),
            { { u"warnings"_s, SettingText::tr("Warnings only") },
                { u"normal"_s, SettingText::tr("Normal") },
                { u"detailed"_s, SettingText::tr("Detailed") } } },
    };
}

QString valueText(const QVariant& value, const QMap<QString, QString>& names)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? SettingText::tr("On") : SettingText::tr("Off");
    case QMetaType::QVariantList:
    case QMetaType::QStringList:
        return SettingText::tr("%Ln own choice(s)", nullptr, int(value.toList().size()));
    case QMetaType::QString:
        return names.value(value.toString(), value.toString());
    default:
        return format::count(value.toLongLong());
    }
}

} // namespace

QList<ListedSetting> listedSettings()
{
    return looks() + others();
}

QList<settings::Portable> portableSettings()
{
    QList<settings::Portable> result;
    const QList<ListedSetting> listed = listedSettings();
    result.reserve(listed.size());
    for (const ListedSetting& setting : listed) {
        result.append(setting.portable);
    }
    return result;
}

QString textOf(const settings::Difference& difference, const QList<ListedSetting>& listed)
{
    const auto setting = std::ranges::find_if(listed,
        [&difference](const ListedSetting& each) { return each.portable.key == difference.key; });
    const bool isListed = setting != listed.end();
    const QMap<QString, QString> names = isListed ? setting->values : QMap<QString, QString>();
    return SettingText::tr("%1: %2 → %3", "setting, its value, the new value")
        .arg(isListed ? setting->title : difference.key, valueText(difference.from, names),
            valueText(difference.to, names));
}

} // namespace ui

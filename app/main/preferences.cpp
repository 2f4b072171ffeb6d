// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/preferences.h"

#include "app/services/messages.h"
#include "core/library/settings.h"
#include "core/playback/settings.h"
#include "ui/common/diagnostics.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

/// What QLoggingCategory makes of the choice.
QString logRules(ui::diagnostics::LogLevel level)
{
    using ui::diagnostics::LogLevel;
    return level == LogLevel::Warnings ? u"*.info=false"_s
        : level == LogLevel::Detailed  ? u"*.debug=true\nqt.*.debug=false"_s
                                       : QString();
}

} // namespace

Preferences::Preferences(settings::Settings& settings, playback::Player& player, ui::Theme& theme,
    std::chrono::milliseconds minute, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_player(player)
    , m_theme(theme)
    , m_minute(minute)
{
    connect(&m_settings, &settings::Settings::changed, this, &Preferences::apply);
    connect(&m_look, &DesktopLook::changed, this, &Preferences::applyLook);
    connect(&m_sync, &QTimer::timeout, this, &Preferences::syncDue);
    m_sync.setTimerType(Qt::VeryCoarseTimer);
    applyPlayback();
    applySyncing();
    applyLog();
    applyLook();
}

void Preferences::apply(const QString& key)
{
    if (key.startsWith("playback/"_L1)) {
        applyPlayback();
    } else if (key == QLatin1StringView(library::kSyncMinutes.key)) {
        applySyncing();
    } else if (key == QLatin1StringView(ui::diagnostics::kLogLevel.key)) {
        applyLog();
    }
}

void Preferences::applyPlayback()
{
    m_player.setGainMode(m_settings.value(playback::kGain));
    m_player.setFade(std::chrono::milliseconds(m_settings.value(playback::kFadeMilliseconds)));
}

void Preferences::applySyncing()
{
    const int minutes = m_settings.value(library::kSyncMinutes);
    if (minutes > 0) {
        m_sync.start(m_minute * minutes);
    } else {
        m_sync.stop();
    }
}

void Preferences::applyLog()
{
    setLogRules(logRules(m_settings.value(ui::diagnostics::kLogLevel)));
}

void Preferences::applyLook()
{
    m_theme.setSystemLook({ m_look.wantsContrast(), m_look.wantsMotion() });
}

} // namespace app

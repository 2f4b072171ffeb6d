// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/preferences.h"
#include "core/library/settings.h"
#include "core/playback/bytesource.h"
#include "core/playback/nullbackend.h"
#include "core/playback/settings.h"
#include "core/settings/log.h"
#include "tests/support/stallguard.h"
#include "ui/common/diagnostics.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playback::GainMode;
using ui::diagnostics::LogLevel;

/// What is chosen in Settings is done, at the start and at once.
class TestApplied : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<settings::Settings> m_settings;
    playback::NullBackend m_backend { playback::NullBackend::Pace::RealTime };
    std::unique_ptr<playback::Player> m_player;
    std::unique_ptr<ui::Theme> m_theme;

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<settings::Settings>(
            m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s));
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_player = std::make_unique<playback::Player>(m_backend, [](const playback::QueueEntry&) {
            return util::Result<std::unique_ptr<playback::ByteSource>>(util::Error::cancelled());
        });
    }

    void loudness()
    {
        m_settings->set(playback::kGain, GainMode::Album);
        const app::Preferences preferences(*m_settings, *m_player, *m_theme);
        QCOMPARE(m_player->gainMode(), GainMode::Album);
        m_settings->set(playback::kGain, GainMode::Track);
        QCOMPARE(m_player->gainMode(), GainMode::Track);
        m_settings->reset(playback::kGain);
        QCOMPARE(m_player->gainMode(), GainMode::Off);
    }

    void theServerIsAskedAsOftenAsChosen()
    {
        const app::Preferences preferences(*m_settings, *m_player, *m_theme, 2ms);
        QSignalSpy due(&preferences, &app::Preferences::syncDue);
        QVERIFY(!due.wait(100));
        m_settings->set(library::kSyncMinutes, 5);
        QTRY_VERIFY(due.size() >= 2);
        m_settings->set(library::kSyncMinutes, 0);
        QVERIFY(!due.wait(100));
    }

    void theLog()
    {
        const app::Preferences preferences(*m_settings, *m_player, *m_theme);
        QVERIFY(settings::lcSettings().isInfoEnabled());
        QVERIFY(!settings::lcSettings().isDebugEnabled());
        m_settings->set(ui::diagnostics::kLogLevel, LogLevel::Warnings);
        QVERIFY(!settings::lcSettings().isInfoEnabled());
        m_settings->set(ui::diagnostics::kLogLevel, LogLevel::Detailed);
        QVERIFY(settings::lcSettings().isDebugEnabled());
    }
};

PLEXM8_GUI_TEST_MAIN(TestApplied)
#include "tst_applied.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum class Theme
{
    System,
    Light,
    Dark
};

constexpr settings::Setting<int> kVolume { "playback/volume", 80, 0, 100 };
constexpr settings::Setting<bool> kGapless { "playback/gapless", true };
constexpr settings::Setting<double> kPreamp { "playback/preamp", 0.0, -12.0, 12.0 };
constexpr settings::Setting<QString> kDevice { "playback/device", u"default" };
constexpr settings::Setting<QStringList> kRecent { "recent" };
constexpr settings::Setting<Theme> kTheme { "ui/theme", Theme::System, Theme::System, Theme::Dark };
constexpr settings::Setting<std::chrono::milliseconds> kFade { "playback/fade", 0ms, 0ms,
    12'000ms };

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_path = m_dir->filePath(u"settings.ini"_s);
    }

    void anEmptyFileGivesFallbacks()
    {
        const settings::Settings s(m_path);
        QCOMPARE(s.value(kVolume), 80);
        QCOMPARE(s.value(kGapless), true);
        QCOMPARE(s.value(kPreamp), 0.0);
        QCOMPARE(s.value(kDevice), u"default"_s);
        QCOMPARE(s.value(kRecent), QStringList());
        QCOMPARE(s.value(kTheme), Theme::System);
        QCOMPARE(s.value(kFade), 0ms);
        QVERIFY(!QFile::exists(m_path));
    }

    void everyTypeSurvivesARestart()
    {
        const QStringList recent { u"a, b"_s, u"Łódź \"x\""_s, u"=;%"_s };
        {
            settings::Settings s(m_path);
            s.set(kVolume, 55);
            s.set(kGapless, false);
            s.set(kPreamp, -3.5);
            s.set(kDevice, u"hw:0,\n§"_s);
            s.set(kRecent, recent);
            s.set(kTheme, Theme::Dark);
            s.set(kFade, 1500ms);
            QVERIFY(s.save());
        }
        const settings::Settings s(m_path);
        QCOMPARE(s.value(kVolume), 55);
        QCOMPARE(s.value(kGapless), false);
        QCOMPARE(s.value(kPreamp), -3.5);
        QCOMPARE(s.value(kDevice), u"hw:0,\n§"_s);
        QCOMPARE(s.value(kRecent), recent);
        QCOMPARE(s.value(kTheme), Theme::Dark);
        QCOMPARE(s.value(kFade), 1500ms);
    }

    void badValuesFallBackAndAreLoggedOnce_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("above") << "101"_ba;
        QTest::newRow("below") << "-1"_ba;
        QTest::newRow("text") << "loud"_ba;
        QTest::newRow("too long") << "99999999999999999999"_ba;
        QTest::newRow("empty") << ""_ba;
    }

    void badValuesFallBackAndAreLoggedOnce()
    {
        QFETCH(QByteArray, stored);
        write("[playback]\nvolume=" + stored + "\n");
        const settings::Settings s(m_path);
        QTest::failOnWarning(QRegularExpression(u"."_s));
        QTest::ignoreMessage(
            QtWarningMsg, "invalid value replaced by the fallback key=playback/volume");
        QCOMPARE(s.value(kVolume), 80);
        QCOMPARE(s.value(kVolume), 80);
    }

    void badKindsFallBack()
    {
        write("[playback]\ngapless=maybe\npreamp=nan\nfade=1s\n[ui]\ntheme=7\n");
        const settings::Settings s(m_path);
        QCOMPARE(s.value(kGapless), true);
        QCOMPARE(s.value(kPreamp), 0.0);
        QCOMPARE(s.value(kFade), 0ms);
        QCOMPARE(s.value(kTheme), Theme::System);
    }

    void settingOutsideTheRangeKeepsTheNearest()
    {
        settings::Settings s(m_path);
        s.set(kVolume, 300);
        QCOMPARE(s.value(kVolume), 100);
        s.set(kPreamp, -99.0);
        QCOMPARE(s.value(kPreamp), -12.0);
    }

    void onlyADifferenceIsSignalled()
    {
        settings::Settings s(m_path);
        const QSignalSpy spy(&s, &settings::Settings::changed);
        s.set(kVolume, 10);
        s.set(kVolume, 10);
        s.set(kRecent, QStringList { u"a"_s, u"b"_s });
        s.set(kRecent, QStringList { u"a"_s, u"c"_s });
        QCOMPARE(spy.count(), 3);
        QCOMPARE(spy.at(0).at(0).toString(), u"playback/volume"_s);
        s.reset(kVolume);
        s.reset(kVolume);
        QCOMPARE(spy.count(), 4);
        QCOMPARE(s.value(kVolume), 80);
    }

    void stateKeepsBytes()
    {
        const QByteArray bytes("\0\xff\x80 geometry", 12);
        {
            settings::State state(m_path);
            QVERIFY(state.value(u"window"_s).isEmpty());
            state.setValue(u"window"_s, bytes);
        }
        QCOMPARE(settings::State(m_path).value(u"window"_s), bytes);
    }

private:
    void write(const QByteArray& text) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"

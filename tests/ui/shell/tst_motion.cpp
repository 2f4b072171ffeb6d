// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/appearance.h"

#include <QDirIterator>
#include <QProgressBar>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::ThemeChoice;

/// High contrast and motion: as chosen, or as the desktop wants it.
class TestMotion : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

private Q_SLOTS:
    void init() { m_demo = std::make_unique<support::DemoWindow>(support::demoOf(10)); }
    void cleanup() { m_demo.reset(); }

    void highContrastIsChosenOrTheSystems()
    {
        const auto isStrong = [this] {
            const ui::Colors c = ui::colorsOf(m_demo->window->palette());
            return ui::contrast(c.tertiary, c.selection) >= 7
                && ui::contrast(c.border, c.surface) >= 3;
        };
        QVERIFY(!isStrong());
        m_demo->theme.setSystemLook({ true, true });
        QTRY_VERIFY(isStrong());
        m_demo->settings.set(ui::appearance::kTheme, ThemeChoice::Light); // says otherwise
        QTRY_VERIFY(!isStrong());
        m_demo->theme.setSystemLook({ false, true });
        m_demo->settings.set(ui::appearance::kTheme, ThemeChoice::HighContrast);
        QTRY_VERIFY(isStrong());
        QCOMPARE(m_demo->theme.isDark(), false);
    }

    void nothingMovesWhereThatIsNotWanted()
    {
        QWidget* window = m_demo->window.get();
        using ui::Motion;
        const auto set = [this](bool system, Motion choice) {
            m_demo->theme.setSystemLook({ false, system });
            m_demo->settings.set(ui::appearance::kMotion, choice);
        };
        set(true, Motion::System);
        QVERIFY(ui::moves(window));
        QVERIFY(QApplication::cursorFlashTime() > 0);
        set(false, Motion::System);
        QVERIFY(!ui::moves(window));
        QCOMPARE(QApplication::cursorFlashTime(), 0);
        QVERIFY(!QApplication::isEffectEnabled(Qt::UI_AnimateMenu));
        set(false, Motion::On);
        QVERIFY(ui::moves(window));
        set(true, Motion::Off);
        QVERIFY(!ui::moves(window));
    }

    /// A bar without an end in sight runs, unless nothing is to move.
    void aBarRunsOnlyWhereThingsMove()
    {
        QProgressBar bar;
        bar.setRange(0, 0);
        bar.setTextVisible(false);
        bar.resize(200, 8);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        const auto changes = [&bar] {
            const QImage first = bar.grab().toImage();
            return QTest::qWaitFor([&bar, &first] { return bar.grab().toImage() != first; }, 300);
        };
        m_demo->settings.set(ui::appearance::kMotion, ui::Motion::On);
        QVERIFY(changes());
        m_demo->settings.set(ui::appearance::kMotion, ui::Motion::Off);
        QVERIFY(!changes());
    }

    /// Whatever moves something asks whether it may: nobody else animates.
    void everyAnimationIsUnderTheSwitch()
    {
        QStringList found;
        QDirIterator files(qEnvironmentVariable("PLEXM8_SOURCE_DIR") + u"/ui"_s, { u"*.cpp"_s },
            QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            for (const char* kind :
                { "QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "Runner" }) {
                if (text.contains(kind) && !text.contains("moves")) {
                    found.append(file.fileName());
                }
            }
        }
        QCOMPARE(found, QStringList());
    }
};

PLEXM8_GUI_TEST_MAIN(TestMotion)
#include "tst_motion.moc"

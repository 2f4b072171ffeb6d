// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/demowindow.h"

#include "ui/common/appearance.h"
#include "ui/shell/tour.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// PLEXM8_TOUR_DIR keeps the pictures, PLEXM8_TOUR_THEME=dark|light chooses.
    void savesAPictureOfEverything()
    {
        QTemporaryDir folder;
        const QString wanted = qEnvironmentVariable("PLEXM8_TOUR_DIR");
        const QString target = wanted.isEmpty() ? folder.path() : wanted;
        QVERIFY(QDir().mkpath(target));
        support::DemoWindow demo(support::demoOf(2000));
        demo.settings.set(ui::appearance::kTheme,
            qEnvironmentVariable("PLEXM8_TOUR_THEME") == "light"_L1 ? ui::ThemeChoice::Light
                                                                    : ui::ThemeChoice::Dark);
        const QStringList size
            = qEnvironmentVariable("PLEXM8_TOUR_SIZE", u"1280x800"_s).split(u'x');
        demo.window->resize(size.at(0).toInt(), size.at(1).toInt());
        demo.window->show();
        ui::Tour tour(*demo.window, demo.services(), target);
        QSignalSpy finished(&tour, &ui::Tour::finished);
        tour.start();
        QVERIFY(finished.wait(170'000));
        const int pictures = finished.at(0).at(0).toInt();
        QVERIFY(pictures >= 30);
        QCOMPARE(QDir(target).entryList({ u"*.png"_s }).size(), pictures);
    }
};

QTEST_MAIN(TestTour)
#include "tst_tour.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/tourwalk.h"

#include <QDir>
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
        const int pictures = support::walk(ui::Tour::Chapter::Walk,
            qEnvironmentVariable("PLEXM8_TOUR_THEME") == "light"_L1 ? ui::ThemeChoice::Light
                                                                    : ui::ThemeChoice::Dark,
            target);
        QVERIFY(pictures >= 30);
        QCOMPARE(QDir(target).entryList({ u"*.png"_s }).size(), pictures);
    }
};

PLEXM8_GUI_TEST_MAIN(TestTour)
#include "tst_tour.moc"

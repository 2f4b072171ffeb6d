// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/tourwalk.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

/// Each page has a picture of each of its states, and no two of them look the same.
class TestPageStates : public QObject
{
    Q_OBJECT

    /// The picture of that name in @p folder, without its number.
    static QImage picture(const QString& folder, const QString& name)
    {
        const QStringList files = QDir(folder).entryList({ u"*-"_s + name + u".png"_s });
        return files.size() == 1 ? QImage(folder + u'/' + files.constFirst()) : QImage();
    }
    /// Looks at the pictures of @p place. @return how many there are
    static int lookAt(Place place, const QString& folder, QStringList& faults)
    {
        QList<QImage> seen;
        for (const ui::PageState state : ui::statesOf(place)) {
            const QString name = ui::pictureName(place, state);
            const QImage image = picture(folder, name);
            if (image.isNull()) {
                faults.append(name + u" is missing"_s);
                continue;
            }
            if (seen.contains(image)) {
                faults.append(name + u" looks like another state"_s);
            }
            seen.append(image);
        }
        return int(seen.size());
    }

private Q_SLOTS:
    void everyPageHasAPictureOfEachState_data()
    {
        QTest::addColumn<ui::ThemeChoice>("theme");
        QTest::newRow("light") << ui::ThemeChoice::Light;
        QTest::newRow("dark") << ui::ThemeChoice::Dark;
    }
    /// PLEXM8_TOUR_DIR keeps the pictures.
    void everyPageHasAPictureOfEachState()
    {
        QFETCH(ui::ThemeChoice, theme);
        QTemporaryDir folder;
        const QString wanted = qEnvironmentVariable("PLEXM8_TOUR_DIR");
        const QString target = wanted.isEmpty()
            ? folder.path()
            : wanted + u"/states-"_s + QString::fromUtf8(QTest::currentDataTag());
        QVERIFY(QDir().mkpath(target));
        const int pictures = support::walk(ui::Tour::Chapter::PageStates, theme, target);
        QStringList faults;
        int found = 0;
        for (const ui::PageSpec& page : ui::pageSpecs()) {
            for (const Place place : page.places) {
                found += lookAt(place, target, faults);
            }
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QCOMPARE(found, pictures);
    }
};

PLEXM8_GUI_TEST_MAIN(TestPageStates)
#include "tst_pagestates.moc"

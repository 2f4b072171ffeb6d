// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestUiFormat : public QObject
{
    Q_OBJECT

    QTranslator m_english; // it has the plurals

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/i18n/plexm8_en.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&m_english));
    }
    void durations()
    {
        QCOMPARE(ui::format::duration(0ms), QString());
        QCOMPARE(ui::format::duration(400ms), u"0:01"_s);
        QCOMPARE(ui::format::duration(245s), u"4:05"_s);
        QCOMPARE(ui::format::duration(3723s), u"1:02:03"_s);
        QCOMPARE(ui::format::longDuration(10s), u"less than a minute"_s);
        QCOMPARE(ui::format::longDuration(48min), u"48 min"_s);
        QCOMPARE(ui::format::longDuration(14h + 3min), u"14 h 3 min"_s);
    }
    void numbersFollowTheLocale()
    {
        QCOMPARE(ui::format::count(1234567, QLocale(QLocale::English)), u"1,234,567"_s);
        QCOMPARE(ui::format::count(1234567, QLocale(QLocale::German)), u"1.234.567"_s);
        QCOMPARE(ui::format::tracks(1), u"1 track"_s);
        QCOMPARE(ui::format::items(0), u"0 items"_s);
        QCOMPARE(ui::format::tracks(2000, QLocale(QLocale::English)), u"2,000 tracks"_s);
    }
    void everythingFollowsTheLocale_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("total");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("bitrate");
        QTest::addColumn<QString>("stars");
        QTest::newRow("de_DE") << u"1.234.567"_s << u"22.11.26"_s << u"1.200 h 3 min"_s
                               << u"1:02:03"_s << u"FLAC 1411 kbit/s"_s << u"4½ stars"_s;
        QTest::newRow("en_US") << u"1,234,567"_s << u"11/22/26"_s << u"1,200 h 3 min"_s
                               << u"1:02:03"_s << u"FLAC 1411 kbit/s"_s << u"4½ stars"_s;
        QTest::newRow("fr_FR") << u"1\u202f234\u202f567"_s << u"22/11/2026"_s
                               << u"1\u202f200 h 3 min"_s << u"1:02:03"_s << u"FLAC 1411 kbit/s"_s
                               << u"4½ stars"_s;
        QTest::newRow("ar_EG") << u"١٬٢٣٤٬٥٦٧"_s << u"٢٢\u200f/١١\u200f/٢٠٢٦"_s
                               << u"١٬٢٠٠ h ٣ min"_s << u"١:٠٢:٠٣"_s << u"FLAC ١٤١١ kbit/s"_s
                               << u"٤½ stars"_s;
    }
    void everythingFollowsTheLocale()
    {
        const QLocale locale(QString::fromLatin1(QTest::currentDataTag()));
        QFETCH(QString, number);
        QCOMPARE(ui::format::count(1234567, locale), number);
        QCOMPARE(ui::format::items(1234567, locale), number + u" items"_s);
        QCOMPARE(ui::format::tracks(1234567, locale), number + u" tracks"_s);
        QCOMPARE(ui::format::albums(1234567, locale), number + u" albums"_s);
        QCOMPARE(ui::format::artists(1234567, locale), number + u" artists"_s);
        QFETCH(QString, date);
        const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0));
        QCOMPARE(ui::format::date(noon.toSecsSinceEpoch(), locale), date);
        QCOMPARE(
            ui::format::ago(noon.toSecsSinceEpoch(), noon.addDays(3).toSecsSinceEpoch(), locale),
            date);
        const QString five = locale.toString(5);
        QCOMPARE(ui::format::ago(1000, 1000 + 300, locale), five + u" min ago"_s);
        QCOMPARE(ui::format::ago(1000, 1000 + 5 * 3600, locale), five + u" h ago"_s);
        QTEST(ui::format::longDuration(1200h + 3min, locale), "total");
        QCOMPARE(ui::format::longDuration(5min, locale), five + u" min"_s);
        QTEST(ui::format::duration(3723s, locale), "time");
        QTEST(ui::format::clock(3723s, locale), "time");
        QTEST(ui::format::quality(u"flac"_s, 1411, locale), "bitrate");
        QTEST(ui::format::rating(types::Rating::fromStars(4.5), locale), "stars");
        QCOMPARE(ui::format::plainNumber(5, locale), five); // and without separators:
        QVERIFY(!ui::format::plainNumber(2026, QLocale(u"en_US"_s)).contains(u','));
    }
    void onePluralOneNot()
    {
        QCOMPARE(ui::format::albums(1), u"1 album"_s);
        QCOMPARE(ui::format::artists(1), u"1 artist"_s);
        QCOMPARE(ui::format::artists(2), u"2 artists"_s);
    }
    void germanSaysItInGerman()
    {
        QTranslator german;
        QVERIFY(german.load(u":/i18n/plexm8_de.qm"_s));
        QVERIFY(QCoreApplication::installTranslator(&german)); // taken away when it goes
        const QLocale locale(u"de_DE"_s);
        QCOMPARE(ui::format::albums(1, locale), u"1 Album"_s);
        QCOMPARE(ui::format::artists(2000, locale), u"2.000 Interpreten"_s);
        QCOMPARE(ui::format::tracks(2000, locale), u"2.000 Titel"_s);
        QCOMPARE(ui::format::longDuration(14h + 3min, locale), u"14 Std. 3 Min."_s);
        QCOMPARE(ui::format::ago(1000, 1000 + 300, locale), u"vor 5 Min."_s);
        QCOMPARE(ui::format::rating(types::Rating::fromStars(4), locale), u"4 Sterne"_s);
    }
    void agesAreRounded()
    {
        QCOMPARE(ui::format::ago(0, 1000), QString());
        QCOMPARE(ui::format::ago(990, 1000), u"just now"_s);
        QCOMPARE(ui::format::ago(1000, 1000 + 300), u"5 min ago"_s);
        QCOMPARE(ui::format::ago(1000, 1000 + 3 * 3600), u"3 h ago"_s);
        QCOMPARE(ui::format::ago(1000, 1000 + 30 * 3600), u"yesterday"_s);
    }
    void ratings()
    {
        const QString half(QChar(0xbd));
        QCOMPARE(ui::format::rating(types::OptionalRating()), u"no rating"_s);
        QCOMPARE(ui::format::rating(types::Rating::fromStars(0)), u"0 stars"_s);
        QCOMPARE(ui::format::rating(types::Rating::fromStars(0.5)), half + u" stars"_s);
        QCOMPARE(ui::format::rating(types::Rating::fromStars(1)), u"1 star"_s);
        QCOMPARE(ui::format::rating(types::Rating::fromStars(4.5)), u"4"_s + half + u" stars"_s);
    }
    void textIsReadableInBothThemes()
    {
        for (const ui::Colors& c : { ui::lightColors(), ui::darkColors() }) {
            for (const QColor& background :
                { c.canvas, c.surface, c.raised, c.hover, c.selection }) {
                QVERIFY(ui::contrast(c.text, background) >= 7);
                QVERIFY(ui::contrast(c.secondary, background) >= 4.5);
            }
            QVERIFY(ui::contrast(c.tertiary, c.surface) >= 4.5);
            QVERIFY(ui::contrast(c.accent, c.surface) >= 4.5);
            QVERIFY(ui::contrast(c.onAccent, c.accent) >= 4.5);
            QVERIFY(ui::contrast(c.danger, c.surface) >= 4.5);
        }
    }
    void eachTextIsStrongOnEachGroundInHighContrast()
    {
        for (const ui::Colors& c : { ui::strongLightColors(), ui::strongDarkColors() }) {
            for (const QColor& ground :
                { c.canvas, c.surface, c.raised, c.control, c.hover, c.selection }) {
                for (const QColor& text : { c.text, c.secondary, c.tertiary, c.accent, c.danger }) {
                    const double found = ui::contrast(text, ground);
                    QVERIFY2(found >= 7,
                        qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(found)));
                }
                QVERIFY(ui::contrast(c.border, ground) >= 3); // of what can be pressed
            }
            QVERIFY(ui::contrast(c.onAccent, c.accent) >= 7);
        }
    }
    void thePaletteCarriesAllColours()
    {
        const ui::Colors c = ui::colorsOf(ui::paletteOf(ui::darkColors()));
        QCOMPARE(c.accent, ui::darkColors().accent);
        QCOMPARE(c.hover, ui::darkColors().hover);
        QCOMPARE(c.danger, ui::darkColors().danger);
        QCOMPARE(c.onAccent, ui::darkColors().onAccent);
    }

    void namesAreNoMarkup()
    {
        QCOMPARE(ui::format::label(u"R&B"_s), u"R&&B"_s);
        QCOMPARE(ui::format::server(u"Attic"_s, {}), u"Attic"_s);
        QVERIFY(ui::format::server(u"Attic"_s, u"Ada"_s).contains(u"Ada"_s));
    }
};

QTEST_GUILESS_MAIN(TestUiFormat)
#include "tst_uiformat.moc"

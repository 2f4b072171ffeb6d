// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
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
        QCOMPARE(ui::format::rating({}), u"no rating"_s);
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

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fontpreloader.h"

#include "tests/support/stallguard.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QSet>
#include <QTest>
#include <QTextLayout>
#include <QWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The files of fonts that the process has open, as the system tells.
QSet<QByteArray> openFonts()
{
    QFile maps(u"/proc/self/maps"_s);
    QSet<QByteArray> found;
    if (maps.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : maps.readAll().split('\n')) {
            const qsizetype path = line.indexOf('/');
            if (path >= 0 && line.contains("/fonts/")) {
                found.insert(line.mid(path));
            }
        }
    }
    return found;
}

void layOut(const QString& name, const QFont& font)
{
    QTextLayout layout(name, font);
    layout.beginLayout();
    (void)layout.createLine();
    layout.endLayout();
}

} // namespace

class TestFontPreloader : public QObject
{
    Q_OBJECT

    ui::Theme m_theme { *qApp };

private Q_SLOTS:
    void namesInOtherScriptsFindTheirFontsThere()
    {
#ifndef Q_OS_LINUX
        QSKIP("which fonts are open is read from /proc");
#endif
        QWidget window;
        const QFont font = ui::fontOf(ui::TextRole::Body);
        layOut(u"Jóga"_s, font);
        const QSet<QByteArray> first = openFonts();
        const ui::FontPreloader preloader(window);
        QVERIFY(!preloader.isDone());
        QTRY_VERIFY(preloader.isDone());
        const QSet<QByteArray> loaded = openFonts();
        if (loaded == first) {
            QSKIP("this system has one font for everything");
        }
        for (const QString& name : { u"Кино"_s, u"Ψυχή"_s, u"音楽"_s, u"さくら"_s, u"사랑"_s,
                 u"حب"_s, u"שיר"_s, u"गीत"_s, u"เพลง"_s, u"🎶"_s, u"♥"_s }) {
            layOut(name, font);
            QCOMPARE(openFonts() - loaded, QSet<QByteArray>());
        }
    }

    void textOfAnotherSizeIsLookedForAgain()
    {
        m_theme.apply(ui::ThemeChoice::Light, 1.0);
        QWidget window;
        const ui::FontPreloader preloader(window);
        QTRY_VERIFY(preloader.isDone());
        m_theme.apply(ui::ThemeChoice::Dark, 1.0);
        QVERIFY(preloader.isDone());
        m_theme.apply(ui::ThemeChoice::Dark, 1.5);
        QTRY_VERIFY(!preloader.isDone());
        QTRY_VERIFY(preloader.isDone());
    }
};

PLEXM8_GUI_TEST_MAIN(TestFontPreloader)
#include "tst_fontpreloader.moc"

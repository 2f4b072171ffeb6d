// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services/pseudotranslator.h"
#include "app/services/translation.h"
#include "core/util/result.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using app::PseudoTranslator;

/// Which language the program speaks, and the one that nobody speaks.
class TestTranslation : public QObject
{
    Q_OBJECT

    const QLocale m_before;

    static QString said(const char* text, int n = -1)
    {
        return QCoreApplication::translate("ui::format", text, nullptr, n);
    }

private Q_SLOTS:
    void cleanup()
    {
        app::installTranslation(*qApp, u"en"_s);
        QLocale::setDefault(m_before);
    }

    void theChosenLanguageIsSpoken()
    {
        app::installTranslation(*qApp, u"de"_s);
        QCOMPARE(said("yesterday"), u"gestern"_s);
        QCOMPARE(said("%1 album(s)", 2), u"%1 Alben"_s);
        QCOMPARE(QLocale().language(), QLocale::German);
        app::installTranslation(*qApp, u"en"_s); // in place of it, not beside it
        QCOMPARE(said("yesterday"), u"yesterday"_s);
        QCOMPARE(said("%1 album(s)", 1), u"%1 album"_s);
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void withoutAChoiceTheSystemsIsSpoken_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::newRow("none") << QString();
        QTest::newRow("one that there is not") << u"tlh"_s;
        QTest::newRow("no language at all") << u"../../de"_s;
    }
    void withoutAChoiceTheSystemsIsSpoken()
    {
        QFETCH(QString, choice);
        app::installTranslation(*qApp, choice);
        QCOMPARE(said("yesterday"), u"yesterday"_s); // the tests run in the C locale
        QCOMPARE(said("%1 album(s)", 1), u"%1 album"_s);
    }

    void thePseudoLanguageIsLongerAndKeepsWhatIsNoText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("altered");
        QTest::newRow("a word") << u"Settings"_s << u"⟦Šéţţîñĝš óñé⟧"_s;
        QTest::newRow("mnemonic") << u"&File"_s << u"⟦&Fîļé⟧"_s;
        QTest::newRow("placeholder") << u"%1 of %L2 failed"_s << u"⟦%1 öƒ %L2 ƒáîļéđ óñé ţŵó⟧"_s;
        QTest::newRow("no letters") << u"%1 · %2"_s << u"%1 · %2"_s;
        QTest::newRow("nothing") << QString() << QString();
    }
    void thePseudoLanguageIsLongerAndKeepsWhatIsNoText()
    {
        QFETCH(QString, text);
        QTEST(PseudoTranslator::altered(text), "altered");
    }
    void aLongTextIsFortyPercentLonger()
    {
        const QString text(100, u'a');
        const qsizetype size = PseudoTranslator::altered(text).size();
        QVERIFY(size >= 140);
        QVERIFY(size < 150); // whole words
    }
    void thePseudoLanguageHasThePlurals()
    {
        app::installTranslation(*qApp, app::kPseudoLanguage);
        QCOMPARE(said("%1 album(s)", 1), PseudoTranslator::altered(u"%1 album"_s));
        QCOMPARE(said("%1 album(s)", 2), PseudoTranslator::altered(u"%1 albums"_s));
        // Of Qt's texts it says nothing: a key is read back from the name that Qt gives it.
        QCOMPARE(QCoreApplication::translate("QShortcut", "Ctrl"), u"Ctrl"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"

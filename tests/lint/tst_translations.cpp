// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source.h"
#include "tests/lint/texts.h"
#include "tests/support/tools.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// The files in translations/: as lupdate leaves them, complete, and each text fit for its source.
class TestTranslations : public QObject
{
    Q_OBJECT

private:
    static QString pathOf(const QString& language)
    {
        return u"%1/translations/plexm8_%2.ts"_s.arg(lint::sourceRoot(), language);
    }
    static QByteArray contentOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void addLanguages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("German") << u"de"_s;
    }

private Q_SLOTS:
    void nothingIsMissing_data() { addLanguages(); }
    void nothingIsMissing()
    {
        QFETCH(QString, language);
        const auto messages = lint::messagesIn(pathOf(language));
        QVERIFY(!messages.isEmpty());
        QStringList gaps;
        for (const lint::Message& message : messages) {
            gaps += lint::gapsIn(message);
        }
        QVERIFY2(gaps.isEmpty(), qPrintable(u'\n' + gaps.join(u'\n')));
    }

    void eachTextFitsItsSource_data() { addLanguages(); }
    void eachTextFitsItsSource()
    {
        QFETCH(QString, language);
        QStringList faults;
        for (const lint::Message& message : lint::messagesIn(pathOf(language))) {
            faults += lint::faultsIn(message);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
    }

    void lupdateChangesNothing_data() { addLanguages(); }
    void lupdateChangesNothing()
    {
        const QString tool = QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s;
        if (!QFile::exists(tool)) {
            SKIP_WITHOUT_TOOL("lupdate is not installed");
        }
        QFETCH(QString, language);
        const QTemporaryDir folder;
        const QString copy = folder.filePath(u"plexm8_%1.ts"_s.arg(language));
        QVERIFY(QFile::copy(pathOf(language), copy));
        QStringList arguments { u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s,
            u"-no-obsolete"_s };
        if (language == "en"_L1) {
            arguments << u"-pluralonly"_s; // the rest of the English texts is the source's
        }
        QProcess lupdate;
        lupdate.setWorkingDirectory(lint::sourceRoot());
        lupdate.start(tool, arguments << u"core"_s << u"ui"_s << u"app"_s << u"-ts"_s << copy);
        QVERIFY(lupdate.waitForFinished(50'000));
        // What it warns of is a text that it files under another class than the program asks for.
        QCOMPARE(QString::fromUtf8(lupdate.readAllStandardError()), QString());
        QVERIFY2(contentOf(copy) == contentOf(pathOf(language)),
            "run lupdate as translations/README.md says, and translate what is new");
    }

    void whatIsMissingIsFound_data()
    {
        QTest::addColumn<QStringList>("forms");
        QTest::addColumn<bool>("isPlural");
        QTest::addColumn<bool>("isFinished");
        QTest::newRow("empty") << QStringList { QString() } << false << true;
        QTest::newRow("unfinished") << QStringList { u"Titel"_s } << false << false;
        QTest::newRow("no text") << QStringList() << false << true;
        QTest::newRow("one form") << QStringList { u"%n Titel"_s } << true << true;
        QTest::newRow("an empty form") << QStringList { u"%n Titel"_s, QString() } << true << true;
    }
    void whatIsMissingIsFound()
    {
        QFETCH(QStringList, forms);
        QFETCH(bool, isPlural);
        QFETCH(bool, isFinished);
        const lint::Message message { u"ui::Page"_s, u"Tracks"_s, forms, isPlural, isFinished };
        QCOMPARE(lint::gapsIn(message).size(), 1);
    }

    void whatDoesNotFitIsFound_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");
        const QString placeholders = u"other placeholders"_s;
        QTest::newRow("lost") << u"%1 of %2"_s << u"%1 von"_s << placeholders;
        QTest::newRow("other") << u"%1 of %2"_s << u"%1 von %3"_s << placeholders;
        QTest::newRow("twice") << u"%1 of %2"_s << u"%1 von %1"_s << placeholders;
        QTest::newRow("without locale") << u"%Ln files"_s << u"%n Dateien"_s << placeholders;
        QTest::newRow("lost key") << u"&File"_s << u"Datei"_s << u"a mnemonic"_s;
        QTest::newRow("new key") << u"File"_s << u"&Datei"_s << u"a mnemonic"_s;
        QTest::newRow("two keys") << u"&File"_s << u"&Da&tei"_s << u"a mnemonic"_s;
        QTest::newRow("space before") << u"Album"_s << u" Album"_s << u"other spaces"_s;
        QTest::newRow("space after") << u"PIN: "_s << u"PIN:"_s << u"other spaces"_s;
        QTest::newRow("line") << u"a\nb"_s << u"a b"_s << u"other line breaks"_s;
        QTest::newRow("dots") << u"Add …"_s << u"Hinzu ..."_s << u"three dots"_s;
        QTest::newRow("no dots") << u"Add …"_s << u"Hinzu"_s << u"an ellipsis"_s;
        QTest::newRow("more dots") << u"Add"_s << u"Hinzu …"_s << u"an ellipsis"_s;
    }
    void whatDoesNotFitIsFound()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        QFETCH(QString, fault);
        const QStringList faults = lint::faultsIn({ u"ui::Page"_s, source, { text } });
        QCOMPARE(faults.size(), 1);
        QVERIFY2(faults.first().startsWith(fault), qPrintable(faults.first()));
    }
    void whatFitsIsLeftAlone_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("text");
        QTest::newRow("order") << u"%1 of %2"_s << u"von %2 %1"_s;
        QTest::newRow("another key") << u"&File"_s << u"Da&tei"_s;
        QTest::newRow("ampersand") << u"R&&B"_s << u"R && B"_s;
        QTest::newRow("not there yet") << u"%1"_s << QString();
    }
    void whatFitsIsLeftAlone()
    {
        QFETCH(QString, source);
        QFETCH(QString, text);
        QCOMPARE(lint::faultsIn({ u"ui::Page"_s, source, { text } }), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

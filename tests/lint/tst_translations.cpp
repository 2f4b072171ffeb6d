// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/source.h"
#include "tests/support/tools.h"

#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// The English plurals: every text with %n has both its forms, and lupdate finds nothing new.
class TestTranslations : public QObject
{
    Q_OBJECT

private:
    struct Message
    {
        QString context;
        QString source;
        QStringList forms;
    };

    static QList<Message> messagesIn(const QString& path)
    {
        QFile file(path);
        QList<Message> messages;
        QString context;
        if (!file.open(QIODevice::ReadOnly)) {
            return messages;
        }
        QXmlStreamReader xml(&file);
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) {
                continue;
            }
            if (xml.name() == u"name"_s) {
                context = xml.readElementText();
            } else if (xml.name() == u"source"_s) {
                messages.append({ context, xml.readElementText(), {} });
            } else if (xml.name() == u"numerusform"_s && !messages.isEmpty()) {
                messages.last().forms.append(xml.readElementText());
            }
        }
        return messages;
    }
    static QStringList namesOf(const QList<Message>& messages)
    {
        QStringList names;
        for (const Message& message : messages) {
            names.append(message.context + u": "_s + message.source);
        }
        names.sort();
        return names;
    }

private Q_SLOTS:
    void everyPluralHasBothForms()
    {
        const auto messages = messagesIn(lint::sourceRoot() + u"/translations/plexm8_en.ts"_s);
        QVERIFY(!messages.isEmpty());
        for (const Message& message : messages) {
            QVERIFY2(message.forms.size() == 2 && !message.forms.contains(QString()),
                qPrintable(message.context + u": "_s + message.source));
        }
    }

    void lupdateFindsNothingNew()
    {
        const QString tool = QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s;
        if (!QFile::exists(tool)) {
            SKIP_WITHOUT_TOOL("lupdate is not installed");
        }
        const QTemporaryDir dir;
        const QString fresh = dir.filePath(u"plexm8_en.ts"_s);
        QProcess lupdate;
        lupdate.setWorkingDirectory(lint::sourceRoot());
        lupdate.start(tool,
            { u"-silent"_s, u"-I"_s, u"."_s, u"-locations"_s, u"none"_s, u"-pluralonly"_s,
                u"core"_s, u"ui"_s, u"app"_s, u"-ts"_s, fresh });
        QVERIFY(lupdate.waitForFinished(50'000));
        QCOMPARE(namesOf(messagesIn(lint::sourceRoot() + u"/translations/plexm8_en.ts"_s)),
            namesOf(messagesIn(fresh)));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

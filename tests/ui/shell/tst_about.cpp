// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/shell/attributions.h"

#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;

/// What the program is built with, and what is copied for the report of a fault.
class TestAbout : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    QDialog* dialog() { return m_demo->find<QDialog>(u"aboutDialog"_s); }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(10));
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
        m_demo->window->showAbout();
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    }
    void cleanup() { m_demo.reset(); }

    /// What the build links, as its files say it.
    void everyLibraryIsNamed()
    {
        QFile build(qEnvironmentVariable("PLEXM8_SOURCE_DIR") + u"/CMakeLists.txt"_s);
        QVERIFY(build.open(QIODevice::ReadOnly));
        const QByteArray text = build.readAll();
        QStringList names;
        for (const ui::Attribution& each : ui::attributions()) {
            names.append(each.name);
            QVERIFY2(!each.version.isEmpty(), qPrintable(each.name));
            QVERIFY2(!each.licence.isEmpty(), qPrintable(each.name));
        }
        const QString all = names.join(u' ');
        const QList<std::pair<QByteArray, QString>> linked { { "find_package(Qt6 ", u"Qt"_s },
            { "Qt6Keychain", u"QtKeychain"_s }, { "FFMPEG", u"FFmpeg"_s },
            { "TAGLIB", u"TagLib"_s }, { "simdjson", u"simdjson"_s }, { "SQLite3", u"SQLite"_s },
            { "ZLIB", u"zlib"_s } };
        for (const auto& [line, name] : linked) {
            QVERIFY2(text.contains(line), line.constData());
            QVERIFY2(all.contains(name), qPrintable(name));
        }
        // A library more in the build is to be named here and there.
        QCOMPARE(text.count("find_package(") + text.count("pkg_check_modules("), 9);
    }

    void everyLicenceCanBeRead()
    {
        auto* list = dialog()->findChild<QListWidget*>(u"aboutParts"_s);
        const auto* licence = dialog()->findChild<QPlainTextEdit*>(u"aboutLicence"_s);
        QCOMPARE(list->count(), ui::attributions().size());
        QVERIFY(list->hasFocus());
        for (int row = 0; row < list->count(); ++row) {
            list->setCurrentRow(row);
            QVERIFY2(licence->toPlainText().size() > 100, qPrintable(list->item(row)->text()));
            QVERIFY(licence->accessibleName().contains(ui::attributions().at(row).name));
        }
        QVERIFY(licence->isReadOnly());
    }

    void theKeysReachAllOfIt()
    {
        QStringList reached;
        for (int i = 0; i < 5; ++i) {
            reached.append(dialog()->focusWidget()->objectName());
            QTest::keyClick(dialog()->focusWidget(), Qt::Key_Tab);
        }
        for (const QString& name :
            { u"aboutParts"_s, u"aboutLicence"_s, u"aboutCopy"_s, u"aboutClose"_s }) {
            QVERIFY2(reached.contains(name), qPrintable(name + u" in "_s + reached.join(u' ')));
        }
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void whatIsCopiedSaysNothingPersonal()
    {
        dialog()->findChild<QPushButton*>(u"aboutCopy"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"PlexM8 "_s));
        QVERIFY(copied.contains(QString::fromLatin1(qVersion())));
        QVERIFY(copied.contains(QSysInfo::kernelVersion()));
        for (const QString& secret : { QString::fromUtf8(m_demo->demo.endpoints.token.reveal()),
                 QSysInfo::machineHostName(), QDir::homePath(), m_demo->demo.folder.path(),
                 m_demo->demo.endpoints.machineIdentifier }) {
            QVERIFY2(secret.isEmpty() || !copied.contains(secret), qPrintable(copied));
        }
    }
};

PLEXM8_GUI_TEST_MAIN(TestAbout)
#include "tst_about.moc"

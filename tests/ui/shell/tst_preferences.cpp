// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/settings.h"
#include "core/library/settings.h"
#include "core/playback/settings.h"
#include "tests/support/stallguard.h"
#include "tests/ui/shell/demowindow.h"
#include "ui/common/appearance.h"
#include "ui/common/behaviour.h"
#include "ui/common/errorbar.h"
#include "ui/common/lists.h"
#include "ui/settings/settinglist.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using Place = ui::Route::Place;

/// The page of Settings: what is chosen, taken elsewhere, brought and set back.
class TestPreferences : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::DemoWindow> m_demo;

    void click(const QString& button)
    {
        auto* found = m_demo->find<QPushButton>(button);
        QVERIFY2(found && found->isEnabled(), qPrintable(button));
        found->click();
    }
    QDialog* dialog() { return m_demo->find<QDialog>(u"settingsDifferences"_s); }
    QStringList offered()
    {
        QStringList rows;
        const auto* list = dialog()->findChild<QListWidget*>(u"settingsDifferencesList"_s);
        for (int row = 0; row < list->count(); ++row) {
            rows.append(list->item(row)->text());
        }
        return rows;
    }
    void accept()
    {
        QTest::mouseClick(
            dialog()->findChild<QPushButton*>(u"settingsDifferencesAccept"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
    }
    QString said()
    {
        return m_demo->find<QWidget>(u"settingsPage"_s)->findChild<ui::ErrorBar*>()->text();
    }
    QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& content)
    {
        QFile file(m_demo->chosenFile);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void choose(const QString& name, const QVariant& value)
    {
        auto* box = m_demo->find<QComboBox>(name);
        const int row = box->findData(value);
        QVERIFY2(row >= 0, qPrintable(name));
        box->setCurrentIndex(row);
        Q_EMIT box->activated(row);
    }

private Q_SLOTS:
    void init()
    {
        m_demo = std::make_unique<support::DemoWindow>(support::demoOf(20));
        m_demo->chosenFile = m_demo->demo.folder.filePath(u"mine.json"_s);
        m_demo->window->resize(1280, 800);
        m_demo->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_demo->window.get()));
        m_demo->window->go({ Place::Settings, 0, {} });
    }
    void cleanup() { m_demo.reset(); }

    void everyChoiceIsKept()
    {
        choose(u"settingsTheme"_s, int(ui::ThemeChoice::HighContrast));
        choose(u"settingsMotion"_s, int(ui::Motion::Off));
        choose(u"settingsLoudness"_s, int(playback::GainMode::Album));
        choose(u"settingsFade"_s, 200);
        choose(u"settingsSyncEvery"_s, 60);
        const settings::Settings& s = m_demo->settings;
        QCOMPARE(s.value(ui::appearance::kTheme), ui::ThemeChoice::HighContrast);
        QCOMPARE(s.value(ui::appearance::kMotion), ui::Motion::Off);
        QCOMPARE(s.value(playback::kGain), playback::GainMode::Album);
        QCOMPARE(s.value(playback::kFadeMilliseconds), 200);
        QCOMPARE(s.value(library::kSyncMinutes), 60);
        auto* lock = m_demo->find<QCheckBox>(u"settingsLockRatings"_s);
        lock->click();
        QVERIFY(s.value(ui::lists::kLockRatings));
    }

    void whatChangesElsewhereIsShown()
    {
        m_demo->settings.set(ui::appearance::kDensity, ui::Density::Compact);
        QCOMPARE(m_demo->find<QComboBox>(u"settingsDensity"_s)->currentData().toInt(),
            int(ui::Density::Compact));
        m_demo->settings.set(ui::lists::kLockRatings, true);
        QVERIFY(m_demo->find<QCheckBox>(u"settingsLockRatings"_s)->isChecked());
    }

    void theNewSectionsAreFound_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("widget");
        QTest::newRow("library") << u"read everything again"_s << u"settingsFullSync"_s;
        QTest::newRow("playback") << u"loudness"_s << u"settingsLoudness"_s;
        QTest::newRow("privacy") << u"telemetry"_s << u"privacyForget"_s;
        QTest::newRow("transfer") << u"import"_s << u"settingsImport"_s;
        QTest::newRow("contrast") << u"high contrast"_s << u"settingsTheme"_s;
    }
    void theNewSectionsAreFound()
    {
        QFETCH(QString, words);
        QFETCH(QString, widget);
        m_demo->find<QLineEdit>(u"settingsSearch"_s)->setText(words);
        QVERIFY(m_demo->find<QWidget>(widget)->isVisible());
        QVERIFY(!m_demo->find<QPushButton>(u"settingsCheck"_s)->isVisible());
    }

    void theLibrariesAreNamedAndReadAgain()
    {
        QTRY_VERIFY(m_demo->find<QLabel>(u"settingsSections"_s)->text().contains(u"Music"_s));
        const QSignalSpy asked(m_demo->window.get(), &ui::MainWindow::fullSyncRequested);
        click(u"settingsFullSync"_s);
        QCOMPARE(asked.size(), 1);
    }

    void anExportHasNoSecret()
    {
        // What a used profile holds, by the names that account gives it.
        m_demo->settings.set(account::kTokenSalt, u"s3cr3tsalt"_s);
        m_demo->settings.set(account::kClientIdentifier, u"c11ent-identifier"_s);
        m_demo->settings.set(account::kServers, { u"{\"name\":\"Attic\",\"id\":\"machine1\"}"_s });
        m_demo->settings.set(account::kAccounts, { u"{\"name\":\"Ada\",\"uuid\":\"u1\"}"_s });
        m_demo->settings.set(account::kPins, { u"{\"host\":\"attic.example\"}"_s });
        click(u"settingsExport"_s);
        QTRY_VERIFY(QFile::exists(m_demo->chosenFile));
        const QByteArray file = content(m_demo->chosenFile);
        QVERIFY(file.contains("appearance/theme"));
        const QList<QByteArray> secrets { m_demo->demo.endpoints.token.reveal(),
            m_demo->demo.endpoints.accountToken.reveal(), "s3cr3tsalt", "c11ent-identifier",
            "Attic", "machine1", "Ada", "attic.example", "account/", "token", "Token" };
        for (const QByteArray& secret : secrets) {
            QVERIFY2(!file.contains(secret), secret.constData());
        }
        QTRY_VERIFY(said().contains(u"mine.json"_s));
    }

    void anImportShowsWhatChangesAndAppliesIt()
    {
        m_demo->settings.set(ui::appearance::kTheme, ui::ThemeChoice::Dark);
        m_demo->settings.set(ui::appearance::kTextPercent, 125);
        click(u"settingsExport"_s);
        QTRY_VERIFY(QFile::exists(m_demo->chosenFile));
        m_demo->settings.set(ui::appearance::kTheme, ui::ThemeChoice::Light);
        m_demo->settings.reset(ui::appearance::kTextPercent);
        QVERIFY(!m_demo->theme.isDark());
        click(u"settingsImport"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(offered(),
            (QStringList { u"Theme: Light → Dark"_s, u"Text size in per cent: 100 → 125"_s }));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(!m_demo->theme.isDark()); // not agreed to
        click(u"settingsImport"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        accept();
        QVERIFY(m_demo->theme.isDark());
        QCOMPARE(m_demo->find<QComboBox>(u"settingsText"_s)->currentData().toInt(), 125);
        click(u"settingsImport"_s);
        QTRY_VERIFY(said().startsWith(u"Nothing would change"_s));
        QVERIFY(!dialog());
    }

    void aBadFileChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("damaged") << QByteArray("{\"program\":\"PlexM8\",")
                                 << u"not a settings file"_s;
        QTest::newRow("newer") << QByteArray(
            R"({"program":"PlexM8","format":99,"settings":{"appearance/theme":"dark"}})")
                               << u"later version"_s;
        QTest::newRow("impossible") << QByteArray(
            R"({"program":"PlexM8","format":1,"settings":{"appearance/theme":"dark","appearance/text_percent":5000}})")
                                    << u"appearance/text_percent"_s;
    }
    void aBadFileChangesNothing()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, sentence);
        write(file);
        m_demo->settings.set(ui::appearance::kTheme, ui::ThemeChoice::Light);
        click(u"settingsImport"_s);
        auto* bar = m_demo->find<QWidget>(u"settingsPage"_s)->findChild<ui::ErrorBar*>();
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(said(), u"Nothing was imported."_s);
        QStringList texts;
        for (const auto* label : bar->findChildren<QLabel*>()) {
            texts.append(label->text());
        }
        QVERIFY2(texts.join(u' ').contains(sentence), qPrintable(texts.join(u' ')));
        QVERIFY(!dialog());
        QCOMPARE(m_demo->settings.value(ui::appearance::kTheme), ui::ThemeChoice::Light);
    }

    void aResetCanBeTakenBack()
    {
        using ui::behaviour::OnClose;
        QVERIFY(!m_demo->find<QPushButton>(u"settingsBringBack"_s)->isVisible());
        m_demo->settings.set(ui::appearance::kTheme, ui::ThemeChoice::Dark);
        m_demo->settings.set(ui::behaviour::kOnClose, OnClose::Quit);
        m_demo->settings.set(account::kTokenSalt, u"stays"_s);
        click(u"settingsReset"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(offered().size(), 2);
        accept();
        QCOMPARE(m_demo->settings.value(ui::behaviour::kOnClose), OnClose::Ask);
        QCOMPARE(m_demo->find<QComboBox>(u"settingsOnClose"_s)->currentData().toInt(),
            int(OnClose::Ask));
        QCOMPARE(m_demo->settings.value(account::kTokenSalt), u"stays"_s);
        QVERIFY(m_demo->find<QPushButton>(u"settingsBringBack"_s)->isVisible());
        click(u"settingsBringBack"_s);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QCOMPARE(offered().size(), 2);
        accept();
        QVERIFY(m_demo->theme.isDark());
        QCOMPARE(m_demo->settings.value(ui::behaviour::kOnClose), OnClose::Quit);
    }

    void allCachesAreEmptiedAfterAQuestion()
    {
        click(u"privacyEmpty"_s);
        auto* question = m_demo->find<QMessageBox>(u"flushQuestion"_s);
        QVERIFY(question);
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::AcceptRole) {
                QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTRY_COMPARE(m_demo->flushed, QStringList { QString() });
    }

    void theDemoIsNotOfferedInTheDemo()
    {
        m_demo->window->go({ ui::Route::Place::Settings });
        ui::ConnectionStatus status { .kind = ui::ConnectionStatus::Kind::Lan };
        m_demo->window->setConnection(status);
        const auto* demo = m_demo->find<QPushButton>(u"settingsDemo"_s);
        QTRY_VERIFY(demo->isVisible());
        status.isDemo = true;
        m_demo->window->setConnection(status);
        QVERIFY(!demo->isVisible());
    }

    void everyListedSettingHasATitleOfItsOwn()
    {
        QSet<QString> titles;
        QSet<QString> keys;
        for (const ui::ListedSetting& each : ui::listedSettings()) {
            QVERIFY(!each.title.isEmpty());
            QVERIFY(!each.portable.key.startsWith(u"account/"_s));
            QVERIFY(each.portable.fits(each.portable.fallback));
            titles.insert(each.title);
            keys.insert(each.portable.key);
        }
        QCOMPARE(titles.size(), ui::listedSettings().size());
        QCOMPARE(keys.size(), ui::listedSettings().size());
    }
};

PLEXM8_GUI_TEST_MAIN(TestPreferences)
#include "tst_preferences.moc"

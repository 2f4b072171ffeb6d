// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/inifile.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace {

const QString kKey = u"window/width"_s;

/// A pool whose only thread does nothing until it is let.
class BusyPool
{
public:
    BusyPool()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.start([this] { m_gate.acquire(); });
    }
    ~BusyPool() { finish(); }
    Q_DISABLE_COPY_MOVE(BusyPool)
    void finish()
    {
        m_gate.release();
        m_pool.waitForDone();
    }
    QThreadPool& pool() { return m_pool; }

private:
    QSemaphore m_gate;
    QThreadPool m_pool;
};

} // namespace

class TestIniFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    /// Saving begins in the turn of the loop that follows a change; it ends in the pool.
    static void nextTurn() { QCoreApplication::processEvents(); }
    QVariant saved(const QString& key = kKey) const
    {
        return QSettings(m_path, QSettings::IniFormat).value(key);
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_path = m_folder->filePath(u"state.ini"_s);
    }

    void withoutAPoolTheNextTurnSaves()
    {
        settings::IniFile file(m_path);
        file.setValue(kKey, 800);
        QCOMPARE(file.value(kKey), 800);
        QVERIFY(!QFile::exists(m_path));
        nextTurn();
        QCOMPARE(saved().toInt(), 800);
        file.remove(kKey);
        QVERIFY(!file.contains(kKey));
        nextTurn();
        QVERIFY(!saved().isValid());
    }

    void whoChangesDoesNotWaitForTheDisk()
    {
        BusyPool busy;
        settings::IniFile file(m_path);
        file.saveIn(busy.pool());
        file.setValue(kKey, 800);
        nextTurn();
        file.setValue(kKey, 900);
        file.setValue(u"gone"_s, 1);
        file.remove(u"gone"_s);
        nextTurn();
        QCOMPARE(file.value(kKey), 900);
        QVERIFY(!QFile::exists(m_path));
        busy.finish();
        QTRY_COMPARE(saved().toInt(), 900);
        QVERIFY(!saved(u"gone"_s).isValid());
        QVERIFY(!file.contains(u"gone"_s));
        QCOMPARE(file.value(kKey).toInt(), 900);
    }

    void whatIsSavedAtOnceStaysAfterAnOlderSaving()
    {
        BusyPool busy;
        settings::IniFile file(m_path);
        file.saveIn(busy.pool());
        file.setValue(kKey, 800);
        nextTurn();
        file.setValue(kKey, 900);
        QVERIFY(file.save());
        QCOMPARE(saved().toInt(), 900);
        busy.finish(); // with 800
        QTRY_COMPARE(saved().toInt(), 900);
        QCOMPARE(file.value(kKey).toInt(), 900);
    }

    void theEndSavesWhatThePoolDidNot()
    {
        QThreadPool pool;
        {
            settings::IniFile file(m_path);
            file.saveIn(pool);
            file.setValue(kKey, 800);
        }
        QCOMPARE(saved().toInt(), 800);
    }

    void whatCannotBeSavedIsSavedLater_data()
    {
        QTest::addColumn<bool>("hasPool");
        QTest::newRow("in its thread") << false;
        QTest::newRow("in a pool") << true;
    }

    void whatCannotBeSavedIsSavedLater()
    {
        QFETCH(bool, hasPool);
        const QString folder = m_folder->filePath(u"config"_s);
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        m_path = folder + u"/state.ini"_s;
        QThreadPool pool;
        settings::IniFile file(m_path);
        if (hasPool) {
            file.saveIn(pool);
        }
        file.setValue(kKey, 800);
        nextTurn();
        pool.waitForDone();
        nextTurn();
        QVERIFY(!file.save());
        QCOMPARE(file.value(kKey), 800);
        QVERIFY(inTheWay.remove() && QDir().mkpath(folder));
        file.setValue(u"other"_s, 1);
        QTRY_COMPARE(saved().toInt(), 800);
        QCOMPARE(saved(u"other"_s).toInt(), 1);
    }

    void whatAnotherProcessChangedStays()
    {
        settings::IniFile file(m_path);
        file.setValue(kKey, 800);
        QVERIFY(file.save());
        {
            QSettings other(m_path, QSettings::IniFormat);
            other.setValue(u"playback/volume"_s, 40);
        }
        file.setValue(kKey, 900);
        QVERIFY(file.save());
        QCOMPARE(saved(u"playback/volume"_s).toInt(), 40);
        QCOMPARE(file.value(u"playback/volume"_s).toInt(), 40);
        QCOMPARE(saved().toInt(), 900);
    }
};

QTEST_GUILESS_MAIN(TestIniFile)
#include "tst_inifile.moc"

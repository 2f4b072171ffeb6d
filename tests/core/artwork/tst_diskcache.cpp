// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/diskcache.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;

class TestDiskCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatWasWrittenIsThereAfterARestart()
    {
        artwork::DiskCache(folder(), 1000).write("key", "bytes");
        artwork::DiskCache cache(folder(), 1000);
        QCOMPARE(cache.read("key"), "bytes");
        QCOMPARE(cache.read("other"), QByteArray());
        QCOMPARE(cache.usage().files, 1);
        cache.write("key", "longer bytes");
        QCOMPARE(cache.read("key"), "longer bytes");
        QCOMPARE(cache.usage().bytes, 12);
        cache.remove("key");
        QCOMPARE(cache.read("key"), QByteArray());
        cache.write("key", "x");
        cache.clear();
        QCOMPARE(cache.usage().files, 0);
    }

    void aGroupIsRemovedAtOnce()
    {
        artwork::DiskCache cache(folder(), 1000);
        cache.write("one\na", "x");
        cache.write("one\nb", "x");
        cache.write("other\na", "y");
        cache.clear("one");
        QCOMPARE(cache.usage().files, 1);
        QCOMPARE(cache.read("one\na"), QByteArray());
        QCOMPARE(cache.read("other\na"), "y");
    }

    void theLeastRecentlyUsedGoFirst()
    {
        artwork::DiskCache cache(folder(), 10'000);
        for (int i = 0; i < 10; ++i) {
            cache.write(QByteArray::number(i), QByteArray(900, 'x'));
        }
        age(std::chrono::hours(48));
        QVERIFY(!cache.read("3").isEmpty()); // used, so it is young again
        cache.write("new", QByteArray(3000, 'x'));
        cache.cleanUp();
        QVERIFY(cache.usage().bytes <= 8000);
        QVERIFY(cache.usage().bytes >= 6000);
        QVERIFY(!cache.read("3").isEmpty());
        QVERIFY(!cache.read("new").isEmpty());
    }

    void writingCleansUpByItself()
    {
        artwork::DiskCache cache(folder(), 100'000);
        for (int i = 0; i < 400; ++i) {
            cache.write(QByteArray::number(i), QByteArray(1000, 'x'));
        }
        QVERIFY(cache.usage().bytes <= 115'000);
        QVERIFY(cache.usage().bytes >= 70'000);
    }

    void aFolderThatCannotBeMadeKeepsNothing()
    {
        QFile blocker(folder());
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        artwork::DiskCache cache(folder(), 1000);
        cache.write("key", "bytes");
        QCOMPARE(cache.read("key"), QByteArray());
    }

    void manyThreadsAtOnceSeeWholeFiles()
    {
        artwork::DiskCache cache(folder(), 50'000);
        std::atomic<int> broken = 0;
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        for (int thread = 0; thread < 4; ++thread) {
            pool.start([&cache, &broken, thread] {
                for (int i = 0; i < 200; ++i) {
                    const QByteArray key = QByteArray::number((i + thread) % 7);
                    cache.write(key, QByteArray(2000, key.at(0)));
                    const QByteArray read = cache.read(key);
                    if (!read.isEmpty() && read != QByteArray(2000, key.at(0))) {
                        ++broken;
                    }
                }
            });
        }
        QVERIFY(pool.waitForDone(30'000));
        QCOMPARE(broken.load(), 0);
    }

private:
    QString folder() const { return m_dir->filePath(u"art"_s); }
    void age(std::chrono::seconds by) const
    {
        QDirIterator files(folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-by.count()),
                QFileDevice::FileModificationTime);
        }
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestDiskCache)
#include "tst_diskcache.moc"

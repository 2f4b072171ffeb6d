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
using artwork::DiskCache;
using artwork::PictureKey;
using artwork::StoredPicture;

namespace {

PictureKey keyOf(int number, const QByteArray& group = "one")
{
    return { group, u"/library/metadata/%1/thumb"_s.arg(number), 128 };
}

StoredPicture pictureOf(const QByteArray& bytes)
{
    return { bytes, u"1"_s, "\"a\"", "Mon, 02 Feb 2026 10:11:12 GMT", 1'700'000'000 };
}

} // namespace

class TestDiskCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void whatWasWrittenIsThereAfterARestart()
    {
        const StoredPicture picture = pictureOf("bytes");
        DiskCache(folder(), 1000).write(keyOf(1), picture);
        DiskCache cache(folder(), 1000);
        QCOMPARE(cache.read(keyOf(1)), picture);
        QVERIFY(!cache.read(keyOf(2)));
        QVERIFY(!cache.read({ "one", keyOf(1).picture, 256 }));
        QCOMPARE(cache.usage().files, 1);
        cache.write(keyOf(1), pictureOf("longer bytes"));
        QCOMPARE(bytesOf(cache, 1), "longer bytes");
        QCOMPARE(cache.usage().files, 1);
        cache.remove(keyOf(1));
        QVERIFY(!cache.read(keyOf(1)));
        cache.write(keyOf(1), picture);
        cache.clear();
        QCOMPARE(cache.usage().files, 0);
    }

    void whenItWasAskedAboutIsNotedInPlace()
    {
        DiskCache cache(folder(), 1000);
        StoredPicture picture = pictureOf("bytes");
        cache.write(keyOf(1), picture);
        cache.renew(keyOf(1), 1'800'000'000);
        picture.checkedAt = 1'800'000'000;
        QCOMPARE(cache.read(keyOf(1)), picture);
        cache.renew(keyOf(2), 1'800'000'000); // which is not there
        QCOMPARE(cache.usage().files, 1);
    }

    void aGroupIsRemovedAtOnce()
    {
        DiskCache cache(folder(), 1000);
        cache.write(keyOf(1), pictureOf("x"));
        cache.write(keyOf(2), pictureOf("x"));
        cache.write(keyOf(1, "other"), pictureOf("y"));
        cache.clear("one");
        QCOMPARE(cache.usage().files, 1);
        QCOMPARE(QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QVERIFY(!cache.read(keyOf(1)));
        QCOMPARE(cache.read(keyOf(1, "other")).value_or(StoredPicture()).bytes, "y");
    }

    void theLeastRecentlyUsedGoFirst()
    {
        DiskCache large(folder(), 1'000'000); // makes no room by itself
        for (int i = 0; i < 10; ++i) {
            large.write(keyOf(i), pictureOf(QByteArray(780, 'x')));
        }
        DiskCache cache(folder(), 10'000);
        age(std::chrono::hours(48));
        QVERIFY(cache.read(keyOf(3))); // used, so it is young again
        large.write(keyOf(99), pictureOf(QByteArray(3000, 'x')));
        auto survey = cache.survey();
        QCOMPARE(survey.entries.size(), size_t(11));
        QVERIFY(cache.trim(survey) > 0);
        QVERIFY(cache.usage().bytes <= 8000);
        QVERIFY(cache.usage().bytes >= 6000);
        QVERIFY(cache.read(keyOf(3)));
        QVERIFY(cache.read(keyOf(99)));
    }

    void picturesOfWhatIsGoneGoBeforeAll()
    {
        DiskCache large(folder(), 1'000'000);
        for (int i = 0; i < 12; ++i) {
            large.write(keyOf(i), pictureOf(QByteArray(780, 'x')));
        }
        large.write(keyOf(1, "other"), pictureOf(QByteArray(780, 'x')));
        DiskCache cache(folder(), 10'000);
        age(std::chrono::hours(48));
        for (const int used : { 1, 5, 7 }) {
            QVERIFY(cache.read(keyOf(used)));
        }
        auto survey = cache.survey({}, "one");
        QVERIFY(cache.trim(survey, { u"1"_s, u"5"_s }) > 2);
        QVERIFY(!cache.read(keyOf(1)));
        QVERIFY(!cache.read(keyOf(5)));
        QVERIFY(cache.read(keyOf(7))); // lately used, and not gone
    }

    void belowTheLimitNothingGoes()
    {
        DiskCache cache(folder(), 10'000);
        cache.write(keyOf(1), pictureOf("x"));
        auto survey = cache.survey({}, "one");
        QCOMPARE(cache.trim(survey, { u"1"_s }), 0);
        QVERIFY(cache.read(keyOf(1)));
    }

    void whatIsNoneOfOursIsRemoved_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("ending");
        QTest::addColumn<bool>("isOld");
        QTest::addColumn<bool>("goes");
        const QByteArray whole = fileOf("one picture");
        QTest::newRow("whole") << whole << QString() << false << false;
        QTest::newRow("never finished") << whole << u".Ab12cd"_s << true << true;
        QTest::newRow("being written") << whole << u".Ab12cd"_s << false << false;
        QTest::newRow("empty") << QByteArray() << QString() << false << true;
        QTest::newRow("cut in its head") << whole.left(20) << QString() << false << true;
        QTest::newRow("cut in its picture") << whole.chopped(1) << QString() << false << true;
        QTest::newRow("longer than it says") << whole + "x" << QString() << false << true;
        QTest::newRow("of before there were heads")
            << "\xff\xd8\xff jpeg"_ba << QString() << false << true;
        QTest::newRow("lengths that lie")
            << whole.left(13) + QByteArray(40, '\x7f') << QString() << false << true;
    }
    void whatIsNoneOfOursIsRemoved()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, ending);
        QFETCH(bool, isOld);
        QFETCH(bool, goes);
        DiskCache cache(folder(), 10'000);
        cache.write(keyOf(1), pictureOf("one picture"));
        const QString path = onlyFile() + ending;
        QVERIFY(ending.isEmpty() || QFile::remove(onlyFile()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        if (isOld) {
            age(std::chrono::hours(2));
        }
        QCOMPARE(cache.survey().strays, goes ? 1 : 0);
        QCOMPARE(QFile::exists(path), !goes);
    }

    void aDamagedFileIsNotRead()
    {
        DiskCache cache(folder(), 10'000);
        cache.write(keyOf(1), pictureOf("one picture"));
        QVERIFY(QFile::resize(onlyFile(), 30));
        QVERIFY(!cache.read(keyOf(1)));
        QCOMPARE(cache.usage().files, 0);
    }

    void whatSomebodyElsePutThereGoes()
    {
        DiskCache cache(folder(), 10'000);
        cache.write(keyOf(1), pictureOf("x"));
        cache.write(keyOf(1, "other"), pictureOf("x"));
        QVERIFY(QDir(folder()).mkpath(u"notes/old"_s));
        QFile note(folder() + u"/notes/old/note.txt"_s);
        QVERIFY(note.open(QIODevice::WriteOnly));
        const auto survey = cache.survey(QList<QByteArray> { "one" }, "one");
        QCOMPARE(survey.entries.size(), size_t(1));
        QVERIFY(survey.entries.front().isOfGroup);
        QCOMPARE(survey.entries.front().owner, u"1"_s);
        QCOMPARE(QDir(folder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
        QVERIFY(cache.read(keyOf(1)));
        QVERIFY(!cache.read(keyOf(1, "other")));
    }

    void writingMakesRoomByItself()
    {
        DiskCache cache(folder(), 100'000);
        for (int i = 0; i < 400; ++i) {
            cache.write(keyOf(i), pictureOf(QByteArray(900, 'x')));
        }
        QVERIFY(cache.usage().bytes <= 115'000);
        QVERIFY(cache.usage().bytes >= 70'000);
    }

    void aFolderThatCannotBeMadeKeepsNothing()
    {
        QFile blocker(folder());
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        DiskCache cache(folder(), 1000);
        cache.write(keyOf(1), pictureOf("bytes"));
        QVERIFY(!cache.read(keyOf(1)));
    }

    void manyThreadsAtOnceSeeWholeFiles()
    {
        DiskCache cache(folder(), 50'000);
        std::atomic<int> broken = 0;
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        for (int thread = 0; thread < 4; ++thread) {
            pool.start([&cache, &broken, thread] {
                for (int i = 0; i < 200; ++i) {
                    const int number = (i + thread) % 7;
                    const QByteArray bytes(2000, char('0' + number));
                    cache.write(keyOf(number), pictureOf(bytes));
                    cache.renew(keyOf(number), 1'800'000'000);
                    const auto read = cache.read(keyOf(number));
                    if (read && read->bytes != bytes) {
                        ++broken;
                    }
                    if (i % 50 == 0) {
                        auto survey = cache.survey();
                        (void)cache.trim(survey);
                    }
                }
            });
        }
        QVERIFY(pool.waitForDone(30'000));
        QCOMPARE(broken.load(), 0);
    }

private:
    QString folder() const { return m_dir->filePath(u"art"_s); }
    static QByteArray bytesOf(const DiskCache& cache, int number)
    {
        return cache.read(keyOf(number)).value_or(StoredPicture()).bytes;
    }
    /// The only file of the cache; empty if there is another number of them.
    QString onlyFile() const
    {
        QStringList found;
        QDirIterator files(folder(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            found.append(files.next());
        }
        return found.size() == 1 ? found.first() : QString();
    }
    /// A file as the cache writes it for keyOf(1).
    static QByteArray fileOf(const QByteArray& bytes)
    {
        const QTemporaryDir folder;
        DiskCache(folder.path(), 10'000).write(keyOf(1), pictureOf(bytes));
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        QFile file(files.next());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
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

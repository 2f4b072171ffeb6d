// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"

#include "core/demo/server.h"
#include "core/plex/server.h"
#include "core/types/picturepath.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"

#include <QBuffer>
#include <QColor>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using util::Error;

class TestArtwork : public QObject
{
    Q_OBJECT
    /// The red cover is due, and the server does not have it any more.
    void lookAgainInVain()
    {
        m_demo.clearFaults();
        demo::Fault gone;
        gone.pathPrefix = u"/photo"_s;
        gone.times = -1;
        gone.status = 404;
        m_demo.inject(gone);
        m_clock.advance(artwork::Artwork::kFreshFor);
        (void)takeSeen();
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::red));
        QTRY_COMPARE(seen(), 1);
        support::turn(50ms); // its error arrives
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::red));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_demo.start();
        QVERIFY(started);
        m_end = *started;
        m_plex = std::make_unique<plex::Server>(m_end.pms, m_end.token,
            plex::ClientIdentity { .clientIdentifier = u"c"_s, .product = u"PlexM8"_s }, m_pool);
        const auto sections = support::await(m_plex->sections());
        QVERIFY(sections);
        for (const types::Section& section : *sections) {
            if (section.type == types::ItemType::Artist) {
                const auto albums
                    = support::await(m_plex->items(section.key, types::ItemType::Album, 0, 10));
                QVERIFY(albums);
                for (const types::Item& album : albums->items) {
                    m_paths.append(album.thumb);
                }
            }
        }
        QVERIFY(m_paths.size() >= 3);
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_demo.clearFaults();
        (void)takeSeen();
        make(24 * 1024 * 1024);
    }

    void aSquareHasExactlyItsSide()
    {
        const auto square = support::await(m_art->square(m_paths.at(0), 100));
        QVERIFY(square);
        QCOMPARE(square->size(), QSize(100, 100));
        const auto larger = support::await(m_art->square(m_paths.at(0), 128));
        QCOMPARE(larger->size(), QSize(128, 128));
        QCOMPARE(photoRequests().size(), 1); // of the same step
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = support::await(m_art->square(m_paths.at(0), 100, stop.get_token()));
        QCOMPARE(stopped.error().code, Error::Code::Cancelled);
        QVERIFY(!support::await(m_art->square({}, 100)));
    }

    void coversAreFetchedOnce()
    {
        const auto cover = support::await(m_art->cover(m_paths.at(0), 100));
        QVERIFY2(cover, cover ? "" : qPrintable(cover.error().detail));
        QCOMPARE(std::min(cover->width(), cover->height()), 128);
        QCOMPARE(*support::await(m_art->cover(m_paths.at(0), 128)), *cover);
        QCOMPARE(m_art->cached(m_paths.at(0), 100), *cover);
        QVERIFY(m_art->cached(m_paths.at(0), 300).isNull());
        const auto requests = photoRequests();
        QCOMPARE(requests.size(), 1);
        for (const auto& [key, value] : requests.at(0).query) {
            QVERIFY(!value.contains(QString::fromUtf8(m_end.token.reveal())));
        }
    }

    void theDiskServesWithoutAServer()
    {
        const auto cover = support::await(m_art->cover(m_paths.at(0), 100));
        QVERIFY(cover);
        make(24 * 1024 * 1024);
        m_art->setSource(nullptr, types::ServerId { m_end.machineIdentifier });
        QCOMPARE(*support::await(m_art->cover(m_paths.at(0), 100)), *cover);
        QCOMPARE(
            support::await(m_art->cover(m_paths.at(1), 100)).error().code, Error::Code::Offline);
        QCOMPARE(photoRequests().size(), 1);
        m_art->setSource(nullptr, types::ServerId { u"other server"_s });
        QCOMPARE(
            support::await(m_art->cover(m_paths.at(0), 100)).error().code, Error::Code::Offline);
    }

    void equalRequestsShareOneTransfer()
    {
        delay(100ms);
        QList<util::Future<QImage>> futures;
        for (int i = 0; i < 5; ++i) {
            futures.append(m_art->cover(m_paths.at(0), 100 + i));
        }
        QObject context;
        const auto covers = support::await(util::async::all(futures, &context));
        QVERIFY(covers);
        QCOMPARE(covers->size(), 5);
        QCOMPARE(photoRequests().size(), 1);
    }

    void stoppingOneLeavesTheOthers()
    {
        delay(100ms);
        std::stop_source stop;
        const auto first = m_art->cover(m_paths.at(0), 100, stop.get_token());
        const auto second = m_art->cover(m_paths.at(0), 100);
        stop.request_stop();
        QCOMPARE(support::await(first).error().code, Error::Code::Cancelled);
        QVERIFY(support::await(second));
    }

    void stoppingAllStopsTheTransferAndItCanBeAskedAgain()
    {
        delay(5s);
        std::stop_source stop;
        const auto first = m_art->cover(m_paths.at(0), 100, stop.get_token());
        QVERIFY(!QTest::qWaitFor([&first] { return first.isFinished(); }, 100));
        stop.request_stop();
        QCOMPARE(support::await(first, 1s).error().code, Error::Code::Cancelled);
        m_demo.clearFaults();
        QVERIFY(support::await(m_art->cover(m_paths.at(0), 100)));
    }

    void brokenPicturesFailOnceAndAreNotAskedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("garbage");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("gone") << 404 << QByteArray() << Error::Code::NotFound;
        QTest::newRow("no picture") << 0 << "<html>hello</html>"_ba << Error::Code::Protocol;
        QTest::newRow("damaged") << 0 << "\xff\xd8\xff\xe0 jpeg?"_ba << Error::Code::Protocol;
        const QByteArray whole = jpegOf(Qt::red);
        QTest::newRow("cut in the middle")
            << 0 << whole.left(whole.size() / 2) << Error::Code::Protocol;
        QTest::newRow("30,000 squared") << 0 << hugeGif(30'000) << Error::Code::Protocol;
        QTest::newRow("drawing")
            << 0 << "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"_ba
            << Error::Code::Protocol;
    }
    void brokenPicturesFailOnceAndAreNotAskedAgain()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, garbage);
        demo::Fault fault;
        fault.pathPrefix = u"/photo"_s;
        fault.times = -1;
        if (status > 0) {
            fault.status = status;
        }
        fault.garbageBody = garbage;
        m_demo.inject(fault);
        const auto cover = support::await(m_art->cover(m_paths.at(0), 100));
        QVERIFY(!cover);
        QTEST(cover.error().code, "code");
        QVERIFY(!support::await(m_art->cover(m_paths.at(0), 100)));
        QCOMPARE(photoRequests().size(), 1);
        QCOMPARE(support::await(m_art->stats())->diskEntries, 0);
        m_demo.clearFaults();
        m_art->setSource(m_plex.get(), types::ServerId { m_end.machineIdentifier });
        QVERIFY(support::await(m_art->cover(m_paths.at(0), 100)));
    }

    void ofManyFramesOneIsRead()
    {
        demo::Fault fault;
        fault.pathPrefix = u"/photo"_s;
        fault.garbageBody = hugeGif(4'000);
        m_demo.inject(fault);
        const auto cover = support::await(m_art->cover(m_paths.at(0), 100));
        QVERIFY(cover);
        QCOMPARE(cover->size(), QSize(128, 128));
    }

    void anEndlessPictureIsGivenUp_data()
    {
        QTest::addColumn<demo::Fault>("fault");
        demo::Fault fault;
        fault.isEndless = true;
        QTest::newRow("of no length") << fault;
        QTest::newRow("of 10 GB") << demo::Fault::huge({});
    }
    void anEndlessPictureIsGivenUp()
    {
        QFETCH(demo::Fault, fault);
        fault.pathPrefix = u"/photo"_s;
        fault.times = -1;
        m_demo.inject(fault);
        const qint64 before = residentBytes();
        const auto cover = support::await(m_art->cover(m_paths.at(0), 100));
        QCOMPARE(cover.error().code, Error::Code::Protocol);
        QVERIFY2(residentBytes() - before < 80'000'000, "more than four times what is allowed");
        QVERIFY(!support::await(m_art->cover(m_paths.at(0), 100)));
        QCOMPARE(photoRequests().size(), 1);
        m_demo.clearFaults();
        QVERIFY(support::await(m_art->cover(m_paths.at(1), 100))); // others come as before
    }

    void damagedFilesOnDiskAreFetchedAnew()
    {
        QVERIFY(support::await(m_art->cover(m_paths.at(0), 100)));
        artwork::DiskCache disk(m_dir->filePath(u"art"_s), 1 << 20);
        const artwork::PictureKey key { m_end.machineIdentifier.toUtf8(),
            types::picturePath(m_paths.at(0)).picture, 128 };
        auto stored = disk.read(key);
        QVERIFY(stored);
        stored->bytes = "damaged";
        disk.write(key, *stored);
        make(24 * 1024 * 1024);
        QVERIFY(support::await(m_art->cover(m_paths.at(0), 100)));
        QCOMPARE(photoRequests().size(), 2);
    }

    void memoryHoldsNoMoreThanItsLimit()
    {
        make(3 * 128 * 128 * 4);
        for (const QString& path : std::as_const(m_paths)) {
            QVERIFY(support::await(m_art->cover(path, 128)));
        }
        const auto stats = support::await(m_art->stats());
        QVERIFY(stats->memoryBytes <= 3 * 128 * 128 * 4);
        QVERIFY(stats->memoryEntries >= 1);
        QCOMPARE(stats->diskEntries, QSet<QString>(m_paths.begin(), m_paths.end()).size());
        QVERIFY(support::await(m_art->clear()));
        QCOMPARE(support::await(m_art->stats())->diskEntries, 0);
        QCOMPARE(support::await(m_art->stats())->memoryBytes, 0);
    }

    void whatCameFromOneServerIsForgotten()
    {
        QVERIFY(support::await(m_art->cover(m_paths.at(0), 100)));
        const types::ServerId other { u"other server"_s };
        m_art->setSource(m_plex.get(), other);
        const auto cover = support::await(m_art->cover(m_paths.at(0), 100));
        QVERIFY(cover);
        QVERIFY(support::await(m_art->clear({ m_end.machineIdentifier })));
        QCOMPARE(support::await(m_art->stats()).value().diskEntries, 1);
        (void)photoRequests();
        QCOMPARE(*support::await(m_art->cover(m_paths.at(0), 100)), *cover);
        QVERIFY(photoRequests().isEmpty());
    }

    void anEmptyPathIsNotFoundWithoutARequest()
    {
        QCOMPARE(support::await(m_art->cover({}, 100)).error().code, Error::Code::NotFound);
        QVERIFY(photoRequests().isEmpty());
    }

    void destroyingCancels()
    {
        delay(5s);
        const auto cover = m_art->cover(m_paths.at(0), 100);
        QVERIFY(!QTest::qWaitFor([&cover] { return cover.isFinished(); }, 50));
        m_art.reset();
        QCOMPARE(support::await(cover, 1s).error().code, Error::Code::Cancelled);
    }

    void aCoverOfTodayIsNotAskedAboutAgain()
    {
        serve(Qt::red, "\"1\"");
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        m_clock.advance(artwork::Artwork::kFreshFor - 1min);
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        make(24 * 1024 * 1024);
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        QCOMPARE(photoRequests().size(), 1);
    }

    void anOldCoverIsShownAndAskedAbout_data()
    {
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QByteArray>("lastModified");
        QTest::addColumn<bool>("isInMemory");
        QTest::newRow("tag") << "\"1\""_ba << QByteArray() << true;
        QTest::newRow("tag, from disk") << "\"1\""_ba << QByteArray() << false;
        QTest::newRow("date") << QByteArray() << "Mon, 02 Feb 2026 10:11:12 GMT"_ba << true;
        QTest::newRow("neither, the same bytes") << QByteArray() << QByteArray() << false;
    }
    void anOldCoverIsShownAndAskedAbout()
    {
        QFETCH(QByteArray, etag);
        QFETCH(QByteArray, lastModified);
        QFETCH(bool, isInMemory);
        serve(Qt::red, etag, lastModified);
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        m_clock.advance(etag.isEmpty() && lastModified.isEmpty() ? artwork::Artwork::kNamedFreshFor
                                                                 : artwork::Artwork::kFreshFor);
        if (!isInMemory) {
            make(24 * 1024 * 1024);
        }
        (void)photoRequests();
        const QSignalSpy replaced(m_art.get(), &artwork::Artwork::replaced);
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::red));
        QTRY_COMPARE(stats().unchanged, 1);
        const auto requests = photoRequests();
        QCOMPARE(requests.size(), 1);
        QCOMPARE(requests.at(0).headers.value("if-none-match"), etag);
        QCOMPARE(requests.at(0).headers.value("if-modified-since"), lastModified);
        QCOMPARE(requests.at(0).status, 200); // before the fault, which may make it 304
        QVERIFY(replaced.isEmpty());
        // It is of today again, in memory and on disk.
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        make(24 * 1024 * 1024);
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        QVERIFY(!QTest::qWaitFor([this] { return seen() > 0; }, 100));
    }

    void whatIsNewerReplacesIt_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("tag") << "\"1\""_ba
                             << "\"2\""_ba;
        QTest::newRow("no tag") << QByteArray() << QByteArray();
    }
    void whatIsNewerReplacesIt()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        serve(Qt::red, before);
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        serve(Qt::blue, after);
        m_clock.advance(artwork::Artwork::kNamedFreshFor);
        QSignalSpy replaced(m_art.get(), &artwork::Artwork::replaced);
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::red));
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(replaced.at(0).at(0).toString(), kCover);
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::blue));
        make(24 * 1024 * 1024);
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::blue));
        QCOMPARE(photoRequests().size(), 2);
    }

    void aChangedPathShowsTheFormerCoverFirst()
    {
        const QString changed = u"/library/metadata/1000001/thumb/1700000999"_s;
        serve(Qt::red);
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        make(24 * 1024 * 1024); // also after a restart
        serve(Qt::blue);
        QSignalSpy replaced(m_art.get(), &artwork::Artwork::replaced);
        QVERIFY(isOf(support::await(m_art->cover(changed, 100)), Qt::red));
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(replaced.at(0).at(0).toString(), changed);
        QVERIFY(isOf(support::await(m_art->cover(changed, 100)), Qt::blue));
        QCOMPARE(stats().renewed, 1);
        QCOMPARE(stats().diskEntries, 1); // the former one is gone
    }

    void anErrorKeepsWhatIsThere()
    {
        serve(Qt::red, "\"1\"");
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        lookAgainInVain();
        make(24 * 1024 * 1024);
        m_art->setSource(nullptr, types::ServerId { m_end.machineIdentifier });
        QVERIFY(isOf(support::await(m_art->cover(kCover, 100)), Qt::red));
        QCOMPARE(seen(), 1); // once, and not without a server
    }

    void anErrorKeepsWhatIsOnTheDiskAlone()
    {
        make(1); // nothing stays in memory
        serve(Qt::red, "\"1\"");
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        lookAgainInVain();
    }

    void fewAreAskedAboutAtOnceAndThoseScrolledPastNotAtAll()
    {
        serve(Qt::red, "\"1\"");
        constexpr int count = 20;
        for (int i = 0; i < count; ++i) {
            QVERIFY(support::await(m_art->cover(coverOf(i), 100)));
        }
        m_demo.clearFaults();
        delay(5s, -1);
        m_clock.advance(artwork::Artwork::kFreshFor);
        (void)takeSeen();
        std::array<std::stop_source, count> stops;
        for (int i = 0; i < count; ++i) {
            QVERIFY(support::await(m_art->cover(coverOf(i), 100, stops[size_t(i)].get_token())));
        }
        QTRY_COMPARE(seen(), artwork::Artwork::kMostChecks);
        QVERIFY(!QTest::qWaitFor([this] { return seen() > artwork::Artwork::kMostChecks; }, 100));
        (void)takeSeen();
        for (int i = 0; i < count - 1; ++i) {
            stops[size_t(i)].request_stop();
        }
        m_demo.clearFaults();
        serve(Qt::red, "\"1\"");
        QTRY_COMPARE(stats().unchanged, 1); // the one that is still in sight
        const auto asked = takeSeen();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).value(u"url"_s), coverOf(count - 1));
    }

    void theCleanUpRemovesWhatNobodyHas()
    {
        serve(Qt::red);
        for (int i = 0; i < 10; ++i) {
            QVERIFY(support::await(m_art->cover(coverOf(i), 100)));
        }
        const types::ServerId server { m_end.machineIdentifier };
        m_art->setSource(m_plex.get(), types::ServerId { u"forgotten"_s });
        QVERIFY(support::await(m_art->cover(kCover, 100)));
        m_art->setSource(m_plex.get(), server);
        const qint64 bytes = stats().diskBytes;
        QStringList asked;
        const auto gone = [&asked](const QSet<QString>& keys) {
            asked = QStringList(keys.begin(), keys.end());
            return util::async::ready<QSet<QString>>(QSet<QString> { u"1000008"_s, u"1000010"_s });
        };
        const auto first = support::await(m_art->cleanUp({ server }, gone));
        QVERIFY(first && first->left == 10 && first->removed == 0);
        QVERIFY(asked.isEmpty()); // there is room
        QVERIFY(stats().diskBytes < bytes);
        make(24 * 1024 * 1024, stats().diskBytes - 1);
        const auto second = support::await(m_art->cleanUp({ server }, gone));
        QCOMPARE(asked.size(), 10);
        QCOMPARE(second->removed, 3); // to 80 %: one that is not gone, too
        QCOMPARE(second->bytes, stats().diskBytes);
        m_art->setSource(nullptr, server);
        QVERIFY(!support::await(m_art->cover(coverOf(7), 100)));
        QVERIFY(!support::await(m_art->cover(coverOf(9), 100)));
    }

private:
    inline static const QString kCover = u"/library/metadata/1000001/thumb/1700000001"_s;
    static QString coverOf(int album)
    {
        return u"/library/metadata/%1/thumb/1700000001"_s.arg(1'000'001 + album);
    }
    static QByteArray jpegOf(QColor color)
    {
        QImage image(128, 128, QImage::Format_RGB32);
        image.fill(color);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG");
        return bytes;
    }
    /// Ten thousand frames, each a claim of that many pixels squared.
    static QByteArray hugeGif(quint16 side)
    {
        const QByteArray size { QByteArray(1, char(side & 0xff)) + char(side >> 8) };
        const QByteArray screen = size + size;
        const QByteArray frame
            = QByteArray("\x2c\0\0\0\0", 5) + screen + QByteArray("\0\x02\x02\x4c\x01\0", 6);
        return "GIF89a" + screen + QByteArray("\x80\0\0\0\0\0\xff\xff\xff", 9)
            + frame.repeated(10'000) + ';';
    }
    static qint64 residentBytes()
    {
        QFile file(u"/proc/self/statm"_s);
        const QByteArray all = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return all.split(' ').value(1).toLongLong() * 4096;
    }
    static bool isOf(const util::Result<QImage>& cover, QColor color)
    {
        const QColor found = cover ? cover->pixelColor(50, 50) : QColor();
        return cover && std::abs(found.red() - color.red()) < 9
            && std::abs(found.blue() - color.blue()) < 9;
    }
    artwork::Artwork::Stats stats()
    {
        return support::await(m_art->stats()).value_or(artwork::Artwork::Stats());
    }
    /// All covers are of that colour from now on, and have that sent beside them.
    void serve(QColor color, const QByteArray& etag = {}, const QByteArray& lastModified = {})
    {
        m_demo.clearFaults();
        demo::Fault fault;
        fault.pathPrefix = u"/photo"_s;
        fault.times = -1;
        fault.garbageBody = jpegOf(color);
        fault.etag = etag;
        fault.lastModified = lastModified;
        m_demo.inject(fault);
    }
    void make(qint64 memory, qint64 disk = 1'000'000'000)
    {
        m_art = std::make_unique<artwork::Artwork>(
            artwork::Artwork::Options {
                .folder = m_dir->filePath(u"art"_s), .diskLimit = disk, .memoryLimit = memory },
            m_pool, m_clock);
        m_art->setSource(m_plex.get(), types::ServerId { m_end.machineIdentifier });
    }
    void delay(std::chrono::milliseconds by, int times = 1)
    {
        demo::Fault fault;
        fault.times = times;
        fault.pathPrefix = u"/photo"_s;
        fault.delay = by;
        m_demo.inject(fault);
    }
    QList<demo::RecordedRequest> photoRequests()
    {
        QList<demo::RecordedRequest> requests = m_demo.takeRequests();
        requests.removeIf([](const demo::RecordedRequest& request) {
            return !request.path.startsWith(u"/photo"_s);
        });
        return requests;
    }

    support::FakeClock m_clock;
    /// How many pictures were asked for since takeSeen(). May be called while it is waited.
    qsizetype seen()
    {
        m_seen += photoRequests();
        return m_seen.size();
    }
    QList<demo::RecordedRequest> takeSeen()
    {
        (void)seen();
        return std::exchange(m_seen, {});
    }

    QList<demo::RecordedRequest> m_seen;
    demo::Server m_demo { { .tracks = 1000 } };
    demo::Endpoints m_end;
    QThreadPool m_pool;
    std::unique_ptr<plex::Server> m_plex;
    QStringList m_paths;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<artwork::Artwork> m_art;
};

QTEST_GUILESS_MAIN(TestArtwork)
#include "tst_artwork.moc"

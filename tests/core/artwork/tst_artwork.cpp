// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"

#include "core/demo/server.h"
#include "core/plex/server.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using util::Error;

class TestArtwork : public QObject
{
    Q_OBJECT
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
        (void)m_demo.takeRequests();
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

    void damagedFilesOnDiskAreFetchedAnew()
    {
        QVERIFY(support::await(m_art->cover(m_paths.at(0), 100)));
        artwork::DiskCache disk(m_dir->filePath(u"art"_s), 1 << 20);
        disk.write(
            m_end.machineIdentifier.toUtf8() + '\n' + m_paths.at(0).toUtf8() + "\n128", "damaged");
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

private:
    void make(qint64 memory)
    {
        m_art = std::make_unique<artwork::Artwork>(
            artwork::Artwork::Options {
                .folder = m_dir->filePath(u"art"_s), .memoryLimit = memory },
            m_pool);
        m_art->setSource(m_plex.get(), types::ServerId { m_end.machineIdentifier });
    }
    void delay(std::chrono::milliseconds by)
    {
        demo::Fault fault;
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

    demo::Server m_demo { { .tracks = 200 } };
    demo::Endpoints m_end;
    QThreadPool m_pool;
    std::unique_ptr<plex::Server> m_plex;
    QStringList m_paths;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<artwork::Artwork> m_art;
};

QTEST_GUILESS_MAIN(TestArtwork)
#include "tst_artwork.moc"

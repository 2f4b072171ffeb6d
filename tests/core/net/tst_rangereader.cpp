// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/rangereader.h"

#include "core/net/client.h"
#include "tests/core/net/rawserver.h"
#include "tests/support/await.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <QThreadPool>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::RawRequest;
using support::RawServer;
using util::Error;
using util::Result;

namespace {

constexpr auto kToken = "s3cr3t-Tok";

QByteArray makeFile(qsizetype size)
{
    QRandomGenerator random(20260101);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char& byte : bytes) {
        byte = static_cast<char>(random.bounded(256));
    }
    return bytes;
}

/// What a well-behaved server answers to "Range: bytes=N-".
QByteArray rangeReply(const RawRequest& request, const QByteArray& file)
{
    const QByteArray range = request.headers.value("range");
    const qint64 from = range.mid(6).split('-').value(0).toLongLong();
    if (from >= file.size()) {
        return RawServer::reply("416 Range Not Satisfiable", {},
            "Content-Range: bytes */" + QByteArray::number(file.size()) + "\r\n");
    }
    return RawServer::reply("206 Partial Content", file.mid(from),
        "Content-Range: bytes " + QByteArray::number(from) + '-'
            + QByteArray::number(file.size() - 1) + '/' + QByteArray::number(file.size()) + "\r\n");
}

} // namespace

class TestRangeReader : public QObject
{
    Q_OBJECT
private:
    /// A reader over what @p handler answers; reads run in a thread of the pool, as decoders do.
    struct Fixture
    {
        explicit Fixture(RawServer::Handler handler)
            : server(std::move(handler))
            , client(server.url(), { .retryDelay = 10ms })
        {
            client.setSecretHeader("X-Plex-Token", util::SecretString(kToken));
            reader = client.openRange(u"/library/parts/1/2/file.flac"_s);
        }
        util::Future<QByteArray> start(qint64 offset, qsizetype count, std::stop_token stop = {})
        {
            return util::async::run(pool, [this, offset, count, stop]() -> Result<QByteArray> {
                QByteArray bytes(count, '\0');
                const auto into = std::as_writable_bytes(
                    std::span(bytes.data(), static_cast<std::size_t>(count)));
                const Result<qint64> got = reader->read(offset, into, stop);
                if (!got) {
                    return got.error();
                }
                bytes.truncate(*got);
                return bytes;
            });
        }
        Result<QByteArray> read(qint64 offset, qsizetype count)
        {
            return support::await(start(offset, count));
        }
        Result<qint64> size()
        {
            return support::await(util::async::run(pool, [this] { return reader->size(); }));
        }

        RawServer server;
        net::Client client;
        std::unique_ptr<net::RangeReader> reader;
        QThreadPool pool;
    };

private Q_SLOTS:
    void readsAnywhereWithTheTokenInAHeader()
    {
        const QByteArray file = makeFile(1'000'003);
        Fixture f([&file](const RawRequest& r, QTcpSocket& s) { s.write(rangeReply(r, file)); });
        QCOMPARE(*f.size(), file.size());
        for (const qint64 offset : { 0, 5, 131'071, 131'072, 999'000, 400'000, 1'000'002 }) {
            QCOMPARE(*f.read(offset, 5000), file.mid(offset, 5000));
        }
        QCOMPARE(f.read(file.size(), 10)->size(), 0);
        QCOMPARE(f.read(file.size() + 5'000'000, 10)->size(), 0);
        for (const RawRequest& request : std::as_const(f.server.requests)) {
            QCOMPARE(request.headers.value("x-plex-token"), kToken);
            QCOMPARE(request.headers.value("accept-encoding"), "identity");
            QVERIFY(!request.target.contains(kToken));
        }
    }

    void readingOnIsOneRequest()
    {
        const QByteArray file = makeFile(3'000'000);
        Fixture f([&file](const RawRequest& r, QTcpSocket& s) { s.write(rangeReply(r, file)); });
        QByteArray all;
        for (qint64 at = 0; at < file.size(); at += 32'768) {
            all += *f.read(at, 32'768);
        }
        QVERIFY(all == file);
        QCOMPARE(f.server.requests.size(), 1);
    }

    void keptBlocksAreNotFetchedAgain()
    {
        const QByteArray file = makeFile(4'000'000);
        Fixture f([&file](const RawRequest& r, QTcpSocket& s) { s.write(rangeReply(r, file)); });
        QVERIFY(f.read(0, 100));
        QVERIFY(f.read(3'900'000, 100));
        const qsizetype before = f.server.requests.size();
        QCOMPARE(*f.read(50, 10), file.mid(50, 10));
        QCOMPARE(*f.read(3'900'050, 10), file.mid(3'900'050, 10));
        QCOMPARE(f.server.requests.size(), before);
    }

    void whatNobodyReadsStaysAtTheServer()
    {
        const qint64 size = qint64(1) << 30;
        const QByteArray part(64 * 1024, 'x');
        qint64 sent = 0;
        Fixture f([&](const RawRequest&, QTcpSocket& s) {
            s.write("HTTP/1.1 206 Partial Content\r\nContent-Length: " + QByteArray::number(size)
                + "\r\nContent-Range: bytes 0-" + QByteArray::number(size - 1) + '/'
                + QByteArray::number(size) + "\r\n\r\n");
            connect(&s, &QTcpSocket::bytesWritten, &s, [&s, &part, &sent](qint64 bytes) {
                sent += bytes;
                if (s.bytesToWrite() < part.size()) {
                    s.write(part);
                }
            });
        });
        QCOMPARE(f.read(0, 1000)->size(), 1000);
        // Sockets of the loopback hold a few megabytes; without a limit it would be hundreds.
        QVERIFY2(!QTest::qWaitFor([&sent] { return sent > 32 * 1024 * 1024; }, 500),
            qPrintable(QString::number(sent)));
    }

    void withoutRangesForwardWorksAndFarSeeksDoNot()
    {
        const QByteArray file = makeFile(6'000'000);
        Fixture f([&file](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply("200 OK", file));
        });
        QCOMPARE(*f.size(), file.size());
        QCOMPARE(*f.read(0, 300'000), file.mid(0, 300'000));
        QCOMPARE(*f.read(900'000, 1000), file.mid(900'000, 1000));
        const auto far = f.read(5'000'000, 1000);
        QVERIFY(!far);
        QCOMPARE(far.error().code, Error::Code::Unsupported);
        QVERIFY(!far.error().message.isEmpty());
        QCOMPARE(*f.read(1'100'000, 1000), file.mid(1'100'000, 1000));
        QCOMPARE(*f.read(10, 1000), file.mid(10, 1000));
    }

    void aFarFirstReadWithoutRangesIsUnsupported()
    {
        const QByteArray file = makeFile(3'000'000);
        Fixture f([&file](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply("200 OK", file));
        });
        QCOMPARE(f.read(2'500'000, 10).error().code, Error::Code::Unsupported);
    }

    void aBodyOfUnknownLengthEndsWhereItEnds()
    {
        const QByteArray file = makeFile(300'000);
        Fixture f([&file](const RawRequest&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + file);
            s.disconnectFromHost();
        });
        QCOMPARE(f.size().error().code, Error::Code::Unsupported);
        QCOMPARE(*f.read(0, 400'000), file);
        QCOMPARE(*f.size(), file.size());
    }

    void aCutBodyIsTakenUpWhereItBroke()
    {
        const QByteArray file = makeFile(700'000);
        Fixture f([&file](const RawRequest& r, QTcpSocket& s) {
            const QByteArray whole = rangeReply(r, file);
            if (r.headers.value("range") == "bytes=0-") {
                s.write(whole.left(200'000));
                s.disconnectFromHost();
            } else {
                s.write(whole);
            }
        });
        QCOMPARE(*f.read(0, 700'000), file);
        // Qt may ask for the beginning once more by itself when it has read nothing yet.
        QVERIFY(f.server.requests.size() <= 3);
        const qint64 from
            = f.server.requests.last().headers.value("range").mid(6).chopped(1).toLongLong();
        QVERIFY2(from > 100'000 && from < 200'000, qPrintable(QString::number(from)));
    }

    void aBodyThatIsAlwaysCutIsOfflineAfterOneRetry()
    {
        Fixture f([](const RawRequest&, QTcpSocket& s) { s.disconnectFromHost(); });
        const auto got = f.read(0, 100);
        QCOMPARE(got.error().code, Error::Code::Offline);
        QVERIFY(f.server.connections >= 2);
    }

    void aWrongLengthIsAProtocolError()
    {
        const QByteArray file = makeFile(200'000);
        Fixture f([&file](const RawRequest& r, QTcpSocket& s) {
            const qint64 from = r.headers.value("range").mid(6).chopped(1).toLongLong();
            s.write(RawServer::reply("206 Partial Content", file.mid(from),
                "Content-Range: bytes " + QByteArray::number(from) + "-999999/1000000\r\n"));
        });
        QCOMPARE(*f.read(0, 100), file.left(100));
        const auto beyond = f.read(150'000, 100'000);
        QVERIFY(!beyond);
        QCOMPARE(beyond.error().code, Error::Code::Protocol);
    }

    void anotherRangeThanAskedIsAProtocolError()
    {
        Fixture f([](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply(
                "206 Partial Content", "abc", "Content-Range: bytes 7-9/1000000\r\n"));
        });
        QCOMPARE(f.read(0, 100).error().code, Error::Code::Protocol);
    }

    void aFileThatChangedIsAProtocolError()
    {
        const QByteArray file = makeFile(3'000'000);
        const QByteArray other = file.left(2'500'000);
        Fixture f([&](const RawRequest& r, QTcpSocket& s) {
            s.write(rangeReply(r, r.headers.value("range") == "bytes=0-" ? file : other));
        });
        QVERIFY(f.read(0, 100));
        QCOMPARE(f.read(2'000'000, 100).error().code, Error::Code::Protocol);
    }

    void refusalsAreTold_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Error::Code>("code");
        QTest::addColumn<int>("requests");
        QTest::newRow("401") << "401 Unauthorized"_ba << Error::Code::Unauthorised << 1;
        QTest::newRow("403") << "403 Forbidden"_ba << Error::Code::Forbidden << 1;
        QTest::newRow("404") << "404 Not Found"_ba << Error::Code::NotFound << 1;
        QTest::newRow("503") << "503 Unavailable"_ba << Error::Code::Server << 2;
    }
    void refusalsAreTold()
    {
        QFETCH(QByteArray, status);
        QFETCH(int, requests);
        Fixture f([&status](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply(status, "<html>no</html>"));
        });
        const auto got = f.read(0, 100);
        QVERIFY(!got);
        QTEST(got.error().code, "code");
        QCOMPARE(f.server.requests.size(), requests);
        QVERIFY(!got.error().detail.contains(QString::fromLatin1(kToken)));
    }

    void aPassing503IsSurvived()
    {
        const QByteArray file = makeFile(1000);
        int count = 0;
        Fixture f([&](const RawRequest& r, QTcpSocket& s) {
            s.write(++count == 1 ? RawServer::reply("503 Unavailable") : rangeReply(r, file));
        });
        QCOMPARE(*f.read(0, 2000), file);
    }

    void anEmptyFileIsEmpty()
    {
        Fixture f([](const RawRequest& r, QTcpSocket& s) { s.write(rangeReply(r, {})); });
        QCOMPARE(*f.size(), 0);
        QCOMPARE(f.read(0, 10)->size(), 0);
    }

    void stoppingWhileWaitingIsPrompt()
    {
        Fixture f([](const RawRequest&, QTcpSocket&) {});
        std::stop_source stop;
        const auto future = f.start(0, 100, stop.get_token());
        QTRY_COMPARE(f.server.requests.size(), 1);
        QElapsedTimer clock;
        clock.start();
        stop.request_stop();
        QCOMPARE(support::await(future).error().code, Error::Code::Cancelled);
        QVERIFY(clock.elapsed() < 500);
        f.reader.reset();
        QTRY_COMPARE(f.server.closed, 1);
    }

    void aReaderIsUsableAfterAStop()
    {
        const QByteArray file = makeFile(1000);
        int count = 0;
        Fixture f([&](const RawRequest& r, QTcpSocket& s) {
            if (++count > 1) {
                s.write(rangeReply(r, file));
            }
        });
        std::stop_source stop;
        const auto future = f.start(0, 100, stop.get_token());
        QTRY_COMPARE(f.server.requests.size(), 1);
        stop.request_stop();
        QCOMPARE(support::await(future).error().code, Error::Code::Cancelled);
        f.reader = f.client.openRange(u"/library/parts/1/2/file.flac"_s);
        QCOMPARE(*f.read(0, 100), file.left(100));
    }

    void aReaderOutlivesItsClient()
    {
        const QByteArray file = makeFile(1000);
        RawServer server(
            [&file](const RawRequest& r, QTcpSocket& s) { s.write(rangeReply(r, file)); });
        auto client = std::make_unique<net::Client>(server.url(), net::Client::Options {});
        std::shared_ptr<net::RangeReader> reader = client->openRange(u"/file"_s);
        client.reset();
        QThreadPool pool;
        const auto got = support::await(util::async::run(pool, [reader]() mutable {
            QByteArray bytes(10, '\0');
            auto result = reader->read(0, std::as_writable_bytes(std::span(bytes.data(), 10)));
            reader.reset();
            return result;
        }));
        QCOMPARE(*got, 10);
        reader.reset();
    }

    void aBadPathIsAnErrorNotARequest()
    {
        Fixture f([](const RawRequest&, QTcpSocket&) {});
        f.reader = f.client.openRange(u"http://evil.example/x"_s);
        QCOMPARE(f.read(0, 10).error().code, Error::Code::InvalidInput);
        QVERIFY(f.server.requests.isEmpty());
    }

    void twoReadersWorkSideBySide()
    {
        const QByteArray file = makeFile(2'000'000);
        Fixture f([&file](const RawRequest& r, QTcpSocket& s) { s.write(rangeReply(r, file)); });
        const auto second = f.client.openRange(u"/other"_s);
        const auto whole = util::async::run(f.pool, [&second]() -> Result<QByteArray> {
            QByteArray bytes(2'000'000, '\0');
            const auto got
                = second->read(0, std::as_writable_bytes(std::span(bytes.data(), 2'000'000)));
            return got ? Result<QByteArray>(bytes) : Result<QByteArray>(got.error());
        });
        QCOMPARE(*f.read(0, 2'000'000), file);
        QCOMPARE(*support::await(whole), file);
    }
};

QTEST_GUILESS_MAIN(TestRangeReader)
#include "tst_rangereader.moc"

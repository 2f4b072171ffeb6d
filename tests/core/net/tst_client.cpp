// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/client.h"

#include "core/demo/spoil.h"
#include "tests/core/net/rawserver.h"
#include "tests/support/await.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using net::Request;
using support::RawRequest;
using support::RawServer;
using util::Error;

namespace {

constexpr auto kToken = "s3cr3t-Tok";

net::Client::Options quick()
{
    return {
        .maxParallel = 4, .userAgent = "PlexM8/test", .retryDelay = 10ms, .longestRetryAfter = 2s
    };
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

bool mentionsSecretOrUrl(const Error& error)
{
    static const QRegularExpression bad(u"s3cr3t|Error transferring|http://"_s);
    return error.message.contains(bad) || error.detail.contains(u"s3cr3t"_s)
        || error.detail.contains(u"Error transferring"_s);
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void headersAndSecretsAreSent()
    {
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("200 OK", "ok")); });
        net::Client client(server.url(), quick());
        client.setHeader("X-Plex-Product", "PlexM8");
        client.setHeader("X-Plex-Device-Name", "Büro\r\nEvil: 1");
        client.setSecretHeader("X-Plex-Token", util::SecretString(kToken));
        const auto answer = support::await(client.send({ .path = u"/library"_s }));
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "ok");
        const RawRequest& seen = server.requests.at(0);
        QCOMPARE(seen.headers.value("x-plex-token"), kToken);
        QCOMPARE(seen.headers.value("x-plex-product"), "PlexM8");
        QCOMPARE(seen.headers.value("user-agent"), "PlexM8/test");
        QCOMPARE(seen.headers.value("x-plex-device-name"), "Büro  Evil: 1");
        QVERIFY(!seen.headers.contains("evil"));
        QVERIFY(!seen.target.contains(kToken));
    }

    void anonymousRequestsCarryNoSecret()
    {
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("200 OK")); });
        net::Client client(server.url(), quick());
        client.setSecretHeader("X-Plex-Token", util::SecretString(kToken));
        QVERIFY(support::await(client.send({ .path = u"/identity"_s, .anonymous = true })));
        QVERIFY(!server.requests.at(0).text.contains(kToken));
    }

    void aTokenThatIsNoHeaderIsRefusedUnsent()
    {
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("200 OK")); });
        net::Client client(server.url(), quick());
        client.setSecretHeader("X-Plex-Token", util::SecretString("abc\r\nHost: evil"));
        const auto answer = support::await(client.send({ .path = u"/"_s }));
        QCOMPARE(answer.error().code, Error::Code::InvalidInput);
        QVERIFY(server.requests.isEmpty());
    }

    void urlsKeepTheBasePathAndEncodeStrictly_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("plain") << u""_s << u"/a/b"_s << QString() << "/a/b"_ba;
        QTest::newRow("prefix") << u"/plex"_s << u"/a"_s << QString() << "/plex/a"_ba;
        QTest::newRow("prefix slash") << u"/plex/"_s << u"/"_s << QString() << "/plex/"_ba;
        QTest::newRow("value") << u""_s << u"/a"_s << u"b c+d&e=f>(g)*'"_s
                               << "/a?k=b%20c%2Bd%26e%3Df%3E%28g%29%2A%27"_ba;
        QTest::newRow("twice encoded") << u""_s << u"/a"_s << u"x%3Ey"_s << "/a?k=x%253Ey"_ba;
        QTest::newRow("unicode") << u""_s << u"/a b/é"_s << u"日本"_s
                                 << "/a%20b/%C3%A9?k=%E6%97%A5%E6%9C%AC"_ba;
        QTest::newRow("own query") << u""_s << u"/a?x=%3E1"_s << u"v"_s << "/a?x=%3E1&k=v"_ba;
        QTest::newRow("percent in path") << u""_s << u"/a%20b"_s << QString() << "/a%2520b"_ba;
    }
    void urlsKeepTheBasePathAndEncodeStrictly()
    {
        QFETCH(QString, base);
        QFETCH(QString, path);
        QFETCH(QString, value);
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("200 OK")); });
        QUrl url = server.url();
        url.setPath(base);
        net::Client client(url, quick());
        Request request { .path = path };
        if (!value.isNull()) {
            request.query.append({ u"k"_s, value });
        }
        QVERIFY(support::await(client.send(request)));
        QTEST(server.requests.at(0).target, "target");
    }

    void aPathThatIsAnotherUrlIsRefused()
    {
        net::Client client(QUrl(u"http://127.0.0.1:1"_s), quick());
        for (const QString& path :
            { u"http://evil.example/x"_s, u"//evil.example/x"_s, u"relative"_s, QString() }) {
            const auto answer = support::await(client.send({ .path = path }));
            QCOMPARE(answer.error().code, Error::Code::InvalidInput);
        }
        net::Client file(QUrl(u"file:///etc"_s), quick());
        const auto answer = support::await(file.send({ .path = u"/passwd"_s }));
        QCOMPARE(answer.error().code, Error::Code::InvalidInput);
    }

    void statusesBecomeCodes_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("400") << "400 Bad Request"_ba << Error::Code::InvalidInput;
        QTest::newRow("401") << "401 Unauthorized"_ba << Error::Code::Unauthorised;
        QTest::newRow("498") << "498 Token expired"_ba << Error::Code::Unauthorised;
        QTest::newRow("403") << "403 Forbidden"_ba << Error::Code::Forbidden;
        QTest::newRow("404") << "404 Not Found"_ba << Error::Code::NotFound;
        QTest::newRow("409") << "409 Conflict"_ba << Error::Code::Conflict;
        QTest::newRow("414") << "414 URI Too Long"_ba << Error::Code::InvalidInput;
        QTest::newRow("429") << "429 Too Many"_ba << Error::Code::RateLimited;
        QTest::newRow("500") << "500 Oops"_ba << Error::Code::Server;
        QTest::newRow("501") << "501 Not Implemented"_ba << Error::Code::Unsupported;
        QTest::newRow("503") << "503 Maintenance"_ba << Error::Code::Server;
        QTest::newRow("304") << "304 Not Modified"_ba << Error::Code::Protocol;
    }
    void statusesBecomeCodes()
    {
        QFETCH(QByteArray, status);
        RawServer server([&status](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply(
                status, "<html>s3cr3t page</html>", "Content-Type: text/html\r\n"));
        });
        net::Client client(server.url(), quick());
        const auto answer = support::await(client.send({ .path = u"/x"_s, .tries = 1 }));
        QVERIFY(!answer);
        QTEST(answer.error().code, "code");
        QCOMPARE(answer.error().httpStatus, status.left(3).toInt());
        QVERIFY(!answer.error().message.isEmpty());
        QVERIFY(!mentionsSecretOrUrl(answer.error()));
    }

    void emptySuccessIsSuccess_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::newRow("200") << "200 OK"_ba;
        QTest::newRow("201") << "201 Created"_ba;
        QTest::newRow("204") << "204 No Content"_ba;
    }
    void emptySuccessIsSuccess()
    {
        QFETCH(QByteArray, status);
        RawServer server(
            [&status](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply(status)); });
        net::Client client(server.url(), quick());
        const auto answer
            = support::await(client.send({ .verb = "PUT", .path = u"/x"_s, .body = "b" }));
        QVERIFY(answer);
        QCOMPARE(answer->status, status.left(3).toInt());
        QCOMPARE(server.requests.at(0).verb, "PUT");
        QCOMPARE(server.requests.at(0).body, "b");
    }

    void passingFailuresAreTriedThreeTimes()
    {
        int count = 0;
        RawServer server([&count](const RawRequest&, QTcpSocket& s) {
            s.write(
                ++count < 3 ? RawServer::reply("503 Starting") : RawServer::reply("200 OK", "up"));
        });
        net::Client client(server.url(), quick());
        const auto answer = support::await(client.send({ .path = u"/x"_s }));
        QVERIFY(answer);
        QCOMPARE(answer->body, "up");
        QCOMPARE(count, 3);
    }

    void onlyIdempotentRequestsAreRepeated()
    {
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("503 Starting")); });
        net::Client client(server.url(), quick());
        const auto once
            = support::await(client.send({ .verb = "POST", .path = u"/x"_s, .idempotent = false }));
        QCOMPARE(once.error().code, Error::Code::Server);
        QCOMPARE(server.requests.size(), 1);
        const auto thrice = support::await(client.send({ .path = u"/x"_s }));
        QCOMPARE(thrice.error().code, Error::Code::Server);
        QCOMPARE(server.requests.size(), 4);
    }

    void whatIsNotIdempotentIsNeverSentTwice_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("reused");
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("with a body") << "hello"_ba << false;
        QTest::newRow("empty, old connection") << QByteArray() << true;
        QTest::newRow("with a body, old connection") << "hello"_ba << true;
    }
    void whatIsNotIdempotentIsNeverSentTwice()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, reused);
        RawServer server([](const RawRequest& r, QTcpSocket& s) {
            if (r.verb == "GET") {
                s.write(RawServer::reply("200 OK"));
            } else {
                s.disconnectFromHost(); // as if after the work was done
            }
        });
        net::Client client(server.url(), quick());
        if (reused) {
            QVERIFY(support::await(client.send({ .path = u"/x"_s })));
        }
        const auto answer = support::await(
            client.send({ .verb = "POST", .path = u"/x"_s, .body = body, .idempotent = false }));
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, Error::Code::Offline);
        const auto isPost = [](const RawRequest& r) { return r.verb == "POST"; };
        QCOMPARE(std::ranges::count_if(server.requests, isPost), 1);
        QCOMPARE(server.requests.last().body, body);
        QCOMPARE(server.requests.last().headers.value("content-length"),
            QByteArray::number(body.size()));
    }

    void lastingFailuresAreNotRepeated()
    {
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("404 Not Found")); });
        net::Client client(server.url(), quick());
        QVERIFY(!support::await(client.send({ .path = u"/x"_s })));
        QCOMPARE(server.requests.size(), 1);
    }

    void retryAfterIsHonoured()
    {
        int count = 0;
        RawServer server([&count](const RawRequest&, QTcpSocket& s) {
            s.write(++count == 1 ? RawServer::reply("429 Slow", {}, "Retry-After: 1\r\n")
                                 : RawServer::reply("200 OK"));
        });
        net::Client client(server.url(), quick());
        QElapsedTimer clock;
        clock.start();
        QVERIFY(support::await(client.send({ .path = u"/x"_s })));
        QVERIFY2(clock.elapsed() >= 1000, qPrintable(QString::number(clock.elapsed())));
    }

    void aLongRetryAfterIsReportedAtOnce_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds");
        const auto dateIn = [](qint64 seconds) {
            return QLocale::c()
                       .toString(QDateTime::currentDateTimeUtc().addSecs(seconds),
                           u"ddd, dd MMM yyyy hh:mm:ss"_s)
                       .toLatin1()
                + " GMT";
        };
        QTest::newRow("seconds") << "3600"_ba << 3600;
        QTest::newRow("date") << dateIn(3600) << 3600;
        // A timer of Qt counts milliseconds in an int, and nobody waits that long.
        constexpr int kDay = 24 * 60 * 60;
        QTest::newRow("more than a timer holds") << "4294968"_ba << kDay;
        QTest::newRow("more than an int holds") << "99999999999"_ba << kDay;
        QTest::newRow("a date far away") << dateIn(1'000'000'000) << kDay;
    }
    void aLongRetryAfterIsReportedAtOnce()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, seconds);
        RawServer server([&value](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply("429 Slow", {}, "Retry-After: " + value + "\r\n"));
        });
        net::Client client(server.url(), quick());
        const auto answer = support::await(client.send({ .path = u"/x"_s }));
        QCOMPARE(answer.error().code, Error::Code::RateLimited);
        QVERIFY(answer.error().retryAfter);
        QVERIFY(qAbs(answer.error().retryAfter->count() - seconds) < 10);
        QCOMPARE(server.requests.size(), 1);
    }

    void networkFailuresSayNothingOfTheUrl_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("closed") << ""_ba << Error::Code::Offline;
        QTest::newRow("cut body") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"_ba
                                  << Error::Code::Offline;
        QTest::newRow("no HTTP") << "SSH-2.0-OpenSSH_9.2\r\n\r\n"_ba << Error::Code::Offline;
    }
    void networkFailuresSayNothingOfTheUrl()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Error::Code, code);
        RawServer server([&answer](const RawRequest&, QTcpSocket& s) {
            s.write(answer);
            s.disconnectFromHost();
        });
        net::Client client(server.url(), quick());
        client.setSecretHeader("X-Plex-Token", util::SecretString(kToken));
        const auto result = support::await(client.send(
            { .path = u"/x"_s, .query = { { u"X-Plex-Token"_s, QString::fromLatin1(kToken) } } }));
        QVERIFY(!result);
        if (answer.startsWith("SSH")) {
            QVERIFY(result.error().code == code || result.error().code == Error::Code::Protocol);
        } else {
            QCOMPARE(result.error().code, code);
        }
        QVERIFY(!mentionsSecretOrUrl(result.error()));
        QVERIFY2(!result.error().detail.isEmpty(), "the log needs a reason");
    }

    void nobodyListeningIsOffline()
    {
        QUrl url;
        {
            RawServer gone([](const RawRequest&, QTcpSocket&) {});
            url = gone.url();
        }
        net::Client client(url, quick());
        const auto answer = support::await(client.send({ .path = u"/x"_s }));
        QCOMPARE(answer.error().code, Error::Code::Offline);
        QVERIFY(!mentionsSecretOrUrl(answer.error()));
    }

    void plainServersBehindHttpsAreTlsOrOffline()
    {
        RawServer server([](const RawRequest&, QTcpSocket&) {});
        connect(&server, &QTcpServer::newConnection, &server, [] {});
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        net::Client client(url, quick());
        const auto answer
            = support::await(client.send({ .path = u"/x"_s, .tries = 1, .timeout = 500ms }));
        QVERIFY(!answer);
        QVERIFY(
            answer.error().code == Error::Code::Tls || answer.error().code == Error::Code::Timeout);
    }

    void silenceIsATimeout()
    {
        RawServer server([](const RawRequest&, QTcpSocket&) {});
        net::Client client(server.url(), quick());
        const auto answer
            = support::await(client.send({ .path = u"/x"_s, .tries = 2, .timeout = 100ms }));
        QCOMPARE(answer.error().code, Error::Code::Timeout);
        QCOMPARE(server.requests.size(), 2);
    }

    void aDripIsEndedByTheDeadlineForGood()
    {
        QTimer drip;
        RawServer server([&drip](const RawRequest&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\n\r\n");
            connect(&drip, &QTimer::timeout, &s, [&s] { s.write("x"); });
            drip.start(20);
        });
        net::Client client(server.url(), quick());
        const auto answer = support::await(
            client.send({ .path = u"/x"_s, .tries = 3, .timeout = 5s, .deadline = 300ms }));
        QCOMPARE(answer.error().code, Error::Code::Timeout);
        QCOMPARE(server.requests.size(), 1);
    }

    void aHugeClaimIsRefusedBeforeItsBody()
    {
        RawServer server([](const RawRequest&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\nabc");
        });
        net::Client client(server.url(), quick());
        const auto answer = support::await(client.send({ .path = u"/x"_s }));
        QCOMPARE(answer.error().code, Error::Code::Protocol);
        QCOMPARE(server.requests.size(), 1);
        QTRY_COMPARE(server.closed, 1);
    }

    void anEndlessBodyDoesNotGrowMemory_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<Error::Code>("code");
        QTest::newRow("success") << "HTTP/1.1 200 OK\r\n\r\n"_ba << Error::Code::Protocol;
        QTest::newRow("error page") << "HTTP/1.1 404 Not Found\r\n\r\n"_ba << Error::Code::NotFound;
        QTest::newRow("10 GB of an error")
            << "HTTP/1.1 403 Forbidden\r\nContent-Length: 10737418240\r\n\r\n"_ba
            << Error::Code::Forbidden;
    }
    void anEndlessBodyDoesNotGrowMemory()
    {
        QFETCH(QByteArray, head);
        QFETCH(Error::Code, code);
        const QByteArray part(64 * 1024, 'x');
        RawServer server([&head, &part](const RawRequest&, QTcpSocket& s) {
            s.write(head + part);
            connect(&s, &QTcpSocket::bytesWritten, &s, [&s, &part] {
                if (s.bytesToWrite() < part.size()) {
                    s.write(part);
                }
            });
        });
        net::Client client(server.url(), quick());
        const qint64 before = residentBytes();
        const auto answer = support::await(client.send(
            { .path = u"/x"_s, .tries = 1, .deadline = 15s, .maxBytes = 4 * 1024 * 1024 }));
        QCOMPARE(answer.error().code, code);
        QVERIFY(residentBytes() - before < 64 * 1024 * 1024);
        QTRY_COMPARE(server.closed, 1);
    }

    void stoppingAbortsTheTransfer()
    {
        RawServer server([](const RawRequest&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc");
        });
        net::Client client(server.url(), quick());
        std::stop_source stop;
        const auto future = client.send({ .path = u"/x"_s }, stop.get_token());
        QTRY_COMPARE(server.requests.size(), 1);
        std::jthread([&stop] { stop.request_stop(); }).join();
        const auto answer = support::await(future, 1s);
        QCOMPARE(answer.error().code, Error::Code::Cancelled);
        QTRY_COMPARE(server.closed, 1);
    }

    void stoppedBeforeItIsSentNothingIsSent()
    {
        RawServer server(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("200 OK")); });
        net::Client client(server.url(), { .maxParallel = 1, .retryDelay = 10ms });
        std::stop_source stop;
        const auto first = client.send({ .path = u"/first"_s });
        const auto second = client.send({ .path = u"/second"_s }, stop.get_token());
        stop.request_stop();
        QVERIFY(support::await(first));
        QCOMPARE(support::await(second).error().code, Error::Code::Cancelled);
        QVERIFY(support::await(client.send({ .path = u"/third"_s })));
        QCOMPARE(server.requests.size(), 2);
    }

    void stoppingWhileWaitingToRetryIsPrompt()
    {
        RawServer server([](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply("503 Starting", {}, "Retry-After: 2\r\n"));
        });
        net::Client client(server.url(), quick());
        std::stop_source stop;
        const auto future = client.send({ .path = u"/x"_s }, stop.get_token());
        QTRY_COMPARE(server.requests.size(), 1);
        stop.request_stop();
        QCOMPARE(support::await(future, 1s).error().code, Error::Code::Cancelled);
    }

    void destroyingTheClientCancels()
    {
        RawServer server([](const RawRequest&, QTcpSocket&) {});
        auto client = std::make_unique<net::Client>(server.url(), quick());
        const auto future = client->send({ .path = u"/x"_s });
        QTRY_COMPARE(server.requests.size(), 1);
        client.reset();
        QCOMPARE(support::await(future).error().code, Error::Code::Cancelled);
    }

    void noMoreThanTheLimitRunAtOnce()
    {
        QList<QTcpSocket*> open;
        qsizetype most = 0;
        RawServer server([&open, &most](const RawRequest&, QTcpSocket& s) {
            open.append(&s);
            most = std::max(most, open.size());
            QTimer::singleShot(20, &s, [&open, &s] {
                open.removeOne(&s);
                s.write(RawServer::reply("200 OK"));
            });
        });
        net::Client client(server.url(), { .maxParallel = 2, .retryDelay = 10ms });
        QObject context;
        QList<util::Future<net::Response>> futures;
        for (int i = 0; i < 7; ++i) {
            futures.append(client.send({ .path = u"/x"_s }));
        }
        const auto all = support::await(util::async::all(futures, &context));
        QVERIFY(all);
        QCOMPARE(most, 2);
        QCOMPARE(server.requests.size(), 7);
    }

    void redirectsStayOnTheOrigin()
    {
        RawServer other(
            [](const RawRequest&, QTcpSocket& s) { s.write(RawServer::reply("200 OK", "other")); });
        const QByteArray elsewhere = other.url().toEncoded();
        RawServer server([&elsewhere](const RawRequest& r, QTcpSocket& s) {
            if (r.target == "/here") {
                s.write(RawServer::reply("302 Found", {}, "Location: /there\r\n"));
            } else if (r.target == "/away") {
                s.write(RawServer::reply("302 Found", {}, "Location: " + elsewhere + "/x\r\n"));
            } else {
                s.write(RawServer::reply("200 OK", "there"));
            }
        });
        net::Client client(server.url(), quick());
        client.setSecretHeader("X-Plex-Token", util::SecretString(kToken));
        const auto here = support::await(client.send({ .path = u"/here"_s }));
        QVERIFY(here);
        QCOMPARE(here->body, "there");
        const auto away = support::await(client.send({ .path = u"/away"_s }));
        QVERIFY(!away);
        QCOMPARE(away.error().code, Error::Code::Protocol);
        QVERIFY(other.requests.isEmpty());
    }

    /// Larger than what Qt may read ahead, packed and unpacked.
    void largeBodiesComeWhole_data()
    {
        QTest::addColumn<bool>("isPacked");
        QTest::newRow("as it is") << false;
        QTest::newRow("compressed") << true;
    }
    void largeBodiesComeWhole()
    {
        QFETCH(bool, isPacked);
        QByteArray body(24 * 1024 * 1024, 'x');
        QRandomGenerator dice(1);
        for (qsizetype i = 0; i < body.size() / 2; ++i) { // this half cannot be packed
            body[i] = char(dice.bounded(256));
        }
        const QByteArray sent = isPacked ? qCompress(body, 1).mid(4) : body;
        RawServer server([&sent, isPacked](const RawRequest&, QTcpSocket& s) {
            s.write(
                RawServer::reply("200 OK", sent, isPacked ? "Content-Encoding: deflate\r\n" : ""));
        });
        net::Client client(server.url(), { .compression = true });
        const auto answer = support::await(client.send({ .path = u"/x"_s, .tries = 1 }));
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QVERIFY(answer->body == body);
    }

    void compressedBodiesAreUnpackedUpToTheLimit()
    {
        // zlib's own framing, which HTTP calls deflate; Qt's adds four bytes of length in front.
        const QByteArray body(1024 * 1024, 'x');
        const QByteArray packed = qCompress(body).mid(4);
        RawServer server([&packed](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply("200 OK", packed, "Content-Encoding: deflate\r\n"));
        });
        net::Client plain(server.url(), quick());
        (void)support::await(plain.send({ .path = u"/x"_s }));
        QCOMPARE(server.requests.last().headers.value("accept-encoding"), "identity");
        net::Client client(server.url(), { .compression = true });
        const auto fits = support::await(client.send({ .path = u"/x"_s }));
        QVERIFY2(fits, fits ? "" : qPrintable(fits.error().detail));
        QCOMPARE(fits->body, body);
        const auto bomb = support::await(client.send({ .path = u"/x"_s, .maxBytes = 512 * 1024 }));
        QCOMPARE(bomb.error().code, Error::Code::Protocol);
    }

    void aCompressedErrorPageIsNotUnpackedToItsEnd()
    {
        const QByteArray packed = demo::zeroBomb(qint64(4) << 30);
        RawServer server([&packed](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply(
                "500 Broken", packed, "Content-Encoding: gzip\r\nRetry-After: 1\r\n"));
        });
        net::Client client(server.url(), { .compression = true });
        const qint64 before = residentBytes();
        const auto answer
            = support::await(client.send({ .path = u"/x"_s, .tries = 1, .deadline = 15s }));
        QCOMPARE(answer.error().code, Error::Code::Server);
        QCOMPARE(answer.error().httpStatus, 500);
        QCOMPARE(answer.error().retryAfter, 1s);
        QVERIFY(residentBytes() - before < 64 * 1024 * 1024);
    }

    void aShortErrorPageLeavesTheConnectionUsable()
    {
        const QByteArray page(200 * 1024, 'x');
        RawServer server([&page](const RawRequest&, QTcpSocket& s) {
            s.write(RawServer::reply("404 Not Found", page));
        });
        net::Client client(server.url(), quick());
        for (int i = 0; i < 3; ++i) {
            const auto answer = support::await(client.send({ .path = u"/x"_s }));
            QCOMPARE(answer.error().code, Error::Code::NotFound);
        }
        QCOMPARE(server.connections, 1);
    }
};

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"

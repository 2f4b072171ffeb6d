// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QDateTime>
#include <QImage>
#include <QTest>

using namespace Qt::StringLiterals;
using client::Demo;
using client::Reply;
using demo::PinPolicy;

class TestPlexTv : public QObject
{
    Q_OBJECT

    static QJsonObject object(const Reply& reply)
    {
        return QJsonDocument::fromJson(reply.body).object();
    }

    static Reply ask(const Demo& demo, const QByteArray& method, const QByteArray& target,
        const client::Headers& headers, const QByteArray& body = {})
    {
        client::Connection plexTv(demo.endpoints.plexTv);
        plexTv.write(demo.request(method, target, headers, body));
        return plexTv.read();
    }

    static client::Headers as(const QByteArray& token, const QByteArray& client = "abc")
    {
        return { { "X-Plex-Token", token }, { "X-Plex-Client-Identifier", client } };
    }

    static QByteArray create(const Demo& demo, bool strong = true)
    {
        const Reply created
            = ask(demo, "POST", strong ? "/api/v2/pins?strong=true" : "/api/v2/pins", as(""));
        return "/api/v2/pins/" + QByteArray::number(object(created)[u"id"].toInt());
    }

    /// The account token of a new sign-in, by PIN.
    static QByteArray signIn(Demo& demo, const QByteArray& client = "abc")
    {
        PinPolicy policy;
        policy.polls = 1;
        demo.server.setPinPolicy(policy);
        const QJsonObject pin = object(ask(demo, "POST", "/api/v2/pins", as("", client)));
        const QByteArray path = "/api/v2/pins/" + QByteArray::number(pin[u"id"].toInt());
        return object(ask(demo, "GET", path, as("", client)))[u"authToken"].toString().toLatin1();
    }

    /// What /resources gives an account for the server.
    static QByteArray serverToken(const Demo& demo, const QByteArray& account)
    {
        const Reply reply = ask(demo, "GET", "/api/v2/resources", as(account));
        return QJsonDocument::fromJson(reply.body)
            .array()
            .at(0)[u"accessToken"]
            .toString()
            .toLatin1();
    }

    static Reply switchTo(const Demo& demo, const QByteArray& account, const QByteArray& rest)
    {
        return ask(demo, "POST", "/api/v2/home/users/" + rest, as(account));
    }

private Q_SLOTS:
    void pinIsPendingThenClaimedAndOthersAreUnknown()
    {
        const Demo demo;
        const Reply created = ask(demo, "POST", "/api/v2/pins?strong=true", as(""));
        QCOMPARE(created.status, 201);
        const QJsonObject pin = object(created);
        QVERIFY(pin[u"authToken"].isNull());
        QCOMPARE(pin[u"code"].toString().size(), 24);
        QVERIFY(pin[u"expiresIn"].toInt() > 1790);
        const auto expires = QDateTime::fromString(pin[u"expiresAt"].toString(), Qt::ISODate);
        QVERIFY(expires > QDateTime::currentDateTimeUtc().addSecs(1780));
        const QByteArray path = "/api/v2/pins/" + QByteArray::number(pin[u"id"].toInt());
        QVERIFY(object(ask(demo, "GET", path, as("")))[u"authToken"].isNull());
        const QByteArray token
            = object(ask(demo, "GET", path, as("")))[u"authToken"].toString().toLatin1();
        QCOMPARE(ask(demo, "GET", "/api/v2/user", as(token)).status, 200);
        const Reply others = ask(demo, "GET", path, as("", "other"));
        QCOMPARE(others.status, 404);
        QCOMPARE(object(others)[u"errors"][0][u"code"].toInt(), 1020);
        QCOMPARE(ask(demo, "GET", "/api/v2/pins/12", as("")).status, 404);
        QCOMPARE(ask(demo, "POST", "/api/v2/pins", as("", "")).status, 400);
    }

    void weakCodesAreShortAndCanBeTypedIn()
    {
        const Demo demo;
        const QJsonObject pin = object(ask(demo, "POST", "/api/v2/pins", as("")));
        QCOMPARE(pin[u"code"].toString().size(), 4);
        QVERIFY(pin[u"expiresIn"].toInt() <= 900);
        const QByteArray form = "code=" + pin[u"code"].toString().toLatin1();
        const QByteArray account = demo.endpoints.accountToken.reveal();
        QCOMPARE(ask(demo, "PUT", "/api/v2/pins/link", as(""), form).status, 401);
        QCOMPARE(ask(demo, "PUT", "/api/v2/pins/link", as(account), "code=0000").status, 404);
        QCOMPARE(ask(demo, "PUT", "/api/v2/pins/link", as(account), form).status, 204);
        const QByteArray path = "/api/v2/pins/" + QByteArray::number(pin[u"id"].toInt());
        QVERIFY(object(ask(demo, "GET", path, as("")))[u"authToken"].isString());
    }

    void pinWaitsUntilSomebodyConfirmsIt()
    {
        Demo demo;
        PinPolicy policy;
        policy.claim = PinPolicy::Claim::OnRequest;
        demo.server.setPinPolicy(policy);
        const QByteArray path = create(demo);
        for (int i = 0; i < 5; ++i) {
            QVERIFY(object(ask(demo, "GET", path, as("")))[u"authToken"].isNull());
        }
        demo.server.claimPin();
        QVERIFY(object(ask(demo, "GET", path, as("")))[u"authToken"].isString());
    }

    void pinMayNeverBeConfirmed()
    {
        Demo demo;
        PinPolicy policy;
        policy.claim = PinPolicy::Claim::Never;
        demo.server.setPinPolicy(policy);
        const QByteArray path = create(demo);
        demo.server.claimPin();
        for (int i = 0; i < 5; ++i) {
            QVERIFY(object(ask(demo, "GET", path, as("")))[u"authToken"].isNull());
        }
    }

    void expiredPinsAreUnknown()
    {
        Demo demo;
        const QByteArray path = create(demo);
        QCOMPARE(ask(demo, "GET", path, as("")).status, 200);
        demo.server.expirePins();
        QCOMPARE(ask(demo, "GET", path, as("")).status, 404);
        PinPolicy policy;
        policy.strongLifetime = std::chrono::seconds(0);
        demo.server.setPinPolicy(policy);
        QCOMPARE(ask(demo, "GET", create(demo), as("")).status, 404);
    }

    void pollingTooSoonIsRefused()
    {
        Demo demo;
        PinPolicy policy;
        policy.leastInterval = std::chrono::minutes(1);
        demo.server.setPinPolicy(policy);
        const QByteArray path = create(demo);
        QCOMPARE(ask(demo, "GET", path, as("")).status, 200);
        const Reply refused = ask(demo, "GET", path, as(""));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.headers.value("retry-after"), "1");
    }

    void faultsOfPlexTvAreJson()
    {
        Demo demo;
        demo::Fault fault;
        fault.service = "plextv";
        fault.pathPrefix = u"/"_s;
        fault.status = 429;
        demo.server.inject(fault);
        QCOMPARE(demo.get("/").status, 200); // the PMS is not meant
        const Reply reply = ask(demo, "GET", "/api/v2/user", as("x"));
        QCOMPARE(reply.status, 429);
        QCOMPARE(object(reply)[u"errors"][0][u"status"].toInt(), 429);
    }

    void qrAddressIsAPicture()
    {
        const Demo demo;
        const QUrl url(object(ask(demo, "POST", "/api/v2/pins", as("")))[u"qr"].toString());
        QCOMPARE(url.port(), demo.endpoints.plexTv.port());
        const Reply reply = ask(demo, "GET", url.path().toLatin1(), as(""));
        QCOMPARE(reply.headers.value("content-type"), "image/png");
        const QImage code = QImage::fromData(reply.body, "PNG");
        QVERIFY(code.width() == code.height() && code.width() >= 300);
        // The three corners by which a reader finds it: black, white, black from outside inwards.
        const int module = code.width() / 41;
        const auto isDark = [&](int x, int y) {
            return qGray(code.pixel(x * module + module / 2, y * module + module / 2)) < 128;
        };
        for (const QPoint corner : { QPoint(4, 4), QPoint(30, 4), QPoint(4, 30) }) {
            QVERIFY(isDark(corner.x(), corner.y()) && !isDark(corner.x() + 1, corner.y() + 1)
                && isDark(corner.x() + 3, corner.y() + 3));
        }
    }

    void userTellsWhatTheAccountMay()
    {
        Demo demo;
        const QByteArray account = demo.endpoints.accountToken.reveal();
        const QJsonObject user = object(ask(demo, "GET", "/api/v2/user", as(account)));
        QVERIFY(user[u"subscription"][u"active"].toBool());
        QCOMPARE(user[u"homeSize"].toInt(), 3);
        demo.server.setPass(false);
        const QJsonObject poor = object(ask(demo, "GET", "/api/v2/user", as(account)));
        QVERIFY(!poor[u"subscription"][u"active"].toBool());
        QCOMPARE(ask(demo, "GET", "/api/v2/user", as("wrong")).status, 401);
        QCOMPARE(ask(demo, "GET", "/api/v2/user", as("eyJh.bGci.OiJ")).status, 422);
        QCOMPARE(ask(demo, "GET", "/api/v2/ping", as(account)).status, 200);
        QCOMPARE(ask(demo, "GET", "/api/v2/ping", as("wrong")).status, 401);
    }

    void answersAreXmlUnlessJsonIsAskedFor()
    {
        const Demo demo;
        client::Headers headers = as(demo.endpoints.accountToken.reveal());
        headers.emplaceBack("Accept", "*/*");
        const Reply user = ask(demo, "GET", "/api/v2/user", headers);
        QCOMPARE(user.headers.value("content-type"), "application/xml");
        QVERIFY(user.body.contains("<user ") && user.body.contains("uuid=\"abcdef0123456789\""));
        QVERIFY(user.body.contains("<feature id=\"pass\"/>"));
        headers[0].second = "wrong";
        QVERIFY(ask(demo, "GET", "/api/v2/user", headers).body.contains("<error code=\"1001\""));
    }

    void signingOutRevokesThatDeviceEverywhere()
    {
        Demo demo;
        const QByteArray mine = signIn(demo);
        const QByteArray yours = signIn(demo, "another device");
        QVERIFY(mine != yours);
        const QByteArray token = serverToken(demo, mine);
        QVERIFY(token != serverToken(demo, yours));
        QCOMPARE(demo.get("/", { { "X-Plex-Token", token } }).status, 200);
        QCOMPARE(ask(demo, "DELETE", "/api/v2/users/signout", as("wrong")).status, 401);
        QCOMPARE(ask(demo, "DELETE", "/api/v2/users/signout", as(mine)).status, 204);
        QCOMPARE(ask(demo, "GET", "/api/v2/user", as(mine)).status, 401);
        const Reply refused = demo.get("/", { { "X-Plex-Token", token } });
        QCOMPARE(refused.status, 401);
        QVERIFY(refused.body.startsWith("<html>"));
        QCOMPARE(ask(demo, "GET", "/api/v2/user", as(yours)).status, 200);
        QCOMPARE(demo.get("/").status, 200);
        QVERIFY(signIn(demo) != mine);
    }

    void revokedServerTokensAreReplacedByResources()
    {
        Demo demo;
        const QByteArray account = demo.endpoints.accountToken.reveal();
        QCOMPARE(serverToken(demo, account), demo.endpoints.token.reveal());
        demo.server.revokeServerToken();
        QCOMPARE(demo.get("/").status, 401);
        const QByteArray fresh = serverToken(demo, account);
        QVERIFY(fresh != demo.endpoints.token.reveal());
        QCOMPARE(demo.get("/", { { "X-Plex-Token", fresh } }).status, 200);
        QCOMPARE(serverToken(demo, account), fresh);
        demo.server.revokeAccountToken();
        QCOMPARE(ask(demo, "GET", "/api/v2/resources", as(account)).status, 401);
        QCOMPARE(demo.get("/", { { "X-Plex-Token", fresh } }).status, 401);
        QCOMPARE(ask(demo, "GET", "/api/v2/user", as(signIn(demo))).status, 200);
    }

    void homeHasAnAdminOneWithAPinAndOneWhoIsRestricted()
    {
        const Demo demo;
        const QByteArray account = demo.endpoints.accountToken.reveal();
        const Reply reply = ask(demo, "GET", "/api/v2/home/users", as(account));
        const QJsonArray users = object(reply)[u"users"].toArray();
        QCOMPARE(users.size(), 3);
        QVERIFY(users.at(0)[u"admin"].toBool());
        QVERIFY(users.at(1)[u"protected"].toBool());
        QVERIFY(users.at(2)[u"restricted"].toBool() && users.at(2)[u"username"].isNull());
        demo::Options alone = Demo::small();
        alone.hasHome = false;
        const Demo other(alone);
        QCOMPARE(ask(other, "GET", "/api/v2/home/users", as(account)).status, 403);
    }

    void switchingAsksForThePinAndGivesOtherTokens()
    {
        Demo demo;
        const QByteArray account = signIn(demo);
        const QByteArray guest = "0f1e2d3c4b5a6978/switch";
        const Reply wrong = switchTo(demo, account, guest + "?pin=0000");
        QCOMPARE(wrong.status, 401);
        QCOMPARE(object(wrong)[u"errors"][0][u"code"].toInt(), 1041);
        QCOMPARE(object(switchTo(demo, account, guest))[u"errors"][0][u"code"].toInt(), 1041);
        QCOMPARE(switchTo(demo, account, "nobody/switch").status, 404);
        const Reply right = switchTo(demo, account, guest + "?pin=2468");
        QCOMPARE(right.status, 201);
        const QByteArray second = object(right)[u"authToken"].toString().toLatin1();
        const Reply third = switchTo(demo, account, "99aabbccddeeff00/switch");
        QCOMPARE(third.status, 201);
        QCOMPARE(object(ask(demo, "GET", "/api/v2/user", as(second)))[u"title"], u"guest"_s);
        const QByteArray restricted = object(third)[u"authToken"].toString().toLatin1();
        const QSet<QByteArray> tokens { serverToken(demo, account), serverToken(demo, second),
            serverToken(demo, restricted) };
        QCOMPARE(tokens.size(), 3);
        QVERIFY(!tokens.contains(QByteArray()));
    }

    void nothingOfAUserCrossesOver()
    {
        Demo demo;
        const QByteArray key = client::firstTrack(demo);
        const QByteArray second = serverToken(demo,
            object(switchTo(demo, demo.endpoints.accountToken.reveal(),
                "99aabbccddeeff00/switch"))[u"authToken"]
                .toString()
                .toLatin1());
        const client::Headers other { { "X-Plex-Token", second } };
        const QByteArray rate = "/:/rate?identifier=com.plexapp.plugins.library&key=" + key;
        QCOMPARE(demo.send("PUT", rate + "&rating=10", other).status, 200);
        QCOMPARE(demo.send("PUT", rate + "&rating=2").status, 200);
        QCOMPARE(
            demo.send("PUT", "/:/scrobble?identifier=com.plexapp.plugins.library&key=" + key, other)
                .status,
            200);
        const QByteArray path = "/library/metadata/" + key;
        QCOMPARE(demo.get(path, other).first()[u"userRating"].toDouble(), 10.0);
        QCOMPARE(demo.get(path, other).first()[u"viewCount"].toInt(), 1);
        QCOMPARE(demo.get(path).first()[u"userRating"].toDouble(), 2.0);
        QCOMPARE(demo.get("/playlists", other).container()[u"size"].toInt(), 0);
        QCOMPARE(demo.send("POST", "/playlists?type=audio&title=Mine", other).status, 200);
        QCOMPARE(demo.get("/playlists", other).container()[u"size"].toInt(), 1);
        QVERIFY(!demo.get("/playlists").body.contains("\"Mine\""));
    }
};

QTEST_GUILESS_MAIN(TestPlexTv)
#include "tst_plextv.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/redact.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRedact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textLosesItsSecrets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        QTest::newRow("query") << u"http://a/b?X-Plex-Token=s3cr3t-Tok&type=8"_s
                               << u"http://a/b?X-Plex-Token=…&type=8"_s;
        QTest::newRow("header") << u"X-Plex-Token: s3cr3t-Tok\nAccept: x"_s
                                << u"X-Plex-Token: …\nAccept: x"_s;
        QTest::newRow("json") << uR"({"authToken":"s3cr3t-Tok","id":3})"_s
                              << uR"({"authToken":"…","id":3})"_s;
        QTest::newRow("xml") << uR"(<Server accessToken="s3cr3t-Tok" name="x"/>)"_s
                             << uR"(<Server accessToken="…" name="x"/>)"_s;
        QTest::newRow("nested") << u"url=%2Fthumb%3FX-Plex-Token%3Ds3cr3t-Tok&w=1"_s
                                << u"url=%2Fthumb%3FX-Plex-Token%3D…&w=1"_s;
        QTest::newRow("bearer") << u"Authorization: Bearer s3cr3t-Tok"_s
                                << u"Authorization: Bearer …"_s;
        QTest::newRow("bearer in JSON") << uR"("Authorization" : "Basic  s3cr3t-Tok")"_s
                                        << uR"("Authorization" : "Basic  …")"_s;
        QTest::newRow("nested twice")
            << u"X-Plex-Token%253Ds3cr3t-Tok"_s << u"X-Plex-Token%253D…"_s;
        QTest::newRow("several") << u"pin=12, api_key: 'abc' apikey=x"_s
                                 << u"pin=…, api_key: '…' apikey=…"_s;
        QTest::newRow("no value") << u"token= & pin:"_s << u"token= & pin:"_s;
        QTest::newRow("case") << u"x-plex-token=s3cr3t-Tok"_s << u"x-plex-token=…"_s;
        QTest::newRow("none") << u"GET /library/sections: 404"_s << u"GET /library/sections: 404"_s;
    }
    void textLosesItsSecrets()
    {
        QFETCH(QString, text);
        QTEST(net::redact(text), "clean");
    }

    void signInsThatWaitAreNotNamed()
    {
        QCOMPARE(net::redact(QUrl(u"https://plex.tv/api/v2/pins/1800456123"_s)),
            u"https://plex.tv/api/v2/pins/…"_s);
        QCOMPARE(net::redact(QUrl(u"https://plex.tv/api/v2/pins/qr/q7x2m9?a=b"_s)),
            u"https://plex.tv/api/v2/pins/…?a=…"_s);
    }

    void urlKeepsOnlyHarmlessValues()
    {
        const QUrl url(u"https://user:pw@host:32400/photo/:/transcode?url=%2Fa%3FX-Plex-Token%3Ds3"
                       u"&width=300&title=Private&X-Plex-Token=s3#code"_s);
        QCOMPARE(net::redact(url),
            u"https://host:32400/photo/:/transcode?url=…&width=300&title=…&X-Plex-Token=…"_s);
    }
};

QTEST_GUILESS_MAIN(TestRedact)
#include "tst_redact.moc"

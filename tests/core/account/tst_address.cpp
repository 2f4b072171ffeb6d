// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/address.h"

#include "core/net/host.h"

#include <QTest>

using namespace Qt::StringLiterals;
using account::Transport;

class TestAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void typedTextBecomesAnAddress_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<Transport>("transport");
        QTest::newRow("loopback") << u"127.0.0.1:1234"_s << u"http://127.0.0.1:1234"_s
                                  << Transport::PlainLoopback;
        QTest::newRow("localhost")
            << u" localhost "_s << u"http://localhost:32400"_s << Transport::PlainLoopback;
        QTest::newRow("private") << u"192.168.1.20"_s << u"http://192.168.1.20:32400"_s
                                 << Transport::PlainPrivate;
        QTest::newRow("name") << u"nas:32400"_s << u"http://nas:32400"_s << Transport::PlainPrivate;
        QTest::newRow("local") << u"http://nas.local"_s << u"http://nas.local:32400"_s
                               << Transport::PlainPrivate;
        QTest::newRow("v6") << u"http://[fd00::1]:32400/"_s << u"http://[fd00::1]:32400"_s
                            << Transport::PlainPrivate;
        QTest::newRow("public name")
            << u"plex.example.org"_s << u"https://plex.example.org"_s << Transport::Encrypted;
        QTest::newRow("prefix") << u"https://example.org/plex//"_s << u"https://example.org/plex"_s
                                << Transport::Encrypted;
        QTest::newRow("pasted") << u"http://10.0.0.2:32400/?X-Plex-Token=s3cr3t#x"_s
                                << u"http://10.0.0.2:32400"_s << Transport::PlainPrivate;
        QTest::newRow("plex.direct")
            << u"https://10-0-0-2.abc.plex.direct:32400"_s
            << u"https://10-0-0-2.abc.plex.direct:32400"_s << Transport::Encrypted;
    }
    void typedTextBecomesAnAddress()
    {
        QFETCH(QString, text);
        const auto address = account::parseServerAddress(text);
        QVERIFY2(address, address ? "" : qPrintable(address.error().detail));
        QTEST(address->url.toString(), "url");
        QTEST(address->transport, "transport");
    }

    void whatIsNoAddressIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u"  "_s;
        QTest::newRow("file") << u"file:///etc/passwd"_s;
        QTest::newRow("ftp") << u"ftp://nas"_s;
        QTest::newRow("user") << u"http://me:pw@nas:32400"_s;
        QTest::newRow("plain and public") << u"http://plex.example.org:32400"_s;
        QTest::newRow("plain and public v4") << u"http://8.8.8.8:32400"_s;
        QTest::newRow("mapped public") << u"http://[::ffff:8.8.8.8]:32400"_s;
        QTest::newRow("bad port") << u"http://nas:99999"_s;
        QTest::newRow("spaces") << u"my server"_s;
        QTest::newRow("no host") << u"http:///x"_s;
    }
    void whatIsNoAddressIsRefused()
    {
        QFETCH(QString, text);
        const auto address = account::parseServerAddress(text);
        QVERIFY2(!address, address ? qPrintable(address->url.toString()) : "");
        QCOMPARE(address.error().code, util::Error::Code::InvalidInput);
        QVERIFY(!address.error().message.isEmpty());
        QVERIFY(!address.error().message.contains(u"pw"_s));
        QVERIFY(!address.error().detail.contains(u"pw"_s));
    }

    void hostsArePrivateOrNot_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isPrivate");
        QTest::newRow("10") << u"10.255.0.1"_s << true;
        QTest::newRow("172.16") << u"172.16.0.1"_s << true;
        QTest::newRow("172.32") << u"172.32.0.1"_s << false;
        QTest::newRow("cgnat") << u"100.64.0.1"_s << true;
        QTest::newRow("link local") << u"169.254.1.1"_s << true;
        QTest::newRow("fe80") << u"fe80::1"_s << true;
        QTest::newRow("global v6") << u"2606:4700::1111"_s << false;
        QTest::newRow("mapped private") << u"::ffff:192.168.0.1"_s << true;
        QTest::newRow("home.arpa") << u"Nas.Home.Arpa"_s << true;
        QTest::newRow("looks local") << u"local.example.org"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void hostsArePrivateOrNot()
    {
        QFETCH(QString, host);
        QTEST(net::isPrivateHost(host), "isPrivate");
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"

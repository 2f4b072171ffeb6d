// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/account/environment.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEnvironment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingSetIsNothingOverridden()
    {
        const auto read = account::readEnvironment(QProcessEnvironment());
        QVERIFY(read);
        QVERIFY(!read->server);
        QVERIFY(read->token.isEmpty());
        QVERIFY(read->plexTv.isEmpty());
    }

    void serverTokenAndLoopbackCloudsAreTaken()
    {
        QProcessEnvironment variables;
        variables.insert(u"PLEXM8_SERVER_URL"_s, u"https://plex.example.org/p"_s);
        variables.insert(u"PLEXM8_TOKEN"_s, u" abc \n"_s);
        variables.insert(u"PLEXM8_TMDB_KEY"_s, u"key"_s);
        variables.insert(u"PLEXM8_PLEXTV_URL"_s, u"http://127.0.0.1:9"_s);
        variables.insert(u"PLEXM8_DISCOVER_URL"_s, u"http://localhost:9"_s);
        variables.insert(u"PLEXM8_TMDB_URL"_s, u"https://[::1]:9/3"_s);
        variables.insert(u"PLEXM8_TMDB_IMAGE_URL"_s, u"  "_s);
        const auto read = account::readEnvironment(variables);
        QVERIFY(read);
        QCOMPARE(read->server->url, QUrl(u"https://plex.example.org/p"_s));
        QCOMPARE(read->token.reveal(), "abc");
        QCOMPARE(read->tmdbKey.reveal(), "key");
        QCOMPARE(read->plexTv, QUrl(u"http://127.0.0.1:9"_s));
        QCOMPARE(read->discover, QUrl(u"http://localhost:9"_s));
        QCOMPARE(read->tmdb, QUrl(u"https://[::1]:9/3"_s));
        QVERIFY(read->tmdbImage.isEmpty());
    }

    void cloudUrlsElsewhereAreRefusedByName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        for (const QString& name : { u"PLEXM8_PLEXTV_URL"_s, u"PLEXM8_DISCOVER_URL"_s,
                 u"PLEXM8_TMDB_URL"_s, u"PLEXM8_TMDB_IMAGE_URL"_s }) {
            QTest::addRow("%s", qPrintable(name)) << name << u"https://evil.example"_s;
        }
        const QString plexTv = u"PLEXM8_PLEXTV_URL"_s;
        QTest::newRow("private") << plexTv << u"http://192.168.0.1"_s;
        QTest::newRow("looks like") << plexTv << u"http://127.0.0.1.evil.example"_s;
        QTest::newRow("user") << plexTv << u"http://127.0.0.1@evil.example"_s;
        QTest::newRow("user of ours") << plexTv << u"http://u:p@127.0.0.1"_s;
        QTest::newRow("file") << plexTv << u"file://localhost/x"_s;
        QTest::newRow("text") << plexTv << u"127.0.0.1"_s;
    }
    void cloudUrlsElsewhereAreRefusedByName()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QProcessEnvironment variables;
        variables.insert(name, value);
        const auto read = account::readEnvironment(variables);
        QVERIFY(!read);
        QCOMPARE(read.error().code, util::Error::Code::InvalidInput);
        QVERIFY(read.error().message.contains(name));
        QVERIFY(!read.error().message.contains(u"evil"_s));
    }

    void aServerUrlThatIsNoneIsRefused()
    {
        QProcessEnvironment variables;
        variables.insert(u"PLEXM8_SERVER_URL"_s, u"http://me:pw@nas"_s);
        const auto read = account::readEnvironment(variables);
        QVERIFY(!read);
        QVERIFY(read.error().message.contains(u"PLEXM8_SERVER_URL"_s));
        QVERIFY(!read.error().message.contains(u"pw"_s));
    }
};

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"

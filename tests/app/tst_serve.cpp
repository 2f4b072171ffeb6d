// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/demo/client.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

/// The program as people and scripts run it.
class TestServe : public QObject
{
    Q_OBJECT

private:
    static void start(QProcess& program, const QStringList& args)
    {
        program.start(
            qEnvironmentVariable("PLEXM8_CLI"), QStringList { u"demo"_s, u"serve"_s } + args);
        QVERIFY(program.waitForStarted());
    }

    static QJsonObject line(QProcess& program)
    {
        while (!program.canReadLine() && program.waitForReadyRead(10'000)) { }
        return QJsonDocument::fromJson(program.readLine()).object();
    }

private Q_SLOTS:
    void printsOneLineAndServesUntilTerminated()
    {
        QProcess program;
        start(program, { u"--tracks"_s, u"50"_s, u"--seed"_s, u"3"_s });
        const QJsonObject json = line(program);
        QCOMPARE(json.keys(),
            (QStringList { u"accountToken"_s, u"discover"_s, u"machineIdentifier"_s, u"plextv"_s,
                u"pms"_s, u"pmsHttps"_s, u"tmdb"_s, u"token"_s }));
        client::Connection connection(QUrl(json[u"pms"].toString()));
        connection.write(
            "GET /library/sections/2/all?type=10 HTTP/1.1\r\nAccept: application/json\r\n"
            "X-Plex-Token: "
            + json[u"token"].toString().toLatin1() + "\r\n\r\n");
        QCOMPARE(connection.read().container()[u"size"].toInt(), 50);
        program.terminate();
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().isEmpty());
        QVERIFY(program.readAllStandardError().isEmpty());
    }

    void wrongArgumentsAreUsageErrors_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::newRow("no number") << QStringList { u"--tracks"_s, u"many"_s };
        QTest::newRow("too many") << QStringList { u"--tracks"_s, u"5000001"_s };
        QTest::newRow("unknown option") << QStringList { u"--colour"_s };
        QTest::newRow("stray word") << QStringList { u"now"_s };
        QTest::newRow("port out of range") << QStringList { u"--port"_s, u"70000"_s };
    }

    void wrongArgumentsAreUsageErrors()
    {
        QFETCH(QStringList, args);
        QProcess program;
        start(program, args);
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitCode(), 2);
        QVERIFY(program.readAllStandardOutput().isEmpty());
        QVERIFY(!program.readAllStandardError().isEmpty());
    }

    void missingFolderFails()
    {
        QProcess program;
        start(program, { u"--music"_s, u"no such folder"_s });
        QVERIFY(program.waitForFinished(5000));
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(!program.readAllStandardError().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lint/secrets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// No test's output holds a token. Runs after all tests, over what ctest wrote down of them.
class TestTokens : public QObject
{
    Q_OBJECT

private:
    static QStringList demoTokens()
    {
        return lint::tokensIn(
            lint::readTree(lint::sourceRoot(), { u"core/demo"_s }, { u".h"_s, u".cpp"_s }));
    }

private Q_SLOTS:
    void constantsAreUnderstood()
    {
        const QList<lint::Source> sources { { u"a.h"_s,
            u"constexpr auto kToken = \"one\";\n"
            "const QString kAccountToken = u\"two\"_s;\n"
            "inline constexpr QLatin1StringView kUserToken { \"three\" };\n"
            "const auto kTokenOfGuest = QByteArrayLiteral(\"four\");\n"
            "constexpr char kOtherToken[] = \"five\";\n"
            "const QString token = u\"not a constant\"_s; // kToken\n"_s } };
        QCOMPARE(lint::tokensIn(sources),
            (QStringList { u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s }));
    }

    void tokensInLogsAreFound_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addRow("plain") << QByteArray("GET /x?X-Plex-Token=demo secret\n");
        QTest::addRow("encoded") << QByteArray("GET /x?X-Plex-Token=demo%20secret\n");
        QTest::addRow("base64") << QByteArray("Basic ZGVtbyBzZWNyZXQ=\n");
    }
    void tokensInLogsAreFound()
    {
        QFETCH(QByteArray, line);
        const QTemporaryDir dir;
        QFile log(dir.filePath(u"LastTest.log.tmp"_s));
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("a clean line\n" + line);
        log.close();
        const auto findings
            = lint::scanLogs(dir.path(), { u"demo secret"_s }, { u".log"_s, u".log.tmp"_s });
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, 2);
        QVERIFY(!findings.first().toString().contains(u"demo secret"_s));
        QVERIFY(log.copy(dir.filePath(u"LastTest.log"_s)));
        QCOMPARE(lint::scanLogs(dir.path(), { u"demo secret"_s }, { u".log"_s }).size(), 0);
    }

    void noTestWroteAToken()
    {
        const QStringList tokens = demoTokens();
        QVERIFY2(!tokens.isEmpty(), "core/demo names no k…Token constant");
        const QString build = qEnvironmentVariable("PLEXM8_BINARY_DIR");
        const auto findings
            = lint::scanLogs(build + u"/Testing"_s, tokens, { u".log"_s, u".tmp"_s, u".xml"_s })
            + lint::scanLogs(build, tokens, { u".log"_s, u"junit.xml"_s });
        QVERIFY2(findings.isEmpty(), qPrintable(lint::join(findings)));
    }
};

QTEST_GUILESS_MAIN(TestTokens)
#include "tst_tokens.moc"

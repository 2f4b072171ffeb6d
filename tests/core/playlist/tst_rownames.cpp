// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/tokens.h"

#include <QSet>
#include <QTest>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;
using playlist::Token;
using playlist::Tokens;

/// Names of rows and how the journal writes them.
class TestRowNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadAgainAsItWas_data()
    {
        QTest::addColumn<Tokens>("tokens");
        constexpr auto kLeast = std::numeric_limits<Token>::min();
        constexpr auto kMost = std::numeric_limits<Token>::max();
        QTest::newRow("none") << Tokens {};
        QTest::newRow("one") << Tokens { 1 };
        QTest::newRow("ends of the range") << Tokens { kLeast, kMost, 0, kMost, kLeast };
        QTest::newRow("new") << Tokens { -1, -2, -3 };
        Tokens many(65'000);
        std::iota(many.begin(), many.end(), 900'000);
        QTest::newRow("many") << many;
    }
    void textIsReadAgainAsItWas()
    {
        QFETCH(const Tokens, tokens);
        const auto read = playlist::tokensOf(playlist::textOf(tokens));
        QVERIFY(read);
        QCOMPARE(*read, tokens);
    }

    void neighboursTakeNextToNothing()
    {
        Tokens many(65'000);
        std::iota(many.begin(), many.end(), 900'000);
        QVERIFY2(playlist::textOf(many).size() < 1000,
            qPrintable(QString::number(playlist::textOf(many).size())));
    }

    void damagedTextIsRefused_data()
    {
        const QString good = playlist::textOf({ 5, 6, 100'000 });
        // A length of 4 GB with nothing behind it; a number that never ends.
        const QByteArray bomb = QByteArray::fromHex("ffffffff") + QByteArray(100, '\0');
        const QByteArray endless = qCompress(QByteArray(30, char(-1)));
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("not base64") << u"***"_s;
        QTest::newRow("cut") << good.chopped(6);
        QTest::newRow("bomb") << QString::fromLatin1(bomb.toBase64());
        QTest::newRow("endless number") << QString::fromLatin1(endless.toBase64());
        QTest::newRow("cut number")
            << QString::fromLatin1(qCompress(QByteArray(1, char(-128))).toBase64());
    }
    void damagedTextIsRefused()
    {
        QFETCH(const QString, text);
        const auto read = playlist::tokensOf(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, util::Error::Code::InvalidInput);
    }

    void newNamesAreNobodyElses()
    {
        QSet<Token> seen;
        for (int i = 0; i < 100; ++i) {
            const Tokens names = playlist::newTokens(50);
            QCOMPARE(names.size(), size_t(50));
            for (const Token name : names) {
                QVERIFY(name < 0);
                QVERIFY(!seen.contains(name));
                seen.insert(name);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRowNames)
#include "tst_rownames.moc"

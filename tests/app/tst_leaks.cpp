// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/server.h"
#include "tests/support/leaks.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The search for tokens that every test of the program makes finds them.
class TestLeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensAreFoundHoweverTheyAreWritten_data()
    {
        demo::Server server { demo::Options { .tracks = 1, .tokenSuffix = "-other" } };
        const auto endpoints = server.start();
        QVERIFY(endpoints);
        QTest::addColumn<QByteArray>("bytes");
        int number = 0;
        for (const auto& secret :
            { endpoints->token, endpoints->accountToken, endpoints->sharedToken }) {
            const QByteArray token = secret.reveal();
            const auto add = [&number](const char* how, const QByteArray& bytes) {
                QTest::addRow("%s %d", how, number) << "some text " + bytes + " and more";
            };
            add("plain", token);
            add("in an address", "http://host/x?X-Plex-Token=" + token);
            add("UTF-16",
                QByteArray(reinterpret_cast<const char*>( // as it lies in memory
                               QString::fromUtf8(token).utf16()),
                    token.size() * 2));
            add("hex", token.toHex());
            add("base64", token.toBase64());
            add("base64 with a name", ("user:" + token).toBase64());
            add("base64 with another", ("anna:" + token).toBase64());
            add("base64 with a third", ("name=" + token).toBase64());
            ++number;
        }
    }
    void tokensAreFoundHoweverTheyAreWritten()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(support::holdsToken(bytes));
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"data"_s));
        for (const auto& name : { u"data/other"_s, u"data/tokens"_s, u".hidden"_s }) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(100'000, ' ') + bytes);
        }
        QStringList found = support::filesWithToken(folder.path());
        found.sort();
        QCOMPARE(found,
            (QStringList { folder.filePath(u".hidden"_s), folder.filePath(u"data/other"_s) }));
    }

    void otherTextIsNone()
    {
        QVERIFY(
            !support::holdsToken("There is no token for this server. PLEXM8_TOKEN demo-server"));
        QVERIFY(!support::holdsToken({}));
    }
};

QTEST_GUILESS_MAIN(TestLeaks)
#include "tst_leaks.moc"

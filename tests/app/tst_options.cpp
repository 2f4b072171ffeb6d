// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/options.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the window's program makes of its arguments.
class TestOptions : public QObject
{
    Q_OBJECT

    static util::Result<app::Options> parsed(const QStringList& arguments)
    {
        return app::parseOptions(QStringList { u"plexm8"_s } + arguments);
    }

private Q_SLOTS:
    void whatSaysHowTheDemoIsToBeStartsIt_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("demo") << QStringList { u"--demo"_s };
        QTest::newRow("tracks") << QStringList { u"--demo-tracks"_s, u"50"_s };
        QTest::newRow("seed") << QStringList { u"--demo-seed=7"_s };
        QTest::newRow("music") << QStringList { u"--demo-music"_s, u"."_s };
        QTest::newRow("tour") << QStringList { u"--tour"_s, u"pictures"_s };
    }
    void whatSaysHowTheDemoIsToBeStartsIt()
    {
        QFETCH(QStringList, arguments);
        const auto options = parsed(arguments);
        QVERIFY(options);
        QVERIFY(options->isDemo);
    }

    void withoutADemoTheProfileIsTheUsers()
    {
        const auto options = parsed({ u"--theme"_s, u"dark"_s });
        QVERIFY(options);
        QVERIFY(!options->isDemo);
    }

    void whatWouldBeIgnoredIsRefusedByName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named");
        QTest::newRow("text") << QStringList { u"--demo"_s, u"--text"_s, u"150"_s } << u"--text"_s;
        QTest::newRow("size") << QStringList { u"--size"_s, u"900x700"_s } << u"--size"_s;
        QTest::newRow("word") << QStringList { u"demo"_s } << u"demo"_s;
        QTest::newRow("number") << QStringList { u"--demo-tracks"_s, u"many"_s }
                                << u"--demo-tracks"_s;
        QTest::newRow("folder") << QStringList { u"--demo-music"_s, u"/nowhere"_s }
                                << u"--demo-music"_s;
    }
    void whatWouldBeIgnoredIsRefusedByName()
    {
        QFETCH(QStringList, arguments);
        const auto options = parsed(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().code, util::Error::Code::InvalidInput);
        QFETCH(QString, named);
        QVERIFY2(options.error().message.contains(named), qPrintable(options.error().message));
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/logbuffer.h"

#include <QTest>
#include <thread>

using namespace Qt::StringLiterals;
using util::LogBuffer;
using util::LogLine;

namespace {

LogLine line(const QString& text)
{
    return { 0, 1'700'000'000'000, QtInfoMsg, u"test"_s, text };
}

} // namespace

/// The latest lines of the log.
class TestLogBuffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreNumberedAndAskedForFromOneOn()
    {
        LogBuffer log(10);
        QCOMPARE(log.latest(), 0U);
        QVERIFY(log.after(0).isEmpty());
        for (const auto& text : { u"a"_s, u"b"_s, u"c"_s }) {
            log.append(line(text));
        }
        QCOMPARE(log.latest(), 3U);
        const QList<LogLine> all = log.after(0);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.at(0).number, 1U);
        QCOMPARE(all.at(0).text, u"a"_s);
        QCOMPARE(log.after(2).size(), 1);
        QCOMPARE(log.after(2).at(0).text, u"c"_s);
        QVERIFY(log.after(3).isEmpty());
        QVERIFY(log.after(99).isEmpty());
    }

    void theOldestGo()
    {
        LogBuffer log(3);
        for (int i = 1; i <= 5; ++i) {
            log.append(line(QString::number(i)));
        }
        const QList<LogLine> all = log.after(0);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all.constFirst().text, u"3"_s);
        QCOMPARE(all.constLast().number, 5U);
    }

    void aLineThatIsTooLongIsCut()
    {
        LogBuffer log(3);
        log.append(line(QString(1'000'000, u'x')));
        const QString kept = log.after(0).at(0).text;
        QCOMPARE(kept.size(), LogBuffer::kMostCharacters);
        QVERIFY(kept.endsWith(QChar(0x2026)));
    }

    void manyThreadsLogAtOnce()
    {
        constexpr int kThreads = 4;
        constexpr int kLines = 500;
        LogBuffer log(kThreads * kLines);
        {
            std::vector<std::jthread> threads;
            threads.reserve(kThreads);
            for (int i = 0; i < kThreads; ++i) {
                threads.emplace_back([&log, i] {
                    for (int n = 0; n < kLines; ++n) {
                        log.append(line(u"%1/%2"_s.arg(i).arg(n)));
                    }
                });
            }
        }
        const QList<LogLine> all = log.after(0);
        QCOMPARE(all.size(), kThreads * kLines);
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(all.at(i).number, quint64(i) + 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestLogBuffer)
#include "tst_logbuffer.moc"

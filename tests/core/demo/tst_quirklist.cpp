// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestQuirkList : public QObject
{
    Q_OBJECT

private:
    QDir m_folder { qEnvironmentVariable("PLEXM8_SOURCE_DIR") + u"/tests/core/demo"_s };

    [[nodiscard]] QString text(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    /// "number source function" of every line of quirks.txt.
    [[nodiscard]] QStringList listed() const
    {
        QStringList lines = text(u"quirks.txt"_s).split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString& line) { return line.startsWith(u'#'); });
        return lines;
    }

private Q_SLOTS:
    void everyListedQuirkHasItsTest()
    {
        const QStringList lines = listed();
        QVERIFY(!lines.isEmpty());
        for (const QString& line : lines) {
            const QStringList words = line.split(u' ');
            QCOMPARE(words.size(), 3);
            QVERIFY2(words.at(2).startsWith(u"quirk"_s + words.at(0)), qPrintable(line));
            QVERIFY2(text(words.at(1) + u".cpp"_s).contains(u"void %1()"_s.arg(words.at(2))),
                qPrintable(line));
        }
    }

    void everyNumberOfTheChecklistIsListed()
    {
        static const QList<int> checklist { 1, 2, 3, 4, 6, 8, 17, 18, 29, 32, 33, 39, 43, 46, 47,
            48, 59, 63, 65, 71, 73, 86, 87, 96, 98 };
        QList<int> numbers;
        for (const QString& line : listed()) {
            const int number = line.section(u' ', 0, 0).toInt();
            if (numbers.isEmpty() || numbers.last() != number) {
                numbers.append(number);
            }
        }
        QCOMPARE(numbers, checklist);
    }

    void everyQuirkTestIsListed()
    {
        static const QRegularExpression test(u"void (quirk(\\d+)\\w*)\\(\\)"_s);
        const QStringList lines = listed();
        for (const QString& file : m_folder.entryList({ u"tst_*.cpp"_s })) {
            auto found = test.globalMatch(text(file));
            while (found.hasNext()) {
                const QRegularExpressionMatch match = found.next();
                const QString line
                    = u"%1 %2 %3"_s.arg(match.captured(2), file.chopped(4), match.captured(1));
                QVERIFY2(lines.contains(line), qPrintable(line));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQuirkList)
#include "tst_quirklist.moc"

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlistfile.h"
#include "tests/support/rounds.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using playlist::FileContent;
using playlist::FileFormat;
using playlist::FileRow;
using support::Rounds;

namespace {

/// Texts as nobody would wish them on a format: separators, quotes, line breaks, both directions,
/// letters outside the first plane, what looks like the format's own signs.
QString anyText(Rounds& dice, bool isPath)
{
    static const QStringList pieces { u"a"_s, u"Queen"_s, u" - "_s, u" – "_s, u"\n"_s, u"\r\n"_s,
        u"\t"_s, u"\""_s, u"\"\""_s, u","_s, u";"_s, u"|"_s, u"#"_s, u"#EXTINF:1,"_s, u"="_s,
        u"["_s, u"]]>"_s, u"<b>"_s, u"&amp;"_s, u"&"_s, u"%20"_s, u"%"_s, u"é"_s, u"Ã©"_s,
        u"Å\u008d"_s, u"ø"_s, u"€"_s, u"“x”"_s, u"夜に駆ける"_s, u"Группа"_s, u"עברית"_s,
        u"\u202eعربي\u202c"_s, u"🎸"_s, u"👩‍🎤"_s, u"e\u0301"_s, u" "_s, u"  "_s, u"\u00a0"_s,
        u"0"_s, u"1984"_s, u"sep=;"_s, u"Title"_s, u"{"_s, u"}"_s, u"\\"_s, u"'"_s, u"\u2028"_s,
        u"\ufeff"_s, u"\u0007"_s, u"?"_s };
    const int count = dice.number(0, isPath ? 5 : 7);
    QString text;
    for (int i = 0; i < count; ++i) {
        text += pieces.at(dice.number<qsizetype>(0, pieces.size()));
    }
    return text;
}

/// A path or URL in the form in which it is read again: with / between its parts.
QString anyLocation(Rounds& dice)
{
    static const QStringList starts { u"/data/music/"_s, u"../Music/"_s, u"Artist/"_s,
        u"D:/Music/"_s, u"//NAS/share/"_s, u"http://radio.example/"_s, u"#1 hits/"_s, u" spaced/"_s,
        u"a: b/"_s };
    QString name = anyText(dice, true);
    name.remove(u'\\');
    const QString& start = starts.at(dice.number<qsizetype>(0, starts.size()));
    if (start.startsWith(u"http")) { // a URL has no such letters
        return start + u"stream?a=1&b=%20"_s;
    }
    return start + name + u".mp3"_s;
}

FileRow anyRow(Rounds& dice)
{
    FileRow row;
    if (dice.number(0, 5) > 0) {
        row.location = anyLocation(dice);
    }
    row.title = anyText(dice, false) + (row.location.isEmpty() ? u"x"_s : QString());
    row.artist = anyText(dice, false);
    row.albumArtist = anyText(dice, false);
    row.album = anyText(dice, false);
    row.duration = std::chrono::milliseconds(dice.number(0, 4) * dice.number(0, 400'000));
    row.disc = dice.number(0, 3);
    row.number = dice.number(0, 100);
    if (dice.number(0, 2) == 0) {
        row.guid = u"plex://track/5d07cd%1"_s.arg(dice.number(0, 999'999));
    }
    if (dice.number(0, 2) == 0) {
        row.key = { QString::number(dice.number(1, 99'999)) };
        row.server = { u"0a1b2c"_s };
    }
    if (dice.number(0, 6) == 0) {
        row.otherLocations = { anyLocation(dice) };
    }
    return row;
}

FileContent kept(const FileContent& content, FileFormat format)
{
    FileContent same;
    same.title = format == FileFormat::Csv ? QString() : content.title;
    for (const FileRow& row : content.rows) {
        same.rows.push_back(playlist::keptBy(format, row));
    }
    return same;
}

QString shown(const FileRow& row)
{
    return u"location=<%1> title=<%2> artist=<%3> albumArtist=<%4> album=<%5> ms=%6 no=%7/%8 guid=%9 "_s
               .arg(row.location, row.title, row.artist, row.albumArtist, row.album)
               .arg(row.duration.count())
               .arg(row.disc)
               .arg(row.number)
               .arg(row.guid)
        + row.key.value + u'@' + row.server.value + row.otherLocations.join(u'|');
}

} // namespace

/// What is written reads as what was written.
class TestPlaylistFileAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyRowsAreReadAsWritten_data()
    {
        QTest::addColumn<FileFormat>("format");
        for (const FileFormat format : playlist::fileFormats()) {
            QTest::addRow("%s", qPrintable(playlist::endingOf(format))) << format;
        }
    }

    void anyRowsAreReadAsWritten()
    {
        QFETCH(FileFormat, format);
        Rounds dice(2'000);
        for (int round = 0; round < dice.count(); ++round) {
            FileContent content;
            content.title = u"Mix %1"_s.arg(round);
            const int count = dice.number(0, 30);
            for (int i = 0; i < count; ++i) {
                content.rows.push_back(anyRow(dice));
            }
            const QByteArray bytes = playlist::fileBytes(content, format);
            const auto read = playlist::parseFile(bytes, format);
            QVERIFY2(read, bytes.constData());
            const FileContent wanted = kept(content, format);
            QVERIFY2(read->leftOut.isEmpty(), bytes.constData());
            QCOMPARE(read->title, wanted.title);
            QCOMPARE(read->rows.size(), wanted.rows.size());
            for (size_t i = 0; i < wanted.rows.size(); ++i) {
                if (read->rows[i] != wanted.rows[i]) {
                    QCOMPARE(shown(read->rows[i]), shown(wanted.rows[i]));
                    QFAIL("a field that is not shown");
                }
            }
        }
    }

    /// Whatever of it is cut off or changed: rows or a sentence, never a crash.
    void damagedFilesAreNoHarm_data() { anyRowsAreReadAsWritten_data(); }
    void damagedFilesAreNoHarm()
    {
        QFETCH(FileFormat, format);
        Rounds dice(2'000);
        for (int round = 0; round < dice.count(); ++round) {
            FileContent content;
            for (int i = 0; i < 5; ++i) {
                content.rows.push_back(anyRow(dice));
            }
            QByteArray bytes = playlist::fileBytes(content, format);
            for (int i = dice.number(0, 6); i > 0; --i) {
                bytes[dice.number<qsizetype>(0, bytes.size())] = char(dice.number(0, 256));
            }
            bytes.truncate(dice.number<qsizetype>(0, bytes.size() + 1));
            const auto read = playlist::parseFile(bytes, format);
            if (!read) {
                QVERIFY(!read.error().message.isEmpty());
                continue;
            }
            // And what was read can be written.
            const auto again = playlist::parseFile(playlist::fileBytes(*read, format), format);
            QVERIFY(again);
            QCOMPARE(again->rows.size(), read->rows.size());
        }
    }

    void fileIsWrittenAsAWhole()
    {
        const QTemporaryDir folder;
        FileContent content;
        content.title = u"Late night"_s;
        content.rows.push_back({ u"/data/a.mp3"_s, {}, u"A"_s, u"B"_s, {}, {} });
        for (const FileFormat format : playlist::fileFormats()) {
            const QString path = folder.filePath(u"list."_s + playlist::endingOf(format));
            QVERIFY(playlist::writeFile(path, content, format));
            const auto read = playlist::readFile(path);
            QVERIFY(read);
            QCOMPARE(read->rows, content.rows);
            QCOMPARE(read->title, format == FileFormat::Csv ? u"list"_s : content.title);
        }
        const auto failed
            = playlist::writeFile(folder.filePath(u"nowhere/list.csv"_s), content, FileFormat::Csv);
        QCOMPARE(failed.error().code, util::Error::Code::Storage);
        QVERIFY(!failed.error().message.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPlaylistFileAgain)
#include "tst_playlistfileagain.moc"

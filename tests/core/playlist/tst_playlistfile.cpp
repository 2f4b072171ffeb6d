// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlistfile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using playlist::FileContent;
using playlist::FileFormat;
using playlist::FileRow;

namespace {

FileContent parsed(const QByteArray& bytes, FileFormat format)
{
    return playlist::parseFile(bytes, format).value_or(FileContent());
}

FileRow rowOf(const QString& title, const QString& artist, const QString& album = {},
    std::chrono::milliseconds duration = 0ms)
{
    FileRow row;
    row.title = title;
    row.artist = artist;
    row.album = album;
    row.duration = duration;
    return row;
}

FileRow at(const QString& location, FileRow row = {})
{
    row.location = location;
    return row;
}

using Rows = std::vector<FileRow>;

} // namespace

Q_DECLARE_METATYPE(Rows)

/// Playlist files as programs write them, and as they should not be.
class TestPlaylistFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesOfOtherProgramsAreRead_data()
    {
        QTest::addColumn<FileFormat>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        m3uRows();
        plsRows();
        xspfRows();
        csvRows();
        jsonRows();
    }

    void filesOfOtherProgramsAreRead()
    {
        QFETCH(FileFormat, format);
        QFETCH(QByteArray, bytes);
        QFETCH(Rows, rows);
        const auto read = playlist::parseFile(bytes, format);
        QVERIFY(read);
        QCOMPARE(read->leftOut, QList<playlist::LeftOut>());
        for (size_t i = 0; i < std::min(rows.size(), read->rows.size()); ++i) {
            const FileRow& row = read->rows[i];
            QCOMPARE(row.location, rows[i].location);
            QCOMPARE(row.title, rows[i].title);
            QCOMPARE(row.artist, rows[i].artist);
            QCOMPARE(row.album, rows[i].album);
            QCOMPARE(row.duration, rows[i].duration);
            QVERIFY(row == rows[i]);
        }
        QCOMPARE(read->rows.size(), rows.size());
    }

    void titlesAreRead()
    {
        QCOMPARE(parsed("#EXTM3U\n#PLAYLIST: Mix \na.mp3\n", FileFormat::M3u8).title, u"Mix"_s);
        QCOMPARE(
            parsed("[playlist]\nX-GNOME-Title=Mix\nFile1=a\n", FileFormat::Pls).title, u"Mix"_s);
        QCOMPARE(
            parsed("<playlist><title>Mix</title></playlist>", FileFormat::Xspf).title, u"Mix"_s);
        QCOMPARE(parsed("{\"name\":\"Mix\",\"tracks\":[]}", FileFormat::Json).title, u"Mix"_s);
        QCOMPARE(parsed("Track name,Artist name,Playlist name\na,b,Mix\n", FileFormat::Csv).title,
            u"Mix"_s);
    }

    void damagedLineLosesNoOther_data()
    {
        QTest::addColumn<FileFormat>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("left");
        const QByteArray tooLong(playlist::kLongestText + 1, 'x');
        QTest::newRow("m3u: a text that is too long")
            << FileFormat::M3u << "#EXTINF:1,A\na.mp3\n#EXTINF:1,B\n" + tooLong + "\nc.mp3\n"
            << 4 << 2;
        QTest::newRow("m3u: no file after its description")
            << FileFormat::M3u << QByteArray("#EXTINF:1,A\n#EXTINF:1,B\nb.mp3\nc.mp3\n") << 1 << 2;
        QTest::newRow("m3u: cut off")
            << FileFormat::M3u << QByteArray("a.mp3\nb.mp3\n#EXTINF:1,C\n") << 3 << 2;
        QTest::newRow("pls: title without file")
            << FileFormat::Pls << QByteArray("[playlist]\nTitle1=A\nFile2=b.mp3\nFile3=c.mp3\n")
            << 2 << 2;
        QTest::newRow("pls: no value")
            << FileFormat::Pls << QByteArray("[playlist]\nFile1=a\nnonsense\nFile2=b\n") << 3 << 2;
        QTest::newRow("xspf: cut off")
            << FileFormat::Xspf
            << QByteArray("<playlist><trackList>\n<track><title>A</title></track>\n"
                          "<track><title>B</title></track>\n<track><title>C</ti")
            << 4 << 2;
        QTest::newRow("xspf: wrong end")
            << FileFormat::Xspf
            << QByteArray("<playlist><trackList>\n<track><title>A</title></track>\n"
                          "<track><title>B</creator></track>\n<track><title>C</title></track>\n"
                          "</trackList></playlist>")
            << 3 << 2;
        QTest::newRow("xspf: a track that is not ended")
            << FileFormat::Xspf
            << QByteArray("<playlist><trackList>\n<track><title>A</title>\n"
                          "<track><title>B</title></track>\n<track><title>C</title></track>\n"
                          "</trackList></playlist>")
            << 3 << 2;
        QTest::newRow("xspf: an ampersand") << FileFormat::Xspf
                                            << QByteArray("<playlist><trackList>\n"
                                                          "<track><title>A</title></track>\n"
                                                          "<track><title>B & b</title></track>\n"
                                                          "<track><title>C</title></track>\n"
                                                          "</trackList></playlist>")
                                            << 3 << 2;
        QTest::newRow("csv: quote is not closed")
            << FileFormat::Csv << QByteArray("Title,Artist\nA,x\n\"B,x\nC,x\n") << 3 << 2;
        QTest::newRow("csv: too many columns")
            << FileFormat::Csv << QByteArray("Title,Artist\nA,x\nB,x,y\nC,x\n") << 3 << 2;
        QTest::newRow("csv: names nothing")
            << FileFormat::Csv << QByteArray("Title,Artist\nA,x\n,x\nC,x\n") << 3 << 2;
        QTest::newRow("json: a line")
            << FileFormat::Json
            << QByteArray("{\"format\":\"plexm8-playlist\",\"version\":1,\"tracks\":[\n"
                          "{\"title\":\"A\"},\n{\"title\":\"B},\n{\"title\":\"C\"}\n]}\n")
            << 3 << 2;
        QTest::newRow("json: cut off")
            << FileFormat::Json
            << QByteArray("{\"format\":\"plexm8-playlist\",\"version\":1,\"tracks\":[\n"
                          "{\"title\":\"A\"},\n{\"title\":\"B\"},\n{\"titl")
            << 4 << 2;
        QTest::newRow("json: no track")
            << FileFormat::Json << QByteArray("[{\"title\":\"A\"},7,{\"title\":\"C\"}]") << 2 << 2;
    }

    void damagedLineLosesNoOther()
    {
        QFETCH(FileFormat, format);
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(int, left);
        const auto read = playlist::parseFile(bytes, format);
        QVERIFY(read);
        QCOMPARE(int(read->rows.size()), left);
        QCOMPARE(read->leftOutCount, 1);
        QCOMPARE(read->leftOut.constFirst().line, line);
        QVERIFY(!read->leftOut.constFirst().reason.isEmpty());
    }

    void whatIsNoPlaylistIsRefused_data()
    {
        QTest::addColumn<FileFormat>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<util::Error::Code>("code");
        const auto invalid = util::Error::Code::InvalidInput;
        QTest::newRow("bytes") << FileFormat::M3u << QByteArray("ID3\x04\0\0\0a", 8) << invalid;
        QTest::newRow("stream") << FileFormat::M3u8
                                << QByteArray(
                                       "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:9,\na.ts\n")
                                << invalid;
        QTest::newRow("web page") << FileFormat::Xspf << QByteArray("<html><body/></html>")
                                  << invalid;
        QTest::newRow("no xml") << FileFormat::Xspf << QByteArray("a.mp3\n") << invalid;
        QTest::newRow("no json") << FileFormat::Json << QByteArray("a.mp3\n") << invalid;
        QTest::newRow("entities")
            << FileFormat::Xspf
            << QByteArray("<!DOCTYPE p [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                          "<playlist><title>&b;</title></playlist>")
            << invalid;
        QTest::newRow("quotes without end")
            << FileFormat::Csv
            << "Title,Artist\n" + ("\"" + QByteArray(17'000, 'a') + "\n").repeated(1'100)
            << invalid;
        QTest::newRow("newer version")
            << FileFormat::Json
            << QByteArray("{\"format\":\"plexm8-playlist\",\"version\":99,\"tracks\":[]}")
            << util::Error::Code::Unsupported;
        QTest::newRow("rows without end")
            << FileFormat::M3u << QByteArray("a\n").repeated(playlist::kMostFileRows + 1)
            << invalid;
    }

    void whatIsNoPlaylistIsRefused()
    {
        QFETCH(FileFormat, format);
        QFETCH(QByteArray, bytes);
        QFETCH(util::Error::Code, code);
        const auto read = playlist::parseFile(bytes, format);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QVERIFY(!read.error().message.isEmpty());
    }

    void leftOutLinesAreCountedAndTheFirstNamed()
    {
        const QByteArray bytes = "Title,Artist\n" + QByteArray(",x\n").repeated(5'000) + "A,x\n";
        const FileContent read = parsed(bytes, FileFormat::Csv);
        QCOMPARE(read.leftOutCount, 5'000);
        QCOMPARE(read.leftOut.size(), playlist::kMostLeftOut);
        QCOMPARE(read.leftOut.at(1).line, 3);
        QCOMPARE(read.rows, Rows({ rowOf(u"A"_s, u"x"_s) }));
    }

    void fileIsKnownByItsContentAndThenByItsName()
    {
        const QTemporaryDir folder;
        const auto readAs = [&folder](const QString& name, const QByteArray& bytes) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
                    && file.flush()
                ? playlist::readFile(file.fileName()).value_or(FileContent()).rows
                : Rows();
        };
        const Rows rows { at(u"a.mp3"_s, rowOf(u"A"_s, u"B"_s, {}, 1s)) };
        QCOMPARE(readAs(u"mix.m3u"_s, "#EXTM3U\n#EXTINF:1,B - A\na.mp3\n"), rows);
        QCOMPARE(readAs(u"mix.txt"_s, "#EXTM3U\n#EXTINF:1,B - A\na.mp3\n"), rows);
        QCOMPARE(readAs(u"mix"_s, "[playlist]\nFile1=a.mp3\nTitle1=B - A\nLength1=1\n"), rows);
        QCOMPARE(readAs(u"mix.txt"_s, "Title\tArtist\tTime\tLocation\nA\tB\t1\ta.mp3\n"), rows);
        QCOMPARE(readAs(u"mix.m3u"_s, "a.mp3\nb.mp3\n"), Rows({ at(u"a.mp3"_s), at(u"b.mp3"_s) }));
        QVERIFY(playlist::isPlaylistFile(u"/a/Mix.M3U8"_s) && playlist::isPlaylistFile(u"a.txt"_s));
        QVERIFY(!playlist::isPlaylistFile(u"a.mp3"_s) && !playlist::isPlaylistFile(u"csv"_s));
    }

    void titlesMakeNamesOfFiles()
    {
        const auto named
            = [](const QString& title) { return playlist::fileNameFor(title, FileFormat::Csv); };
        QCOMPARE(named(u"Late night drive"_s), u"Late night drive.csv"_s);
        QCOMPARE(named(u"AC/DC: \"live\"?\n"_s), u"AC_DC_ _live__.csv"_s);
        QCOMPARE(named(u"../..\\x."_s), u"_.._x.csv"_s);
        QCOMPARE(named(u"con"_s), u"con_.csv"_s);
        QCOMPARE(named(u"Lpt1"_s), u"Lpt1_.csv"_s);
        QCOMPARE(named(u" . "_s), u"Playlist.csv"_s);
        QCOMPARE(named(QString(500, u'x')), QString(100, u'x') + u".csv"_s);
        QVERIFY(!named(u"🎸"_s.repeated(99).prepend(u'x')).contains(QChar(0xd83c) + u"."_s));
    }

    void filesThatCannotBeReadSaySo()
    {
        const QTemporaryDir folder;
        QCOMPARE(playlist::readFile(folder.filePath(u"none.m3u"_s)).error().code,
            util::Error::Code::NotFound);
        QCOMPARE(playlist::readFile(folder.path()).error().code, util::Error::Code::InvalidInput);
        QFile large(folder.filePath(u"large.m3u"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(playlist::kMostFileBytes + 1));
        const auto read = playlist::readFile(large.fileName());
        QCOMPARE(read.error().code, util::Error::Code::InvalidInput);
        QVERIFY(read.error().message.contains(u"64"_s));
        QFile empty(folder.filePath(u"empty.csv"_s));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        QVERIFY(empty.write("Title,Artist\n,x\n,y\n") > 0 && empty.flush());
        const auto nothing = playlist::readFile(empty.fileName());
        QCOMPARE(nothing.error().code, util::Error::Code::InvalidInput);
    }

    void oldPlayersGetTheirCodePageWhereItHolds()
    {
        FileContent content;
        content.rows = { at(u"/música/Straße – “x”.mp3"_s) };
        const QByteArray old = playlist::fileBytes(content, FileFormat::M3u);
        QVERIFY(old.contains("/m\xfasica/Stra\xdf"
                             "e \x96 \x93x\x94.mp3"));
        content.rows = { at(u"/Кино.mp3"_s) };
        QVERIFY(playlist::fileBytes(content, FileFormat::M3u).startsWith("\xef\xbb\xbf#EXTM3U"));
        QVERIFY(playlist::fileBytes(content, FileFormat::M3u8).startsWith("#EXTM3U"));
    }

    void rowWithoutAFileStillSaysWhatIsMeant()
    {
        FileContent content;
        content.rows = { rowOf(u"Halo"_s, u"Beyoncé"_s) };
        const QByteArray bytes = playlist::fileBytes(content, FileFormat::M3u8);
        QVERIFY2(bytes.contains("\nBeyoncé - Halo\n"), bytes.constData());
        QCOMPARE(parsed(bytes, FileFormat::M3u8).rows, content.rows);
    }

private:
    static void m3uRows()
    {
        const auto row = [](const char* name, const QByteArray& bytes, const Rows& rows) {
            QTest::addRow("m3u: %s", name) << FileFormat::M3u << bytes << rows;
        };
        row("bare, Windows", "C:\\Music\\a.mp3\r\nb c.mp3\r\n",
            { at(u"C:\\Music\\a.mp3"_s), at(u"b c.mp3"_s) });
        row("extended",
            "#EXTM3U\n#EXTINF:241,Queen - Under Pressure\n#EXTALB:Hot Space\n#EXTGENRE:Rock\n"
            "/m/a.flac\n\n# a comment\nhttp://radio/x\n",
            { at(u"/m/a.flac"_s, rowOf(u"Under Pressure"_s, u"Queen"_s, u"Hot Space"_s, 241s)),
                at(u"http://radio/x"_s) });
        row("no length, no artist", "#EXTM3U\n#EXTINF:-1,Radio\nhttp://radio/x\n",
            { at(u"http://radio/x"_s, rowOf(u"Radio"_s, {})) });
        row("attributes and fractions",
            "#EXTINF:12.5 logo=\"a,b\" x=\"y\",Artist - Title - Live\na.mp3\n",
            { at(u"a.mp3"_s, rowOf(u"Title - Live"_s, u"Artist"_s, {}, 12'500ms)) });
        row("UTF-8 with mark", "\xef\xbb\xbf#EXTM3U\n#EXTINF:1,Bj\xc3\xb6rk - J\xc3\xb3ga\nj.mp3\n",
            { at(u"j.mp3"_s, rowOf(u"Jóga"_s, u"Björk"_s, {}, 1s)) });
        row("Windows-1252", "#EXTM3U\n#EXTINF:1,Bj\xf6rk \x96 J\xf3ga \x80\nj\xf3.mp3\n",
            { at(u"jó.mp3"_s, rowOf(u"Jóga €"_s, u"Björk"_s, {}, 1s)) });
        row("one line in another encoding", "j\xc3\xb3.mp3\nj\xf3.mp3\n",
            { at(u"jó.mp3"_s), at(u"jó.mp3"_s) });
        row("UTF-16",
            QByteArray("\xff\xfe"
                       "a\0.\0m\0p\0"
                       "3\0\r\0\n\0",
                14),
            { at(u"a.mp3"_s) });
        row("old Mac line ends", "#EXTM3U\r#EXTINF:1,A - B\ra.mp3\r",
            { at(u"a.mp3"_s, rowOf(u"B"_s, u"A"_s, {}, 1s)) });
        row("file URL", "file:///home/x/a%20b.mp3\n", { at(u"file:///home/x/a%20b.mp3"_s) });
    }

    static void plsRows()
    {
        const auto row = [](const char* name, const QByteArray& bytes, const Rows& rows) {
            QTest::addRow("pls: %s", name) << FileFormat::Pls << bytes << rows;
        };
        const Rows both { at(u"a.mp3"_s, rowOf(u"A"_s, u"X"_s, {}, 60s)),
            at(u"b.mp3"_s, rowOf(u"B"_s, {})) };
        row("usual",
            "[playlist]\nFile1=a.mp3\nTitle1=X - A\nLength1=60\nFile2=b.mp3\nTitle2=B\nLength2=-1\n"
            "NumberOfEntries=2\nVersion=2\n",
            both);
        row("any order, no number",
            "[Playlist]\r\nLength1=60\r\nTitle2=B\r\nfile2=b.mp3\r\nTITLE1=X - "
            "A\r\nFile1=a.mp3\r\n",
            both);
        row("gaps and tens",
            "[playlist]\nFile10=b.mp3\nTitle10=B\nFile2=a.mp3\nTitle2=X - A\nLength2=60\n", both);
        row("no head", "File1=a.mp3\n", { at(u"a.mp3"_s) });
        row("sections of others", "[playlist]\nFile1=a.mp3\n[settings]\nFile2=b.mp3\n",
            { at(u"a.mp3"_s) });
        row("an equals sign in the value", "[playlist]\nFile1=http://x/?a=b\n",
            { at(u"http://x/?a=b"_s) });
    }

    static void xspfRows()
    {
        const auto row = [](const char* name, const QByteArray& tracks, const Rows& rows) {
            QTest::addRow("xspf: %s", name)
                << FileFormat::Xspf
                << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<playlist version=\"1\" "
                   "xmlns=\"http://xspf.org/ns/0/\"><trackList>"
                    + tracks + "</trackList></playlist>"
                << rows;
        };
        FileRow full = at(u"/m/a b.mp3"_s, rowOf(u"T & U"_s, u"C"_s, u"Al"_s, 271'066ms));
        full.number = 3;
        full.guid = u"http://musicbrainz.org/track/1"_s;
        row("all of it",
            "<track><location>file:///m/a%20b.mp3</location>"
            "<identifier>http://musicbrainz.org/track/1</identifier><title>T &amp; U</title>"
            "<creator>C</creator><album>Al</album><trackNum>3</trackNum><duration>271066</duration>"
            "<annotation>x<b>y</b></annotation><extension application=\"x\"><a><b/></a></extension>"
            "</track>",
            { full });
        FileRow several = at(u"http://x/a.mp3"_s);
        several.otherLocations = { u"/m/a.mp3"_s, u"/n/a.mp3"_s };
        row("several locations",
            "<track><location>http://x/a.mp3</location><location>file:///m/a.mp3</location>"
            "<location>/n/a.mp3</location></track>",
            { several });
        row("Windows and relative",
            "<track><location>file:///D:/M%C3%BCsik/a.mp3</location></track>"
            "<track><location>../b%23.mp3</location></track>",
            { at(u"D:/Müsik/a.mp3"_s), at(u"../b#.mp3"_s) });
    }

    static void csvRows()
    {
        const auto row = [](const char* name, const QByteArray& bytes, const Rows& rows) {
            QTest::addRow("csv: %s", name) << FileFormat::Csv << bytes << rows;
        };
        const Rows jump { rowOf(u"Jump"_s, u"Van Halen"_s, u"1984"_s, 241'599ms) };
        row("Exportify",
            "\xef\xbb\xbf\"Track URI\",\"Track Name\",\"Album Name\",\"Artist Name(s)\",\"Release "
            "Date\","
            "\"Duration (ms)\",\"Popularity\"\n\"spotify:track:7N3\",\"Jump\",\"1984\",\"Van "
            "Halen\","
            "\"1984-01-09\",\"241599\",\"80\"\n",
            jump);
        row("TuneMyMusic",
            "Track name,Artist name,Album,Playlist name,Type,ISRC\nJump,Van "
            "Halen,1984,Mix,Playlist,\n",
            { rowOf(u"Jump"_s, u"Van Halen"_s, u"1984"_s) });
        row("Soundiiz", "Title;Artist;Album;ISRC\r\nJump;Van Halen;1984;\r\n",
            { rowOf(u"Jump"_s, u"Van Halen"_s, u"1984"_s) });
        FileRow itunes = at(u"/Macintosh HD/Users/me/Jump.mp3"_s,
            rowOf(u"Jump"_s, u"Van Halen"_s, u"1984"_s, 241s));
        itunes.disc = 1;
        itunes.number = 2;
        row("iTunes",
            "Name\tArtist\tComposer\tAlbum\tTime\tDisc Number\tTrack Number\tLocation\r"
            "Jump\tVan Halen\t\t1984\t241\t1\t2\tMacintosh HD:Users:me:Jump.mp3\r",
            { itunes });
        row("quoted line breaks, double quotes, blank lines",
            "Title,Artist\n\"a\nb, \"\"c\"\"\",X\n\n\"d\" , Y\n,\n",
            { rowOf(u"a\nb, \"c\""_s, u"X"_s), rowOf(u"d"_s, u"Y"_s) });
        row("Excel", "sep=;\r\nTitle;Artist\r\nA;B\r\n", { rowOf(u"A"_s, u"B"_s) });
        row("times", "artist|song|length\nX|A|4:05\nX|B|1:00:01\nX|C|95000\n",
            { rowOf(u"A"_s, u"X"_s, {}, 245s), rowOf(u"B"_s, u"X"_s, {}, 3'601s),
                rowOf(u"C"_s, u"X"_s, {}, 95s) });
        row("no header", "Dancing,Van Halen,Diver Down,3:45\nSecrets,Van Halen,Diver Down,3:28\n",
            { rowOf(u"Dancing"_s, u"Van Halen"_s, u"Diver Down"_s, 225s),
                rowOf(u"Secrets"_s, u"Van Halen"_s, u"Diver Down"_s, 208s) });
        row("a list of names", "Van Halen - Jump\nEarth, Wind & Fire - September\n",
            { rowOf(u"Jump"_s, u"Van Halen"_s), rowOf(u"September"_s, u"Earth, Wind & Fire"_s) });
        row("the surer of two columns", "Name,Track Name,Artist\nx,Jump,Van Halen\n",
            { rowOf(u"Jump"_s, u"Van Halen"_s) });
    }

    static void jsonRows()
    {
        const auto row = [](const char* name, const QByteArray& bytes, const Rows& rows) {
            QTest::addRow("json: %s", name) << FileFormat::Json << bytes << rows;
        };
        FileRow own = at(u"/m/a.mp3"_s, rowOf(u"A"_s, u"X"_s, u"Al"_s, 1'234ms));
        own.albumArtist = u"VA"_s;
        own.disc = 2;
        own.number = 7;
        own.guid = u"plex://track/1"_s;
        own.key = { u"12"_s };
        own.server = { u"abc"_s };
        row("own",
            "{\"format\":\"plexm8-playlist\",\"version\":1,\"title\":\"Mix\",\"tracks\":[\n"
            "{\"title\":\"A\",\"artist\":\"X\",\"albumArtist\":\"VA\",\"album\":\"Al\","
            "\"discNumber\":2,\"trackNumber\":7,\"durationMs\":1234,\"location\":\"/m/a.mp3\","
            "\"guid\":\"plex://track/1\","
            "\"plexAddress\":\"server://abc/com.plexapp.plugins.library/library/metadata/12\"}\n]}",
            { own });
        row("plain", "[\"/m/a.mp3\",\"X - A\",{\"title\":\"A\",\"artist\":{\"name\":\"X\"}}]",
            { at(u"/m/a.mp3"_s), rowOf(u"A"_s, u"X"_s), rowOf(u"A"_s, u"X"_s) });
        row("Spotify's interface",
            "{\"name\":\"Mix\",\"tracks\":{\"items\":[{\"track\":{\"name\":\"A\","
            "\"artists\":[{\"name\":\"X\"},{\"name\":\"Y\"}],\"album\":{\"name\":\"Al\"},"
            "\"duration_ms\":241599,\"track_number\":2}}]}}",
            { [] {
                FileRow track = rowOf(u"A"_s, u"X, Y"_s, u"Al"_s, 241'599ms);
                track.number = 2;
                return track;
            }() });
        row("Spotify's archive",
            "{\"playlists\":[{\"name\":\"Mix\",\"items\":[{\"track\":{\"trackName\":\"A\","
            "\"artistName\":\"X\",\"albumName\":\"Al\",\"trackUri\":\"spotify:track:1\"}}]}]}",
            { rowOf(u"A"_s, u"X"_s, u"Al"_s) });
        row("a document on each line", "{\"title\":\"A\"}\n{\"title\":\"B\"}\n",
            { rowOf(u"A"_s, {}), rowOf(u"B"_s, {}) });
    }
};

QTEST_GUILESS_MAIN(TestPlaylistFile)
#include "tst_playlistfile.moc"

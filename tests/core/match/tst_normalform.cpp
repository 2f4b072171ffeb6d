// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/normalform.h"

#include "core/match/foldtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using match::Mark;
using match::NumberFit;
using match::TitleForm;

namespace {

TitleForm titleOf(const QString& title)
{
    return match::titleForm(match::folded(title), title.size());
}

QString coreOf(const QString& title)
{
    return titleOf(title).core.letters;
}

} // namespace

/// What titles, artists and albums are brought to before they are compared.
class TestNormalForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("capitals") << u"BJÖRK"_s << u"bjork"_s;
        QTest::newRow("decomposed") << u"Bjo\u0308rk"_s << u"bjork"_s;
        QTest::newRow("sharp s") << u"Straße"_s << u"strasse"_s;
        QTest::newRow("Nordic") << u"Brøgger Ærø Þór Đorđe"_s << u"broggeraerothordorde"_s;
        QTest::newRow("Polish") << u"Łąki Łan"_s << u"lakilan"_s;
        QTest::newRow("Turkish") << u"Işık İstanbul"_s << u"isikistanbul"_s;
        QTest::newRow("full width") << u"ＹＯＡＳＯＢＩ"_s << u"yoasobi"_s;
        QTest::newRow("ligature") << u"ﬁnal œuvre"_s << u"finaloeuvre"_s;
        QTest::newRow("Russian") << u"Группа крови"_s << u"gruppakrovi"_s;
        QTest::newRow("Russian with yo") << u"Плёнка, щука"_s << u"plyonkashchuka"_s;
        QTest::newRow("Ukrainian") << u"Їжак і ґанок"_s << u"yizhakiganok"_s;
        QTest::newRow("Serbian") << u"Ђорђе Његош"_s << u"djordjenjegosh"_s;
        QTest::newRow("Greek") << u"Νύχτα"_s << u"nychta"_s;
        QTest::newRow("Greek diphthong and final sigma") << u"Ουρανός"_s << u"ouranos"_s;
        QTest::newRow("Han stays") << u"夜明けの森"_s << u"夜明けの森"_s;
        QTest::newRow("dakuten stays") << u"ば"_s << u"ば"_s;
        QTest::newRow("Hangul stays") << u"방탄"_s << u"방탄"_s;
        QTest::newRow("apostrophes") << u"Don’t 'Stop' O`Dowd´s"_s << u"dontstopodowds"_s;
        QTest::newRow("and") << u"Simon & Garfunkel and Son"_s << u"simongarfunkelson"_s;
        QTest::newRow("and alone") << u"And"_s << u"and"_s;
        QTest::newRow("no width") << u"zero\u200bwidth\u00ad"_s << u"zerowidth"_s;
        QTest::newRow("trade mark") << u"Song™ ©"_s << u"song"_s;
        QTest::newRow("signs alone") << u"!!!"_s << u"!!!"_s;
        QTest::newRow("ellipsis alone") << u"…"_s << u"..."_s;
        QTest::newRow("brackets alone") << u"( )"_s << u"()"_s;
        QTest::newRow("beyond the first plane") << u"𝔄lpha"_s << u"alpha"_s;
        QTest::newRow("half a pair") << QString(QChar(0xd83d)) + u"a"_s << u"a"_s;
    }

    void letters()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(match::formOf(match::folded(text)).letters, expected);
        // One function for both sides: what is folded stays as it is.
        const QString folded = match::folded(text);
        QCOMPARE(match::folded(folded), folded);
    }

    void encodingIsRepaired_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("once") << u"BjÃ¶rk"_s << u"Björk"_s;
        QTest::newRow("twice") << u"BjÃƒÂ¶rk"_s << u"Björk"_s;
        QTest::newRow("curly quote") << u"Donâ€™t"_s << u"Don’t"_s;
        QTest::newRow("Cyrillic") << u"ÐšÐ¸Ð½Ð¾"_s << u"Кино"_s;
        QTest::newRow("right already") << u"Björk"_s << u"Björk"_s;
        QTest::newRow("capitals") << u"SÃO PAULO"_s << u"SÃO PAULO"_s;
        QTest::newRow("mixed") << u"Ã¶ – Кино"_s << u"Ã¶ – Кино"_s;
        QTest::newRow("ASCII") << u"Bjork"_s << u"Bjork"_s;
        QTest::newRow("empty") << u""_s << u""_s;
    }

    void encodingIsRepaired()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(match::repairedEncoding(text), expected);
    }

    void titleCore_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("core");
        QTest::newRow("plain") << u"Airbag"_s << u"airbag"_s;
        QTest::newRow("remaster") << u"Jump (2015 Remaster)"_s << u"jump"_s;
        QTest::newRow("remaster after a dash") << u"“Heroes” - 2017 Remaster"_s << u"heroes"_s;
        QTest::newRow("remastered version")
            << u"Let Love In [2011 Remastered Version]"_s << u"letlovein"_s;
        QTest::newRow("album version") << u"Jump (Album Version)"_s << u"jump"_s;
        QTest::newRow("several") << u"Jump (Explicit) [Bonus Track] - Remastered"_s << u"jump"_s;
        QTest::newRow("never closed") << u"Jump (Remastered"_s << u"jump"_s;
        QTest::newRow("guest") << u"Crazy in Love (feat. Jay-Z)"_s << u"crazyinlove"_s;
        QTest::newRow("guest without brackets") << u"Crazy in Love ft. Jay-Z"_s << u"crazyinlove"_s;
        QTest::newRow("guest in brackets with with")
            << u"Telephone (with Beyoncé)"_s << u"telephone"_s;
        QTest::newRow("with is no guest") << u"With or Without You"_s << u"withorwithoutyou"_s;
        QTest::newRow("with after a dash") << u"Home - With You"_s << u"homewithyou"_s;
        QTest::newRow("part of the title")
            << u"(Sittin' On) The Dock of the Bay"_s << u"sittinonthedockofthebay"_s;
        QTest::newRow("nothing but a mark") << u"(Live)"_s << u"live"_s;
        QTest::newRow("live is a title") << u"Song - Live Forever"_s << u"songliveforever"_s;
        QTest::newRow("underscores") << u"Running_to_Paris"_s << u"runningtoparis"_s;
        QTest::newRow("part") << u"The Wall, Pt. II"_s << u"thewallpart2"_s;
        QTest::newRow("part in brackets") << u"The Wall (Part Two)"_s << u"thewallpart2"_s;
        QTest::newRow("volume") << u"Anthems Volume 3"_s << u"anthemsvol3"_s;
        QTest::newRow("number") << u"Untitled #3"_s << u"untitled3"_s;
        QTest::newRow("number with a word") << u"Untitled No. 03"_s << u"untitled3"_s;
    }

    void titleCore()
    {
        QFETCH(QString, title);
        QFETCH(QString, core);
        QCOMPARE(coreOf(title), core);
    }

    void marks_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<quint32>("marks");
        const auto of = [](Mark mark) { return quint32(mark); };
        QTest::newRow("none") << u"Alive"_s << 0U;
        QTest::newRow("live") << u"Alive (Live)"_s << of(Mark::Live);
        QTest::newRow("live at") << u"Alive [Live at Wembley, 1985]"_s << of(Mark::Live);
        QTest::newRow("recorded live") << u"Alive - Recorded Live"_s << of(Mark::Live);
        QTest::newRow("unplugged") << u"Layla (Unplugged)"_s << of(Mark::Acoustic);
        QTest::newRow("remix") << u"Alive - Kumarion Remix"_s << of(Mark::Remix);
        QTest::newRow("mix") << u"Alive (Club Mix)"_s << of(Mark::Remix);
        QTest::newRow("original mix") << u"Alive (Original Mix)"_s << 0U;
        QTest::newRow("radio edit") << u"Alive (Radio Edit)"_s << of(Mark::Edit);
        QTest::newRow("demo") << u"Alive (1991 Demo)"_s << of(Mark::Demo);
        QTest::newRow("take") << u"Alive (Take 3)"_s << of(Mark::Alternate);
        QTest::newRow("take me") << u"Country Roads (Take Me Home)"_s << 0U;
        QTest::newRow("karaoke") << u"Creep (Karaoke Version)"_s << of(Mark::Karaoke);
        QTest::newRow("rehearsals") << u"Lithium (Boombox Rehearsals)"_s << of(Mark::Rehearsal);
        QTest::newRow("her own") << u"Love Story (Taylor’s Version)"_s << of(Mark::Other);
        QTest::newRow("re-recorded") << u"Alive (Re-Recorded)"_s << of(Mark::Rerecorded);
        QTest::newRow("two") << u"Alive (Acoustic) [Live]"_s
                             << (of(Mark::Acoustic) | of(Mark::Live));
    }

    void marks()
    {
        QFETCH(QString, title);
        QFETCH(quint32, marks);
        QCOMPARE(titleOf(title).version.marks, marks);
    }

    void versionsFit_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("fit");
        constexpr auto kSame = int(match::VersionFit::Same);
        constexpr auto kUnsure = int(match::VersionFit::Unsure);
        constexpr auto kDifferent = int(match::VersionFit::Different);
        QTest::newRow("both plain") << u"A"_s << u"A (Remastered)"_s << kSame;
        QTest::newRow("one live") << u"A"_s << u"A (Live)"_s << kDifferent;
        QTest::newRow("place told by one") << u"A (Live)"_s << u"A (Live in Rome)"_s << kSame;
        QTest::newRow("two places")
            << u"A (Live in Rome)"_s << u"A (Live at Wembley)"_s << kDifferent;
        QTest::newRow("two years")
            << u"A (Live in Rome 1985)"_s << u"A (Live in Rome 1995)"_s << kDifferent;
        QTest::newRow("same remixer")
            << u"A (Kumarion Remix)"_s << u"A [Kumarion remix]"_s << kSame;
        QTest::newRow("other remixer")
            << u"A (Kumarion Remix)"_s << u"A (Skream Remix)"_s << kDifferent;
        QTest::newRow("remixer told by one") << u"A (Remix)"_s << u"A (Skream Remix)"_s << kUnsure;
    }

    void versionsFit()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(int, fit);
        QCOMPARE(int(match::compare(titleOf(one).version, titleOf(other).version)), fit);
        QCOMPARE(int(match::compare(titleOf(other).version, titleOf(one).version)), fit);
    }

    void numbersFit_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<int>("fit");
        constexpr auto kSame = int(NumberFit::Same);
        constexpr auto kOneSided = int(NumberFit::OneSided);
        constexpr auto kDifferent = int(NumberFit::Different);
        QTest::newRow("none") << u"Home"_s << u"Home"_s << kSame;
        QTest::newRow("songs") << u"Song 2"_s << u"Song 3"_s << kDifferent;
        QTest::newRow("one") << u"Song 2"_s << u"Song"_s << kOneSided;
        QTest::newRow("parts") << u"Wall, Pt. 1"_s << u"Wall (Part II)"_s << kDifferent;
        QTest::newRow("same part") << u"Wall, Pt. 2"_s << u"Wall (Part II)"_s << kSame;
        QTest::newRow("movements")
            << u"Symphony No. 5: II. Andante"_s << u"Symphony No. 5: III. Scherzo"_s << kDifferent;
        QTest::newRow("opus told by one")
            << u"Symphony No. 5, Op. 67"_s << u"Symphony No. 5"_s << kSame;
        QTest::newRow("catalogue")
            << u"Cello Suite, BWV 1007"_s << u"Cello Suite, BWV 1008"_s << kDifferent;
    }

    void numbersFit()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(int, fit);
        QCOMPARE(int(match::compare(titleOf(one).numbers, titleOf(other).numbers)), fit);
    }

    void artist_data()
    {
        QTest::addColumn<QString>("artist");
        QTest::addColumn<QString>("main");
        QTest::addColumn<QString>("first");
        QTest::newRow("article") << u"The Beatles"_s << u"beatles"_s << u"beatles"_s;
        QTest::newRow("article behind") << u"Beatles, The"_s << u"beatles"_s << u"beatles"_s;
        QTest::newRow("the article alone") << u"The The"_s << u"the"_s << u"the"_s;
        QTest::newRow("signs") << u"!!!"_s << u"!!!"_s << u"!!!"_s;
        QTest::newRow("guests") << u"Beyoncé feat. JAY Z"_s << u"beyonce"_s << u"beyonce"_s;
        QTest::newRow("list") << u"Beyoncé; Jay-Z"_s << u"beyoncejayz"_s << u"beyonce"_s;
        QTest::newRow("slash") << u"AC/DC"_s << u"acdc"_s << u"ac"_s;
        QTest::newRow("hyphen") << u"AC-DC"_s << u"acdc"_s << u"acdc"_s;
        QTest::newRow("and") << u"Nick Cave and the Bad Seeds"_s << u"nickcavethebadseeds"_s
                             << u"nickcave"_s;
        QTest::newRow("and in a list") << u"Wild and the Engines & Maja Marlowe"_s
                                       << u"wildtheenginesmajamarlowe"_s << u"wildtheengines"_s;
        QTest::newRow("various") << u"Various Artists"_s << u""_s << u""_s;
        QTest::newRow("unknown") << u"<Unknown>"_s << u""_s << u""_s;
        QTest::newRow("nobody") << u""_s << u""_s << u""_s;
        QTest::newRow("ft is part of a name") << u"Daft Punk"_s << u"daftpunk"_s << u"daftpunk"_s;
    }

    void artist()
    {
        QFETCH(QString, artist);
        QFETCH(QString, main);
        QFETCH(QString, first);
        const match::ArtistForm form = match::artistForm(artist);
        QCOMPARE(form.main.letters, main);
        QCOMPARE(form.first.letters, first);
    }

    void album_data()
    {
        QTest::addColumn<QString>("album");
        QTest::addColumn<QString>("core");
        QTest::addColumn<int>("disc");
        QTest::newRow("plain") << u"Mezzanine"_s << u"mezzanine"_s << 0;
        QTest::newRow("deluxe") << u"Mezzanine (Deluxe Edition)"_s << u"mezzanine"_s << 0;
        QTest::newRow("anniversary")
            << u"Nevermind [20th Anniversary Edition]"_s << u"nevermind"_s << 0;
        QTest::newRow("disc") << u"Box (Disc 2)"_s << u"box"_s << 2;
        QTest::newRow("disc after a comma") << u"Box, Disc 3"_s << u"box"_s << 3;
        QTest::newRow("cd") << u"Box CD2"_s << u"box"_s << 2;
        QTest::newRow("ep") << u"Airbag - EP"_s << u"airbag"_s << 0;
        QTest::newRow("live stays") << u"Pulse (Live)"_s << u"pulselive"_s << 0;
        QTest::newRow("year is a title") << u"1984 (Remastered)"_s << u"1984"_s << 0;
        QTest::newRow("unknown") << u"[Unknown Album]"_s << u""_s << 0;
        QTest::newRow("brackets alone") << u"( )"_s << u"()"_s << 0;
    }

    void album()
    {
        QFETCH(QString, album);
        QFETCH(QString, core);
        QFETCH(int, disc);
        const match::AlbumForm form = match::albumForm(album);
        QCOMPARE(form.core.letters, core);
        QCOMPARE(form.disc, disc);
    }

    void liveAlbums()
    {
        QVERIFY(match::albumForm(u"Pulse (Live)"_s).isLive);
        QVERIFY(match::albumForm(u"Live at Wembley"_s).isLive);
        QVERIFY(match::albumForm(u"MTV Unplugged"_s).isLive);
        QVERIFY(!match::albumForm(u"Live Through This"_s).isLive);
        QVERIFY(!match::albumForm(u"Alive"_s).isLive);
    }

    void leadingNumber_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("number");
        QTest::addColumn<QString>("rest");
        QTest::newRow("dash") << u"03 - airbag"_s << 0 << u"airbag"_s;
        QTest::newRow("dot") << u"3. airbag"_s << 0 << u"airbag"_s;
        QTest::newRow("zero") << u"03 airbag"_s << 0 << u"airbag"_s;
        QTest::newRow("the number of the track") << u"12 airbag"_s << 12 << u"airbag"_s;
        QTest::newRow("a title") << u"99 luftballons"_s << 1 << u""_s;
        QTest::newRow("nothing else") << u"7"_s << 7 << u""_s;
        QTest::newRow("no number") << u"airbag"_s << 1 << u""_s;
        QTest::newRow("year") << u"1979 - song"_s << 0 << u""_s;
        QTest::newRow("joined") << u"3am"_s << 3 << u""_s;
    }

    void leadingNumber()
    {
        QFETCH(QString, title);
        QFETCH(int, number);
        QFETCH(QString, rest);
        QCOMPARE(match::withoutLeadingNumber(title, number).toString(), rest);
    }

    void whateverIsWrittenHasAForm()
    {
        static const QString signs = u"aAb1 0-–(){}[]:;.,'’&/#_\u0301\u200b\u00adß夜れ한Жйё方"_s
            + QChar(0xd83d) + QChar(0xde00)
            + u"feat. ft live mix pt no vol cd disc ii v the and various"_s;
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int i = 0; i < 5'000; ++i) {
            QString text;
            const int length = random.bounded(40);
            for (int j = 0; j < length; ++j) {
                text += signs.at(random.bounded(int(signs.size())));
            }
            const QByteArray told = u"seed %1: \"%2\""_s.arg(seed).arg(text).toUtf8();
            const TitleForm form = titleOf(text);
            const bool hasText = !match::folded(text).trimmed().isEmpty();
            QVERIFY2(form.core.isEmpty() == !hasText, told.constData());
            QVERIFY2(form.core.letters.size() == form.core.sorted.size(), told.constData());
            const match::ArtistForm artist = match::artistForm(text);
            QVERIFY2(artist.main.isEmpty() == artist.first.isEmpty(), told.constData());
            const match::AlbumForm album = match::albumForm(text);
            QVERIFY2(album.plain.isEmpty() == album.core.isEmpty(), told.constData());
            QVERIFY2(match::withoutLeadingNumber(match::folded(text), 1).size() <= 40 * 4,
                told.constData());
        }
    }

    void veryLongTitlesAreCutOff()
    {
        const QString title(1'000'000, u'x');
        QCOMPARE(coreOf(title).size(), 500);
    }

    void tributes()
    {
        QVERIFY(match::artistForm(u"Tribute to Radiohead"_s).isTribute);
        QVERIFY(match::artistForm(u"Made Famous by Radiohead"_s).isTribute);
        QVERIFY(match::artistForm(u"The Karaoke Crew (Radiohead)"_s).isTribute);
        QVERIFY(!match::artistForm(u"Style Council"_s).isTribute);
    }

    void cutTitlesAreKnownByTheirLength()
    {
        QVERIFY(titleOf(u"While My Guitar Gently Weeps a"_s).isCut);
        QVERIFY(!titleOf(u"While My Guitar Gently Weeps"_s).isCut);
    }
};

QTEST_GUILESS_MAIN(TestNormalForm)
#include "tst_normalform.moc"

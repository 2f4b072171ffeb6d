// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/matcher.h"

#include "core/match/copies.h"
#include "core/match/together.h"
#include "tests/core/match/truthdata.h"
#include "tests/support/await.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using match::Outcome;
using match::Row;
using match::Track;
using match::Verdict;
using support::await;

namespace {

QString nameOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Match:
        return u"match"_s;
    case Verdict::Review:
        return u"review"_s;
    case Verdict::Ambiguous:
        return u"ambiguous"_s;
    case Verdict::NoMatch:
        return u"no_match"_s;
    }
    return {};
}

Track trackFrom(const QJsonObject& source)
{
    Track track;
    track.title = source.value("title"_L1).toString();
    track.artist = source.value("artist"_L1).toString();
    track.album = source.value("album"_L1).toString();
    track.albumArtist = source.value("albumArtist"_L1).toString();
    track.duration = 1ms * source.value("durationMs"_L1).toInt();
    track.number = source.value("track"_L1).toInt();
    track.disc = source.value("disc"_L1).toInt();
    return track;
}

match::LibraryTrack libraryTrackFrom(const QJsonObject& candidate)
{
    match::LibraryTrack track;
    track.track.title = candidate.value("title"_L1).toString();
    track.track.artist = candidate.value("originalTitle"_L1).toString();
    track.track.albumArtist = candidate.value("grandparentTitle"_L1).toString();
    track.track.album = candidate.value("parentTitle"_L1).toString();
    track.track.duration = 1ms * candidate.value("duration"_L1).toInt();
    track.track.number = candidate.value("index"_L1).toInt();
    track.track.disc = candidate.value("parentIndex"_L1).toInt();
    return track;
}

Outcome matchOne(const Track& row, const std::vector<match::LibraryTrack>& library,
    match::Strategy strategy = match::Strategy::Fuzzy)
{
    match::Options options;
    options.strategy = strategy;
    const std::vector<Row> rows { { u"1"_s, row, {} } };
    return match::matchRows(match::Catalogue(library), rows, options).outcomes.front();
}

QString told(const Outcome& outcome)
{
    QString text = nameOf(outcome.verdict);
    for (const match::Candidate& c : outcome.candidates) {
        text += u"; %1: %2 = t %3 a %4 al %5 l %6 n %7, limit %8"_s.arg(c.track)
                    .arg(c.score.total, 0, 'f', 3)
                    .arg(c.score.title, 0, 'f', 2)
                    .arg(c.score.artist.value_or(-1), 0, 'f', 2)
                    .arg(c.score.album.value_or(-1), 0, 'f', 2)
                    .arg(c.score.length.value_or(-1), 0, 'f', 2)
                    .arg(c.score.number.value_or(-1), 0, 'f', 2)
                    .arg(int(c.score.limit));
    }
    return text;
}

QJsonArray hardCases()
{
    QFile file(QDir(truthdata::folder()).filePath(u"hard_cases.json"_s));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).array()
                                          : QJsonArray();
}

} // namespace

/// The whole of the matching, with the cases that were collected from real complaints and with
/// sources whose answers are known.
class TestMatcher : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

private Q_SLOTS:
    void hardCase_data()
    {
        QTest::addColumn<QJsonObject>("hard");
        const QJsonArray cases = hardCases();
        if (cases.isEmpty()) {
            QSKIP("the data of shared/data/ratings is not here");
        }
        QCOMPARE(cases.size(), 63);
        for (const QJsonValue value : cases) {
            const QJsonObject hard = value.toObject();
            const QJsonObject source = hard.value("source"_L1).toObject();
            QTest::addRow("%d %s", hard.value("id"_L1).toInt(),
                qPrintable(source.value("title"_L1).toString()))
                << hard;
        }
    }

    void hardCase()
    {
        QFETCH(QJsonObject, hard);
        std::vector<match::LibraryTrack> library;
        for (const QJsonValue candidate : hard.value("candidates"_L1).toArray()) {
            library.push_back(libraryTrackFrom(candidate.toObject()));
        }
        std::vector<int> expected;
        for (const QJsonValue index : hard.value("expected"_L1).toArray()) {
            expected.push_back(index.toInt());
        }
        const Outcome outcome = matchOne(trackFrom(hard.value("source"_L1).toObject()), library);
        const QByteArray text = told(outcome).toUtf8();
        const QString verdict = hard.value("verdict"_L1).toString();
        QVERIFY2(nameOf(outcome.verdict) == verdict, text.constData());
        std::vector<int> got = outcome.chosen;
        if (verdict == "ambiguous"_L1) {
            for (const match::Candidate& candidate : outcome.candidates) {
                got.push_back(candidate.track);
            }
        }
        std::ranges::sort(got);
        QVERIFY2(got == expected, text.constData());
    }

    void knownAnswers_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("hasPaths");
        for (const char* source : { "itunes", "mediamonkey", "foobar" }) {
            QTest::addRow("%s", source) << QString::fromLatin1(source) << true;
            QTest::addRow("%s by texts alone", source) << QString::fromLatin1(source) << false;
        }
    }

    void knownAnswers()
    {
        QFETCH(QString, source);
        QFETCH(bool, hasPaths);
        if (truthdata::folder().isEmpty()) {
            QSKIP("the data of shared/data/ratings is not here");
        }
        const match::Catalogue catalogue(truthdata::library());
        std::vector<Row> rows = source == "itunes"_L1 ? truthdata::itunesRows()
            : source == "foobar"_L1                   ? truthdata::foobarRows()
                                                      : truthdata::mediaMonkeyRows(m_dir.path());
        QVERIFY(rows.size() > 2'500);
        for (Row& row : rows) {
            row.track.path = hasPaths ? row.track.path : QString();
        }
        const match::Matches matches = match::matchRows(catalogue, rows);
        const truthdata::Figures figures
            = truthdata::figures(truthdata::truth(source), rows, matches.outcomes, catalogue);
        const QString told
            = u"%1: %2 rows, %3 to match, %4 automatic, %5 right, precision %6, recall %7; "
              "ambiguous %8 of %9"_s.arg(source)
                  .arg(rows.size())
                  .arg(figures.rows)
                  .arg(figures.automatic)
                  .arg(figures.right)
                  .arg(figures.precision(), 0, 'f', 4)
                  .arg(figures.recall(), 0, 'f', 4)
                  .arg(figures.ambiguousFound)
                  .arg(figures.ambiguous);
        qInfo("%s", qPrintable(told));
        const QByteArray faults = (told + u"\nwrong:\n"_s + figures.wrong.join(u'\n')
            + u"\nmissed:\n"_s + figures.missed.join(u'\n'))
                                      .toUtf8();
        if (qEnvironmentVariableIsSet("PLEXM8_MATCH_FAULTS")) {
            qInfo("%s", faults.constData());
        }
        QVERIFY2(figures.rows > 2'000, faults.constData());
        QVERIFY2(figures.precision() >= 0.999, faults.constData());
        QVERIFY2(figures.recall() >= 0.99, faults.constData());
        QCOMPARE(figures.wrongOnAmbiguous, 0);
    }

    void allThreadsFindWhatOneFinds()
    {
        if (truthdata::folder().isEmpty()) {
            QSKIP("the data of shared/data/ratings is not here");
        }
        QThreadPool pool;
        pool.setMaxThreadCount(3);
        const std::vector<Row> rows = truthdata::foobarRows();
        const auto catalogue = await(match::Catalogue::make(pool, truthdata::library()));
        QVERIFY(catalogue);
        const auto found = await(match::matchRows(pool, *catalogue, rows));
        QVERIFY(found);
        const match::Catalogue alone(truthdata::library());
        const match::Matches expected = match::matchRows(alone, rows);
        QVERIFY(found->outcomes == expected.outcomes);
        QCOMPARE(found->learnedRules, expected.learnedRules);
        QCOMPARE(found->learnedRules.size(), 1);
        QCOMPARE(found->learnedRules.front().from, u"D:"_s);
        QCOMPARE(found->learnedRules.front().to, u"/data"_s);
    }

    void exactTakesNothingElse()
    {
        if (truthdata::folder().isEmpty()) {
            QSKIP("the data of shared/data/ratings is not here");
        }
        const match::Catalogue catalogue(truthdata::library());
        const std::vector<Row> rows = truthdata::foobarRows();
        match::Options options;
        options.strategy = match::Strategy::Exact;
        options.learnsPaths = false;
        const match::Matches matches = match::matchRows(catalogue, rows, options);
        const truthdata::Figures figures
            = truthdata::figures(truthdata::truth(u"foobar"_s), rows, matches.outcomes, catalogue);
        QVERIFY2(figures.wrong.isEmpty(), qPrintable(figures.wrong.join(u'\n')));
        QVERIFY(figures.recall() > 0.3 && figures.recall() < 0.9);
        for (const Outcome& outcome : matches.outcomes) {
            QVERIFY(outcome.verdict != Verdict::Review);
        }
    }

    void readingIsByTheTitleAndNotByTheOrder_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("artist");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("otherArtist");
        QTest::addColumn<QString>("verdict");
        const auto row
            = [](const char* name, const QString& title, const QString& artist,
                  const QString& other, const QString& otherArtist, const QString& verdict) {
                  QTest::newRow(name) << title << artist << other << otherArtist << verdict;
              };
        row("14 on another stage", u"Comfortably Numb"_s, u"Pink Floyd"_s,
            u"Comfortably Numb (Live)"_s, u"Pink Floyd"_s, u"review"_s);
        row("29 signs alone", u"Me and Giuliani"_s, u"!!!"_s, u"Me and Giuliani"_s, u"!!!"_s,
            u"match"_s);
        row("30 number", u"Untitled 3"_s, u"Sigur Rós"_s, u"Untitled #3"_s, u"Sigur Ros"_s,
            u"match"_s);
        row("33 decomposed", u"Jo\u0301ga"_s, u"Bjork"_s, u"Jóga"_s, u"Björk"_s, u"match"_s);
        row("35 two scripts", u"夜に駆ける"_s, u"YOASOBI"_s, u"Yoru ni Kakeru"_s, u"YOASOBI"_s,
            u"review"_s);
        row("68 encoded twice", u"Hyperballad"_s, u"BjÃ¶rk"_s, u"Hyperballad"_s, u"Björk"_s,
            u"match"_s);
        row("69 cut off", u"The Rise and Fall of Ziggy Sta"_s, u"David Bowie"_s,
            u"The Rise and Fall of Ziggy Stardust and the Spiders"_s, u"David Bowie"_s, u"match"_s);
        row("another song", u"Airbag"_s, u"Radiohead"_s, u"Lucky"_s, u"Radiohead"_s, u"no_match"_s);
        row("no title", u""_s, u"Radiohead"_s, u"Lucky"_s, u"Radiohead"_s, u"no_match"_s);
    }

    void readingIsByTheTitleAndNotByTheOrder()
    {
        QFETCH(QString, title);
        QFETCH(QString, artist);
        QFETCH(QString, other);
        QFETCH(QString, otherArtist);
        QFETCH(QString, verdict);
        const Track row { title, artist, {}, u"Album"_s, {}, {}, 261s, 1, 2 };
        match::LibraryTrack track;
        track.track = { other, {}, otherArtist, u"Album"_s, {}, {}, 262s, 1, 2 };
        const Outcome outcome = matchOne(row, { track });
        QVERIFY2(nameOf(outcome.verdict) == verdict, told(outcome).toUtf8().constData());
    }

    void anotherReleaseOfAnotherLengthIsAskedFor()
    {
        const Track row { u"Cello Suite No. 1, BWV 1007: Prélude"_s, u"Yo-Yo Ma"_s, {},
            u"The Cello Suites 1983"_s, {}, {}, 151s, 0, 0 };
        match::LibraryTrack track;
        track.track
            = { row.title, {}, u"Yo-Yo Ma"_s, u"Inspired by Bach 1997"_s, {}, {}, 145s, 0, 0 };
        QCOMPARE(matchOne(row, { track }).verdict, Verdict::Review);
    }

    void liveRecordingOfTheSameLengthIsOffered()
    {
        const Track row { u"Creep"_s, u"Radiohead"_s, {}, {}, {}, {}, 259s, 0, 0 };
        match::LibraryTrack studio;
        studio.track = { u"Creep"_s, {}, u"Radiohead"_s, u"Pablo Honey"_s, {}, {}, 238s, 1, 2 };
        match::LibraryTrack acoustic;
        acoustic.track
            = { u"Creep (Acoustic)"_s, {}, u"Radiohead"_s, u"My Iron Lung"_s, {}, {}, 259s, 1, 8 };
        const Outcome outcome = matchOne(row, { studio, acoustic });
        QCOMPARE(outcome.verdict, Verdict::Review);
        QCOMPARE(outcome.candidates.front().track, 1);
    }

    void likenessIsNotEnough_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("artist");
        QTest::addColumn<QString>("other");
        QTest::addColumn<QString>("otherArtist");
        QTest::addColumn<bool>("isMatch");
        const auto row = [](const char* name, const QString& title, const QString& artist,
                             const QString& other, const QString& otherArtist, bool isMatch) {
            QTest::newRow(name) << title << artist << other << otherArtist << isMatch;
        };
        row("misspelt", u"Smells Like Teen Spirt"_s, u"Nirvana"_s, u"Smells Like Teen Spirit"_s,
            u"Nirvana"_s, true);
        row("words joined", u"Teen Age Riot"_s, u"Sonic Youth"_s, u"Teenage Riot"_s,
            u"Sonic Youth"_s, true);
        row("a word more", u"Love Me"_s, u"The Beatles"_s, u"Love Me Do"_s, u"The Beatles"_s,
            false);
        row("Roman", u"Mirror I"_s, u"The Band"_s, u"Mirror II"_s, u"The Band"_s, false);
        row("digits", u"Song 2"_s, u"Blur"_s, u"Song 3"_s, u"Blur"_s, false);
        row("artists of one kind", u"Home"_s, u"The Wild Foxes"_s, u"Home"_s, u"The Wild Wolves"_s,
            false);
        row("artist misspelt", u"Home"_s, u"Radiohaed"_s, u"Home"_s, u"Radiohead"_s, true);
        row("karaoke", u"Home"_s, u"Radiohead"_s, u"Home (Karaoke)"_s, u"Radiohead"_s, false);
    }

    /// As a row of a playlist file has it: no album, the length by the second.
    void likenessIsNotEnough()
    {
        QFETCH(QString, title);
        QFETCH(QString, artist);
        QFETCH(QString, other);
        QFETCH(QString, otherArtist);
        QFETCH(bool, isMatch);
        const Track row { title, artist, {}, {}, {}, {}, 200s, 0, 0 };
        match::LibraryTrack track;
        track.track = { other, {}, otherArtist, u"Album"_s, {}, {}, 201s, 1, 2 };
        const Outcome outcome = matchOne(row, { track });
        QVERIFY2(
            (outcome.verdict == Verdict::Match) == isMatch, told(outcome).toUtf8().constData());
    }

    void guidFindsWhatWasRetitled()
    {
        const QString guid = u"plex://track/5d07cdb8403c640290f5ac"_s;
        const Track row { u"Creep (Explicit) [LP]"_s, {}, {}, {}, {}, guid, 0s, 0, 0 };
        match::LibraryTrack track;
        track.track = { u"Creep"_s, {}, u"Radiohead"_s, u"Pablo Honey"_s, {}, guid, 238s, 1, 2 };
        const Outcome outcome = matchOne(row, { track });
        QCOMPARE(outcome.verdict, Verdict::Match);
        QCOMPARE(outcome.basis, match::Basis::Guid);
        track.track.guid = u"local://1"_s;
        Track local = row;
        local.guid = u"local://1"_s;
        QVERIFY(matchOne(local, { track }).basis != match::Basis::Guid);
    }

    void sameFileIsFoundWithoutTexts()
    {
        std::vector<match::LibraryTrack> library;
        std::vector<Row> rows;
        for (int i = 0; i < 30; ++i) {
            match::LibraryTrack track;
            const QString title = u"%1 song"_s.arg(QString(6 + i % 9, QChar(u'a' + i % 25)));
            track.track = { title, {}, u"Band"_s, u"Album"_s,
                u"/data/music/Band/Album/%1.flac"_s.arg(title), {}, 200s + i * 5s, 1, i + 1 };
            library.push_back(track);
            Row row { QString::number(i), track.track, {} };
            row.track.path = u"D:\\Music\\Band\\Album\\%1.mp3"_s.arg(title);
            rows.push_back(row);
        }
        Row untitled { u"by path"_s, {}, {} };
        untitled.track.path = u"d:\\music\\x.flac"_s;
        rows.push_back(untitled);
        Row contradicting { u"contradicting"_s, {}, {} };
        contradicting.track
            = { u"Zzyzx"_s, u"Nobody"_s, {}, {}, u"D:\\Music\\x.flac"_s, {}, 0s, 0, 0 };
        rows.push_back(contradicting);
        match::LibraryTrack hidden;
        hidden.track
            = { u"x"_s, {}, u"Various Artists"_s, u""_s, u"/data/music/X.flac"_s, {}, 9s, 0, 0 };
        library.push_back(hidden);
        const match::Catalogue catalogue(library);
        const match::Matches matches = match::matchRows(catalogue, rows);
        QCOMPARE(matches.learnedRules.size(), 1);
        QCOMPARE(matches.learnedRules.front().votes, 30);
        QCOMPARE(matches.outcomes.at(30).verdict, Verdict::Match);
        QCOMPARE(matches.outcomes.at(30).basis, match::Basis::Path);
        QCOMPARE(matches.outcomes.at(30).chosen, std::vector<int>({ 30 }));
        QCOMPARE(matches.outcomes.at(31).verdict, Verdict::Review);
    }

    void twoRowsOfAnAlbumAreTwoTracks()
    {
        const auto trackAt = [](const QString& title, int number, std::chrono::seconds length) {
            return Track { title, {}, u"Band"_s, u"Album"_s, {}, {}, length, 1, number };
        };
        std::vector<match::LibraryTrack> library(2);
        library[0].track = trackAt(u"Counting Stars Again"_s, 1, 200s);
        library[1].track = trackAt(u"Counting Stars Agains"_s, 2, 201s);
        // The second row's own track is the second best for it, as its title is misspelt.
        const std::vector<Row> rows { { u"a"_s, trackAt(u"Counting Stars Again"_s, 1, 200s), {} },
            { u"b"_s, trackAt(u"Counting Stars Again"_s, 2, 201s), {} } };
        const match::Matches matches = match::matchRows(match::Catalogue(library), rows);
        QCOMPARE(matches.outcomes.at(0).chosen, std::vector<int>({ 0 }));
        const Outcome& second = matches.outcomes.at(1);
        QVERIFY(second.chosen != std::vector<int>({ 0 }));
    }

    void rowListedTwiceClaimsOneTrack_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("isConflict");
        QTest::newRow("58: 4 and 5 stars") << 8 << 10 << true;
        QTest::newRow("equal") << 8 << 8 << false;
        QTest::newRow("unrated once") << 8 << -1 << false;
        QTest::newRow("never rated") << -1 << -1 << false;
    }

    void rowListedTwiceClaimsOneTrack()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(bool, isConflict);
        const auto valueOf = [](int value) {
            return value < 0 ? std::optional<int>() : std::optional<int>(value);
        };
        const Track track { u"Fantastic Voyage"_s, u"David Bowie"_s, {}, u"Lodger"_s, {}, {}, 175s,
            1, 1 };
        match::LibraryTrack inLibrary;
        inLibrary.track = track;
        const std::vector<Row> rows { { u"a"_s, track, valueOf(first) },
            { u"b"_s, track, valueOf(second) } };
        const match::Matches matches = match::matchRows(match::Catalogue({ inLibrary }), rows);
        const auto claims = match::resolveClaims(rows, matches.outcomes);
        QCOMPARE(claims.size(), 1);
        QCOMPARE(claims.front().rows, std::vector<int>({ 0, 1 }));
        QCOMPARE(claims.front().isConflict, isConflict);
        QCOMPARE(claims.front().value, isConflict ? std::optional<int>() : valueOf(first));
    }

    void manyOfOneTitleAreNarrowedByTheArtist()
    {
        std::vector<match::LibraryTrack> library;
        for (int i = 0; i < 1'000; ++i) {
            match::LibraryTrack track;
            track.track = { u"Intro"_s, {}, u"Artist number %1"_s.arg(i), u"Album %1"_s.arg(i), {},
                {}, 100s + i * 1s, 1, 1 };
            library.push_back(track);
        }
        Track row = library.at(700).track;
        const Outcome outcome = matchOne(row, library);
        QCOMPARE(outcome.chosen, std::vector<int>({ 700 }));
        row = { u"Intro"_s, {}, {}, {}, {}, {}, 150s, 0, 0 };
        const Outcome unknown = matchOne(row, library);
        QCOMPARE(unknown.verdict, Verdict::Ambiguous);
        QVERIFY(!unknown.candidates.empty());
    }

    void copiesAreFound()
    {
        const auto trackOn
            = [](const QString& title, const QString& album, int number, const QString& path) {
                  match::LibraryTrack track;
                  track.track = { title, {}, u"Radiohead"_s, album, path, {}, 238s, 1, number };
                  return track;
              };
        QThreadPool pool;
        const auto catalogue = await(match::Catalogue::make(pool,
            { trackOn(u"Creep"_s, u"Pablo Honey"_s, 2, u"/a.flac"_s),
                trackOn(u"Creep (Remastered)"_s, u"The Best Of"_s, 2, u"/b.flac"_s),
                trackOn(u"Creep (Acoustic)"_s, u"My Iron Lung"_s, 8, u"/c.flac"_s),
                trackOn(u"Airbag"_s, u"OK Computer"_s, 1, u"/d.flac"_s),
                trackOn(u"Airbag"_s, u"OK Computer"_s, 1, u"/d.mp3"_s),
                trackOn(u"Lucky"_s, u"OK Computer"_s, 11, u"/e.mp3"_s) }));
        QVERIFY(catalogue);
        const auto found = await(match::findCopies(pool, *catalogue));
        QVERIFY(found);
        const std::vector<match::Copies> expected { { { 0, 1 }, false }, { { 3, 4 }, true } };
        QVERIFY(*found == expected);
    }

    void nothingAgainstNothing()
    {
        QThreadPool pool;
        const auto catalogue = await(match::Catalogue::make(pool, {}));
        QVERIFY(catalogue);
        const auto none = await(match::matchRows(pool, *catalogue, {}));
        QVERIFY(none && none->outcomes.empty());
        const auto one = await(match::matchRows(pool, *catalogue, { Row {} }));
        QVERIFY(one);
        QCOMPARE(one->outcomes.front().verdict, Verdict::NoMatch);
        const auto copies = await(match::findCopies(pool, *catalogue));
        QVERIFY(copies && copies->empty());
    }

    void stoppedRunEndsSoon()
    {
        std::vector<match::LibraryTrack> library;
        std::vector<Row> rows;
        for (int i = 0; i < 60'000; ++i) {
            match::LibraryTrack track;
            track.track = { u"Song of %1 nights and %2 days"_s.arg(i).arg(i % 97), {},
                u"Artist %1"_s.arg(i / 50), u"Album %1"_s.arg(i / 10), {}, {}, 200s, 1, i % 10 };
            rows.push_back({ QString::number(i), track.track, {} });
            library.push_back(std::move(track));
        }
        QThreadPool pool;
        std::stop_source before;
        before.request_stop();
        const auto never = await(match::Catalogue::make(pool, library, before.get_token()));
        QVERIFY(!never);
        QCOMPARE(never.error().code, util::Error::Code::Cancelled);

        library.resize(10'000);
        const auto catalogue = await(match::Catalogue::make(pool, library));
        QVERIFY(catalogue);
        std::stop_source during;
        const auto matching = match::matchRows(pool, *catalogue, rows, {}, during.get_token());
        const auto copying = match::findCopies(pool, *catalogue, during.get_token());
        during.request_stop();
        const auto stopped = await(matching);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, util::Error::Code::Cancelled);
        const auto stoppedToo = await(copying);
        QVERIFY(!stoppedToo);
        QCOMPARE(stoppedToo.error().code, util::Error::Code::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_matcher.moc"

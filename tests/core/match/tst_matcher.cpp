// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/matcher.h"

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
        for (const QJsonValue& value : cases) {
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
        for (const QJsonValue& candidate : hard.value("candidates"_L1).toArray()) {
            library.push_back(libraryTrackFrom(candidate.toObject()));
        }
        std::vector<int> expected;
        for (const QJsonValue& index : hard.value("expected"_L1).toArray()) {
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
        for (const char* source : { "itunes", "mediamonkey", "foobar" }) {
            QTest::addRow("%s", source) << QString::fromLatin1(source);
        }
    }

    void knownAnswers()
    {
        QFETCH(QString, source);
        if (truthdata::folder().isEmpty()) {
            QSKIP("the data of shared/data/ratings is not here");
        }
        const match::Catalogue catalogue(truthdata::library());
        const std::vector<Row> rows = source == "itunes"_L1 ? truthdata::itunesRows()
            : source == "foobar"_L1                         ? truthdata::foobarRows()
                                    : truthdata::mediaMonkeyRows(m_dir.path());
        QVERIFY(rows.size() > 2'500);
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
};

QTEST_GUILESS_MAIN(TestMatcher)
#include "tst_matcher.moc"

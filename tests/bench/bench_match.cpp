// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/match/copies.h"
#include "core/match/matcher.h"
#include "tests/bench/figures.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// Four thousand invented words of one to four syllables, some with letters beyond ASCII.
QStringList inventedWords()
{
    static const QStringList syllables { u"ba"_s, u"ren"_s, u"to"_s, u"vel"_s, u"mi"_s, u"sha"_s,
        u"dor"_s, u"lin"_s, u"ka"_s, u"pe"_s, u"rus"_s, u"ti"_s, u"an"_s, u"el"_s, u"or"_s,
        u"ing"_s, u"ness"_s, u"gra"_s, u"fo"_s, u"ston"_s, u"wa"_s, u"ley"_s, u"cha"_s, u"qui"_s,
        u"zu"_s, u"hé"_s, u"sø"_s, u"łu"_s, u"ßa"_s, u"но"_s, u"ки"_s, u"νυ"_s, u"夜"_s };
    QRandomGenerator random(7);
    QStringList words;
    while (words.size() < 4'000) {
        QString word;
        const int count = 1 + random.bounded(4);
        for (int i = 0; i < count; ++i) {
            // Those at the end are rare.
            const int at = random.bounded(12) == 0 ? random.bounded(int(syllables.size()))
                                                   : random.bounded(25);
            word += syllables.at(at);
        }
        word[0] = word.at(0).toUpper();
        words.append(word);
    }
    return words;
}

QString someWord(QRandomGenerator& random)
{
    static const QStringList words = inventedWords();
    // As in speech, a few are said most: the square of an even distribution.
    const double even = random.generateDouble();
    return words.at(int(even * even * double(words.size())));
}

QString someWords(QRandomGenerator& random, int least, int most)
{
    QStringList text;
    const int count = least + random.bounded(most - least + 1);
    for (int i = 0; i < count; ++i) {
        text.append(someWord(random));
    }
    return text.join(u' ');
}

/// Albums of ten tracks, eight to an artist; one title in fifty is "Intro".
std::vector<match::LibraryTrack> libraryOf(int count)
{
    QRandomGenerator random(20'240'611);
    std::vector<match::LibraryTrack> tracks;
    QString artist;
    QString album;
    for (int i = 0; i < count; ++i) {
        if (i % 80 == 0) {
            artist = (random.bounded(3) == 0 ? u"The "_s : QString()) + someWords(random, 2, 3);
        }
        if (i % 10 == 0) {
            album = someWords(random, 2, 4);
        }
        match::LibraryTrack track;
        track.id = { i + 1 };
        track.key = { QString::number(i + 1) };
        track.track.title = i % 50 == 0 ? u"Intro"_s : someWords(random, 1, 5);
        track.track.albumArtist = artist;
        track.track.album = album;
        track.track.number = i % 10 + 1;
        track.track.disc = 1;
        track.track.duration = std::chrono::milliseconds(120'000 + random.bounded(240'000));
        track.track.path = u"/data/music/%1/%2/%3 %4.flac"_s.arg(artist, album)
                               .arg(track.track.number, 2, 10, QChar(u'0'))
                               .arg(track.track.title);
        track.track.guid = u"local://%1"_s.arg(i + 1);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

/// The text as another program has it: some in capitals, remastered, with a letter missing.
QString changed(const QString& title, QRandomGenerator& random)
{
    switch (random.bounded(8)) {
    case 0:
        return title.toUpper();
    case 1:
        return title + u" (2011 Remaster)"_s;
    case 2:
        return title.size() > 8 ? title.first(4) + title.sliced(5) : title;
    case 3:
        return title + u" (feat. "_s + someWord(random) + u')';
    default:
        return title;
    }
}

std::vector<match::Row> rowsOf(const std::vector<match::LibraryTrack>& library, int count)
{
    QRandomGenerator random(42);
    std::vector<match::Row> rows;
    for (int i = 0; i < count; ++i) {
        const auto at = size_t(qint64(i) * qint64(library.size()) / count);
        match::Row row;
        row.id = QString::number(i);
        row.track = library[at].track;
        row.track.artist = row.track.albumArtist;
        row.track.title = changed(row.track.title, random);
        row.track.guid.clear();
        row.track.path = row.track.path.replace("/data/music"_L1, "E:\\Music"_L1);
        row.track.duration += std::chrono::milliseconds(random.bounded(1'800) - 900);
        rows.push_back(std::move(row));
    }
    return rows;
}

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// What was measured in one round or, the times, in several.
struct Figures
{
    QList<double> making {};
    QList<double> matching {};
    QList<double> both {};
    QList<double> copying {};
    double catalogueMb = 0;
    double bothMb = 0;
    int matched = 0;
    int wrong = 0;
};

void countMatched(const match::Matches& found, size_t tracks, Figures& figures)
{
    figures.matched = 0;
    figures.wrong = 0;
    const size_t count = found.outcomes.size();
    for (size_t i = 0; i < count; ++i) {
        const match::Outcome& outcome = found.outcomes[i];
        if (outcome.verdict == match::Verdict::Match) {
            ++figures.matched;
            figures.wrong += outcome.chosen.front() != int(i * tracks / count) ? 1 : 0;
        }
    }
}

/// @return false if anything failed
bool measure(QThreadPool& pool, const std::vector<match::LibraryTrack>& library,
    const std::vector<match::Row>& rows, Figures& figures)
{
    constexpr auto kLimit = std::chrono::minutes(5);
    const double before = bench::residentMb();
    QElapsedTimer timer;
    timer.start();
    const auto catalogue = support::await(match::Catalogue::make(pool, library), kLimit);
    if (!catalogue) {
        return false;
    }
    figures.making.append(milliseconds(timer));
    figures.catalogueMb = std::max(figures.catalogueMb, bench::residentMb() - before);
    const auto found = support::await(match::matchRows(pool, *catalogue, rows), kLimit);
    if (!found) {
        return false;
    }
    figures.both.append(milliseconds(timer));
    figures.matching.append(figures.both.last() - figures.making.last());
    figures.bothMb = std::max(figures.bothMb, bench::residentMb() - before);
    countMatched(*found, library.size(), figures);
    timer.start();
    const auto copies = support::await(match::findCopies(pool, *catalogue), kLimit);
    figures.copying.append(milliseconds(timer));
    return copies.has_value();
}

} // namespace

/// bench_match TRACKS ROWS: a library of so many tracks and a source of so many rows. Prints one
/// row: tracks, rows, making the catalogue (ms), matching (ms), both (ms), memory that the first
/// and that both took, with what came out (MB), rows that were matched, those matched wrongly,
/// finding the copies within the library (ms). The times are the median of five.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int tracks = QCoreApplication::arguments().value(1).toInt();
    const int count = QCoreApplication::arguments().value(2).toInt();
    if (tracks < 1 || count < 1) {
        QTextStream(stderr) << "bench_match TRACKS ROWS\n";
        return 2;
    }
    const std::vector<match::LibraryTrack> library = libraryOf(tracks);
    const std::vector<match::Row> rows = rowsOf(library, count);
    QThreadPool pool;
    Figures figures;
    constexpr int kRounds = 5;
    for (int round = 0; round < kRounds; ++round) {
        if (!measure(pool, library, rows, figures)) {
            return 1;
        }
    }
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\t%6\t%7\t%8\t%9\t%10\n"_s.arg(tracks)
                               .arg(count)
                               .arg(bench::median(figures.making), 0, 'f', 0)
                               .arg(bench::median(figures.matching), 0, 'f', 0)
                               .arg(bench::median(figures.both), 0, 'f', 0)
                               .arg(figures.catalogueMb, 0, 'f', 0)
                               .arg(figures.bothMb, 0, 'f', 0)
                               .arg(figures.matched)
                               .arg(figures.wrong)
                               .arg(bench::median(figures.copying), 0, 'f', 0);
    return 0;
}

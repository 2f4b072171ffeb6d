// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/sync.h"
#include "core/plex/server.h"
#include "tests/bench/figures.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

/// A word as a person types it: three letters of a title, one after the other.
QStringList typed(const QString& title)
{
    const QString word = title.section(u' ', 0, 0).left(3);
    QStringList steps;
    for (qsizetype i = 1; i <= word.size(); ++i) {
        steps.append(word.left(i));
    }
    return steps;
}

QList<double> searches(library::Library& library, int bursts)
{
    QList<double> times;
    const auto ids = *support::await(library.trackIds({}));
    for (int i = 0; i < bursts && !ids.empty(); ++i) {
        const size_t at = size_t(i) * 7919 * 131 % ids.size();
        const auto row = *support::await(library.tracks({ ids.at(at) }));
        QElapsedTimer timer;
        timer.start();
        // All three are asked for at once, as a fast typist does; the older ones are stopped.
        util::async::Latest latest;
        std::optional<util::Future<library::SearchResult>> newest;
        for (const QString& text : typed(row.first().title)) {
            newest = library.search(text, 50, latest.begin());
        }
        (void)support::await(*newest);
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

QList<double> resorts(library::Library& library)
{
    QList<double> times;
    using library::TrackSort;
    for (const TrackSort sort : { TrackSort::Title, TrackSort::Artist, TrackSort::Rating,
             TrackSort::Duration, TrackSort::Added, TrackSort::Default }) {
        library::TrackQuery query;
        query.sort = sort;
        query.descending = sort == TrackSort::Rating;
        QElapsedTimer timer;
        timer.start();
        const auto ids = support::await(library.trackIds(query));
        times.append(ids ? double(timer.nsecsElapsed()) / 1e6 : -1);
    }
    return times;
}

} // namespace

/// bench_sync URL TOKEN_VARIABLE FOLDER: first sync of the server at URL into FOLDER, then
/// searches and sorts there. Prints one row: tracks, seconds, tracks/s, search p95, re-sort
/// median and worst (ms), peak memory after it (MB), size of the cache (MB).
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 4) {
        QTextStream(stderr) << "bench_sync URL VARIABLE FOLDER\n";
        return 2;
    }
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    const util::SecretString token(qgetenv(qPrintable(words.at(2))));
    util::SystemClock clock;
    QThreadPool pool;
    db::Threads threads;
    library::Library library(threads, words.at(3));
    library::Sync sync(library, pool, clock);
    plex::Server server(
        QUrl(words.at(1)), token, { u"bench"_s, u"PlexM8"_s, u"0"_s, {}, {}, {}, {} }, pool);
    const auto info = support::await(server.info());
    if (!info || !support::await(library.open({ info->id, {} }))) {
        return 1;
    }
    QElapsedTimer timer;
    timer.start();
    const auto summary = support::await(sync.run(server, {}), std::chrono::minutes(20));
    if (!summary) {
        QTextStream(stderr) << summary.error().detail << '\n';
        return 1;
    }
    const double seconds = double(timer.elapsed()) / 1000;
    const double memory = bench::residentMb();
    (void)searches(library, 20); // warm
    const QList<double> found = searches(library, 100);
    const QList<double> sorted = resorts(library);
    qint64 bytes = 0;
    for (const QFileInfo& file : QDir(words.at(3)).entryInfoList(QDir::Files)) {
        bytes += file.size();
    }
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\t%6\t%7\t%8\n"_s.arg(summary->counts.tracks)
                               .arg(seconds, 0, 'f', 2)
                               .arg(double(summary->counts.tracks) / seconds, 0, 'f', 0)
                               .arg(bench::percentile95(found), 0, 'f', 1)
                               .arg(bench::median(sorted), 0, 'f', 0)
                               .arg(*std::ranges::max_element(sorted), 0, 'f', 0)
                               .arg(memory, 0, 'f', 0)
                               .arg(double(bytes) / 1e6, 0, 'f', 0);
    return 0;
}

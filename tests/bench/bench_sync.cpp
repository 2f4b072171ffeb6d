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

/// bench_sync URL TOKEN_VARIABLE FOLDER: first sync of the server at URL into FOLDER, without a
/// window. Prints one row: tracks, seconds, tracks/s, memory after it (MB), size of the cache (MB).
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
    if (!support::await(library.trim())) { // behind the one that nobody waits for
        return 1;
    }
    qint64 bytes = 0;
    for (const QFileInfo& file : QDir(words.at(3)).entryInfoList(QDir::Files)) {
        bytes += file.size();
    }
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\n"_s.arg(summary->counts.tracks)
                               .arg(seconds, 0, 'f', 2)
                               .arg(double(summary->counts.tracks) / seconds, 0, 'f', 0)
                               .arg(memory, 0, 'f', 0)
                               .arg(double(bytes) / 1e6, 0, 'f', 0);
    return 0;
}

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/grouporder.h"
#include "tests/bench/figures.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kRounds = 7;
constexpr int kBatch = 100'000; ///< tracks written at once
constexpr auto kPatience = 10min;

const library::CacheKey kKey { { u"server"_s }, {} };

/// Milliseconds of several calls of @p ask, which returns a future; −1 if one failed.
template <class F>
QList<double> timesOf(F ask)
{
    QList<double> times;
    for (int i = 0; i < kRounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const bool isDone = bool(support::await(ask(), kPatience));
        times.append(isDone ? double(timer.nsecsElapsed()) / 1e6 : -1);
    }
    return times;
}

template <class F>
void print(const QString& what, F ask)
{
    const QList<double> times = timesOf(ask);
    QTextStream(stdout) << u"%1\t%2\t%3\n"_s.arg(what)
                               .arg(bench::median(times), 0, 'f', 1)
                               .arg(*std::ranges::max_element(times), 0, 'f', 1);
}

void printAlbums(library::Library& library, const QString& state)
{
    for (const auto& [sort, name] : { std::pair(library::AlbumSort::Artist, u"artist"_s),
             std::pair(library::AlbumSort::Title, u"title"_s),
             std::pair(library::AlbumSort::Rating, u"rating"_s) }) {
        library::AlbumQuery query;
        query.sort = sort;
        print(u"albums by %1%2"_s.arg(name, state), [&] { return library.albumIds(query); });
    }
    library::AlbumQuery query;
    query.genres = QStringList { u"Rock"_s };
    print(u"albums of a genre%1"_s.arg(state), [&] { return library.albumIds(query); });
    print(u"artists%1"_s.arg(state), [&] { return library.artistIds({}); });
}

void printTracks(library::Library& library)
{
    library::TrackQuery byOne;
    byOne.sort = { { library::TrackSort::Rating, true } };
    print(u"tracks by 1 key"_s, [&] { return library.trackIds(byOne); });
    library::TrackQuery byKeys;
    byKeys.sort = { { library::TrackSort::Rating, true }, { library::TrackSort::Year, false },
        { library::TrackSort::Duration, true } };
    print(u"tracks by 3 keys"_s, [&] { return library.trackIds(byKeys); });
    library::TrackQuery ofGenre;
    ofGenre.genres = QStringList { u"Rock"_s };
    print(u"tracks of a genre"_s, [&] { return library.trackIds(ofGenre); });
    print(u"genres"_s, [&] { return library.genres(); });

    library::TrackQuery byTitle;
    byTitle.sort = { { library::TrackSort::Title, false } };
    const auto titles = *support::await(library.trackIds(byTitle));
    const auto byRating = *support::await(library.trackIds(byKeys));
    const auto last = qint64(titles.size()) - 1;
    print(
        u"jump marks"_s, [&] { return library.jumpMarks(titles, *library::listOrderOf(byTitle)); });
    print(u"typed text, sorted by it"_s, [&] {
        return library.rowBeginningWith(titles, library::listOrderOf(byTitle), u"song 1"_s, last);
    });
    print(u"typed letter, sorted by rating"_s,
        [&] { return library.rowBeginningWith(byRating, {}, u"s"_s, last); });
    print(u"typed text that is nowhere"_s,
        [&] { return library.rowBeginningWith(byRating, {}, u"song x"_s, 0); });
}

} // namespace

/// bench_lists [TRACKS]: what the lists of a library of that many tracks (a tenth as many albums)
/// cost, read from the cache alone. Prints for each the median and the worst, in ms.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int tracks = argc > 1 ? QCoreApplication::arguments().at(1).toInt() : 1'000'000;
    const QTemporaryDir folder;
    QObject context;
    db::Threads threads;
    library::Library library(threads, folder.path());
    if (!support::await(library.open(kKey))) {
        return 1;
    }
    const QList<types::Item> all = librarydata::items(tracks);
    for (qsizetype at = 0; at < all.size(); at += kBatch) {
        if (!librarydata::write(library, all.mid(at, kBatch))) {
            return 1;
        }
    }
    if (!librarydata::rank(library)) {
        return 1;
    }
    printAlbums(library, u", not filled"_s);
    QElapsedTimer timer;
    timer.start();
    if (!support::await(library::fillGroups(library, kKey, &context), kPatience)) {
        return 1;
    }
    QTextStream(stdout) << u"filling\t%1\n"_s.arg(timer.elapsed());
    printAlbums(library, {});
    printTracks(library);
    return 0;
}

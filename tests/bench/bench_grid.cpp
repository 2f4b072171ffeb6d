// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"
#include "core/library/grouporder.h"
#include "core/plex/server.h"
#include "tests/bench/figures.h"
#include "tests/bench/paintwatch.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"
#include "ui/common/covergrid.h"
#include "ui/common/coverlabel.h"
#include "ui/common/theme.h"
#include "ui/library/albumspage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPixmapCache>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kBatch = 50'000; ///< items written at once
constexpr quint64 kFirstAlbum = 1'000'001; ///< the key of the server's first one
constexpr int kCoverSide = 180;
constexpr int kCachedCovers = 60;
constexpr qint64 kFrame = 16'667'000; ///< of a screen, in nanoseconds
constexpr auto kPatience = 10min;

const library::CacheKey kKey { { u"server"_s }, {} };

QString thumbOf(qsizetype album)
{
    return u"/library/metadata/%1/thumb/1700000000"_s.arg(kFirstAlbum + quint64(album));
}

/// How many albums the server has.
qint64 albumsOn(plex::Server& server)
{
    const auto sections = support::await(server.sections());
    for (const types::Section& section : sections.value_or(QList<types::Section>())) {
        if (section.type == types::ItemType::Artist) {
            const auto page
                = support::await(server.items(section.key, types::ItemType::Album, 0, 1));
            return page ? page->total.value_or(0) : 0;
        }
    }
    return 0;
}

/// Albums with the covers of those on the server, which may be fewer.
bool fill(library::Library& library, int albums, qint64 covers)
{
    if (!support::await(library.open(kKey))) {
        return false;
    }
    QList<types::Item> groups;
    qsizetype number = 0;
    for (types::Item& item : librarydata::groups(albums * 10)) {
        if (item.type == types::ItemType::Album) {
            item.thumb = thumbOf(number++ % covers);
        }
        groups.append(std::move(item));
    }
    for (qsizetype at = 0; at < groups.size(); at += kBatch) {
        if (!librarydata::write(library, groups.mid(at, kBatch))) {
            return false;
        }
    }
    QObject context;
    return support::await(library::fillGroups(library, kKey, &context), kPatience).has_value();
}

/// Processor time of this thread, in milliseconds.
double threadMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// How a list was scrolled.
struct Way
{
    const char* name;
    int pixels; ///< for each picture of the grid
    int frames;
    bool isPaced; ///< as a screen shows it, so that there is time for covers to arrive
};

double millisecondsOf(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// One picture of the grid: scrolled, painted, and what arrived meanwhile taken in. @returns what
/// of its time was work, in milliseconds
double showFrame(ui::CoverGrid& grid, const Way& way)
{
    QElapsedTimer all;
    all.start();
    QScrollBar* bar = grid.verticalScrollBar();
    bar->setValue((bar->value() + way.pixels) % qMax(1, bar->maximum()));
    support::turn(0ms);
    grid.viewport()->repaint();
    const double painted = millisecondsOf(all);
    // The rest of the frame is waiting for what arrives: of it only the processor's time counts.
    const double before = threadMilliseconds();
    while (way.isPaced && all.nsecsElapsed() < kFrame) {
        support::turn(1ms);
    }
    return painted + threadMilliseconds() - before;
}

/// Prints one row: frames/s in the median and in the worst 1 %, what of the processor this thread
/// took for a frame (ms), and covers that came from the server in a second.
void scroll(ui::CoverGrid& grid, const Way& way, const int& arrived)
{
    QList<double> times;
    QElapsedTimer all;
    all.start();
    const int arrivedBefore = arrived;
    const double before = threadMilliseconds();
    for (int frame = 0; frame < way.frames; ++frame) {
        times.append(showFrame(grid, way));
    }
    const double used = (threadMilliseconds() - before) / way.frames;
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\n"_s.arg(QLatin1String(way.name))
                               .arg(1000 / bench::median(times), 0, 'f', 0)
                               .arg(1000 / bench::percentile99(times), 0, 'f', 0)
                               .arg(used, 0, 'f', 1)
                               .arg((arrived - arrivedBefore) * 1000 / all.elapsed());
}

/// Prints how long it takes from asking for a cover that is on disk until it is painted: median and
/// 95th percentile (ms).
void showCached(
    const artwork::Artwork::Options& options, QThreadPool& pool, const util::Clock& clock)
{
    artwork::Artwork artwork(options, pool, clock); // nothing in memory
    artwork.setSource(nullptr, kKey.server);
    ui::Covers covers([&artwork](const QString& thumb, int pixels, std::stop_token stop) {
        return artwork.square(thumb, pixels, std::move(stop));
    });
    QPixmapCache::clear();
    QWidget window;
    ui::CoverLabel label(covers, kCoverSide, &window);
    window.resize(300, 300);
    window.show();
    support::turn(100ms);
    bench::PaintWatch watch(label);
    QList<double> times;
    for (int i = 0; i < kCachedCovers; ++i) {
        const QString thumb = thumbOf(i);
        const auto isThere = [&covers, &label, &thumb] {
            return !covers.pixmap(thumb, label.width(), 1.0, ui::space::kCardRadius).isNull();
        };
        times.append(watch.until([&label, &thumb] { label.setCover(thumb, u"album"_s); }, isThere));
    }
    QTextStream(stdout) << u"cached cover\t%1\t%2\n"_s.arg(bench::median(times), 0, 'f', 1)
                               .arg(bench::percentile95(times), 0, 'f', 1);
}

/// Reads the covers that showCached() shows, so that they are on disk.
bool keepCovers(artwork::Artwork& artwork)
{
    for (int i = 0; i < kCachedCovers; ++i) {
        if (!support::await(artwork.cover(thumbOf(i), kCoverSide))) {
            return false;
        }
    }
    return true;
}

} // namespace

/// bench_grid ALBUMS URL: the page of that many albums, scrolled while covers arrive from the
/// server at URL (its token in PLEXM8_TOKEN). Prints for each way to scroll the row of scroll(),
/// then that of showCached().
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() < 3) {
        QTextStream(stderr) << "bench_grid ALBUMS URL\n";
        return 2;
    }
    const QTemporaryDir folder;
    db::Threads threads;
    QThreadPool pool;
    const util::SystemClock clock;
    library::Library library(threads, folder.path());
    plex::Server server(QUrl(words.at(2)), util::SecretString(qgetenv("PLEXM8_TOKEN")),
        plex::ClientIdentity { .clientIdentifier = u"bench"_s, .product = u"PlexM8"_s }, pool);
    const qint64 albums = albumsOn(server);
    if (albums == 0 || !fill(library, words.at(1).toInt(), albums)) {
        return 1;
    }
    const artwork::Artwork::Options options { .folder = folder.filePath(u"artwork"_s) };
    artwork::Artwork artwork(options, pool, clock);
    artwork.setSource(&server, kKey.server);
    if (!keepCovers(artwork)) {
        return 1;
    }
    ui::Theme theme(application);
    theme.apply(ui::ThemeChoice::Dark, 1.0);
    int arrived = 0;
    QObject context;
    ui::Covers covers(
        [&artwork, &arrived, &context](const QString& thumb, int pixels, std::stop_token stop) {
            const util::Future<QImage> cover = artwork.square(thumb, pixels, std::move(stop));
            util::async::deliver(cover, &context,
                [&arrived](const util::Result<QImage>& result) { arrived += result ? 1 : 0; });
            return cover;
        });
    ui::Capabilities capabilities;
    ui::AlbumsPage page(library, covers, capabilities);
    page.resize(1064, 700);
    page.show();
    page.open({ ui::Route::Place::Albums, 0, {} });
    const bool isShown = support::awaitThat(
        [&page] { return !page.grid().model()->index(0, 0).data().toString().isEmpty(); });
    page.grid().viewport()->repaint();
    if (!isShown) {
        return 1;
    }
    for (const Way& way :
        { Way { "wheel at 60 Hz", 60, 600, true }, Way { "wheel", 60, 1000, false },
            Way { "page by page", 700, 500, false }, Way { "dragged bar", 100'003, 300, false } }) {
        scroll(page.grid(), way, arrived);
    }
    showCached(options, pool, clock);
    pool.clear();
    pool.waitForDone();
    return 0;
}

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/grouporder.h"
#include "tests/bench/figures.h"
#include "tests/core/library/librarydata.h"
#include "tests/support/await.h"
#include "ui/common/covergrid.h"
#include "ui/common/theme.h"
#include "ui/library/albumspage.h"

#include <QApplication>
#include <QBuffer>
#include <QElapsedTimer>
#include <QImageReader>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kBatch = 50'000; ///< items written at once
constexpr int kCoverSide = 256;
constexpr auto kPatience = 10min;

const library::CacheKey kKey { { u"server"_s }, {} };

/// A picture as a server sends it.
QByteArray jpeg()
{
    QImage image(kCoverSide, kCoverSide, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.setPixel(x, y, qRgb(x, y, (x * y) % 256));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

/// Covers as they come from the disk: decoded in the pool, given up when they are scrolled past.
ui::Covers::Reader readerFrom(QThreadPool& pool, std::atomic<int>& decoded)
{
    return [&pool, &decoded, bytes = jpeg()](const QString&, int pixels, std::stop_token stop) {
        return util::async::run(pool, [&decoded, bytes, pixels, stop]() -> util::Result<QImage> {
            if (stop.stop_requested()) {
                return util::Error::cancelled();
            }
            QBuffer buffer;
            buffer.setData(bytes);
            QImageReader reader(&buffer);
            reader.setScaledSize({ pixels, pixels });
            ++decoded;
            return reader.read();
        });
    };
}

bool fill(library::Library& library, int albums)
{
    if (!support::await(library.open(kKey))) {
        return false;
    }
    QList<types::Item> groups;
    for (const types::Item& item : librarydata::items(albums * 10)) {
        if (item.type != types::ItemType::Track) {
            groups.append(item);
        }
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

/// Scrolls by @p pixels for each picture of the grid, and prints how long one took.
void scroll(const QString& what, ui::CoverGrid& grid, int pixels, int frames)
{
    QScrollBar* bar = grid.verticalScrollBar();
    QList<double> times;
    QElapsedTimer timer;
    QElapsedTimer all;
    all.start();
    const double before = threadMilliseconds();
    for (int frame = 0; frame < frames; ++frame) {
        timer.start();
        bar->setValue((bar->value() + pixels) % qMax(1, bar->maximum()));
        support::turn(0ms); // what arrived meanwhile
        grid.viewport()->repaint();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    const double used = (threadMilliseconds() - before) / frames;
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\n"_s.arg(what)
                               .arg(double(frames) * 1000 / double(all.elapsed()), 0, 'f', 0)
                               .arg(bench::percentile95(times), 0, 'f', 1)
                               .arg(*std::ranges::max_element(times), 0, 'f', 1)
                               .arg(used, 0, 'f', 1);
}

} // namespace

/// bench_grid [ALBUMS]: the page of that many albums, scrolled while covers arrive. Prints for
/// each way to scroll frames/s, the 95th percentile and the worst time of a frame, and what of the
/// processor this thread takes for one (ms).
int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const int albums = argc > 1 ? QApplication::arguments().at(1).toInt() : 100'000;
    const QTemporaryDir folder;
    db::Threads threads;
    QThreadPool pool;
    library::Library library(threads, folder.path());
    if (!fill(library, albums)) {
        return 1;
    }
    ui::Theme theme(application);
    theme.apply(ui::ThemeChoice::Dark, 1.0);
    std::atomic<int> decoded = 0;
    ui::Covers covers(readerFrom(pool, decoded));
    ui::Capabilities capabilities;
    QElapsedTimer timer;
    timer.start();
    ui::AlbumsPage page(library, covers, capabilities);
    page.resize(1064, 700);
    page.show();
    page.open({ ui::Route::Place::Albums, 0, {} });
    const bool isShown = support::awaitThat(
        [&page] { return !page.grid().model()->index(0, 0).data().toString().isEmpty(); });
    page.grid().viewport()->repaint();
    QTextStream(stdout) << u"opened\t%1 ms\n"_s.arg(timer.elapsed());
    if (!isShown) {
        return 1;
    }
    scroll(u"wheel"_s, page.grid(), 60, 1000);
    scroll(u"page by page"_s, page.grid(), 700, 500);
    scroll(u"dragged bar"_s, page.grid(), 100'003, 300);
    timer.start();
    page.resize(900, 700);
    support::turn(0ms);
    page.grid().viewport()->repaint();
    QTextStream(stdout) << u"resized\t%1 ms\n"_s.arg(timer.elapsed());
    QTextStream(stdout) << u"covers decoded\t%1\n"_s.arg(decoded.load());
    pool.clear();
    pool.waitForDone();
    return 0;
}

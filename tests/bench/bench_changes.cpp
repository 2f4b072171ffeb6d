// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/journal.h"
#include "core/change/unfinished.h"
#include "tests/bench/figures.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace {

constexpr int kChunk = 48; // as change::Changes sends them

/// A change of @p count ratings, as large each as a real one is.
change::NewChange changeOf(int count)
{
    change::NewChange change { u"rate"_s, u"Rate"_s, {}, change::Role::Do, {}, false };
    for (int i = 0; i < count; ++i) {
        const QString key = QString::number(100'000 + i);
        change.parts.append({ change::kItemTarget + key,
            { { "v"_L1, 1 }, { "key"_L1, key }, { "title"_L1, u"A title of some length"_s },
                { "artist"_L1, u"An artist"_s }, { "album"_L1, u"An album"_s },
                { "guid"_L1, u"plex://track/5d07cdb8403c640290f5ac"_s + key },
                { "file"_L1, u"/music/An artist/An album/01 - A title.flac"_s }, { "from"_L1, 4 },
                { "fromAt"_L1, 1'600'000'000 }, { "to"_L1, 8 }, { "at"_L1, 1'700'000'000 } },
            {} });
    }
    return change;
}

double milliseconds(const QElapsedTimer& timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

/// bench_changes STEPS: one change of so many ratings. Prints one row: steps, writing it to the
/// journal (ms in the writer), the same once more while it waits, taking it in (ms in the UI
/// thread), taking in what became of 48 steps (ms in the UI thread, median and worst).
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().value(1).toInt();
    if (count < kChunk) {
        QTextStream(stderr) << "bench_changes STEPS\n";
        return 2;
    }
    QLoggingCategory::setFilterRules(u"*.info=false"_s);
    const QTemporaryDir folder;
    db::Threads threads;
    db::Database file(threads, { folder.filePath(u"user.db"_s), u":/sql/user"_s, true });
    if (!support::await(file.open())) {
        return 1;
    }
    QElapsedTimer timer;
    QList<double> writing;
    QList<change::Step> steps;
    for (int i = 0; i < 2; ++i) {
        const change::NewChange change = changeOf(count);
        timer.start();
        const auto written
            = support::await(file.write([&change](db::Connection& c, db::ChangeSet&) {
                  return change::journal::insert(c, { { u"server"_s }, {} }, change, 1);
              }),
                std::chrono::minutes(5));
        writing.append(milliseconds(timer));
        if (!written) {
            return 1;
        }
        steps = written->steps;
    }
    QList<change::Unfinished::Entry> entries;
    for (const change::Step& step : std::as_const(steps)) {
        entries.append({ step.id, step.target, {}, step.payload, false });
    }
    change::Unfinished unfinished;
    timer.start();
    unfinished.add(entries);
    const double taking = milliseconds(timer);
    QList<double> settling;
    for (qsizetype at = 0; at < steps.size(); at += kChunk) {
        QList<qint64> ids;
        for (const change::Step& step : steps.mid(at, kChunk)) {
            ids.append(step.id);
        }
        timer.start();
        unfinished.settle(ids);
        settling.append(milliseconds(timer));
    }
    QTextStream(stdout) << u"%1\t%2\t%3\t%4\t%5\t%6\n"_s.arg(count)
                               .arg(writing.first(), 0, 'f', 0)
                               .arg(writing.last(), 0, 'f', 0)
                               .arg(taking, 0, 'f', 1)
                               .arg(bench::median(settling), 0, 'f', 2)
                               .arg(*std::ranges::max_element(settling), 0, 'f', 2);
    return 0;
}

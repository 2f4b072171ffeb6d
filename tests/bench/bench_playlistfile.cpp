// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlistfile.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTextStream>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

playlist::FileContent listOf(int count)
{
    playlist::FileContent content;
    content.title = u"Everything"_s;
    for (int i = 0; i < count; ++i) {
        playlist::FileRow row;
        row.artist = u"The Björk & Sigur Rós Quartet %1"_s.arg(i % 700);
        row.album = u"Songs, \"volume\" %1"_s.arg(i % 5'000);
        row.title = u"A title of the usual length – part %1"_s.arg(i);
        row.number = i % 12 + 1;
        row.disc = 1;
        row.duration = std::chrono::milliseconds(120'000 + i % 240'000);
        row.location = u"/data/music/%1/%2/%3 %4.flac"_s.arg(row.artist, row.album)
                           .arg(row.number, 2, 10, QChar(u'0'))
                           .arg(row.title);
        row.guid = u"plex://track/5d07cd%1"_s.arg(i);
        row.key = { QString::number(i + 1) };
        row.server = { u"0123456789abcdef0123456789abcdef01234567"_s };
        content.rows.push_back(std::move(row));
    }
    return content;
}

double median(const std::function<bool()>& work)
{
    constexpr int kTimes = 5;
    QList<double> times;
    for (int i = 0; i < kTimes; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!work()) {
            return -1;
        }
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    return bench::median(times);
}

} // namespace

/// bench_playlistfile ROWS: a list of so many rows, written to a file of each format and read from
/// it. Prints a row for each: format, writing (ms), reading (ms), both (ms), size of the file (MB).
/// The times are the median of five, with the file in memory.
int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int count = QCoreApplication::arguments().value(1).toInt();
    if (count < 1) {
        QTextStream(stderr) << "bench_playlistfile ROWS\n";
        return 2;
    }
    const QTemporaryDir folder;
    const playlist::FileContent content = listOf(count);
    QTextStream out(stdout);
    for (const playlist::FileFormat format : playlist::fileFormats()) {
        const QString path = folder.filePath(u"list."_s + playlist::endingOf(format));
        const double writing
            = median([&] { return playlist::writeFile(path, content, format).has_value(); });
        const double reading = median([&] {
            const auto read = playlist::readFile(path);
            return read && read->rows.size() == content.rows.size();
        });
        if (writing < 0 || reading < 0) {
            QTextStream(stderr) << "could not be written and read: " << path << '\n';
            return 1;
        }
        out << playlist::endingOf(format) << '\t' << writing << '\t' << reading << '\t'
            << writing + reading << '\t' << double(QFileInfo(path).size()) / 1e6 << '\n';
    }
    return 0;
}

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/soundfiles.h"

#include "core/playlist/filetext_p.h"
#include "core/playlist/playlistfile.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using util::Error;
using util::Result;

namespace playlist {

using files::Text;

namespace {

constexpr int kDeepest = 32; // folders in each other; nobody files music so

Error tooMany()
{
    return { Error::Code::InvalidInput,
        Text::tr("There are more than %L1 files.").arg(kMostFileRows), {}, 0, {} };
}

/// Walks through folders, in the order of their names.
class Walk
{
public:
    explicit Walk(const std::stop_token& stop)
        : m_stop(stop)
    {
        m_order.setNumericMode(true);
        m_order.setCaseSensitivity(Qt::CaseInsensitive);
    }

    Result<void> add(const QFileInfo& entry, int depth = 0)
    {
        if (m_stop.stop_requested()) {
            return Error::cancelled();
        }
        if (!entry.isDir()) {
            return isSoundFile(entry.fileName()) ? addFile(entry) : Result<void>();
        }
        if (depth > kDeepest || (depth > 0 && entry.isSymLink())) {
            return {};
        }
        QFileInfoList entries = QDir(entry.absoluteFilePath())
                                    .entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
        std::ranges::sort(entries, [this](const QFileInfo& left, const QFileInfo& right) {
            return m_order.compare(left.fileName(), right.fileName()) < 0;
        });
        for (const QFileInfo& below : entries) {
            if (auto done = add(below, depth + 1); !done) {
                return done;
            }
        }
        return {};
    }

    std::vector<FileRow> take() { return std::move(m_rows); }

private:
    Result<void> addFile(const QFileInfo& file)
    {
        if (std::ssize(m_rows) >= kMostFileRows) {
            return tooMany();
        }
        FileRow row;
        row.location = file.absoluteFilePath();
        m_rows.push_back(std::move(row));
        return {};
    }

    const std::stop_token& m_stop;
    QCollator m_order;
    std::vector<FileRow> m_rows;
};

} // namespace

bool isSoundFile(const QString& path)
{
    static const QSet<QString> endings { u"aac"_s, u"aif"_s, u"aiff"_s, u"alac"_s, u"ape"_s,
        u"dff"_s, u"dsf"_s, u"flac"_s, u"m4a"_s, u"m4b"_s, u"mka"_s, u"mp2"_s, u"mp3"_s, u"mpc"_s,
        u"oga"_s, u"ogg"_s, u"opus"_s, u"tta"_s, u"wav"_s, u"wma"_s, u"wv"_s };
    return endings.contains(QFileInfo(path).suffix().toLower());
}

Result<FileContent> listSoundFiles(const QStringList& paths, const std::stop_token& stop)
{
    Walk walk(stop);
    for (const QString& path : paths) {
        if (auto done = walk.add(QFileInfo(path)); !done) {
            return done.error();
        }
    }
    FileContent content;
    content.rows = walk.take();
    if (content.rows.empty()) {
        return Error { Error::Code::InvalidInput, Text::tr("There is no music in it."), {}, 0, {} };
    }
    const QFileInfo only(paths.constFirst());
    if (paths.size() == 1) {
        content.title = only.isDir() ? only.fileName() : only.completeBaseName();
    }
    return content;
}

FileRow guessedFrom(const QString& path)
{
    static const QRegularExpression number(u"^(?:(\\d{1,2})-)?(\\d{1,3})(?:[ ._-]+)(?=\\S)"_s);
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    FileRow row;
    if (parts.isEmpty()) {
        return row;
    }
    QString name = QFileInfo(parts.constLast()).completeBaseName();
    if (const auto match = number.match(name); match.hasMatch()) {
        row.disc = match.captured(1).toInt();
        row.number = match.captured(2).toInt();
        name.remove(0, match.capturedLength());
    }
    // The last two folders, but not the file system's first.
    const qsizetype folders = parts.size() - 1;
    row.album = folders >= 3 ? parts.at(folders - 1) : QString();
    row.artist = folders >= 3 ? parts.at(folders - 2) : QString();
    const QStringList pieces = name.split(u" - "_s, Qt::SkipEmptyParts);
    row.title = pieces.isEmpty() ? name : pieces.constLast().trimmed();
    if (pieces.size() > 1) {
        row.artist = pieces.constFirst().trimmed();
        row.album = pieces.size() > 2 ? pieces.at(1).trimmed() : row.album;
    }
    return row;
}

} // namespace playlist

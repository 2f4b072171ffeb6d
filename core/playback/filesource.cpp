// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playback/filesource.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace playback {
namespace {

util::Error unreadable(util::Error::Code code)
{
    return { code,
        QCoreApplication::translate("playback::FileSource", "The music file cannot be read."),
        u"file source"_s, 0, {} };
}

} // namespace

util::Result<std::unique_ptr<FileSource>> FileSource::open(const QString& path)
{
    std::unique_ptr<FileSource> source(new FileSource);
    source->m_file.setFileName(path);
    if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return unreadable(
            source->m_file.exists() ? util::Error::Code::Storage : util::Error::Code::NotFound);
    }
    return source;
}

util::Result<qint64> FileSource::read(
    qint64 offset, std::span<std::byte> into, std::stop_token stop)
{
    if (stop.stop_requested()) {
        return util::Error::cancelled();
    }
    if (!m_file.seek(offset)) {
        return unreadable(util::Error::Code::Storage);
    }
    const qint64 got
        = m_file.read(reinterpret_cast<char*>(into.data()), static_cast<qint64>(into.size()));
    if (got < 0) {
        return unreadable(util::Error::Code::Storage);
    }
    return got;
}

util::Result<qint64> FileSource::size(std::stop_token stop)
{
    if (stop.stop_requested()) {
        return util::Error::cancelled();
    }
    return m_file.size();
}

} // namespace playback

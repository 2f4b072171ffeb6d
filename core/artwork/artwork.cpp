// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"

#include "core/artwork/load_p.h"
#include "core/artwork/log.h"
#include "core/plex/server.h"

#include <QCoreApplication>
#include <array>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace artwork {

Q_LOGGING_CATEGORY(lcArtwork, "artwork", QtInfoMsg)

namespace {

constexpr qint64 kFailuresKept = 2000;

/// The next of few sizes, so that a window of another scale finds what is there.
int stepOf(int side)
{
    static constexpr std::array steps { 64, 128, 256, 512, 1024 };
    const auto found = std::ranges::lower_bound(steps, side);
    return found == steps.end() ? steps.back() : *found;
}

QImage squareOf(const QImage& picture, int side)
{
    const int shorter = std::min(picture.width(), picture.height());
    const QImage middle = picture.copy(
        (picture.width() - shorter) / 2, (picture.height() - shorter) / 2, shorter, shorter);
    return shorter == side
        ? middle
        : middle.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Failures that the same request would meet again.
bool isLasting(const Error& error)
{
    return error.code == Error::Code::NotFound || error.code == Error::Code::Protocol
        || error.code == Error::Code::InvalidInput || error.code == Error::Code::Forbidden;
}

} // namespace

Artwork::Artwork(const Options& options, QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_pool(pool)
    , m_disk(std::make_shared<DiskCache>(options.folder, options.diskLimit))
    , m_memory(options.memoryLimit)
    , m_failed(kFailuresKept)
{
}

Artwork::~Artwork()
{
    // Before the members they use.
    for (Load* load : std::exchange(m_loads, {})) {
        const std::unique_ptr<Load> ended(load);
    }
}

void Artwork::setSource(plex::Server* server, const types::ServerId& id)
{
    m_server = server;
    m_serverId = id;
    m_failed.clear();
}

QByteArray Artwork::keyOf(const QString& path, int side) const
{
    return m_serverId.value.toUtf8() + '\n' + path.toUtf8() + '\n'
        + QByteArray::number(stepOf(side));
}

util::Future<QImage> Artwork::cover(const QString& path, int side, std::stop_token stop)
{
    if (path.isEmpty()) {
        return async::ready<QImage>(Error { Error::Code::NotFound,
            QCoreApplication::translate("artwork::Artwork", "There is no picture."), {}, 0, {} });
    }
    const QByteArray key = keyOf(path, side);
    if (const QImage* known = m_memory.find(key)) {
        ++m_hits;
        return async::ready<QImage>(*known);
    }
    if (const Error* failed = m_failed.find(key)) {
        return async::ready<QImage>(*failed);
    }
    if (const auto loading = m_loads.constFind(key); loading != m_loads.cend()) {
        return (*loading)->join(std::move(stop));
    }
    auto* load = new Load(*this, key, path, stepOf(side)); // a child of this
    m_loads.insert(key, load);
    util::Future<QImage> future = load->join(std::move(stop));
    load->start();
    return future;
}

util::Future<QImage> Artwork::square(const QString& path, int side, std::stop_token stop)
{
    return async::andThen(cover(path, side, stop), this, [this, side, stop](const QImage& picture) {
        return async::run(m_pool, [picture, side, stop]() -> Result<QImage> {
            return stop.stop_requested() ? Result<QImage>(Error::cancelled())
                                         : squareOf(picture, side);
        });
    });
}

QImage Artwork::cached(const QString& path, int side)
{
    const QImage* known = m_memory.find(keyOf(path, side));
    return known ? *known : QImage();
}

void Artwork::keep(const QByteArray& key, const Result<QImage>& picture)
{
    if (picture) {
        m_memory.insert(key, picture.value(), picture.value().sizeInBytes());
    } else if (isLasting(picture.error())) {
        m_failed.insert(key, picture.error(), 1);
    }
}

void Artwork::forget(const QByteArray& key)
{
    m_loads.remove(key);
}

util::Future<Artwork::Stats> Artwork::stats()
{
    const Stats known { .memoryEntries = m_memory.size(),
        .memoryBytes = m_memory.cost(),
        .hits = m_hits,
        .misses = m_misses };
    return async::run(m_pool, [disk = m_disk, known]() -> Result<Stats> {
        Stats stats = known;
        const DiskCache::Usage usage = disk->usage();
        stats.diskEntries = usage.files;
        stats.diskBytes = usage.bytes;
        return stats;
    });
}

util::Future<void> Artwork::clear()
{
    m_memory.clear();
    m_failed.clear();
    return async::run(m_pool, [disk = m_disk]() -> Result<void> {
        disk->clear();
        return {};
    });
}

util::Future<void> Artwork::clear(const types::ServerId& server)
{
    m_memory.clear(); // which is filled from the disk again
    m_failed.clear();
    return async::run(m_pool, [disk = m_disk, group = server.value.toUtf8()]() -> Result<void> {
        disk->clear(group);
        return {};
    });
}

} // namespace artwork

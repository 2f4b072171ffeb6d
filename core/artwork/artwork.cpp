// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"

#include "core/artwork/load_p.h"
#include "core/artwork/log.h"
#include "core/plex/server.h"
#include "core/types/picturepath.h"

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

/// What a failure is remembered under: another version of the picture may be a whole one.
QByteArray failureOf(const PictureKey& key, const QString& path)
{
    return key.group + '\n' + path.toUtf8() + '\n' + QByteArray::number(key.side);
}

/// Failures that the same request would meet again.
bool isLasting(const Error& error)
{
    return error.code == Error::Code::NotFound || error.code == Error::Code::Protocol
        || error.code == Error::Code::InvalidInput || error.code == Error::Code::Forbidden;
}

} // namespace

Artwork::Artwork(
    const Options& options, QThreadPool& pool, const util::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_pool(pool)
    , m_disk(std::make_shared<DiskCache>(options.folder, options.diskLimit))
    , m_clock(clock)
    , m_memory(options.memoryLimit)
    , m_failed(kFailuresKept)
    , m_notChecked(kFailuresKept)
{
}

Artwork::~Artwork()
{
    // Before the members they use.
    m_waiting.clear();
    for (auto* loads : { &m_loads, &m_checks }) {
        for (Load* load : std::exchange(*loads, {})) {
            const std::unique_ptr<Load> ended(load);
        }
    }
}

void Artwork::setSource(plex::Server* server, const types::ServerId& id)
{
    m_server = server;
    m_serverId = id;
    m_failed.clear();
    m_notChecked.clear();
    dropChecks();
}

PictureKey Artwork::keyOf(const QString& path, int side) const
{
    return { m_serverId.value.toUtf8(), types::picturePath(path).picture, stepOf(side) };
}

util::Future<QImage> Artwork::cover(const QString& path, int side, std::stop_token stop)
{
    if (path.isEmpty()) {
        return async::ready<QImage>(Error { Error::Code::NotFound,
            QCoreApplication::translate("artwork::Artwork", "There is no picture."), {}, 0, {} });
    }
    const PictureKey key = keyOf(path, side);
    if (const Kept* known = m_memory.find(key)) {
        ++m_hits;
        const Kept kept = *known;
        followUp(key, path, kept.about, stop);
        return async::ready<QImage>(kept.image);
    }
    if (const Error* failed = m_failed.find(failureOf(key, path))) {
        return async::ready<QImage>(*failed);
    }
    if (const auto loading = m_loads.constFind(key); loading != m_loads.cend()) {
        return (*loading)->join(path, std::move(stop));
    }
    auto* load = new Load(*this, key, path); // a child of this
    m_loads.insert(key, load);
    util::Future<QImage> future = load->join(path, std::move(stop));
    load->start();
    return future;
}

bool Artwork::isDue(const QString& version, const StoredPicture& about) const
{
    if (version != about.version) {
        return true;
    }
    const bool isCheap = !about.etag.isEmpty() || !about.lastModified.isEmpty();
    const std::chrono::seconds fresh = isCheap || version.isEmpty() ? kFreshFor : kNamedFreshFor;
    const qint64 age = m_clock.epochSeconds() - about.checkedAt;
    return age < 0 || age >= fresh.count(); // of the future: a clock was wrong
}

void Artwork::followUp(const PictureKey& key, const QString& path, const StoredPicture& about,
    const std::stop_token& stop)
{
    if (!m_server || stop.stop_requested() || key.group != m_serverId.value.toUtf8()
        || !isDue(types::picturePath(path).version, about)
        || m_notChecked.find(failureOf(key, path))) {
        return;
    }
    Load* check = m_checks.value(key);
    if (check && check->path() != path) {
        return; // of another version; this one is asked for when it is looked at next
    }
    const bool isWaiting = check && m_waiting.removeOne(check);
    if (!check) {
        check = new Load(*this, key, path, about); // a child of this
        m_checks.insert(key, check);
    }
    (void)check->join(path, stop); // replaced() tells
    if (isWaiting || !check->hasStarted()) {
        m_waiting.append(check);
    }
    if (m_waiting.size() > kMostWaiting) {
        m_waiting.first()->abandon();
    }
    startChecks();
}

void Artwork::startChecks()
{
    while (!m_waiting.isEmpty() && m_checks.size() - m_waiting.size() < kMostChecks) {
        Load* next = m_waiting.takeLast();
        if (next->isWanted()) {
            next->start();
        } else {
            next->abandon(); // that it was scrolled past has not arrived yet
        }
    }
}

void Artwork::dropChecks()
{
    m_waiting.clear();
    for (Load* check : std::exchange(m_checks, {})) {
        check->abandon();
    }
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
    const Kept* known = m_memory.find(keyOf(path, side));
    return known ? known->image : QImage();
}

void Artwork::takeLoaded(const Load& load, const Result<LoadedPicture>& picture)
{
    if (picture) {
        const QImage& image = picture.value().image;
        m_memory.insert(load.key(), { image, picture.value().about }, image.sizeInBytes());
    } else if (isLasting(picture.error())) {
        m_failed.insert(failureOf(load.key(), load.path()), picture.error(), 1);
    }
}

void Artwork::takeChecked(const Load& load, const Result<LoadedPicture>& picture)
{
    if (!picture) {
        if (picture.error().code != Error::Code::Cancelled) {
            m_notChecked.insert(failureOf(load.key(), load.path()), picture.error(), 1);
        }
        return; // what is there stays
    }
    const Kept* known = m_memory.find(load.key());
    if (!picture.value().isUnchanged || known) {
        const QImage image = picture.value().isUnchanged ? known->image : picture.value().image;
        m_memory.insert(load.key(), { image, picture.value().about }, image.sizeInBytes());
    }
    if (picture.value().isUnchanged) {
        ++m_unchanged;
        return;
    }
    ++m_renewed;
    Q_EMIT replaced(load.path());
}

void Artwork::forget(Load& load)
{
    if (!load.isCheck()) {
        m_loads.remove(load.key());
        return;
    }
    m_checks.remove(load.key());
    m_waiting.removeOne(&load);
    startChecks();
}

util::Future<Artwork::Stats> Artwork::stats()
{
    const Stats known { .memoryEntries = m_memory.size(),
        .memoryBytes = m_memory.cost(),
        .hits = m_hits,
        .misses = m_misses,
        .unchanged = m_unchanged,
        .renewed = m_renewed };
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
    dropChecks();
    m_memory.clear();
    m_failed.clear();
    m_notChecked.clear();
    return async::run(m_pool, [disk = m_disk]() -> Result<void> {
        disk->clear();
        return {};
    });
}

util::Future<void> Artwork::clear(const types::ServerId& server)
{
    dropChecks();
    m_memory.clear(); // which is filled from the disk again
    m_failed.clear();
    m_notChecked.clear();
    return async::run(m_pool, [disk = m_disk, group = server.value.toUtf8()]() -> Result<void> {
        disk->clear(group);
        return {};
    });
}

util::Future<Artwork::CleanUp> Artwork::cleanUp(
    const QList<types::ServerId>& servers, const GoneReader& gone)
{
    struct Found
    {
        DiskCache::Survey survey;
        QSet<QString> owners; ///< of pictures of the open library, if some have to go
    };
    QList<QByteArray> groups;
    groups.reserve(servers.size());
    for (const types::ServerId& server : servers) {
        groups.append(server.value.toUtf8());
    }
    // Shared by the two jobs in the pool, one after the other: it may be long.
    const auto found = std::make_shared<Found>();
    const auto surveyed = async::run(m_pool,
        [disk = m_disk, groups, group = m_serverId.value.toUtf8(), found]() -> Result<void> {
            found->survey = disk->survey(groups, group);
            if (found->survey.bytes <= disk->limit()) {
                return {};
            }
            for (const DiskCache::Entry& entry : found->survey.entries) {
                if (entry.isOfGroup && !entry.owner.isEmpty()) {
                    found->owners.insert(entry.owner);
                }
            }
            return {};
        });
    const auto asked = async::andThen(surveyed, this, [found, gone] {
        return found->owners.isEmpty() || !gone ? async::ready<QSet<QString>>(QSet<QString>())
                                                : gone(found->owners);
    });
    util::Promise<CleanUp> promise;
    async::deliver(asked, this, [this, found, promise](const Result<QSet<QString>>& lost) {
        // Without an answer those go that were not used for longest.
        const auto trimmed = async::run(m_pool,
            [disk = m_disk, found, lost = lost.value_or(QSet<QString>())]() -> Result<CleanUp> {
                const qint64 removed = disk->trim(found->survey, lost);
                return CleanUp { found->survey.strays, removed,
                    qint64(found->survey.entries.size()) - removed, found->survey.bytes };
            });
        async::deliver(
            trimmed, this, [promise](const Result<CleanUp>& done) { promise.finish(done); });
    });
    return promise.future();
}

} // namespace artwork

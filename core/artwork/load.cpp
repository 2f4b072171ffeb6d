// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"
#include "core/artwork/decode.h"
#include "core/artwork/load_p.h"
#include "core/plex/server.h"
#include "core/types/picturepath.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace artwork {
namespace {

/// The picture on the disk, shrunk to what was asked for; a null image if there is none.
Result<LoadedPicture> readStored(DiskCache& disk, const PictureKey& key)
{
    std::optional<StoredPicture> stored = disk.read(key);
    if (!stored) {
        return LoadedPicture();
    }
    const Result<QImage> image = decode(std::exchange(stored->bytes, {}), key.side);
    if (!image) {
        disk.remove(key); // damaged: the server has it
        return LoadedPicture();
    }
    return LoadedPicture { image.value(), std::move(*stored), false };
}

/// Reads @p sent and keeps it, if it is a picture and another one than @p known.
Result<LoadedPicture> readSent(
    DiskCache& disk, const PictureKey& key, StoredPicture sent, bool isKnown)
{
    Result<QImage> image = decode(sent.bytes, key.side);
    if (!image) {
        return std::move(image).error();
    }
    const std::optional<StoredPicture> stored
        = isKnown ? disk.read(key) : std::optional<StoredPicture>();
    const bool isSame = stored && stored->bytes == sent.bytes;
    disk.write(key, sent); // also the same one: what is known of it is new
    sent.bytes.clear();
    return LoadedPicture { isSame ? QImage() : std::move(image).value(), std::move(sent), isSame };
}

} // namespace

Load::Load(Artwork& owner, PictureKey key, QString path, std::optional<StoredPicture> known)
    : QObject(&owner)
    , m_owner(owner)
    , m_key(std::move(key))
    , m_path(std::move(path))
    , m_known(std::move(known))
{
}

Load::~Load()
{
    m_stop.request_stop();
}

util::Future<QImage> Load::join(const QString& path, std::stop_token stop)
{
    m_waiters.push_back(std::make_unique<Waiter>());
    Waiter* waiter = m_waiters.back().get();
    waiter->path = path;
    waiter->stop = stop;
    util::Future<QImage> future = waiter->promise.future();
    // The token may be stopped in any thread; destroying the callback waits for it.
    waiter->onStop.emplace(std::move(stop), [this, waiter] {
        QMetaObject::invokeMethod(
            this, [this, waiter] { leave(waiter); }, Qt::QueuedConnection);
    });
    return future;
}

bool Load::isWanted() const
{
    return std::ranges::any_of(m_waiters,
        [](const std::unique_ptr<Waiter>& waiter) { return !waiter->stop.stop_requested(); });
}

void Load::start()
{
    m_hasStarted = true;
    if (isCheck()) {
        fetch();
        return;
    }
    const auto stored = async::run(m_owner.m_pool,
        [disk = m_owner.m_disk, key = m_key, stop = m_stop.get_token()]() -> Result<LoadedPicture> {
            return stop.stop_requested() ? Result<LoadedPicture>(Error::cancelled())
                                         : readStored(*disk, key);
        });
    async::deliver(stored, this, [this](const Result<LoadedPicture>& picture) {
        if (picture && picture.value().image.isNull()) {
            fetch();
        } else {
            m_owner.m_hits += picture.has_value() ? 1 : 0;
            finish(picture);
        }
    });
}

void Load::fetch()
{
    if (!m_owner.m_server) {
        finish(Error { Error::Code::Offline,
            QCoreApplication::translate("artwork::Artwork", "The server cannot be reached."),
            u"no server"_s, 0, {} });
        return;
    }
    if (m_key.group != m_owner.m_serverId.value.toUtf8()) {
        finish(Error::cancelled()); // another server is asked by now, which has other pictures
        return;
    }
    plex::Photo known;
    if (!isCheck()) {
        ++m_owner.m_misses;
    } else if (m_known->version == types::picturePath(m_path).version) {
        known.etag = m_known->etag;
        known.lastModified = m_known->lastModified;
    }
    const auto photo
        = m_owner.m_server->photo(m_path, QSize(m_key.side, m_key.side), known, m_stop.get_token());
    const auto picture
        = async::andThen(photo, this, [this](const plex::Photo& sent) { return take(sent); });
    async::deliver(picture, this, [this](const Result<LoadedPicture>& result) { finish(result); });
}

util::Future<LoadedPicture> Load::take(const plex::Photo& photo)
{
    const StoredPicture sent { photo.bytes, types::picturePath(m_path).version, photo.etag,
        photo.lastModified, m_owner.m_clock.epochSeconds() };
    return async::run(m_owner.m_pool,
        [disk = m_owner.m_disk, key = m_key, sent, isUnchanged = photo.isUnchanged,
            isKnown = isCheck()]() -> Result<LoadedPicture> {
            if (isUnchanged) {
                disk->renew(key, sent.checkedAt);
                return LoadedPicture { {}, sent, true };
            }
            return readSent(*disk, key, sent, isKnown);
        });
}

void Load::leave(Waiter* waiter)
{
    const auto found = std::ranges::find(m_waiters, waiter, &std::unique_ptr<Waiter>::get);
    if (found == m_waiters.end()) {
        return;
    }
    (*found)->promise.finish(Error::cancelled());
    m_waiters.erase(found);
    if (m_waiters.empty()) {
        abandon();
    }
}

void Load::abandon()
{
    m_stop.request_stop();
    for (const std::unique_ptr<Waiter>& waiter : m_waiters) {
        waiter->promise.finish(Error::cancelled());
    }
    m_waiters.clear();
    m_owner.forget(*this);
    deleteLater();
}

void Load::finish(const Result<LoadedPicture>& picture)
{
    if (m_waiters.empty()) {
        return; // all left; somebody else may be loading it anew
    }
    m_owner.forget(*this);
    if (isCheck()) {
        m_owner.takeChecked(*this, picture);
    } else {
        m_owner.takeLoaded(*this, picture);
    }
    const auto waiters = std::exchange(m_waiters, {});
    for (const std::unique_ptr<Waiter>& waiter : waiters) {
        waiter->promise.finish(
            picture ? Result<QImage>(picture.value().image) : Result<QImage>(picture.error()));
        if (picture && !isCheck()) {
            m_owner.followUp(m_key, waiter->path, picture.value().about, waiter->stop);
        }
    }
    deleteLater();
}

} // namespace artwork

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/artwork/artwork.h"
#include "core/artwork/decode.h"
#include "core/artwork/load_p.h"
#include "core/plex/server.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Result;

namespace artwork {

Load::Load(Artwork& owner, QByteArray key, QString path, int side)
    : QObject(&owner)
    , m_owner(owner)
    , m_key(std::move(key))
    , m_path(std::move(path))
    , m_side(side)
{
}

Load::~Load()
{
    m_stop.request_stop();
}

util::Future<QImage> Load::join(std::stop_token stop)
{
    m_waiters.push_back(std::make_unique<Waiter>());
    Waiter* waiter = m_waiters.back().get();
    const util::Future<QImage> future = waiter->promise.future();
    // The token may be stopped in any thread; destroying the callback waits for it.
    waiter->onStop.emplace(std::move(stop), [this, waiter] {
        QMetaObject::invokeMethod(
            this, [this, waiter] { leave(waiter); }, Qt::QueuedConnection);
    });
    return future;
}

void Load::start()
{
    const auto stored = async::run(m_owner.m_pool,
        [disk = m_owner.m_disk, key = m_key, side = m_side,
            stop = m_stop.get_token()]() -> Result<QImage> {
            if (stop.stop_requested()) {
                return Error::cancelled();
            }
            const QByteArray bytes = disk->read(key);
            if (bytes.isEmpty()) {
                return QImage();
            }
            Result<QImage> picture = decode(bytes, side);
            if (!picture) {
                disk->remove(key); // cut off by a crash, or damaged: the server has it
                return QImage();
            }
            return picture;
        });
    async::deliver(stored, this, [this](const Result<QImage>& picture) {
        if (picture && picture.value().isNull()) {
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
    ++m_owner.m_misses;
    const auto bytes = m_owner.m_server->photo(m_path, QSize(m_side, m_side), m_stop.get_token());
    const auto picture = async::andThen(bytes, this, [this](const QByteArray& encoded) {
        return async::run(m_owner.m_pool,
            [disk = m_owner.m_disk, key = m_key, side = m_side, encoded]() -> Result<QImage> {
                Result<QImage> decoded = decode(encoded, side);
                if (decoded) {
                    disk->write(key, encoded);
                }
                return decoded;
            });
    });
    async::deliver(picture, this, [this](const Result<QImage>& result) { finish(result); });
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
        m_stop.request_stop();
        m_owner.forget(m_key);
        deleteLater();
    }
}

void Load::finish(const Result<QImage>& picture)
{
    if (m_waiters.empty()) {
        return; // all left; somebody else may be loading it anew
    }
    m_owner.keep(m_key, picture);
    m_owner.forget(m_key);
    for (const std::unique_ptr<Waiter>& waiter : m_waiters) {
        waiter->promise.finish(picture);
    }
    m_waiters.clear();
    deleteLater();
}

} // namespace artwork

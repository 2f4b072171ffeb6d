// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/artwork/diskcache.h"
#include "core/util/async.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <list>
#include <memory>

namespace plex {
class Server;
} // namespace plex

namespace artwork {

class Artwork;

/// One picture on its way, for all who asked for it. Deletes itself when it is over.
class Load : public QObject
{
    Q_OBJECT
public:
    Load(Artwork& owner, QByteArray key, QString path, int side);
    ~Load() override;

    /// First disk, then server.
    void start();
    [[nodiscard]] util::Future<QImage> join(std::stop_token stop);

private:
    struct Waiter
    {
        util::Promise<QImage> promise;
        std::optional<std::stop_callback<std::function<void()>>> onStop;
    };
    void fetch();
    void leave(Waiter* waiter);
    void finish(const util::Result<QImage>& picture);

    Artwork& m_owner;
    QByteArray m_key;
    QString m_path;
    int m_side;
    std::stop_source m_stop;
    std::list<std::unique_ptr<Waiter>> m_waiters;
};

} // namespace artwork

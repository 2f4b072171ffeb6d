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
struct Photo;
} // namespace plex

namespace artwork {

class Artwork;

/// What came of a Load: a picture, or that the one in the cache is still it.
struct LoadedPicture
{
    QImage image {}; ///< null if it is unchanged
    StoredPicture about {}; ///< without its bytes
    bool isUnchanged = false;
};

/// One picture on its way, for all who asked for it. Deletes itself when it is over.
class Load : public QObject
{
    Q_OBJECT
public:
    /// @param known  what is kept already, and asked about; nothing = the picture is to be got
    Load(Artwork& owner, PictureKey key, QString path, std::optional<StoredPicture> known = {});
    ~Load() override;

    /// First disk, then server; the server alone for what is known.
    void start();
    /// Stops it, and tells those who wait.
    void abandon();
    [[nodiscard]] util::Future<QImage> join(const QString& path, std::stop_token stop);

    [[nodiscard]] const PictureKey& key() const { return m_key; }
    /// As it was asked for first.
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] bool isCheck() const { return m_known.has_value(); }
    /// Whether somebody has not stopped to wait.
    [[nodiscard]] bool isWanted() const;
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

private:
    struct Waiter
    {
        QString path {}; ///< may name another version
        std::stop_token stop {};
        util::Promise<QImage> promise {};
        std::optional<std::stop_callback<std::function<void()>>> onStop {};
    };
    void fetch();
    /// Reads what the server sent, in the pool.
    [[nodiscard]] util::Future<LoadedPicture> take(const plex::Photo& photo);
    void leave(Waiter* waiter);
    void finish(const util::Result<LoadedPicture>& picture);

    Artwork& m_owner;
    PictureKey m_key;
    QString m_path;
    std::optional<StoredPicture> m_known;
    bool m_hasStarted = false;
    std::stop_source m_stop;
    std::list<std::unique_ptr<Waiter>> m_waiters;
};

} // namespace artwork

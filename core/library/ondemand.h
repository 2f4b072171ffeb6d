// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/library.h"
#include "core/plex/server.h"
#include "core/util/clock.h"

#include <QPointer>

namespace library {

/// What lies in a folder of the server's disk.
struct Folder
{
    /// A folder in it.
    struct Below
    {
        QString key {}; ///< what OnDemand::folder() takes
        QString title {};
        bool operator==(const Below&) const = default;
    };
    QList<Below> folders {}; ///< by title, as every list
    QList<types::TrackRow>
        tracks {}; ///< in the server's order; those that the cache does not have yet have no id
    bool operator==(const Folder&) const = default;
};

/// What is asked of the server when somebody looks at it, because listings leave it out and no sync
/// reads it: the details of an artist or an album, which the cache keeps then, and folders, which
/// it does not.
///
/// Thread: UI. Without a server everything ends as Offline; nothing is tried by itself.
class OnDemand : public QObject
{
    Q_OBJECT
public:
    OnDemand(Library& library, const util::Clock& clock, QObject* parent = nullptr);

    /// @param server  the one whose library is open, or null; it may die before it is taken away
    void setServer(plex::Server* server);
    [[nodiscard]] bool isOnline() const { return m_server != nullptr; }

    /// Reads the details of an artist and of those of its albums that are not known, or of one
    /// album, into the cache; Library::changed tells what differs (kItemDetailTable).
    /// Cost: one request, and one for each further hundred albums. What was read before an error
    /// stays. Errors: Offline, those of plex::Server::details, NotFound, Database, Cancelled.
    [[nodiscard]] util::Future<void> refresh(types::ItemId id, std::stop_token stop = {});

    /// What lies in a folder. @param key  of a Folder::Below; empty: the section's top.
    /// Errors: Offline, those of plex::Server::folder, Protocol for more than kMostRows rows.
    [[nodiscard]] util::Future<Folder> folder(
        const types::SectionKey& section, const QString& key, std::stop_token stop = {});
    static constexpr qint64 kMostRows = 50'000;

    /// The tracks of the cache in a folder and in all folders below it, in the order of folder(): a
    /// folder's own first, then those of its folders. @param key  as of folder()
    /// Cost: a request for each folder, one after the other. Errors: as folder(), Protocol also for
    /// more than kMostFolders folders or kMostRows tracks.
    [[nodiscard]] util::Future<QList<types::ItemId>> tracksBelow(
        const types::SectionKey& section, const QString& key, std::stop_token stop = {});
    static constexpr qsizetype kMostFolders = 500;

Q_SIGNALS:
    /// There is a server, another one, or none.
    void serverChanged();

private:
    struct Reading;
    struct Listing;
    struct Walk;

    void readNext(const std::shared_ptr<Reading>& work, qsizetype first);
    void listNext(const std::shared_ptr<Listing>& work, qint64 start);
    void finishListing(const std::shared_ptr<Listing>& work);
    void walkNext(const std::shared_ptr<Walk>& work);
    [[nodiscard]] static util::Error offline();
    [[nodiscard]] static util::Error tooMuch();

    Library& m_library;
    const util::Clock& m_clock;
    QPointer<plex::Server> m_server;
};

} // namespace library

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/client.h"
#include "core/net/rangereader.h"
#include "core/plex/notificationsocket.h"
#include "core/plex/parse.h"

#include <QObject>
#include <QSize>
#include <QThreadPool>
#include <functional>

/// Plex's own interfaces: endpoints of a server and, later, of plex.tv; parsing to types.
/// Not for: keeping anything; deciding when to ask.
/// Invariant: a token travels in a header, never in a URL.
namespace plex {

/// One report of what is being played.
struct TimelineReport
{
    enum class State
    {
        Playing,
        Paused,
        Buffering,
        Stopped
    };
    types::RatingKey ratingKey {};
    State state = State::Stopped;
    std::chrono::milliseconds time { 0 };
    std::chrono::milliseconds duration { 0 };
    QString sessionIdentifier {}; ///< one for each playback
    bool continuing = false; ///< on Stopped: another item follows
};

/// A picture, and by what the server can be asked whether it is still the same.
struct Photo
{
    QByteArray bytes {}; ///< none if it is unchanged
    QByteArray etag {}; ///< as sent; empty if it was not
    QByteArray lastModified {}; ///< likewise
    bool isUnchanged = false; ///< it is the one that was asked about
};

/// The endpoints of one Plex Media Server.
///
/// Thread: UI. Every function returns at once. Bodies over 64 KiB are parsed on the pool.
/// Errors of all: those of net::Client::send, and Protocol for an answer that makes no sense.
class Server : public QObject
{
    Q_OBJECT
public:
    /// @param pool  must outlive the server
    /// @param pinnedCertificate  see net::Client::Options
    Server(const QUrl& base, const util::SecretString& token, const ClientIdentity& identity,
        QThreadPool& pool, const QByteArray& pinnedCertificate = {}, QObject* parent = nullptr);

    /// The address it was made with.
    [[nodiscard]] QUrl baseUrl() const { return m_client.baseUrl(); }
    /// What the server's clock showed in its latest answer, in seconds since 1970; nothing if it
    /// has not said so yet. What it stamps items with is to be compared with this.
    [[nodiscard]] std::optional<qint64> serverTime() const { return m_serverTime; }

    /// GET /identity, sent without the token: which server this is.
    [[nodiscard]] util::Future<types::ServerInfo> identity(std::stop_token stop = {});
    /// GET /: proves that the token is accepted, and tells the server's name.
    [[nodiscard]] util::Future<types::ServerInfo> info(std::stop_token stop = {});

    /// The libraries that the user may see, in the server's order.
    [[nodiscard]] util::Future<QList<types::Section>> sections(std::stop_token stop = {});
    /// Items of one type in rows [start, start + count); fewer are possible at any place.
    /// @param sort  as the server writes it; empty = its own order
    [[nodiscard]] util::Future<Page<types::Item>> items(const types::SectionKey& section,
        types::ItemType type, qint64 start, int count, const QString& sort = {},
        std::stop_token stop = {});
    /// How many items of a type there are; nothing where the server does not say. One empty page.
    /// @param field  with the operator, as "userRating>>"; empty = all items
    [[nodiscard]] util::Future<std::optional<qint64>> itemCount(const types::SectionKey& section,
        types::ItemType type, const QString& field = {}, const QString& value = {},
        std::stop_token stop = {});
    /// The keys alone of items of one type, in rows [start, start + count), as short as the server
    /// can say it. @param field, value  as in itemCount()
    [[nodiscard]] util::Future<Page<types::RatingKey>> itemKeys(const types::SectionKey& section,
        types::ItemType type, qint64 start, int count, const QString& field = {},
        const QString& value = {}, std::stop_token stop = {});
    /// Of at most @p count tracks picked at random, whether each has had its sonic analysis.
    [[nodiscard]] util::Future<Page<bool>> sampleAnalysis(
        const types::SectionKey& section, int count, std::stop_token stop = {});
    /// Items with all their details, at most 100 keys; those that are gone are left out.
    [[nodiscard]] util::Future<QList<types::Item>> metadata(
        const QList<types::RatingKey>& keys, std::stop_token stop = {});
    /// The same with what only pages about one item show.
    [[nodiscard]] util::Future<QList<ItemDetails>> details(
        const QList<types::RatingKey>& keys, std::stop_token stop = {});
    /// What lies in a folder of a section, in rows [start, start + count).
    /// @param key  of FolderEntry; empty: the section's top. Errors also: InvalidInput for a key
    /// that leads out of the section.
    [[nodiscard]] util::Future<Page<FolderEntry>> folder(const types::SectionKey& section,
        const QString& key, qint64 start, int count, std::stop_token stop = {});

    /// The user's audio and video playlists, without radio stations.
    [[nodiscard]] util::Future<QList<types::Playlist>> playlists(std::stop_token stop = {});
    /// Entries of a playlist in rows [start, start + count); fewer are possible at any place.
    [[nodiscard]] util::Future<Page<types::PlaylistItem>> playlistItems(
        const types::RatingKey& playlist, qint64 start, int count, std::stop_token stop = {});
    /// What identifies the entries of a playlist in rows [start, start + count), as short as the
    /// server can say it; fewer are possible at any place.
    [[nodiscard]] util::Future<Page<types::PlaylistKey>> playlistKeys(
        const types::RatingKey& playlist, qint64 start, int count, std::stop_token stop = {});
    /// One playlist; nothing if it does not exist, or is somebody else's.
    [[nodiscard]] util::Future<std::optional<types::Playlist>> playlist(
        const types::RatingKey& key, std::stop_token stop = {});
    /// POST /playlists: an empty one. Sent once: after an error it may exist all the same.
    [[nodiscard]] util::Future<types::Playlist> createPlaylist(
        const QString& title, types::Playlist::Kind kind, std::stop_token stop = {});
    /// PUT /playlists/K: both texts.
    [[nodiscard]] util::Future<void> describePlaylist(const types::RatingKey& playlist,
        const QString& title, const QString& summary, std::stop_token stop = {});
    /// DELETE /playlists/K.
    [[nodiscard]] util::Future<void> deletePlaylist(
        const types::RatingKey& playlist, std::stop_token stop = {});
    /// PUT /playlists/K/items: adds @p keys at the end, in their order, also those that are in it
    /// already. A server leaves out without a word what it does not have. Sent once: after an error
    /// they may be there all the same.
    /// @param server  this one's; items are named with it. @param keys  at most 200
    [[nodiscard]] util::Future<void> addToPlaylist(const types::RatingKey& playlist,
        const types::ServerId& server, const QList<types::RatingKey>& keys,
        std::stop_token stop = {});
    /// DELETE /playlists/K/items/I: one row, by its playlistItemID.
    [[nodiscard]] util::Future<void> removeFromPlaylist(
        const types::RatingKey& playlist, qint64 playlistItem, std::stop_token stop = {});
    /// PUT /playlists/K/items/I/move: behind the row @p after; 0 = to the top.
    [[nodiscard]] util::Future<void> moveInPlaylist(const types::RatingKey& playlist,
        qint64 playlistItem, qint64 after, std::stop_token stop = {});
    /// DELETE /playlists/K/items: every row.
    [[nodiscard]] util::Future<void> clearPlaylist(
        const types::RatingKey& playlist, std::stop_token stop = {});

    /// PUT /:/rate; an empty rating clears (−1 on the wire, because 0 is a rating).
    [[nodiscard]] util::Future<void> rate(const types::RatingKey& key,
        const types::OptionalRating& rating, std::stop_token stop = {});
    /// GET /:/timeline: what is played, and how far; the answer may tell to stop.
    [[nodiscard]] util::Future<TimelineAnswer> timeline(
        const TimelineReport& report, std::stop_token stop = {});

    /// GET /activities: what the server is doing by itself. Errors also: Forbidden, where it says
    /// that to its owner only.
    [[nodiscard]] util::Future<QList<types::Activity>> activities(std::stop_token stop = {});
    /// DELETE /activities/{uuid}: ends one that can be. Errors also: Forbidden, NotFound (it has
    /// ended).
    [[nodiscard]] util::Future<void> cancelActivity(const QString& uuid, std::stop_token stop = {});
    /// GET /status/sessions/history/all: plays of the token's user in rows [start, start + count),
    /// newest first. Real servers answer with an empty list to who is not the owner.
    [[nodiscard]] util::Future<Page<types::Play>> plays(
        qint64 start, int count, std::stop_token stop = {});

    /// An image resized by the server so that it covers @p size.
    /// @param known  what was sent before: if that is still it, only this is answered. Without an
    ///     etag and a date in it the picture is sent whole. No document promises either (what is
    ///     seen is "Cache-Control: no-cache"), but a proxy in front of a server may add them.
    [[nodiscard]] util::Future<Photo> photo(
        const QString& path, QSize size, const Photo& known = {}, std::stop_token stop = {});
    /// A media file for a decoder thread. Nothing is sent before the first read.
    [[nodiscard]] std::unique_ptr<net::RangeReader> openPart(const QString& partKey);
    /// What the server tells of itself; nothing is opened before start().
    [[nodiscard]] std::unique_ptr<NotificationSocket> notifications() const;

Q_SIGNALS:
    /// A request was refused because of the token.
    void unauthorised();
    /// A request got no answer, however often it was sent: the server, or the way to it, has gone.
    void unreachable();

private:
    template <class T>
    using Parser = util::Result<T> (*)(const QByteArray& body, const QString& endpoint);

    /// GET /library/metadata/1,2,3; none of them exists any more is an empty list.
    template <class T>
    util::Future<QList<T>> askForKeys(
        const QList<types::RatingKey>& keys, Parser<Page<T>> parse, std::stop_token stop);
    /// Sends and parses, on the pool if the body is large.
    template <class T>
    util::Future<T> ask(net::Request request, Parser<T> parse, std::stop_token stop);
    /// Sends and hands the answer on, telling of a refused token.
    util::Future<net::Response> send(net::Request request, std::stop_token stop);
    /// Sends what is answered with nothing that matters.
    util::Future<void> tell(net::Request request, std::stop_token stop);
    void readPlaylists(qint64 start, QList<types::Playlist> before,
        const util::Promise<QList<types::Playlist>>& promise, const std::stop_token& stop);

    net::Client m_client;
    util::SecretString m_token;
    ClientIdentity m_identity;
    QByteArray m_pinnedCertificate;
    QThreadPool& m_pool;
    std::optional<qint64> m_serverTime;
};

} // namespace plex

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/listsender_p.h"

#include "core/playlist/editsender_p.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Future;
using util::Result;

namespace playlist {

namespace {

using Found = std::optional<types::Playlist>;

bool isTwin(const types::Playlist& list, const Listing& listing)
{
    return list.title == listing.title && list.kind == listing.kind && !list.smart;
}

} // namespace

QJsonObject payloadOf(const MakingNote& note)
{
    return { { "except"_L1, QJsonArray::fromStringList(note.except) }, { "key"_L1, note.key } };
}

std::optional<MakingNote> makingNoteOf(const QJsonObject& payload)
{
    const QJsonObject noted = payload.value(change::kNote).toObject();
    if (noted.isEmpty()) {
        return std::nullopt;
    }
    MakingNote note { {}, noted.value("key"_L1).toString() };
    for (const QJsonValue key : noted.value("except"_L1).toArray()) {
        note.except.append(key.toString());
    }
    return note;
}

Future<Found> findMade(plex::Server& server, const Listing& listing,
    const std::optional<MakingNote>& note, const change::Aliases& aliases, std::stop_token stop)
{
    QString key = aliases.keyOf(kPlaylistTarget, listing.playlist);
    if (note && !note->key.isEmpty()) {
        key = note->key;
    }
    if (!key.startsWith(library::kUnsentPlaylist)) {
        auto known = server.playlist({ key }, stop);
        if (!note || !note->key.isEmpty()) {
            return known;
        }
    }
    if (!note) {
        return async::ready<Found>(Found());
    }
    // The answer to its creation was lost.
    return async::andThen(server.playlists(stop), &server,
        [listing, except = note->except](const QList<types::Playlist>& lists) {
            for (const types::Playlist& list : lists) {
                if (isTwin(list, listing) && !except.contains(list.ratingKey.value)) {
                    return Found(list);
                }
            }
            return Found();
        });
}

ListSender::ListSender(plex::Server& server, Listing listing, change::Aliases aliases,
    std::optional<MakingNote> note, change::Sending sending, QObject* parent)
    : QObject(parent)
    , m_server(server)
    , m_listing(std::move(listing))
    , m_aliases(std::move(aliases))
    , m_note(std::move(note))
    , m_sending(std::move(sending))
{
}

template <class T, class F>
void ListSender::after(const Future<T>& future, F next)
{
    async::deliver(future, this, [this, next = std::move(next)](const Result<T>& result) {
        if (!result) {
            finish(result.error());
        } else if constexpr (std::is_void_v<T>) {
            next();
        } else {
            next(*result);
        }
    });
}

Future<void> ListSender::run()
{
    after(findMade(m_server, m_listing, m_note, m_aliases, m_sending.stop),
        [this](const Found& made) { made ? describe(*made) : listOthers(); });
    return m_promise.future();
}

/// Titles are not unique: what the new one is, is known from what there was before.
void ListSender::listOthers()
{
    after(m_server.playlists(m_sending.stop), [this](const QList<types::Playlist>& lists) {
        m_note = MakingNote {};
        for (const types::Playlist& list : lists) {
            if (isTwin(list, m_listing)) {
                m_note->except.append(list.ratingKey.value);
            }
        }
        after(keep(), [this] { create(); });
    });
}

void ListSender::create()
{
    after(m_server.createPlaylist(m_listing.title, m_listing.kind, m_sending.stop),
        [this](const types::Playlist& made) {
            m_note->key = made.ratingKey.value;
            after(keep(), [this, made] { describe(made); });
        });
}

void ListSender::describe(const types::Playlist& made)
{
    const types::RatingKey key = made.ratingKey;
    if (made.summary == m_listing.summary && made.title == m_listing.title) {
        fill(key);
        return;
    }
    after(m_server.describePlaylist(key, m_listing.title, m_listing.summary, m_sending.stop),
        [this, key] { fill(key); });
}

void ListSender::fill(const types::RatingKey& key)
{
    change::Sending sending = m_sending;
    // Whatever lies in the new playlist can only come from here: nothing more needs to be noted.
    sending.keepNote = [](const QJsonObject&) { return async::ready<void>({}); };
    auto* sender = new EditSender(
        m_server, key, fillingOf(m_listing), m_aliases, Note {}, std::move(sending), this);
    async::deliver(sender->run(), this, [this](const Result<void>& filled) { finish(filled); });
}

Future<void> ListSender::keep()
{
    return m_sending.keepNote(payloadOf(*m_note));
}

void ListSender::finish(Result<void> result)
{
    m_promise.finish(std::move(result));
    deleteLater();
}

} // namespace playlist

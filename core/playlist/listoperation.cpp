// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/listoperation.h"

#include "core/db/changeset.h"
#include "core/library/tables.h"
#include "core/playlist/cached.h"
#include "core/playlist/judge_p.h"
#include "core/playlist/listsender_p.h"
#include "core/playlist/rowreader_p.h"
#include "core/util/fold.h"

using namespace Qt::StringLiterals;
namespace async = util::async;
using change::Found;
using change::Observed;
using util::Future;
using util::Result;

namespace playlist {

namespace {

/// Several read-backs, one after the other.
struct Looking
{
    plex::Server& server;
    change::Aliases aliases;
    QList<QJsonObject> payloads;
    std::stop_token stop;
    QList<Observed> found {};
    util::Promise<QList<Observed>> promise {};
};

void lookNext(const std::shared_ptr<Looking>& looking);

void answer(const std::shared_ptr<Looking>& looking, const Observed& observed)
{
    looking->found.append(observed);
    lookNext(looking);
}

QJsonObject with(const QJsonObject& payload, bool exists)
{
    QJsonObject result = payload;
    result.insert("exists"_L1, exists);
    return result;
}

/// The playlist is there, with these rows.
Observed judgeExisting(const QJsonObject& payload, const Listing& listing,
    const types::Playlist& held, const change::Aliases& aliases, const RowReader::Rows& rows)
{
    Observed content = judge(fillingOf(listing), Note {}, aliases, rows);
    if (!listing.exists) {
        // To be deleted: only with what was in it when that was asked for.
        return { content.found == Found::After ? Found::Before : Found::Other, with(payload, true),
            {}, {}, {} };
    }
    const QString key = held.ratingKey.value;
    content.aliases.append({ kPlaylistTarget + listing.playlist, key });
    content.asPayload = payloadOf(Content { listing.server, key, listing.playlist, rows, {} });
    const bool isDescribed = held.title == listing.title && held.summary == listing.summary;
    content.found = content.found == Found::After && isDescribed ? Found::After : Found::Before;
    // An empty one as well: it is there, and can be deleted again.
    if (content.found == Found::Before) {
        Listing done = listing;
        const auto heldEdit = editOf(content.held);
        done.order = heldEdit ? heldEdit->after : Tokens();
        content.held = payloadOf(done);
        content.rest = payload;
    }
    return content;
}

void lookAt(const std::shared_ptr<Looking>& looking, const QJsonObject& payload,
    const Listing& listing, const types::Playlist& held)
{
    const auto rows
        = (new RowReader(looking->server, held.ratingKey, looking->stop, &looking->server))->run();
    async::deliver(rows, &looking->server,
        [looking, payload, listing, held](const Result<RowReader::Rows>& found) {
            if (found) {
                answer(looking, judgeExisting(payload, listing, held, looking->aliases, *found));
            } else {
                looking->promise.finish(found.error());
            }
        });
}

void lookNext(const std::shared_ptr<Looking>& looking)
{
    if (looking->found.size() == looking->payloads.size()) {
        looking->promise.finish(looking->found);
        return;
    }
    const QJsonObject payload = looking->payloads.at(looking->found.size());
    const auto listing = listingOf(payload);
    if (!listing) {
        looking->promise.finish(listing.error());
        return;
    }
    const auto made = findMade(
        looking->server, *listing, makingNoteOf(payload), looking->aliases, looking->stop);
    async::deliver(made, &looking->server,
        [looking, payload, listing = *listing](const Result<std::optional<types::Playlist>>& held) {
            if (!held) {
                looking->promise.finish(held.error());
            } else if (*held) {
                lookAt(looking, payload, listing, **held);
            } else {
                answer(looking,
                    { listing.exists ? Found::Before : Found::After, with(payload, false), {}, {},
                        {} });
            }
        });
}

Result<void> insert(db::Connection& cache, db::ChangeSet& changes, const Listing& listing,
    const change::Aliases& aliases)
{
    auto store = cache.prepare(R"(
        INSERT INTO playlist (rating_key, guid, title, title_sort, summary, composite, kind, smart,
            read_only, leaf_count, duration_ms, added_at, updated_at, viewed_at, entries_read_at)
        VALUES (?, '', ?, ?, ?, '', ?, 0, 0, 0, 0, 0, 0, 0, 0))");
    const QString key = aliases.keyOf(kPlaylistTarget, listing.playlist);
    if (auto done = store
                        .bind(key, listing.title, util::sortKey(listing.title), listing.summary,
                            static_cast<int>(listing.kind))
                        .run();
        !done) {
        return done;
    }
    changes.addAdded(library::kPlaylistTable, store.lastInsertId());
    return cached::apply(cache, changes, aliases, fillingOf(listing));
}

} // namespace

QString ListOperation::name()
{
    return u"playlist.list"_s;
}

QString ListOperation::target(const QJsonObject& payload) const
{
    return kPlaylistTarget + payload.value("playlist"_L1).toString();
}

QJsonObject ListOperation::inverse(const QJsonObject& payload) const
{
    QJsonObject back = with(payload, !payload.value("exists"_L1).toBool());
    back.remove(change::kNote);
    return back;
}

QJsonObject ListOperation::madeFrom(const QJsonObject& /*first*/, const QJsonObject& payload) const
{
    return payload; // it says all that is asked for, whatever there was before
}

bool ListOperation::isTouchedBy(const db::ChangeSet& changes) const
{
    return changes.touches(library::kPlaylistTable)
        || changes.touches(library::kPlaylistEntryTable);
}

Result<void> ListOperation::apply(
    db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const
{
    const auto content = contentOf(payload);
    if (!content) {
        return content.error();
    }
    if (*content) {
        return cached::apply(cache, changes, m_aliases, **content);
    }
    const auto listing = listingOf(payload);
    if (!listing) {
        return listing.error();
    }
    const auto known = cached::find(cache, m_aliases, listing->playlist);
    if (!known) {
        return known.error();
    }
    if (known->has_value() == listing->exists) {
        return {};
    }
    if (listing->exists) {
        return insert(cache, changes, *listing, m_aliases);
    }
    changes.addRemoved(library::kPlaylistTable, (*known)->value);
    changes.addMany(library::kPlaylistEntryTable);
    return cache.prepare("DELETE FROM playlist WHERE id = ?").bind(**known).run();
}

Future<void> ListOperation::send(
    plex::Server& server, const QJsonObject& payload, const change::Sending& sending) const
{
    const auto listing = listingOf(payload);
    if (!listing) {
        return async::ready<void>(listing.error());
    }
    if (listing->exists) {
        return (
            new ListSender(server, *listing, m_aliases, makingNoteOf(payload), sending, &server))
            ->run();
    }
    return server.deletePlaylist(
        { m_aliases.keyOf(kPlaylistTarget, listing->playlist) }, sending.stop);
}

Future<QList<Observed>> ListOperation::readBack(
    plex::Server& server, const QList<QJsonObject>& payloads, std::stop_token stop) const
{
    const auto looking
        = std::make_shared<Looking>(Looking { server, m_aliases, payloads, std::move(stop) });
    auto found = looking->promise.future();
    lookNext(looking);
    return found;
}

} // namespace playlist

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/editoperation.h"

#include "core/db/changeset.h"
#include "core/library/tables.h"
#include "core/playlist/cached.h"
#include "core/playlist/editsender_p.h"
#include "core/playlist/judge_p.h"
#include "core/playlist/rowreader_p.h"

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

void lookNext(const std::shared_ptr<Looking>& looking)
{
    if (looking->found.size() == looking->payloads.size()) {
        looking->promise.finish(looking->found);
        return;
    }
    const QJsonObject& payload = looking->payloads.at(looking->found.size());
    auto edit = editOf(payload);
    auto note = noteOf(payload);
    if (!edit || !note) {
        looking->promise.finish(edit ? note.error() : edit.error());
        return;
    }
    const types::RatingKey key { looking->aliases.keyOf(kPlaylistTarget, edit->playlist) };
    const auto read = (new RowReader(looking->server, key, looking->stop, &looking->server))->run();
    async::deliver(read, &looking->server,
        [looking, edit = *std::move(edit), note = *std::move(note)](
            const Result<RowReader::Rows>& rows) {
            if (!rows && rows.error().code == util::Error::Code::NotFound) {
                looking->found.append({ Found::Gone, unreadPayload(edit.playlist), {}, {}, {} });
                lookNext(looking);
                return;
            }
            if (!rows) {
                looking->promise.finish(rows.error());
                return;
            }
            looking->found.append(judge(edit, note, looking->aliases, *rows));
            lookNext(looking);
        });
}

} // namespace

QString EditOperation::name()
{
    return u"playlist.edit"_s;
}

QString EditOperation::target(const QJsonObject& payload) const
{
    return kPlaylistTarget + payload.value("playlist"_L1).toString();
}

QJsonObject EditOperation::inverse(const QJsonObject& payload) const
{
    QJsonObject back = payload;
    back.insert("before"_L1, payload.value("after"_L1));
    back.insert("after"_L1, payload.value("before"_L1));
    back.remove(change::kNote);
    return back;
}

QJsonObject EditOperation::madeFrom(const QJsonObject& first, const QJsonObject& payload) const
{
    QJsonObject asked = payload;
    asked.insert("before"_L1, first.value("before"_L1));
    auto former = factsOf(first.value("rows"_L1).toString());
    const auto rows = factsOf(payload.value("rows"_L1).toString());
    if (former && rows) {
        former->insert(*rows);
        asked.insert("rows"_L1, packedFacts(*former));
    }
    return asked;
}

bool EditOperation::isTouchedBy(const db::ChangeSet& changes) const
{
    return changes.touches(library::kPlaylistTable)
        || changes.touches(library::kPlaylistEntryTable);
}

Result<void> EditOperation::apply(
    db::Connection& cache, db::ChangeSet& changes, const QJsonObject& payload) const
{
    if (const QString unread = unreadIn(payload); !unread.isEmpty()) {
        return cached::forget(cache, m_aliases, unread);
    }
    const auto content = contentOf(payload);
    if (!content) {
        return content.error();
    }
    if (*content) {
        return cached::apply(cache, changes, m_aliases, **content);
    }
    const auto edit = editOf(payload);
    return edit ? cached::apply(cache, changes, m_aliases, *edit) : Result<void>(edit.error());
}

Future<void> EditOperation::send(
    plex::Server& server, const QJsonObject& payload, const change::Sending& sending) const
{
    auto edit = editOf(payload);
    auto note = noteOf(payload);
    if (!edit || !note) {
        return async::ready<void>(edit ? note.error() : edit.error());
    }
    const types::RatingKey key { m_aliases.keyOf(kPlaylistTarget, edit->playlist) };
    return (new EditSender(
                server, key, *std::move(edit), m_aliases, *std::move(note), sending, &server))
        ->run();
}

Future<QList<Observed>> EditOperation::readBack(
    plex::Server& server, const QList<QJsonObject>& payloads, std::stop_token stop) const
{
    const auto looking
        = std::make_shared<Looking>(Looking { server, m_aliases, payloads, std::move(stop) });
    auto found = looking->promise.future();
    lookNext(looking);
    return found;
}

} // namespace playlist

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/playlists.h"

#include "core/playlist/describeoperation.h"
#include "core/playlist/editoperation.h"
#include "core/playlist/listing.h"
#include "core/playlist/listoperation.h"

#include <QRandomGenerator>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace playlist {

namespace {

using drafts::Shown;

Error noTitle()
{
    return { Error::Code::InvalidInput, Playlists::tr("A playlist needs a title."), {}, 0, {} };
}

Error notThere()
{
    return { Error::Code::NotFound, Playlists::tr("These tracks are not in the playlist any more."),
        {}, 0, {} };
}

Error notInLibrary()
{
    return { Error::Code::NotFound, Playlists::tr("The library has no such track."), {}, 0, {} };
}

/// Names for new rows, with their facts.
Tokens named(const QList<library::EntryRow>& rows, Facts& facts)
{
    Tokens tokens = newTokens(rows.size());
    for (size_t i = 0; i < tokens.size(); ++i) {
        facts.insert(tokens[i], rows.at(static_cast<qsizetype>(i)));
    }
    return tokens;
}

/// The title of the only track that differs; empty if there are more.
QString onlyTitle(const Edit& edit)
{
    return edit.rows.size() == 1 ? edit.rows.constBegin()->title : QString();
}

int countOf(qsizetype rows)
{
    return static_cast<int>(rows);
}

/// One row up or down, for each group of neighbours.
Tokens stepped(Tokens rows, const Tokens& moved, bool isUp)
{
    const QSet<Token> isMoved(moved.begin(), moved.end());
    if (!isUp) {
        std::ranges::reverse(rows);
    }
    for (size_t i = 1; i < rows.size(); ++i) {
        if (isMoved.contains(rows[i]) && !isMoved.contains(rows[i - 1])) {
            std::swap(rows[i], rows[i - 1]);
        }
    }
    if (!isUp) {
        std::ranges::reverse(rows);
    }
    return rows;
}

/// What a playlist is to hold, with the rows that it has of that already.
Tokens reusing(const Shown& shown, const QList<library::EntryRow>& rows, Facts& facts)
{
    QHash<QString, QList<Token>> held;
    for (auto entry = shown.entries.rbegin(); entry != shown.entries.rend(); ++entry) {
        held[entry->ratingKey].append(entry->playlistItemId);
    }
    const Tokens fresh = newTokens(rows.size());
    Tokens tokens;
    for (size_t i = 0; i < fresh.size(); ++i) {
        const library::EntryRow& row = rows.at(static_cast<qsizetype>(i));
        const auto known = held.find(row.ratingKey);
        if (known != held.end() && !known->isEmpty()) {
            tokens.push_back(known->takeLast());
        } else {
            tokens.push_back(fresh[i]);
            facts.insert(fresh[i], row);
        }
    }
    return tokens;
}

/// A failed step for each key that was asked for and is not in the library, so that it is told.
Result<void> addUnknown(db::Connection& cache, const Source& asked, const Edit& edit,
    const QString& target, change::NewChange& change)
{
    const auto unknown = drafts::unknownKeys(cache, asked);
    if (!unknown) {
        return unknown.error();
    }
    for (const QString& key : *unknown) {
        const Token token = newTokens(1).front();
        Edit one { edit.server, edit.playlist, edit.after, edit.after, {} };
        one.after.push_back(token);
        one.rows.insert(token, { std::nullopt, key, {}, {}, {}, {}, {}, 0 });
        change.kind == EditOperation::name()
            ? change.parts.append({ target, payloadOf(one), notInLibrary() })
            : change.parts.append({ target,
                payloadOf(Listing { edit.server, edit.playlist, true, {}, {},
                    types::Playlist::Kind::Audio, { token }, one.rows }),
                notInLibrary() });
    }
    return {};
}

change::NewChange changeOf(
    const change::Operation& operation, const QString& label, const QJsonObject& payload)
{
    return { operation.kind(), label, { { operation.target(payload), payload, {} } },
        change::Role::Do, {}, false };
}

} // namespace

Playlists::Playlists(change::Changes& changes, library::Library& library, QObject* parent)
    : QObject(parent)
    , m_changes(changes)
    , m_library(library)
{
}

Future<types::ChangeId> Playlists::enqueue(const library::CacheKey& from, Draft draft)
{
    const bool isIdle = m_waiting.empty();
    m_waiting.push_back({ from, std::move(draft), {} });
    auto future = m_waiting.back().promise.future();
    if (isIdle) {
        runNext();
    }
    return future;
}

void Playlists::runNext()
{
    const Waiting& first = m_waiting.front();
    const auto drafted = async::andThen(m_library.readFrom(first.from, first.draft), this,
        [this, from = first.from](change::NewChange change) -> Future<types::ChangeId> {
            const change::Owner owner { from.server, from.user };
            if (m_changes.owner() != owner) {
                return async::ready<types::ChangeId>(Error::cancelled());
            }
            return m_changes.submit(std::move(change));
        });
    async::deliver(drafted, this,
        [this](const Result<types::ChangeId>& submitted) { finishFirst(submitted); });
}

void Playlists::finishFirst(Result<types::ChangeId> result)
{
    const auto promise = m_waiting.front().promise;
    m_waiting.pop_front();
    promise.finish(std::move(result));
    if (!m_waiting.empty()) {
        runNext();
    }
}

Future<types::ChangeId> Playlists::edit(const library::CacheKey& from, types::PlaylistId playlist,
    Rows rows, Label label, const Source& asked)
{
    return enqueue(from,
        [server = from.server.value, playlist, rows = std::move(rows), label = std::move(label),
            asked, aliases = m_changes.aliases()](
            db::Connection& cache, std::stop_token stop) -> Result<change::NewChange> {
            const auto shown = drafts::read(cache, playlist, false);
            if (!shown) {
                return shown.error();
            }
            Facts added;
            const auto after = rows(cache, *shown, added, std::move(stop));
            if (!after) {
                return after.error();
            }
            auto edit = drafts::editTo(cache, *shown, *after, added);
            if (!edit) {
                return std::move(edit).error();
            }
            edit->server = server;
            auto change = changeOf(EditOperation(aliases), label(*shown, *edit), payloadOf(*edit));
            const auto told
                = addUnknown(cache, asked, *edit, change.parts.constFirst().target, change);
            return told ? Result<change::NewChange>(change)
                        : Result<change::NewChange>(told.error());
        });
}

Future<types::ChangeId> Playlists::insert(const library::CacheKey& from, types::PlaylistId playlist,
    const Source& source, types::EntryId before)
{
    return edit(
        from, playlist,
        [source, before](db::Connection& cache, const Shown& shown, Facts& added,
            std::stop_token stop) -> Result<Tokens> {
            const auto rows = drafts::rowsOf(cache, source, std::move(stop));
            if (!rows) {
                return rows.error();
            }
            const Tokens tokens = named(*rows, added);
            Tokens after = drafts::tokensOf(shown);
            const auto place = static_cast<std::ptrdiff_t>(drafts::placeOf(shown, before));
            after.insert(after.begin() + place, tokens.begin(), tokens.end());
            return after;
        },
        [](const Shown& shown, const Edit& edit) {
            const qsizetype count = std::ssize(edit.after) - std::ssize(edit.before);
            const QString title = count == 1 ? onlyTitle(edit) : QString();
            return title.isEmpty()
                ? tr("Add %Ln track(s) to “%1”", nullptr, countOf(count)).arg(shown.title)
                : tr("Add “%1” to “%2”").arg(title, shown.title);
        },
        source);
}

Future<types::ChangeId> Playlists::move(const library::CacheKey& from, types::PlaylistId playlist,
    const QList<types::EntryId>& entries, types::EntryId before)
{
    return edit(
        from, playlist,
        [entries, before](
            db::Connection&, const Shown& shown, Facts&, std::stop_token) -> Result<Tokens> {
            const Tokens moved = drafts::tokensOf(shown, entries);
            if (moved.empty()) {
                return notThere();
            }
            return drafts::moved(drafts::tokensOf(shown), moved, drafts::placeOf(shown, before));
        },
        [count = entries.size()](const Shown& shown, const Edit&) {
            return tr("Move %Ln track(s) in “%1”", nullptr, countOf(count)).arg(shown.title);
        });
}

Future<types::ChangeId> Playlists::remove(
    const library::CacheKey& from, types::PlaylistId playlist, const QList<types::EntryId>& entries)
{
    return edit(
        from, playlist,
        [entries](db::Connection&, const Shown& shown, Facts&, std::stop_token) -> Result<Tokens> {
            const Tokens removed = drafts::tokensOf(shown, entries);
            if (removed.empty()) {
                return notThere();
            }
            return drafts::moved(drafts::tokensOf(shown), removed, shown.entries.size() + 1);
        },
        [](const Shown& shown, const Edit& edit) {
            const qsizetype count = std::ssize(edit.before) - std::ssize(edit.after);
            const QString title = count == 1 ? onlyTitle(edit) : QString();
            return title.isEmpty()
                ? tr("Remove %Ln track(s) from “%1”", nullptr, countOf(count)).arg(shown.title)
                : tr("Remove “%1” from “%2”").arg(title, shown.title);
        });
}

Future<types::ChangeId> Playlists::step(const library::CacheKey& from, types::PlaylistId playlist,
    const QList<types::EntryId>& entries, bool isUp)
{
    return edit(
        from, playlist,
        [entries, isUp](
            db::Connection&, const Shown& shown, Facts&, std::stop_token) -> Result<Tokens> {
            const Tokens moved = drafts::tokensOf(shown, entries);
            if (moved.empty()) {
                return notThere();
            }
            return stepped(drafts::tokensOf(shown), moved, isUp);
        },
        [count = entries.size()](const Shown& shown, const Edit&) {
            return tr("Move %Ln track(s) in “%1”", nullptr, countOf(count)).arg(shown.title);
        });
}

Future<types::ChangeId> Playlists::saveOrder(
    const library::CacheKey& from, types::PlaylistId playlist, const std::vector<qint64>& entries)
{
    return edit(
        from, playlist,
        [entries](db::Connection&, const Shown& shown, Facts&, std::stop_token) -> Result<Tokens> {
            QHash<qint64, Token> tokenOf;
            tokenOf.reserve(std::ssize(shown.entries));
            for (const library::StoredEntry& entry : shown.entries) {
                tokenOf.insert(entry.id, entry.playlistItemId);
            }
            Tokens after;
            for (const qint64 entry : entries) {
                if (const auto token = tokenOf.constFind(entry); token != tokenOf.constEnd()) {
                    after.push_back(*token);
                    tokenOf.erase(token);
                }
            }
            for (const library::StoredEntry& entry : shown.entries) {
                if (tokenOf.contains(entry.id)) {
                    after.push_back(entry.playlistItemId);
                }
            }
            return after;
        },
        [](const Shown& shown, const Edit&) {
            return tr("Save the order of “%1”").arg(shown.title);
        });
}

Future<types::ChangeId> Playlists::reorder(
    const library::CacheKey& from, types::PlaylistId playlist, Reorder how)
{
    return edit(
        from, playlist,
        [how](db::Connection&, const Shown& shown, Facts&, std::stop_token) -> Result<Tokens> {
            Tokens after = drafts::tokensOf(shown);
            if (how == Reorder::Reverse) {
                std::ranges::reverse(after);
            } else {
                std::ranges::shuffle(after, *QRandomGenerator::system());
            }
            return after;
        },
        [how](const Shown& shown, const Edit&) {
            return how == Reorder::Reverse ? tr("Reverse “%1”").arg(shown.title)
                                           : tr("Shuffle “%1”").arg(shown.title);
        });
}

Future<types::ChangeId> Playlists::removeDuplicates(
    const library::CacheKey& from, types::PlaylistId playlist)
{
    return edit(
        from, playlist,
        [](db::Connection&, const Shown& shown, Facts&, std::stop_token) -> Result<Tokens> {
            QSet<QString> seen;
            Tokens after;
            for (const library::StoredEntry& entry : shown.entries) {
                if (!seen.contains(entry.ratingKey)) {
                    seen.insert(entry.ratingKey);
                    after.push_back(entry.playlistItemId);
                }
            }
            return after;
        },
        [](const Shown& shown, const Edit& edit) {
            const qsizetype count = std::ssize(edit.before) - std::ssize(edit.after);
            return tr("Remove %Ln duplicate(s) from “%1”", nullptr, countOf(count))
                .arg(shown.title);
        });
}

Future<types::ChangeId> Playlists::replace(
    const library::CacheKey& from, types::PlaylistId playlist, const Source& source)
{
    return edit(
        from, playlist,
        [source](db::Connection& cache, const Shown& shown, Facts& added,
            std::stop_token stop) -> Result<Tokens> {
            const auto rows = drafts::rowsOf(cache, source, std::move(stop));
            return rows ? Result<Tokens>(reusing(shown, *rows, added))
                        : Result<Tokens>(rows.error());
        },
        [](const Shown& shown, const Edit& edit) {
            return tr(
                "Replace what “%1” holds by %Ln track(s)", nullptr, countOf(std::ssize(edit.after)))
                .arg(shown.title);
        });
}

Future<types::ChangeId> Playlists::make(const library::CacheKey& from, const QString& title,
    const QString& summary, Content content, const Source& asked)
{
    const QString name = title.trimmed();
    if (name.isEmpty()) {
        return async::ready<types::ChangeId>(noTitle());
    }
    return enqueue(from,
        [server = from.server.value, name, summary, content = std::move(content), asked,
            aliases = m_changes.aliases()](
            db::Connection& cache, std::stop_token stop) -> Result<change::NewChange> {
            const auto rows = content(cache, std::move(stop));
            if (!rows) {
                return rows.error();
            }
            Listing listing { server, newName(), true, name, summary, types::Playlist::Kind::Audio,
                {}, {} };
            listing.order = named(*rows, listing.rows);
            const QString label = rows->isEmpty()
                ? tr("Make the playlist “%1”").arg(name)
                : tr("Make the playlist “%1” with %Ln track(s)", nullptr, countOf(rows->size()))
                      .arg(name);
            auto change = changeOf(ListOperation(aliases), label, payloadOf(listing));
            const auto told = addUnknown(
                cache, asked, fillingOf(listing), change.parts.constFirst().target, change);
            return told ? Result<change::NewChange>(change)
                        : Result<change::NewChange>(told.error());
        });
}

Future<types::ChangeId> Playlists::create(const library::CacheKey& from, const QString& title,
    const QString& summary, const Source& source)
{
    return make(
        from, title, summary,
        [source](db::Connection& cache, std::stop_token stop) {
            return drafts::rowsOf(cache, source, std::move(stop));
        },
        source);
}

Future<types::ChangeId> Playlists::combine(const library::CacheKey& from, const QString& title,
    const QList<types::PlaylistId>& playlists, drafts::Combine how)
{
    return make(from, title, {}, [playlists, how](db::Connection& cache, std::stop_token) {
        return drafts::combined(cache, playlists, how);
    });
}

Future<types::ChangeId> Playlists::describe(const library::CacheKey& from,
    types::PlaylistId playlist, const QString& title, const QString& summary)
{
    const Description to { title.trimmed(), summary };
    if (to.title.isEmpty()) {
        return async::ready<types::ChangeId>(noTitle());
    }
    return enqueue(from,
        [playlist, to, aliases = m_changes.aliases()](
            db::Connection& cache, std::stop_token) -> Result<change::NewChange> {
            const auto shown = drafts::read(cache, playlist, false, true);
            if (!shown) {
                return shown.error();
            }
            const Description before { shown->title, shown->summary };
            if (before == to) {
                return Error { Error::Code::Conflict, tr("The playlist is called that already."),
                    {}, 0, {} };
            }
            const QString label = before.title == to.title
                ? tr("Describe “%1”").arg(to.title)
                : tr("Rename “%1” to “%2”").arg(before.title, to.title);
            return changeOf(DescribeOperation(aliases), label,
                DescribeOperation::payload(shown->key, before, to));
        });
}

Future<types::ChangeId> Playlists::deletePlaylist(
    const library::CacheKey& from, types::PlaylistId playlist)
{
    return enqueue(from,
        [server = from.server.value, playlist, aliases = m_changes.aliases()](
            db::Connection& cache, std::stop_token) -> Result<change::NewChange> {
            const auto shown = drafts::read(cache, playlist, true);
            if (!shown) {
                return shown.error();
            }
            Listing listing { server, shown->key, false, shown->title, shown->summary, shown->kind,
                drafts::tokensOf(*shown), {} };
            for (size_t i = 0; i < shown->entries.size() && i < shown->facts.size(); ++i) {
                listing.rows.insert(shown->entries[i].playlistItemId, shown->facts[i]);
            }
            return changeOf(ListOperation(aliases),
                tr("Delete the playlist “%1”").arg(shown->title), payloadOf(listing));
        });
}

} // namespace playlist

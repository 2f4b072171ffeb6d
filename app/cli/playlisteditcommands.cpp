// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/json.h"
#include "app/cli/outcome.h"
#include "app/cli/playlists.h"
#include "app/cli/text.h"
#include "app/services/services.h"
#include "app/services/session.h"

#include <QSet>

using namespace Qt::StringLiterals;
namespace async = util::async;
using util::Error;
using util::Future;
using util::Result;

namespace cli {

namespace {

using Change = Future<types::ChangeId>;

/// A playlist with its rows, as its commands need it.
struct Listed
{
    types::PlaylistRow playlist {};
    QList<types::PlaylistEntryRow> entries {};
};

/// Opens everything, finds the playlist that the first operand names and reads its rows.
Future<Listed> openPlaylist(const Context& context, const QString& id)
{
    const auto found = async::andThen(context.session.openForWriting(), &context.owner,
        [context, id] { return findPlaylist(context, id); });
    return async::andThen(found, &context.owner, [context](const types::PlaylistRow& playlist) {
        return async::andThen(context.services.library.playlistSpine(playlist.id), &context.owner,
            [context](const library::PlaylistSpine& spine) {
                const QList<qint64> ids(spine.entries.begin(), spine.entries.end());
                return async::andThen(context.services.library.playlistEntries(ids), &context.owner,
                    [playlist = spine.playlist](const QList<types::PlaylistEntryRow>& entries) {
                        return Listed { playlist, entries };
                    });
            });
    });
}

/// Does @p edit with the playlist that the first operand names.
template <class F>
Future<Reply> editing(const Context& context, F edit)
{
    const auto submitted = async::andThen(
        openPlaylist(context, context.operands.value(0)), &context.owner, std::move(edit));
    return whenSettled(context, submitted, 0, true);
}

/// The entries with these item ids. Errors: NotFound, naming the first that is not there.
Result<QList<types::EntryId>> entriesOf(const Listed& listed, const QStringList& itemIds)
{
    QList<types::EntryId> entries;
    for (const QString& word : itemIds) {
        const auto found
            = std::ranges::find_if(listed.entries, [&word](const types::PlaylistEntryRow& row) {
                  return row.playlistItemId && QString::number(*row.playlistItemId) == word;
              });
        if (found == listed.entries.end()) {
            return Error { Error::Code::NotFound,
                Text::tr("“%1” has no entry with the item id %2. The command show lists them.")
                    .arg(listed.playlist.title, word),
                {}, 0, {} };
        }
        entries.append(found->id);
    }
    return entries;
}

QList<types::RatingKey> keysOf(const QStringList& words)
{
    QList<types::RatingKey> keys;
    for (const QString& word : words) {
        for (const QString& part : word.split(u',', Qt::SkipEmptyParts)) {
            keys.append({ ratingKeyFrom(part) });
        }
    }
    return keys;
}

/// "artist,-year": what a list is sorted by.
Result<QList<library::SortKey>> sortKeysOf(const QString& text)
{
    using Sort = library::TrackSort;
    static const QHash<QString, Sort> names { { u"title"_s, Sort::Title },
        { u"artist"_s, Sort::Artist }, { u"album"_s, Sort::Album }, { u"year"_s, Sort::Year },
        { u"duration"_s, Sort::Duration }, { u"rating"_s, Sort::Rating },
        { u"plays"_s, Sort::Plays }, { u"added"_s, Sort::Added }, { u"played"_s, Sort::LastPlayed },
        { u"bitrate"_s, Sort::Bitrate } };
    QList<library::SortKey> keys;
    for (const QString& word : text.split(u',', Qt::SkipEmptyParts)) {
        const bool isDescending = word.startsWith(u'-');
        const auto sort = names.constFind(word.mid(isDescending ? 1 : 0));
        if (sort == names.constEnd()) {
            QStringList known = names.keys();
            known.sort();
            return usage(Text::tr("--by does not know “%1”; it knows %2, each with - in front for "
                                  "the other way round.")
                             .arg(word, known.join(u", "_s)));
        }
        keys.append({ *sort, isDescending });
    }
    if (keys.isEmpty() || keys.size() > library::kMostSortKeys) {
        return usage(Text::tr("--by takes one to %1 fields.").arg(library::kMostSortKeys));
    }
    return keys;
}

} // namespace

Future<Reply> runPlaylistsCreate(const Context& context)
{
    const QString title = context.arguments.value(u"title"_s);
    if (title.trimmed().isEmpty()) {
        return async::ready<Reply>(usage(Text::tr("A playlist needs a --title.")));
    }
    playlist::Source source;
    source.keys = keysOf(QStringList { context.arguments.value(u"add"_s) } + context.operands);
    return async::andThen(
        context.session.openForWriting(), &context.owner, [context, title, source] {
            const auto made = context.services.playlists.create(context.services.library.key(),
                title, context.arguments.value(u"summary"_s), source);
            return whenSettled(context, made);
        });
}

Future<Reply> runPlaylistsAdd(const Context& context)
{
    playlist::Source source;
    source.keys = keysOf(context.operands.mid(1));
    if (source.isEmpty()) {
        return async::ready<Reply>(
            usage(Text::tr("Name a playlist by its id, then the rating keys of tracks.")));
    }
    return editing(context, [context, source](const Listed& listed) -> Change {
        QStringList before;
        if (context.arguments.has(u"before"_s)) {
            before.append(context.arguments.value(u"before"_s));
        }
        const auto place = entriesOf(listed, before);
        return place ? context.services.playlists.insert(
                   context.services.library.key(), listed.playlist.id, source, place->value(0))
                     : async::ready<types::ChangeId>(place.error());
    });
}

Future<Reply> runPlaylistsRemove(const Context& context)
{
    if (context.operands.size() < 2) {
        return async::ready<Reply>(
            usage(Text::tr("Name a playlist by its id, then item ids of its entries.")));
    }
    return editing(context, [context](const Listed& listed) -> Change {
        const auto entries = entriesOf(listed, context.operands.mid(1));
        return entries ? context.services.playlists.remove(
                   context.services.library.key(), listed.playlist.id, *entries)
                       : async::ready<types::ChangeId>(entries.error());
    });
}

Future<Reply> runPlaylistsMove(const Context& context)
{
    const bool toTop = context.arguments.has(u"top"_s);
    if (context.operands.size() < 2 || toTop == context.arguments.has(u"after"_s)) {
        return async::ready<Reply>(usage(Text::tr(
            "Name a playlist by its id and item ids of its entries, and either --after an item id "
            "or --top.")));
    }
    return editing(context, [context, toTop](const Listed& listed) -> Change {
        const auto entries = entriesOf(listed, context.operands.mid(1));
        const auto after = entriesOf(
            listed, toTop ? QStringList() : QStringList { context.arguments.value(u"after"_s) });
        if (!entries || !after) {
            return async::ready<types::ChangeId>(entries ? after.error() : entries.error());
        }
        // In front of the first that stays, behind the one that was named.
        const QSet<types::EntryId> moved(entries->begin(), entries->end());
        types::EntryId before;
        bool isBehind = toTop;
        for (const types::PlaylistEntryRow& row : listed.entries) {
            if (isBehind && !moved.contains(row.id)) {
                before = row.id;
                break;
            }
            isBehind = isBehind || row.id == after->value(0);
        }
        return context.services.playlists.move(
            context.services.library.key(), listed.playlist.id, *entries, before);
    });
}

Future<Reply> runPlaylistsRename(const Context& context)
{
    const bool hasText = context.arguments.has(u"title"_s) || context.arguments.has(u"summary"_s);
    if (context.operands.size() != 1 || !hasText) {
        return async::ready<Reply>(
            usage(Text::tr("Name one playlist by its id, and its new --title or --summary.")));
    }
    return editing(context, [context](const Listed& listed) {
        const auto text = [context](const QString& option, const QString& before) {
            return context.arguments.has(option) ? context.arguments.value(option) : before;
        };
        return context.services.playlists.describe(context.services.library.key(),
            listed.playlist.id, text(u"title"_s, listed.playlist.title),
            text(u"summary"_s, listed.playlist.summary));
    });
}

Future<Reply> runPlaylistsDelete(const Context& context)
{
    if (context.operands.size() != 1) {
        return async::ready<Reply>(usage(Text::tr("Name one playlist by its id.")));
    }
    return editing(context, [context](const Listed& listed) {
        return context.services.playlists.deletePlaylist(
            context.services.library.key(), listed.playlist.id);
    });
}

Future<Reply> runPlaylistsDedupe(const Context& context)
{
    if (context.operands.size() != 1) {
        return async::ready<Reply>(usage(Text::tr("Name one playlist by its id.")));
    }
    return editing(context, [context](const Listed& listed) {
        return context.services.playlists.removeDuplicates(
            context.services.library.key(), listed.playlist.id);
    });
}

Future<Reply> runPlaylistsSort(const Context& context)
{
    const auto keys = sortKeysOf(context.arguments.value(u"by"_s));
    if (context.operands.size() != 1 || !keys) {
        return async::ready<Reply>(
            keys ? usage(Text::tr("Name one playlist by its id.")) : keys.error());
    }
    if (!context.arguments.has(u"save"_s)) {
        return async::andThen(openFilledCache(context), &context.owner, [context, keys = *keys] {
            return showPlaylist(context, context.operands.constFirst(), keys);
        });
    }
    return editing(context, [context, keys = *keys](const Listed& listed) {
        return async::andThen(
            context.services.library.sortedPlaylistSpine(listed.playlist.id, keys), &context.owner,
            [context, id = listed.playlist.id](const library::PlaylistSpine& spine) {
                return context.services.playlists.saveOrder(
                    context.services.library.key(), id, spine.entries);
            });
    });
}

Future<Reply> runPlaylistsMerge(const Context& context)
{
    using playlist::drafts::Combine;
    static const QHash<QString, Combine> ways { { u"all"_s, Combine::All },
        { u"union"_s, Combine::Union }, { u"intersection"_s, Combine::Intersection },
        { u"difference"_s, Combine::Difference } };
    const QString title = context.arguments.value(u"title"_s);
    const QString how
        = context.arguments.has(u"how"_s) ? context.arguments.value(u"how"_s) : u"all"_s;
    if (context.operands.size() < 2 || title.trimmed().isEmpty() || !ways.contains(how)) {
        return async::ready<Reply>(usage(
            Text::tr("Name two or more playlists by their ids, the --title of the new one, and if "
                     "you like --how: all, union, intersection or difference.")));
    }
    return async::andThen(
        context.session.openForWriting(), &context.owner, [context, title, way = ways.value(how)] {
            QList<Future<types::PlaylistRow>> found;
            for (const QString& id : context.operands) {
                found.append(findPlaylist(context, id));
            }
            const auto made = async::andThen(async::all(found, &context.owner), &context.owner,
                [context, title, way](const QList<types::PlaylistRow>& rows) {
                    QList<types::PlaylistId> ids;
                    for (const types::PlaylistRow& row : rows) {
                        ids.append(row.id);
                    }
                    return context.services.playlists.combine(
                        context.services.library.key(), title, ids, way);
                });
            return whenSettled(context, made);
        });
}

} // namespace cli

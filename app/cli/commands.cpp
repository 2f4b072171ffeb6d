// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/text.h"
#include "app/services/services.h"
#include "app/services/session.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qsizetype kAny = std::numeric_limits<qsizetype>::max();

const QStringList& commonOptions()
{
    static const QStringList list { u"data-dir"_s, u"server"_s, u"json"_s, u"quiet"_s, u"verbose"_s,
        u"version"_s, u"help"_s };
    return list;
}

} // namespace

const QList<Command>& commands()
{
    static const QList<Command> list {
        { { u"health"_s }, {}, Text::tr("Whether the server answers, and what it can do"),
            runHealth, 0, {} },
        { { u"login"_s }, u"[--no-browser]"_s, Text::tr("Sign in with a Plex account"), runLogin, 0,
            { u"no-browser"_s } },
        { { u"logout"_s }, {},
            Text::tr("Sign out of the account and delete what is kept of its servers"), runLogout,
            0, {} },
        { { u"servers"_s, u"list"_s }, {}, Text::tr("The servers that can be used"), runServersList,
            0, {} },
        { { u"servers"_s, u"use"_s }, u"ID"_s, Text::tr("Make a server the one in use"),
            runServersUse, 1, {} },
        { { u"users"_s, u"list"_s }, {}, Text::tr("The users of the account's Home"), runUsersList,
            0, {} },
        { { u"users"_s, u"switch"_s }, u"ID"_s,
            Text::tr("Go on as another user of the Home; a PIN is read from standard input"),
            runUsersSwitch, 1, {} },
        { { u"sync"_s }, u"[--full] [--section ID]"_s,
            Text::tr("Bring the local library up to date"), runSync, 0,
            { u"full"_s, u"section"_s } },
        { { u"library"_s, u"sections"_s }, {}, Text::tr("The sections of the local library"),
            runLibrarySections, 0, {} },
        { { u"library"_s, u"search"_s }, u"TEXT [--type T] [--limit N]"_s,
            Text::tr("Find artists, albums, tracks, films, shows and playlists; at most N of each"),
            runLibrarySearch, kAny, { u"type"_s, u"limit"_s } },
        { { u"library"_s, u"show"_s }, u"RK"_s, Text::tr("One item by its rating key"),
            runLibraryShow, 1, {} },
        { { u"playlists"_s, u"list"_s }, {}, Text::tr("All playlists"), runPlaylistsList, 0, {} },
        { { u"playlists"_s, u"show"_s }, u"ID"_s, Text::tr("One playlist with its entries"),
            runPlaylistsShow, 1, {} },
        { { u"playlists"_s, u"create"_s }, u"--title T [--summary S] [--add RK] [RK…]"_s,
            Text::tr("Make a playlist"), runPlaylistsCreate, kAny,
            { u"title"_s, u"summary"_s, u"add"_s } },
        { { u"playlists"_s, u"add"_s }, u"ID RK… [--before ITEMID]"_s,
            Text::tr("Add tracks to a playlist"), runPlaylistsAdd, kAny, { u"before"_s } },
        { { u"playlists"_s, u"remove"_s }, u"ID ITEMID…"_s,
            Text::tr("Remove entries, which show lists"), runPlaylistsRemove, kAny, {} },
        { { u"playlists"_s, u"move"_s }, u"ID ITEMID… --after ITEMID | --top"_s,
            Text::tr("Move entries behind another, or to the top"), runPlaylistsMove, kAny,
            { u"after"_s, u"top"_s } },
        { { u"playlists"_s, u"rename"_s }, u"ID --title T [--summary S]"_s,
            Text::tr("Give a playlist another title and description"), runPlaylistsRename, 1,
            { u"title"_s, u"summary"_s } },
        { { u"playlists"_s, u"delete"_s }, u"ID"_s,
            Text::tr("Delete a playlist; undo makes it again"), runPlaylistsDelete, 1, {} },
        { { u"playlists"_s, u"sort"_s }, u"ID --by FIELDS [--save]"_s,
            Text::tr("Show a playlist by artist,-year or the like, and keep that order"),
            runPlaylistsSort, 1, { u"by"_s, u"save"_s } },
        { { u"playlists"_s, u"dedupe"_s }, u"ID"_s,
            Text::tr("Remove tracks that stand further up already"), runPlaylistsDedupe, 1, {} },
        { { u"playlists"_s, u"merge"_s },
            u"ID… --title T [--how all|union|intersection|difference]"_s,
            Text::tr("Make a playlist of several others"), runPlaylistsMerge, kAny,
            { u"title"_s, u"how"_s } },
        { { u"playlists"_s, u"export"_s },
            u"ID [--format F] [--out F] [--paths P] [--map SERVER=HERE]"_s,
            Text::tr("A playlist as m3u8, m3u, pls, xspf, csv or json, with absolute or relative "
                     "paths or the server's"),
            runPlaylistsExport, 1, { u"format"_s, u"out"_s, u"paths"_s, u"map"_s } },
        { { u"playlists"_s, u"import"_s },
            u"FILE… [--title T | --into ID] [--best] [--missing F]"_s,
            Text::tr("Find a playlist file, or music of this computer, in the library and make a "
                     "playlist of it; --best takes what is not sure, too"),
            runPlaylistsImport, kAny, { u"title"_s, u"into"_s, u"best"_s, u"missing"_s } },
        { { u"rate"_s }, u"RK… --stars 0.5…5 | --clear"_s, Text::tr("Rate items"), runRate, kAny,
            { u"stars"_s, u"clear"_s } },
        { { u"ratings"_s, u"top"_s }, u"[--limit N]"_s, Text::tr("The best rated tracks"),
            runRatingsTop, 0, { u"limit"_s } },
        { { u"history"_s, u"list"_s }, u"[--limit N]"_s, Text::tr("What was changed, latest first"),
            runHistoryList, 0, { u"limit"_s } },
        { { u"undo"_s }, u"[CHANGE]"_s, Text::tr("Take back the latest change, or the one given"),
            runUndo, 1, {} },
        { { u"redo"_s }, {}, Text::tr("Do again what was taken back last"), runRedo, 0, {} },
        { { u"pending"_s }, {}, Text::tr("Changes that wait for the server"), runPending, 0, {} },
        { { u"cache"_s, u"stats"_s }, {}, Text::tr("What the caches hold"), runCacheStats, 0, {} },
        { { u"cache"_s, u"flush"_s }, u"[--bucket B]"_s, Text::tr("Empty the caches"),
            runCacheFlush, 0, { u"bucket"_s } },
    };
    return list;
}

const Command* findCommand(const QStringList& words)
{
    const Command* best = nullptr;
    for (const Command& command : commands()) {
        const bool matches = words.mid(0, command.words.size()) == command.words;
        if (matches && (!best || best->words.size() < command.words.size())) {
            best = &command;
        }
    }
    return best;
}

util::Result<void> checkArguments(const Command& command, const Arguments& arguments)
{
    const QStringList operands = arguments.words.mid(command.words.size());
    const QString name = command.words.join(u' ');
    if (operands.size() > command.mostOperands) {
        return usage(Text::tr("%1 does not know what to do with \"%2\".")
                         .arg(name, operands.at(command.mostOperands)));
    }
    for (const QString& option : arguments.options.keys()) {
        if (!commonOptions().contains(option) && !command.options.contains(option)) {
            return usage(Text::tr("%1 has no option --%2.").arg(name, option));
        }
    }
    return {};
}

QString helpText()
{
    QList<QStringList> rows;
    for (const Command& command : commands()) {
        rows.append(
            { u"  "_s + command.words.join(u' ') + u' ' + command.synopsis, command.summary });
    }
    rows.append(
        { u"  demo serve [--port P] [--tracks N] [--seed S] [--music DIR] [--pregenerate]"_s,
            Text::tr("Run the embedded server alone") });
    return Text::tr("Usage: plexm8-cli [options] COMMAND …") + u"\n\n"_s
        + table({ Text::tr("Commands:"), {} }, rows) + u'\n'
        + Text::tr(
            "Options: --data-dir DIR, --server URL, --json, --quiet, --verbose, --version, "
            "--help\n"
            "The token comes from the token store or from PLEXM8_TOKEN, never from an argument.\n"
            "Exit codes: 0 done, 1 failed, 2 usage, 3 partly done, 4 not signed in or refused, "
            "5 offline.")
        + u'\n';
}

util::Future<void> openFilledCache(const Context& context)
{
    namespace async = util::async;
    return async::andThen(context.session.openCache(), &context.owner, [context] {
        return async::andThen(
            context.services.library.counts(), &context.owner, [](const library::Counts& counts) {
                return counts.syncedAt > 0
                    ? async::ready<void>({})
                    : async::ready<void>(util::Error { util::Error::Code::Conflict,
                        Text::tr("This library was not read from the server yet. Run sync first."),
                        {}, 0, {} });
            });
    });
}

} // namespace cli

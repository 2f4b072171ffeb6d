// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/cli/text.h"

using namespace Qt::StringLiterals;

namespace cli {

const QList<Command>& commands()
{
    static const QList<Command> list {
        { { u"health"_s }, {}, Text::tr("Whether the server answers, and what it can do"),
            runHealth },
        { { u"sync"_s }, u"[--full] [--section ID]"_s,
            Text::tr("Bring the local library up to date"), runSync },
        { { u"library"_s, u"sections"_s }, {}, Text::tr("The sections of the local library"),
            runLibrarySections },
        { { u"library"_s, u"search"_s }, u"TEXT [--type T] [--limit N]"_s,
            Text::tr("Find artists, albums, tracks, films, shows and playlists"),
            runLibrarySearch },
        { { u"library"_s, u"show"_s }, u"RK"_s, Text::tr("One item by its rating key"),
            runLibraryShow },
        { { u"playlists"_s, u"list"_s }, {}, Text::tr("All playlists"), runPlaylistsList },
        { { u"playlists"_s, u"show"_s }, u"ID"_s, Text::tr("One playlist with its entries"),
            runPlaylistsShow },
        { { u"rate"_s }, u"RK… --stars 0.5…5 | --clear"_s, Text::tr("Rate items"), runRate },
        { { u"ratings"_s, u"top"_s }, u"[--limit N]"_s, Text::tr("The best rated tracks"),
            runRatingsTop },
        { { u"history"_s, u"list"_s }, u"[--limit N]"_s, Text::tr("What was changed, latest first"),
            runHistoryList },
        { { u"undo"_s }, u"[CHANGE]"_s, Text::tr("Take back the latest change, or the one given"),
            runUndo },
        { { u"redo"_s }, {}, Text::tr("Do again what was taken back last"), runRedo },
        { { u"pending"_s }, {}, Text::tr("Changes that wait for the server"), runPending },
        { { u"cache"_s, u"stats"_s }, {}, Text::tr("What the caches hold"), runCacheStats },
        { { u"cache"_s, u"flush"_s }, u"[--bucket B]"_s, Text::tr("Empty the caches"),
            runCacheFlush },
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

} // namespace cli

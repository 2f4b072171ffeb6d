// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/reply.h"
#include "core/util/async.h"

namespace app {
struct Services;
class Session;
} // namespace app

namespace cli {

/// What a command works with. Everything outlives the command.
struct Context
{
    app::Services& services;
    app::Session& session;
    const Arguments& arguments;
    QObject& owner; ///< context of continuations
    /// The words after the command's own.
    QStringList operands {};
};

/// One command: its words, what it takes, what it does.
struct Command
{
    QStringList words {};
    QString synopsis {}; ///< operands and options, for --help
    QString summary {};
    util::Future<Reply> (*run)(const Context&) = nullptr;
    qsizetype mostOperands = 0; ///< words after its own; more are refused, never overlooked
    QStringList options {}; ///< its own, without the common ones
};

/// All commands but "demo serve", which needs no services.
[[nodiscard]] const QList<Command>& commands();

/// The command that @p words begin with, the longest match; nullptr if there is none.
[[nodiscard]] const Command* findCommand(const QStringList& words);

/// Refuses what the command does not know: an option that did nothing would be a wrong promise.
[[nodiscard]] util::Result<void> checkArguments(const Command& command, const Arguments& arguments);

[[nodiscard]] QString helpText();

/// Opens the cache for a command that only reads it. A cache that was never filled is an error,
/// because nothing found in it would say nothing about the library.
/// Errors: Conflict, and those of app::Session::openCache.
[[nodiscard]] util::Future<void> openFilledCache(const Context& context);

// Grouped by file: accountcommands.cpp
util::Future<Reply> runLogin(const Context& context);
util::Future<Reply> runLogout(const Context& context);
util::Future<Reply> runServersList(const Context& context);
util::Future<Reply> runServersUse(const Context& context);
util::Future<Reply> runUsersList(const Context& context);
util::Future<Reply> runUsersSwitch(const Context& context);
// librarycommands.cpp
util::Future<Reply> runHealth(const Context& context);
util::Future<Reply> runSync(const Context& context);
util::Future<Reply> runLibrarySections(const Context& context);
util::Future<Reply> runLibrarySearch(const Context& context);
util::Future<Reply> runLibraryShow(const Context& context);
util::Future<Reply> runCacheStats(const Context& context);
util::Future<Reply> runCacheFlush(const Context& context);
// playlistscommands.cpp
util::Future<Reply> runPlaylistsList(const Context& context);
util::Future<Reply> runPlaylistsShow(const Context& context);
// playlisteditcommands.cpp
util::Future<Reply> runPlaylistsCreate(const Context& context);
util::Future<Reply> runPlaylistsAdd(const Context& context);
util::Future<Reply> runPlaylistsRemove(const Context& context);
util::Future<Reply> runPlaylistsMove(const Context& context);
util::Future<Reply> runPlaylistsRename(const Context& context);
util::Future<Reply> runPlaylistsDelete(const Context& context);
util::Future<Reply> runPlaylistsSort(const Context& context);
util::Future<Reply> runPlaylistsDedupe(const Context& context);
util::Future<Reply> runPlaylistsMerge(const Context& context);
// exportcommand.cpp
util::Future<Reply> runPlaylistsExport(const Context& context);
// importcommand.cpp
util::Future<Reply> runPlaylistsImport(const Context& context);
// changescommands.cpp
util::Future<Reply> runRate(const Context& context);
util::Future<Reply> runRatingsTop(const Context& context);
util::Future<Reply> runHistoryList(const Context& context);
util::Future<Reply> runUndo(const Context& context);
util::Future<Reply> runRedo(const Context& context);
util::Future<Reply> runPending(const Context& context);

} // namespace cli

// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/playlist/judge_p.h"

#include <algorithm>

using change::Found;
using change::Observed;

namespace playlist {

namespace {

std::vector<HeldRow> heldRows(const std::vector<types::PlaylistKey>& rows)
{
    std::vector<HeldRow> held;
    held.reserve(rows.size());
    for (const types::PlaylistKey& row : rows) {
        held.push_back({ row.playlistItemId, row.ratingKey.value });
    }
    return held;
}

/// The rows of the edit that the server holds, without those of somebody else.
Tokens doneOf(const Edit& edit, const Overlay& overlay, const change::NumberAliases& aliases)
{
    QSet<Token> isOurs;
    for (const Tokens* rows : { &edit.before, &edit.after }) {
        for (const Token row : *rows) {
            const Token name = aliases.of(row);
            isOurs.insert(overlay.names.value(name, name));
        }
    }
    Tokens done;
    std::ranges::copy_if(overlay.held, std::back_inserter(done),
        [&isOurs](Token row) { return isOurs.contains(row); });
    return done;
}

} // namespace

Observed judge(const Edit& edit, const std::optional<Note>& note, const change::Aliases& names,
    const std::vector<types::PlaylistKey>& rows)
{
    const auto aliases = names.numbers(kEntryAlias);
    const Recognition recognition
        = note ? Recognition { note->mark, note->wanted, note->keys } : Recognition {};
    const Overlay overlay = lay(edit, aliases, heldRows(rows), recognition);
    Observed observed;
    const QString key = names.keyOf(kPlaylistTarget, edit.playlist);
    observed.asPayload
        = payloadOf(Content { edit.server, key, edit.playlist, rows, overlay.names });
    for (auto name = overlay.names.constBegin(); name != overlay.names.constEnd(); ++name) {
        observed.aliases.append(
            { kEntryAlias + QString::number(name.key()), QString::number(*name) });
    }
    if (overlay.isDone()) {
        observed.found = Found::After;
        return observed;
    }
    observed.found = overlay.disputed.empty() ? Found::Before : Found::Other;
    Edit held = edit;
    held.after = doneOf(edit, overlay, aliases);
    Tokens before = edit.before;
    for (Token& row : before) {
        row = aliases.of(row);
    }
    if (held.after != before) {
        Edit rest = edit;
        rest.before = held.after;
        observed.held = payloadOf(held);
        observed.rest = payloadOf(rest);
    }
    return observed;
}

} // namespace playlist

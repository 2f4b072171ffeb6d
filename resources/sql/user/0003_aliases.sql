-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a server calls the things that changes are about, where that is not what the journal calls them.

-- A change names what it makes before the server gives it a key, and what was deleted and made
-- again has another key than before: each row leads one step on, from a former name to a newer one.
CREATE TABLE alias (
    server_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind INTEGER NOT NULL, -- 0 playlist, 1 entry of a playlist
    name TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (server_id, user_id, kind, name)
) WITHOUT ROWID;

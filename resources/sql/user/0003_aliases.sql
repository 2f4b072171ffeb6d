-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a server calls the things that changes are about, and how far a step has come.

-- A change names what it makes before the server gives it a key, and what was deleted and made
-- again has another key than before: each row leads one step on, from a former name to a newer one.
CREATE TABLE alias (
    server_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL, -- with the kind of thing in front, as a step's target has it
    key TEXT NOT NULL,
    PRIMARY KEY (server_id, user_id, name)
) WITHOUT ROWID;

-- What an operation noted for itself while it was sent; empty: nothing.
ALTER TABLE change_step ADD COLUMN note TEXT NOT NULL DEFAULT '';

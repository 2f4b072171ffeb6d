-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the user made. Never deleted by the program.

-- The journal of changes: written before anything is sent.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    server_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    state INTEGER NOT NULL,
    undo_of INTEGER REFERENCES change (id),
    created_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL
);
CREATE INDEX change_state ON change (server_id, user_id, state);

-- One target of a change; a change is done when all its steps are.
CREATE TABLE change_step (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    state INTEGER NOT NULL,
    payload TEXT NOT NULL,
    error_code TEXT NOT NULL,
    error_message TEXT NOT NULL,
    attempts INTEGER NOT NULL
);
CREATE INDEX change_step_change ON change_step (change_id, position);
CREATE INDEX change_step_state ON change_step (state);

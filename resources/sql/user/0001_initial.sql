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
    role INTEGER NOT NULL, -- 0 done by the user, 1 undo, 2 redo
    reverses INTEGER REFERENCES change (id),
    undone INTEGER NOT NULL, -- another change reversed this one
    created_at INTEGER NOT NULL,
    finished_at INTEGER NOT NULL
);
CREATE INDEX change_owner ON change (server_id, user_id, id);

-- One target of a change; a change is done when all its steps are.
CREATE TABLE change_step (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    state INTEGER NOT NULL,
    guarded INTEGER NOT NULL, -- refuses to overwrite what somebody else changed since
    target TEXT NOT NULL, -- steps with the same target follow each other; offline the last wins
    payload TEXT NOT NULL,
    error_code TEXT NOT NULL,
    error_message TEXT NOT NULL,
    attempts INTEGER NOT NULL
);
CREATE INDEX change_step_change ON change_step (change_id, position);
CREATE INDEX change_step_unfinished ON change_step (state, target) WHERE state < 2;

-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- user.db as version 4 of it left it: SQLite's own text of its schema, and a few rows. Never edited.

CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    server_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    role INTEGER NOT NULL, -- 0 done by the user, 1 undo, 2 redo
    reverses INTEGER REFERENCES change (id),
    undone INTEGER NOT NULL, -- another change reversed this one
    created_at INTEGER NOT NULL);
CREATE INDEX change_owner ON change (server_id, user_id, id);
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
, first TEXT NOT NULL DEFAULT '', refusals INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '');
CREATE INDEX change_step_change ON change_step (change_id, position, state);
CREATE INDEX change_step_unfinished ON change_step (change_id, position) WHERE state < 2;
CREATE INDEX change_step_target ON change_step (target, state);
CREATE TABLE alias (
    server_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    name TEXT NOT NULL, -- with the kind of thing in front, as a step's target has it
    key TEXT NOT NULL,
    PRIMARY KEY (server_id, user_id, name)
) WITHOUT ROWID;
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    server_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    source TEXT NOT NULL, -- which library or file; empty for what holds in all of them
    name TEXT NOT NULL, -- of the row: its id there, or its texts
    kind INTEGER NOT NULL, -- 0 it is this track, 1 it is not, 2 it always is, whatever the source
    path TEXT NOT NULL, -- of the track, as the server has it; empty if there is none at all
    guid TEXT NOT NULL,
    rating_key TEXT NOT NULL,
    made_at INTEGER NOT NULL
);
CREATE INDEX decision_name ON decision (server_id, user_id, source, name);
INSERT INTO change VALUES (1, 'server-one', '0', 'rate', 'Rate "雨のあと" 4½ stars', 0, NULL, 0, 1760000000);
INSERT INTO change VALUES (2, 'server-one', '0', 'rate', 'Rate "雨のあと" 5 stars', 0, NULL, 0, 1760000100);
INSERT INTO change_step VALUES (1, 1, 0, 4, 0, 'item:4201', '{"v":1,"key":"4201","title":"雨のあと","artist":"雨","guid":"local://4201","from":null,"fromAt":0,"to":9,"at":1760000000}', '', '', 0, '', 0, '');
INSERT INTO change_step VALUES (2, 2, 0, 1, 0, 'item:4201', '{"v":1,"key":"4201","title":"雨のあと","artist":"雨","guid":"local://4201","from":9,"fromAt":1760000000,"to":10,"at":1760000100}', '', '', 1, '{"v":1,"key":"4201","title":"雨のあと","artist":"雨","guid":"local://4201","from":null,"fromAt":0,"to":9,"at":1760000000}', 1, '');
INSERT INTO alias VALUES ('server-one', '', 'playlist:new-1', '900001');
INSERT INTO decision VALUES (1, 'server-one', '', 'itunes', '5F8D931D8A46DFE2', 0, '/music/雨/雨のあと.flac', 'local://4201', '4201', 1760000200);
PRAGMA user_version = 4;

-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the user said a row of another program's library or of a playlist file is, so that it need
-- not be asked again.

-- The track is named in three ways: its key changes when the server reads the file anew.
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

-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What of one type of one section is known ground, so that the next sync reads only what is new.
-- All times are the server's: when the reading of the whole began; the highest stamp that was met in
-- each of the three orders; when the slow reading of everything last came to its end (0 = it is due),
-- and the row where it goes on.

CREATE TABLE section_mark (
    section_id INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    type INTEGER NOT NULL,
    began_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    rated_at INTEGER NOT NULL,
    viewed_at INTEGER NOT NULL,
    reconcile_next INTEGER NOT NULL,
    reconciled_at INTEGER NOT NULL,
    PRIMARY KEY (section_id, type)
) WITHOUT ROWID;

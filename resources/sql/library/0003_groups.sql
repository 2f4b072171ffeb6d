-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What albums and artists are sorted by, as integers: texts as ranks. Filled after a sync; until then
-- (cache.groups_stale is set) their lists are worked out from the items themselves.

-- artist_rank is the title_rank of an album's artist; release_day is month * 100 + day, 0 = unknown.
CREATE TABLE group_order (
    id INTEGER PRIMARY KEY,
    section_id INTEGER NOT NULL,
    title_rank INTEGER NOT NULL,
    artist_rank INTEGER NOT NULL,
    year INTEGER NOT NULL,
    release_day INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    plays INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    viewed_at INTEGER NOT NULL
);
CREATE INDEX group_order_day ON group_order (release_day) WHERE release_day > 0;

-- What is in the cache already was not ranked by a version before this one.
INSERT INTO cache (key, value) VALUES ('groups_stale', '1');

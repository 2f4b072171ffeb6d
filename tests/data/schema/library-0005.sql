-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- library.db as version 5 of it left it: SQLite's own text of its schema, and a few rows. Never edited.

CREATE TABLE cache (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE section (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    type INTEGER NOT NULL,
    uuid TEXT NOT NULL,
    agent TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    position INTEGER NOT NULL
);
CREATE TABLE section_sync (
    section_id INTEGER NOT NULL REFERENCES section (id) ON DELETE CASCADE,
    type INTEGER NOT NULL,
    next_start INTEGER NOT NULL,
    completed_at INTEGER NOT NULL,
    PRIMARY KEY (section_id, type)
) WITHOUT ROWID;
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    section_id INTEGER NOT NULL,
    type INTEGER NOT NULL,
    rating_key TEXT NOT NULL,
    parent_id INTEGER,
    grandparent_id INTEGER,
    row_hash INTEGER NOT NULL,
    title TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    original_title TEXT NOT NULL,
    parent_title TEXT NOT NULL,
    grandparent_title TEXT NOT NULL,
    number INTEGER,
    parent_number INTEGER,
    year INTEGER,
    originally_available TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    rating REAL,
    rated_at INTEGER NOT NULL,
    view_count INTEGER NOT NULL,
    skip_count INTEGER NOT NULL,
    viewed_at INTEGER NOT NULL,
    skipped_at INTEGER NOT NULL,
    view_offset_ms INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    leaf_count INTEGER NOT NULL,
    viewed_leaf_count INTEGER NOT NULL,
    rating_count INTEGER NOT NULL,
    thumb TEXT NOT NULL,
    studio TEXT NOT NULL,
    summary TEXT NOT NULL,
    guid TEXT NOT NULL,
    part_key TEXT NOT NULL,
    file TEXT NOT NULL,
    container TEXT NOT NULL,
    codec TEXT NOT NULL,
    bitrate_kbps INTEGER NOT NULL,
    channels INTEGER NOT NULL,
    size_bytes INTEGER NOT NULL,
    gain_db REAL,
    album_gain_db REAL,
    peak REAL,
    album_peak REAL,
    loudness_lufs REAL
);
CREATE UNIQUE INDEX item_rating_key ON item (rating_key);
CREATE INDEX item_parent ON item (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX item_title ON item (type, title_sort, view_count, rating);
CREATE INDEX item_rated ON item (type, rating, rated_at) WHERE rating IS NOT NULL;
CREATE INDEX item_viewed ON item (type, viewed_at) WHERE viewed_at > 0;
CREATE INDEX item_added_album ON item (added_at) WHERE type = 9;
CREATE TABLE external_id (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    uri TEXT NOT NULL,
    PRIMARY KEY (item_id, uri)
) WITHOUT ROWID;
CREATE INDEX external_id_uri ON external_id (uri);
CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    UNIQUE (kind, name)
);
CREATE TABLE item_tag (
    item_id INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE,
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (item_id, tag_id)
) WITHOUT ROWID;
CREATE INDEX item_tag_tag ON item_tag (tag_id);
CREATE TABLE track_order (
    id INTEGER PRIMARY KEY,
    section_id INTEGER NOT NULL,
    default_rank INTEGER NOT NULL,
    title_rank INTEGER NOT NULL,
    artist_rank INTEGER NOT NULL,
    album_rank INTEGER NOT NULL,
    disc_number INTEGER NOT NULL,
    year INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    plays INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    viewed_at INTEGER NOT NULL,
    bitrate_kbps INTEGER NOT NULL
);
CREATE INDEX track_order_default ON track_order (default_rank, section_id);
CREATE VIRTUAL TABLE search USING fts5 (
    title, artist, album,
    content = '', tokenize = 'ascii', prefix = '2 3', columnsize = 0
);
CREATE TABLE playlist (
    id INTEGER PRIMARY KEY,
    rating_key TEXT NOT NULL UNIQUE,
    guid TEXT NOT NULL,
    title TEXT NOT NULL,
    title_sort TEXT NOT NULL,
    summary TEXT NOT NULL,
    composite TEXT NOT NULL,
    kind INTEGER NOT NULL,
    smart INTEGER NOT NULL,
    read_only INTEGER NOT NULL,
    leaf_count INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    added_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    viewed_at INTEGER NOT NULL,
    entries_read_at INTEGER NOT NULL
);
CREATE TABLE playlist_entry (
    id INTEGER PRIMARY KEY,
    playlist_id INTEGER NOT NULL REFERENCES playlist (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    playlist_item_id INTEGER,
    rating_key TEXT NOT NULL,
    guid TEXT NOT NULL,
    file TEXT NOT NULL,
    title TEXT NOT NULL,
    artist TEXT NOT NULL,
    album TEXT NOT NULL,
    duration_ms INTEGER NOT NULL
);
CREATE INDEX playlist_entry_order ON playlist_entry (playlist_id, position);
CREATE INDEX playlist_entry_key ON playlist_entry (rating_key);
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
CREATE TABLE item_detail (
    item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    updated_at INTEGER NOT NULL,
    read_at INTEGER NOT NULL
);
CREATE TABLE item_detail_tag (
    item_id INTEGER NOT NULL REFERENCES item_detail (item_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (item_id, position)
) WITHOUT ROWID;
INSERT INTO section VALUES (1, '2', 'Music', 8, 'uuid-2', 'tv.plex.agents.music', 1760000000, 0);
INSERT INTO section_sync VALUES (1, 10, 1, 1760000000);
INSERT INTO section_mark VALUES (1, 10, 1760000000, 1760000000, 0, 0, 0, 1760000000);
INSERT INTO item VALUES (8796093022209, 1, 8, '4001', NULL, NULL, 7, '青い電車', '青い電車', '', '', '', 1, 1, 2021, '', 204000, NULL, 0, 0, 0, 0, 0, 0, 1760000000, 1760000000, 0, 0, 0, '', '', '', 'plex://4001', '/library/parts/1/1/file.opus', '/music/a.opus', 'ogg', 'opus', 64, 2, 1700000, NULL, NULL, NULL, NULL, NULL);
INSERT INTO item VALUES (9895604649985, 1, 9, '4101', 8796093022209, NULL, 7, '夜の電車', '夜の電車', '', '青い電車', '', 1, 1, 2021, '', 204000, NULL, 0, 0, 0, 0, 0, 0, 1760000000, 1760000000, 0, 0, 0, '', '', '', 'plex://4101', '/library/parts/1/1/file.opus', '/music/a.opus', 'ogg', 'opus', 64, 2, 1700000, NULL, NULL, NULL, NULL, NULL);
INSERT INTO item VALUES (10995116277761, 1, 10, '4201', 9895604649985, 8796093022209, 7, '雨のあと', '雨のあと', '', '夜の電車', '青い電車', 1, 1, 2021, '', 204000, 9.0, 0, 0, 0, 0, 0, 0, 1760000000, 1760000000, 0, 0, 0, '', '', '', 'plex://4201', '/library/parts/1/1/file.opus', '/music/a.opus', 'ogg', 'opus', 64, 2, 1700000, NULL, NULL, NULL, NULL, NULL);
INSERT INTO track_order VALUES (10995116277761, 1, 0, 0, 0, 0, 1, 2021, 204000, 90, 0, 1760000000, 0, 64);
INSERT INTO group_order VALUES (8796093022209, 1, 1024, 1024, 2021, 0, -1, 0, 1760000000, 0);
INSERT INTO group_order VALUES (9895604649985, 1, 1024, 1024, 2021, 0, -1, 0, 1760000000, 0);
INSERT INTO search (rowid, title, artist, album) VALUES (10995116277761, '雨 の あ と', '青 い 電 車', '夜 の 電 車');
INSERT INTO playlist VALUES (1, '30001', 'guid-1', 'Late night drive', 'late night drive', '', '', 0, 0, 0, 1, 204000, 1760000000, 1760000000, 0, 1760000000);
INSERT INTO playlist_entry VALUES (1, 1, 0, 50001, '4201', 'plex://4201', '/music/a.opus', '雨のあと', '青い電車', '夜の電車', 204000);
INSERT INTO item_detail VALUES (9895604649985, 1760000000, 1760000000);
INSERT INTO item_detail_tag VALUES (9895604649985, 0, 8, '', 'EP');
PRAGMA user_version = 5;

-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the server tells of single items only and its listings leave out: what kind of release an album
-- is, who is similar to an artist. Read when a page about it is opened; a sync neither fills nor empties it.

-- updated_at is the server's stamp of the item when it was read: a later one means to read again.
CREATE TABLE item_detail (
    item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
    updated_at INTEGER NOT NULL,
    read_at INTEGER NOT NULL
);

-- kind: the numbers of item tags, and 100 for a credit, whose role is the server's word for it.
CREATE TABLE item_detail_tag (
    item_id INTEGER NOT NULL REFERENCES item_detail (item_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (item_id, position)
) WITHOUT ROWID;

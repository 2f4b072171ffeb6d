-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A search ranks titles by their plays and rating: from the index alone, without a row of item for each.

DROP INDEX IF EXISTS item_title;
CREATE INDEX item_title ON item (type, title_sort, view_count, rating);
-- What a first sync that was interrupted would make at its end.
DELETE FROM cache WHERE key = 'resting_index:item_title';

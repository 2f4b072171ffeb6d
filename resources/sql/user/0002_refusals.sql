-- SPDX-FileCopyrightText: 2026 PlexM8 contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a step is compared with, how often the server refused it, and indexes for a long journal.

-- Payload of the oldest step never sent that this one replaced: what the server held before all
-- of them. Empty: the step's own payload says it.
ALTER TABLE change_step ADD COLUMN first TEXT NOT NULL DEFAULT '';
-- Answers of a working server that did not do what the step asks for.
ALTER TABLE change_step ADD COLUMN refusals INTEGER NOT NULL DEFAULT 0;
-- When it ended follows from the steps and was never asked for.
ALTER TABLE change DROP COLUMN finished_at;

DROP INDEX change_step_change;
CREATE INDEX change_step_change ON change_step (change_id, position, state);
DROP INDEX change_step_unfinished;
CREATE INDEX change_step_unfinished ON change_step (change_id, position) WHERE state < 2;
CREATE INDEX change_step_target ON change_step (target, state);

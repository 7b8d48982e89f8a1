-- +goose Up

-- When a task was given to its operator, by which heavy ones are counted against
-- the energy that the plan of its site grants; null while it waits, and of tasks
-- that versions without sites gave out.
ALTER TABLE work ADD COLUMN given_us INTEGER;
CREATE INDEX work_given ON work (given_us) WHERE given_us IS NOT NULL;

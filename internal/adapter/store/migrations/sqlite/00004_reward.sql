-- +goose Up

-- Days of rewards as they were sealed: what a root on the chain commits.
CREATE TABLE reward_day (
    epoch INTEGER NOT NULL PRIMARY KEY, -- UTC day since 1970-01-01
    body  TEXT NOT NULL
);

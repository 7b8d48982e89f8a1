-- +goose Up

-- Verified tasks that were entered on the chain to be paid.
CREATE TABLE paid_task (
    task  TEXT NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL, -- UTC day of the entry since 1970-01-01
    body  TEXT NOT NULL
);
CREATE INDEX paid_task_epoch ON paid_task (epoch);

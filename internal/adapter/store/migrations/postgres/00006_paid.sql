-- +goose Up

-- Verified tasks that were entered on the chain to be paid.
CREATE TABLE paid_task (
    task  TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    epoch BIGINT NOT NULL, -- UTC day of the entry since 1970-01-01
    body  TEXT COLLATE "C" NOT NULL
);
CREATE INDEX paid_task_epoch ON paid_task (epoch);

-- +goose Up

-- What members of the mining pool have of a day's rewards for grid work.
CREATE TABLE member_bonus (
    epoch BIGINT NOT NULL PRIMARY KEY, -- UTC day since 1970-01-01
    body  TEXT COLLATE "C" NOT NULL
);

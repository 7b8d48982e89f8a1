-- +goose Up

-- Rounds of federated training, as everybody may know them.
CREATE TABLE fed_round (
    number INTEGER NOT NULL PRIMARY KEY,
    state  TEXT NOT NULL, -- open, summed, final or abandoned
    body   TEXT NOT NULL
);

-- What members sent in the attempt that is open, in order; masked or sealed.
CREATE TABLE fed_message (
    attempt TEXT NOT NULL,
    seq     INTEGER NOT NULL,
    step    INTEGER NOT NULL,
    member  INTEGER NOT NULL,
    raw     BLOB, -- NULL: the step was closed
    PRIMARY KEY (attempt, seq)
);

-- Global models, by their hash.
CREATE TABLE fed_model (
    hash   TEXT NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL, -- of the round that made it; 0: the first
    body   BLOB NOT NULL,
    memory BLOB -- the strategy's, after that round
);

-- A site's own place in an attempt, its secrets included.
CREATE TABLE fed_seat (
    site TEXT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    out  BLOB
);

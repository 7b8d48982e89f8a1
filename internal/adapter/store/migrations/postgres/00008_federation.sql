-- +goose Up

-- Rounds of federated training, as everybody may know them.
CREATE TABLE fed_round (
    number BIGINT NOT NULL PRIMARY KEY,
    state  TEXT COLLATE "C" NOT NULL, -- open, summed, final or abandoned
    body   TEXT COLLATE "C" NOT NULL
);

-- What members sent in the attempt that is open, in order; masked or sealed.
CREATE TABLE fed_message (
    attempt TEXT COLLATE "C" NOT NULL,
    seq     BIGINT NOT NULL,
    step    BIGINT NOT NULL,
    member  BIGINT NOT NULL,
    raw     BYTEA, -- NULL: the step was closed
    PRIMARY KEY (attempt, seq)
);

-- Global models, by their hash.
CREATE TABLE fed_model (
    hash   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL, -- of the round that made it; 0: the first
    body   BYTEA NOT NULL,
    memory BYTEA -- the strategy's, after that round
);

-- A site's own place in an attempt, its secrets included.
CREATE TABLE fed_seat (
    site TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    body TEXT COLLATE "C" NOT NULL,
    out  BYTEA
);

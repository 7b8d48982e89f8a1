-- +goose Up

-- What our contracts told on a chain. Blocks are kept only as far back as one
-- may be reorganised away; events stay.
CREATE TABLE index_block (
    chain  TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    hash   BYTEA NOT NULL,
    body   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE TABLE index_event (
    chain    TEXT COLLATE "C" NOT NULL,
    block    BIGINT NOT NULL,
    position BIGINT NOT NULL, -- of the log in its block
    contract TEXT COLLATE "C" NOT NULL,
    name     TEXT COLLATE "C" NOT NULL,
    body     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, block, position)
);
CREATE INDEX index_event_name ON index_event (chain, contract, name, block);

-- +goose Up

-- What our contracts told on a chain. Blocks are kept only as far back as one
-- may be reorganised away; events stay.
CREATE TABLE index_block (
    chain  TEXT NOT NULL,
    number INTEGER NOT NULL,
    hash   BLOB NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (chain, number)
);
CREATE TABLE index_event (
    chain    TEXT NOT NULL,
    block    INTEGER NOT NULL,
    position INTEGER NOT NULL, -- of the log in its block
    contract TEXT NOT NULL,
    name     TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (chain, block, position)
);
CREATE INDEX index_event_name ON index_event (chain, contract, name, block);

-- +goose Up

-- Batches of decisions for a chain, whole and in order. A batch without a nonce
-- waits for a transaction: the rows are their own outbox.
CREATE TABLE chain_batch (
    ledger    TEXT NOT NULL,
    id        INTEGER NOT NULL,
    interval  INTEGER NOT NULL,
    leaves    INTEGER NOT NULL,
    root      BLOB NOT NULL,
    data_hash BLOB NOT NULL,
    head      BLOB NOT NULL,
    sealed_us INTEGER NOT NULL,
    file_gz   BLOB NOT NULL,
    account   TEXT,
    nonce     INTEGER,
    PRIMARY KEY (ledger, id),
    UNIQUE (ledger, interval)
) STRICT;

CREATE INDEX chain_batch_queued ON chain_batch (ledger, id) WHERE nonce IS NULL;

-- The decisions that a ledger takes, each in one batch at most; without one
-- while it waits for the next.
CREATE TABLE chain_leaf (
    ledger   TEXT NOT NULL,
    site     TEXT NOT NULL,
    key      TEXT NOT NULL,
    start_us INTEGER NOT NULL,
    batch    INTEGER,
    PRIMARY KEY (ledger, site, key)
) STRICT;

CREATE INDEX chain_leaf_pending ON chain_leaf (ledger, start_us) WHERE batch IS NULL;

-- Transactions under nonces of our own.
CREATE TABLE chain_tx (
    account      TEXT NOT NULL,
    nonce        INTEGER NOT NULL,
    ledger       TEXT NOT NULL,
    first_batch  INTEGER NOT NULL,
    last_batch   INTEGER NOT NULL,
    state        TEXT NOT NULL,
    hash         BLOB,
    block_number INTEGER,
    block_hash   BLOB,
    PRIMARY KEY (account, nonce)
) STRICT;

CREATE INDEX chain_tx_state ON chain_tx (ledger, state, nonce);

-- What was signed, byte for byte, before any node saw it.
CREATE TABLE chain_attempt (
    hash    BLOB PRIMARY KEY,
    account TEXT NOT NULL,
    nonce   INTEGER NOT NULL,
    number  INTEGER NOT NULL,
    tip_wei INTEGER NOT NULL,
    cap_wei INTEGER NOT NULL,
    head    INTEGER NOT NULL,
    raw     BLOB NOT NULL,
    UNIQUE (account, nonce, number),
    FOREIGN KEY (account, nonce) REFERENCES chain_tx (account, nonce)
) STRICT;

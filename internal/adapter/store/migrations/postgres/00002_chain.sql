-- +goose Up

-- Batches of decisions for a chain, whole and in order. A batch without a nonce
-- waits for a transaction: the rows are their own outbox.
CREATE TABLE chain_batch (
    ledger    TEXT COLLATE "C" NOT NULL,
    id        BIGINT NOT NULL,
    interval  BIGINT NOT NULL,
    leaves    BIGINT NOT NULL,
    root      BYTEA NOT NULL,
    data_hash BYTEA NOT NULL,
    head      BYTEA NOT NULL,
    sealed_us BIGINT NOT NULL,
    file_gz   BYTEA NOT NULL,
    account   TEXT COLLATE "C",
    nonce     BIGINT,
    PRIMARY KEY (ledger, id),
    UNIQUE (ledger, interval)
);

CREATE INDEX chain_batch_queued ON chain_batch (ledger, id) WHERE nonce IS NULL;

-- The decisions that a ledger takes, each in one batch at most; without one
-- while it waits for the next.
CREATE TABLE chain_leaf (
    ledger   TEXT COLLATE "C" NOT NULL,
    site     TEXT COLLATE "C" NOT NULL,
    key      TEXT COLLATE "C" NOT NULL,
    start_us BIGINT NOT NULL,
    batch    BIGINT,
    PRIMARY KEY (ledger, site, key)
);

CREATE INDEX chain_leaf_pending ON chain_leaf (ledger, start_us) WHERE batch IS NULL;

-- Transactions under nonces of our own.
CREATE TABLE chain_tx (
    account      TEXT COLLATE "C" NOT NULL,
    nonce        BIGINT NOT NULL,
    ledger       TEXT COLLATE "C" NOT NULL,
    first_batch  BIGINT NOT NULL,
    last_batch   BIGINT NOT NULL,
    state        TEXT COLLATE "C" NOT NULL,
    hash         BYTEA,
    block_number BIGINT,
    block_hash   BYTEA,
    PRIMARY KEY (account, nonce)
);

CREATE INDEX chain_tx_state ON chain_tx (ledger, state, nonce);

-- What was signed, byte for byte, before any node saw it.
CREATE TABLE chain_attempt (
    hash    BYTEA PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL,
    nonce   BIGINT NOT NULL,
    number  BIGINT NOT NULL,
    tip_wei BIGINT NOT NULL,
    cap_wei BIGINT NOT NULL,
    head    BIGINT NOT NULL,
    raw     BYTEA NOT NULL,
    UNIQUE (account, nonce, number),
    FOREIGN KEY (account, nonce) REFERENCES chain_tx (account, nonce)
);

-- +goose Up

-- The ledger of members' shares, rewards and payments: chained, signed, never
-- changed.
CREATE TABLE share_ledger (
    seq     BIGINT NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL, -- shares, reward or payment
    to_us   BIGINT NOT NULL,
    body    TEXT NOT NULL
);
CREATE INDEX share_ledger_kind ON share_ledger (kind, to_us);

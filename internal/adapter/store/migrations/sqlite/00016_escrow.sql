-- +goose Up

-- Movements of submitters' money for tasks: never changed, and each once.
CREATE TABLE escrow (
    seq          INTEGER NOT NULL PRIMARY KEY,
    at_us        INTEGER NOT NULL,
    kind         TEXT NOT NULL, -- deposit, payout, reserve, pay or refund
    account      TEXT NOT NULL,
    receiver     TEXT NOT NULL, -- of a payment; else empty
    ref          TEXT NOT NULL, -- the task, or the desk's name for what comes in and goes out
    amount_micro INTEGER NOT NULL CHECK (amount_micro > 0)
);
CREATE UNIQUE INDEX escrow_once ON escrow (kind, ref);
CREATE UNIQUE INDEX escrow_end ON escrow (ref) WHERE kind IN ('pay', 'refund');
CREATE INDEX escrow_account ON escrow (account);
CREATE INDEX escrow_receiver ON escrow (receiver) WHERE receiver <> '';

-- Who submitted a task, by which quotas count; empty: the coordinator itself.
ALTER TABLE work ADD COLUMN submitter TEXT NOT NULL DEFAULT '';
CREATE INDEX work_submitter ON work (submitter, offered_us) WHERE submitter <> '';

-- +goose Up

-- A task may end in a payment of a part and the rest going back: each is still
-- booked once (escrow_once).
DROP INDEX escrow_end;

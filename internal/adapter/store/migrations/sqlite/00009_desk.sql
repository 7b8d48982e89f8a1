-- +goose Up

-- What the desk keeps: operating days' offers and awards, coincident peaks,
-- statements that were reconciled; by kind and a key within it.
CREATE TABLE desk_record (
    site  TEXT NOT NULL,
    kind  TEXT NOT NULL,
    key   TEXT NOT NULL,
    at_us INTEGER NOT NULL,
    body  TEXT NOT NULL,
    PRIMARY KEY (site, kind, key)
);
CREATE INDEX desk_record_newest ON desk_record (kind, at_us);

-- Positions of the day-ahead market.
CREATE TABLE position (
    site     TEXT NOT NULL,
    product  TEXT NOT NULL,
    start_us INTEGER NOT NULL,
    end_us   INTEGER NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (site, start_us, product)
);

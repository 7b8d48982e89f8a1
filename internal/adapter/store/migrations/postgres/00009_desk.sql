-- +goose Up

-- What the desk keeps: operating days' offers and awards, coincident peaks,
-- statements that were reconciled; by kind and a key within it.
CREATE TABLE desk_record (
    site  TEXT COLLATE "C" NOT NULL,
    kind  TEXT COLLATE "C" NOT NULL,
    key   TEXT COLLATE "C" NOT NULL,
    at_us BIGINT NOT NULL,
    body  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (site, kind, key)
);
CREATE INDEX desk_record_newest ON desk_record (kind, at_us);

-- Positions of the day-ahead market.
CREATE TABLE position (
    site     TEXT COLLATE "C" NOT NULL,
    product  TEXT COLLATE "C" NOT NULL,
    start_us BIGINT NOT NULL,
    end_us   BIGINT NOT NULL,
    body     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (site, start_us, product)
);

-- +goose Up

-- Forecasts as they were made, whole, to be scored and looked up later.
CREATE TABLE forecast (
    series  TEXT COLLATE "C" NOT NULL,
    made_us BIGINT NOT NULL,
    model   TEXT COLLATE "C" NOT NULL,
    body_gz BYTEA NOT NULL,
    PRIMARY KEY (series, made_us)
);

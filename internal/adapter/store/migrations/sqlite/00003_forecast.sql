-- +goose Up

-- Forecasts as they were made, whole, to be scored and looked up later.
CREATE TABLE forecast (
    series  TEXT NOT NULL,
    made_us INTEGER NOT NULL,
    model   TEXT NOT NULL,
    body_gz BLOB NOT NULL,
    PRIMARY KEY (series, made_us)
);

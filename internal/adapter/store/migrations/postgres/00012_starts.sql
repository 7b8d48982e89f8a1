-- +goose Up

-- When machines were last switched and how often they were started on a day, so
-- that minimum times and budgets of starts outlive the program.
CREATE TABLE machine_start (
    site     TEXT NOT NULL,
    machine  TEXT NOT NULL,
    since_us BIGINT NOT NULL,
    day      TEXT NOT NULL, -- operating day that starts are of
    starts   INTEGER NOT NULL,
    PRIMARY KEY (site, machine)
);

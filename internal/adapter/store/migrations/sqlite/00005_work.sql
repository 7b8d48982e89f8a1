-- +goose Up

-- Tasks for the grid, from offer to receipt, with the proofs of the newest.
CREATE TABLE work (
    task       TEXT NOT NULL PRIMARY KEY, -- digest of its canonical form
    offered_us INTEGER NOT NULL,
    state      TEXT NOT NULL, -- offered, verified, refused or expired
    body       TEXT NOT NULL,
    proof_gz   BLOB
);
CREATE INDEX work_offered ON work (offered_us);
CREATE INDEX work_open ON work (offered_us) WHERE state = 'offered';

-- +goose Up

-- Tasks for the grid, from offer to receipt, with the proofs of the newest.
CREATE TABLE work (
    task       TEXT COLLATE "C" NOT NULL PRIMARY KEY, -- digest of its canonical form
    offered_us BIGINT NOT NULL,
    state      TEXT COLLATE "C" NOT NULL, -- offered, verified, refused or expired
    body       TEXT COLLATE "C" NOT NULL,
    proof_gz   BYTEA
);
CREATE INDEX work_offered ON work (offered_us);
CREATE INDEX work_open ON work (offered_us) WHERE state = 'offered';

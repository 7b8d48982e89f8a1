-- +goose Up

-- Takes the place of sequences: a number is handed out by updating a row, so
-- that numbers follow the order of commits and none is skipped or reused.
CREATE TABLE counter (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO counter (name, value) VALUES ('event', 0), ('audit', 0);

-- Answers as they came over the wire. The same body again only moves last_us.
CREATE TABLE raw (
    source       TEXT    NOT NULL,
    sha256       TEXT    NOT NULL,
    request      TEXT    NOT NULL,
    content_type TEXT    NOT NULL,
    fetched_us   INTEGER NOT NULL,
    last_us      INTEGER NOT NULL,
    size_bytes   INTEGER NOT NULL,
    simulated    INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    body_gz      BLOB    NOT NULL,
    PRIMARY KEY (source, sha256)
) STRICT;

CREATE INDEX raw_last ON raw (last_us);

CREATE TABLE series (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT;

-- One row per revision of a value. Within a series and interval, the order of
-- the primary key is the order in which revisions replace each other.
CREATE TABLE observation (
    series_id    INTEGER NOT NULL REFERENCES series (id),
    start_us     INTEGER NOT NULL,
    length_us    INTEGER NOT NULL,
    published_us INTEGER NOT NULL,
    fetched_us   INTEGER NOT NULL,
    known_us     INTEGER NOT NULL,
    value        REAL    NOT NULL,
    source       TEXT    NOT NULL,
    simulated    INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    PRIMARY KEY (series_id, start_us, length_us, published_us, fetched_us)
) STRICT, WITHOUT ROWID;

-- The catalogue: what each series holds, kept as it grows.
CREATE TABLE series_latest (
    series_id    INTEGER PRIMARY KEY REFERENCES series (id),
    revisions    INTEGER NOT NULL,
    first_us     INTEGER NOT NULL,
    start_us     INTEGER NOT NULL,
    length_us    INTEGER NOT NULL,
    published_us INTEGER NOT NULL,
    fetched_us   INTEGER NOT NULL,
    known_us     INTEGER NOT NULL,
    value        REAL    NOT NULL,
    source       TEXT    NOT NULL,
    simulated    INTEGER NOT NULL CHECK (simulated IN (0, 1))
) STRICT;

CREATE TABLE decision (
    site       TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    start_us   INTEGER NOT NULL,
    decided_us INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    input_gz   BLOB    NOT NULL,
    PRIMARY KEY (site, key)
) STRICT;

CREATE INDEX decision_by_site ON decision (site, start_us, decided_us);
CREATE INDEX decision_by_time ON decision (start_us, decided_us);

CREATE TABLE site_state (
    site     TEXT PRIMARY KEY,
    start_us INTEGER NOT NULL,
    decision TEXT    NOT NULL,
    body     TEXT    NOT NULL
) STRICT;

CREATE TABLE command (
    site     TEXT NOT NULL,
    decision TEXT NOT NULL,
    class    TEXT NOT NULL,
    state    TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (site, decision, class)
) STRICT;

CREATE INDEX command_unfinished ON command (site, decision, class)
    WHERE state IN ('planned', 'sent', 'unknown');

-- Append-only: rank is how final a version is, revision counts corrections
-- within a version.
CREATE TABLE settlement (
    site            TEXT    NOT NULL,
    start_us        INTEGER NOT NULL,
    length_us       INTEGER NOT NULL,
    rank            INTEGER NOT NULL,
    revision        INTEGER NOT NULL,
    total_micro_usd INTEGER NOT NULL,
    body            TEXT    NOT NULL,
    PRIMARY KEY (site, start_us, length_us, rank, revision)
) STRICT;

CREATE INDEX settlement_by_time ON settlement (start_us);

-- Sums of the newest settlement of every interval, per hour and operating day.
-- Energy is in thousandths of a watt-hour (1e-9 MWh): integers subtract exactly.
CREATE TABLE rollup (
    site             TEXT    NOT NULL,
    span             TEXT    NOT NULL CHECK (span IN ('hour', 'day')),
    start_us         INTEGER NOT NULL,
    lever            TEXT    NOT NULL,
    site_use         TEXT    NOT NULL,
    class            TEXT    NOT NULL,
    simulated        INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    amount_micro_usd INTEGER NOT NULL,
    energy_nano_mwh  INTEGER NOT NULL,
    lines            INTEGER NOT NULL,
    PRIMARY KEY (span, start_us, site, lever, site_use, class, simulated)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading (
    site       TEXT    NOT NULL,
    class      TEXT    NOT NULL,
    at_us      INTEGER NOT NULL,
    power_mw   REAL    NOT NULL,
    energy_mwh REAL    NOT NULL,
    ths        REAL    NOT NULL,
    units_on   INTEGER NOT NULL,
    source     TEXT    NOT NULL,
    simulated  INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    PRIMARY KEY (site, class, at_us)
) STRICT, WITHOUT ROWID;

CREATE TABLE reading_latest (
    site  TEXT    NOT NULL,
    class TEXT    NOT NULL,
    at_us INTEGER NOT NULL,
    PRIMARY KEY (site, class)
) STRICT, WITHOUT ROWID;

-- Every revision of every instruction; an open end is the largest integer.
CREATE TABLE instruction (
    site       TEXT    NOT NULL,
    id         TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    superseded INTEGER NOT NULL CHECK (superseded IN (0, 1)),
    start_us   INTEGER NOT NULL,
    end_us     INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    PRIMARY KEY (site, id, revision)
) STRICT;

CREATE INDEX instruction_current ON instruction (site, end_us) WHERE NOT superseded;

CREATE TABLE manual_override (
    site     TEXT    NOT NULL,
    id       TEXT    NOT NULL,
    start_us INTEGER NOT NULL,
    end_us   INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (site, id)
) STRICT;

CREATE INDEX manual_override_end ON manual_override (site, end_us);

CREATE TABLE award (
    site     TEXT    NOT NULL,
    product  TEXT    NOT NULL,
    up       INTEGER NOT NULL CHECK (up IN (0, 1)),
    start_us INTEGER NOT NULL,
    end_us   INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    PRIMARY KEY (site, product, up, start_us)
) STRICT;

CREATE INDEX award_end ON award (site, end_us);

-- The emergency stop of a site, or of all sites where site is empty.
CREATE TABLE emergency_stop (
    site    TEXT PRIMARY KEY,
    stopped INTEGER NOT NULL CHECK (stopped IN (0, 1)),
    set_by  TEXT    NOT NULL,
    at_us   INTEGER NOT NULL
) STRICT;

-- The outbox.
CREATE TABLE event (
    seq       INTEGER PRIMARY KEY,
    kind      TEXT    NOT NULL,
    site      TEXT    NOT NULL,
    key       TEXT    NOT NULL,
    at_us     INTEGER NOT NULL,
    simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    body      TEXT    NOT NULL
) STRICT;

CREATE TABLE consumer (
    name TEXT PRIMARY KEY,
    seq  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
    seq         INTEGER PRIMARY KEY,
    at_us       INTEGER NOT NULL,
    who         TEXT    NOT NULL,
    what        TEXT    NOT NULL,
    site        TEXT    NOT NULL,
    before_text TEXT    NOT NULL,
    after_text  TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    hash        TEXT    NOT NULL
) STRICT;

-- +goose StatementBegin
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER audit_loses_none BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit trail is append-only');
END;
-- +goose StatementEnd

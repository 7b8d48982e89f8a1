-- +goose Up

-- Takes the place of sequences: a number is handed out by updating a row, so
-- that numbers follow the order of commits and none is skipped or reused.
CREATE TABLE counter (
    name  TEXT COLLATE "C" PRIMARY KEY,
    value BIGINT NOT NULL
);

INSERT INTO counter (name, value) VALUES ('event', 0), ('audit', 0);

-- Answers as they came over the wire. The same body again only moves last_us.
CREATE TABLE raw (
    source       TEXT COLLATE "C" NOT NULL,
    sha256       TEXT COLLATE "C" NOT NULL,
    request      TEXT NOT NULL,
    content_type TEXT NOT NULL,
    fetched_us   BIGINT NOT NULL,
    last_us      BIGINT NOT NULL,
    size_bytes   BIGINT NOT NULL,
    simulated    BOOLEAN NOT NULL,
    body_gz      BYTEA NOT NULL,
    PRIMARY KEY (source, sha256)
);

CREATE INDEX raw_last ON raw (last_us);

CREATE TABLE series (
    id   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL,
    key  TEXT COLLATE "C" NOT NULL,
    UNIQUE (kind, key)
);

-- One row per revision of a value. Within a series and interval, the order of
-- the primary key is the order in which revisions replace each other.
CREATE TABLE observation (
    series_id    BIGINT NOT NULL REFERENCES series (id),
    start_us     BIGINT NOT NULL,
    length_us    BIGINT NOT NULL,
    published_us BIGINT NOT NULL,
    fetched_us   BIGINT NOT NULL,
    known_us     BIGINT NOT NULL,
    value        DOUBLE PRECISION NOT NULL,
    source       TEXT COLLATE "C" NOT NULL,
    simulated    BOOLEAN NOT NULL,
    PRIMARY KEY (series_id, start_us, length_us, published_us, fetched_us)
);

-- The catalogue: what each series holds, kept as it grows.
CREATE TABLE series_latest (
    series_id    BIGINT PRIMARY KEY REFERENCES series (id),
    revisions    BIGINT NOT NULL,
    first_us     BIGINT NOT NULL,
    start_us     BIGINT NOT NULL,
    length_us    BIGINT NOT NULL,
    published_us BIGINT NOT NULL,
    fetched_us   BIGINT NOT NULL,
    known_us     BIGINT NOT NULL,
    value        DOUBLE PRECISION NOT NULL,
    source       TEXT COLLATE "C" NOT NULL,
    simulated    BOOLEAN NOT NULL
);

CREATE TABLE decision (
    site       TEXT COLLATE "C" NOT NULL,
    key        TEXT COLLATE "C" NOT NULL,
    start_us   BIGINT NOT NULL,
    decided_us BIGINT NOT NULL,
    body       TEXT NOT NULL,
    input_gz   BYTEA NOT NULL,
    PRIMARY KEY (site, key)
);

CREATE INDEX decision_by_site ON decision (site, start_us, decided_us);
CREATE INDEX decision_by_time ON decision (start_us, decided_us);

CREATE TABLE site_state (
    site     TEXT COLLATE "C" PRIMARY KEY,
    start_us BIGINT NOT NULL,
    decision TEXT COLLATE "C" NOT NULL,
    body     TEXT NOT NULL
);

CREATE TABLE command (
    site     TEXT COLLATE "C" NOT NULL,
    decision TEXT COLLATE "C" NOT NULL,
    class    TEXT COLLATE "C" NOT NULL,
    state    TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (site, decision, class)
);

CREATE INDEX command_unfinished ON command (site, decision, class)
    WHERE state IN ('planned', 'sent', 'unknown');

-- Append-only: rank is how final a version is, revision counts corrections
-- within a version.
CREATE TABLE settlement (
    site            TEXT COLLATE "C" NOT NULL,
    start_us        BIGINT NOT NULL,
    length_us       BIGINT NOT NULL,
    rank            BIGINT NOT NULL,
    revision        BIGINT NOT NULL,
    total_micro_usd BIGINT NOT NULL,
    body            TEXT NOT NULL,
    PRIMARY KEY (site, start_us, length_us, rank, revision)
);

CREATE INDEX settlement_by_time ON settlement (start_us);

-- Sums of the newest settlement of every interval, per hour and operating day.
-- Energy is in thousandths of a watt-hour (1e-9 MWh): integers subtract exactly.
CREATE TABLE rollup (
    site             TEXT COLLATE "C" NOT NULL,
    span             TEXT COLLATE "C" NOT NULL CHECK (span IN ('hour', 'day')),
    start_us         BIGINT NOT NULL,
    lever            TEXT COLLATE "C" NOT NULL,
    site_use         TEXT COLLATE "C" NOT NULL,
    class            TEXT COLLATE "C" NOT NULL,
    simulated        BOOLEAN NOT NULL,
    amount_micro_usd BIGINT NOT NULL,
    energy_nano_mwh  BIGINT NOT NULL,
    lines            BIGINT NOT NULL,
    PRIMARY KEY (span, start_us, site, lever, site_use, class, simulated)
);

CREATE TABLE reading (
    site       TEXT COLLATE "C" NOT NULL,
    class      TEXT COLLATE "C" NOT NULL,
    at_us      BIGINT NOT NULL,
    power_mw   DOUBLE PRECISION NOT NULL,
    energy_mwh DOUBLE PRECISION NOT NULL,
    ths        DOUBLE PRECISION NOT NULL,
    units_on   BIGINT NOT NULL,
    source     TEXT COLLATE "C" NOT NULL,
    simulated  BOOLEAN NOT NULL,
    PRIMARY KEY (site, class, at_us)
);

CREATE TABLE reading_latest (
    site  TEXT COLLATE "C" NOT NULL,
    class TEXT COLLATE "C" NOT NULL,
    at_us BIGINT NOT NULL,
    PRIMARY KEY (site, class)
);

-- Every revision of every instruction; an open end is the largest integer.
CREATE TABLE instruction (
    site       TEXT COLLATE "C" NOT NULL,
    id         TEXT COLLATE "C" NOT NULL,
    revision   BIGINT NOT NULL,
    superseded BOOLEAN NOT NULL,
    start_us   BIGINT NOT NULL,
    end_us     BIGINT NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (site, id, revision)
);

CREATE INDEX instruction_current ON instruction (site, end_us) WHERE NOT superseded;

CREATE TABLE manual_override (
    site     TEXT COLLATE "C" NOT NULL,
    id       TEXT COLLATE "C" NOT NULL,
    start_us BIGINT NOT NULL,
    end_us   BIGINT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (site, id)
);

CREATE INDEX manual_override_end ON manual_override (site, end_us);

CREATE TABLE award (
    site     TEXT COLLATE "C" NOT NULL,
    product  TEXT COLLATE "C" NOT NULL,
    up       BOOLEAN NOT NULL,
    start_us BIGINT NOT NULL,
    end_us   BIGINT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (site, product, up, start_us)
);

CREATE INDEX award_end ON award (site, end_us);

-- The emergency stop of a site, or of all sites where site is empty.
CREATE TABLE emergency_stop (
    site    TEXT COLLATE "C" PRIMARY KEY,
    stopped BOOLEAN NOT NULL,
    set_by  TEXT NOT NULL,
    at_us   BIGINT NOT NULL
);

-- The outbox.
CREATE TABLE event (
    seq       BIGINT PRIMARY KEY,
    kind      TEXT COLLATE "C" NOT NULL,
    site      TEXT COLLATE "C" NOT NULL,
    key       TEXT COLLATE "C" NOT NULL,
    at_us     BIGINT NOT NULL,
    simulated BOOLEAN NOT NULL,
    body      TEXT NOT NULL
);

CREATE TABLE consumer (
    name TEXT COLLATE "C" PRIMARY KEY,
    seq  BIGINT NOT NULL
);

CREATE TABLE setting (
    key   TEXT COLLATE "C" PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE audit (
    seq         BIGINT PRIMARY KEY,
    at_us       BIGINT NOT NULL,
    who         TEXT NOT NULL,
    what        TEXT NOT NULL,
    site        TEXT COLLATE "C" NOT NULL,
    before_text TEXT NOT NULL,
    after_text  TEXT NOT NULL,
    reason      TEXT NOT NULL,
    hash        TEXT NOT NULL
);

-- +goose StatementBegin
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only';
END;
$$;
-- +goose StatementEnd

CREATE TRIGGER audit_keeps_rows BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_refuse();

CREATE TRIGGER audit_keeps_table BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();

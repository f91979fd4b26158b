-- The library of imported records. A record is two packed blobs (store/records.hpp) and the hashes by which it is found;
-- it becomes rows of `study` only when something in the store cites it, so that a million records nobody cites cost a
-- question nothing.
CREATE TABLE record (
    key INTEGER PRIMARY KEY,
    identity INTEGER NOT NULL UNIQUE,  -- hash of which publication its source says it describes
    content INTEGER NOT NULL,          -- hash of all that it says
    source TEXT NOT NULL,              -- "PubMed", "Crossref", …
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),  -- its source has deleted it
    head BLOB NOT NULL                 -- item, publication types, registrations, relations, state
) STRICT;

CREATE TABLE record_rest (
    record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,
    body BLOB NOT NULL  -- deflated: abstract, MeSH, key words, references
) STRICT;

-- Follows from `record`; written in order of the keys, a batch at a time. No index by record: a record's keys are
-- computed again when it changes.
CREATE TABLE record_key (
    key INTEGER NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (key, record)
) STRICT, WITHOUT ROWID;

-- The records that a study was made of.
CREATE TABLE study_record (
    record INTEGER PRIMARY KEY REFERENCES record (key) ON DELETE CASCADE,
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
CREATE INDEX study_record_study ON study_record (study);

-- What the catalogue itself says of a study's editorial state; `study` holds what is in force, records heard.
CREATE TABLE study_own_state (
    study TEXT PRIMARY KEY REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    state TEXT NOT NULL,
    date TEXT,
    source TEXT
) STRICT, WITHOUT ROWID;

-- How a study's report stands to its first one: "primary", "preprint", "erratum", …
ALTER TABLE bib_item ADD COLUMN report_kind TEXT;

-- Files that were imported, or begun.
CREATE TABLE import_file (
    fingerprint TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    passed INTEGER NOT NULL,   -- events taken, bad and deleted ones too: where to go on
    records INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    bad INTEGER NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1))
) STRICT, WITHOUT ROWID;

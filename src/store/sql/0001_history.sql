-- What was done to this file, and by which tables. The first migration; every later one adds its row to `migration`.
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL
) STRICT;

-- smallest_reader: the oldest schema version whose programs may read this file.
-- lexicon, catalogue, policy: fingerprints of the tables that the rows below were made with.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

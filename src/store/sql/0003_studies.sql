-- Studies: what was done. Several reports may describe one; facts have a source.
CREATE TABLE study (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('catalogue', 'imported', 'cited')),
    participants INTEGER,
    smallest_arm INTEGER,
    allocation TEXT NOT NULL,
    risk_of_bias INTEGER NOT NULL CHECK (risk_of_bias IN (0, 1)),
    year INTEGER,
    state TEXT NOT NULL,
    state_date TEXT,
    state_source TEXT,
    covers_known INTEGER NOT NULL CHECK (covers_known IN (0, 1)),
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who says what the design is; the first one is in force.
CREATE TABLE study_design (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    place INTEGER NOT NULL,
    design TEXT NOT NULL,
    source TEXT NOT NULL,
    by TEXT NOT NULL,
    PRIMARY KEY (study, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE study_result (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    place INTEGER NOT NULL,
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    direction TEXT NOT NULL,
    outcome_kind TEXT NOT NULL,
    outcome TEXT,
    comparator TEXT,
    effect TEXT,
    summary TEXT NOT NULL,
    PRIMARY KEY (study, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX study_result_treatment ON study_result (treatment, study);
CREATE INDEX study_result_condition ON study_result (condition, study);

CREATE TABLE study_relay (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    place INTEGER NOT NULL,
    relays TEXT NOT NULL,
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    PRIMARY KEY (study, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX study_relay_of ON study_relay (relays, study);

CREATE TABLE study_covers (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    covered TEXT NOT NULL,
    PRIMARY KEY (study, covered)
) STRICT, WITHOUT ROWID;

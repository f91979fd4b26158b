-- Claims and numbers, as the articles make them.
CREATE TABLE claim (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    strength TEXT NOT NULL,
    voice TEXT NOT NULL,
    hedge TEXT NOT NULL,
    attributed_to TEXT,
    appeal TEXT NOT NULL,
    comparator TEXT,
    population TEXT,
    absence_kind TEXT,
    absence_as_of INTEGER,
    support INTEGER NOT NULL DEFAULT 0,  -- of its own citations, in units of 2^-60
    oppose INTEGER NOT NULL DEFAULT 0,
    units INTEGER NOT NULL DEFAULT 0,
    gap TEXT NOT NULL DEFAULT 'none',
    UNIQUE (article, place)
) STRICT;

CREATE TABLE claim_treatment (
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_treatment_entity ON claim_treatment (entity, claim);

CREATE TABLE claim_target (
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    entity TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_target_entity ON claim_target (entity, claim);

CREATE TABLE claim_citation (
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    citation INTEGER NOT NULL,  -- place in citation, of the same article
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    kind TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE cue (
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    decides TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE parameter (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    unit TEXT NOT NULL,
    currency TEXT,
    country TEXT,  -- or city, as written
    treatment TEXT,
    population TEXT,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    line INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX parameter_treatment ON parameter (treatment, kind);

-- Reference lists, citations, and the bibliographic items behind them.
CREATE TABLE reference (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    n INTEGER NOT NULL,
    text TEXT NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    UNIQUE (article, place)
) STRICT;

CREATE TABLE citation (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    form TEXT NOT NULL,
    flags TEXT NOT NULL,  -- blank-separated
    pointer INTEGER NOT NULL CHECK (pointer IN (0, 1)),
    pointer_year INTEGER,
    pointer_container TEXT,
    pointer_families TEXT,  -- one a line
    pointer_doi TEXT,
    pointer_pmid TEXT,
    pointer_url TEXT,
    pointer_design TEXT,
    pointer_participants INTEGER,
    pointer_title TEXT,
    UNIQUE (article, place)
) STRICT;

CREATE TABLE citation_reference (
    citation INTEGER NOT NULL REFERENCES citation (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (citation, place)
) STRICT, WITHOUT ROWID;

-- One publication as somebody describes it: a study's report (then report_of is set), an entry of a reference list,
-- or what a link in the text identifies. `study` is the study it was found to mean, `reasons` why.
CREATE TABLE bib_item (
    key INTEGER PRIMARY KEY,
    report_of TEXT REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    place INTEGER NOT NULL DEFAULT 0,
    reference INTEGER UNIQUE REFERENCES reference (key) ON DELETE CASCADE,
    citation INTEGER UNIQUE REFERENCES citation (key) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    study TEXT REFERENCES study (id) ON DELETE SET NULL ON UPDATE CASCADE,
    identity TEXT,
    reasons TEXT,
    type TEXT NOT NULL,
    title TEXT,
    container_title TEXT,
    publisher TEXT,
    publisher_place TEXT,
    edition TEXT,
    volume TEXT,
    issue TEXT,
    page TEXT,
    doi TEXT,
    pmid TEXT,
    pmcid TEXT,
    isbn TEXT,
    issn TEXT,
    url TEXT,
    year INTEGER,
    month INTEGER,
    day INTEGER,
    et_al INTEGER NOT NULL CHECK (et_al IN (0, 1)),
    CHECK ((report_of IS NOT NULL) + (reference IS NOT NULL) + (citation IS NOT NULL) = 1)
) STRICT;
CREATE INDEX bib_item_report ON bib_item (report_of, place) WHERE report_of IS NOT NULL;
CREATE INDEX bib_item_study ON bib_item (study);
CREATE INDEX bib_item_fingerprint ON bib_item (fingerprint);

CREATE TABLE bib_name (
    item INTEGER NOT NULL REFERENCES bib_item (key) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('author', 'editor')),
    place INTEGER NOT NULL,
    family TEXT,
    given TEXT,
    particle TEXT,
    suffix TEXT,
    literal TEXT,
    PRIMARY KEY (item, role, place)
) STRICT, WITHOUT ROWID;

-- Hashes under which an item, or a phrase of prose that points at one, is found again.
CREATE TABLE item_key (
    key INTEGER NOT NULL,
    item INTEGER NOT NULL REFERENCES bib_item (key) ON DELETE CASCADE,
    PRIMARY KEY (key, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_key_item ON item_key (item);
CREATE TABLE pointer_key (
    key INTEGER NOT NULL,
    citation INTEGER NOT NULL REFERENCES citation (key) ON DELETE CASCADE,
    PRIMARY KEY (key, citation)
) STRICT, WITHOUT ROWID;
CREATE INDEX pointer_key_citation ON pointer_key (citation);

-- Which studies a citation leads to.
CREATE TABLE citation_study (
    citation INTEGER NOT NULL REFERENCES citation (key) ON DELETE CASCADE,
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    identity TEXT NOT NULL,
    reasons TEXT NOT NULL,
    reference INTEGER,  -- n of the entry that led there
    PRIMARY KEY (citation, study)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_study_study ON citation_study (study, citation);

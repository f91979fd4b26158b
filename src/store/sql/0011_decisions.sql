-- People decide last. The log of their decisions: rows are added, never changed, never deleted.
CREATE TABLE decision (
    id TEXT PRIMARY KEY,  -- content of all other columns
    action TEXT NOT NULL CHECK (action IN ('override', 'undo')),
    subject TEXT NOT NULL,
    of TEXT NOT NULL,     -- id of the claim, study, article or body; of an undo, the decision's
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,     -- ISO 8601, UTC
    anchor_text TEXT,     -- by which a sentence is known again
    anchor_title TEXT,
    anchor_file TEXT,
    anchor_key TEXT       -- by which a study is known again: fingerprint of its first report
) STRICT, WITHOUT ROWID;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN
    SELECT raise(ABORT, 'decisions are never deleted; undo adds a row');
END;
CREATE TRIGGER decision_holds BEFORE UPDATE ON decision BEGIN
    SELECT raise(ABORT, 'decisions are never changed; undo adds a row');
END;

-- What the program itself read, while a decision stands in its place: rows of the tables named by `part`, as JSON arrays.
CREATE TABLE study_as_read (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    part TEXT NOT NULL,
    place INTEGER NOT NULL,
    row TEXT NOT NULL,
    PRIMARY KEY (study, part, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_as_read (
    claim INTEGER PRIMARY KEY REFERENCES claim (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL
) STRICT;
CREATE INDEX article_file ON article (file);
CREATE INDEX article_title ON article (title) WHERE title IS NOT NULL;

-- Decisions that a row of evidence rests on, one a line; NULL: none.
ALTER TABLE evidence ADD COLUMN decided TEXT;

-- The effect that the study found for what it is about here, as its record gives it.
ALTER TABLE evidence ADD COLUMN effect TEXT;
UPDATE evidence SET effect = (
    SELECT r.effect FROM study_result AS r
    WHERE r.study = evidence.study AND r.treatment = evidence.about_treatment AND r.condition = evidence.about_condition
        AND r.effect IS NOT NULL
        AND r.direction IN (
            iif(evidence.purpose = 'benefit', 'supports', 'harm'), iif(evidence.purpose = 'benefit', 'refutes', 'safe')
        )
        AND (evidence.direction = 'supports') = (r.direction IN ('supports', 'harm'))
    ORDER BY r.place LIMIT 1
);

CREATE VIEW v_decisions AS SELECT at, by, action, subject, of, field, value, reason, anchor_text AS sentence, id FROM decision;

-- What questions are answered from. Everything here follows from the tables before, and is kept up to date whenever
-- they change, so that an answer is a few rows found by an index.

-- One way from a claim to a study, for the treatment and condition on which the study bears.
CREATE TABLE flow (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    purpose TEXT NOT NULL,
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    direction TEXT NOT NULL,
    zero TEXT NOT NULL,
    cost INTEGER NOT NULL,      -- number of steps
    claim_id TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    outcome_kind TEXT NOT NULL,
    via TEXT NOT NULL,          -- the publication that relays the study, or ''
    steps TEXT NOT NULL,        -- a line each: code, tab, why
    own INTEGER NOT NULL,       -- 1 where the claim itself names this treatment and condition
    PRIMARY KEY (study, purpose, treatment, condition, direction, zero, cost, claim_id, via)
) STRICT, WITHOUT ROWID;
CREATE INDEX flow_claim ON flow (claim);

-- The body of a claim's own citations, by which the claim itself is graded.
CREATE TABLE claim_evidence (
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    direction TEXT NOT NULL,
    zero TEXT NOT NULL,
    outcome_kind TEXT NOT NULL,
    steps TEXT NOT NULL,
    PRIMARY KEY (claim, study)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_evidence_study ON claim_evidence (study);

-- The body for treatment T and condition C: one row a study, its best way chosen. Kinds of T and narrower conditions
-- have been carried up to T and C.
CREATE TABLE evidence (
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    purpose TEXT NOT NULL,
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    direction TEXT NOT NULL,
    zero TEXT NOT NULL,
    outcome_kind TEXT NOT NULL,
    about_treatment TEXT NOT NULL,  -- what the study itself is about
    about_condition TEXT NOT NULL,
    steps TEXT NOT NULL,            -- directness, link and path; the study's own are added by grading
    unit TEXT NOT NULL DEFAULT 'study',
    weight INTEGER NOT NULL DEFAULT 0,  -- 2^20 >> (E - 1), 0 where it does not count
    share INTEGER NOT NULL DEFAULT 0,   -- what it adds to its side, in units of 2^-60
    PRIMARY KEY (treatment, condition, purpose, study)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_study ON evidence (study);
CREATE INDEX evidence_harm ON evidence (treatment, condition) WHERE purpose = 'harm' AND about_condition = condition;

-- The grade of each body.
CREATE TABLE grade (
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    purpose TEXT NOT NULL,
    support INTEGER NOT NULL,
    oppose INTEGER NOT NULL,
    support_units INTEGER NOT NULL,
    oppose_units INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (treatment, purpose, condition)
) STRICT, WITHOUT ROWID;
CREATE INDEX grade_condition ON grade (condition, purpose, treatment);

-- The claims about T (or its kinds) and C (or what is narrower), strongest first.
CREATE TABLE claim_topic (
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    weakness INTEGER NOT NULL,  -- minus the points of its own direction
    fewness INTEGER NOT NULL,   -- minus the units behind them
    id TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    stance TEXT NOT NULL,
    PRIMARY KEY (treatment, condition, weakness, fewness, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_topic_claim ON claim_topic (claim);
CREATE INDEX claim_topic_absence ON claim_topic (treatment, condition, id) WHERE stance = 'insufficient';
CREATE INDEX claim_topic_comparison ON claim_topic (treatment, condition, weakness, fewness, id) WHERE kind = 'comparison';
CREATE INDEX claim_topic_harm ON claim_topic (treatment, condition, weakness, fewness, id) WHERE stance = 'harm';

-- How much one article says about T and C, and the sums over all articles.
CREATE TABLE article_topic (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    claims INTEGER NOT NULL,
    cited INTEGER NOT NULL,
    phantom INTEGER NOT NULL,
    harms INTEGER NOT NULL,   -- claims of harm
    direct INTEGER NOT NULL,  -- claims that name C itself
    direct_harms INTEGER NOT NULL,  -- claims of harm that name C itself
    PRIMARY KEY (article, treatment, condition)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_topic_pair ON article_topic (treatment, condition, article);
CREATE TABLE tally (
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    articles INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    cited INTEGER NOT NULL,
    phantom INTEGER NOT NULL,
    harms INTEGER NOT NULL,
    direct INTEGER NOT NULL,
    direct_harms INTEGER NOT NULL,
    PRIMARY KEY (treatment, condition)
) STRICT, WITHOUT ROWID;
CREATE INDEX tally_condition ON tally (condition, treatment);
CREATE INDEX tally_harm ON tally (treatment, direct_harms) WHERE direct_harms > 0;
CREATE TRIGGER article_topic_added AFTER INSERT ON article_topic BEGIN
    INSERT INTO tally VALUES (new.treatment, new.condition, 1, new.claims, new.cited, new.phantom, new.harms, new.direct, new.direct_harms)
    ON CONFLICT (treatment, condition) DO UPDATE SET
        articles = articles + 1, claims = claims + new.claims, cited = cited + new.cited,
        phantom = phantom + new.phantom, harms = harms + new.harms, direct = direct + new.direct,
        direct_harms = direct_harms + new.direct_harms;
END;
CREATE TRIGGER article_topic_removed AFTER DELETE ON article_topic BEGIN
    UPDATE tally SET
        articles = articles - 1, claims = claims - old.claims, cited = cited - old.cited,
        phantom = phantom - old.phantom, harms = harms - old.harms, direct = direct - old.direct,
        direct_harms = direct_harms - old.direct_harms
    WHERE treatment = old.treatment AND condition = old.condition;
    DELETE FROM tally WHERE treatment = old.treatment AND condition = old.condition AND articles = 0;
END;

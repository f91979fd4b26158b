-- How publications and articles retell studies, and what a review says that it includes.

-- Of a review: the best design that it includes, NULL where that is not known. What a level depends on beside the design.
ALTER TABLE study ADD COLUMN reviews TEXT;
ALTER TABLE study ADD COLUMN feature TEXT NOT NULL DEFAULT 'none';
UPDATE study_as_read SET row = json_insert(json_insert(row, '$[#]', NULL), '$[#]', 'none') WHERE part = 'study';

-- Names under which an article may be cited (address, DOI, title), and those that citations use: hashes.
CREATE TABLE article_key (
    key INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_key_article ON article_key (article);
CREATE TABLE cited_key (
    key INTEGER NOT NULL,
    citation INTEGER NOT NULL REFERENCES citation (key) ON DELETE CASCADE,
    PRIMARY KEY (key, citation)
) STRICT, WITHOUT ROWID;
CREATE INDEX cited_key_citation ON cited_key (citation);
-- Citations that mean another stored article: follows from the two.
CREATE TABLE retelling (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,  -- that is cited
    citation INTEGER NOT NULL REFERENCES citation (key) ON DELETE CASCADE,
    PRIMARY KEY (article, citation)
) STRICT, WITHOUT ROWID;
CREATE INDEX retelling_citation ON retelling (citation);

-- What sentences that cite one study alone give as its effect, with an interval. Beside `flow`, with which it is kept up
-- to date.
CREATE TABLE told_effect (
    study TEXT NOT NULL REFERENCES study (id) ON DELETE CASCADE ON UPDATE CASCADE,
    purpose TEXT NOT NULL,
    treatment TEXT NOT NULL,
    condition TEXT NOT NULL,
    direction TEXT NOT NULL,
    claim_id TEXT NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (key) ON DELETE CASCADE,
    effect TEXT NOT NULL,
    PRIMARY KEY (study, purpose, treatment, condition, direction, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_effect_claim ON told_effect (claim);

-- Who gives the effect: the study's record, or an article ("secondary").
ALTER TABLE evidence ADD COLUMN effect_from TEXT NOT NULL DEFAULT 'primary';

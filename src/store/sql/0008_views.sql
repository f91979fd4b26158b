-- For people who open the file themselves. Points are of 100.
CREATE VIEW v_claims AS
SELECT
    c.id,
    coalesce(a.title, a.file) AS article,
    a.file || ':' || c.line AS place,
    c.text,
    (SELECT group_concat(entity, ', ') FROM claim_treatment WHERE claim = c.key) AS treatments,
    (SELECT group_concat(entity, ', ') FROM claim_target WHERE claim = c.key) AS targets,
    c.kind, c.stance, c.strength, c.voice, c.hedge, c.appeal, c.gap,
    round(c.support * 100.0 / 1152921504606846976, 2) AS support,
    round(c.oppose * 100.0 / 1152921504606846976, 2) AS oppose,
    (SELECT group_concat(DISTINCT study) FROM flow WHERE claim = c.key) AS studies
FROM claim AS c JOIN article AS a ON a.key = c.article;

CREATE VIEW v_evidence AS
SELECT
    e.treatment, e.condition, e.purpose, s.label AS study,
    (SELECT design FROM study_design WHERE study = s.id AND place = 0) AS design,
    s.participants, e.direction, round(e.share * 100.0 / 1152921504606846976, 2) AS points,
    nullif(e.zero, 'none') AS counts_nothing_because, e.steps, s.state
FROM evidence AS e JOIN study AS s ON s.id = e.study;

CREATE VIEW v_grades AS
SELECT
    treatment, condition, purpose, verdict,
    round(support * 100.0 / 1152921504606846976, 2) AS support,
    round(oppose * 100.0 / 1152921504606846976, 2) AS oppose,
    support_units, oppose_units
FROM grade;

CREATE VIEW v_studies AS
SELECT
    s.id, s.label,
    (SELECT design FROM study_design WHERE study = s.id AND place = 0) AS design,
    s.participants, s.year, s.state, s.origin,
    i.title, i.container_title AS journal, i.doi, i.pmid,
    (SELECT count(DISTINCT c.article) FROM citation_study AS x JOIN citation AS c ON c.key = x.citation WHERE x.study = s.id)
        AS articles
FROM study AS s LEFT JOIN bib_item AS i ON i.report_of = s.id AND i.place = 0;

CREATE VIEW v_articles AS
SELECT
    a.id, coalesce(a.title, a.file) AS title, a.file, a.source_type, a.published,
    (SELECT count(*) FROM claim WHERE article = a.key) AS claims,
    (SELECT count(*) FROM claim WHERE article = a.key AND appeal = 'phantom') AS phantom_appeals,
    (SELECT count(*) FROM claim WHERE article = a.key AND gap = 'overclaim') AS overclaims,
    (SELECT count(*) FROM reference WHERE article = a.key) AS list_entries,
    (SELECT count(*) FROM finding WHERE article = a.key) AS findings
FROM article AS a;

CREATE VIEW v_parameters AS
SELECT coalesce(a.title, a.file) AS article, p.line, p.treatment, p.kind, p.low, p.high, p.unit, p.currency,
    p.country, p.population, p.sentence
FROM parameter AS p JOIN article AS a ON a.key = p.article;

CREATE VIEW v_findings AS
SELECT coalesce(a.title, a.file) AS article, f.severity, f.code, f.message, f.origin
FROM finding AS f JOIN article AS a ON a.key = f.article;

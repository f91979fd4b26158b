-- Articles, the names in them, and the treatment graph. `place` counts from 0 inside its owner; `first` and `past`
-- are the bounds of a half-open byte range of the article's text.
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    title TEXT,
    published TEXT,
    source_type TEXT NOT NULL,
    source_type_reason TEXT NOT NULL,
    language TEXT,
    url TEXT,
    doi TEXT,
    bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE article_text (
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE article_author (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;

-- Where an article was found: absolute paths and addresses. One place holds one article at a time.
CREATE TABLE location (
    place TEXT PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    file TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX location_article ON location (article);

CREATE TABLE finding (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    origin TEXT NOT NULL CHECK (origin IN ('read', 'link', 'store')),
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (article, origin, place)
) STRICT, WITHOUT ROWID;

-- An entity as one article has it. For entities of the lexicon the lexicon's own row holds, and the rest is NULL.
CREATE TABLE article_entity (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    entity TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    mesh TEXT,
    route TEXT,
    substance TEXT NOT NULL,
    aliases TEXT,      -- one a line
    parents TEXT,      -- one a line
    ingredients TEXT,  -- one a line
    mentions INTEGER NOT NULL,
    PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_entity_entity ON article_entity (entity, article);

CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    entity INTEGER NOT NULL,  -- place in article_entity
    first INTEGER NOT NULL,
    past INTEGER NOT NULL,
    voice TEXT NOT NULL,
    PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;

-- The graph in force: the lexicon, and what the articles add to it.
CREATE TABLE entity (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    mesh TEXT,
    route TEXT,
    substance TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_parent (
    entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    parent TEXT NOT NULL,
    PRIMARY KEY (entity, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_ingredient (
    entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    ingredient TEXT NOT NULL,
    PRIMARY KEY (entity, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_ingredient_of ON entity_ingredient (ingredient, entity);
CREATE TABLE entity_alias (
    entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    alias TEXT NOT NULL,
    PRIMARY KEY (entity, place)
) STRICT, WITHOUT ROWID;

-- Names as people may type them, folded: the way in for every question.
CREATE TABLE name (
    key TEXT NOT NULL,
    entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    PRIMARY KEY (key, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_entity ON name (entity);

-- Everything above an entity by is-a, itself at distance 0.
CREATE TABLE ancestor (
    entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    ancestor TEXT NOT NULL,
    distance INTEGER NOT NULL,
    PRIMARY KEY (entity, ancestor)
) STRICT, WITHOUT ROWID;
CREATE INDEX ancestor_below ON ancestor (ancestor, distance, entity);

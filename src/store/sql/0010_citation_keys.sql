-- The citation keys that exports use. A key once given is never another study's while its study is there, and the study
-- never gets another: so `study` is no foreign key, and a study that goes and comes back finds its key again.
CREATE TABLE citation_key (
    study TEXT PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
CREATE TRIGGER study_renamed AFTER UPDATE OF id ON study WHEN old.id <> new.id BEGIN
    UPDATE OR IGNORE citation_key SET study = new.id WHERE study = old.id;
END;

-- Full-text search over claims. The text stays in `claim`; tools that open the file find the index by this declaration.
CREATE VIRTUAL TABLE claim_search USING fts5(
    text, content="claim", content_rowid="key", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER claim_search_added AFTER INSERT ON claim BEGIN
    INSERT INTO claim_search (rowid, text) VALUES (new.key, new.text);
END;
CREATE TRIGGER claim_search_removed AFTER DELETE ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, text) VALUES ('delete', old.key, old.text);
END;
CREATE TRIGGER claim_search_changed AFTER UPDATE OF text ON claim BEGIN
    INSERT INTO claim_search (claim_search, rowid, text) VALUES ('delete', old.key, old.text);
    INSERT INTO claim_search (rowid, text) VALUES (new.key, new.text);
END;

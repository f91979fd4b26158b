-- Full-text search over claims. The text stays in `claim`; tools that open the file find the index by this declaration.
-- The program writes both: a trigger that writes a virtual table would have to be trusted with whatever a file brings.
CREATE VIRTUAL TABLE claim_search USING fts5(
    text, content="claim", content_rowid="key", tokenize="porter unicode61 remove_diacritics 2"
);

-- Imported records by the words of their titles, MeSH headings and key words: which of them are about a treatment that a
-- question names, though no article cites them. Holds no text: the words of a record are taken out by its own words.
CREATE VIRTUAL TABLE record_search USING fts5(
    text, content="", columnsize=0, tokenize="porter unicode61 remove_diacritics 2"
);

-- Deletions of records that have not come yet: a record that comes later comes withdrawn.
CREATE TABLE withdrawn_record (
    identity INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE text (id INTEGER PRIMARY KEY, name TEXT, title TEXT, topic TEXT, level INTEGER);
CREATE TABLE sentence (
    id INTEGER PRIMARY KEY, text INTEGER, label TEXT, paragraph INTEGER, body TEXT,
    word TEXT, headword TEXT, lemma TEXT, root TEXT, pattern TEXT, pos TEXT, entity TEXT,
    affix TEXT, span TEXT, names TEXT
);
-- The words themselves are in the table above; this one only leads to them.
CREATE VIRTUAL TABLE posting USING fts5(tokens, marks, scope, content='', tokenize='ascii');
CREATE TABLE frequency (
    attribute TEXT, value TEXT, text INTEGER, count INTEGER,
    PRIMARY KEY (attribute, value, text)
) WITHOUT ROWID;
CREATE TABLE vocabulary (
    attribute TEXT, value TEXT, count INTEGER, PRIMARY KEY (attribute, value)
) WITHOUT ROWID;

-- The item bank. `content` columns are JSON; all that is searched stands in columns of its own.
PRAGMA user_version = 1;
PRAGMA page_size = 8192;

CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE texts (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT,
    date TEXT,
    topic TEXT,
    content TEXT NOT NULL
);
CREATE INDEX texts_by_topic ON texts (topic COLLATE NOCASE) WHERE topic IS NOT NULL;

CREATE TABLE items (
    number INTEGER PRIMARY KEY,
    text INTEGER NOT NULL REFERENCES texts (number),
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    family TEXT NOT NULL,
    process TEXT NOT NULL,
    level INTEGER NOT NULL,
    fact_key TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL
);
CREATE INDEX items_by_text ON items (text);
CREATE INDEX items_by_type ON items (type, level);
CREATE INDEX items_by_process ON items (process, level);

CREATE TABLE headwords (
    headword TEXT NOT NULL COLLATE NOCASE,
    item INTEGER NOT NULL REFERENCES items (number),
    PRIMARY KEY (headword, item)
) WITHOUT ROWID;

-- Parts of names are found too: Widodo finds Joko Widodo.
CREATE VIRTUAL TABLE entities USING fts5 (names, content = '', tokenize = 'unicode61');

-- What a text is about, where it names no topic: the words of its title and its paragraphs.
CREATE VIRTUAL TABLE subjects USING fts5 (topic, title, body, content = '', tokenize = 'unicode61');

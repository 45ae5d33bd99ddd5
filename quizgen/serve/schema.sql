-- Drafts as parts with versions; steps and revisions are only ever added to.
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS draft (
    id TEXT PRIMARY KEY, created REAL NOT NULL, updated REAL NOT NULL, deleted INTEGER NOT NULL
);
-- A part that was taken away has no value, but keeps its version.
CREATE TABLE IF NOT EXISTS part (
    draft TEXT NOT NULL REFERENCES draft, name TEXT NOT NULL, value TEXT, version INTEGER NOT NULL,
    PRIMARY KEY (draft, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS step (
    number INTEGER PRIMARY KEY AUTOINCREMENT, draft TEXT NOT NULL REFERENCES draft,
    kind TEXT NOT NULL CHECK (kind IN ('start', 'do', 'undo', 'redo')),
    of INTEGER REFERENCES step, label TEXT NOT NULL, at REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS step_of_draft ON step (draft, number);
CREATE TABLE IF NOT EXISTS revision (
    step INTEGER NOT NULL REFERENCES step, part TEXT NOT NULL, before TEXT, after TEXT,
    PRIMARY KEY (step, part)
) WITHOUT ROWID;
CREATE TRIGGER IF NOT EXISTS step_stays BEFORE UPDATE ON step
    BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE TRIGGER IF NOT EXISTS step_is_kept BEFORE DELETE ON step
    BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE TRIGGER IF NOT EXISTS revision_stays BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'revisions are only added'); END;
CREATE TRIGGER IF NOT EXISTS revision_is_kept BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'revisions are only added'); END;

"""What stands in a store's file.

Each row has a digest of what it says (see `seals`), but for those of owners, claims, notes (what
processes at work tell each other) and keys (which key was asked about which article, in whatever
run), which say nothing about articles; of an article it is its hash.
"""

from __future__ import annotations

VERSION = 5
"""Of the tables below; a library reads stores of its own version."""

# A row of inputs keeps its number, also when a later run has another article of the same name:
# reading goes by numbers, and may go on while others write.
TABLES = """
CREATE TABLE owners (number INTEGER PRIMARY KEY);
CREATE TABLE claims (key TEXT PRIMARY KEY, owner INTEGER NOT NULL REFERENCES owners) WITHOUT ROWID;
CREATE TABLE notes (subject TEXT NOT NULL, owner INTEGER NOT NULL, json TEXT NOT NULL,
    PRIMARY KEY (subject, owner)) WITHOUT ROWID;
CREATE TABLE articles (number INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, json TEXT NOT NULL);
CREATE TABLE inputs (number INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL,
    article BLOB NOT NULL REFERENCES articles (hash), run INTEGER NOT NULL, seal BLOB);
CREATE TABLE keys (key TEXT NOT NULL, article BLOB NOT NULL,
    PRIMARY KEY (article, key)) WITHOUT ROWID;
CREATE INDEX inputs_same ON inputs (name, key, article);
CREATE INDEX inputs_run ON inputs (name, run);
CREATE INDEX inputs_key ON inputs (key);
CREATE INDEX inputs_article ON inputs (article);
CREATE VIEW current AS SELECT * FROM inputs AS input WHERE NOT EXISTS
    (SELECT 1 FROM inputs AS newer WHERE newer.name = input.name AND newer.run > input.run);
CREATE TABLE results (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE,
    summary TEXT, error TEXT, seal BLOB, CHECK ((summary IS NULL) <> (error IS NULL)));
CREATE INDEX failures ON results (key) WHERE summary IS NULL;
CREATE VIEW sound AS SELECT * FROM results WHERE seal = digest(typeof(key), CAST(key AS BLOB),
    typeof(summary), CAST(summary AS BLOB), typeof(error), CAST(error AS BLOB));
CREATE TABLE drafts (number INTEGER PRIMARY KEY, key TEXT NOT NULL, part TEXT NOT NULL,
    json TEXT NOT NULL, seal BLOB, UNIQUE (key, part));
CREATE TABLE batches (number INTEGER PRIMARY KEY, token TEXT NOT NULL UNIQUE,
    settings TEXT NOT NULL, submitted REAL NOT NULL, file TEXT, id TEXT, end TEXT,
    message TEXT, usage TEXT, seal BLOB);
CREATE TABLE batch_rows (batch INTEGER NOT NULL REFERENCES batches,
    name TEXT NOT NULL, key TEXT NOT NULL, part TEXT NOT NULL, outcome TEXT, seal BLOB,
    PRIMARY KEY (batch, name)) WITHOUT ROWID;
CREATE INDEX batch_rows_same ON batch_rows (key, part)
"""

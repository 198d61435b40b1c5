"""The tables that are kept for ever: ledger, blobs, and what belongs to one file alone."""

LEDGER = """
CREATE TABLE entry (
  n INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  replica TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at INTEGER NOT NULL,
  wall TEXT NOT NULL,
  actor TEXT NOT NULL,
  base TEXT NOT NULL,
  prev TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  format INTEGER NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX entry_chain ON entry (replica, seq);
CREATE INDEX entry_actor ON entry (actor, at);
CREATE TRIGGER entry_is_new BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash OR n = NEW.n)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows: this entry is already there'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no entry is deleted'); END;
CREATE TRIGGER entry_header_stays BEFORE UPDATE ON entry
WHEN NEW.n IS NOT OLD.n OR NEW.hash IS NOT OLD.hash OR NEW.replica IS NOT OLD.replica
  OR NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at OR NEW.wall IS NOT OLD.wall OR NEW.actor IS NOT OLD.actor
  OR NEW.base IS NOT OLD.base OR NEW.prev IS NOT OLD.prev OR NEW.body_hash IS NOT OLD.body_hash
  OR NEW.format IS NOT OLD.format
BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no entry is changed'); END;
CREATE TRIGGER entry_body_stays BEFORE UPDATE OF body ON entry
WHEN NOT (
  (OLD.body IS NULL AND NEW.body IS NOT NULL AND factcheck_sha256(NEW.body) = OLD.body_hash)
  OR (NEW.body IS NULL AND json_extract(OLD.body, '$.kind') <> 'source.redacted' AND EXISTS (
    SELECT 1 FROM entry r, json_each(r.body, '$.fields.redacted_entries') j
    WHERE r.body IS NOT NULL AND json_extract(r.body, '$.kind') = 'source.redacted' AND j.value = OLD.hash))
)
BEGIN SELECT RAISE(ABORT, 'the ledger only grows: no body is changed'); END;

CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  coding TEXT NOT NULL,
  stored BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
  reviewer TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (reviewer, key)
) STRICT, WITHOUT ROWID;
"""
"""Migrated with care, never dropped. `n` is the order of arrival in this file and means nothing elsewhere."""

LEDGER_TABLES = ("entry", "blob")
LOCAL_TABLES = ("local", "draft")

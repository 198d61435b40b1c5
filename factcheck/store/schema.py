"""The projection's tables: dropped and replayed at will. What is kept for ever is in `ledger_tables`."""

from __future__ import annotations

from functools import cache

from factcheck.core.entities import ENTITIES, Entity
from factcheck.core.entry import sha256
from factcheck.core.rules import Rule, rules_of

INDEX_TABLES = """
CREATE TABLE act (
  subject TEXT NOT NULL, at INTEGER NOT NULL, replica TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL,
  batch TEXT NOT NULL, kind TEXT NOT NULL, rank INTEGER NOT NULL,
  PRIMARY KEY (subject, at, replica, seq, hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_hash ON act (hash);
CREATE INDEX act_batch ON act (batch);
CREATE TABLE reversal (
  hash TEXT PRIMARY KEY, at INTEGER NOT NULL, replica TEXT NOT NULL, seq INTEGER NOT NULL,
  batch TEXT NOT NULL, names TEXT NOT NULL, kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reversal_batch ON reversal (batch);
CREATE INDEX reversal_names ON reversal (names);
CREATE TABLE reference (
  referent TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (referent, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX reference_subject ON reference (subject);
CREATE TABLE pending (
  waits_for TEXT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (waits_for, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_subject ON pending (subject);
CREATE TABLE label (
  entity TEXT NOT NULL, scope TEXT NOT NULL, letter TEXT NOT NULL, number INTEGER NOT NULL, subject TEXT NOT
  NULL, PRIMARY KEY (entity, scope, letter, number, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX label_subject ON label (subject);
CREATE TABLE record (
  id TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  label TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  version TEXT NOT NULL,
  conflicts TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX record_entity ON record (entity, number, id);
CREATE INDEX record_label ON record (label);
CREATE TABLE passage (
  record TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL,
  n INTEGER NOT NULL,
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  page TEXT, line TEXT, paragraph INTEGER, cell TEXT, time TEXT,
  page_end TEXT, line_end TEXT, paragraph_end INTEGER, cell_end TEXT, time_end TEXT,
  PRIMARY KEY (record, part, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX passage_place ON passage (source, start);
CREATE TABLE grade_code (
  grade TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  dimension TEXT NOT NULL, code TEXT NOT NULL,
  PRIMARY KEY (grade, dimension)
) STRICT, WITHOUT ROWID;
CREATE TABLE stale (
  judgement TEXT PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE finding (
  claim TEXT PRIMARY KEY REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL, degree TEXT, low TEXT, high TEXT,
  links INTEGER NOT NULL, unresolved INTEGER NOT NULL, ungraded INTEGER NOT NULL,
  decided_by TEXT NOT NULL, text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE proposal (
  extraction TEXT NOT NULL REFERENCES extraction (id) DEFERRABLE INITIALLY DEFERRED,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  entity TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  confidence INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (extraction, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX proposal_id ON proposal (id);
CREATE INDEX proposal_place ON proposal (source, start);
CREATE TABLE chunk (
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL, start INTEGER NOT NULL, first_line INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE place (
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, page TEXT, line TEXT, paragraph INTEGER, cell TEXT, time TEXT,
  PRIMARY KEY (source, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE turn (
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, speaker TEXT, role TEXT NOT NULL, label TEXT,
  candidates TEXT NOT NULL, flags TEXT NOT NULL,
  PRIMARY KEY (source, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE section (
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  start INTEGER NOT NULL, sort TEXT NOT NULL, date TEXT, place TEXT, heading TEXT, present TEXT NOT NULL,
  PRIMARY KEY (source, start)
) STRICT, WITHOUT ROWID;
CREATE TABLE hole (
  source TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL, what TEXT NOT NULL, "where" TEXT NOT NULL, count INTEGER NOT NULL, page TEXT,
  PRIMARY KEY (source, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE register_row (
  register TEXT NOT NULL REFERENCES register (id) DEFERRABLE INITIALLY DEFERRED,
  n INTEGER NOT NULL, number INTEGER NOT NULL, gone TEXT, foreign_id TEXT,
  "when" TEXT, earliest TEXT, latest TEXT, title TEXT NOT NULL, said TEXT NOT NULL, cells TEXT NOT NULL,
  cited INTEGER NOT NULL,
  PRIMARY KEY (register, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_row_number ON register_row (register, number);
CREATE INDEX register_row_foreign_id ON register_row (register, foreign_id) WHERE foreign_id IS NOT NULL;
CREATE INDEX register_row_cited ON register_row (register, n) WHERE cited = 1;
"""

SEARCH_TABLES = """
CREATE TABLE paragraph (id INTEGER PRIMARY KEY, source TEXT NOT NULL, chunk INTEGER NOT NULL,
  start INTEGER NOT NULL, length INTEGER NOT NULL) STRICT;
CREATE INDEX paragraph_source ON paragraph (source, start);
CREATE VIEW paragraph_text AS
  SELECT p.id AS id, substr(c.text, p.start - c.start + 1, p.length) AS words
  FROM paragraph p JOIN chunk c ON c.source = p.source AND c.n = p.chunk;
CREATE VIRTUAL TABLE source_search USING fts5(words, content='paragraph_text', content_rowid='id',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE source_cjk_search USING fts5(words, content='', tokenize='unicode61');
CREATE TABLE record_text (id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, entity TEXT NOT NULL,
  words TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE record_search USING fts5(entity, words, content='record_text', content_rowid='id',
  tokenize="unicode61 remove_diacritics 2", prefix='2 3');
CREATE VIRTUAL TABLE record_cjk_search USING fts5(words, content='', tokenize='unicode61');
CREATE TABLE bench_line (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, statement TEXT NOT NULL,
  part INTEGER NOT NULL, day TEXT NOT NULL, number INTEGER NOT NULL) STRICT;
CREATE INDEX bench_line_order ON bench_line (day, number, statement, part, id);
CREATE TABLE event_line (n INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, day TEXT NOT NULL,
  number INTEGER NOT NULL, terms TEXT NOT NULL) STRICT;
CREATE INDEX event_line_order ON event_line (day, number, event);
CREATE VIRTUAL TABLE event_search USING fts5(terms, content='event_line', content_rowid='n', detail=none,
  tokenize='unicode61');
CREATE VIRTUAL TABLE event_vocabulary USING fts5vocab('event_search', 'row');
CREATE TABLE register_number (n INTEGER PRIMARY KEY, register TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE row_search USING fts5(words, content='',
  tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE row_cjk_search USING fts5(words, content='', tokenize='unicode61');
CREATE VIRTUAL TABLE row_term_search USING fts5(terms, content='', detail=none, tokenize='unicode61');
CREATE VIRTUAL TABLE row_vocabulary USING fts5vocab('row_term_search', 'row');
"""
"""The CJK indexes hold pairs of letters (see `core.words`). They and the lines are filled beside the records
and are no part of what is equal everywhere. A row's number in the indexes is made of its register's number
here and its own place (see `registers`)."""

NAME_INDEXES = """
CREATE INDEX person_name ON person (name COLLATE NOCASE);
CREATE INDEX alias_name ON alias (name COLLATE NOCASE);
CREATE INDEX statement_foreign_id ON statement (foreign_id) WHERE foreign_id IS NOT NULL;
CREATE INDEX event_foreign_id ON event (foreign_id) WHERE foreign_id IS NOT NULL;
CREATE INDEX row_number ON row (register, number);
"""
"""By what people, and imported records, are found again."""

VIEWS = """
CREATE VIEW discrepancies AS
  SELECT r.label AS claim, p.name AS speaker, s.said_on, c.words, f.degree, f.state, f.text AS finding
  FROM finding f JOIN claim c ON c.id = f.claim JOIN record r ON r.id = c.id
  JOIN statement s ON s.id = c.statement LEFT JOIN person p ON p.id = s.speaker
  WHERE f.degree >= '1' OR f.state = 'range'
  ORDER BY f.degree DESC, s.said_on_earliest, r.number;
CREATE VIEW chronology AS
  SELECT 'event' AS what, r.label, e."when" AS "when", e.when_earliest AS earliest, e.title AS words
  FROM event e JOIN record r ON r.id = e.id WHERE e.withdrawn = 0
  UNION ALL
  SELECT 'statement', r.label, s.said_on, s.said_on_earliest, s.words
  FROM statement s JOIN record r ON r.id = s.id WHERE s.withdrawn = 0
  ORDER BY earliest;
"""

SEARCH_OBJECTS = (
    "event_vocabulary",
    "row_vocabulary",
    "source_search",
    "source_cjk_search",
    "record_search",
    "record_cjk_search",
    "event_search",
    "row_search",
    "row_cjk_search",
    "row_term_search",
    "paragraph_text",
    "paragraph",
    "record_text",
    "bench_line",
    "event_line",
    "register_number",
)

_COLUMN_TYPES = {"flag": "INTEGER", "count": "INTEGER"}


def column_of(name: str, rule: Rule) -> list[tuple[str, str]]:
    """The columns (name, type) that hold a field; anchors have none, they are rows of `passage`."""
    match rule.shape:
        case "anchors":
            return []
        case "edtf":
            return [(name, "TEXT"), (f"{name}_earliest", "TEXT"), (f"{name}_latest", "TEXT")]
    return [(name, _COLUMN_TYPES.get(rule.shape, "TEXT"))]


@cache
def columns_of(entity: str) -> tuple[tuple[str, str], ...]:
    """All columns of an entity's table after `id`."""
    rules = rules_of(ENTITIES[entity].record)
    return tuple(column for name, rule in rules.items() for column in column_of(name, rule))


def _entity_table(entity: Entity) -> str:
    rules = rules_of(entity.record)
    lines = ["id TEXT PRIMARY KEY REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED"]
    indexes = []
    for name, rule in rules.items():
        for column, kind in column_of(name, rule):
            line = f'"{column}" {kind}'
            if rule.shape == "ref":
                target = "record" if rule.entity == "record" else ENTITIES[rule.entity or ""].table
                line += f" REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED"
                place = f'{entity.table} ("{name}") WHERE "{name}" IS NOT NULL'
                indexes.append(f"CREATE INDEX {entity.table}_{name} ON {place};")
            elif column in ORDERED_BY.get(entity.name, ()):
                latest = column.replace("_earliest", "_latest")
                place = f'{entity.table} ("{column}", "{latest}", id)'
                indexes.append(f"CREATE INDEX {entity.table}_{column} ON {place};")
            lines.append(line)
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {entity.table} (\n  {body}\n) STRICT, WITHOUT ROWID;\n" + "\n".join(indexes)


ORDERED_BY = {"statement": ("said_on_earliest",), "event": ("when_earliest",)}
"""The columns by which long lists are ordered."""


@cache
def projection_ddl() -> str:
    """Everything that is dropped and replayed: index tables, one table an entity, search, views."""
    tables = "\n".join(_entity_table(entity) for entity in ENTITIES.values())
    return INDEX_TABLES + tables + NAME_INDEXES + SEARCH_TABLES + VIEWS


@cache
def projection_signature() -> str:
    """Changes whenever the projection's tables or the way they are filled do; a case with another is
    replayed."""
    return sha256(f"{FOLD_VERSION}\n{projection_ddl()}")


FOLD_VERSION = 2
"""Raised by hand when the projection is filled differently while its tables stay the same."""

ORDINARY_TABLES = (
    "act",
    "reversal",
    "reference",
    "pending",
    "label",
    "record",
    "passage",
    "grade_code",
    "stale",
    "finding",
    "proposal",
    "chunk",
    "place",
    "turn",
    "section",
    "hole",
    "register_row",
    *(entity.table for entity in ENTITIES.values()),
)
"""What is equal after incremental work, replay and union in any order."""

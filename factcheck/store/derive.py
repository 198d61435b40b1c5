"""What follows from several records together: a claim's finding, and whether a judgement is stale."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.core.entry import canonical, sha256
from factcheck.core.findings import Finding, GradeGiven, LinkJudged, counts_for_finding, roll_up
from factcheck.store.standing import families, standing_for

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from factcheck.core.fold import Act

_BEARING = {
    "claim": ("statement",),
    "statement": ("same_as",),
    "event": ("same_as",),
    "register": (),
    "row": (),
    "link": ("claim", "target"),
    "evidence": ("event",),
    "participant": ("event",),
    "explanation": ("target",),
    "grade": ("target",),
    "adjudication": ("target",),
    "dissent": ("target",),
}
"""The entities that bear on findings or staleness, and the fields that name what they bear on."""


def begin(db: sqlite3.Connection) -> None:
    """Prepares to gather what was touched."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS judged (id TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM judged")


def note(write: Callable[..., None], entity: str, subject: str, acts: Sequence[Act]) -> None:
    """Gathers a touched record and what it bears on, now or before."""
    if entity not in _BEARING:
        return
    write("INSERT OR IGNORE INTO judged VALUES (?)", subject)
    for act in acts:
        for name in _BEARING[entity]:
            if act.fields.get(name):
                write("INSERT OR IGNORE INTO judged VALUES (?)", act.fields[name])


def note_all(db: sqlite3.Connection) -> None:
    """Gathers every record, where all of them are new."""
    db.execute("INSERT OR IGNORE INTO judged SELECT id FROM record")


_AFFECTED_CLAIMS = """
SELECT claim FROM link WHERE id IN judged
UNION SELECT claim FROM link WHERE claim IN judged
UNION SELECT claim FROM link WHERE target IN judged
UNION SELECT id FROM claim WHERE statement IN judged
UNION SELECT l.claim FROM link l JOIN claim c ON c.statement = l.target WHERE c.id IN judged
UNION SELECT l.claim FROM link l JOIN row w ON w.id = l.target WHERE w.register IN judged
UNION SELECT id FROM claim WHERE id IN judged
"""

_AFFECTED_TARGETS = """
SELECT id FROM judged
UNION SELECT l.id FROM link l JOIN affected a ON a.claim = l.claim
UNION SELECT claim FROM affected
UNION SELECT c.statement FROM claim c JOIN affected a ON a.claim = c.id
"""


def refresh(db: sqlite3.Connection) -> None:
    """Renews findings and stale marks of everything gathered since `begin`."""
    db.execute(f"INSERT OR IGNORE INTO judged {_KIN.format(seed='SELECT id FROM judged')}")
    db.execute("CREATE TEMP TABLE IF NOT EXISTS affected (claim TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM affected")
    db.execute(f"INSERT OR IGNORE INTO affected {_AFFECTED_CLAIMS}")
    linked = db.execute(
        """SELECT a.claim FROM affected a WHERE EXISTS (SELECT 1 FROM link l WHERE l.claim = a.claim)
        OR EXISTS (SELECT 1 FROM adjudication j WHERE j.target = a.claim)
        OR EXISTS (SELECT 1 FROM finding f WHERE f.claim = a.claim)"""
    )
    for (claim,) in linked.fetchall():
        write_finding(db, claim)
    for table in ("grade", "adjudication"):
        judgements = db.execute(
            f"SELECT id, target, basis FROM {table} WHERE target IN ({_AFFECTED_TARGETS})"
        )
        for judgement, target, basis in judgements.fetchall():
            mark_stale(db, judgement, stale=fingerprint(db, target) != basis)


def write_finding(db: sqlite3.Connection, claim: str) -> None:
    """Writes the finding that all grades in the file give; none for a claim with neither link nor
    adjudication."""
    db.execute("DELETE FROM finding WHERE claim = ?", (claim,))
    if not db.execute("SELECT 1 FROM claim WHERE id = ?", (claim,)).fetchone():
        return
    finding = finding_of(db, claim)
    if finding.links == 0 and finding.state != "adjudicated":
        return
    db.execute(
        "INSERT INTO finding VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            claim,
            finding.state,
            finding.degree,
            finding.low,
            finding.high,
            finding.links,
            finding.unresolved,
            finding.ungraded,
            canonical(list(finding.decided_by)),
            finding.text,
        ),
    )


def finding_of(
    db: sqlite3.Connection, claim: str, may_see: Callable[[str], bool] = lambda _: True
) -> Finding:
    """Rolls a claim up from the judgements that `may_see` (given their ids) lets through."""
    links = db.execute(
        """SELECT l.id, r.label, l.target FROM link l JOIN record r ON r.id = l.id
        WHERE l.claim = ? AND l.withdrawn = 0 ORDER BY r.number, l.id""",
        (claim,),
    ).fetchall()
    judged = []
    for link, label, target in links:
        name, counts, why_not = _standing(db, standing_for(db, target))
        judged.append(
            LinkJudged(
                label=label,
                target=name,
                counts=counts,
                why_not=why_not,
                grades=_grades(db, link, may_see),
                settled=_settled(db, link, may_see),
            )
        )
    return roll_up(judged, _settled(db, claim, may_see))


def _standing(db: sqlite3.Connection, target: str) -> tuple[str, bool, str]:
    """What is called what a link points to, whether it is documented well enough to weigh, and if not why."""
    label, entity = db.execute("SELECT label, entity FROM record WHERE id = ?", (target,)).fetchone()
    return (label or target, *_weighs(db, target, entity))


def _weighs(db: sqlite3.Connection, target: str, entity: str) -> tuple[bool, str]:
    if entity == "event":
        row = db.execute("SELECT established, withdrawn FROM event WHERE id = ?", (target,)).fetchone()
        if row[1]:
            return False, "withdrawn"
        modes = db.execute(
            f"""SELECT DISTINCT v.mode FROM {families("event", "SELECT ? AS value")} f
            CROSS JOIN evidence v ON v.event = f.id WHERE v.withdrawn = 0""",
            (target,),
        )
        return counts_for_finding(row[0], [mode for (mode,) in modes])
    if entity == "statement":
        row = db.execute("SELECT quotation, withdrawn FROM statement WHERE id = ?", (target,)).fetchone()
        if row[1]:
            return False, "withdrawn"
        return (False, "only reported indirectly") if row[0] == "indirect" else (True, "")
    if entity == "row":
        query = (
            "SELECT coalesce(w.mode, g.mode) FROM row w JOIN register g ON g.id = w.register WHERE w.id = ?"
        )
        return counts_for_finding("documented", [db.execute(query, (target,)).fetchone()[0]])
    return True, ""


def _grades(db: sqlite3.Connection, target: str, may_see: Callable[[str], bool]) -> tuple[GradeGiven, ...]:
    """Each reviewer's latest grade of a target: that of the last round in which they gave one."""
    latest: dict[str, GradeGiven] = {}
    rows = db.execute(
        """SELECT id, reviewer, codes FROM grade WHERE target = ? AND withdrawn = 0 AND rubric = 'SVR'
        ORDER BY round, as_of, id""",
        (target,),
    )
    for grade, reviewer, codes in rows:
        if may_see(grade):
            latest[reviewer] = GradeGiven(reviewer, json.loads(codes))
    return tuple(latest[reviewer] for reviewer in sorted(latest))


def _settled(db: sqlite3.Connection, target: str, may_see: Callable[[str], bool]) -> dict[str, str] | None:
    """The codes of the last adjudication of a target, by round, then by the order in which they were made."""
    rows = db.execute(
        """SELECT j.id, j.codes FROM adjudication j JOIN record r ON r.id = j.id
        WHERE j.target = ? AND j.withdrawn = 0 ORDER BY j.round DESC, r.changed_at DESC, j.id DESC""",
        (target,),
    )
    for adjudication, codes in rows:
        if may_see(adjudication):
            return dict(json.loads(codes))
    return None


_RELATED = {
    "link": """SELECT claim FROM link WHERE id = :id UNION SELECT l.target FROM link l WHERE l.id = :id
          AND NOT EXISTS (SELECT 1 FROM row w WHERE w.id = l.target)
        UNION SELECT c.statement FROM link l JOIN claim c ON c.id = l.claim WHERE l.id = :id
        UNION SELECT e.id FROM evidence e WHERE e.event IN kin
        UNION SELECT p.id FROM participant p WHERE p.event IN kin
        UNION SELECT x.id FROM explanation x WHERE x.target = :id
        UNION SELECT x.id FROM link l JOIN explanation x ON x.target = l.claim WHERE l.id = :id""",
    "claim": """SELECT id FROM claim WHERE id = :id UNION SELECT statement FROM claim WHERE id = :id
        UNION SELECT id FROM explanation WHERE target = :id""",
    "event": """SELECT id FROM event WHERE id = :id UNION SELECT id FROM evidence WHERE event IN kin
        UNION SELECT id FROM participant WHERE event IN kin""",
    "statement": """SELECT id FROM statement WHERE id = :id
        UNION SELECT id FROM claim WHERE statement = :id""",
}

_KIN = """WITH RECURSIVE kin(id) AS ({seed}
    UNION SELECT e.same_as FROM kin JOIN event e ON e.id = kin.id WHERE e.same_as IS NOT NULL
    UNION SELECT e.id FROM kin JOIN event e ON e.same_as = kin.id
    UNION SELECT s.same_as FROM kin JOIN statement s ON s.id = kin.id WHERE s.same_as IS NOT NULL
    UNION SELECT s.id FROM kin JOIN statement s ON s.same_as = kin.id)
    SELECT id FROM kin"""
"""Events that were said to be one share their evidence, and are named by the one that stands; statements
likewise: each with all that are merged with it."""


def fingerprint(db: sqlite3.Connection, target: str) -> str:
    """A digest of all that a judgement of this target rests on: claim, statement, event, evidence,
    explanations.

    It changes when any of them gains, loses or changes a live entry, and returns when that is undone.
    """
    row = db.execute("SELECT entity FROM record WHERE id = ?", (target,)).fetchone()
    related = _RELATED.get(row[0]) if row else None
    if related is None:
        return ""
    events = _KIN.format(seed="SELECT :id UNION SELECT target FROM link WHERE id = :id")
    versions = db.execute(
        f"""WITH kin AS MATERIALIZED ({events})
        SELECT version FROM record WHERE id IN ({related}) ORDER BY id""",
        {"id": target},
    )
    rests_on = [version for (version,) in versions]
    return sha256(",".join([*rests_on, *(canonical(list(row)) for row in db.execute(_ROW, (target,)))]))


_ROW = """SELECT w.title, w."when", w.cells, w.gone, coalesce(w.mode, g.mode) FROM link l
    JOIN row w ON w.id = l.target JOIN register g ON g.id = w.register WHERE l.id = ?"""
"""What a judgement of a row rests on: what stands in it and what its register shows, wherever it stands
there."""


def mark_stale(db: sqlite3.Connection, judgement: str, *, stale: bool) -> None:
    """Sets or takes away a judgement's stale mark."""
    if stale:
        db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (judgement,))
    else:
        db.execute("DELETE FROM stale WHERE judgement = ?", (judgement,))

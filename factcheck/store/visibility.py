"""What a viewer may see. Every query that returns judgements, or notes and tags on them, goes through here.

While a blind round runs, nobody sees another's judgement of a target, of that round or of an earlier one,
before giving their own in it: an earlier grade would sway them as much. Leads and adjudicators see all. When
the next round opens, the one before is over, and its judgements are there for everybody, save for those who
may still be asked to judge the same target blind; an observer never is. A note of scope "mine" is its
writer's alone.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.core.findings import Finding, roll_up
from factcheck.store import derive

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Sequence

    from factcheck.core.viewer import Viewer

LATEST_ROUND = "coalesce((SELECT max(number) FROM round WHERE withdrawn = 0), 1)"
"""The number of the round in which grades are given now; 1 where none was opened."""

_BLIND = (
    f"""EXISTS (SELECT 1 FROM round b WHERE b.blind = 1 AND b.withdrawn = 0 AND b.number = {LATEST_ROUND})"""
)
_SUBMITTED = f"""EXISTS (SELECT 1 FROM grade mine WHERE mine.reviewer = :viewer AND mine.withdrawn = 0
    AND mine.target = {{target}} AND mine.round = {LATEST_ROUND})"""
_OPEN = f"(:sees_all OR NOT {_BLIND} OR {_SUBMITTED})"
"""Whether others' judgements of a target are open to the viewer, whatever round they are of."""


def parameters(viewer: Viewer) -> dict[str, object]:
    """The named parameters that the conditions below use."""
    return {
        "viewer": viewer.reviewer or "",
        "sees_all": int(viewer.sees_all),
        "looks_on": int(viewer.looks_on),
    }


def of_judgement(alias: str) -> str:
    """The SQL condition under which a grade or an adjudication of that alias may be seen."""
    over = f"(:looks_on AND {alias}.round < {LATEST_ROUND})"
    return f"({alias}.reviewer = :viewer OR {over} OR {_OPEN.format(target=f'{alias}.target')})"


def of_dissent(alias: str) -> str:
    """The same for a dissent, which belongs to no round."""
    return f"({alias}.reviewer = :viewer OR {_OPEN.format(target=f'{alias}.target')})"


def of_remark(alias: str) -> str:
    """The same for a note or a tag: on a link or a grade it is a judgement, elsewhere it is open."""
    target = f"""coalesce((SELECT g.target FROM grade g WHERE g.id = {alias}.target), {alias}.target)"""
    judged = (
        f"""EXISTS (SELECT 1 FROM record t WHERE t.id = {alias}.target AND t.entity IN ('link', 'grade'))"""
    )
    return f"({alias}.reviewer = :viewer OR NOT {judged} OR {_OPEN.format(target=target)})"


def of_note(alias: str) -> str:
    """The same for a note, which may also be its writer's alone."""
    return f"({of_remark(alias)} AND ({alias}.scope <> 'mine' OR {alias}.reviewer = :viewer))"


CONDITIONS: dict[str, Callable[[str], str]] = {
    "grade": of_judgement,
    "adjudication": of_judgement,
    "dissent": of_dissent,
    "note": of_note,
    "tag": of_remark,
}
"""The entities that not everybody may see."""


def may_see(db: sqlite3.Connection, viewer: Viewer, entity: str, record: str) -> bool:
    """Whether the viewer may see one record."""
    condition = CONDITIONS.get(entity)
    if condition is None:
        return True
    query = f"SELECT EXISTS (SELECT 1 FROM {entity} x WHERE x.id = :id AND {condition('x')})"
    return bool(db.execute(query, {**parameters(viewer), "id": record}).fetchone()[0])


def is_blind(db: sqlite3.Connection, viewer: Viewer, target: str) -> bool:
    """Whether others' judgements of a target, if there are any, are kept from the viewer. Whether there are
    any is not told: that somebody has graded is a hint already."""
    query = f"SELECT NOT {_OPEN.format(target=':target')}"
    return bool(db.execute(query, {**parameters(viewer), "target": target}).fetchone()[0])


def finding_for(db: sqlite3.Connection, viewer: Viewer, claim: str) -> Finding:
    """A claim's finding as far as the viewer may see the judgements under it."""
    if _nothing_hidden(db, viewer):
        return derive.finding_of(db, claim)
    return derive.finding_of(
        db,
        claim,
        lambda judgement: (
            may_see(db, viewer, "grade", judgement) or may_see(db, viewer, "adjudication", judgement)
        ),
    )


def findings_for(db: sqlite3.Connection, viewer: Viewer, claims: Sequence[str]) -> dict[str, Finding]:
    """The findings of a page of claims, likewise: the kept ones where nothing can be hidden."""
    chosen = json.dumps(list(claims))
    if _nothing_hidden(db, viewer):
        kept = db.execute(
            """SELECT f.claim, f.state, f.degree, f.low, f.high, f.links, f.unresolved, f.ungraded,
            f.decided_by, f.text FROM json_each(?) j JOIN finding f ON f.claim = j.value""",
            (chosen,),
        )
        found = {
            claim: Finding(state, degree, low, high, links, open_, ungraded, tuple(json.loads(by)), text)
            for claim, state, degree, low, high, links, open_, ungraded, by, text in kept
        }
    else:
        judged = db.execute(
            """SELECT value FROM json_each(?) j WHERE EXISTS (SELECT 1 FROM link l WHERE l.claim = j.value)
            OR EXISTS (SELECT 1 FROM adjudication a WHERE a.target = j.value)""",
            (chosen,),
        )
        found = {claim: finding_for(db, viewer, claim) for (claim,) in judged.fetchall()}
    nothing = roll_up([])
    return {claim: found.get(claim, nothing) for claim in claims}


def _nothing_hidden(db: sqlite3.Connection, viewer: Viewer) -> bool:
    return viewer.sees_all or not db.execute(f"SELECT {_BLIND}").fetchone()[0]


def verdicts_for(
    db: sqlite3.Connection, viewer: Viewer, links: Sequence[str]
) -> dict[str, tuple[dict[str, str] | None, dict[str, dict[str, str]]]]:
    """What was settled of a page of links, if anything was, and each reviewer's latest grade; as far as the
    viewer may see them."""
    values = {**parameters(viewer), "chosen": json.dumps(list(links))}
    found: dict[str, tuple[dict[str, str] | None, dict[str, dict[str, str]]]]
    found = {link: (None, {}) for link in links}
    for table in ("grade", "adjudication"):
        rows = db.execute(
            f"""SELECT x.target, x.reviewer, x.codes FROM json_each(:chosen) j
            JOIN {table} x ON x.target = j.value JOIN record r ON r.id = x.id
            WHERE x.withdrawn = 0 AND {of_judgement("x")} ORDER BY r.number, r.made_at, r.id""",
            values,
        )
        for link, reviewer, text in rows:
            codes = json.loads(text)
            if table == "grade":
                found[link][1][reviewer] = codes
            else:
                found[link] = (codes, found[link][1])
    return found


def may_see_entry(db: sqlite3.Connection, viewer: Viewer, subject: str, entity: str, actor: str) -> bool:
    """Whether the viewer may read an entry of the log: the judged ones only while their record may be
    seen. Of a note that was undone nobody knows any more whether it was its writer's alone."""
    if entity not in CONDITIONS or actor == viewer.reviewer:
        return True
    standing = db.execute("SELECT EXISTS (SELECT 1 FROM record WHERE id = ?)", (subject,)).fetchone()[0]
    return may_see(db, viewer, entity, subject) if standing else viewer.sees_all and entity != "note"

"""Cases: make one, open one, copy one, and know who acts on it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import paths
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.errors import FactcheckError
from factcheck.store import cards
from factcheck.store.case import CaseFile
from factcheck.store.case import open_case as open_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.core.codes import Role
    from factcheck.core.protocols import Clock, Ids
    from factcheck.store.act import Act

OpenCase = CaseFile
"""An open case, as every act and every reading takes it. Faces keep it and pass it on; what it holds is the
store's."""


def new_case(
    path: Path,
    *,
    by: str,
    title: str | None = None,
    question: str | None = None,
    sample: bool = False,
    clock: Clock | None = None,
    ids: Ids | None = None,
) -> OpenCase:
    """Makes a case, with its maker as lead. A case of that name is never written over."""
    from factcheck.store.creating import create

    lead = Viewer(reviewer_id(by), _named(by), "lead")
    case = create(path, title or _title_from(path), lead, sample=sample, clock=clock, ids=ids)
    if question:
        with case.act(lead) as act:
            act.put("case.edited", "case", {"question": question})
    return case


def _title_from(path: Path) -> str:
    """What a file's name says, as text: a name may hold bytes that are none."""
    name = path.stem.replace("_", " ").replace("-", " ")
    return os.fsencode(name).decode("utf-8", "replace").strip() or "Untitled"


def open_case(
    path: Path,
    *,
    clock: Clock | None = None,
    ids: Ids | None = None,
    renewing: Callable[[int], None] = lambda entries: None,
) -> OpenCase:
    """Opens a case; refuses in words what is no case, a newer one, or one that cannot be read. `renewing` is
    told how many entries an older one has, before it is brought up to date."""
    return open_file(path, clock=clock, ids=ids, renewing=renewing)


def copy_case(case: OpenCase, viewer: Viewer, out: Path) -> Path:
    """A complete, checked copy, which is a replica of its own from its first write on."""
    from factcheck.store import backup

    return backup.copy_to(case, out, "copy")


def backup_case(case: OpenCase, viewer: Viewer, out: Path | None = None) -> Path:
    """The same as a backup; without a name it stands beside the case, named after the moment in UTC."""
    moment = case.clock.now().strftime("%Y%m%dT%H%M%SZ")
    from factcheck.store import backup

    return backup.copy_to(case, out or case.path.with_name(f"{case.path.stem}-{moment}.db"), "backup")


def restore_case(kept: Path, out: Path) -> Path:
    """Makes a case from a backup, which is verified first and left as it is; a replica of its own."""
    from factcheck.store import backup

    return backup.restore(kept, out)


def viewer_for(case: OpenCase, name: str) -> Viewer:
    """Who a name is in this case. Somebody unknown is a reviewer who joins at their first act."""
    called = _named(name)
    reviewer = reviewer_id(called)
    with case.reading() as db:
        known = cards.reviewer_card(db, reviewer)
    return Viewer(reviewer, *known) if known else Viewer(reviewer, called)


def has_joined(case: OpenCase, viewer: Viewer) -> bool:
    """Whether this person has acted on the case before."""

    from factcheck.store import rows

    with case.reading() as db:
        return viewer.reviewer is not None and rows.find(db, viewer, viewer.reviewer) is not None


def enrol(case: OpenCase, viewer: Viewer, name: str, role: Role) -> Viewer:
    """Adds a reviewer with a role, or gives a known one another role. Roles are given by a lead, and a case
    keeps one; but anybody may bring in a reviewer or an observer."""

    from factcheck.store import rows

    called = _named(name)
    person = reviewer_id(called)
    with case.act(viewer) as act:
        known = rows.find(act.db, viewer, person)
        if known is not None and known.get("role") == role:
            return Viewer(person, known.get("name"), role)
        if viewer.role != "lead" and (known is not None or role in {"lead", "adjudicator"}):
            raise FactcheckError(
                "Only a lead gives roles", f"{viewer.name} is {viewer.role}.", "Ask the lead of the case."
            )
        if known is None:
            from factcheck.core.catalogue import fields_of
            from factcheck.core.records import Reviewer

            act.put("reviewer.joined", person, fields_of(Reviewer(name=called, role=role)))
        else:
            _refuse_without_lead(act, viewer, person)
            act.put("reviewer.edited", person, {"role": role})
    return viewer_for(case, name)


def _refuse_without_lead(act: Act, viewer: Viewer, person: str) -> None:
    from factcheck.store import rows

    leads = [item.id for item in rows.every(act.db, viewer, "reviewer") if item.get("role") == "lead"]
    if leads == [person]:
        raise FactcheckError(
            "A case needs a lead",
            f"{rows.name_of(act.db, person)} is the only one.",
            "Make somebody else lead first.",
        )


def describe(case: OpenCase, viewer: Viewer, *, title: str | None = None, question: str | None = None,
             summary: str | None = None) -> None:  # fmt: skip
    """Changes what the case says of itself."""
    given = {"title": title, "question": question, "summary": summary}
    changes = {name: value for name, value in given.items() if value is not None}
    if changes:
        with case.act(viewer) as act:
            act.put("case.edited", "case", changes)


_REMEMBERED = 10
"""Cases remembered at most."""


def last_case() -> Path | None:
    """The case opened last, if it is still there."""
    named = _remembered()
    return named[0] if named and named[0].is_file() else None


def recent_cases() -> list[Path]:
    """The cases opened lately that are still there, the last one first."""
    return [path for path in _remembered() if path.is_file()]


def remember_case(path: Path) -> None:
    """Makes this the case opened last. Where that cannot be written down, nothing happens."""
    path = path.absolute()
    if len(str(path).splitlines()) > 1:
        return
    named = [path, *(other for other in _remembered() if other != path)][:_REMEMBERED]
    try:
        paths.last_case_file().parent.mkdir(parents=True, exist_ok=True)
        paths.last_case_file().write_text("".join(f"{one}\n" for one in named), encoding="utf-8")
    except (OSError, UnicodeEncodeError):
        return


def _remembered() -> list[Path]:
    try:
        lines = paths.last_case_file().read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return []
    return [Path(line.strip()) for line in lines if line.strip()]


def _named(name: str) -> str:
    if not name.strip():
        raise FactcheckError("A reviewer needs a name", hint="Say who you are with --by NAME.", exit_code=2)
    return " ".join(name.split())

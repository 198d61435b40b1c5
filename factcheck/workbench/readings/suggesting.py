"""Suggestions: the events, and the rows of registers, that fit a claim best, with reasons. They are offers:
none makes a record."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING

from factcheck.core.anchors import JOINT
from factcheck.core.ranking import Candidate, Named, Ranked, Rarity, Sought
from factcheck.core.terms import kins_of, person_term, terms_of
from factcheck.core.views.searching import Suggestion
from factcheck.core.words import fold
from factcheck.match.scoring import ranked
from factcheck.store import naming, pages, retrieve, row_retrieve, rows
from factcheck.workbench import dates
from factcheck.workbench.periods import periods_in
from factcheck.workbench.readings import proposed, registers, waiting
from factcheck.workbench.readings.cited import name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.core.filters import Filter
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.pages import WaitingProposal
    from factcheck.store.rows import Stored

MOST = 200
"""Candidates that are scored for one claim."""

MOST_ROWS = 100
"""Rows of registers that are scored beside them."""

MOST_PROPOSED = 500
"""Proposed events that are weighed for one claim at most."""

_PAGE = 200


def suggest(case: CaseFile, viewer: Viewer, claim: str, top: int = 10) -> list[Suggestion]:
    """The best events and rows for a claim, best first. What was set aside for this claim, withdrawn or
    merged is not among them; what is linked already is, and says so."""
    with case.reading() as db:
        said = rows.of_sort(db, viewer, claim, "claim")
        return _suggestions(db, viewer, said, top)


def suggest_all(case: CaseFile, viewer: Viewer, top: int = 10) -> Iterator[tuple[str, str, list[Suggestion]]]:
    """The same for every claim in the order of the Bench: (claim's id, its label, suggestions)."""
    for offset in count(0, _PAGE):
        with case.reading() as db:
            lines = pages.bench_lines(db, offset, _PAGE)
            found = [
                (line.id, line.label, _suggestions(db, viewer, rows.get(db, viewer, line.id), top))
                for line in lines
                if line.row == "claim"
            ]
        yield from found
        if len(lines) < _PAGE:
            return


def _suggestions(db: Db, viewer: Viewer, claim: Stored, top: int) -> list[Suggestion]:
    found = best(db, sought_of(db, viewer, claim), top)
    held = {item.event: at for item in found if (at := registers.row_at(db, viewer, item.event))}
    details = pages.event_details(db, [item.event for item in found if item.event not in held])
    names = naming.names_of(db, [who for line in details.values() for who, _ in line.who])
    links: dict[str, str | None] = {}
    for place in pages.linked_places(db, claim.id):
        links.setdefault(place.record, place.link)
    return [
        registers.as_suggestion(held[item.event], item.rank, item.score, item.reasons, links.get(item.event))
        if item.event in held
        else _of_event(details[item.event], names, item, links.get(item.event))
        for item in found
    ]


def _of_event(line: pages.EventLine, names: Mapping[str, str], item: Ranked, link: str | None) -> Suggestion:
    return Suggestion(
        id=line.id,
        label=line.label,
        title=line.title,
        when=line.when,
        when_said=dates.said(line.when),
        who=tuple(f"{names.get(who, '')}{'?' if doubtful else ''}" for who, doubtful in line.who),
        rank=item.rank,
        score=item.score,
        reasons=item.reasons,
        link=link,
    )


def best(db: Db, sought: Sought, most: int) -> list[Ranked]:
    """The best events and rows of registers for a claim, weighed together."""
    candidates, rarity = retrieve.EventRetriever(db).candidates(sought, MOST)
    held, among_rows = row_retrieve.RowRetriever(db).candidates(sought, MOST_ROWS)
    aside = retrieve.rejected(db, sought.id)
    offered = [one for one in (*candidates, *held) if one.id not in aside]
    return ranked(sought, offered, rarity.and_(among_rows) if held else rarity, most)


def sought_of(db: Db, viewer: Viewer, claim: Stored) -> Sought:
    """A claim as matching sees it: its words, the question that drew it, the people and times they name."""
    statement = rows.get(db, viewer, claim.get("statement"))
    words, context = claim.get("words"), _context(claim, statement)
    speaker = _speaker(db, viewer, statement)
    named = naming.people_in(db, f"{words}\n{context}")
    return Sought(
        id=claim.id,
        words=words,
        context=context,
        speaker=speaker,
        people=tuple(person for person in named if speaker is None or person.id != speaker.id),
        said_on=statement.get("said_on"),
        periods=periods_in(f"{words}\n{context}", statement.get("said_on")),
        form=claim.get("form") or statement.get("form"),
    )


def sought_of_proposal(db: Db, proposal: WaitingProposal) -> Sought:
    """The same of a statement that waits to be accepted."""
    given = proposed.statement_fields(proposal.content)
    context = given["question"] or ""
    text = f"{proposal.words}\n{context}"
    speaker = _called(db, given["on_behalf_of"] or given["speaker"])
    named = naming.people_in(db, text)
    return Sought(
        id=proposal.id,
        words=proposal.words,
        context=context,
        speaker=speaker,
        people=tuple(person for person in named if speaker is None or person.id != speaker.id),
        said_on=given["said_on"],
        periods=periods_in(text, given["said_on"]),
        form=given["form"],
    )


def best_proposed(
    db: Db, sought: Sought, wanted: Filter
) -> tuple[list[WaitingProposal], list[WaitingProposal] | None, dict[str, str]]:
    """The proposed events that fit a claim, best first, the others in the order of their sources, and why the
    best fit. Where too many wait to weigh each, none is taken out (the others are None)."""
    if pages.proposal_count(db, "event") > MOST_PROPOSED:
        return [], None, {}
    waits = {one.id: one for one in waiting.page(db, "event", wanted, 0, -1)}
    called: dict[str, Named | None] = {}
    for one in waits.values():
        for name_, *_ in one.content.get("who") or ():
            if name_ not in called:
                called[name_] = _called(db, name_)
    candidates = [_candidate(one, called) for one in waits.values() if not _says_it(one, sought)]
    order = ranked(sought, candidates, _rarity(candidates), len(candidates))
    fitting = [waits[one.event] for one in order]
    fits = {one.event for one in order}
    others = [one for id_, one in waits.items() if id_ not in fits]
    return fitting, others, {one.event: "; ".join(one.reasons) for one in order}


def _says_it(proposal: WaitingProposal, sought: Sought) -> bool:
    """Whether a proposed event is that these very words were said: no record of what they say."""
    first, _, _ = sought.words.partition(JOINT)
    passages = proposal.content.get("passages", ()) if "saying" in proposal.content.get("flags", ()) else ()
    return any(passage["exact"].startswith(first) for passage in passages)


def _candidate(proposal: WaitingProposal, called: Mapping[str, Named | None]) -> Candidate:
    content = proposal.content
    people = [called.get(name_) for name_, *_ in content.get("who") or ()]
    return Candidate(
        id=proposal.id,
        label=proposal.source_label,
        words=content["title"],
        when=waiting.when_of(proposal),
        people=tuple(person for person in people if person is not None),
        place=content.get("where"),
    )


def _rarity(candidates: Sequence[Candidate]) -> Rarity:
    """How common the terms of these candidates are among them: the case's index does not hold proposals."""
    counts: Counter[str] = Counter()
    for candidate in candidates:
        terms = set(terms_of(candidate.words))
        counts.update({*terms, *kins_of(terms), *(person_term(person.id) for person in candidate.people)})
    return Rarity(len(candidates), counts)


def _called(db: Db, name_: str | None) -> Named | None:
    """Somebody whom a proposal names: the person of that name, or, where nobody bears it yet, the name."""
    if not name_:
        return None
    known = rows.people_called(db, name_)
    return Named(known[0] if len(known) == 1 else f"called {fold(name_)}", name_)


def _context(claim: Stored, statement: Stored) -> str:
    parts = (claim.get("restatement"), statement.get("question"))
    return "\n".join(part for part in parts if part)


def _speaker(db: Db, viewer: Viewer, statement: Stored) -> Named | None:
    person = statement.get("on_behalf_of") or statement.get("speaker")
    if not person:
        return None
    standing = naming.standing_people(db, [person]).get(person, person)
    return Named(standing, name(db, viewer, person) or "")

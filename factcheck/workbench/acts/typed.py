"""Fields as people type them: checked, dates understood, people found or made, codes completed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from factcheck.core import codes
from factcheck.core.entities import ENTITIES
from factcheck.core.rubric import SVR1, read_codes
from factcheck.core.rules import Rule, rules_of
from factcheck.errors import FactcheckError
from factcheck.store import labels, rows
from factcheck.workbench.dates import understood

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.workbench.acts.people import Cast

FIXED = frozenset({"label", "segments", "question_at", "oath", "bytes_sha", "text_sha", "map_sha", "size",
"length", "reader", "withdrawn", "withdrawn_reason", "sealed", "redacted", "redacted_reason",
                   "redacted_entries", "basis", "reviewer", "role", "blind", "same_as",
                   "sample", "checked_by"})  # fmt: skip
"""Fields that no form changes: they are set by acts of their own."""

LISTED: dict[str, tuple[str, ...]] = {"afterwards": get_args(codes.Afterwards)}
"""Lists whose items come from a closed vocabulary."""

_SCOPE = ("stated", "implied", "open")
"""How a slot of a claim's scope box stands."""

_YES = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False}


def typed_fields(
    act: Act, viewer: Viewer, cast: Cast, entity: str, given: Mapping[str, Any]
) -> dict[str, Any]:
    """The given fields of an entity as it stores them; absent and empty ones are left out."""
    return {
        name: value
        for name, typed in given.items()
        if not is_blank(typed) and (value := typed_value(act, viewer, cast, entity, name, typed)) is not None
    }


def is_blank(typed: Any) -> bool:
    """Whether nothing was typed."""
    return typed is None or (isinstance(typed, str) and not typed.strip())


def typed_value(act: Act, viewer: Viewer, cast: Cast, entity: str, name: str, typed: Any) -> Any:
    """One field's value from what was typed; what is no text is taken as it is and checked with the entry."""
    rule = rules_of(ENTITIES[entity].record).get(name)
    if rule is None:
        names = ", ".join(sorted(editable(entity)))
        raise FactcheckError(f"A {entity} has no field “{name}”", f"Its fields are: {names}.", exit_code=2)
    if rule.shape in {"refs", "names"} and isinstance(typed, str | list | tuple):
        return _list(act, rule, name, _items(typed) if isinstance(typed, str) else typed)
    if rule.shape == "codes" and isinstance(typed, str | Mapping):
        return _codes(name, typed)
    if not isinstance(typed, str):
        return typed
    return _read(act, viewer, cast, rule, name, typed.strip())


def editable(entity: str) -> dict[str, Rule]:
    """The fields of an entity that a form may change."""
    return {
        name: rule
        for name, rule in rules_of(ENTITIES[entity].record).items()
        if name not in FIXED and not (rule.shape == "ref" and rule.required)
    }


def _read(act: Act, viewer: Viewer, cast: Cast, rule: Rule, name: str, typed: str) -> Any:
    match rule.shape:
        case "edtf":
            return understood(typed, act.case.clock.now().astimezone().date())
        case "ref" if rule.entity == "person":
            return cast.one(typed)
        case "ref" if rule.entity == "record":
            return rows.get(act.db, viewer, typed).id
        case "ref":
            return rows.of_sort(act.db, viewer, typed, rule.entity or "").id
        case "code":
            return _code(rule.options, name, typed)
        case "flag":
            if typed.lower() not in _YES:
                raise FactcheckError(
                    f"“{typed}” is neither yes nor no", f"It is meant for {name}.", exit_code=2
                )
            return _YES[typed.lower()]
        case "count":
            if not typed.isdecimal():
                raise FactcheckError(f"“{typed}” is no whole number", f"It is meant for {name}.", exit_code=2)
            return int(typed)
    return typed


def _items(typed: str) -> list[str]:
    return [item.strip() for item in typed.split(",") if item.strip()]


def _list(act: Act, rule: Rule, name: str, items: Sequence[str]) -> list[str]:
    if rule.shape == "refs":
        return [labels.resolve(act.db, item) for item in items]
    options = LISTED.get(name)
    return [_code(options, name, item) for item in items] if options else list(items)


def _code(options: Sequence[str], name: str, typed: str) -> str:
    """A code of a closed vocabulary, or the one that begins as typed."""
    wanted = typed.strip().lower()
    if wanted in options:
        return wanted
    beginning = [option for option in options if option.startswith(wanted)]
    if wanted and len(beginning) == 1:
        return beginning[0]
    raise FactcheckError(
        f"“{typed}” is no {name.replace('_', ' ')}", f"It is one of: {', '.join(options)}.", exit_code=2
    )


def _codes(name: str, typed: str | Mapping[str, str]) -> dict[str, str]:
    """The codes of a grade (`c342`), or the slots of a scope box (`capacity=open, when=stated`)."""
    if name == "codes":
        return checked_codes(typed)
    if isinstance(typed, str):
        pairs = [item.partition("=") for item in _items(typed)]
        if any(not key or not sign for key, sign, _ in pairs):
            raise FactcheckError(
                f"“{typed}” is not understood", f"{name} is typed as slot=answer, slot=answer.", exit_code=2
            )
        typed = {key: value for key, _, value in pairs}
    return slots(typed, _SCOPE)


def slots(given: Mapping[str, str], answers: Sequence[str]) -> dict[str, str]:
    """The slots of a scope box with one of these answers each."""
    return {
        _code(codes.SCOPE_SLOTS, "slot", slot): _code(answers, "answer of a slot", answer)
        for slot, answer in given.items()
    }


def checked_codes(given: str | Mapping[str, str]) -> dict[str, str]:
    """The codes of a whole grade, as typed (`c342`) or by dimension; refuses what SVR-1 does not have."""
    if isinstance(given, str):
        return read_codes(given)
    known = [dimension.key for dimension in SVR1.dimensions]
    if unknown := set(given) - set(known):
        raise FactcheckError(f"A grade has no “{min(unknown)}”", f"It has: {', '.join(known)}.", exit_code=2)
    if missing := [dimension.label for dimension in SVR1.dimensions if not given.get(dimension.key)]:
        raise FactcheckError("The grade is not complete", f"Missing: {', '.join(missing)}.", exit_code=2)
    return {dimension.key: dimension.code(given[dimension.key]).key for dimension in SVR1.dimensions}

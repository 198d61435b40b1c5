"""What `add` says of a new source's kin: whose version or variant it is, or which source it resembles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.cli import trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.cli.desk import Desk
    from factcheck.workbench.acts import Added, Carried

ANSWERS = ("version", "variant", "separate")


def tell_kin(desk: Desk, added: Added, said: Mapping[str, Any]) -> dict[str, Any]:
    """Carries passages over where the source was said to be a version, tells what it resembles where nothing
    was said (asking what it is, where somebody sits there); what of it goes into the answer."""
    if added.made is None:
        return {}
    label = added.made.label
    if said.get("version_of"):
        return {"carried": carried(desk, label)}
    if said.get("variant_of"):
        trouble.say(
            f"{label} is a variant of {said['variant_of']}; factcheck compare sets their words side by side."
        )
        return {}
    return tell_resemblances(desk, [label]).get(label, {})


def tell_resemblances(desk: Desk, labels: list[str]) -> dict[str, dict[str, Any]]:
    """The same for several sources at once, of which nothing was said: into the answers, by label."""
    from factcheck.workbench import kinship

    found = kinship.resemblances(desk.case, desk.viewer, *labels)
    answers: dict[str, dict[str, Any]] = {}
    for label, others in found.items():
        answers[label] = {
            "resembles": [
                {"source": one.label, "share": one.share, "of_other": one.of_other} for one in others
            ]
        }
        if not others:
            continue
        nearest = others[0]
        trouble.say(f"{nearest.told(label)}.")
        if len(labels) == 1 and not desk.as_json and trouble.can_ask():
            _ask(desk, label, nearest.label)
        else:
            _advise(label, nearest.label)
    return answers


def _ask(desk: Desk, label: str, other: str) -> None:
    from factcheck.workbench import acts

    answer = trouble.choose(f"What is it beside {other}: a new version, a variant, or separate?", ANSWERS)
    if answer == "version":
        acts.set_version(desk.case, desk.viewer, label, other)
        carried(desk, label)
    elif answer == "variant":
        acts.set_variant(desk.case, desk.viewer, label, other)
        trouble.say(f"{label} is a variant of {other}.")
    else:
        trouble.say(f"{label} stays a source of its own.")


def _advise(label: str, other: str) -> None:
    trouble.say(
        f"It stays a source of its own. If it is a new version: factcheck edit {label} version_of={other},\n"
        f"then factcheck carry {label}. If it is another text of the same words, or an excerpt:\n"
        f"factcheck edit {label} variant_of={other}."
    )


def carried(desk: Desk, label: str) -> dict[str, int]:
    """Carries over what has the same words, says how many passages became what; the counts."""
    from factcheck.workbench import acts

    return tell_carried(acts.carry(desk.case, desk.viewer, label))


def tell_carried(done: Carried) -> dict[str, int]:
    """Says what a carry-over did; its counts."""
    label = done.made.label
    if not done.same + done.moved + done.changed + done.orphaned:
        trouble.say(f"{label}: no passage of an earlier version is left to carry over.")
    else:
        trouble.say(
            f"{label}: {done.same} the same, {done.moved} moved, {done.changed} changed, "
            f"{done.orphaned} without a place; {done.carried} carried over (factcheck undo takes it back)."
        )
        if done.changed or done.orphaned:
            trouble.say(f"What was not carried over waits: factcheck versions {label} lists it.")
    return {
        "same": done.same,
        "moved": done.moved,
        "changed": done.changed,
        "orphaned": done.orphaned,
        "carried": done.carried,
        "decided": done.decided,
    }

"""EDTF values in plain English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.edtf import MONTH_NAMES, PARTS_OF_YEAR, SINGLE, WEEKDAY_NAMES, trails

if TYPE_CHECKING:
    from factcheck.core.edtf import When


def say(when: When) -> str:
    """The plain English reading for a form to echo: "8 September 2016, a Thursday", "spring 2016"."""
    value = when.edtf
    if value[0] in "[{":
        return _say_set(value)
    if "/" in value:
        return _say_interval(value)
    if value.startswith("XXXX") and value.strip("X-?~%") == "":
        return "at an unknown time"
    spoken = _say_single(value)
    if when.precision == "day" and when.earliest and not (when.approximate or when.uncertain):
        return f"{spoken}, a {WEEKDAY_NAMES[when.earliest.weekday()]}"
    return spoken


def _say_set(value: str) -> str:
    members = []
    for member in value[1:-1].split(","):
        left, dots, right = member.partition("..")
        members.append(_say_interval(f"{left or '..'}/{right or '..'}") if dots else _say_single(member))
    joined = members[0] if len(members) == 1 else ", ".join(members[:-1]) + f" or {members[-1]}"
    return joined if value[0] == "[" else joined.replace(" or ", " and ")


def _say_interval(value: str) -> str:
    left, _, right = value.partition("/")
    if left in ("", "..") and right in ("", ".."):
        return "at an unknown time"
    if left in ("", ".."):
        return f"before {_say_single(right)}" if left else f"until {_say_single(right)}, from an unknown time"
    if right in ("", ".."):
        return f"since {_say_single(left)}" if right else f"from {_say_single(left)} to an unknown time"
    first, last = _say_single(left), _say_single(right)
    year = last.rsplit(" ", 1)[-1]
    if (
        first.endswith(f" {year}")
        and left[:4] == right[:4]
        and len(left) == len(right) == 7
        and year.isdigit()
    ):
        first = first[: -len(year) - 1]
    return f"between {first} and {last}"


def _say_single(value: str) -> str:
    match = SINGLE.fullmatch(value)
    if match is None:
        return value
    year, month, day = match[2], match[5], match[8]
    spoken = _say_year(year) if not month or year != "XXXX" else "of an unknown year"
    if month and "X" not in month:
        code = int(month)
        if code in PARTS_OF_YEAR:
            spoken = f"{'the ' if code >= 33 else ''}{PARTS_OF_YEAR[code][0]} {spoken}"
        else:
            spoken = f"{MONTH_NAMES[code - 1]} {spoken}"
            if day:
                spoken = f"a day in {spoken}" if "X" in day else f"{int(day)} {spoken}"
    elif month:
        spoken = f"a month in {spoken}" if day is None else f"a day in {spoken}"
    if match[10]:
        spoken += f" at {match[10]}:{match[11]}" + _say_zone(match[13])
    marks = "".join(match[i] or "" for i in (1, 3, 4, 6, 7, 9))
    if "~" in marks or "%" in marks:
        spoken = f"about {spoken}"
    if "?" in marks or "%" in marks:
        spoken += ", uncertain"
    return spoken


def _say_zone(zone: str | None) -> str:
    if not zone:
        return ""
    return " UTC" if zone == "Z" else f" UTC{zone}"


def _say_year(year: str) -> str:
    if year == "XXXX":
        return "an unknown year"
    if "X" in year and (not trails(year) or year.endswith("XXX")):
        return f"a year {year}"
    if year.endswith("XX"):
        return f"the {year[:2]}00s"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    return str(int(year.lstrip("Y")))

"""The keys as a table for the README: `python -m factcheck.tui.keys` prints it."""

from __future__ import annotations

import sys

from factcheck.tui.acts import ACTS, PLACES, Keys


def as_markdown() -> str:
    """Every act with its key, place by place, as Markdown."""
    keys = Keys()
    lines = ["| where | key | what it does |", "|---|---|---|"]
    for where, heading in PLACES.items():
        for act in ACTS:
            if act.where == where:
                shown = keys.shown(act.id).replace("|", "\\|")
                lines.append(f"| {heading} | `{shown}` | {act.help.replace('|', chr(92) + '|')} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(as_markdown() + "\n")

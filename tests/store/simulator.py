"""The simulator: copies of one case live through skewed clocks, forks, kills, withheld bodies, partial syncs,
undo, redactions. In the end they sync, and must hold the same tables.

`python -m tests.store.simulator --first 0 --seeds 1000` runs a thousand histories. A seed decides everything;
one that fails is printed with the fewest steps that still fail."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from factcheck.core.entry import Entry
from factcheck.store import project, redaction, union, verify
from factcheck.store.case import CaseFile
from tests.store.histories import Hand
from tests.store.replicas import (
    NOON,
    PEOPLE,
    CountedIds,
    HandClock,
    copied,
    findable,
    new_case,
    reopened,
    send,
)

Step = tuple[str, int]
"""What happens, and the seed of everything that is left to chance in it."""

KINDS_OF_STEP = {
    "act": 12,
    "undo": 2,
    "redo": 1,
    "kill": 1,
    "copy": 1,
    "save": 1,
    "rewind": 1,
    "send": 4,
    "send some": 2,
    "send withheld": 2,
    "redact": 1,
    "replay": 1,
}
"""The steps, and how often each comes."""

MOST_COPIES = 4


class Killed(Exception):
    """Stands for a process that dies in the middle of an act."""


class Failed(Exception):
    """What must hold does not."""


@dataclass(slots=True)
class World:
    """Some copies of one case, in a folder. `saved` are earlier states of files, to be put back in place."""

    folder: Path
    cases: list[CaseFile] = field(default_factory=list)
    saved: list[tuple[int, bytes]] = field(default_factory=list)
    made: int = 0

    def start(self) -> None:
        """The founding file."""
        self.cases.append(new_case(self.folder, "r0", clock=HandClock(NOON)))

    def close(self) -> None:
        """Closes every file."""
        for case in self.cases:
            case.close()

    def run(self, step: Step) -> None:
        """One step."""
        name, seed = step
        chance = Random(seed)
        case = chance.choice(self.cases)
        getattr(self, f"_{name.replace(' ', '_')}")(case, chance)

    def _act(self, case: CaseFile, chance: Random) -> None:
        Hand(case, chance).does(chance.choice(PEOPLE))

    def _undo(self, case: CaseFile, chance: Random) -> None:
        batch = None
        if chance.randrange(2):
            query = """SELECT DISTINCT batch FROM act WHERE kind NOT IN
                ('case.opened', 'replica.started', 'reviewer.joined') ORDER BY batch"""
            known = [batch for (batch,) in case.db.execute(query)]
            batch = chance.choice(known) if known else None
        Hand(case, chance).takes_back(chance.choice(PEOPLE), batch)

    def _redo(self, case: CaseFile, chance: Random) -> None:
        """Takes back some undo or some redo, whoever made it."""
        undone = case.db.execute("SELECT batch FROM reversal ORDER BY batch").fetchall()
        if undone:
            (batch,) = chance.choice(undone)
            with case.act(chance.choice(PEOPLE)) as act:
                act.put("batch.redone", batch, {"batch": batch})

    def _kill(self, case: CaseFile, chance: Random) -> None:
        before = case.db.execute("SELECT count(*) FROM entry").fetchone(), verify.dump(case.db)
        hand = Hand(case, chance)
        try:
            with case.act(chance.choice(PEOPLE)) as act:
                for _ in range(chance.randrange(4)):
                    hand.makes(act)
                if chance.randrange(2):
                    act.projected()
                raise Killed
        except Killed:
            after = case.db.execute("SELECT count(*) FROM entry").fetchone(), verify.dump(case.db)
        if before != after:
            raise Failed("an act that was cut off left something behind")

    def _copy(self, case: CaseFile, chance: Random) -> None:
        if len(self.cases) < MOST_COPIES:
            self.made += 1
            skew = timedelta(seconds=chance.randrange(-90_000, 90_000))
            self.cases.append(copied(case, f"r{self.made}", HandClock(NOON + skew)))

    def _save(self, case: CaseFile, chance: Random) -> None:
        case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.saved.append((self.cases.index(case), case.path.read_bytes()))

    def _rewind(self, case: CaseFile, chance: Random) -> None:
        """The same file, put back to an earlier state behind the program's back: what it writes next is a
        fork."""
        if not self.saved:
            return
        position, data = chance.choice(self.saved)
        case = self.cases[position]
        clock, ids = case.clock, case.ids
        case.close()
        case.path.write_bytes(data)
        assert isinstance(clock, HandClock)
        assert isinstance(ids, CountedIds)
        self.cases[position] = reopened(case.path, "", clock)
        self.cases[position].ids = ids

    def _send(self, case: CaseFile, chance: Random) -> None:
        send(case, chance.choice(self.cases))

    def _send_some(self, case: CaseFile, chance: Random) -> None:
        """A random part, in any order; what has no predecessor there is refused for now."""

        def some(entries: list[Entry]) -> list[Entry]:
            return chance.sample(entries, chance.randrange(len(entries) + 1))

        send(case, chance.choice(self.cases), choose=some)

    def _send_withheld(self, case: CaseFile, chance: Random) -> None:
        kept = chance.choice(PEOPLE).reviewer
        send(case, chance.choice(self.cases), keep=lambda entry, _: entry.actor == kept)

    def _redact(self, case: CaseFile, chance: Random) -> None:
        sources = case.db.execute("SELECT id FROM source ORDER BY id").fetchall()
        if not sources:
            return
        (source,) = chance.choice(sources)
        query = (
            "SELECT hash FROM entry WHERE instr(body, ?) AND NOT instr(body, 'reviewer.joined') ORDER BY hash"
        )
        about = [hash_ for (hash_,) in case.db.execute(query, (source,))]
        named = chance.sample(about, chance.randrange(len(about) + 1))
        with case.act(chance.choice(PEOPLE)) as act:
            fields = {"redacted": True, "redacted_reason": "asked for", "redacted_entries": named}
            act.put("source.redacted", source, fields)
            redaction.enforce(act.projected())

    def _replay(self, case: CaseFile, chance: Random) -> None:
        before = verify.dump(case.db), findable(case)
        with case.writing() as db:
            project.replay(db)
        if (verify.dump(case.db), findable(case)) != before:
            raise Failed("replay gave other tables than the work itself")

    def finish(self) -> None:
        """All sync; all must be the same and sound."""
        for _ in range(2):
            for case in self.cases[1:]:
                send(case, self.cases[0])
                send(self.cases[0], case)
        dumps = [verify.dump(case.db) for case in self.cases]
        if any(dump != dumps[0] for dump in dumps):
            raise Failed("after syncing, two copies differ")
        listed = [findable(case) for case in self.cases]
        if any(lines != listed[0] for lines in listed):
            raise Failed("after syncing, two copies list or find different things")
        for case in self.cases:
            if problems := verify.verify(case).problems:
                raise Failed(f"verify: {problems[0].where}: {problems[0].what}")
            _labels_are_given_once(case)


def _labels_are_given_once(case: CaseFile) -> None:
    """No replica gives a label twice, unless its file was put back and forked."""
    forked = {replica for replica, _ in union.forks(case.db)}
    rows = case.db.execute(
        """SELECT e.replica, a.kind, json_extract(e.body, '$.fields.label') AS label,
          CASE a.kind WHEN 'claim.made' THEN json_extract(e.body, '$.fields.statement') END AS scope
        FROM act a JOIN entry e ON e.hash = a.hash WHERE label IS NOT NULL
        GROUP BY 1, 2, 3, 4 HAVING count(*) > 1"""
    )
    for replica, kind, label, _ in rows:
        if replica not in forked:
            raise Failed(f"{kind}: the label {label} was given twice")


def steps_of(seed: int) -> list[Step]:
    """The steps that a seed stands for."""
    chance = Random(seed)
    names = chance.choices(list(KINDS_OF_STEP), list(KINDS_OF_STEP.values()), k=chance.randrange(4, 50))
    return [(name, chance.randrange(1_000_000)) for name in names]


def failure(steps: Sequence[Step], folder: Path | None = None) -> str | None:
    """Lives through the steps; None, or what went wrong: the same words for the same fault."""
    with TemporaryDirectory(dir=folder) as name:
        world = World(Path(name))
        try:
            world.start()
            for step in steps:
                world.run(step)
            world.finish()
        except Exception as error:  # whatever it is, it is what the simulator looks for
            return f"{type(error).__name__}: {str(error)[:80]}"
        finally:
            world.close()
    return None


def shrunk(steps: Sequence[Step], fails: Callable[[Sequence[Step]], bool]) -> list[Step]:
    """The fewest of these steps that still fail, leaving out halves, quarters, and at last single ones."""
    kept = list(steps)
    size = max(1, len(kept) // 2)
    while True:
        start, smaller = 0, False
        while start < len(kept):
            fewer = kept[:start] + kept[start + size :]
            if fails(fewer):
                kept, smaller = fewer, True
            else:
                start += size
        if size == 1 and not smaller:
            return kept
        size = max(1, size // 2)


def told(seed: int, folder: Path | None = None) -> str | None:
    """What goes wrong under a seed, in words that let one repeat it; None when all is well."""
    steps = steps_of(seed)
    fault = failure(steps, folder)
    if fault is None:
        return None
    least = shrunk(steps, lambda fewer: failure(fewer, folder) == fault)
    return f"seed {seed}: {fault}\nthe fewest steps: {least}"


def main(arguments: Sequence[str]) -> int:
    """Runs many seeds and prints those that fail."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--most", type=int, default=1, help="stop after so many failures")
    parser.add_argument("--folder", type=Path, help="where the files are made; /dev/shm is fast")
    given = parser.parse_args(arguments)
    failed = 0
    for seed in range(given.first, given.first + given.seeds):
        if message := told(seed, given.folder):
            failed += 1
            print(message, flush=True)
            if failed >= given.most:
                break
    print(f"{given.seeds} seeds from {given.first}: {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

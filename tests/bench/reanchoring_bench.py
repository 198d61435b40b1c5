"""How long passages take to be found again in a later version: `python tests/bench/reanchoring_bench.py`.

Texts are made by chance with a fixed seed: lines of questions and answers, of which some are changed, left
out or put in. Times are of the processor; memory is the most that the process held.
"""

from __future__ import annotations

import itertools
import resource
import time
from collections import Counter
from random import Random

from factcheck.match.reanchoring import reanchored

WORDS = 20_000


def texts(megabytes: int, seed: int = 1) -> tuple[str, str]:
    """An earlier and a later version."""
    chance = Random(seed)
    words = [f"w{n}" for n in range(WORDS)]
    weights = list(itertools.accumulate(1 / (n + 5) for n in range(WORDS)))
    old, new = [], []
    for n in range(megabytes * 20_000):
        said = chance.choices(words, cum_weights=weights, k=9)
        old.append(f"{'QA'[n % 2]}. {' '.join(said)}.")
        turn = chance.random()
        if turn < 0.03:
            said[chance.randrange(9)] = "changed"
        if turn > 0.99:
            new.append(f"A line that was put in, number {n}.")
        if turn < 0.97:
            new.append(f"{'QA'[n % 2]}. {' '.join(said)}.")
    return "\n".join(old), "\n".join(new)


def main() -> None:
    print(f"{'text':>8} {'passages':>9} {'seconds':>8} {'memory':>8}  outcomes")
    for megabytes, count in ((1, 1_000), (5, 10_000), (50, 10_000)):
        old, new = texts(megabytes)
        chance = Random(2)
        starts = [chance.randrange(len(old) - 300) for _ in range(count)]
        spans = [(start, start + chance.randrange(5, 250)) for start in starts]
        began = time.process_time()
        found = reanchored(old, new, spans)
        took = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        outcomes = dict(Counter(one.outcome for one in found))
        print(f"{len(old) / 1e6:6.1f}MB {count:>9,} {took:8.1f} {memory:6.0f}MB  {outcomes}")


if __name__ == "__main__":
    main()

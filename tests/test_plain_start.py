"""Plain commands start without the interface and without the slow parts that only some acts need."""

import json
import subprocess
import sys

import pytest

HEAVY = ("textual", "rich", "sqlite_utils", "lxml", "trafilatura")

PROBE = """
import json, sys
sys.argv = ["factcheck", *sys.argv[1:]]
from factcheck.cli.main import main
try:
    if sys.argv[1:]:
        main()
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["demo", "--help"]], ids=["import", "help", "demo help"]
)
def test_the_interface_is_not_loaded(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stderr.splitlines()[-1])
    assert [name for name in HEAVY if name in loaded] == []


def test_it_runs_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "factcheck", "--help"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Usage: ")
    assert "factcheck" in done.stdout.splitlines()[0]

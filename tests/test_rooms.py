"""The rooms and their doors: each page says what its room may import, and the contracts and the code agree.

Three tellings of one thing are compared: the line ``May import:`` of each room's docstring, the contracts of
import-linter in pyproject.toml, and the imports that the code makes.
"""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "factcheck"
ROOMS = sorted(page.parent.name for page in PACKAGE.glob("*/__init__.py"))
MODULES = {"errors", "paths", "config"}  # the files beside the rooms that rooms may import


def contracts() -> list[dict[str, Any]]:
    text = (PACKAGE.parent / "pyproject.toml").read_text("utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return found


def by_contract(room: str) -> set[str]:
    """What the contracts let a room import directly: all below it and beside, less what is forbidden."""
    allowed = set(ROOMS) | MODULES
    for contract in contracts():
        if contract["type"] == "layers":
            layers = [
                [name.strip(" ()") for name in re.split(r"[|:]", layer)] for layer in contract["layers"]
            ]
            own = next(level for level, names in enumerate(layers) if room in names)
            allowed -= {name for names in layers[: own + 1] for name in names}
        elif f"factcheck.{room}" in contract["source_modules"]:
            allowed -= {name.removeprefix("factcheck.") for name in contract["forbidden_modules"]}
    for contract in contracts():
        for source, target in (line.split(" -> ") for line in contract.get("ignore_imports", [])):
            if _room(source) == room:
                allowed.add(_room(target))
    return allowed


def by_page(room: str) -> set[str]:
    page = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))) or ""
    lines = re.findall(r"^May import: (.+)$", page, re.MULTILINE)
    assert len(lines) == 1, f"the page of {room} needs one line 'May import: ...'"
    return {name.strip() for name in lines[0].split(",")}


def imports(room: str) -> Iterator[tuple[str, str]]:
    """Every import that the room's code makes, wherever it stands: the file and the dotted name."""
    for file in sorted((PACKAGE / room).rglob("*.py")):
        package = ["factcheck", *file.parent.relative_to(PACKAGE).parts]
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            where = file.relative_to(PACKAGE).as_posix()
            if isinstance(node, ast.Import):
                yield from ((where, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = package[: len(package) - node.level + 1] if node.level else []
                name = ".".join([*base, *filter(None, [node.module])])
                whole = [f"{name}.{alias.name}" for alias in node.names] if name == "factcheck" else [name]
                yield from ((where, one) for one in whole)


def _room(dotted: str) -> str:
    return dotted.split(".")[1]


@pytest.mark.parametrize("room", ROOMS)
def test_the_page_says_what_the_contracts_say(room: str) -> None:
    assert by_page(room) == by_contract(room)


@pytest.mark.parametrize("room", ROOMS)
def test_the_code_imports_what_the_page_says(room: str) -> None:
    allowed = by_page(room) | {room, "__version__"}
    strangers = [(f, n) for f, n in imports(room) if n.startswith("factcheck.") and _room(n) not in allowed]
    assert strangers == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_page_names_its_door_and_holds_nothing_else(room: str) -> None:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))
    assert len(tree.body) == 1, f"{room}/__init__.py holds more than its page"
    assert re.search(r"^Door: \S", ast.get_docstring(tree) or "", re.MULTILINE)


def test_the_core_imports_the_standard_library_only() -> None:
    outside = [
        (f, n) for f, n in imports("core") if n.split(".")[0] not in {*sys.stdlib_module_names, "factcheck"}
    ]
    assert outside == []


@pytest.mark.parametrize(
    ("room", "parts"), [("store", {"sqlite3", "sqlite_utils"}), ("tui", {"textual", "rich"})]
)
def test_a_part_has_one_room(room: str, parts: set[str]) -> None:
    others = [other for other in ROOMS if other != room]
    assert [(f, n) for other in others for f, n in imports(other) if n.split(".")[0] in parts] == []


def test_every_room_stands_in_the_contracts() -> None:
    """A new room that no contract names would be bound by none."""
    named = {name.removeprefix("factcheck.") for c in contracts() for name in c.get("source_modules", [])}
    assert set(ROOMS) - named - {"workbench"} == set()


def test_the_contracts_are_kept() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    if not lint.exists():
        pytest.skip("import-linter is not installed beside this Python")
    done = subprocess.run([lint, "--no-cache"], cwd=PACKAGE.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_only_the_store_speaks_sql() -> None:
    outside = [file for file in PACKAGE.rglob("*.py") if file.relative_to(PACKAGE).parts[0] != "store"]
    speaking = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in outside
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"execute", "executemany", "executescript"}
    ]
    assert speaking == []

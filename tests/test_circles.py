"""No two modules import each other, not even late or for types only."""

import ast
from pathlib import Path


def imported(path: Path, modules: set[str]) -> set[str]:
    """The program's own modules that a file names in any import."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in modules else node.module)
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found & modules


def test_no_two_modules_import_each_other(root: Path) -> None:
    files = {
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): path
        for path in (root / "factcheck").rglob("*.py")
    }
    names = {name: imported(path, set(files)) for name, path in files.items()}
    circles = [(one, other) for one in names for other in names[one] if one < other and one in names[other]]
    assert circles == []

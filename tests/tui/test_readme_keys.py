"""The README's table of keys is the table of acts, as `python -m factcheck.tui.keys` prints it."""

from pathlib import Path

from factcheck.tui.keys import as_markdown


def test_the_readme_lists_the_keys_as_they_are(root: Path) -> None:
    assert as_markdown() in (root / "README.md").read_text("utf-8")

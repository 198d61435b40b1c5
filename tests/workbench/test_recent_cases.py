"""The cases opened lately: remembered by path, the last first, those that are gone left out."""

from __future__ import annotations

from pathlib import Path

from factcheck import paths
from factcheck.workbench import cases


def test_the_last_comes_first_and_none_twice(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.db" for name in "abc"]
    for file in files:
        file.touch()
        cases.remember_case(file)
    cases.remember_case(files[0])
    assert cases.recent_cases() == [files[0], files[2], files[1]]
    assert cases.last_case() == files[0]


def test_what_is_gone_is_left_out_but_not_put_in_its_place(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).touch()
        cases.remember_case(tmp_path / name)
    (tmp_path / "b").unlink()
    assert cases.last_case() is None, "the case opened last is gone, and that is to be said"
    assert cases.recent_cases() == [tmp_path / "a"]


def test_no_more_are_kept_than_are_shown(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / str(number)).touch()
        cases.remember_case(tmp_path / str(number))
    assert len(paths.last_case_file().read_text(encoding="utf-8").splitlines()) == 10

"""What leaves the house: the wheel carries its data, the source archive builds the same wheel, and an
editable install carries nothing twice. Built without a network, by the build backend itself.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import factcheck

pytest.importorskip("hatchling.build", reason="the build backend is not installed")

BUILD = "import hatchling.build as b, sys; print(getattr(b, sys.argv[1])(sys.argv[2]))"


def build(what: str, checkout: Path, out: Path) -> Path:
    """Run one hook of the build backend (``build_wheel``, ``build_sdist`` ...) as pip would."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD, what, str(out)],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    return out / done.stdout.splitlines()[-1]


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("build_wheel", root, tmp_path_factory.mktemp("wheel"))


def data_files(root: Path) -> set[str]:
    files = (file for file in (root / "data").rglob("*") if file.is_file() and not file.name.startswith("."))
    return {f"factcheck/{file.relative_to(root).as_posix()}" for file in files}


def test_the_wheel_carries_the_package_and_its_data(wheel: Path, root: Path) -> None:
    assert data_files(root) != set()
    assert data_files(root) - names(wheel) == set()
    assert {"factcheck/__init__.py", "factcheck/py.typed", "factcheck/store/FORMAT.md"} <= names(wheel)


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in names(wheel)}
    assert tops == {"factcheck", f"factcheck_workbench-{factcheck.__version__}.dist-info"}
    assert not any("__pycache__" in name for name in names(wheel))


def test_an_installed_package_finds_the_sample(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site-packages"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)  # noqa: S202 - our own wheel
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck import paths; print(paths.data_folder())"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == site / "factcheck" / "data"


def test_an_editable_install_points_at_the_checkout_and_copies_nothing(root: Path, tmp_path: Path) -> None:
    wheel = build("build_editable", root, tmp_path)
    inside = {name for name in names(wheel) if ".dist-info/" not in name}
    assert inside == {"_factcheck_workbench.pth"}
    with zipfile.ZipFile(wheel) as archive:
        assert Path(archive.read(inside.pop()).decode().strip()) == root


def test_the_source_archive_builds_the_same_wheel(wheel: Path, root: Path, tmp_path: Path) -> None:
    archive = build("build_sdist", root, tmp_path)
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    unpacked = tmp_path / archive.name.removesuffix(".tar.gz")
    assert (unpacked / "tests" / "conftest.py").is_file()
    assert names(build("build_wheel", unpacked, tmp_path / "again")) == names(wheel)


def test_the_version_is_told_in_one_place(wheel: Path) -> None:
    assert wheel.name.startswith(f"factcheck_workbench-{factcheck.__version__}-py3-")

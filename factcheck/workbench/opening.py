"""A page opened outside: the stored original in the program that shows such files, at the page where that
program can be told.

Only pages are opened, by their content and under an ending that fits it: a program or a web page from a
production is not started by looking at it. Over ssh, or without a display, the path and the page are given
instead.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass
from factcheck.core.pages import is_typed
from factcheck.errors import FactcheckError
from factcheck.store import bates, blobs, rows, texts
from factcheck.workbench import reading
from factcheck.workbench.readings.paging import pages_of

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.sources import PageView
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

ENDINGS = {
    "pdf": ".pdf",
    "tiff": ".tif",
    "png": ".png",
    "jpeg": ".jpg",
    "gif": ".gif",
    "bmp": ".bmp",
    "webp": ".webp",
}
"""The forms that are opened, and the ending that each is given."""

AT_PAGE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("evince", ("--page-index={page}",)),
    ("atril", ("--page-index={page}",)),
    ("xreader", ("--page-index={page}",)),
    ("okular", ("--page", "{page}")),
    ("zathura", ("--page={page}",)),
)
"""Programs for PDF that take a page, and how."""


_OPENERS = defaultdict(lambda: ("xdg-open",), win32=("explorer",), darwin=("open",))


@dataclass(frozen=True, slots=True)
class Opened:
    """The copy that was made of the original, the page meant, and the command that shows it; without one
    nothing was started, and `why` says why."""

    path: Path
    page: PageView | None
    command: tuple[str, ...]
    why: str = ""


Start = Callable[[Sequence[str]], None]


def open_page(
    case: CaseFile,
    viewer: Viewer,
    source: str,
    page: str | None = None,
    *,
    start: Start | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Opened:
    """Opens a source at a page, named by its label or its Bates number; without one, at the page of the
    number by which the source is named, else at the first. Of a typed page its image is opened."""
    with case.reading() as db:
        found = rows.of_sort(db, viewer, source, "source")
        if is_typed(found.get("reader")) and found.get("variant_of"):
            page = page or texts.place_at(db, found.id, 0).page
            found = rows.get(db, viewer, found.get("variant_of"))
        meant = _meant(db, viewer, found, page, source)
        data = blobs.get(db, found.get("bytes_sha"))
    path = _copied(data, found, meant)
    why = _why_not(environment)
    command = () if why else _command(path, meant, data)
    if command:
        try:
            (start or _start)(command)
        except OSError as error:
            return Opened(path, meant, (), f"{command[0]}: {error.strerror or error}")
    return Opened(path, meant, command, why or ("" if command else "no program to open it was found"))


def _meant(db: Db, viewer: Viewer, source: Stored, page: str | None, ref: str) -> PageView | None:
    views = pages_of(db, viewer, source)
    label = page if any(view.page == page for view in views) else _numbered(db, source, page or ref) or page
    if label is None:
        return views[0] if views else None
    found = next((view for view in views if view.page == label), None)
    if found is None:
        some = ", ".join(view.page for view in views[:8]) + (" …" if len(views) > 8 else "")
        raise FactcheckError(
            f"{source.label} has no page {label}",
            f"Its pages are: {some}." if views else "It has none.",
            "",
            2,
        )
    return found


def _numbered(db: Db, source: Stored, typed: str) -> str | None:
    """The page that a Bates number stands for."""
    found = (one.page.label for one in bates.bearing(db, typed) if one.source == source.id and one.page)
    return next(found, None)


def _copied(data: bytes, source: Stored, page: PageView | None) -> Path:
    """The original under a safe name, in a folder for this user alone, not to be written to; of a document
    that is a file a page, a picture of the page."""
    form, of_page = reading.form_of(data), ""
    if form == "pages" and page is not None:
        data, form = reading.page_image(data, source.get("name"), page.number), "png"
        of_page = f"-page-{page.number}"
    ending = ENDINGS.get(form)
    if ending is None:
        raise FactcheckError(
            f"{source.label} is not opened outside",
            "Only PDF and images of pages are; its text is here.",
            f"factcheck show CASE {source.label} --text",
        )
    folder = Path(tempfile.mkdtemp(prefix="factcheck-"))
    path = folder / f"{source.label}-{source.get('bytes_sha')[:12]}{of_page}{ending}"
    path.write_bytes(data)
    path.chmod(0o400)
    return path


def _why_not(environment: Mapping[str, str]) -> str:
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return "this terminal is on another machine (ssh)"
    if sys.platform not in ("win32", "darwin") and not (
        environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    ):
        return "there is no display"
    return ""


def _command(path: Path, page: PageView | None, data: bytes) -> tuple[str, ...]:
    """How this system opens a file at a page; empty where it has no way. Where no program can be told the
    page, a picture of that page is made and opened."""
    if path.suffix == ".pdf" and page is not None:
        for program, words in AT_PAGE:
            if shutil.which(program):
                return (program, *(word.format(page=page.number) for word in words), str(path))
    opener = next((program for program in _OPENERS[sys.platform] if shutil.which(program)), None)
    if opener is None:
        return ()
    if page is not None and page.number > 1 and not path.stem.endswith(f"-page-{page.number}"):
        picture = path.with_name(f"{path.stem}-page-{page.number}.png")
        picture.write_bytes(reading.page_image(data, path.name, page.number))
        picture.chmod(0o400)
        return (opener, str(picture))
    return (opener, str(path))


def _start(command: Sequence[str]) -> None:
    """Starts a program that outlives this one and says nothing in its terminal."""
    subprocess.Popen(  # noqa: S603 - the program is one of those above, the path one that was made here
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

"""One page of a PDF or an image as a picture, for showing it and for reading it by machine."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.read.bound_pages import files_of
from factcheck.read.detect import JPEG, PDF, PNG, TIFF, form_of
from factcheck.read.pages.apart import ask

if TYPE_CHECKING:
    from PIL.Image import Image

DOTS_PER_INCH = 300
"""What Tesseract reads best, and enough for a screen."""

MAX_PIXELS = 64_000_000
"""Of one page: a sheet of A3 at 400 dots per inch has 31 million. More is scaled down, or refused."""

MAX_FRAMES = 20_000

_FORMATS = {PNG: ("PNG",), JPEG: ("JPEG", "MPO"), TIFF: ("TIFF",)}


def page_image(data: bytes, name: str, page: int) -> bytes:
    """Page `page` of the file, from 1, as PNG: of an image its frame.

    Raises FactcheckError where there is no such page, it cannot be drawn, or the file is no PDF and no image.
    """
    form = form_of(data, name).name
    if form == PDF:
        _, picture = ask(
            data, name, "picture", page=page, dots_per_inch=DOTS_PER_INCH, most_pixels=MAX_PIXELS
        )
        return picture
    data, name, page = _file_with(data, name, page)
    with opened(data, name) as image:
        drawn = io.BytesIO()
        frame_of(image, name, page).save(drawn, "PNG", compress_level=1)
    return drawn.getvalue()


def _file_with(data: bytes, name: str, page: int) -> tuple[bytes, str, int]:
    """The file that holds a page, its name, and which of its own pages that is."""
    before = 0
    for file, called in files_of(data, name):
        frames = _frames(file, called)
        if before < page <= before + frames:
            if not file:
                raise FactcheckError(
                    title="This page is missing",
                    detail=f"{called} was not there when {name} was added.",
                    hint="Ask for it, and add the document anew.",
                )
            return file, called, page - before
        before += frames
    raise _no_such_page(name, page, before)


def _frames(data: bytes, name: str) -> int:
    """How many pages one file has: one where it cannot be opened."""
    try:
        with opened(data, name) as image:
            return getattr(image, "n_frames", 1)
    except FactcheckError:
        return 1


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Image]:
    """The image in `data`, its frames not decoded yet; whatever Pillow says of it is raised as
    FactcheckError."""
    from PIL import Image

    formats = _FORMATS.get(form_of(data, name).name)
    if formats is None:
        raise FactcheckError("This is no image", name, "Open it in its own program.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of sizes, which are bounded here, and of odd metadata
            with Image.open(io.BytesIO(data), formats=formats) as image:
                yield image
    except FactcheckError:
        raise
    except Image.DecompressionBombError as error:
        raise too_large(name, str(error)) from error
    except Exception as error:  # Pillow's plugins raise whatever the bytes make them: struct, Syntax, OSError
        raise FactcheckError(
            title="This image is broken",
            detail=f"{name}: {error}.",
            hint="Get the file again: it may be cut off. If a program shows it, save a copy there.",
        ) from error


def frame_of(image: Image, name: str, page: int) -> Image:
    """One frame, from 1, decoded, in grey or colours."""
    frames = getattr(image, "n_frames", 1)
    if not 1 <= page <= min(frames, MAX_FRAMES):
        raise _no_such_page(name, page, frames)
    image.seek(page - 1)
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise too_large(name, f"page {page} is {width:,} by {height:,} dots")
    return image.convert("L" if image.mode in ("1", "L", "I", "I;16", "F") else "RGB")


def _no_such_page(name: str, page: int, frames: int) -> FactcheckError:
    return FactcheckError(
        title="This page cannot be shown",
        detail=f"{name} has {frames} pages; there is no page {page}.",
        hint="Pages count from 1.",
    )


def too_large(name: str, what: str) -> FactcheckError:
    return FactcheckError(
        title="This image is too large",
        detail=f"{name}: {what}; at most {MAX_PIXELS:,} dots a page are read.",
        hint="Save it smaller, at 300 dots per inch, and read that.",
    )

"""Machine reading: the Tesseract program looks at a picture of a page; its words are placed as on paper.

Needs the extra "ocr" and the program itself. What it reads is marked machine-read: no quotation from it is
sure until a person has compared it with the image.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from statistics import median
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.read.page_images import DOTS_PER_INCH, page_image
from factcheck.read.pages.sheet import WIDE_GAP, Run, Sheet, run_of

SECONDS = 180
"""For one page. A dense page takes five to ten."""

LANGUAGE = "eng"

_LAYOUT = "--psm 6"
"""One block of lines: Tesseract's own search for columns loses columns of line numbers; ours comes after."""

_POINTS = 72 / DOTS_PER_INCH
_HANGING = frozenset("gjpqyQ,;()[]{}|/\\_$@")
_DEPTH = 0.22
"""Of a word's height: how far such letters hang below the baseline."""


def read_pages(data: bytes, name: str, form: str, pages: Sequence[int]) -> list[Sheet]:
    """The given pages of the file, from 1, as Tesseract reads them: each word with its place.

    `form` is a name of `factcheck.read.detect`. Raises FactcheckError where the extra or the program is
    missing, and where a page takes too long.
    """
    version()
    return [_read_page(page_image(data, name, page), name, page) for page in pages]


@cache
def version() -> str:
    """Tesseract's name and version; raises FactcheckError where it, or the extra, is not installed."""
    try:
        import pytesseract
    except ImportError as error:
        raise _missing("The extra “ocr” is not installed") from error
    try:
        return f"tesseract {pytesseract.get_tesseract_version()}"
    except (pytesseract.TesseractNotFoundError, SystemExit, OSError) as error:
        raise _missing("The program “tesseract” is not installed") from error


def _read_page(picture: bytes, name: str, page: int) -> Sheet:
    import pytesseract
    from PIL import Image

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its threads slow one another down on a page
    with Image.open(io.BytesIO(picture)) as image:
        try:
            found = pytesseract.image_to_data(
                image, lang=LANGUAGE, config=_LAYOUT, timeout=SECONDS, output_type=pytesseract.Output.DICT
            )
        except pytesseract.TesseractError as error:
            raise FactcheckError(
                title="Tesseract could not read this page",
                detail=f"{name}, page {page}: {str(error)[:300]}",
                hint=f"Check that its data for “{LANGUAGE}” are installed: tesseract --list-langs",
            ) from error
        except RuntimeError as error:  # how pytesseract says that the time is over
            raise FactcheckError(
                title="Tesseract took too long",
                detail=f"{name}, page {page}: after {SECONDS} seconds it was not done.",
                hint="Read the file without machine reading, and type the passage that matters.",
            ) from error
        width, height = image.size
    sheet = Sheet(page, width * _POINTS, height * _POINTS, recognised=True)
    sheet.runs = list(_runs(found, height))
    if not sheet.runs:
        sheet.recognised, sheet.image = False, True
    return sheet


def _runs(found: Mapping[str, Sequence[Any]], height: int) -> Iterator[Run]:
    """Tesseract's lines, cut at wide gaps, in points from the lower left corner."""
    words = [index for index, text in enumerate(found["text"]) if str(text).strip()]
    order = 0
    places = list(zip(found["block_num"], found["par_num"], found["line_num"], strict=True))
    for _, line in groupby(words, key=lambda index: places[index]):
        members = list(line)
        em = max(4.0, 1.4 * median(found["height"][i] for i in members) * _POINTS)
        base = (height - median(_baseline(found, i) for i in members)) * _POINTS
        gathered: list[tuple[str, float, float, float]] = []
        for i in members:
            start = found["left"][i] * _POINTS
            end = start + found["width"][i] * _POINTS
            if gathered and start - gathered[-1][2] > WIDE_GAP * em:
                yield run_of(gathered, em, order)
                order += 1
                gathered = []
            gathered.append((str(found["text"][i]).strip(), start, end, base))
        yield run_of(gathered, em, order)
        order += 1


def _baseline(found: Mapping[str, Sequence[Any]], index: int) -> float:
    """In dots from the top."""
    bottom: float = found["top"][index] + found["height"][index]
    hangs = not _HANGING.isdisjoint(str(found["text"][index]))
    return bottom - _DEPTH * found["height"][index] if hangs else bottom


def _missing(what: str) -> FactcheckError:
    return FactcheckError(
        title="Reading images by machine is not possible here",
        detail=f"{what}.",
        hint="Install both: pip install 'factcheck-workbench[ocr]', and the Tesseract program "
        "(Debian: apt install tesseract-ocr; macOS: brew install tesseract).",
    )

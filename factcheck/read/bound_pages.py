"""Documents that come as a file for each page, as productions deliver them: bound together as one source.

The bundle is a ZIP without compression that states its type first, as EPUB does; then come the files in the
order of their pages, each byte for byte as it was, under its number and its own name. An empty one stands for
a page whose file is missing. The same files make the same bundle, whenever and wherever it is made.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

from factcheck.errors import FactcheckError
from factcheck.read.detect import PAGES, PAGES_TYPE, form_of
from factcheck.read.zip_damage import DAMAGES

_THEN = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r"[^\w .&()+-]+")
_LONGEST = 100
MAX_BYTES = 100_000_000
"""Of all pages together, as of any source."""


def bound(pages: Iterable[tuple[str, bytes | None]]) -> bytes:
    """The bundle of these files, each with its name; None for one that is missing."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as bundle:
        total = 0
        bundle.writestr(zipfile.ZipInfo("mimetype", _THEN), PAGES_TYPE)
        for number, (name, data) in enumerate(pages, 1):
            total += len(data or b"")
            if total > MAX_BYTES:
                raise FactcheckError(
                    title="The pages of this document are too large together",
                    detail=f"{name}: with it they have more than {MAX_BYTES // 1_000_000} MB.",
                    hint="Save them smaller, at 300 dots per inch, or add them in parts.",
                )
            safe = _UNSAFE.sub("_", re.split(r"[\\/]", name)[-1])[-_LONGEST:]
            bundle.writestr(zipfile.ZipInfo(f"{number:05d} {safe}", _THEN), data or b"")
    return made.getvalue()


def files_of(data: bytes, name: str) -> Iterator[tuple[bytes, str]]:
    """The files of a bundle in order, each with its name; of any other file itself.

    One at a time is in memory. Raises FactcheckError where the bundle is broken.
    """
    if form_of(data, name).name != PAGES:
        yield data, name
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            for info in bundle.infolist()[1:]:
                if info.compress_type != zipfile.ZIP_STORED or info.file_size > MAX_BYTES:
                    raise zipfile.BadZipFile(f"{info.filename} is not as it was put in")
                yield bundle.read(info), info.filename.partition(" ")[2]
    except DAMAGES as error:
        raise FactcheckError(
            title="These bound pages are broken",
            detail=f"{name}: {error}.",
            hint="Add the files of the production again.",
        ) from error

"""What runs in the process that reads a PDF: "read" answers with the reading text (UTF-8), "picture" with a
PNG."""

from __future__ import annotations

import gc
import io
from collections.abc import Iterator
from typing import Any

from factcheck.core.document import Hole
from factcheck.core.mapping import map_json
from factcheck.read.pages import pdfium
from factcheck.read.pages.compose import compose
from factcheck.read.pages.sheet import Sheet, sheet_from_fields
from factcheck.read.served import serve

MEMORY = 3 << 30
CPU_SECONDS = 600


def main() -> None:
    """Answers the requests on standard input."""
    gc.disable()  # nothing here refers to itself, and looking for it takes a fifth of the time
    serve(_answer, MEMORY, CPU_SECONDS)


def _answer(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    return _picture(request, data) if request["act"] == "picture" else _read(request, data)


def _read(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    name = request["name"]
    recognised = {fields["number"]: sheet_from_fields(fields) for fields in request.get("recognised", ())}
    with pdfium.opened(data, name) as pdf:
        facts = pdf.facts()
        document = compose(list(_sheets(pdf, recognised)), name)
    header = {
        "title": facts.title,
        "map": map_json(document),
        "version": pdfium.VERSION,
        "holes": [[hole.what, hole.where, hole.count] for hole in _of_the_file(facts)],
    }
    return header, document.text.encode("utf-8", "surrogatepass")


def _sheets(pdf: pdfium.Pdf, recognised: dict[int, Sheet]) -> Iterator[Sheet]:
    for sheet in pdf.sheets():
        read = recognised.get(sheet.number)
        if read and sheet.image:
            read.label = sheet.label
            yield read
        else:
            yield sheet


def _of_the_file(facts: pdfium.Facts) -> Iterator[Hole]:
    if facts.attachments:
        shown = ", ".join(f"“{name[:80]}”" for name in facts.attachments[:10])
        more = " and others" if len(facts.attachments) > 10 else ""
        yield Hole("attachment", f"files attached to the PDF: {shown}{more}", len(facts.attachments))
    if facts.xfa:
        yield Hole("form", "an XFA form: what only its own program draws is not in the text")


def _picture(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    with pdfium.opened(data, request["name"]) as pdf:
        image = pdf.picture(request["page"], request["dots_per_inch"], request["most_pixels"])
        picture = io.BytesIO()
        image.save(picture, "PNG", compress_level=1)
    return {}, picture.getvalue()

"""What runs in the process that reads a PDF: a request and the file come in, an answer goes out.

The request is one line of JSON, `act` ("read" or "picture"), `name`, `size`; then as many bytes of the PDF.
The answer is one line of JSON, then bytes: of "read" the reading text (UTF-8), of "picture" a PNG.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from factcheck.core.document import Hole
from factcheck.core.mapping import map_json
from factcheck.errors import FactcheckError
from factcheck.read.pages import pdfium
from factcheck.read.pages.compose import compose
from factcheck.read.pages.sheet import Sheet, sheet_from_fields

MEMORY = 3 << 30
"""Bytes of address space."""

CPU_SECONDS = 600
"""Should the process that waits for this one be gone."""


def main() -> None:
    """Answers the one request on standard input."""
    _bound()
    answers, sys.stdout = os.fdopen(os.dup(1), "wb"), sys.stderr
    request = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(request["size"])
    try:
        if request["act"] == "picture":
            _picture(request, data, answers)
        else:
            _read(request, data, answers)
    except FactcheckError as refused:
        _answer(answers, {"refused": [refused.title, refused.detail, refused.hint, refused.exit_code]})


def _read(request: dict[str, Any], data: bytes, answers: BinaryIO) -> None:
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
    _answer(answers, header, document.text.encode("utf-8", "surrogatepass"))


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


def _picture(request: dict[str, Any], data: bytes, answers: BinaryIO) -> None:
    with pdfium.opened(data, request["name"]) as pdf:
        image = pdf.picture(request["page"], request["dots_per_inch"], request["most_pixels"])
        picture = io.BytesIO()
        image.save(picture, "PNG", compress_level=1)
    _answer(answers, {}, picture.getvalue())


def _answer(answers: BinaryIO, header: dict[str, Any], rest: bytes = b"") -> None:
    answers.write(json.dumps(header).encode() + b"\n" + rest)
    answers.flush()


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bounds; the time of the one who waits holds there too
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, CPU_SECONDS)):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, hard))

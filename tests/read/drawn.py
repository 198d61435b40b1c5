"""PDF files for tests: drawn with reportlab, words where the test says."""

import io
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from factcheck.core.document import Document

PAPER = (612.0, 792.0)

Draw = Callable[[Canvas], object]


def pdf(*pages: Draw, **options: object) -> bytes:
    """A PDF with one page for each function, which is given the canvas. Always the same bytes."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=PAPER, invariant=1, **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def words(
    canvas: Canvas,
    lines: Sequence[str],
    *,
    x: float = 72,
    y: float = 700,
    pitch: float = 14,
    size: float = 11,
    font: str = "Times-Roman",
) -> None:
    """Lines one under the other."""
    canvas.setFont(font, size)
    for index, line in enumerate(lines):
        canvas.drawString(x, y - index * pitch, line)


def numbered(
    canvas: Canvas,
    lines: Sequence[str],
    *,
    first: int = 1,
    x: float = 100,
    y: float = 720,
    pitch: float = 24,
    size: float = 12,
    number_x: float = 80,
    right: bool = True,
) -> None:
    """Lines with their numbers beside them, as court reporters print them."""
    canvas.setFont("Courier", size)
    for index, line in enumerate(lines):
        number = str(first + index)
        if right:
            canvas.drawRightString(number_x, y - index * pitch, number)
        else:
            canvas.drawString(number_x, y - index * pitch, number)
        canvas.drawString(x, y - index * pitch, line)


def sheet_at(document: Document, offset: int) -> int:
    """The page of the file, from 1, that a code point is on, whatever is printed on it."""
    return 1 + sum(one.text == "\f" and one.offset <= offset for one in document.removed)

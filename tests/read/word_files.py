"""Word documents for tests: written by python-docx, or put together from XML of our own."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="urn:wps" xmlns:v="urn:v" xmlns:a="urn:a" xmlns:m="urn:m" xmlns:c="urn:c"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def saved(make: Callable[[Any], None]) -> bytes:
    """A document that python-docx wrote; `make` fills it."""
    document = docx.Document()
    make(document)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def packed(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def xml(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{content}</w:{root}>'


def document(body: str, **parts: str) -> bytes:
    """A package with this body and other parts by their roots: comments, footnotes, numbering, styles ..."""
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_R}/{root}" Target="{root}.xml"/>'
        for number, root in enumerate(parts)
    )
    roots = {"header": "hdr", "footer": "ftr"}
    return packed({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r" Type="{_R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>',
        "word/document.xml": xml("document", f"<w:body>{body}</w:body>"),
        **{f"word/{root}.xml": xml(roots.get(root, root), content) for root, content in parts.items()},
    })  # fmt: skip


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; what does not begin with a tag is the text of one."""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr>{''.join(run if run[:1] == '<' else r(run) for run in runs)}</w:p>"
    )


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

"""The fact-check annex as one self-contained page: no script, nothing remote, a strict content policy.

Data reaches the page through the template's expressions only. Each is made safe to show (`core.shown`)
and escaped; none names an element, an attribute or an address, save for source addresses that
`web_address` lets through.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from factcheck.core.shown import shown
from factcheck.report.annex import annex
from factcheck.report.outline import contents
from factcheck.report.paragraphs import paragraphs

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from factcheck.core.report import Report

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_RUNNING_TITLE = 70  # code points of the title that fit the head of a printed page


def annex_html(report: Report) -> bytes:
    """The annex as an HTML page in UTF-8."""
    style = _style(report)
    parts = annex(report)
    page = (
        _environment()
        .get_template("annex.html.j2")
        .render(
            title=report.title,
            parts=parts,
            contents=contents(parts),
            style=style,
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    )
    return page.lstrip("\n").encode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_resource),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["kind_of"] = lambda block: type(block).__name__
    environment.filters["paragraphs"] = paragraphs
    environment.filters["flow"] = _flow
    return environment


def _resource(name: str) -> str:
    return files("factcheck.report").joinpath(name).read_text("utf-8")


def _safe(value: Any) -> Any:
    """What every expression of the template passes through before it is escaped; the template's own
    parts go as is."""
    if value is None:
        return ""
    return value if hasattr(value, "__html__") else shown(str(value), keep="\n\t")


def _flow(text: str) -> Markup:
    """Running words: line ends flow, blank lines stay."""
    from markupsafe import Markup, escape

    return Markup("<br><br>").join(escape(_safe(piece)) for piece in _BLANK_LINES.split(text))


def _style(report: Report) -> str:
    """The style sheet, with the running head of the printed pages."""
    title = shown(" ".join(report.title.split()))
    if len(title) > _RUNNING_TITLE:
        title = title[: _RUNNING_TITLE - 1] + "…"
    status = " · ".join((*(("SAMPLE",) if report.sample else ()), report.status, f"as of {report.as_of}"))
    head = (
        f"@page {{ @top-left {{ content: {_css_string(title)}; }} "
        f"@top-right {{ content: {_css_string(shown(status))}; }} }}\n"
    )
    return _resource("annex.css") + head


def _css_string(text: str) -> str:
    """A CSS string in which everything but ASCII letters, digits and blanks is a numeric escape."""
    return (
        '"'
        + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):06x} " for c in text)
        + '"'
    )

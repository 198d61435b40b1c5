"""A difference of words: what went in brackets and struck out, what came between plus signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.tui.safe import said, unwrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.changes import Change, Op

_FORMS: dict[Op, tuple[str, str]] = {
    "same": ("{}", ""),
    "gone": ("[-{}-]", "strike $contradiction"),
    "come": ("{{+{}+}}", "bold $support"),
}


def changed_words(changes: Sequence[Change], without: Op | None = None) -> Content:
    """Both wordings in one text, or one of them: `without` what came it is the earlier, without what went the
    later."""
    pieces = []
    for one in changes:
        if one.op != without:
            form, style = _FORMS[one.op]
            pieces.append(said(form.format(unwrapped(one.words)), style))
    return Content(" ").join(pieces)


def turned_words(turned: Sequence[str]) -> str:
    """What a difference turns over, for a person to see at once; empty where it turns nothing."""
    return f"{', '.join(turned).upper()} DIFFERS" if turned else ""

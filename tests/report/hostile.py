"""Texts that mean to be more than text, whatever shows them."""

from __future__ import annotations

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": '" onmouseover=\'x\' style="x"',
    "markup": "[/] [bold]x[/bold] [@click=app.bell]x[/]",
    "entities": "&lt;b&gt; &amp; &#60; &",
    "template": "{{ report.title }} {% raw %} {# x #}",
    "closing": "</style></title></blockquote><!-- ]]>",
    "address": "javascript:alert(1)",
    "data address": "data:text/html,<b>x</b>",
    "look-alike": "https://good.example@evil.example/\\x",
    "broken address": "http://[::1",
    "turned": "abc\u202egnp.exe\u2066x",
    "controls": "a\x00\x07\x1b[2J\x7f\x9b\x85b",
    "separators": "a\u2028b\u2029c\r\nd\re\tf",
    "surrogate": "a\ud800b",
    "joined": "👩‍👩‍👧‍👦 e\u0301 漢字 שלום",
    "blank": "   ",
    "empty": "",
}

"""The two themes, dark and light, with the colours of the design."""

from __future__ import annotations

from textual.theme import Theme

DARK = {
    "background": "#14171c",
    "surface": "#1a1e25",
    "panel": "#222832",
    "ink": "#d8d4cb",
    "dim": "#8b8a86",
    "statement": "#e0b35a",
    "record": "#6fb3b8",
    "contradiction": "#d1605e",
    "support": "#7fb069",
    "frame": "#2c333e",
}
LIGHT = {
    "background": "#faf7f0",
    "surface": "#f3eee3",
    "panel": "#e9e2d3",
    "ink": "#2a2620",
    "dim": "#6f695d",
    "statement": "#8a5a00",
    "record": "#1f6f78",
    "contradiction": "#a8322f",
    "support": "#3d7a2a",
    "frame": "#d9d0bd",
}


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    own = {key: value for key, value in colours.items() if key not in {"background", "surface", "panel"}}
    return Theme(
        name=name,
        primary=colours["record"],
        secondary=colours["statement"],
        accent=colours["statement"],
        warning=colours["statement"],
        error=colours["contradiction"],
        success=colours["support"],
        foreground=colours["ink"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        dark=dark,
        variables={
            **own,
            "scrollbar": colours["panel"],
            "scrollbar-hover": colours["dim"],
            "scrollbar-active": colours["dim"],
            "scrollbar-background": colours["background"],
            "scrollbar-background-hover": colours["background"],
            "scrollbar-background-active": colours["background"],
            "scrollbar-corner-color": colours["background"],
        },
    )


THEMES = {"dark": _theme("dark", DARK, dark=True), "light": _theme("light", LIGHT, dark=False)}

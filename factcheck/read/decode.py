"""Bytes to characters: which encoding, said aloud, and nothing lost in silence.

In this order: a byte-order mark; the pattern of NULs that UTF-16 and UTF-32 show without one; strict UTF-8;
UTF-8 with damage; the encoding that the document itself declares; a legacy encoding by charset-normalizer,
with a hole where another would fit as well.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from factcheck.core.document import Hole
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

BYTE_ORDER_MARK = "\ufeff"
REPLACEMENT = "\ufffd"
"""Stands, one for one, for each byte (in UTF-16 and UTF-32 each code unit) that could not be decoded."""

_MARKS = (  # UTF-32 before UTF-16: the one's little-endian mark begins with the other's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNIT = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}

_LEGACY = {  # charset-normalizer's name -> the name we say; in order of preference between equals
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "cp1257": "windows-1257",
    "cp932": "cp932",
    "euc_jp": "euc-jp",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp949": "cp949",
    "koi8_r": "koi8-r",
    "iso8859_2": "iso-8859-2",
    "iso8859_5": "iso-8859-5",
    "mac_roman": "macintosh",
    "cp850": "cp850",
    "cp866": "cp866",
}
_WESTERN = "cp1252"
_OF_OLD_MACHINES = {"mac_roman", "cp850", "cp866"}
"""Too rare by now to outdo a Western reading that makes sense."""

_AS_CLEAN = 0.02
"""Two readings whose `chaos` differs by no more than this are equally plausible."""

_MOST_CHAOS = 0.5
"""charset-normalizer's own bound, 0.2, throws out good French with many accents."""

_AS_COHERENT = 0.01
"""The Western reading leads another that is no more coherent than by this."""

_LITTLE = 8
_RARE = 0.03
"""Fewer letters beyond ASCII, or a smaller share, than this prove no language, as in English."""

_STRANGE = re.compile(r"[³¹¥¯¸´¨¬±×÷¦¤þðÞÐ]|(?<=[^\W\d_])[¿‚„ƒˆ]|[a-zß-ÿ][À-ÞŠŒŽŸ]")

_AS_BROWSERS = {
    "ascii": "windows-1252",
    "cp1252": "windows-1252",
    "iso8859-1": "windows-1252",
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "cp950": "big5hkscs",
    "big5": "big5hkscs",
}
_TEXTUAL = {
    "utf-8", "big5hkscs", "cp866", "cp874", "cp932", "cp949", "euc_jp", "gb18030", "iso2022_jp", "koi8-r",
    "koi8-u", "mac-roman", "mac-cyrillic", *(f"cp125{digit}" for digit in range(9)),
    *(f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
}  # fmt: skip
_SHIFTED = {"iso2022_jp"}

_SAMPLE = 32_768
_NEAR = 256
_PATTERN_SAMPLE = 65_536
_HIGH = re.compile(rb"[\x80-\xff]")
_ACCENTED = re.compile(rb"[\xc0-\xff\x8a\x8c\x8e\x9a\x9c\x9e\x9f]")
_LETTER = re.compile(rb"[A-Za-z]")
_ASCII = bytes(range(0x80))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters without `mark` (the byte-order mark or ""), the encoding's name, what was not read."""

    text: str
    encoding: str
    mark: str = ""
    holes: tuple[Hole, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`; raises FactcheckError where more than a twentieth would be replaced.

    `declared` is the name of an encoding that the document gives itself, as browsers understand such names.
    It is not believed where the bytes are UTF-8 beyond ASCII, or are none of that encoding.
    """
    for mark, marked in _MARKS:
        if data.startswith(mark) and _fits(data, marked):
            return _in_encoding(data[len(mark) :], marked, BYTE_ORDER_MARK)
    if wide := _wide_by_nuls(data):
        return _in_encoding(data, wide)
    encoding = as_browsers_name_it(declared) if declared else None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if encoding in (None, "utf-8") and _is_damaged_utf8(data):
            return _in_encoding(data, "utf-8")
        return _as_declared(data, encoding) or _in_legacy_encoding(data)
    if encoding in _SHIFTED and "\x1b" in text:  # written with ASCII bytes alone
        return _as_declared(data, encoding) or _with_old_damage(text, "utf-8")
    return _with_old_damage(text, "utf-8")


def as_browsers_name_it(label: str) -> str | None:
    """The encoding that browsers take for a name in a page; None for one that is unknown or not believed.

    https://encoding.spec.whatwg.org/#names-and-labels, as far as the two families of names differ.
    """
    try:
        known = codecs.lookup(label.strip().strip("\"'").lower()).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    if known.startswith(("utf-16", "utf-32")):  # a page that can say so in ASCII is in neither
        return "utf-8"
    return _AS_BROWSERS.get(known, known) if known in _AS_BROWSERS or known in _TEXTUAL else None


def _as_declared(data: bytes, encoding: str | None) -> Decoded | None:
    if encoding is None or encoding == "utf-8":
        return None
    try:
        return _in_encoding(data, encoding)
    except FactcheckError:  # more of it is replaced than can be believed
        return None


def place_in(text: str, offset: int) -> str:
    """`line 3, character 14` for a person, both from 1; LF, CRLF and CR each end a line."""
    before = text[:offset]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return f"line {line}, character {offset - max(before.rfind(chr(10)), before.rfind(chr(13)))}"


def _fits(data: bytes, encoding: str) -> bool:
    """Whether the mark can be this encoding's: UTF-16 text whose first character is NUL looks like UTF-32."""
    if not encoding.startswith("utf-32"):
        return True
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


_PATTERN_LEAST = 4
"""NULs that make a pattern; fewer are strays in a text of single bytes."""


def _wide_by_nuls(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: NULs fill some columns of the bytes and hardly any other."""
    sample = data[:_PATTERN_SAMPLE]
    if sample.count(0) < _PATTERN_LEAST:
        return None
    highest, high, low, lowest = _shares_of_nuls(sample, 4)
    if highest == 1 and high > 0.5 and _is_clean(sample, "utf-32-be"):
        return "utf-32-be"
    if lowest == 1 and low > 0.5 and _is_clean(sample, "utf-32-le"):
        return "utf-32-le"
    first, second = _shares_of_nuls(sample, 2)
    if max(first, second) > 0.2 and min(first, second) <= max(first, second) / 10:
        return "utf-16-be" if first > second else "utf-16-le"
    return None


def _shares_of_nuls(sample: bytes, width: int) -> list[float]:
    rows = len(sample) // width
    return [sample[column : rows * width : width].count(0) / rows for column in range(width)]


def _is_clean(sample: bytes, encoding: str) -> bool:
    whole = sample[: len(sample) // _UNIT[encoding] * _UNIT[encoding]]
    return REPLACEMENT not in whole.decode(encoding, "replace")


def _is_damaged_utf8(data: bytes) -> bool:
    """At least as many whole sequences of UTF-8 as bytes that are none: no legacy text looks like this."""
    whole = data.decode("utf-8", "ignore")
    plain = len(data) - len(data.translate(None, _ASCII))
    sequences = len(whole) - plain
    stray = len(data) - len(whole.encode("utf-8"))
    return sequences >= stray


def _in_encoding(data: bytes, encoding: str, mark: str = "") -> Decoded:
    try:
        return _with_old_damage(data.decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        first = len(data[: error.start].decode(encoding))
    before = data.decode(encoding, "ignore").count(REPLACEMENT)
    roughly = data.decode(encoding, "replace")
    if (roughly.count(REPLACEMENT) - before) > 3 + len(roughly) // 20:
        raise FactcheckError(
            title="This is not text that can be read",
            detail=f"It begins like {encoding}, but over a twentieth of it is none of that encoding.",
            hint="Check that the file is whole, or save it as plain text in UTF-8 and read that.",
        )
    text = data.decode(encoding, _EACH_UNIT[_UNIT.get(encoding, 1)])
    hole = Hole(
        what="encoding",
        where=f"bytes that are not {encoding}, each shown as U+FFFD; first at {place_in(text, first)}",
        count=text.count(REPLACEMENT) - before,
    )
    return Decoded(text, encoding, mark, (hole, *_old_damage(text, before)))


def _with_old_damage(text: str, encoding: str, mark: str = "") -> Decoded:
    return Decoded(text, encoding, mark, _old_damage(text, text.count(REPLACEMENT)))


def _old_damage(text: str, count: int) -> tuple[Hole, ...]:
    """Replacement characters that the file brought with it: an earlier reader did not know the original."""
    if not count:
        return ()
    where = "U+FFFD in the file itself, where an earlier program could not read a character"
    if text.count(REPLACEMENT) == count:
        where += f"; first at {place_in(text, text.index(REPLACEMENT))}"
    return (Hole(what="encoding", where=where, count=count),)


@dataclass(frozen=True, slots=True)
class _Guess:
    """charset-normalizer's opinion: `chaos` 0 is clean, `coherence` 1 is like a known language."""

    encoding: str
    chaos: float
    coherence: float


def _in_legacy_encoding(data: bytes) -> Decoded:
    sample = _telling_lines(data)
    guesses = _guesses(sample)
    chosen = guesses[0].encoding if guesses else _WESTERN
    decoded = _in_encoding(data, _LEGACY[chosen])
    doubt = _doubt(decoded.text, sample, chosen, guesses)
    return Decoded(decoded.text, decoded.encoding, "", (*doubt, *decoded.holes))


def _guesses(sample: bytes) -> list[_Guess]:
    """The plausible readings, best first; the Western one leads where none is clearly better."""
    from charset_normalizer import from_bytes  # costs 30 ms, for the few files that need it

    found: dict[str, _Guess] = {}
    matches = from_bytes(
        sample,
        threshold=_MOST_CHAOS,
        cp_isolation=list(_LEGACY),
        preemptive_behaviour=False,
        enable_fallback=False,
    )
    for match in matches:
        for name in match.could_be_from_charset:
            if name in _LEGACY:
                found.setdefault(name, _Guess(name, match.chaos, match.coherence))
    return _ranked(list(found.values()), sample) if found else []


def _ranked(guesses: list[_Guess], sample: bytes) -> list[_Guess]:
    letters, accented = len(_LETTER.findall(sample)), len(_ACCENTED.findall(sample))
    foreign = len(_HIGH.findall(sample)) > letters  # words without ASCII letters are no Western words
    little = accented < _LITTLE or accented < letters * _RARE
    cleanest = min(guess.chaos for guess in guesses)
    western = next((guess for guess in guesses if guess.encoding == _WESTERN), None)
    if western and (foreign or _is_strange(sample, western)):
        western = None
    limit = max(cleanest, western.chaos if western else 0.0) + _AS_CLEAN
    likely = [guess for guess in guesses if guess.chaos <= limit]
    order = [*(name for name in _LEGACY if name != _WESTERN), _WESTERN] if foreign else list(_LEGACY)
    likely.sort(key=lambda guess: (_is_strange(sample, guess), -guess.coherence, order.index(guess.encoding)))
    rival = max((guess.coherence for guess in likely if guess.encoding not in _OF_OLD_MACHINES), default=0.0)
    if western and (little or western.coherence >= rival - _AS_COHERENT):
        return [western, *(guess for guess in likely if guess is not western)]
    return likely


def _is_strange(sample: bytes, guess: _Guess) -> bool:
    """Whether the reading has what texts hardly have: superscripts, bare accents, capitals inside a word."""
    return _STRANGE.search(sample.decode(guess.encoding, "replace")) is not None


def _doubt(text: str, sample: bytes, chosen: str, guesses: list[_Guess]) -> Iterator[Hole]:
    """A hole where another encoding is as plausible and reads other characters."""
    read = sample.decode(chosen, "replace")
    others = [
        _LEGACY[guess.encoding] for guess in guesses[1:] if sample.decode(guess.encoding, "replace") != read
    ]
    if guesses and not others:
        return
    would = f"; {' or '.join(others[:3])} would fit as well" if others else ", for want of a better guess"
    yield Hole(
        what="encoding",
        where=f"characters beyond ASCII, read as {_LEGACY[chosen]}{would}",
        count=len(text) - len(text.encode("ascii", "ignore")),
    )


def _telling_lines(data: bytes) -> bytes:
    """The first lines that hold bytes beyond ASCII: all that speaks for one legacy encoding or another."""
    pieces, size, end = [], 0, 0
    while size < _SAMPLE and (high := _HIGH.search(data, end)):
        start = _line_start(data, end, high.start())
        end = _line_end(data, high.start())
        pieces.append(data[start:end])
        size += end - start
    return b"".join(pieces)


def _line_start(data: bytes, after: int, at: int) -> int:
    """Where the line of `at` begins, or some word before `at` in a very long line."""
    near = max(after, at - _NEAR)
    newline = data.rfind(b"\n", near, at)
    if newline >= 0 or near == after:
        return max(newline + 1, near)
    space = data.find(b" ", near, at)
    return space + 1 if space >= 0 else at


def _line_end(data: bytes, at: int) -> int:
    far = min(len(data), at + 16 * _NEAR)
    newline = data.find(b"\n", at, far)
    cut = newline if newline >= 0 else data.rfind(b" ", at, far)
    return cut + 1 if cut >= 0 else far


def _each_unit(width: int) -> str:
    """The name of an error handler that puts one replacement for each code unit of `width` bytes."""
    name = f"factcheck-each-{width}"

    def replace(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        return REPLACEMENT * -(-(error.end - error.start) // width), error.end

    codecs.register_error(name, replace)
    return name


_EACH_UNIT = {width: _each_unit(width) for width in (1, 2, 4)}

"""Fetching a document from the web: bounded in size, time and redirects, and told in words when it fails."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import urllib.request
import zlib
from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from factcheck import __version__
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.workbench import dates, reading
from factcheck.workbench.acts.sources import Added, add_document, known_names
from factcheck.workbench.watching import Watch, opener, watched

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.core.protocols import Clock
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile

USER_AGENT = f"factcheck/{__version__} (a fact-check workbench; fetches one document for a person)"

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_AT_ONCE = 65_536
_LONGEST_NAME = 200
_MOVED = {301, 302, 303, 307, 308}
_KEPT = "%!$&'()*+,;=:@/?~[]"
"""Characters of an address that stay as they are; others are percent-encoded, as browsers do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a fetch waits for one answer of the server (`wait`) and in all (`total`), in seconds; how many
    bytes it takes and how many redirects it follows."""

    wait: float = 20.0
    total: float = 120.0
    size: int = 100_000_000
    redirects: int = 8


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the web gave: the bytes, the address they came from in the end, the type that the server says they
    have, and the UTC day."""

    data: bytes
    address: str
    name: str
    content_type: str | None
    retrieved: str


def is_address(word: str) -> bool:
    """Whether a word on a command line is meant as an address, not as a file."""
    return _SCHEME.match(word) is not None


def add_address(
    case: CaseFile,
    viewer: Viewer,
    address: str,
    *,
    kind: str | None = None,
    published: str | None = None,
    title: str | None = None,
    extract: bool = True,
    ocr: bool = False,
    limits: Limits = LIMITS,
    progress: Callable[[str], None] | None = None,
    **card: Any,
) -> Added:
    """Fetches a document and adds it, with the address it came from and the day; see `acts.add_source`."""
    when = dates.understood(published) if published else None
    fetched = fetch(address, clock=case.clock, limits=limits)
    if progress:
        progress(
            f"fetched {fetched.address}: {fetched.content_type or 'no type'}, {len(fetched.data):,} bytes"
        )
    document = reading.read_data(fetched.data, fetched.name, kind=kind, published=when, title=title, ocr=ocr)
    proposed = reading.propose(document, known_names(case)) if extract else None
    found = {"address": fetched.address, "retrieved": fetched.retrieved, **card}
    return add_document(case, viewer, fetched.data, document, proposed, **found)


def fetch(address: str, *, clock: Clock, limits: Limits = LIMITS) -> Fetched:
    """The document at an http or https address. Raises FactcheckError, whatever the server does."""
    current = _plain(address)
    with watched(limits.total) as watch:
        for _ in range(limits.redirects + 1):
            with _told(current, watch, limits):
                answer = opener(watch).open(_request(current), timeout=limits.wait)
                if answer is None:
                    raise FactcheckError("The proxy is of a kind that is not supported", current, _SAVE)
                with answer:
                    if answer.status not in _MOVED or not (where := answer.headers.get("Location")):
                        return _fetched(answer, current, clock, limits)
                    current = _next(current, where)
    raise FactcheckError(
        "Too many redirects",
        f"{address} led on {limits.redirects + 1} times, last to {current}.",
        _SAVE,
    )


_SAVE = "Open it in a browser, save the page as a file, and add that with --address."


def _plain(address: str) -> str:
    """The address as it is asked for: without a fragment, in ASCII; only http and https."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode() if host else ""
    except ValueError as error:  # a port or brackets that are none, a host that cannot be written
        raise _no_address(address, str(error)) from error
    if parts.scheme.lower() not in ("http", "https"):
        raise _no_address(address, f"“{parts.scheme}” is not fetched, only http and https.")
    if not host:
        raise _no_address(address, "it names no host.")
    if parts.username is not None or parts.password is not None:
        raise _no_address(
            f"{parts.scheme}://…@{host}", "it holds a name or password, which the case would keep."
        )
    netloc = (f"[{ascii_host}]" if ":" in ascii_host else ascii_host) + (
        f":{port}" if port is not None else ""
    )
    path = quote(parts.path or "/", safe=_KEPT, errors="replace")
    query = quote(parts.query, safe=_KEPT, errors="replace")
    return urlunsplit((parts.scheme.lower(), netloc, path, query, ""))


def _no_address(address: str, why: str) -> FactcheckError:
    return FactcheckError(
        "This address cannot be fetched",
        f"{address}: {why}",
        "Give a whole address, as https://www.example.org/page.html",
        2,
    )


def _request(address: str) -> urllib.request.Request:
    return urllib.request.Request(  # noqa: S310 - only http and https come here
        address,
        headers={
            "User-Agent": USER_AGENT,
            "Accept": "text/html,text/*;q=0.9,*/*;q=0.5",
            "Accept-Encoding": "identity",
        },
    )


def _next(current: str, where: str) -> str:
    target = _plain(urljoin(current, where))
    if current.startswith("https:") and not target.startswith("https:"):
        raise FactcheckError(
            "The server leads from a protected to an unprotected address",
            f"{current} leads to {target}.",
            "If that is what you want, add the second address itself.",
        )
    return target


def _fetched(answer: Any, address: str, clock: Clock, limits: Limits) -> Fetched:
    if not 200 <= answer.status < 300:
        raise FactcheckError(
            "The server gives no document",
            f"{address}: {answer.status} {_REASONS.get(answer.status, '') or answer.reason or ''}".rstrip()
            + ".",
            _SAVE
            if answer.status in (401, 402, 403, 429)
            else "Check the address; an archive may hold a copy.",
        )
    length = answer.headers.get("Content-Length", "")
    expected = int(length) if length.isascii() and length.isdecimal() and len(length) < 19 else None
    if expected is not None and expected > limits.size:
        raise _too_large(address, limits)
    pieces, size = [], 0
    while piece := answer.read1(_AT_ONCE):
        size += len(piece)
        if size > limits.size:
            raise _too_large(address, limits)
        pieces.append(piece)
    if expected is not None and size < expected:
        raise http.client.IncompleteRead(b"", expected - size)
    return Fetched(
        data=_unpacked(b"".join(pieces), answer.headers.get("Content-Encoding", ""), address, limits),
        address=address,
        name=_name_of(address),
        content_type=answer.headers.get("Content-Type"),
        retrieved=clock.now().astimezone(UTC).date().isoformat(),
    )


_REASONS = {
    404: "there is no such page",
    410: "the page is gone",
    401: "it asks for a password",
    403: "forbidden",
}


def _unpacked(data: bytes, coding: str, address: str, limits: Limits) -> bytes:
    """The document itself where a server packs it although it was asked not to."""
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise FactcheckError("The document comes packed in an unknown way", f"{address}: {coding}.", _SAVE)
    unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        document = unpacking.decompress(data, limits.size + 1)
    except zlib.error as error:
        raise FactcheckError("The document is damaged", f"{address}: {error}.", "Try again.") from error
    if len(document) > limits.size:
        raise _too_large(address, limits)
    if not unpacking.eof:
        raise FactcheckError("The document is damaged", f"{address}: its end is missing.", "Try again.")
    return document


def _name_of(address: str) -> str:
    parts = urlsplit(address)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2]).replace("/", "_").strip()
    return (last or parts.hostname or "page")[-_LONGEST_NAME:]


def _too_large(address: str, limits: Limits) -> FactcheckError:
    return FactcheckError(
        "The document is too large",
        f"{address} has more than {limits.size:,} bytes.",
        "Save the part that matters as a file and add that.",
    )


@contextmanager
def _told(address: str, watch: Watch, limits: Limits) -> Iterator[None]:
    """Whatever goes wrong on the way, in words."""
    try:
        yield
        if watch.is_over:  # an answer that was cut off may look like one that came to its end
            raise TimeoutError
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if watch.is_over:
            reason = TimeoutError(f"not done after {limits.total:g} seconds")
        title, hint = _trouble(reason)
        raise FactcheckError(title, f"{address}: {_words_of(reason)}.", hint) from error


def _trouble(reason: object) -> tuple[str, str]:
    if isinstance(reason, TimeoutError):
        return "The server did not answer in time", "Try again later."
    if isinstance(reason, socket.gaierror):
        return "There is no such host, or no network", "Check the address and the connection."
    if isinstance(reason, ConnectionRefusedError):
        return "The server refused the connection", "Check the address and its port."
    if isinstance(reason, ssl.SSLCertVerificationError):
        return (
            "The server could not prove who it is",
            "What it gives could come from anybody; it was not read.",
        )
    if isinstance(reason, http.client.IncompleteRead):
        return "The document did not come whole", "Try again."
    if isinstance(reason, http.client.HTTPException | ValueError):
        return "The server's answer was not understood", _SAVE
    return "The server could not be reached", "Check the address and the connection, and try again."


def _words_of(reason: object) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        return str(reason.verify_message).rstrip(".")
    if isinstance(reason, http.client.IncompleteRead):
        return f"{reason.expected:,} bytes are missing" if reason.expected else "its end is missing"
    words = reason.strerror if isinstance(reason, OSError) and reason.strerror else reason
    return str(words).strip().rstrip(".") or type(reason).__name__

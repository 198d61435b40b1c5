"""Fetching: what comes from the web is kept with its address and day, and every trouble has its own words."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, fetching, readings
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.fetching import Fetched, Limits
from tests.workbench.inquiry import ANN, written

PAGE = b"<!DOCTYPE html><html><head><title>A page</title></head><body><p>He did not.</p></body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


class Late:
    """Ten to midnight in New York, which is another day in UTC."""

    def now(self) -> datetime:
        return datetime.fromisoformat("2017-03-01T23:50:00-05:00").astimezone(UTC)


def gives(data: bytes = PAGE, status: int = 200, length: int | None = None, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(data) if length is None else length))
        request.end_headers()
        request.wfile.write(data)

    return answer


class Web:
    """A server on this machine: `answers` by path; `asked` are the requests that came."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[BaseHTTPRequestHandler] = []
        self.released = threading.Event()
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                web.asked.append(self)
                try:
                    web.answers.get(self.path, gives(b"", 404))(self)
                except (BrokenPipeError, ConnectionResetError):
                    return  # the client had enough

            def log_message(self, format: str, *args: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
        ).start()

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}{path}"


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    web = Web()
    yield web
    web.released.set()
    web.server.shutdown()
    web.server.server_close()


SHORT = Limits(wait=5, total=10, size=1000, redirects=3)


def fetch(address: str, limits: Limits = SHORT) -> Fetched:
    return fetching.fetch(address, clock=Late(), limits=limits)


def refusal(address: str, limits: Limits = SHORT) -> FactcheckError:
    with pytest.raises(FactcheckError) as refused:
        fetch(address, limits)
    assert refused.value.detail and refused.value.hint
    return refused.value


def test_a_page(web: Web) -> None:
    web.answers["/a/b.html?q=1"] = gives(Content_Type="text/html; charset=utf-8")
    assert fetch(web.at("/a/b.html?q=1#part")) == Fetched(
        data=PAGE,
        address=web.at("/a/b.html?q=1"),
        name="b.html",
        content_type="text/html; charset=utf-8",
        retrieved="2017-03-02",
    )
    asked = web.asked[0].headers
    assert asked["User-Agent"].startswith("factcheck/")
    assert (asked["Accept-Encoding"], asked["Cookie"], asked["Authorization"]) == ("identity", None, None)


def test_it_is_added_with_address_and_day(web: Web, empty: OpenCase) -> None:
    web.answers["/x"] = gives(Content_Type="text/html")
    told: list[str] = []
    added = fetching.add_address(empty, ANN, web.at("/x"), kind="letter", tier="2", progress=told.append)
    assert added.made is not None
    (source,) = readings.sources(empty, ANN)
    assert (source.name, source.title, source.kind, source.tier) == ("x", "A page", "letter", "2")
    assert source.address == web.at("/x")
    assert source.retrieved == empty.clock.now().astimezone(UTC).date().isoformat()
    assert told == [f"fetched {web.at('/x')}: text/html, {len(PAGE)} bytes"]
    assert readings.text_of(empty, ANN, "D1", 0, 11) == "He did not."


def test_the_same_bytes_are_added_once(web: Web, empty: OpenCase, tmp_path: Path) -> None:
    acts.add_source(empty, ANN, written(tmp_path, "page.html", PAGE.decode()))
    web.answers["/x"] = gives()
    assert fetching.add_address(empty, ANN, web.at("/x")).same_as == "D1"


def test_redirects_are_followed(web: Web) -> None:
    for status in (301, 302, 303, 307, 308):
        web.answers["/old"] = gives(b"", status, Location="new%20page?a=é")
        web.answers["/new%20page?a=%C3%A9"] = gives()
        fetched = fetch(web.at("/old"))
        assert (fetched.address, fetched.name) == (web.at("/new%20page?a=%C3%A9"), "new page")


def test_redirects_end(web: Web) -> None:
    web.answers["/round"] = gives(b"", 302, Location="/round")
    assert refusal(web.at("/round")).title == "Too many redirects"
    assert len(web.asked) == 4


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://x/y", "data:text/plain,x", "//user:pw@x/"])
def test_a_redirect_leads_to_the_web_only(web: Web, where: str) -> None:
    web.answers["/x"] = gives(b"", 302, Location=where)
    assert refusal(web.at("/x")).title == "This address cannot be fetched"


def test_protection_is_not_given_up() -> None:
    with pytest.raises(FactcheckError, match="unprotected"):
        fetching._next("https://a.example/x", "http://a.example/y")
    assert fetching._next("http://a.example/x", "https://a.example/y") == "https://a.example/y"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "there is no such page"),
        (410, "gone"),
        (403, "forbidden"),
        (500, "500"),
        (304, "304"),
        (302, "302"),
    ],
)
def test_a_status_that_is_no_document(web: Web, status: int, said: str) -> None:
    web.answers["/x"] = gives(PAGE, status)
    refused = refusal(web.at("/x"))
    assert refused.title == "The server gives no document"
    assert said in refused.detail


def test_too_large_by_its_own_word(web: Web) -> None:
    web.answers["/x"] = gives(PAGE, length=10**12)
    assert refusal(web.at("/x")).title == "The document is too large"


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"x" * 100)


def test_too_large_as_it_comes(web: Web) -> None:
    web.answers["/x"] = endless
    assert refusal(web.at("/x")).title == "The document is too large"


@pytest.mark.parametrize("coding", ["gzip", "x-gzip"])
def test_packed_although_not_asked_for(web: Web, coding: str) -> None:
    web.answers["/x"] = gives(gzip.compress(PAGE), Content_Encoding=coding)
    assert fetch(web.at("/x")).data == PAGE


@pytest.mark.parametrize(
    ("data", "coding", "title"),
    [
        (gzip.compress(b"x" * 100_000), "gzip", "The document is too large"),
        (gzip.compress(PAGE)[:-20], "gzip", "The document is damaged"),
        (PAGE, "gzip", "The document is damaged"),
        (PAGE, "br", "The document comes packed in an unknown way"),
    ],
    ids=["too large", "cut short", "not packed", "unknown packing"],
)
def test_packed_badly(web: Web, data: bytes, coding: str, title: str) -> None:
    web.answers["/x"] = gives(data, Content_Encoding=coding)
    assert refusal(web.at("/x")).title == title


def test_a_document_that_breaks_off(web: Web) -> None:
    web.answers["/x"] = gives(PAGE, length=len(PAGE) + 10)
    refused = refusal(web.at("/x"))
    assert (refused.title, refused.detail) == (
        "The document did not come whole",
        f"{web.at('/x')}: 10 bytes are missing.",
    )


def test_chunks_that_break_off(web: Web) -> None:
    def breaks_off(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel")

    web.answers["/x"] = breaks_off
    assert refusal(web.at("/x")).title == "The document did not come whole"


def test_what_is_no_http(web: Web) -> None:
    def speaks_otherwise(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"SSH-2.0-x\r\n")

    web.answers["/x"] = speaks_otherwise
    assert refusal(web.at("/x")).title == "The server's answer was not understood"


def test_a_server_that_is_silent(web: Web) -> None:
    def is_silent(request: BaseHTTPRequestHandler) -> None:
        web.released.wait(30)

    web.answers["/x"] = is_silent
    assert refusal(web.at("/x"), Limits(wait=0.2)).title == "The server did not answer in time"


@pytest.mark.parametrize("part", ["head", "body"])
def test_a_server_that_drips(web: Web, part: str) -> None:
    """Each byte comes in time; all of it never does."""

    def drips(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"X: " if part == "head" else b"\r\n"))
        while not web.released.wait(0.05):
            request.wfile.write(b"x")

    web.answers["/x"] = drips
    refused = refusal(web.at("/x"), Limits(wait=5, total=0.5))
    assert refused.title == "The server did not answer in time"
    assert "0.5 seconds" in refused.detail


def test_nobody_listens(web: Web) -> None:
    web.server.shutdown()
    web.server.server_close()
    assert refusal(web.at("/x")).title == "The server refused the connection"


def test_no_such_host(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert refusal("http://nowhere.example/").title == "There is no such host, or no network"


def test_a_server_that_speaks_no_tls(web: Web) -> None:
    assert refusal(web.at("/x").replace("http:", "https:")).title == "The server could not be reached"


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/", "file:///etc/passwd", "http:///x", "http://[::1/x", "http://a:b/", "http://a:99999/",
     "https://user:secret@a.example/", "http://" + "a" * 70 + ".example/", "javascript://x"],
)  # fmt: skip
def test_what_is_no_address(address: str) -> None:
    refused = refusal(address)
    assert refused.exit_code == 2
    assert "secret" not in str(refused)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("HTTPS://A.example", "https://a.example/"),
        ("http://a.example:8080/x y?q=ü&z=%41#f", "http://a.example:8080/x%20y?q=%C3%BC&z=%41"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://[::1]:80/\r\nX: y", "http://[::1]:80/X:%20y"),
    ],
)
def test_addresses_are_asked_for_in_ascii(address: str, asked: str) -> None:
    assert fetching._plain(address) == asked


def test_what_is_meant_as_an_address() -> None:
    assert fetching.is_address("https://a.example") and fetching.is_address("ftp://a")
    assert not any(map(fetching.is_address, ("a.html", "C:/x", "http:", "./http://x", "mailto:a@b")))

"""Web pages: the article in the page's own words, what it says of itself, and nothing dropped in silence."""

import logging
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read import html, main_text, visible
from factcheck.read.door import read_bytes, read_path
from tests.read.pages import ARTICLE, ARTICLE_TEXT, HEARING, occurs_in_order


def read(page: str | bytes, name: str = "page.html") -> Document:
    return read_bytes(page.encode() if isinstance(page, str) else page, name)


def read_or_none(page: bytes) -> Document | None:
    try:
        return read_bytes(page, "page.html")
    except FactcheckError as refused:
        assert refused.title and refused.detail and refused.hint
        return None


def body(markup: str) -> str:
    return f"<html><head><meta charset=utf-8></head><body>{markup}</body></html>"


def holes(document: Document) -> dict[str, int]:
    return {hole.what: hole.count for hole in document.holes}


def check(document: Document) -> None:
    """What holds of every page that is read: places for all of the text, kept and given back unchanged."""
    document.text.encode()
    assert document.text and "\r" not in document.text
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(set(starts))
    assert [mark.place.paragraph for mark in document.marks] == list(range(1, len(starts) + 1))
    again = document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
        title=document.title,
        published=document.published,
        author=document.author,
        publisher=document.publisher,
        address=document.address,
    )
    assert again == document


def test_an_article() -> None:
    document = read(ARTICLE)
    assert document.text == ARTICLE_TEXT
    assert [mark.place.paragraph for mark in document.marks] == list(range(1, 11))
    assert document.place_at(document.text.index("I did not")).paragraph == 3
    assert holes(document) == {"left-out": 5, "hidden": 1}
    assert "“Home”" in document.holes[0].where
    assert document.reader == f"html/1 {main_text.version()}"
    assert (document.kind, document.encoding) == ("news", "utf-8")
    assert occurs_in_order(document.text, ARTICLE)
    check(document)


def test_what_an_article_says_of_itself() -> None:
    document = read(ARTICLE)
    assert document.title == "Senator denied meeting envoy"
    assert document.author == "Jane Roe, Zoë Doe"
    assert document.publisher == "The Daily Ledger"
    assert document.address == "https://www.ledger.example/2017/03/01/senator.html"
    assert document.published == "2017-03-01"
    assert document.published_basis == "JSON-LD datePublished: 2017-03-01T20:30:00-05:00"


def test_what_a_person_says_wins() -> None:
    document = read_bytes(ARTICLE.encode(), "x", kind="letter", published="2016", title="Mine")
    assert (document.kind, document.published, document.title) == ("letter", "2016", "Mine")
    assert document.published_basis is None


def test_a_hearing_keeps_its_lines() -> None:
    document = read(HEARING)
    source = HEARING[HEARING.index("<pre>\n") + 6 : HEARING.index("</pre>")].rstrip()
    source = source.replace('<a href="https://www.gpo.gov">me</a>', "me").replace(
        "&lt;no one&gt;", "<no one>"
    )
    assert document.text == source
    assert (document.kind, document.title, document.reader) == (
        "hearing",
        "THE NOMINATION OF JOHN STONE",
        "html/1 hearing/1",
    )
    assert holes(document) == {"image": 1}
    assert read_bytes(HEARING.encode(), "x", kind="letter").kind == "letter"
    check(document)


def test_a_page_of_the_record_is_told() -> None:
    page = body(
        "<pre>\n[Congressional Record Volume 143, Number 8 (Tuesday, January 28, 1997)]\n[Senate]\n</pre>"
    )
    assert read(page).kind == "record"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a<b>b</b>\n c</p>d", "ab c\n\nd"),
        ("one<br>two<br/><br>three", "one\ntwo\n\nthree"),
        ("<ul><li>a<li>b</ul>", "a\n\nb"),
        ("<table><tr><td>a</td> <td> b</td></tr></table>", "a\tb"),
        ("<pre>\n\n  a\n\tb  c\n</pre>d", "  a\n\tb  c\n\nd"),
        ("a&nbsp; b &amp;lt; &shy;c", "a\u00a0 b &lt; \u00adc"),
        ("x<script>var a='<p>no</p>'</script>y<style>no</style>z<!-- no -->", "xyz"),
        ("<template>no</template>a<svg><title>no</title></svg>", "a"),
        ("<textarea>a<b></textarea>", "a<b>"),
        ("<custom-tag>a</custom-tag><o:p>b</o:p><blink>c</blink>", "abc"),
        ("<pre>a <bullet> b <o:p>c</o:p></pre>", "a <bullet> b c"),
        ("<div><div><p>a</div>b", "a\n\nb"),
        ("e\u0301 👩\u200d👧 שלום 記録", "e\u0301 👩\u200d👧 שלום 記録"),
        ("<plaintext>a", "a"),
    ],
)
def test_what_a_page_shows(markup: str, text: str) -> None:
    assert "\n\n".join(block.text for block in visible.page_of(body(markup), "x").blocks) == text


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("a<p hidden>b", {"hidden": 1}),
        ("a<div style='Display : NONE'><div>b</div>c</div>d", {"hidden": 1}),
        ("a<p hidden>b<p>c", {"hidden": 1}),
        ("a<noscript>Turn on <b>scripts</b></noscript>", {"hidden": 1}),
        ("a<noscript><img src=x></noscript>", {}),
        ("a<!-- b", {"unended": 1}),
        ("a<script>b", {"unended": 1}),
        ("He said <q>no</q> and <q class=x>yes</q>", {"quotation-marks": 2}),
        ("a class='hidden' b<i class='not hidden display'>c</i>", {}),
        ("a\x01b", {"control-characters": 1}),
    ],
)
def test_what_is_not_in_the_text_is_told(
    markup: str, found: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(main_text, "MAX_ELEMENTS", 0)
    document = read("<html><body>" + markup)
    assert holes(document) == {"boilerplate": 1, **found}


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><script>x</script>", body("<p hidden>x"), body("&nbsp;")]
)
def test_a_page_that_shows_nothing_is_refused(page: str) -> None:
    with pytest.raises(FactcheckError, match="nothing to read"):
        read(page)


def test_too_large_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_BYTES", 20)
    with pytest.raises(FactcheckError, match="too large"):
        read(body("a"))


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visible, "MAX_ELEMENTS", 9)
    with pytest.raises(FactcheckError, match="too many elements"):
        read(body("<p>a" * 9))


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page"])
@pytest.mark.parametrize(
    "page", ["<!-- saved --><html><p>Hello", "<div>Hello</div>", "<META charset=utf-8><p>Hello"]
)
def test_a_page_is_known_by_its_beginning(page: str, name: str) -> None:
    assert read(page, name).text == "Hello"


def test_markdown_may_begin_with_a_tag() -> None:
    assert read("<p align=center>\n\n# A title", "a.md").reader == "markdown/1"
    assert read("<!DOCTYPE html><p>Hello", "a.md").text == "Hello"


ZOE = "Zoë’s aide said “no” — twice"


@pytest.mark.parametrize(
    ("codec", "declared", "encoding"),
    [
        ("utf-8", "", "utf-8"),
        ("utf-8-sig", "iso-8859-1", "utf-8"),
        ("utf-8", "iso-8859-1", "utf-8"),
        ("cp1252", "ISO-8859-1", "windows-1252"),
        ("cp1252", "utf-8", "windows-1252"),
        ("cp1252", "no-such-thing", "windows-1252"),
        ("cp1252", "", "windows-1252"),
        ("mac-roman", "macintosh", "mac-roman"),
        ("utf-16", "", "utf-16-le"),
        ("utf-16-be", "utf-16", "utf-16-be"),
    ],
)
def test_encodings(codec: str, declared: str, encoding: str) -> None:
    meta = f"<meta http-equiv=content-type content='text/html; charset={declared}'>" if declared else ""
    document = read(f"<html><head>{meta}</head><body><p>{ZOE}</p></body></html>".encode(codec))
    assert (document.text, document.encoding) == (ZOE, encoding)


@pytest.mark.parametrize(
    ("codec", "declared", "words"),
    [
        ("shift_jis", "Shift_JIS", "記録は残っている"),
        ("gb2312", "gb2312", "会议记录"),
        ("euc_kr", "euc-kr", "회의 기록"),
        ("big5", "big5", "會議記錄"),
        ("cp1251", "windows-1251", "Протокол встречи"),
        ("iso2022_jp", "iso-2022-jp", "記録は残っている"),
        ("iso8859-2", "iso-8859-2", "Zápis ze schůzky"),
    ],
)
def test_a_declared_encoding_is_believed(codec: str, declared: str, words: str) -> None:
    page = f"<?xml version='1.0' encoding='{declared}'?><html><body><p>{words}</p></body></html>"
    assert read(page.encode(codec)).text == words


def meta(name: str, content: str) -> str:
    return f"<meta name='{name}' content='{content}'>"


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (meta("date", "2017-03-02"), "2017-03-02"),
        (meta("DC.date.issued", "2017-03"), "2017-03"),
        (meta("pubdate", "20170302"), "2017-03-02"),
        (meta("citation_publication_date", "2017/03/02"), "2017-03-02"),
        (meta("date", "Thu, 02 Mar 2017 01:30:00 GMT"), "2017-03-02"),
        (meta("date", "March 2, 2017"), "2017-03-02"),
        (meta("date", "2 March 2017"), "2017-03-02"),
        (meta("date", "03/02/2017"), None),
        (meta("date", "2017-02-30"), None),
        (meta("date", "1488418200"), None),
        (meta("article:modified_time", "2017-03-02"), None),
        ("<link rel=canonical href='https://a.example/2017/03/02/x.html'>", None),
        ("<time datetime='2017-03-02'>x</time><time datetime='2017-03-02T10:00Z'>y</time>", "2017-03-02"),
        ("<time datetime='2017-03-02'>x</time><time datetime='2017-03-05'>y</time>", None),
        ("<time datetime=2017-03-05>x</time><time pubdate datetime=2017-03-02>y</time>", "2017-03-02"),
        ('<script type="application/ld+json">[{"@type":"Event","datePublished":"2017"}]</script>', None),
        ('<script type="application/ld+json">{"@type":["NewsArticle"],"datePublished":"2017-03-02"}</script>',
         "2017-03-02"),
        ('<script type="application/ld+json">{bad</script>', None),
        (meta("article:published_time", "2017-03-02T01:30:00Z")
         + meta("dc.date", "2017-03-01T20:30:00-05:00"), "2017-03-01"),
    ],
)  # fmt: skip
def test_only_a_date_that_the_page_says_is_taken(head: str, published: str | None) -> None:
    document = read(f"<html><head>{head}</head><body><p>Printed on May 5, 2015.</p></body></html>")
    assert document.published == published
    assert (document.published_basis is None) == (published is None)


def test_dates_that_disagree_are_both_told() -> None:
    head = meta("article:published_time", "2017-03-02") + meta("date", "2017-03-09")
    document = read(f"<html><head>{head}</head><body>x</body></html>")
    assert document.published == "2017-03-02"
    assert document.published_basis == "meta article:published_time: 2017-03-02; but meta date: 2017-03-09"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (meta("author", "By Jane Roe"), "Jane Roe"),
        (meta("article:author", "https://social.example/jane"), None),
        (meta("citation_author", "Roe, J.") + meta("citation_author", "Doe, Z."), "Roe, J., Doe, Z."),
        ("<p>By <a rel=author href=x>Jane <b>Roe</b></a> today</p>", "Jane Roe"),
        ("<div itemprop=author>Jane Roe<p>Jane writes.</p></div>", "Jane Roe"),
        ("<p class=author>Somebody</p>", None),
        (meta("author", "x" * 999), None),
    ],
)
def test_authors(head: str, author: str | None) -> None:
    assert read(f"<html>{head}<body><p>Text.</p></body></html>").author == author


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel='canonical' href='https://a.example/x'>", "https://a.example/x"),
        ("<link rel='canonical' href='/x'>", None),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
        ("<meta property='og:url' content='http://a.example/y'>", "http://a.example/y"),
        ("<!-- saved from url=(0019)https://a.example/z -->", "https://a.example/z"),
    ],
)
def test_addresses(head: str, address: str | None) -> None:
    assert read(f"<html>{head}<body><p>Text.</p></body></html>").address == address


def test_an_extractor_that_fails_leaves_the_visible_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def fails(*_: object, **__: object) -> None:
        raise AttributeError("'NoneType' object has no attribute 'text'")

    monkeypatch.setattr(trafilatura, "bare_extraction", fails)
    document = read(ARTICLE)
    assert "Politics" in document.text and "boilerplate" in holes(document)
    assert occurs_in_order(document.text.replace("Words that the page hides.", ""), ARTICLE)


def test_the_extractor_says_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("trafilatura").propagate = True
    read(body("<p>Short."))
    assert capfd.readouterr() == ("", "")


WORDS = [
    "officials",
    "said",
    "“no”",
    "R&amp;D",
    "Zo&euml;",
    "&lt;b&gt;",
    "8&nbsp;May",
    "記録",
    "é",
    "—",
    "3 < 4",
    "x",
]
inline = st.lists(
    st.one_of(
        st.sampled_from(WORDS),
        st.sampled_from(WORDS).map(lambda word: f"<b>{word}</b>"),
        st.sampled_from(
            ["<br>", "<!-- remark -->", "<script>no()</script>", "<a href='x'>link</a>", "<i></i>"]
        ),
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
block = st.tuples(
    st.sampled_from(["p", "p", "p", "div", "h2", "li", "blockquote", "td", "pre", "nav"]), inline
).map(lambda made: f"<{made[0]}>{made[1]}</{made[0]}>")
pages = st.lists(block, min_size=1, max_size=12).map(lambda blocks: body("\n".join(blocks)))


@given(pages, st.data())
def test_every_word_is_the_page_s_and_every_slice_its_quotation(page: str, data: st.DataObject) -> None:
    document = read_or_none(page.encode())
    if document is None:
        return
    check(document)
    assert occurs_in_order(document.text, page)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    anchor = anchor_in(document.text, document, "D1", start, end)
    assert document.text[anchor.start : anchor.end] == anchor.exact
    assert (anchor.prefix + anchor.exact + anchor.suffix) in document.text
    assert document.place_at(start).paragraph is not None or document.text[: start + 1].isspace()


MUTATIONS = [
    b"<",
    b">",
    b"\0",
    b"<!--",
    b"</div>",
    b"<div>" * 300,
    b"\xff",
    b"&#",
    b"'",
    b"<pre>",
    b"<script>",
    b"\r",
]


@given(
    st.sampled_from([ARTICLE, HEARING]),
    st.sampled_from(["utf-8", "utf-16", "cp1252"]),
    st.lists(
        st.tuples(st.integers(0, 3000), st.one_of(st.sampled_from(MUTATIONS), st.binary(max_size=4))),
        max_size=8,
    ),
    st.integers(0, 4000),
)
def test_damaged_pages_are_read_or_refused(
    page: str, codec: str, blows: list[tuple[int, bytes]], cut: int
) -> None:
    data = bytearray(page.encode(codec, "replace"))
    for at, piece in blows:
        data[at : at + 1] = piece
    document = read_or_none(bytes(data[: cut or None]))
    if document is not None and document.reader.startswith("html"):
        check(document)


@given(st.lists(st.sampled_from([
    "<p>", "</p>", "<div hidden>", "</div>", "<pre>", "</pre>", "<td>", "<br>", "<title>", "<head>", "<body>",
    "</body>", "</html>", "<frameset>", "<select><option>", "<q>", "<svg>", "<meta name=date content=2017>",
    "<time datetime=x>", "<a rel=author>", "<script type=application/ld+json>", "{}", "</script>", "&amp",
    "some words that are long enough to count ", "<table>", "<h1>", "<math>", "<base href=x>", "<template>",
    "<li>", "<form>", "\n", "\t", "\x0c", "\u2028",
]), max_size=40))  # fmt: skip
def test_any_order_of_tags_is_read_or_refused(parts: list[str]) -> None:
    document = read_or_none(("<html>" + "".join(parts)).encode())
    if document is not None:
        check(document)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 100_000 + "x", id="nested"),
        pytest.param("<p title='" + "x" * 20_000_000 + "'>x", id="giant attribute"),
        pytest.param("<p " + "a=1 " * 1_000_000 + ">x", id="many attributes"),
        pytest.param("<p>" + "word " * 4_000_000, id="giant paragraph"),
        pytest.param("<p>x<!--" + "x" * 20_000_000, id="comment without an end"),
        pytest.param("x" + "<table><tr><td>" * 4_000, id="nested tables"),
        pytest.param("<table><tr><td>He said the record shows it.</table>" * 4_900, id="many tables"),
        pytest.param("<script type=application/ld+json>" + "[" * 500_000 + "</script>x", id="nested JSON"),
    ],
)
def test_hostile_pages_take_bounded_time(page: str) -> None:
    started = time.process_time()
    document = read("<html>" + page)
    assert document.text
    assert time.process_time() - started < 30


@pytest.mark.parametrize(
    "name",
    [
        "CHRG-109shrg24852", "CHRG-110hhrg44903", "CHRG-111hhrg53242", "CHRG-111shrg57322",
        "CREC-1997-01-28-pt1-PgS726-2",
    ],
)  # fmt: skip
def test_pages_of_the_publishing_office_are_kept_whole(gold: Path, name: str) -> None:
    data, document = read_path(gold / "data" / "transcripts" / f"{name}.htm")
    source = data.decode("utf-8").replace("\r\n", "\n")
    inside = source[source.index("<pre>\n") + 6 : source.rindex("</pre>")]
    for tag in ('<a href="https://www.gpo.gov">', "</a>"):
        inside = inside.replace(tag, "")
    assert original_text(document) == inside.strip("\n").rstrip()
    assert document.turns
    assert document.kind == ("record" if name.startswith("CREC") else "hearing")
    assert set(holes(document)) <= {"image", "encoding", "control-characters"}

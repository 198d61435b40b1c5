"""E-mail: who wrote when to whom, the words, and what came with them."""

import base64
import random
import time
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document, Member
from factcheck.core.mapping import document_from_map, map_json
from factcheck.errors import FactcheckError
from factcheck.read.detect import form_of
from factcheck.read.door import read_bytes
from factcheck.read.mail_headers import author_in, day_in, header_text
from factcheck.read.members import all_members, members


def read(data: bytes | str, name: str = "a.eml") -> Document:
    return read_bytes(data.encode() if isinstance(data, str) else data, name)


def holes(document: Document) -> dict[str, int]:
    return {hole.what: hole.count for hole in document.holes}


def said(document: Document, what: str) -> str:
    return next(hole.where for hole in document.holes if hole.what == what)


def attached(data: bytes | str) -> list[Member]:
    return list(members(data.encode() if isinstance(data, str) else data, "a.eml"))


def check(document: Document) -> None:
    """What holds of every message that is read."""
    document.text.encode()
    assert "\r" not in document.text
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(set(starts))
    for mark in document.marks:
        if mark.start < len(document.text):
            anchor = anchor_in(document.text, document, "D1", mark.start, mark.start + 1)
            assert document.text[anchor.start : anchor.end] == anchor.exact
    again = document_from_map(
        document.name, document.kind, sha256=document.sha256, size=document.size, text=document.text,
        map_text=map_json(document), title=document.title, published=document.published,
        author=document.author,
    )  # fmt: skip
    assert again == document


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "Zoë Quill <zoe@quill.example>",
        "To": "Ben Orla <ben@orla.example>, press@desk.example",
        "Date": "Mon, 06 Mar 2017 23:30:00 -0500",
        "Subject": "Our meeting — the second one",
        **headers,
    }.items():
        message[name] = value
    return message


HEAD = (
    "From: Zoë Quill <zoe@quill.example>\n"
    "To: Ben Orla <ben@orla.example>, press@desk.example\n"
    "Date: Mon, 06 Mar 2017 23:30:00 -0500\n"
    "Subject: Our meeting — the second one\n"
)


def test_a_plain_letter() -> None:
    message = letter(**{"Message-ID": "<1@quill.example>"})
    message.set_content("I did — not — meet him.\n\nZoë\n")
    document = read(message.as_bytes(), "anything.txt")
    assert document.text == f"{HEAD}\nI did — not — meet him.\n\nZoë\n"
    assert (document.title, document.author, document.kind) == (
        "Our meeting — the second one", "Zoë Quill", "letter",
    )  # fmt: skip
    assert document.published == "2017-03-06"
    assert document.published_basis == "Date header: Mon, 06 Mar 2017 23:30:00 -0500"
    assert [document.text[mark.start :][:4] for mark in document.marks] == ["From", "I di", "Zoë\n"]
    assert document.holes == ()
    check(document)


def test_the_persons_own_word_about_date_and_title_wins() -> None:
    message = letter()
    message.set_content("x\n")
    document = read_bytes(message.as_bytes(), "a.eml", published="2017-03-01", title="Mine", kind="news")
    assert (document.published, document.published_basis, document.title, document.kind) == (
        "2017-03-01", None, "Mine", "news",
    )  # fmt: skip


def test_plain_text_is_read_where_there_is_html_too() -> None:
    message = letter()
    message.set_content("I did not.\n")
    message.add_alternative("<p>I did <b>not</b>.</p>", subtype="html")
    document = read(message.as_bytes())
    assert document.text == f"{HEAD}\nI did not.\n"
    assert holes(document) == {}


def test_html_alone_is_read_as_it_is_shown() -> None:
    message = letter()
    message.set_content(
        "<html><style>p {}</style><p>I did <b>not</b>.<p>Zo&euml;"
        "<div style='display:none'>beacon words</div></html>",
        subtype="html",
    )
    document = read(message.as_bytes())
    assert document.text == f"{HEAD}\nI did not.\n\nZoë\n"
    assert holes(document)["hidden"] >= 1
    check(document)


def test_an_empty_plain_text_gives_way_to_html() -> None:
    message = letter()
    message.set_content(" \n")
    message.add_alternative("<p>I did.</p>", subtype="html")
    document = read(message.as_bytes())
    assert document.text == f"{HEAD}\nI did.\n"
    assert "plain text is empty" in said(document, "alternative")


def test_html_that_says_much_more_is_told() -> None:
    message = letter()
    message.set_content("Your program shows no HTML.\n")
    message.add_alternative(f"<p>{'word ' * 60}</p>", subtype="html")
    document = read(message.as_bytes())
    assert "Your program" in document.text
    assert "60 words" in said(document, "alternative")


def test_what_is_attached_is_told_and_given() -> None:
    message = letter()
    message.set_content("See below.\n")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="../étude\x07.pdf")
    message.add_attachment("a,b\n", subtype="csv", filename="a.csv")
    message.add_attachment("c,d\n", subtype="csv", filename="a.csv")
    message.add_attachment(b"", maintype="application", subtype="pdf", filename="none.pdf")
    inner = letter(Subject="Within/out")
    inner.set_content("Inner words.\n")
    message.add_attachment(inner)
    data = message.as_bytes()
    document = read(data)
    assert document.text == f"{HEAD}\nSee below.\n"
    assert [hole.what for hole in document.holes].count("attachment") == 5
    given_back = attached(data)
    assert [one.name for one in given_back] == [
        "étude\ufffd.pdf",
        "a.csv",
        "a.csv (2)",
        "none.pdf",
        "Within-out.eml",
    ]
    assert [one.data for one in given_back[:4]] == [b"%PDF-1.7", b"a,b\n", b"c,d\n", None]
    assert given_back[3].hole is not None
    within = given_back[4].data
    assert within is not None
    assert read(within).text.endswith("\n\nInner words.\n")
    assert read(within).author == "Zoë Quill"


def test_a_file_without_a_name_gets_one_by_its_type() -> None:
    message = letter()
    message.set_content("x\n")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf")
    assert [one.name for one in attached(message.as_bytes())] == ["attachment 1.pdf"]


def test_pictures_in_the_text_are_images() -> None:
    message = letter()
    message.set_content("<p>Look: <img src='cid:p1'></p>", subtype="html")
    message.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<p1>", filename="p.png")
    document = read(message.as_bytes())
    assert holes(document) == {"image": 1}
    assert [one.name for one in attached(message.as_bytes())] == ["p.png"]


def test_outlooks_packing_is_told_with_advice() -> None:
    message = letter()
    message.set_content("x\n")
    message.add_attachment(
        b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    assert "ask for the message" in said(read(message.as_bytes()), "winmail.dat")


def raw(headers: str, body: str | bytes) -> bytes:
    body = body.encode() if isinstance(body, str) else body
    return f"From: a@b.example\nSubject: s\nMIME-Version: 1.0\n{headers}\n\n".encode() + body


RAW_HEAD = "From: a@b.example\nSubject: s\n"


@pytest.mark.parametrize(
    ("data", "text", "told"),
    [
        pytest.param(
            raw("Content-Type: text/plain; charset=utf-8", b"Zo\xeb said no, d\xe9j\xe0 vu \x97 twice\n"),
            "Zoë said no, déjà vu — twice\n", {"encoding"}, id="a wrong charset",
        ),
        pytest.param(
            raw("Content-Type: text/plain; charset=us-ascii", "Zoë\n"), "Zoë\n", set(), id="said to be ASCII"
        ),
        pytest.param(
            raw('Content-Type: text/plain; charset="x-no such"', "Zoë\n"), "Zoë\n", set(), id="unknown"
        ),
        pytest.param(raw("X-A: b", "no type at all\n"), "no type at all\n", set(), id="no type"),
        pytest.param(
            raw("Content-Transfer-Encoding: quoted-printable", "a=20b=C3=A9 =ZZ soft=\nbreak=3D\n"),
            "a bé =ZZ softbreak=\n", set(), id="broken quoted-printable",
        ),
        pytest.param(
            raw("Content-Transfer-Encoding: base64", "SSBkaWQgbm90Lg\n"), "I did not.\n", {"damaged-part"},
            id="base64 unpadded",
        ),
        pytest.param(
            raw("Content-Type: multipart/mixed; boundary=x", "--x\n\nfirst\n--x\n\nsecond\n"),
            "first\n\nsecond\n", {"damaged-part"}, id="no last boundary",
        ),
        pytest.param(
            raw("Content-Type: multipart/mixed; boundary=zz", "words that no boundary frames\n"),
            "words that no boundary frames\n", {"damaged-part"}, id="no boundary",
        ),
        pytest.param(
            raw("Content-Type: multipart/mixed", "--x\n\nfirst\n"), "--x\n\nfirst\n", {"damaged-part"},
            id="boundary not named",
        ),
        pytest.param(
            raw("Content-Type: multipart/mixed; boundary=x", "before\n--x\n\nfirst\n--x--\nlist footer\n"),
            "first\n", {"outside-parts"}, id="words around the parts",
        ),
        pytest.param(
            raw("Content-Type: multipart/signed; boundary=x",
                "--x\n\nfirst\n--x\nContent-Type: application/pgp-signature\n\nS\n--x--\n"),
            "first\n", {"signature"}, id="signed",
        ),
        pytest.param(
            raw("Content-Type: multipart/encrypted; boundary=x",
                "--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x--\n"),
            "", {"encrypted"}, id="encrypted",
        ),
        pytest.param(
            raw("Content-Type: application/pkcs7-mime; name=smime.p7m", "MI"), "", {"encrypted"}, id="sealed"
        ),
        pytest.param(
            raw("Content-Type: text/plain", b"\0\1\2\3" * 50), "", {"unreadable-part"}, id="no text",
        ),
        pytest.param(
            raw("Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64",
                base64.b64encode("I did not, he wrote.".encode("utf-16-le"))),
            "I did not, he wrote.\n", set(), id="UTF-16",
        ),
        pytest.param(raw("Content-Type: text/plain", "a\r\nb\rc\n"), "a\nb\nc\n", set(), id="line ends"),
        pytest.param(
            raw("Content-Type: multipart/alternative; boundary=x",
                "--x\nContent-Type: text/plain\n\n\n--x\nContent-Type: multipart/mixed; boundary=y\n\n"
                "--y\nContent-Type: text/html\n\n<p>one</p>\n--y\nContent-Type: text/html\n\n<p>two</p>\n"
                "--y--\n--x--\n"),
            "one\n\ntwo\n", {"alternative"}, id="a form of several parts",
        ),
    ],
)  # fmt: skip
def test_bodies(data: bytes, text: str, told: set[str]) -> None:
    document = read(data)
    assert document.text == RAW_HEAD + (f"\n{text}" if text else "")
    assert set(holes(document)) == told
    check(document)


@pytest.mark.parametrize(
    ("raw_value", "text"),
    [
        ("=?utf-8?B?Wm/Dqw==?= Quill", "Zoë Quill"),
        ("=?utf-8?Q?Zo=C3=AB_Quill?=", "Zoë Quill"),
        ("=?utf-8?B?8J+Y?= =?utf-8?B?gCE=?=", "😀!"),
        ("=?iso-8859-1?Q?d=E9j=E0?=\r\n =?iso-8859-1?Q?_vu?= and more", "déjà vu and more"),
        ("a =?utf-8?q?b?= c =?x-none?q?d?= e", "a b c d e"),
        ("=?utf-8?B?%%%?=", "=?utf-8?B?%%%?="),
        ("=?utf-8?Q?line=0D=0Aend?=", "line end"),
        ("folded\r\n\tonce", "folded\tonce"),
        ("Zo\udcc3\udcab raw", "Zoë raw"),
        ("Zo\udceb raw", "Zoë raw"),
        ("=?utf-8?Q?unended", "=?utf-8?Q?unended"),
    ],
)
def test_header_values(raw_value: str, text: str) -> None:
    assert header_text(raw_value) == text


@pytest.mark.parametrize(
    ("raw_value", "author"),
    [
        ("Ada Quill <ada@q.example>", "Ada Quill"),
        ("=?utf-8?Q?Quill=2C_Zo=C3=AB?= <z@q.example>", "Quill, Zoë"),
        ("ada@q.example", "ada@q.example"),
        ('"Quill, Ada" <ada@q.example>', "Quill, Ada"),
        ("undisclosed", "undisclosed"),
        ("", None),
    ],
)
def test_author(raw_value: str, author: str | None) -> None:
    assert author_in(raw_value) == author


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Mon, 06 Mar 2017 23:30:00 -0500", "2017-03-06"),
        ("6 Mar 17 23:30 GMT", "2017-03-06"),
        ("Mon, 06 Mar 2017 23:30:00 -0500 (EST)", "2017-03-06"),
        ("Fri, 31 Feb 2017 10:00:00 +0000", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_day_of_a_date_header(value: str, day: str | None) -> None:
    assert day_in(value) == day


def test_a_date_that_is_none_is_told() -> None:
    document = read("From: a@b.example\nDate: last Monday\nMessage-ID: <1>\n\nwords\n")
    assert document.published is None
    assert "last Monday" in said(document, "date")


def test_a_memorandum_is_no_message() -> None:
    memo = "From: Ada Quill\nTo: Ben Orla\nDate: March 6, 2017\nSubject: Meeting\n\nI did not.\n"
    assert read_bytes(memo.encode(), "memo.txt").reader == "text/1"
    assert read_bytes(memo.encode(), "memo.eml").reader == "mail/1"


def test_a_mailbox_line_may_come_first() -> None:
    data = "From ada@q.example Mon Mar  6 23:30:00 2017\nReturn-Path: <a@q.example>\nFrom: Ada\n\nwords\n"
    assert read(data, "x").text == "From: Ada\n\nwords\n"


def test_a_mailbox_gives_its_messages() -> None:
    one = "From ada@q.example Mon Mar  6 23:30:00 2017\nFrom: Ada\nSubject: Toll {}\n\nwords\n>From me\n\n"
    assert holes(read(one)) == {}
    box = "".join(one.format(number) for number in ("a/b", "=?utf-8?q?caf=C3=A9?=", "")).encode()
    assert form_of(box).name == "mbox"
    found = list(all_members(box, "in.mbox"))
    assert [member.name for member in found] == [
        "in.mbox/0001 Toll a-b.eml", "in.mbox/0002 Toll café.eml", "in.mbox/0003 Toll.eml",
    ]  # fmt: skip
    messages = [read_bytes(member.data or b"", member.name) for member in found]
    assert {message.reader for message in messages} == {"mail/1"}
    assert messages[0].text == "From: Ada\nSubject: Toll a/b\n\nwords\n>From me\n"
    with pytest.raises(FactcheckError, match="mailbox"):
        read_bytes(box, "in.mbox")


def test_no_words_and_no_head() -> None:
    with pytest.raises(FactcheckError, match="nothing to read"):
        read("Received: x\nMessage-ID: <1>\nMIME-Version: 1.0\n\n\n")


def test_a_message_within_that_was_encoded() -> None:
    inner = base64.encodebytes(
        b"From: q@r.example\nDate: Mon, 06 Mar 2017 10:00:00 +0000\n\nInner.\n"
    ).decode()
    data = raw(
        "Content-Type: multipart/mixed; boundary=x",
        "--x\n\nouter\n--x\nContent-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
        f"{inner}\n--x--\n",
    )
    (member,) = attached(data)
    assert member.data is not None and b"\n\nInner.\n" in member.data


def test_messages_nested_too_deeply_are_refused() -> None:
    data = raw("Content-Type: message/rfc822", "Content-Type: message/rfc822\n\n" * 3000 + "x")
    with pytest.raises(FactcheckError, match="too intricate"):
        read(data)


def test_too_many_parts_are_refused_in_time() -> None:
    began = time.process_time()
    with pytest.raises(FactcheckError, match="too intricate"):
        read(raw("Content-Type: multipart/mixed; boundary=x", "--x\n\n" * 60_000))
    assert time.process_time() - began < 5


def test_parts_beyond_any_use_are_refused_in_time() -> None:
    opened = "".join(f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(300))
    data = raw("Content-Type: multipart/mixed; boundary=b0", opened + "x\n" * 500_000)
    began = time.process_time()
    with pytest.raises(FactcheckError, match="too intricate"):
        read(data)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(raw("To: " + "a@b.example, " * 20_000, "x\n"), id="recipients"),
        pytest.param(raw("To: " + "(" * 200_000, "x\n"), id="comments in comments"),
        pytest.param(raw("Subject: " + "=?utf-8?q?a?= " * 20_000, "x\n"), id="encoded words"),
        pytest.param(raw("Content-Type: text/plain" + "; a*0*=b" * 20_000, "x\n"), id="parameters"),
        pytest.param(raw("X-A: " + "\n b" * 50_000, "x\n"), id="folds"),
        pytest.param(raw("Content-Type: text/html", "<div>" * 100_000), id="elements"),
        pytest.param(
            raw("Content-Type: multipart/mixed; boundary=x", "--x\nContent-Type: image/png\n\nx\n" * 5_000),
            id="attachments",
        ),
    ],
)  # fmt: skip
def test_time_is_bounded(data: bytes) -> None:
    began = time.process_time()
    check(read(data))
    assert sum(1 for _ in members(data, "a.eml")) <= 1_001
    assert time.process_time() - began < 20


LINES = st.sampled_from([
    "From: a@b.example", "From: =?utf-8?B?Wm/Dqw==?= <z@q.example>",
    "Date: Mon, 06 Mar 2017 23:30:00 -0500", "Date: x", "Subject: =?",
    "Content-Type: multipart/mixed; boundary=x", "Content-Type: multipart/alternative; boundary=x",
    "Content-Type: text/html; charset=utf-16", "Content-Type: message/rfc822",
    "Content-Type: text/plain; name*0*=%zz", "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: uuencode", "Content-Disposition: attachment; filename=a", "", "", "--x",
    "--x--", "SSBkaWQ=", "begin 644 a", "words é 😀", "<p>words", "\x0c", "\r", " folded", "Content-Type:",
    "Content-Type: multipart/mixed; boundary=\"\"", "Content-Type: message/delivery-status",
    "Content-Type: message/external-body",
])  # fmt: skip


@settings(max_examples=200)
@given(st.lists(LINES, max_size=25))
def test_any_sequence_of_lines(lines: list[str]) -> None:
    data = "\n".join(["From: a@b.example", "MIME-Version: 1.0", *lines]).encode()
    document = read(data)
    check(document)
    for member in attached(data):
        assert (member.data is None) == (member.hole is not None)
        assert member.name and "/../" not in f"/{member.name}/"


def test_mutated_messages() -> None:
    chance = random.Random(5)
    message = letter()
    message.set_content("I did — not.\n")
    message.add_alternative("<p>I did</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="é.pdf")
    inner = letter()
    inner.set_content("Inner é\n")
    message.add_attachment(inner)
    source = message.as_bytes()
    for _ in range(250):
        data = bytearray(source)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            if chance.random() < 0.6:
                data[at] = chance.randrange(256)
            else:
                del data[at : at + chance.randint(1, 60)]
        try:
            check(read(bytes(data)))
            attached(bytes(data))
        except FactcheckError as refused:
            assert refused.title and refused.detail

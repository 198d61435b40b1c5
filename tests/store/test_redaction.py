"""Redaction: what is named goes from every copy it reaches, does not come back, and frees no label."""

from pathlib import Path

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import canonical
from factcheck.store import labels, redaction, union, verify
from factcheck.store.act import Act
from factcheck.store.case import CaseFile
from tests.store.histories import map_of
from tests.store.replicas import ANN, blank_case, copied, send, sync

TEXT = "I met nobody.\nNobody at all."


def add_source(act: Act, subject: str, text: str = TEXT) -> None:
    data = text.encode()
    source = r.Source(
        label=act.label("source", subject),
        name=f"{subject}.txt",
        kind="letter",
        bytes_sha=act.keep(data),
        text_sha=act.keep(data),
        map_sha=act.keep(map_of(text).encode()),
        size=len(data),
        length=len(text),
        reader="text 1",
    )
    act.put("source.added", subject, fields_of(source))


def quoted(act: Act, subject: str, source: str) -> str:
    """A statement quoting the source; the hash of its entry."""
    anchor = {"source": source, "start": 0, "end": 13, "exact": TEXT[:13]}
    statement = r.Statement(label=act.label("statement", subject), words=TEXT[:13], segments=[anchor])
    return act.put("statement.made", subject, fields_of(statement)).hash


def redact(case: CaseFile, source: str, *named: str) -> None:
    with case.act(ANN) as act:
        fields = {"redacted": True, "redacted_reason": "a court order", "redacted_entries": list(named)}
        act.put("source.redacted", source, fields)
        redaction.enforce(act.projected())


def holds(case: CaseFile, words: str) -> bool:
    """Whether the words occur in any table."""
    tables = [
        name
        for (name,) in case.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if not name.startswith(("source_search", "record_search"))
    ]
    return any(
        words in str(row)
        for table in tables
        for row in case.db.execute(f'SELECT * FROM "{table}"').fetchall()
    )


def test_what_was_redacted_is_gone_everywhere_and_stays_gone(case: CaseFile, tmp_path: Path) -> None:
    with case.act(ANN) as act:
        add_source(act, "d")
        named = quoted(act, "s", "d")
        found = [
            {
                "id": "x",
                "entity": "statement",
                "start": 0,
                "end": 13,
                "words": TEXT[:13],
                "confidence": 90,
                "content": {},
            }
        ]
        proposed = r.Extraction(
            source="d", proposals_sha=act.keep(canonical(found).encode()), extractor="e 1"
        )
        act.put("source.extracted", "x", fields_of(proposed))
    with copied(case, "b") as other, blank_case(tmp_path, "c") as third:
        send(case, third)
        redact(case, "d", named)
        assert not holds(case, "met nobody")
        assert send(case, other).redacted == 1
        send(third, case)  # a copy that knows nothing of it brings nothing back
        send(third, other)
        sync(case, other, third)
        for copy in (case, other, third):
            assert not holds(copy, "met nobody")
            assert verify.verify(copy).problems == ()
            assert copy.db.execute("SELECT count(*) FROM blob").fetchone() == (0,)
            assert verify.dump(copy.db) == verify.dump(case.db)


def test_bytes_that_another_source_needs_stay(case: CaseFile) -> None:
    with case.act(ANN) as act:
        add_source(act, "d1")
        add_source(act, "d2")
    redact(case, "d1")
    kept = case.db.execute("SELECT source, text FROM chunk").fetchall()
    assert kept == [("d2", TEXT)]
    assert verify.verify(case).problems == ()


def test_undoing_a_redaction_brings_nothing_back(case: CaseFile) -> None:
    with case.act(ANN) as act:
        add_source(act, "d")
        named = quoted(act, "s", "d")
    with case.act(ANN) as act:
        fields = {"redacted": True, "redacted_reason": "a court order", "redacted_entries": [named]}
        act.put("source.redacted", "d", fields)
        redaction.enforce(act.projected())
    with case.act(ANN) as undoing:
        undoing.put("batch.undone", act.batch, {"batch": act.batch})
    assert not holds(case, "met nobody")
    assert verify.verify(case).problems == ()
    with copied(case, "b") as other:
        sync(case, other)
        assert verify.dump(case.db) == verify.dump(other.db)


def test_the_label_of_a_redacted_record_is_not_given_again(case: CaseFile) -> None:
    with case.act(ANN) as act:
        add_source(act, "d")
        quoted(act, "s1", "d")
        named = quoted(act, "s2", "d")
    redact(case, "d", named)
    assert labels.following(case.db, "statement", "", "") == 3


def test_a_redaction_cannot_be_redacted(case: CaseFile) -> None:
    with case.act(ANN) as act:
        add_source(act, "d")
        named = quoted(act, "s", "d")
    redact(case, "d", named)
    (first,) = case.db.execute("SELECT hash FROM act WHERE kind = 'source.redacted'").fetchone()
    redact(case, "d", first)
    assert redaction.named(case.db) == {named, first}
    entries, _ = union.everything(case)
    assert {entry.hash for entry in entries if entry.body is None} == {named}

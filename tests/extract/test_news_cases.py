"""Speakers and quotations in news: each row is a kind, told with examples of its own."""

from __future__ import annotations

import pytest

from tests.extract.articles import exact, read, spoken

SPEAKERS = [
    ("parted", "In the end, Mr. Rosen said, nobody came at all.", "nobody came at all", "Rosen", "indirect"),
    ("doubled apostrophes", "''Work is work,'' Ann Bell told a club.", "Work is work", "Ann Bell", "direct"),
    ("after", "“I saw nothing,” Pell said.", "I saw nothing", "Pell", "direct"),
    ("inverted", "“The gate was shut,” said Ruth Amsel.", "gate was shut", "Ruth Amsel", "direct"),
    ("before", "Marta Quist replied: “It rained all day.”", "It rained", "Marta Quist", "direct"),
    ("straight", '"We had the keys," Tobias Wren told jurors.', "the keys", "Tobias Wren", "direct"),
    ("british comma", '"I saw nothing", said Pell.', "I saw nothing", "Pell", "direct"),
    (
        "single marks",
        "‘The dogs’ leads weren’t there,’ Joan Ferrer said.",
        "weren’t there",
        "Joan Ferrer",
        "direct",
    ),
    ("typewriter apostrophes", "'I didn't go,' Ines Holt said.", "I didn't go", "Ines Holt", "direct"),
    ("guillemets", "«I paid for it», Luc Moreau said.", "I paid", "Luc Moreau", "direct"),
    ("printer's marks", "``I signed it,'' Mr. Osgood said.", "I signed it", "Osgood", "direct"),
    (
        "aside",
        "“It leaked,” Dana Petrov, 41, a welder at the yard, said Monday.",
        "It leaked",
        "Dana Petrov",
        "direct",
    ),
    ("question mark", "“Who knew?” Carla Dunn said.", "Who knew?", "Carla Dunn", "direct"),
    ("fragment", "Pell said he “saw nothing” that night.", "saw nothing", "Pell", "mixed"),
    (
        "fragment, described",
        "Gov. Ana Ruiz called the bill “a cruel joke” on Friday.",
        "a cruel joke",
        "Ana Ruiz",
        "mixed",
    ),
    (
        "that",
        "Vera Lindqvist testified that the pump had failed.",
        "the pump had failed",
        "Vera Lindqvist",
        "indirect",
    ),
    ("bare clause", "Paul Ito said the vault was empty.", "the vault was empty", "Paul Ito", "indirect"),
    (
        "clause first",
        "The vault was empty, Paul Ito said Tuesday.",
        "The vault was empty",
        "Paul Ito",
        "indirect",
    ),
    (
        "according to",
        "The vault was empty, according to Paul Ito.",
        "The vault was empty",
        "Paul Ito",
        "indirect",
    ),
    (
        "according to first",
        "According to Paul Ito, the vault was empty.",
        "the vault was empty",
        "Paul Ito",
        "indirect",
    ),
    ("denial", "Pell denied meeting them.", "denied meeting them", "Pell", "indirect"),
    (
        "office",
        "Mr. Pell’s office said in a statement that he “never” met them.",
        "never",
        "Mr. Pell’s office",
        "mixed",
    ),
    ("outlet", "The Post reported that Pell met them.", "Pell met them", "Post", "indirect"),
    ("ellipsis", "“I met … the envoy,” Pell said.", "I met … the envoy", "Pell", "direct"),
    ("unknown verb", "“Get out of my yard,” Hal Brandt thundered.", "Get out", "Hal Brandt", "direct"),
    ("as told", "As Ana Ruiz noted, the dam had held.", "the dam had held", "Ana Ruiz", "indirect"),
    (
        "inserted words",
        "Paul Ito said, however, that the vault was empty.",
        "the vault was empty",
        "Paul Ito",
        "indirect",
    ),
    (
        "relative clause",
        "Ana Ruiz, who said she had paid, left early.",
        "she had paid",
        "Ana Ruiz",
        "indirect",
    ),
    ("aside", "Ana Ruiz, by contrast, said the dam had held.", "dam had held", "Ana Ruiz", "indirect"),
    ("judged", "Ana Ruiz criticised the ban.", "criticised the ban", "Ana Ruiz", "indirect"),
    (
        "judged, passive",
        "The ban was criticised by Ana Ruiz as cruel.",
        "The ban was criticised … as cruel",
        "Ana Ruiz",
        "indirect",
    ),
    ("accused", "Ana Ruiz accused Pell of lying.", "accused Pell of lying", "Ana Ruiz", "indirect"),
    (
        "urged",
        "Ana Ruiz called on the board to resign.",
        "called on the board to resign",
        "Ana Ruiz",
        "indirect",
    ),
    ("admitted", "Ana Ruiz admitted the payment.", "admitted the payment", "Ana Ruiz", "indirect"),
    (
        "noun",
        "Despite Ana Ruiz’s claim that the dam had held, it was rebuilt.",
        "the dam had held",
        "Ana Ruiz",
        "indirect",
    ),
    ("led to", "Ana Ruiz went on to deny the payment.", "deny the payment", "Ana Ruiz", "indirect"),
    (
        "participle first",
        "Promising that nobody would pay, Ana Ruiz left.",
        "nobody would pay",
        "Ana Ruiz",
        "indirect",
    ),
    (
        "union of officers",
        "The union that represents officers said the car was empty.",
        "the car was empty",
        "union",
        "indirect",
    ),
    (
        "name within the subject",
        "A minister appointed after Pell sacked Rook said the car was empty.",
        "the car was empty",
        "minister",
        "indirect",
    ),
    (
        "office with a portfolio",
        "Minister of State for Ports Harish Talwar said the car was empty.",
        "the car was empty",
        "Harish Talwar",
        "indirect",
    ),
    (
        "next paragraph",
        "Nora Vance wrote:\n\n“We shall not sell the mill.”",
        "not sell the mill",
        "Nora Vance",
        "direct",
    ),
]


@pytest.mark.parametrize(
    ("text", "part", "speaker", "kind"), [row[1:] for row in SPEAKERS], ids=[row[0] for row in SPEAKERS]
)
def test_who_said_it_and_how_it_is_quoted(text: str, part: str, speaker: str, kind: str) -> None:
    statement = spoken(text, part)
    assert (statement.speaker, statement.quotation) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("“I saw nothing,” Pell told Orla. “Nothing at all.”", ["I saw nothing", "Nothing at all."]),
        ("“The books,” Ann Rook said on Monday, “were burned.”", ["The books", "were burned."]),
        ("“First words.\n\n“Second words,” Ann Rook said.", ["First words.", "Second words"]),
        ("“First words.\n“Second words.” he said.", ["First words.", "Second words."]),
    ],
)
def test_interrupted_words_are_one_statement_in_segments(text: str, segments: list[str]) -> None:
    statements = read(text).statements
    assert [[span.exact for span in statement.segments] for statement in statements] == [segments]


def test_a_fresh_reporting_verb_starts_another_statement() -> None:
    statements = read("“I left at noon,” Ola Berg said. She added, “I took the bus.”").statements
    assert [(exact(s), s.speaker) for s in statements] == [
        ("I left at noon", "Ola Berg"),
        ("I took the bus.", "Ola Berg"),
    ]


def test_only_the_fragment_of_a_mixed_quotation_is_verbatim() -> None:
    assert exact(spoken("Pell said he “saw nothing” that night.", "saw")) == "saw nothing"


def test_a_denial_by_verb_says_that_the_polarity_is_the_reporters() -> None:
    assert "polarity-inserted" in spoken("Rosa Lind rejected taking the money.", "money").flags


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Arthur Pell left. “He told me, ‘I never met them,’ ” Rowe said.", "Rowe", "Pell"),
        ("Nina Falk was there. \"She said, 'Burn it,'\" Tom Ames recalled.", "Tom Ames", "Nina Falk"),
    ],
)
def test_hearsay_keeps_both_speakers(text: str, outer: str, inner: str) -> None:
    statements = read(text).statements
    nested = next(s for s in statements if s.quotation == "nested")
    assert nested.reporter == outer and nested.speaker is not None and inner in nested.speaker
    assert any(s.quotation == "direct" and s.speaker == outer for s in statements)


@pytest.mark.parametrize(
    "text",
    [
        "The so-called ‘contacts’ were few. The “dossier” was long.",
        "Kim Ott starred in “The Long Way Home” last year.",
        "The ’90s were kind to ’em.",
        "It was the dogs’ dinner and the Joneses’ car.",
        "The mayor did not immediately comment.",
        "With a report from the Associated Press",
        "Reporting by Kim Ott; editing by Lee Sand",
        "Kim Ott wants a bridge, plans to visit and is expected to speak.",
        "Kim Ott won 400 pledged delegates and conceded the race in Holm.",
        "Meanwhile, Kim Ott discussed the bridge with Lee Sand.",
    ],
)
def test_scare_quotes_titles_and_silence_are_no_statements(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "part", "speaker", "asker"),
    [
        (
            "Orla asked Pell what he would do if anyone had called. He responded: “I know of none.”",
            "know of none",
            "Pell",
            "Orla",
        ),
        (
            "Kate Moss was asked by Rep. Li Chen whether she knew him. “I did,” she replied.",
            "I did",
            "Kate Moss",
            "Li Chen",
        ),
        (
            "Sam Rook faced Ida Orla on Monday. “Did you meet them?” Orla asked. “No.”",
            "No.",
            "Sam Rook",
            "Ida Orla",
        ),
        ("ORLA: Did you meet? PELL: No.", "No.", "Pell", "Orla"),
        ("Asked by Ida Orla whether he knew them, Pell said, “Barely.”", "Barely", "Pell", "Ida Orla"),
        ("Ms. Orla: Did you meet?\nMr. Pell: Never once.", "Never once.", "Pell", "Orla"),
    ],
)
def test_an_answer_is_tied_to_its_question(text: str, part: str, speaker: str, asker: str) -> None:
    statement = spoken(text, part)
    assert (statement.speaker, statement.addressee) == (speaker, asker)
    assert statement.question is not None and statement.question.speaker == asker


def test_a_question_of_nobody_named_still_travels_with_its_answer() -> None:
    statement = spoken("When asked if he knew, Sam Rook said he did not.", "he did not")
    assert statement.question is not None and statement.question.span.exact == "if he knew"


def test_an_unattributed_reply_is_only_likely() -> None:
    statement = spoken("Sam Rook faced Ida Orla. “Did you meet them?” Orla asked. “No.”", "No.")
    assert statement.confidence < 0.5 and "unattributed" in statement.flags


@pytest.mark.parametrize(
    ("text", "part", "speaker", "principal"),
    [
        ("“It was fair,” said Kay Flint, a spokeswoman for Mr. Pell.", "fair", "Kay Flint", "Pell"),
        ("“It was fair,” Kay Flint, Mr. Pell’s lawyer, told reporters.", "fair", "Kay Flint", "Pell"),
        (
            "Eva Stone left. Stone’s spokesman, Jim Hull, said she was ill.",
            "she was ill",
            "Jim Hull",
            "Eva Stone",
        ),
    ],
)
def test_words_on_behalf_of_another_are_the_spokespersons(
    text: str, part: str, speaker: str, principal: str
) -> None:
    statement = spoken(text, part)
    assert (statement.speaker, statement.on_behalf_of, statement.sworn) == (speaker, principal, "no")


def test_told_to_an_outlet_names_the_reporter() -> None:
    statement = spoken("The Lakeside Tribune broke it. “We erred,” Al Voss told the Tribune.", "We erred")
    assert statement.reporter == "Lakeside Tribune"


def test_reports_within_reports_name_who_reports() -> None:
    statement = spoken("Officials said the door was open, the Lakeside Tribune reported.", "door was open")
    assert (statement.speaker, statement.reporter) == ("Officials", "Lakeside Tribune")


def test_an_answer_takes_day_forum_and_status_from_the_question() -> None:
    text = (
        "At her Feb. 7 trade committee confirmation hearing, Judge Ingrid Sole was asked by Senator "
        "Bo Marsh, an Ohio Democrat, whether she had met the lobbyist.\n\n“I don’t recall that,” she "
        "responded. She added, “I never took a cent.”"
    )
    first, second = spoken(text, "recall that"), spoken(text, "never took a cent")
    for statement in (first, second):
        assert statement.speaker == "Ingrid Sole" and statement.addressee == "Bo Marsh"
        assert statement.said_on is not None and statement.said_on.edtf == "2017-02-07"
        assert statement.forum == "trade committee confirmation hearing" and statement.sworn == "to-confirm"
    assert (first.form, second.form) == ("no recollection", "categorical")


def test_a_written_statement_is_said_to_be_written() -> None:
    statement = spoken("Lena Ortiz said in a letter Tuesday that the plant was safe.", "the plant was safe")
    assert (
        "written" in statement.flags
        and statement.said_on is not None
        and statement.said_on.edtf == "2017-02-28"
    )


def test_titles_lead_to_the_person_and_doubt_is_shown() -> None:
    text = "Senator Ann Rook questioned Senator Max Bell. “I was away,” the senator said."
    statement = spoken(text, "I was away")
    assert "ambiguous-speaker" in statement.flags and set(statement.speaker_candidates) == {
        "Ann Rook",
        "Max Bell",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Robert Ashdown said: “Nobody in my office has.” Mary Hall added: “I recall no calls.”",
        "Robert Ashdown said, “Nobody in my office has.” Mary Hall replied, “I recall no calls.”",
        "“Nobody in my office has.” Robert Ashdown said. Mary Hall said: “I recall no calls.”",
        "“Nobody in my office has,” Robert Ashdown said. “I recall no calls.” Mary Hall said.",
    ],
)
def test_who_is_named_behind_a_quotation_says_what_they_lead_to(text: str) -> None:
    said = [(one.speaker, " ".join(span.exact for span in one.segments)) for one in read(text).statements]
    assert [speaker for speaker, _ in said] == ["Robert Ashdown", "Mary Hall"]
    assert [words.startswith(start) for (_, words), start in zip(said, ("Nobody", "I recall"), strict=True)]


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("Ann Bell, asked whether she had signed the lease, said: “No, I did not.”", None),
        ("Ann Bell, asked by Tom Reed whether she had signed the lease, said: “No, I did not.”", "Tom Reed"),
        (
            "Ann Bell, when asked by Tom Reed whether she had signed the lease, later said she had not.",
            "Tom Reed",
        ),
    ],
)
def test_an_aside_tells_what_was_asked(text: str, asker: str | None) -> None:
    (answer,) = read(text).statements
    assert answer.speaker == "Ann Bell" and answer.question is not None
    assert answer.question.span.exact == "whether she had signed the lease"
    assert answer.question.speaker == asker


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell said Tom Reed had told her: “I never signed it.”",
        "Ann Bell said the mayor, Tom Reed, had told her: “I never signed it.”",
        "Ann Bell said that Mayor Tom Reed told her, “I never signed it.”",
    ],
)
def test_words_told_again_are_theirs_who_said_them(text: str) -> None:
    direct = next(one for one in read(text).statements if one.quotation == "direct")
    assert (direct.speaker, direct.reporter) == ("Tom Reed", "Ann Bell")

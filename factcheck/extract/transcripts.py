"""Statements of a transcript within an article: each line one, a reply tied to the question before it. In an
interview of questions and answers the one person whom the article names is who answers.
"""

from __future__ import annotations

from factcheck.core.proposals import QuestionRead
from factcheck.extract.dialogue import Line
from factcheck.extract.drafts import Draft
from factcheck.extract.people import Cast
from factcheck.extract.prose import Prose
from factcheck.extract.speaker import Speaker
from factcheck.extract.speakers import Resolver


def transcript_drafts(prose: Prose, cast: Cast, resolver: Resolver, lines: list[Line]) -> list[Draft]:
    drafts: list[Draft] = []
    asked = {line.label for line in lines} == {"Q", "A"}
    alone = cast.persons[0] if asked and len(cast.persons) == 1 else None
    previous: Draft | None = None
    for line in lines:
        person = cast.called(line.label) or (alone if line.label == "A" else None)
        name = person.name if person is not None else _spelt(line.label)
        principal = resolver.speaks_for(person) if person else None
        speaker = Speaker(name, "label", 0.9, (), person, principal)
        paragraph = prose.paragraph_of(line.start)
        draft = Draft([(line.start, line.end)], speaker, "transcript", "say", 0, paragraph, 0.85)
        draft.is_question = line.label == "Q" or prose.text[line.start : line.end].endswith("?")
        draft.flags.append("outlet-transcript")
        if previous is not None and previous.is_question and previous.speaker.name != name:
            draft.question = QuestionRead(prose.span(*previous.segments[0]), previous.speaker.name)
            draft.addressee = previous.speaker.name
            previous.addressee = name
        drafts.append(draft)
        previous = draft
    return drafts


def _spelt(label: str) -> str:
    """A label in capitals as a name: "PELL" is Pell; "Q" stays."""
    return label.title() if label.isupper() and len(label) > 2 else label

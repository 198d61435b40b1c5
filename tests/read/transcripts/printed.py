"""One invented examination, printed in the layouts that reporters, firms and programs use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

COVER = """\
                    IN THE CIRCUIT COURT OF HARBOR COUNTY

NORA VALE,
          Plaintiff,
     vs.                                  Case No. 17-CV-0042
ORLO SHIPPING COMPANY,
          Defendant.

               VIDEOTAPED DEPOSITION OF ZOÉ MARÍN-HALE
          Taken on Wednesday, May 16, 2018
          at the offices of Cole & Partners, 12 Quay Street, Port Elder

A P P E A R A N C E S:
For the Plaintiff:
     COLE & PARTNERS LLP
     BY:  TOBIAS COLE, ESQ.
For the Defendant:
     RUIZ LAW GROUP
     By:  Elena M. Ruiz, Esq.
"""

PAGES: Sequence[Sequence[str]] = (
    (
        "THE VIDEOGRAPHER:  We are on the record at 10:02.",
        "ZOÉ MARÍN-HALE,",
        "called as a witness, having been first duly sworn,",
        "testified as follows:",
        "EXAMINATION",
        "BY MR. COLE:",
        "Q.  Were you there on the pier that night with",
        "the 12 others who",
        "14 days earlier had signed?",
        "A.  No.",
        "",
        "Q.  Did anybody ask?",
        "MS. RUIZ:  Objection; form.",
        "THE WITNESS:  Somebody did, I",
    ),
    (
        "think twice that week.",
        "MR. COLE:  Go ahead.",
        "Q.  And the office?",
        "A.  (Witness nods.)",
        "(Exhibit 14 was marked.)",
        "",
        "",
        "EXAMINATION BY MS. RUIZ:",
        "Q.  You never saw him?",
        "A.  Not that I recall. No.",
        "Q.  Let me strike that. Did you call?",
        "A.  I called the --",
        "MR. COLE:  Wait.",
        "THE WITNESS:  -- the office at 9.",
    ),
)
FIRST = 45


@dataclass(frozen=True)
class Said:
    role: str
    speaker: str | None
    words: str
    begins: tuple[int, int]
    ends: tuple[int, int]
    flags: tuple[str, ...] = ()


COLE, RUIZ, WITNESS = "Tobias Cole", "Elena M. Ruiz", "Zoé Marín-Hale"
SAID = (
    Said("colloquy", "THE VIDEOGRAPHER", "We are on the record at 10:02.", (45, 1), (45, 1), ("on-record",)),
    Said(
        "note",
        None,
        "ZOÉ MARÍN-HALE, called as a witness, having been first duly sworn, testified as follows:",
        (45, 2),
        (45, 4),
    ),
    Said(
        "question",
        COLE,
        "Were you there on the pier that night with the 12 others who 14 days earlier had signed?",
        (45, 7),
        (45, 9),
    ),
    Said("answer", WITNESS, "No.", (45, 10), (45, 10)),
    Said("question", COLE, "Did anybody ask?", (45, 12), (45, 12)),
    Said("objection", RUIZ, "Objection; form.", (45, 13), (45, 13)),
    Said("answer", WITNESS, "Somebody did, I think twice that week.", (45, 14), (46, 1)),
    Said("colloquy", COLE, "Go ahead.", (46, 2), (46, 2)),
    Said("question", COLE, "And the office?", (46, 3), (46, 3)),
    Said("answer", WITNESS, "(Witness nods.)", (46, 4), (46, 4), ("nonverbal",)),
    Said("note", None, "(Exhibit 14 was marked.)", (46, 5), (46, 5)),
    Said("question", RUIZ, "You never saw him?", (46, 9), (46, 9), ("negative-question",)),
    Said("answer", WITNESS, "Not that I recall. No.", (46, 10), (46, 10), ("mixed-answer",)),
    Said("question", RUIZ, "Let me strike that. Did you call?", (46, 11), (46, 11), ("self-corrected",)),
    Said("answer", WITNESS, "I called the --", (46, 12), (46, 12), ("interrupted",)),
    Said("colloquy", COLE, "Wait.", (46, 13), (46, 13)),
    Said("answer", WITNESS, "-- the office at 9.", (46, 14), (46, 14)),
)

Printer = Callable[[Sequence[Sequence[str]], int], str]


def _pages(
    row: Callable[[int, int, str], str],
    above: Callable[[int], str] = lambda page: "",
    below: Callable[[int], str] = lambda page: "",
) -> Printer:
    def print_pages(pages: Sequence[Sequence[str]], first: int) -> str:
        return "".join(
            above(page)
            + "".join(row(page, line, words).rstrip() + "\n" for line, words in enumerate(rows, 1))
            + below(page)
            for page, rows in enumerate(pages, first)
        )

    return print_pages


def _left(page: int, line: int, words: str) -> str:
    return f"{line:>2}   {words}"


def _indented(page: int, line: int, words: str) -> str:
    label = words.startswith(("Q.", "A."))
    spoken = words[:1].isupper() and ":" in words
    return f"{line:>4}  {'     ' if label else '          ' if spoken else ''}{words}"


LAYOUTS: Mapping[str, Printer] = {
    "number right above, form feeds": _pages(_left, lambda page: f"\f{page:>66}\n"),
    "number centred above": _pages(_left, lambda page: f"\n\n{page:^66}\n\n"),
    "number below": _pages(_left, below=lambda page: f"\n{page:>40}\n\n\n"),
    "number below, form feeds": _pages(_left, below=lambda page: f"{page:>66}\n\f"),
    "Page 45 below": _pages(_left, below=lambda page: f"\n                         Page {page}\n\f"),
    "Page 45 of 200": _pages(_left, below=lambda page: f"                    {page} of 200\n\f"),
    "dashes below": _pages(_left, below=lambda page: f"                      - {page} -\n\n"),
    "LiveNote": _pages(_left, lambda page: f"Page {page}\n"),
    "Amicus": _pages(lambda page, line, words: f"{line:02} {words}", lambda page: f"{page:04}\n"),
    "page and line first, then bare": _pages(
        lambda page, line, words: f"{page:05}:{line:02} {words}" if line == 1 else f"{line:02} {words}"
    ),
    "page and line on every line": _pages(lambda page, line, words: f"{page}:{line:02} {words}"),
    "page and line in brackets": _pages(lambda page, line, words: f"[{page}:{line}] {words}"),
    "numbers right": _pages(lambda page, line, words: f"{words:<70}{line:>2}", lambda page: f"{page:>70}\n"),
    "times left": _pages(
        lambda page, line, words: f"10:{line + 10}:{page % 60:02}  {line:>2}  {words}",
        lambda page: f"{page:>66}\n",
    ),
    "times after the numbers": _pages(
        lambda page, line, words: f"{line:>2} 10:{line + 10}  {words}" if words else f"{line:>2}",
        lambda page: f"{page:>66}\n",
    ),
    "times right": _pages(
        lambda page, line, words: f"{line:>2}  {words:<60} 10:{line + 10}:02" if words else f"{line:>2}",
        lambda page: f"{page:>66}\n",
    ),
    "a firm's heads and feet": _pages(
        _left,
        lambda page: f"\f   Zoé Marín-Hale - May 16, 2018                          {page}\n\n",
        lambda page: (
            "\n         GANNET & TERN REPORTING   (800) 555-0142\n         www.gannet-tern.example\n"
        ),
    ),
    "head with witness and examiner": _pages(
        _left, lambda page: f"        MARÍN-HALE - COLE          {page}\n\n"
    ),
    "double spaced": _pages(
        lambda page, line, words: f"\n{line:>2}   {words}", lambda page: f"\f{page:>66}\n"
    ),
    "tabs": _pages(lambda page, line, words: f"{line}\t{words}", lambda page: f"\t\t\t\t{page}\n"),
    "indented labels": _pages(_indented, lambda page: f"{page:>66}\n"),
    "four-place numbers": _pages(
        lambda page, line, words: f"{line:>4}    {words}", lambda page: f"{page:>60}\n"
    ),
    "numbers left out to the edge": _pages(
        lambda page, line, words: f"{line:<3}{words}", lambda page: f"PAGE {page}\n"
    ),
}

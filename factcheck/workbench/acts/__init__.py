"""Every act: what a person can do to a case, each one undo step.

Each is imported when it is first asked for; a name stands in both lists below.
"""

from typing import TYPE_CHECKING

from factcheck.workbench.lazily import door

if TYPE_CHECKING:
    from factcheck.workbench.acts.candidates import set_aside
    from factcheck.workbench.acts.editing import edit, restore, withdraw
    from factcheck.workbench.acts.events import event, evidence, explain, take_part
    from factcheck.workbench.acts.history import redo, undo
    from factcheck.workbench.acts.importing import Imported, import_table
    from factcheck.workbench.acts.judging import Graded, adjudicate, dissent, grade, link
    from factcheck.workbench.acts.merging import same, separate
    from factcheck.workbench.acts.people import person
    from factcheck.workbench.acts.remarks import drop_draft, note, save_draft, tag, tag_all
    from factcheck.workbench.acts.rounds import open_round
    from factcheck.workbench.acts.sets import Searched, group, searched
    from factcheck.workbench.acts.sources import Added, add_document, add_source
    from factcheck.workbench.acts.statements import capture, split, statement, words_within
    from factcheck.workbench.acts.triage import (
        accept,
        accept_edited,
        accept_into,
        accept_pair,
        accept_split,
        grade_pair,
        reject,
        turn_down,
    )
else:
    __getattr__ = door(
        __name__,
        {
            "candidates": "set_aside",
            "editing": "edit restore withdraw",
            "events": "event evidence explain take_part",
            "history": "redo undo",
            "importing": "Imported import_table",
            "judging": "Graded adjudicate dissent grade link",
            "merging": "same separate",
            "people": "person",
            "remarks": "drop_draft note save_draft tag tag_all",
            "rounds": "open_round",
            "sets": "Searched group searched",
            "sources": "Added add_document add_source",
            "statements": "capture split statement words_within",
            "triage": "accept accept_edited accept_into accept_pair accept_split grade_pair reject turn_down",
        },
    )

__all__ = [
    "Added",
    "Graded",
    "Imported",
    "Searched",
    "accept",
    "accept_edited",
    "accept_into",
    "accept_pair",
    "accept_split",
    "add_document",
    "add_source",
    "adjudicate",
    "capture",
    "dissent",
    "drop_draft",
    "edit",
    "event",
    "evidence",
    "explain",
    "grade",
    "grade_pair",
    "group",
    "import_table",
    "link",
    "note",
    "open_round",
    "person",
    "redo",
    "reject",
    "restore",
    "same",
    "save_draft",
    "searched",
    "separate",
    "set_aside",
    "split",
    "statement",
    "tag",
    "tag_all",
    "take_part",
    "turn_down",
    "undo",
    "withdraw",
    "words_within",
]

"""Every act: what a person can do to a case, each one undo step.

Each is imported when it is first asked for; a name stands in both lists below.
"""

from typing import TYPE_CHECKING

from factcheck.workbench.lazily import door

if TYPE_CHECKING:
    from factcheck.workbench.acts.candidates import set_aside
    from factcheck.workbench.acts.editing import edit, restore, withdraw
    from factcheck.workbench.acts.errata import Errata, apply_errata
    from factcheck.workbench.acts.events import event, evidence, explain, take_part
    from factcheck.workbench.acts.history import redo, undo
    from factcheck.workbench.acts.importing import Imported, import_table
    from factcheck.workbench.acts.judging import Graded, adjudicate, dissent, grade, link
    from factcheck.workbench.acts.merging import same, separate
    from factcheck.workbench.acts.pages import check_page, type_page
    from factcheck.workbench.acts.people import person
    from factcheck.workbench.acts.promoting import Promoted, promote
    from factcheck.workbench.acts.registers import (
        MODE_MEANS,
        MODES,
        Asked,
        RowsImported,
        import_rows,
    )
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
    from factcheck.workbench.acts.variants import make_primary
    from factcheck.workbench.acts.versions import (
        Carried,
        anchor_by_hand,
        carry,
        keep,
        set_variant,
        set_version,
    )
else:
    __getattr__ = door(
        __name__,
        {
            "candidates": "set_aside",
            "editing": "edit restore withdraw",
            "errata": "Errata apply_errata",
            "events": "event evidence explain take_part",
            "history": "redo undo",
            "importing": "Imported import_table",
            "judging": "Graded adjudicate dissent grade link",
            "merging": "same separate",
            "pages": "check_page type_page",
            "people": "person",
            "promoting": "Promoted promote",
            "registers": "Asked MODES MODE_MEANS RowsImported import_rows",
            "remarks": "drop_draft note save_draft tag tag_all",
            "rounds": "open_round",
            "sets": "Searched group searched",
            "sources": "Added add_document add_source",
            "statements": "capture split statement words_within",
            "triage": "accept accept_edited accept_into accept_pair accept_split grade_pair reject turn_down",
            "variants": "make_primary",
            "versions": "Carried anchor_by_hand carry keep set_variant set_version",
        },
    )

__all__ = [
    "MODES",
    "MODE_MEANS",
    "Added",
    "Asked",
    "Carried",
    "Errata",
    "Graded",
    "Imported",
    "Promoted",
    "RowsImported",
    "Searched",
    "accept",
    "accept_edited",
    "accept_into",
    "accept_pair",
    "accept_split",
    "add_document",
    "add_source",
    "adjudicate",
    "anchor_by_hand",
    "apply_errata",
    "capture",
    "carry",
    "check_page",
    "dissent",
    "drop_draft",
    "edit",
    "event",
    "evidence",
    "explain",
    "grade",
    "grade_pair",
    "group",
    "import_rows",
    "import_table",
    "keep",
    "link",
    "make_primary",
    "note",
    "open_round",
    "person",
    "promote",
    "redo",
    "reject",
    "restore",
    "same",
    "save_draft",
    "searched",
    "separate",
    "set_aside",
    "set_variant",
    "set_version",
    "split",
    "statement",
    "tag",
    "tag_all",
    "take_part",
    "turn_down",
    "type_page",
    "undo",
    "withdraw",
    "words_within",
]

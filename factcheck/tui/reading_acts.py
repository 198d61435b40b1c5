"""The acts of reading: in Sources, in a source's text, and on the pages that open from there.

A part of the table in `acts`.
"""

from __future__ import annotations

from factcheck.tui.act import Act

READING_ACTS: tuple[Act, ...] = (
    Act("reader.word", "w", "word", "Select the word at the caret, then the next", "reader", 1),
    Act("reader.sentence", "s", "sentence", "Select the sentence at the caret, then the next", "reader", 2),
    Act("reader.capture", "c", "capture", "Make a statement of the selected words", "reader", 3),
    Act("reader.copy", "y", "copy", "Copy the selected words with their place", "reader", 4),
    Act("reader.evidence", "v", "evidence", "Make the selected words evidence for an event", "reader", 5),
    Act("reader.accept", "a", "accept", "Accept the proposal at the caret as a record", "reader", 6),
    Act("reader.reject", "x", "reject", "Reject the proposal at the caret; it stays rejected", "reader", 7),
    Act(
        "reader.next_mark", "n,right_square_bracket", "next", "Go to the next proposal or anchor", "reader", 8
    ),
    Act(
        "reader.previous_mark",
        "p,left_square_bracket",
        "previous",
        "Go back to a proposal or anchor",
        "reader",
    ),
    Act("reader.next_question", "full_stop", "next Q", "Go to the next question of a transcript", "reader"),
    Act("reader.previous_question", "comma", "last Q", "Go back to a question of a transcript", "reader"),
    Act("reader.answer", "semicolon", "answer", "Go to the answer to the question at the caret", "reader"),
    Act("reader.turn", "t", "turn", "Select what the speaker at the caret says", "reader"),
    Act("reader.up", "up", "up", "Move the caret", "reader"),
    Act("reader.down", "down", "down", "Move the caret", "reader"),
    Act("reader.left", "left", "left", "Move the caret", "reader"),
    Act("reader.right", "right", "right", "Move the caret", "reader"),
    Act("reader.more_up", "shift+up", "select up", "Select upwards", "reader"),
    Act("reader.more_down", "shift+down", "select down", "Select downwards", "reader"),
    Act("reader.more_left", "shift+left", "select left", "Select to the left", "reader"),
    Act("reader.more_right", "shift+right", "select right", "Select to the right", "reader"),
    Act("reader.page_up", "pageup", "page up", "One page up", "reader"),
    Act("reader.page_down", "pagedown,space", "page down", "One page down", "reader"),
    Act("reader.top", "home", "top", "To the beginning", "reader"),
    Act("reader.bottom", "end", "bottom", "To the end", "reader"),
    Act("reader.goto", "colon", "go to", "Go to a page:line, a Bates number, a cell, a time", "sources", 11),
    Act("reader.find", "slash", "find", "Find words in the text", "sources", 17),
    Act("reader.find_next", "greater_than_sign", "next found", "Go to the next place found", "sources"),
    Act("reader.find_previous", "less_than_sign", "last found", "Go back to a place found", "sources"),
    Act("source.add", "A", "add", "Add a file, a folder or an address", "sources", 12),
    Act("source.edit", "e", "edit card", "Edit the card of the source", "sources", 19),
    Act(
        "source.leave", "escape", "back", "Drop the selection, or go back where one came from", "sources", 20
    ),
    Act("source.pane", "tab", "list or text", "Go between the list and the text", "sources", 21),
    Act(
        "source.compare",
        "d",
        "compare",
        "Compare the texts of the statement here, word by word",
        "sources",
        17,
    ),
    Act("source.outside", "o", "outside", "Open the page at the caret outside", "sources", 18),
    Act(
        "source.pages", "i", "pages", "Pages: open outside, type what an image says, check it", "sources", 14
    ),
    Act("source.versions", "V", "versions", "Versions of the source; what became of passages", "sources", 15),
    Act("source.rows", "I", "rows", "Import a table as the rows of a register", "sources", 16),
    Act(
        "source.errata", "E", "errata", "Record an errata sheet: the source's entries, shown first", "sources"
    ),
    Act("versions.carry", "c", "carry all", "Carry over all passages with the same words", "versions", 1),
    Act("versions.accept", "a", "accept", "Accept the words that the later version has here", "versions", 2),
    Act("versions.leave_there", "x", "leave", "Leave it in the earlier version", "versions", 3),
    Act("versions.anchor", "m", "by hand", "Say where its words stand in the later version", "versions", 4),
    Act("versions.of", "v", "version of", "Say of which source this is a later version", "versions", 5),
    Act("versions.variant", "t", "variant of", "Say of which source this is another text", "versions", 6),
    Act(
        "versions.compare", "d", "compare", "Compare the texts of the statement, word by word", "versions", 7
    ),
    Act("versions.close", "escape,q", "back", "Back to the source", "versions", 8),
    Act("comparing.primary", "p", "primary", "Let the statement quote the text in focus", "comparing", 1),
    Act("comparing.close", "escape,q", "back", "Back; Enter opens the text at its place", "comparing", 2),
    Act("pages.outside", "o", "outside", "Open the page outside, or say where its file is", "pages", 1),
    Act("pages.type", "t", "type", "Type what the page says, word for word", "pages", 2),
    Act("pages.check", "c", "check", "Check what another typed from the page", "pages", 3),
    Act("pages.close", "escape,q", "back", "Back to the source; Enter goes to the page's text", "pages", 4),
    Act("mapping.next", "right", "next field", "Let the column be the next field", "mapping", 1),
    Act("mapping.previous", "left", "last field", "Let the column be the field before", "mapping", 2),
    Act("mapping.nothing", "x", "no field", "Let the column be no field", "mapping", 3),
    Act("mapping.mode", "m", "mode", "What the register shows: attended, scheduled ...", "mapping", 4),
    Act(
        "mapping.order", "d", "dates", "Day, month or year first, or a count of days, in dates", "mapping", 5
    ),
    Act("mapping.fill", "f", "fill", "Let an empty cell of the column mean the one above", "mapping", 6),
    Act("mapping.updates", "u", "updates", "Say which register's rows these replace, or none", "mapping", 7),
    Act("mapping.take", "i", "import", "Import the rows as they are understood; Enter too", "mapping", 8),
    Act("mapping.leave", "escape,q", "back", "Back, without importing", "mapping", 9),
)

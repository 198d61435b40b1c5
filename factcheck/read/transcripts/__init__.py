"""Transcripts: who speaks where, page and line as printed, once a format's reader has made the text.

``recognise`` tells from the text what kind of transcript it is; each other module with a place in ``LAYOUTS``
reads one kind: ``read_turns`` takes the Document of the format's reader, cuts the page furniture out of the
text and adds marks and turns. A layout never sees the bytes, so text, web pages, PDF and Word documents of
one kind are read by the same rules.
"""

"""Bytes in, a Document out: one module a format.

A reader keeps the decoded original and maps it back to pages, lines, cells and times. What it could
not read it reports as a hole with place and count; it never drops anything in silence. Readers touch
no case: the same bytes give the same Document anywhere.

``transcripts`` makes turns of a text that is one, ``tables`` gives rows one at a time, ``pages`` finds the
lines on the sheets of a PDF; ``members`` takes files out of archives and messages.

Door: ``read.door`` (a file, or bytes and a name -> Document), ``read.tables.door`` (a file -> rows),
``read.members`` (bytes -> the files within).
May import: core, errors
"""

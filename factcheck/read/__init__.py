"""Bytes in, a Document out: one module a format.

A reader keeps the decoded original and maps it back to pages, lines, cells and times. What it could
not read it reports as a hole with place and count; it never drops anything in silence. Readers touch
no case: the same bytes give the same Document anywhere.

Door: ``read.door`` (a file, or bytes and a name -> Document).
May import: core, errors
"""

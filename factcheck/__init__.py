"""factcheck: set what was said on the record beside what is documented to have happened.

The way of the data is one line: file -> read -> Document -> extract -> proposals -> (a person
accepts) -> ledger -> projection -> links -> grades -> findings -> report. Each folder below is one
room of that way; the docstring of its ``__init__`` is its page.
"""

__version__ = "0.1.0"

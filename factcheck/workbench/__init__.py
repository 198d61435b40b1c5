"""Every act and every reading that a person can do, once.

The faces hold no rule of their own: what a command and a key both do is one function here. A reading
takes a Viewer and returns frozen values; an act appends one batch to the ledger or raises
``FactcheckError``.

Door: the acts and readings, one module a subject.
May import: read, extract, match, store, report, core, errors, paths, config
"""

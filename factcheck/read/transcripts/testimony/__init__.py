"""Depositions and trials as turns, with the page and line that are printed.

``deposition`` and ``trial`` are layouts upon the ``steps`` that both share; ``kinds`` tells which a text is.
The ``lines`` are cut apart once; their numbers and the heads of a page go to the map (``numbered_lines``,
``page_breaks``, ``page_numbers``, ``page_heads``, ``sheets``), the cover and the appearances give names,
``committees`` tells who asks before a committee, ``examination`` gives the turns.
"""

"""A Report value in, bytes out: one outline says what is printed and in which order, one module a format how.

A report decides nothing: what is in it, in which order, under which label, was settled before it came
here. The same value gives the same bytes.

Door: ``report.render`` (Report and a format's name -> bytes).
May import: core, errors
"""
